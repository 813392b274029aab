// The contestants of a session file with everything that may count for them. Version 1 had neither categories, parts, adjustments nor keyed counts.
import { asCount, asDecimal, asFlag, asId, asKnown, asOneOf, asText, demandPresence, entries, field, items, onlyOnce, orNull, refuse } from './fields.ts'
import type { Place } from './fields.ts'
import type { Fraction } from './fraction.ts'
import { asShare } from './readForms.ts'
import { readSheets } from './readSheets.ts'
import type { Sheet, Voters } from './readSheets.ts'
import type { Panel } from './rules.ts'

export type GapCause = 'wait' | 'paper' | 'recused' | 'absent' | 'leftEarly'

export interface Relaxation {
  readonly dropHighest: number
  readonly dropLowest: number
}

/** Keyed counts of a panel: votes by grade id or place. */
export interface Counts {
  readonly votes: ReadonlyMap<string, number>
  readonly blank: number
  readonly void: number
}

export interface Balance {
  readonly panel: string
  readonly issued: number
  readonly returned: number
  /** Somebody wrote why it does not balance. */
  readonly explained: boolean
}

export interface Contestant {
  readonly id: string
  readonly name: string
  readonly category: string | null
  readonly withdrawn: boolean
  readonly forfeited: boolean
  readonly locked: boolean
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly gaps: ReadonlyMap<string, GapCause>
  readonly relaxed: ReadonlyMap<string, Relaxation>
  readonly parts: ReadonlyMap<string, Fraction>
  readonly adjustments: readonly { readonly kind: string; readonly amount: Fraction }[]
  readonly counts: ReadonlyMap<string, Counts>
  readonly balances: readonly Balance[]
}

const mostBallots = 100_000

const idOnce = (place: Place, key: string): readonly Place[] => {
  const places = items(place)
  onlyOnce(places.map((item) => field(item, key)))
  return places
}

const readGap = (place: Place, { judges }: Voters): readonly [string, GapCause] => {
  demandPresence(place, ['note'])
  return [asKnown(field(place, 'judge'), new Set(judges.keys())), asOneOf(field(place, 'cause'), ['wait', 'paper', 'recused', 'absent', 'leftEarly'])]
}

const panelIds = ({ rules }: Voters): ReadonlySet<string> => new Set(rules.panels.map(({ id }) => id))

const readRelaxation = (place: Place, voters: Voters): readonly [string, Relaxation] => [
  asKnown(field(place, 'panel'), panelIds(voters)),
  { dropHighest: asCount(field(place, 'dropHighest'), mostBallots), dropLowest: asCount(field(place, 'dropLowest'), mostBallots) },
]

const readPart = (place: Place, id: string, { rules }: Voters): Fraction => {
  if (!rules.parts.some((part) => part.id === id && part.source === 'entered')) refuse(place.path, '没有这个录入的部分', 'no part of this id is entered')
  return asDecimal(place)
}

const readAdjustment = (place: Place, { rules }: Voters): Contestant['adjustments'][number] => {
  demandPresence(place, ['phase', 'seconds', 'reason'])
  return { kind: asKnown(field(place, 'kind'), new Set(rules.adjustments.keys())), amount: asShare(field(place, 'amount')) }
}

const allowedVote = (panel: Panel, key: string): boolean => (panel.form.kind === 'grade' ? panel.form.grades.some(({ id }) => id === key) : /^[1-9]\d{0,4}$/.test(key))

const readCounts = (place: Place, { rules }: Voters): readonly [string, Counts] => {
  const id = asId(field(place, 'panel'))
  const panel = rules.panels.find((each) => each.id === id && each.voters === 'counts') ?? refuse(field(place, 'panel').path, '这个评委组不录票数', 'no counts are keyed for this panel')
  const votes = entries(field(place, 'counts')).map(([key, inner]) => {
    if (!allowedVote(panel, key)) refuse(inner.path, '没有这个等次或名次', 'there is no such grade or place')
    return [key, asCount(inner, mostBallots)] as const
  })
  return [id, { votes: new Map(votes), blank: asCount(field(place, 'blank'), mostBallots), void: asCount(field(place, 'void'), mostBallots) }]
}

const readBalance = (place: Place, voters: Voters): Balance => ({
  panel: asKnown(field(place, 'panel'), panelIds(voters)),
  issued: asCount(field(place, 'issued'), mostBallots),
  returned: asCount(field(place, 'returned'), mostBallots),
  explained: asText(field(place, 'reason')).trim() !== '',
})

const readCommon = (place: Place, voters: Voters) => {
  demandPresence(place, ['shortName', 'speaker'])
  for (const history of ['revisions', 'lateSheets', 'corrections']) items(field(place, history))
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    withdrawn: asFlag(field(place, 'withdrawn')),
    locked: asFlag(field(place, 'locked')),
    sheets: readSheets(field(place, 'sheets'), voters),
    gaps: new Map(idOnce(field(place, 'gaps'), 'judge').map((gap) => readGap(gap, voters))),
    relaxed: new Map(idOnce(field(place, 'relaxed'), 'panel').map((entry) => readRelaxation(entry, voters))),
  }
}

export const readFirstContestant = (place: Place, voters: Voters): Contestant => ({
  ...readCommon(place, voters),
  category: null,
  forfeited: false,
  parts: new Map(),
  adjustments: [],
  counts: new Map(),
  balances: [],
})

export const readContestant = (place: Place, voters: Voters): Contestant => {
  for (const entry of items(field(place, 'relaxed'))) demandPresence(entry, ['reason'])
  const categories = new Set(voters.rules.categories.map(({ id }) => id))
  return {
    ...readCommon(place, voters),
    category: orNull(field(place, 'category'), (id) => asKnown(id, categories)),
    forfeited: asFlag(field(place, 'forfeited')),
    parts: new Map(entries(field(place, 'parts')).map(([id, inner]) => [id, readPart(inner, id, voters)])),
    adjustments: items(field(place, 'adjustments')).map((each) => readAdjustment(each, voters)),
    counts: new Map(idOnce(field(place, 'counts'), 'panel').map((each) => readCounts(each, voters))),
    balances: idOnce(field(place, 'balances'), 'panel').map((each) => readBalance(each, voters)),
  }
}
