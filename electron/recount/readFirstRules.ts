// The rules of version 1 of the file, raised: one score sheet, one on-site part, weights in hundredths, nothing filled. Refuses a rule it does not know.
import { asCount, asDecimal, asId, asKnown, asOneOf, asText, demandPresence, field, items, refuse, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, fraction, multiply, sum } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { asFinalPlaces, asPlaces, asPositive, asShare, idsOf, readCriterion } from './readForms.ts'
import type { Panel, Rules, ScoreForm, TieLink } from './rules.ts'

const mostJudges = 10_000
const countingRules = ['fullMark', 'criteria', 'panels', 'trimOf', 'rounding', 'ties'] as const
/** Rules of the room and the screen: they move no total. */
const roomRules = ['windows', 'reveal', 'disclosure', 'time', 'singleOperator'] as const

interface Sheet {
  readonly form: ScoreForm
  readonly trimOf: Panel['trimOf']
  readonly fullMark: Fraction
}

const readPanel = (place: Place, { form, trimOf, fullMark }: Sheet): Panel => {
  refuseOthers(place, ['id', 'name', 'weight', 'colour', 'dropHighest', 'dropLowest', 'minimum', 'recusal'])
  demandPresence(place, ['colour', 'recusal'])
  const count = (key: string): number => asCount(field(place, key), mostJudges)
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    form,
    part: 'onSite',
    points: multiply(multiply(asShare(field(place, 'weight')), fullMark), fraction(1n, 100n)),
    voters: 'named',
    trimOf,
    dropHighest: count('dropHighest'),
    dropLowest: count('dropLowest'),
    minimum: count('minimum'),
    average: 'mean',
    categories: null,
  }
}

const readTieLink = (place: Place, known: { readonly panels: ReadonlySet<string>; readonly criteria: ReadonlySet<string> }): TieLink => {
  const by = asOneOf(field(place, 'by'), ['moreDecimals', 'panel', 'criterion', 'untrimmedMean', 'draw', 'shared'])
  if (by !== 'panel' && by !== 'criterion') {
    refuseOthers(place, ['by'])
    return { by }
  }
  refuseOthers(place, ['by', 'id'])
  return { by, id: asKnown(field(place, 'id'), by === 'panel' ? known.panels : known.criteria) }
}

const readRounding = (place: Place): Rules['rounding'] => {
  refuseOthers(place, ['mark', 'panel', 'final'])
  return { mark: asPlaces(field(place, 'mark')), panel: asPlaces(field(place, 'panel')), part: null, final: asFinalPlaces(field(place, 'final')) }
}

const demandSum = (place: Place, values: readonly Fraction[], expected: Fraction): void => {
  if (values.length > 0 && compare(sum(values), expected) === 0) return
  refuse(place.path, '各项之和与规定的总数不符', 'the parts do not add up to the stated whole')
}

const nothingFilled = { absent: 'excluded', recused: 'excluded', abstained: 'excluded', void: 'excluded', leftEarly: 'excluded', leftEarlyMarks: 'stand', fillPlaces: null } as const

export const readFirstRules = (place: Place): Rules => {
  refuseOthers(place, [...countingRules, ...roomRules])
  const fullMark = asPositive(field(place, 'fullMark'))
  const criteriaPlace = field(place, 'criteria')
  const panelsPlace = field(place, 'panels')
  const known = { criteria: idsOf(items(criteriaPlace)), panels: idsOf(items(panelsPlace)) }
  const form: ScoreForm = { kind: 'score', id: 'form', criteria: items(criteriaPlace).map(readCriterion), corridor: null }
  const trimOf = asOneOf(field(place, 'trimOf'), ['totals', 'criteria'])
  const panels = items(panelsPlace).map((panel) => readPanel(panel, { form, trimOf, fullMark }))
  demandSum(criteriaPlace, form.criteria.map(({ points }) => points), fullMark)
  demandSum(panelsPlace, items(panelsPlace).map((panel) => asDecimal(field(panel, 'weight'))), fraction(100n))
  return {
    fullMark,
    forms: [form],
    parts: [{ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark, points: fullMark }],
    panels,
    adjustments: new Map(),
    missing: nothingFilled,
    rounding: readRounding(field(place, 'rounding')),
    categories: [],
    ties: items(field(place, 'ties')).map((link) => readTieLink(link, known)),
    placePoints: null,
    tiers: [],
    edge: 'all',
  }
}
