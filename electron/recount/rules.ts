// The rules as the second count uses them, the same for every version of the file: ballots, parts, panels, and what each is worth. Reads nothing.
import { fraction, multiply, subtract, sum, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly points: Fraction
  readonly step: Fraction
  readonly floor: Fraction
  readonly ceiling: Fraction
}

/** Points by place: linear, a table, or Borda with 0 or 1 for the last place. */
export type PlaceValues =
  | { readonly by: 'linear'; readonly top: Fraction; readonly step: Fraction }
  | { readonly by: 'table'; readonly points: readonly Fraction[] }
  | { readonly by: 'borda'; readonly last: 'zero' | 'one' }

export interface ScoreForm {
  readonly kind: 'score'
  readonly id: string
  readonly criteria: readonly Criterion[]
  readonly corridor: { readonly lowest: Fraction; readonly highest: Fraction } | null
}

export interface GradeForm {
  readonly kind: 'grade'
  readonly id: string
  readonly fullMark: Fraction
  readonly grades: readonly { readonly id: string; readonly value: Fraction }[]
  readonly blank: 'abstention' | 'voidCell' | 'voidSheet'
  readonly double: 'voidCell' | 'voidSheet'
  readonly abstentionsCount: boolean
  readonly allEqualVoid: boolean
}

export interface RankForm {
  readonly kind: 'rank'
  readonly id: string
  readonly points: PlaceValues
}

export type Form = ScoreForm | GradeForm | RankForm

export interface Part {
  readonly id: string
  readonly name: string
  readonly kind: 'onSite' | 'performance' | 'appraisal' | 'visit' | 'carried'
  readonly source: 'panels' | 'entered'
  readonly fullMark: Fraction
  readonly points: Fraction
}

export interface Panel {
  readonly id: string
  readonly name: string
  readonly form: Form
  readonly part: string
  /** Of the part's full mark. */
  readonly points: Fraction
  readonly voters: 'named' | 'anonymous' | 'counts'
  readonly trimOf: 'totals' | 'criteria'
  readonly dropHighest: number
  readonly dropLowest: number
  readonly minimum: number
  readonly average: 'mean' | 'median'
  readonly categories: ReadonlySet<string> | null
}

/** Bonuses and penalties are added up in their own full mark and capped there. */
export interface Adjusting {
  readonly sign: 'bonus' | 'penalty'
  readonly fullMark: Fraction
  readonly cap: Fraction | null
}

export type Fill = 'excluded' | 'zero' | 'fillBefore' | 'fillAfter'
export type Cause = 'absent' | 'recused' | 'abstained' | 'void' | 'leftEarly'

export interface Missing extends Readonly<Record<Cause, Fill>> {
  readonly leftEarlyMarks: 'stand' | 'withdrawn'
  readonly fillPlaces: number | null
}

export type TieLink =
  | { readonly by: 'moreDecimals' | 'untrimmedMean' | 'playOff' | 'draw' | 'shared' }
  | { readonly by: 'panel' | 'criterion' | 'part'; readonly id: string }

export interface Tier {
  readonly id: string
  readonly name: string
  readonly category: string | null
  readonly quota: number | null
  readonly score: Fraction | null
}

export interface Rules {
  readonly fullMark: Fraction
  readonly forms: readonly Form[]
  readonly parts: readonly Part[]
  readonly panels: readonly Panel[]
  /** By kind; the penalty for time stands under `time`. */
  readonly adjustments: ReadonlyMap<string, Adjusting>
  readonly missing: Missing
  readonly rounding: { readonly mark: number | null; readonly panel: number | null; readonly part: number | null; readonly final: number }
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly ties: readonly TieLink[]
  readonly placePoints: { readonly points: PlaceValues; readonly ties: 'averaged' | 'same' } | null
  readonly tiers: readonly Tier[]
  readonly edge: 'all' | 'none'
}

/** The key under which the one cell of a grade or rank ballot stands. */
export const cell = 'cell'

export const columnsOf = (form: Form): readonly string[] => (form.kind === 'score' ? form.criteria.map(({ id }) => id) : [cell])

export const criteriaOf = (forms: readonly Form[]): readonly Criterion[] => forms.flatMap((form) => (form.kind === 'score' ? form.criteria : []))

export const scores = ({ categories }: Panel, category: string | null): boolean => categories === null || category === null || categories.has(category)

/** What place k of n is worth; null where a table has ended. */
export const placeValue = (values: PlaceValues, place: number, of: number): Fraction | null => {
  if (values.by === 'linear') return subtract(values.top, multiply(values.step, fraction(BigInt(place - 1))))
  if (values.by === 'table') return values.points[place - 1] ?? null
  return fraction(BigInt(of - place + (values.last === 'one' ? 1 : 0)))
}

/** What a perfect sheet is worth among n ranked contestants. */
export const formFullMark = (form: Form, of: number): Fraction => {
  if (form.kind === 'grade') return form.fullMark
  return form.kind === 'score' ? sum(form.criteria.map(({ points }) => points)) : (placeValue(form.points, 1, of) ?? zero)
}
