// Any ballots under given rules: score sheets, grades and rankings with blanks, voids, gaps and causes; counts; corrections; bonuses; who leaves.
// A judge without a sheet has a cause, as a window could not be locked otherwise.
import fc from 'fast-check'
import { CELL, columnsOf, type Criterion, type Form } from '../../../shared/arena/forms.ts'
import { formOf, panelScores } from '../../../shared/arena/rules.ts'
import { often, oneOf, type Bench, type Setting } from './anyRules.ts'

export type Cause = 'absent' | 'recused' | 'leftEarly'
/** One voter's cell for one contestant: a sheet, a cause, or a sheet whose judge was recused afterwards. */
export interface PlannedCell { readonly kind: 'marks' | 'abstained' | 'void' | 'none'; readonly marks: Readonly<Record<string, string>>; readonly cause: Cause | 'wait' | null }
export interface PlannedCounts { readonly counts: Readonly<Record<string, number>>; readonly blank: number; readonly void: number }
export interface PlannedPanel {
  readonly panel: string
  /** By voter and contestant; null for a contestant the panel does not score, or who left before. */
  readonly rows: readonly (readonly (PlannedCell | null)[])[]
  readonly counts: readonly (PlannedCounts | null)[]
}
export interface PlannedUnit {
  readonly ends: 'locked' | 'withdrawn' | 'reopened' | 'open' | 'gone' | 'forfeited'
  readonly relaxed: boolean
  /** Whether its score sheets are written anew after the first lock. */
  readonly again: boolean
  readonly adjustments: readonly { readonly kind: string; readonly amount: string }[]
  readonly entered: string | null
}

const cell = (kind: PlannedCell['kind'], marks: PlannedCell['marks'] = {}, cause: PlannedCell['cause'] = null): PlannedCell => ({ kind, marks, cause })

/** A mark on the step; `spread` 0 gives one value only, 1 a few neighbours, 2 anything. */
export const markOf = (criterion: Criterion, spread: number): fc.Arbitrary<string> => {
  const units = (text: string): number => Math.round(Number(text) * 100)
  const steps = (units(criterion.ceiling) - units(criterion.floor)) / units(criterion.step)
  const middle = Math.floor(steps / 2)
  const [least, most] = spread === 0 ? [middle, middle] : spread === 1 ? [middle, Math.min(steps, middle + 2)] : [0, steps]
  return fc.integer({ min: least, max: most }).map((step) => String((units(criterion.floor) + step * units(criterion.step)) / 100))
}

const marksOf = (form: Form, spread: number): fc.Arbitrary<PlannedCell['marks']> => {
  if (form.kind === 'score') return fc.tuple(...form.criteria.map((criterion) => markOf(criterion, spread))).map((marks) => Object.fromEntries(columnsOf(form).map((column, at) => [column, marks[at] ?? '0'])))
  const ids = form.kind === 'grade' ? form.grades.map((grade) => grade.id) : ['1']
  return fc.constantFrom(...(spread === 0 ? ids.slice(0, 2) : ids)).map((id) => ({ [CELL]: id }))
}

/** What stands in one cell; only a judge with a name can be missing for a cause. */
const cellOf = (form: Form, spread: number, isNamed: boolean): fc.Arbitrary<PlannedCell> => {
  const written = often(marksOf(form, spread).map((marks) => cell('marks', marks)), oneOf(cell('abstained'), cell('void')))
  if (!isNamed) return written
  const gone = oneOf<Cause>('absent', 'recused', 'leftEarly').map((cause) => cell('none', {}, cause))
  const after = marksOf(form, spread).chain((marks) => oneOf<PlannedCell['cause']>('recused', 'wait').map((cause) => cell('marks', marks, cause)))
  return fc.oneof({ weight: 12, arbitrary: written }, { weight: 2, arbitrary: gone }, { weight: 1, arbitrary: after })
}

/** Every place once, or seldom a tie, a gap, an alteration, a blank sheet or a judge who is not there. */
const ranking = (of: number, isNamed: boolean): fc.Arbitrary<readonly PlannedCell[]> => {
  const places = Array.from({ length: of }, (_, at) => String(at + 1))
  const whole = fc.shuffledSubarray(places, { minLength: of }).map((order) => order.map((place) => cell('marks', { [CELL]: place })))
  const spoilt = fc.tuple(whole, fc.nat(Math.max(0, of - 1)), oneOf(cell('marks', { [CELL]: '1' }), cell('void'), cell('abstained'))).map(([row, at, other]) => row.map((each, place) => (place === at ? other : each)))
  const blank = fc.constant(places.map(() => cell('abstained')))
  const gone = oneOf<Cause>('absent', 'leftEarly').map((cause) => places.map(() => cell('none', {}, cause)))
  const partly = fc.tuple(whole, fc.nat(Math.max(0, of - 1)), oneOf<Cause>('absent', 'leftEarly')).map(([row, at, cause]) => row.map((each, place) => (place === at ? cell('none', {}, cause) : each)))
  return fc.oneof({ weight: 8, arbitrary: whole }, { weight: 1, arbitrary: spoilt }, { weight: 1, arbitrary: blank }, ...(isNamed ? [{ weight: 1, arbitrary: fc.oneof(gone, partly) }] : []))
}

