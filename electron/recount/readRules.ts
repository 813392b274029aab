// The rules of a session file: what is counted, dropped, rounded, and how ties end. Refuses a rule it does not know rather than counting without it.
import { asCount, asDecimal, asId, asKnown, asOneOf, asText, demandPresence, field, items, onlyOnce, refuse, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, fraction, sum, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly points: Fraction
  readonly step: Fraction
  readonly floor: Fraction
  readonly ceiling: Fraction
}

export interface Panel {
  readonly id: string
  readonly name: string
  readonly weight: Fraction
  readonly dropHighest: number
  readonly dropLowest: number
  readonly minimum: number
}

export type TieLink =
  | { readonly by: 'moreDecimals' | 'untrimmedMean' | 'draw' | 'shared' }
  | { readonly by: 'panel' | 'criterion'; readonly id: string }

export interface Rules {
  readonly criteria: readonly Criterion[]
  readonly panels: readonly Panel[]
  readonly trimOf: 'totals' | 'criteria'
  readonly rounding: { readonly mark: number | null; readonly panel: number | null; readonly final: number }
  readonly ties: readonly TieLink[]
}

const mostPlaces = 12
const mostJudges = 10_000
const countingRules = ['fullMark', 'criteria', 'panels', 'trimOf', 'rounding', 'ties'] as const
/** Rules of the room and the screen: they move no total. */
const roomRules = ['windows', 'reveal', 'disclosure', 'time', 'singleOperator'] as const

const readCriterion = (place: Place): Criterion => {
  refuseOthers(place, ['id', 'name', 'points', 'step', 'floor', 'ceiling'])
  const decimal = (key: string): Fraction => asDecimal(field(place, key))
  const criterion = {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    points: decimal('points'),
    step: decimal('step'),
    floor: decimal('floor'),
    ceiling: decimal('ceiling'),
  }
  if (compare(criterion.step, zero) <= 0) refuse(field(place, 'step').path, '步长必须大于 0', 'a step must be above 0')
  if (compare(criterion.floor, criterion.ceiling) > 0) refuse(field(place, 'floor').path, '下限高于上限', 'the floor lies above the ceiling')
  return criterion
}

const readPanel = (place: Place): Panel => {
  refuseOthers(place, ['id', 'name', 'weight', 'colour', 'dropHighest', 'dropLowest', 'minimum', 'recusal'])
  demandPresence(place, ['colour', 'recusal'])
  const count = (key: string): number => asCount(field(place, key), mostJudges)
  const weight = asDecimal(field(place, 'weight'))
  if (compare(weight, zero) < 0) refuse(field(place, 'weight').path, '权重不能为负', 'a weight cannot be negative')
  return {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    weight,
    dropHighest: count('dropHighest'),
    dropLowest: count('dropLowest'),
    minimum: count('minimum'),
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
  const orNone = (key: string): number | null => {
    const places = field(place, key)
    return places.value === null ? null : asCount(places, mostPlaces)
  }
  return { mark: orNone('mark'), panel: orNone('panel'), final: asCount(field(place, 'final'), mostPlaces) }
}

const idsOf = (places: readonly Place[]): ReadonlySet<string> => onlyOnce(places.map((place) => field(place, 'id')))

const demandSum = (place: Place, values: readonly Fraction[], expected: Fraction): void => {
  if (values.length > 0 && compare(sum(values), expected) === 0) return
  refuse(place.path, '各项之和与规定的总数不符', 'the parts do not add up to the stated whole')
}

export const readRules = (place: Place): Rules => {
  refuseOthers(place, [...countingRules, ...roomRules])
  const fullMark = asDecimal(field(place, 'fullMark'))
  const criteriaPlace = field(place, 'criteria')
  const panelsPlace = field(place, 'panels')
  const known = { criteria: idsOf(items(criteriaPlace)), panels: idsOf(items(panelsPlace)) }
  const criteria = items(criteriaPlace).map(readCriterion)
  const panels = items(panelsPlace).map(readPanel)
  demandSum(criteriaPlace, criteria.map(({ points }) => points), fullMark)
  demandSum(panelsPlace, panels.map(({ weight }) => weight), fraction(100n))
  return {
    criteria,
    panels,
    trimOf: asOneOf(field(place, 'trimOf'), ['totals', 'criteria']),
    rounding: readRounding(field(place, 'rounding')),
    ties: items(field(place, 'ties')).map((link) => readTieLink(link, known)),
  }
}
