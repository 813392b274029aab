// The contestants of a session file with the sheets that may count. Refuses two sheets of one judge and any mark off its step or outside its limits.
import { asCount, asDecimal, asFlag, asId, asKnown, asOneOf, asText, demandPresence, entries, field, items, onlyOnce, refuse } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, isMultipleOf, toDecimalText } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Criterion, Rules } from './readRules.ts'

export interface Sheet {
  readonly judge: string
  readonly kind: 'marks' | 'abstained' | 'void'
  readonly marks: ReadonlyMap<string, Fraction>
}

export interface Gap {
  readonly judge: string
  readonly cause: 'wait' | 'paper' | 'recused' | 'absent' | 'leftEarly'
}

export interface Relaxation {
  readonly panel: string
  readonly dropHighest: number
  readonly dropLowest: number
}

export interface Contestant {
  readonly id: string
  readonly name: string
  readonly withdrawn: boolean
  readonly locked: boolean
  readonly sheets: readonly Sheet[]
  readonly gaps: readonly Gap[]
  readonly relaxed: readonly Relaxation[]
}

/** What the contestants' entries may refer to. */
export interface Known {
  readonly rules: Rules
  readonly judges: ReadonlySet<string>
}

const demandLimits = (place: Place, mark: Fraction, { step, floor, ceiling }: Criterion): void => {
  const shown = String(place.value)
  const short = (value: Fraction): string => toDecimalText(value, 18).replace(/\.?0+$/, '')
  if (!isMultipleOf(mark, step)) {
    refuse(place.path, `${shown} 不在步长 ${short(step)} 上`, `${shown} does not lie on the step ${short(step)}`)
  }
  if (compare(mark, floor) < 0 || compare(mark, ceiling) > 0) {
    const limits = `${short(floor)}–${short(ceiling)}`
    refuse(place.path, `${shown} 超出 ${limits} 的范围`, `${shown} lies outside ${limits}`)
  }
}

const readMarks = (place: Place, criteria: readonly Criterion[]): ReadonlyMap<string, Fraction> => {
  const marks = new Map<string, Fraction>()
  for (const [id, inner] of entries(place)) {
    const criterion = criteria.find((candidate) => candidate.id === id)
    if (criterion === undefined) return refuse(inner.path, '没有这个评分项', 'there is no such criterion')
    const mark = asDecimal(inner)
    demandLimits(inner, mark, criterion)
    marks.set(id, mark)
  }
  return marks
}

const readSheet = (place: Place, { rules, judges }: Known): Sheet => {
  asCount(field(place, 'revision'), Number.MAX_SAFE_INTEGER)
  asOneOf(field(place, 'source'), ['phone', 'paper'])
  demandPresence(place, ['at'])
  const kind = asOneOf(field(place, 'kind'), ['marks', 'abstained', 'void'])
  const marks = field(place, 'marks')
  // A void sheet may be void because of its marks, so those are not held against the limits.
  return { judge: asKnown(field(place, 'judge'), judges), kind, marks: kind === 'marks' ? readMarks(marks, rules.criteria) : new Map() }
}

const readGap = (place: Place, judges: ReadonlySet<string>): Gap => {
  demandPresence(place, ['note'])
  return {
    judge: asKnown(field(place, 'judge'), judges),
    cause: asOneOf(field(place, 'cause'), ['wait', 'paper', 'recused', 'absent', 'leftEarly']),
  }
}

const readRelaxation = (place: Place, panels: ReadonlySet<string>): Relaxation => ({
  panel: asKnown(field(place, 'panel'), panels),
  dropHighest: asCount(field(place, 'dropHighest'), 10_000),
  dropLowest: asCount(field(place, 'dropLowest'), 10_000),
})

/** A list in which each judge, or each panel, may stand once. */
const itemsOncePer = (place: Place, key: string): readonly Place[] => {
  const places = items(place)
  onlyOnce(places.map((item) => field(item, key)))
  return places
}

export const readContestant = (place: Place, known: Known): Contestant => {
  demandPresence(place, ['shortName', 'speaker'])
  for (const history of ['revisions', 'lateSheets', 'corrections']) items(field(place, history))
  const panels = new Set(known.rules.panels.map(({ id }) => id))
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    withdrawn: asFlag(field(place, 'withdrawn')),
    locked: asFlag(field(place, 'locked')),
    sheets: itemsOncePer(field(place, 'sheets'), 'judge').map((sheet) => readSheet(sheet, known)),
    gaps: itemsOncePer(field(place, 'gaps'), 'judge').map((gap) => readGap(gap, known.judges)),
    relaxed: itemsOncePer(field(place, 'relaxed'), 'panel').map((entry) => readRelaxation(entry, panels)),
  }
}
