// What follows the panels in version 2 of the file: bonuses and penalties, missing sheets, tie rules, awards, points by place. Refuses what it does not know.
import { asCount, asDecimal, asId, asKnown, asOneOf, asText, demandPresence, field, items, orNull, refuse, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { asPlaces, asPositive, idsOf, readPlaceValues } from './readForms.ts'
import type { Adjusting, Fill, Missing, Rules, TieLink, Tier } from './rules.ts'

/** The kind under which penalties for time stand. */
const timeKind = 'time'

/** Limits and warnings: they move no total by themselves. */
const clock = ['speechSeconds', 'firstWarning', 'secondWarning', 'questionSeconds', 'lateForfeitSeconds'] as const

const readAdjusting = (place: Place): readonly [string, Adjusting] => {
  refuseOthers(place, ['id', 'name', 'sign', 'fullMark', 'cap'])
  demandPresence(place, ['name'])
  const sign = asOneOf(field(place, 'sign'), ['bonus', 'penalty'])
  return [asId(field(place, 'id')), { sign, fullMark: asPositive(field(place, 'fullMark')), cap: orNull(field(place, 'cap'), asPositive) }]
}

/** The tiers say what the desk proposes; the file holds what was confirmed, so only full mark and cap count here. */
const readTimePenalty = (place: Place): Adjusting => {
  refuseOthers(place, ['fullMark', 'phases', 'graceSeconds', 'tiers', 'cap', 'under'])
  demandPresence(place, ['phases', 'graceSeconds', 'tiers', 'under'])
  return { sign: 'penalty', fullMark: asPositive(field(place, 'fullMark')), cap: asPositive(field(place, 'cap')) }
}

export const readAdjustments = (place: Place, time: Place): Rules['adjustments'] => {
  refuseOthers(time, [...clock, 'penalty'])
  demandPresence(time, clock)
  const taken = [...idsOf(items(place))].includes(timeKind)
  if (taken) refuse(place.path, 'time 是超时扣分专用的编号', 'time is the name of the penalties for time')
  const penalty = orNull(field(time, 'penalty'), readTimePenalty)
  return new Map([...items(place).map(readAdjusting), ...(penalty === null ? [] : [[timeKind, penalty] as const])])
}

export const readMissing = (place: Place): Missing => {
  refuseOthers(place, ['absent', 'recused', 'abstained', 'void', 'leftEarly', 'leftEarlyMarks', 'fillPlaces'])
  const fill = (key: string): Fill => asOneOf(field(place, key), ['excluded', 'zero', 'fillBefore', 'fillAfter'])
  return {
    absent: fill('absent'),
    recused: fill('recused'),
    abstained: fill('abstained'),
    void: fill('void'),
    leftEarly: fill('leftEarly'),
    leftEarlyMarks: asOneOf(field(place, 'leftEarlyMarks'), ['stand', 'withdrawn']),
    fillPlaces: asPlaces(field(place, 'fillPlaces')),
  }
}

/** What tie links may name. */
export type Named = Readonly<Record<'panel' | 'criterion' | 'part', ReadonlySet<string>>>

export const readTieLink = (place: Place, known: Named): TieLink => {
  const by = asOneOf(field(place, 'by'), ['moreDecimals', 'panel', 'criterion', 'untrimmedMean', 'part', 'playOff', 'draw', 'shared'])
  if (by !== 'panel' && by !== 'criterion' && by !== 'part') {
    refuseOthers(place, ['by'])
    return { by }
  }
  refuseOthers(place, ['by', 'id'])
  return { by, id: asKnown(field(place, 'id'), known[by]) }
}

const readTier = (place: Place, categories: ReadonlySet<string>): Tier => {
  refuseOthers(place, ['id', 'name', 'category', 'quota', 'score'])
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    category: orNull(field(place, 'category'), (id) => asKnown(id, categories)),
    quota: orNull(field(place, 'quota'), (quota) => asCount(quota, 100_000)),
    score: orNull(field(place, 'score'), asDecimal),
  }
}

export const readAwards = (place: Place, categories: ReadonlySet<string>): Pick<Rules, 'tiers' | 'edge'> => {
  refuseOthers(place, ['tiers', 'edge', 'announce'])
  demandPresence(place, ['announce'])
  const tiers = items(field(place, 'tiers'))
  idsOf(tiers)
  return { tiers: tiers.map((tier) => readTier(tier, categories)), edge: asOneOf(field(place, 'edge'), ['all', 'none']) }
}

export const readPlacePoints = (place: Place): NonNullable<Rules['placePoints']> => {
  refuseOthers(place, ['points', 'ties'])
  return { points: readPlaceValues(field(place, 'points')), ties: asOneOf(field(place, 'ties'), ['averaged', 'same']) }
}
