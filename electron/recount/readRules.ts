// The rules of version 2 of the file, put together. Refuses a rule it does not know rather than counting without it, and points that do not add up.
import { asId, asText, demandPresence, field, items, onlyOnce, orNull, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { asFinalPlaces, asPlaces, asPositive, idsOf, readForm } from './readForms.ts'
import { readAdjustments, readAwards, readMissing, readPlacePoints, readTieLink } from './readOutcome.ts'
import { demandPanelSums, demandSum, readPanel, readPart } from './readPanels.ts'
import type { Rules } from './rules.ts'

const countingRules = ['fullMark', 'forms', 'parts', 'panels', 'adjustments', 'missing', 'rounding', 'categories', 'ties', 'placePoints', 'awards', 'time'] as const
/** Rules of the room and the screen: they move no total. */
const roomRules = ['windows', 'reveal', 'rankingReveal', 'disclosure', 'lot', 'trial', 'farFromMedian', 'paperCheck', 'singleOperator'] as const

const readRounding = (place: Place): Rules['rounding'] => {
  refuseOthers(place, ['mark', 'panel', 'part', 'final'])
  const orNone = (key: string): number | null => asPlaces(field(place, key))
  return { mark: orNone('mark'), panel: orNone('panel'), part: orNone('part'), final: asFinalPlaces(field(place, 'final')) }
}

const readCategory = (place: Place): Rules['categories'][number] => {
  refuseOthers(place, ['id', 'name'])
  return { id: asId(field(place, 'id')), name: asText(field(place, 'name')) }
}

/** Tie rules name a criterion by its id alone, so over all ballots each stands once. */
const criteriaIds = (forms: readonly Place[]): ReadonlySet<string> =>
  onlyOnce(forms.filter((form) => field(form, 'kind').value === 'score').flatMap((form) => items(field(form, 'criteria')).map((criterion) => field(criterion, 'id'))))

const readCounted = (place: Place): Pick<Rules, 'fullMark' | 'forms' | 'parts' | 'panels' | 'categories'> => {
  const list = (key: string): readonly Place[] => items(field(place, key))
  for (const key of ['forms', 'parts', 'panels']) idsOf(list(key))
  const known = idsOf(list('categories'))
  const fullMark = asPositive(field(place, 'fullMark'))
  const forms = list('forms').map(readForm)
  const parts = list('parts').map(readPart)
  const panels = list('panels').map((panel) => readPanel(panel, { forms, parts, categories: known }))
  const categories = list('categories').map(readCategory)
  demandSum(field(place, 'parts').path, parts.map(({ points }) => points), fullMark)
  demandPanelSums(field(place, 'panels').path, { parts, panels }, categories.length === 0 ? [null] : categories.map(({ id }) => id))
  return { fullMark, forms, parts, panels, categories }
}

export const readRules = (place: Place): Rules => {
  refuseOthers(place, [...countingRules, ...roomRules])
  demandPresence(place, roomRules)
  const counted = readCounted(place)
  const criteria = criteriaIds(items(field(place, 'forms')))
  const named = { panel: new Set(counted.panels.map(({ id }) => id)), part: new Set(counted.parts.map(({ id }) => id)), criterion: criteria }
  return {
    ...counted,
    adjustments: readAdjustments(field(place, 'adjustments'), field(place, 'time')),
    missing: readMissing(field(place, 'missing')),
    rounding: readRounding(field(place, 'rounding')),
    ties: items(field(place, 'ties')).map((link) => readTieLink(link, named)),
    placePoints: orNull(field(place, 'placePoints'), readPlacePoints),
    ...readAwards(field(place, 'awards'), new Set(counted.categories.map(({ id }) => id))),
  }
}