/** A whole sheet of grades: seldom all blank or all equal, which the rules may void. */
const sheetOf = (form: Form, given: { readonly of: number; readonly spread: number; readonly isNamed: boolean }): fc.Arbitrary<readonly PlannedCell[]> => {
  const { of, spread, isNamed } = given
  if (form.kind === 'rank') return ranking(of, isNamed)
  const free = fc.array(cellOf(form, spread, isNamed), { minLength: of, maxLength: of })
  const blank = fc.constant(Array.from({ length: of }, () => cell('abstained')))
  const equal = marksOf(form, spread).map((marks) => Array.from({ length: of }, () => cell('marks', marks)))
  return form.kind === 'score' ? free : fc.oneof({ weight: 8, arbitrary: free }, { weight: 1, arbitrary: blank }, { weight: 1, arbitrary: equal })
}

const countsOf = (form: Form, of: number): fc.Arbitrary<PlannedCounts> => {
  const keys = form.kind === 'grade' ? form.grades.map((grade) => grade.id) : Array.from({ length: of }, (_, at) => String(at + 1))
  return fc.record({ counts: fc.tuple(...keys.map(() => fc.nat(2))).map((numbers) => Object.fromEntries(keys.map((key, at) => [key, numbers[at] ?? 0]))), blank: fc.nat(2), void: fc.nat(1) })
}

const spread = <T>(units: readonly boolean[], values: readonly T[]): readonly (T | null)[] => {
  const left = [...values]
  return units.map((isScored) => (isScored ? left.shift() ?? null : null))
}

/** The ballots of one panel over the contestants it scores; `scored` says which those are. */
export const panelBallots = ({ rules }: Pick<Setting, 'rules'>, bench: Bench, given: { readonly scored: readonly boolean[]; readonly spread: number }): fc.Arbitrary<PlannedPanel> => {
  const { panel, voters } = bench
  const form = formOf(rules, panel)
  const of = given.scored.filter(Boolean).length
  if (panel.voters === 'counts') return fc.array(countsOf(form, of), { minLength: of, maxLength: of }).map((counts) => ({ panel: panel.id, rows: [], counts: spread(given.scored, counts) }))
  const row = sheetOf(form, { of, spread: given.spread, isNamed: panel.voters === 'named' })
  return fc.array(row, { minLength: voters, maxLength: voters }).map((rows) => ({ panel: panel.id, rows: rows.map((cells) => spread(given.scored, cells)), counts: [] }))
}

const amount = oneOf('0.05', '0.1', '0.15', '1', '1.5')
const unitOf = (enteredMost: number | null): fc.Arbitrary<PlannedUnit> => fc.record({
  ends: often<PlannedUnit['ends']>(fc.constant('locked'), oneOf('withdrawn', 'reopened', 'open', 'gone', 'forfeited'), 12),
  relaxed: often(fc.constant(false), fc.constant(true)), again: often(fc.constant(false), fc.constant(true)),
  adjustments: often<PlannedUnit['adjustments']>(fc.constant([]), fc.array(fc.record({ kind: oneOf('up', 'down', 'time'), amount }), { minLength: 1, maxLength: 3 }), 4),
  entered: enteredMost === null ? fc.constant(null) : often<string | null>(oneOf('0', ...[0.7, 0.7, 0.75, 0.9, 1].map((share) => String(share * enteredMost))), fc.constant(null), 19),
})

/** The contestants and, for those still asked, every panel's ballots. */
export const contest = (each: Setting): fc.Arbitrary<Drawn> => {
  const done = each.rules.parts.find((part) => part.source === 'entered')
  return fc.tuple(fc.array(unitOf(done === undefined ? null : Number(done.fullMark)), { minLength: 2 * Math.max(1, each.categories.length), maxLength: 7 }), oneOf(0, 0, 1, 1, 2)).chain(([units, width]) => {
    const scoredBy = (bench: Bench): readonly boolean[] => units.map((unit, at) => unit.ends !== 'gone' && panelScores(bench.panel, categoryOf(each, at)))
    const ballots = fc.tuple(...each.benches.map((bench) => panelBallots(each, bench, { scored: scoredBy(bench), spread: width })))
    const contests = fc.record({ units: fc.constant(units), panels: ballots, again: ballots })
    return often(contests, contests.map((one) => alike(each, one)), 3)
  })
}

type Drawn = { readonly units: readonly PlannedUnit[]; readonly panels: readonly PlannedPanel[]; readonly again: readonly PlannedPanel[] }
/** Everybody of a category with the same figures from other seats: tied to the last link, and dropped at other seats. */
const alike = ({ categories, rules }: Setting, { units, panels, again }: Drawn): Drawn => {
  const step = Math.max(1, categories.length)
  const firstOf = <T>(row: readonly (T | null)[], unit: number): T | null => row.find((cell, at) => cell !== null && at % step === unit % step) ?? null
  const turned = (planned: PlannedPanel): PlannedPanel => {
    const panel = rules.panels.find(({ id }) => id === planned.panel)
    if (panel === undefined || formOf(rules, panel).kind === 'rank') return planned
    const { rows, counts } = planned
    return { panel: planned.panel, rows: rows.map((row, at) => row.map((cell, unit) => (cell === null ? null : firstOf(rows[(at + unit) % rows.length] ?? row, unit)))), counts: counts.map((cell, unit) => (cell === null ? null : firstOf(counts, unit))) }
  }
  return { units: units.map((unit) => ({ ...unit, adjustments: [], again: false, relaxed: false, entered: unit.entered === null ? null : '5' })), panels: panels.map(turned), again }
}

/** Contestants are dealt out to the categories in turn. */
export const categoryOf = ({ categories }: Pick<Setting, 'categories'>, unit: number): string | null => categories[unit % Math.max(1, categories.length)] ?? null
