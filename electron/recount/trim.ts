// The figure of one panel from its seats: fills, dropping, mean or median. Rounds marks and fills only; the caller has made sure that enough are left.
import { compare, mean, median, roundHalfUp, sum } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Dropped } from './result.ts'
import { columnsOf } from './rules.ts'
import type { Panel } from './rules.ts'
import type { Seat } from './seats.ts'

export interface Figure {
  readonly value: Fraction
  /** Per criterion the mean of what is left after dropping, unrounded, fills after dropping left out. */
  readonly criterionMeans: ReadonlyMap<string, Fraction>
  /** The mean of all written sheets' sums, nothing dropped, nothing rounded. */
  readonly untrimmed: Fraction
  readonly dropped: readonly Dropped[]
}

export interface Order {
  readonly panel: Panel
  readonly highest: number
  readonly lowest: number
  readonly markPlaces: number | null
  readonly fillPlaces: number | null
}

interface Ballot {
  readonly voter: string
  readonly marks: ReadonlyMap<string, Fraction>
}

export const rounded = (value: Fraction, places: number | null): Fraction => (places === null ? value : roundHalfUp(value, places))

const markOf = ({ voter, marks }: Ballot, column: string): Fraction => {
  const mark = marks.get(column)
  if (mark === undefined) throw new Error(`the sheet of ${voter} was counted without a mark for ${column}`)
  return mark
}

interface Trimmed {
  readonly kept: readonly Ballot[]
  readonly dropped: readonly { readonly judge: string; readonly end: 'highest' | 'lowest' }[]
}

/** The highest first, then the lowest of what is left; of equal values the earlier seat's goes. Sorting keeps the seats of equal values in their order. */
const trim = (ballots: readonly Ballot[], { highest, lowest }: Order, value: (ballot: Ballot) => Fraction): Trimmed => {
  const keyed = ballots.map((ballot) => ({ ballot, key: value(ballot) }))
  const high = keyed.toSorted((left, right) => compare(right.key, left.key)).slice(0, highest)
  const gone = new Set(high)
  const low = keyed.filter((each) => !gone.has(each)).toSorted((left, right) => compare(left.key, right.key)).slice(0, lowest)
  for (const each of low) gone.add(each)
  const name = (end: 'highest' | 'lowest') => ({ ballot }: { readonly ballot: Ballot }) => ({ judge: ballot.voter, end })
  return { kept: keyed.filter((each) => !gone.has(each)).map(({ ballot }) => ballot), dropped: [...high.map(name('highest')), ...low.map(name('lowest'))] }
}

const meanMark = (ballots: readonly Ballot[], column: string): Fraction => mean(ballots.map((ballot) => markOf(ballot, column)))

const total = (ballot: Ballot, { panel, markPlaces }: Order): Fraction => rounded(sum(columnsOf(panel.form).map((column) => markOf(ballot, column))), markPlaces)

/** A sheet made of the mean of these, criterion by criterion. */
const fillFrom = (ballots: readonly Ballot[], { panel, fillPlaces }: Order): ReadonlyMap<string, Fraction> =>
  new Map(columnsOf(panel.form).map((column) => [column, rounded(meanMark(ballots, column), fillPlaces)]))

const averaged = (values: readonly Fraction[], { average }: Panel): Fraction => (average === 'mean' ? mean(values) : median(values))

type Outcome = Omit<Figure, 'untrimmed'>

const byTotals = (ballots: readonly Ballot[], later: number, order: Order): Outcome => {
  const { kept, dropped } = trim(ballots, order, (ballot) => total(ballot, order))
  const fills = Array<Fraction>(later).fill(total({ voter: 'fill', marks: fillFrom(kept, order) }, order))
  return {
    value: averaged([...kept.map((ballot) => total(ballot, order)), ...fills], order.panel),
    criterionMeans: new Map(columnsOf(order.panel.form).map((column) => [column, meanMark(kept, column)])),
    dropped: dropped.map(({ judge, end }) => ({ judge, criterion: null, end })),
  }
}

const byCriteria = (ballots: readonly Ballot[], later: number, order: Order): Outcome => {
  const columns = columnsOf(order.panel.form).map((column) => {
    const { kept, dropped } = trim(ballots, order, (ballot) => markOf(ballot, column))
    const own = meanMark(kept, column)
    const fills = Array<Fraction>(later).fill(rounded(own, order.fillPlaces))
    const value = averaged([...kept.map((ballot) => markOf(ballot, column)), ...fills], order.panel)
    return { column, own, value: rounded(value, order.markPlaces), dropped: dropped.map(({ judge, end }) => ({ judge, criterion: column, end })) }
  })
  return {
    value: sum(columns.map(({ value }) => value)),
    criterionMeans: new Map(columns.map(({ column, own }) => [column, own])),
    dropped: columns.flatMap((column) => column.dropped),
  }
}

/** A panel's figure, unrounded; of the seats at least one more is written than are dropped. */
export const figureOf = (seats: readonly Seat[], order: Order): Figure => {
  const written = seats.filter((seat) => seat.entry === 'written')
  const filled = fillFrom(written, order)
  const ballots = seats.flatMap((seat): readonly Ballot[] => (seat.entry === 'written' ? [seat] : seat.entry === 'fillBefore' ? [{ voter: seat.voter, marks: filled }] : []))
  const later = seats.filter(({ entry }) => entry === 'fillAfter').length
  const sums = written.map((ballot) => sum([...ballot.marks.values()]))
  return { ...(order.panel.trimOf === 'totals' ? byTotals : byCriteria)(ballots, later, order), untrimmed: mean(sums) }
}

export interface Drops {
  readonly highest: number
  readonly lowest: number
  readonly needed: number
}

/** How many a panel drops and needs at least; a relaxation decided in the room replaces the drops and lifts the minimum. */
export const demandOf = (panel: Panel, relaxed: Pick<Panel, 'dropHighest' | 'dropLowest'> | undefined): Drops => {
  const { dropHighest, dropLowest } = relaxed ?? panel
  return { highest: dropHighest, lowest: dropLowest, needed: Math.max(relaxed === undefined ? panel.minimum : 0, dropHighest + dropLowest + 1) }
}
