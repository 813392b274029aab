// Random sessions with one score sheet and judges by name, as fast-check arbitraries that shrink: seats, sheets, decisions, corrections, draws.
// Marks come from few values, so that ties, equal sheets and all-equal panels are common. Nothing here knows a result.
import fc from 'fast-check'
import type { GapCause } from '../../../shared/arena/events.ts'
import type { Criterion } from '../../../shared/arena/forms.ts'
import type { Panel, TieRule } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { sessionFile, type SessionFile } from '../../../shared/arena/sessionFile.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { TextRef } from '../../../shared/kernel/decision.ts'
import { aCriterion, anArena, aPanel, readText, type ArenaBuilder, type SheetWords } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { markOf } from './anyBallots.ts'

const CRITERIA: readonly (readonly Criterion[])[] = [
  [aCriterion('c1', '100', { step: '0.01' })],
  [aCriterion('c1', '100', { floor: '80', ceiling: '90' })],
  [aCriterion('c1', '60'), aCriterion('c2', '40', { step: '0.1' })],
  [aCriterion('c1', '30', { step: '1' }), aCriterion('c2', '40', { step: '0.25', floor: '10' }), aCriterion('c3', '30')],
]
const WEIGHTS: readonly (readonly string[])[] = [['100'], ['60', '40'], ['33.3', '66.7'], ['30', '40', '30'], ['33.3', '33.3', '33.4']]
const IDS = ['A', 'B', 'C']

interface Bench { readonly panel: Panel; readonly seats: number }
const often = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: seldom })

/** Mostly a panel has sheets enough for its trim and one or two to spare, seldom fewer. */
const benchOf = (id: string, weight: string, most: number): fc.Arbitrary<Bench> =>
  fc.integer({ min: 1, max: most }).chain((seats) => {
    const drop = fc.nat(Math.min(2, Math.max(0, Math.floor((seats - 2) / 2))))
    return fc.record({ dropHighest: drop, dropLowest: drop, spare: often(fc.constant(0), fc.nat(2)) }).map(({ dropHighest, dropLowest, spare }) =>
      ({ seats, panel: aPanel(id, weight, { dropHighest, dropLowest, minimum: dropHighest + dropLowest + 1 + spare }) }))
  })
const benches: fc.Arbitrary<readonly Bench[]> = fc.constantFrom(...WEIGHTS).chain((weights) => fc.tuple(...weights.map((weight, at) => benchOf(IDS[at] ?? '', weight, Math.floor(9 / weights.length)))))

const tieList = (criteria: readonly Criterion[], of: readonly Panel[]): fc.Arbitrary<readonly TieRule[]> => {
  const links: readonly TieRule[] = [
    { by: 'moreDecimals' }, { by: 'untrimmedMean' },
    ...of.map((panel): TieRule => ({ by: 'panel', id: panel.id })), ...criteria.map((criterion): TieRule => ({ by: 'criterion', id: criterion.id })),
  ]
  return fc.tuple(fc.array(fc.constantFrom(...links), { maxLength: 4 }), fc.constantFrom<TieRule>({ by: 'shared' }, { by: 'draw' })).map(([list, last]) => [...list, last])
}

const places = fc.constantFrom(null, 0, 1, 2)
interface Ground { readonly rules: RuleWords; readonly criteria: readonly Criterion[]; readonly judges: readonly string[] }
/** Rules that add up, with the panel of each judge in seat order. */
export const ground: fc.Arbitrary<Ground> = fc.tuple(fc.constantFrom(...CRITERIA), benches).chain(([criteria, seated]) => {
  const of = seated.map((bench) => bench.panel)
  const rules = fc.record({
    criteria: fc.constant<Criterion[]>([...criteria]), panels: fc.constant<Panel[]>([...of]), trimOf: fc.constantFrom('totals' as const, 'criteria' as const),
    rounding: fc.record({ mark: places, panel: places, final: fc.nat(3) }), ties: tieList(criteria, of).map((list) => [...list]),
  })
  return rules.map((each) => ({ rules: each, criteria, judges: seated.flatMap(({ panel, seats }) => Array.from({ length: seats }, () => panel.id)) }))
})

export const marksSheet = (criteria: readonly Criterion[], spread: number): fc.Arbitrary<readonly string[]> => fc.tuple(...criteria.map((criterion) => markOf(criterion, spread)))

