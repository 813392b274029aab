// The ballots of a session file: criteria, grades, points by place. Refuses a field or a way of counting it does not know.
import { asCount, asDecimal, asFlag, asId, asOneOf, asText, demandPresence, field, items, onlyOnce, orNull, refuse, refuseOthers } from './fields.ts'
import type { Place } from './fields.ts'
import { compare, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Criterion, Form, GradeForm, PlaceValues, RankForm, ScoreForm } from './rules.ts'

const mostPlaces = 12

/** A rounding place, or null where nothing is rounded. */
export const asPlaces = (place: Place): number | null => orNull(place, (inner) => asCount(inner, mostPlaces))

export const asFinalPlaces = (place: Place): number => asCount(place, mostPlaces)

export const idsOf = (places: readonly Place[]): ReadonlySet<string> => onlyOnce(places.map((place) => field(place, 'id')))

/** A decimal above zero: what is divided by, or stepped in. */
export const asPositive = (place: Place): Fraction => {
  const value = asDecimal(place)
  return compare(value, zero) > 0 ? value : refuse(place.path, '必须大于 0', 'this must be above 0')
}

/** A decimal of zero or more. */
export const asShare = (place: Place): Fraction => {
  const value = asDecimal(place)
  return compare(value, zero) >= 0 ? value : refuse(place.path, '不能为负', 'this cannot be negative')
}

export const readCriterion = (place: Place): Criterion => {
  refuseOthers(place, ['id', 'name', 'points', 'step', 'floor', 'ceiling'])
  const decimal = (key: string): Fraction => asDecimal(field(place, key))
  const criterion = {
    id: asId(field(place, 'id')),
    name: asText(field(place, 'name')),
    points: decimal('points'),
    step: asPositive(field(place, 'step')),
    floor: decimal('floor'),
    ceiling: decimal('ceiling'),
  }
  if (compare(criterion.floor, criterion.ceiling) > 0) refuse(field(place, 'floor').path, '下限高于上限', 'the floor lies above the ceiling')
  return criterion
}

export const readPlaceValues = (place: Place): PlaceValues => {
  const by = asOneOf(field(place, 'by'), ['linear', 'table', 'borda'])
  if (by === 'linear') {
    refuseOthers(place, ['by', 'top', 'step'])
    return { by, top: asDecimal(field(place, 'top')), step: asDecimal(field(place, 'step')) }
  }
  refuseOthers(place, ['by', by === 'table' ? 'points' : 'last'])
  if (by === 'table') return { by, points: items(field(place, 'points')).map(asDecimal) }
  return { by, last: asOneOf(field(place, 'last'), ['zero', 'one']) }
}

const readCorridor = (place: Place): ScoreForm['corridor'] => {
  refuseOthers(place, ['lowest', 'highest'])
  return { lowest: asDecimal(field(place, 'lowest')), highest: asDecimal(field(place, 'highest')) }
}

const readScoreForm = (place: Place): ScoreForm => {
  refuseOthers(place, ['kind', 'id', 'name', 'criteria', 'corridor'])
  const criteria = items(field(place, 'criteria'))
  if (criteria.length === 0) refuse(field(place, 'criteria').path, '没有评分项', 'a score sheet needs a criterion')
  return { kind: 'score', id: asId(field(place, 'id')), criteria: criteria.map(readCriterion), corridor: orNull(field(place, 'corridor'), readCorridor) }
}

const readGrade = (place: Place): GradeForm['grades'][number] => {
  refuseOthers(place, ['id', 'name', 'value'])
  demandPresence(place, ['name'])
  return { id: asId(field(place, 'id')), value: asDecimal(field(place, 'value')) }
}

const readGradeForm = (place: Place): GradeForm => {
  refuseOthers(place, ['kind', 'id', 'name', 'fullMark', 'grades', 'blank', 'double', 'abstentionsCount', 'allEqualVoid'])
  const grades = items(field(place, 'grades'))
  idsOf(grades)
  return {
    kind: 'grade',
    id: asId(field(place, 'id')),
    fullMark: asPositive(field(place, 'fullMark')),
    grades: grades.map(readGrade),
    blank: asOneOf(field(place, 'blank'), ['abstention', 'voidCell', 'voidSheet']),
    double: asOneOf(field(place, 'double'), ['voidCell', 'voidSheet']),
    abstentionsCount: asFlag(field(place, 'abstentionsCount')),
    allEqualVoid: asFlag(field(place, 'allEqualVoid')),
  }
}

const readRankForm = (place: Place): RankForm => {
  refuseOthers(place, ['kind', 'id', 'name', 'points'])
  return { kind: 'rank', id: asId(field(place, 'id')), points: readPlaceValues(field(place, 'points')) }
}

const readers = { score: readScoreForm, grade: readGradeForm, rank: readRankForm } as const

export const readForm = (place: Place): Form => {
  demandPresence(place, ['name'])
  return readers[asOneOf(field(place, 'kind'), ['score', 'grade', 'rank'])](place)
}