interface Seat { readonly sheet: SheetWords | null; readonly cause: GapCause | null }
export interface UnitPlan { readonly seats: readonly Seat[]; readonly again: readonly Seat[] | null; readonly relaxed: boolean; readonly ends: 'locked' | 'withdrawn' | 'reopened' | 'open' }
export interface Plan { readonly rules: RuleWords; readonly judges: readonly string[]; readonly units: readonly UnitPlan[]; readonly seed: string; readonly draw: boolean }

const seatOf = (criteria: readonly Criterion[], spread: number): fc.Arbitrary<Seat> =>
  fc.record({
    sheet: often<SheetWords | null>(marksSheet(criteria, spread), fc.constantFrom('abstained' as const, 'void' as const, null)),
    cause: often<GapCause | null>(fc.constant(null), fc.constantFrom('recused', 'absent', 'leftEarly', 'wait', 'paper')),
  })

const unitOf = (criteria: readonly Criterion[], judges: number, spread: number): fc.Arbitrary<UnitPlan> => {
  const seats = fc.array(seatOf(criteria, spread), { minLength: judges, maxLength: judges })
  return fc.record({
    seats, again: often<readonly Seat[] | null>(fc.constant(null), seats), relaxed: often(fc.constant(false), fc.constant(true)),
    ends: often<UnitPlan['ends']>(fc.constant('locked'), fc.constantFrom('withdrawn', 'reopened', 'open')),
  })
}

/** 2–12 contestants, 1–3 panels, 1–9 judges. */
export const plan: fc.Arbitrary<Plan> = fc.tuple(ground, fc.nat(2)).chain(([{ rules, criteria, judges }, spread]) =>
  fc.record({
    rules: fc.constant(rules), judges: fc.constant(judges), units: fc.array(unitOf(criteria, judges.length, spread), { minLength: 2, maxLength: 12 }),
    seed: fc.string({ minLength: 4, maxLength: 4, unit: fc.constantFrom(...'0123456789abcdef') }), draw: fc.boolean(),
  }))

const withSeats = (builder: ArenaBuilder, unit: number, seats: readonly Seat[]): ArenaBuilder =>
  seats.reduce<ArenaBuilder>((before, { sheet, cause }, judge) => {
    const sent = sheet === null ? before : before.sheet(unit, judge, sheet)
    return cause === null ? sent : sent.gap(unit, judge, cause)
  }, builder)

const withUnit = (builder: ArenaBuilder, unit: number, { seats, again, relaxed, ends }: UnitPlan): ArenaBuilder => {
  const sent = withSeats(builder.opened(unit), unit, seats)
  const eased = relaxed ? sent.relaxed(unit, 'A', { highest: 0, lowest: 0 }) : sent
  if (ends === 'open') return eased
  const first = eased.locked(unit)
  const corrected = again === null ? first : withSeats(first.reopened(unit, '示例'), unit, again).locked(unit)
  return ends === 'withdrawn' ? corrected.withdrawn(unit) : ends === 'reopened' ? corrected.reopened(unit, '示例') : corrected
}

/** The session of a plan; where the plan draws, every open group is drawn, one after another. */
export const built = ({ rules, judges, units, seed, draw }: Plan): ArenaBuilder => {
  const roster = judges.reduce<ArenaBuilder>((builder, panel) => builder.withJudges(1, panel), anArena().withRules(rules).withUnits(units.length))
  const scored = units.reduce<ArenaBuilder>((builder, each, unit) => withUnit(builder, unit, each), roster)
  return draw ? drawn(scored, seed) : scored
}

const drawn = (builder: ArenaBuilder, seed: string): ArenaBuilder => {
  const [open] = resultOf(builder.session()).open
  return open === undefined ? builder : drawn(builder.drawn(open.contestants.map((id) => Number(id.slice(1)) - 1), `${seed}${open.contestants.length}`), seed)
}

/** The session file as it is read from disk: through JSON. */
export const fileOf = (session: ArenaSession, read: (reference: TextRef) => string = readText): unknown => {
  const file: SessionFile = sessionFile(session, { read, revisions: () => [], exportedAt: '2026-11-02T12:00:00.000Z', marking: '' })
  return JSON.parse(JSON.stringify(file)) as unknown
}
