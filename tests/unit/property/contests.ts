// Random contests under any rules: built of events (quick, what the fold makes of them) or played by real commands (what a room can reach).
import fc from 'fast-check'
import type { ArenaEvent } from '../../../shared/arena/events.ts'
import { formOf } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { nameless } from '../../../shared/arena/voters.ts'
import { anArena, judgeId, SESSION, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import { categoryOf, contest, type PlannedCell, type PlannedPanel, type PlannedUnit } from './anyBallots.ts'
import { setting, type Setting } from './anyRules.ts'

export interface Contest extends Setting {
  readonly units: readonly PlannedUnit[]
  readonly panels: readonly PlannedPanel[]
  readonly again: readonly PlannedPanel[]
  readonly seed: string
  /** Whether open groups are settled, and whether a play-off leaves some of them equal. */
  readonly settle: 'not' | 'apart' | 'partly'
}

export const anyContest: fc.Arbitrary<Contest> = setting.chain((each) => fc.record({
  drawn: contest(each), seed: fc.string({ minLength: 4, maxLength: 4, unit: fc.constantFrom(...'0123456789abcdef') }), settle: fc.constantFrom<Contest['settle']>('not', 'apart', 'apart', 'partly'),
}).map(({ drawn, seed, settle }) => ({ ...each, ...drawn, seed, settle })))

/** The seat of the first judge of a panel, as the benches sit one behind the other. */
export const firstSeat = ({ benches }: Pick<Setting, 'benches'>, panel: string): number =>
  benches.slice(0, benches.findIndex((bench) => bench.panel.id === panel)).reduce((seats, bench) => seats + (bench.panel.voters === 'named' ? bench.voters : 0), 0)

/** Paper before the box: the last two of three and more ballots without names come out of the box. */
export const boxed = (voters: number): number => (voters >= 3 ? 2 : 0)

const votersOf = (each: Contest, planned: PlannedPanel): readonly string[] => {
  const panel = each.rules.panels.find(({ id }) => id === planned.panel)
  if (panel?.voters === 'named') return planned.rows.map((_, at) => judgeId(firstSeat(each, planned.panel) + at))
  const paper = planned.rows.length - boxed(planned.rows.length)
  // Numbers out of order, so that the tenth is not taken for the first.
  return planned.rows.map((_, at) => (at < paper ? nameless(planned.panel, 'p', 12 - at) : nameless(planned.panel, 'b', at - paper + 1)))
}

const cellEvents = (voter: string, unit: number, { kind, marks, cause, revision }: PlannedCell & { readonly revision: number }): readonly ArenaEvent[] => [
  ...(kind === 'none' ? [] : [{ name: 'sheetRecorded' as const, body: { session: SESSION, contestant: unitId(unit), judge: voter, revision, source: 'paper' as const, kind, marks: { ...marks } } }]),
  ...(cause === null ? [] : [{ name: 'gapDecided' as const, body: { session: SESSION, contestant: unitId(unit), judge: voter, cause, note: null } }]),
]

const withBallots = (builder: ArenaBuilder, each: Contest, planned: PlannedPanel): ArenaBuilder => {
  const voters = votersOf(each, planned)
  const inBox = voters.filter((voter) => voter.startsWith(`${planned.panel}-b`)).length
  const sealed: readonly ArenaEvent[] = inBox === 0 ? [] : [{ name: 'boxOpened', body: { session: SESSION, panel: planned.panel, box: `box-${planned.panel}` } }, { name: 'boxSealed', body: { session: SESSION, panel: planned.panel, count: inBox, root: '0'.repeat(64), ballots: [] } }]
  const written = planned.rows.reduce<ArenaBuilder>((before, row, at) => row.reduce<ArenaBuilder>((inner, cell, unit) => (cell === null ? inner : inner.event(...cellEvents(voters[at] ?? '', unit, { ...cell, revision: 1 }))), before), builder.event(...sealed))
  return planned.counts.reduce<ArenaBuilder>((before, counts, unit) => (counts === null ? before : before.counted(unit, planned.panel, counts)), written)
}

/** Score sheets of judges written anew for one contestant. */
const rewritten = (builder: ArenaBuilder, each: Contest, unit: number): ArenaBuilder => each.again.reduce<ArenaBuilder>((before, planned) => {
  const panel = each.rules.panels.find(({ id }) => id === planned.panel)
  if (panel === undefined || panel.voters !== 'named' || formOf(each.rules, panel).kind !== 'score') return before
  return planned.rows.reduce<ArenaBuilder>((inner, row, at) => { const cell = row[unit]; return cell == null || cell.kind === 'none' ? inner : inner.event(...cellEvents(votersOf(each, planned)[at] ?? '', unit, { ...cell, revision: 2 })) }, before)
}, builder)

const withUnit = (builder: ArenaBuilder, each: Contest, unit: number): ArenaBuilder => {
  const plan = each.units[unit]
  if (plan === undefined || plan.ends === 'gone') return builder.withdrawn(unit)
  const adjusted = plan.adjustments.reduce<ArenaBuilder>((before, { kind, amount }) => before.adjusted(unit, kind, amount), builder)
  const eased = plan.relaxed ? adjusted.relaxed(unit, 'A', { highest: 0, lowest: 0 }) : adjusted
  if (plan.ends === 'open') return eased
  const first = eased.locked(unit)
  const corrected = plan.again ? rewritten(first.reopened(unit, '示例'), each, unit).locked(unit) : first
  if (plan.ends === 'reopened') return corrected.reopened(unit, '示例')
  return plan.ends === 'withdrawn' ? corrected.withdrawn(unit) : plan.ends === 'forfeited' ? corrected.forfeited(unit) : corrected
}

const placeOf = (id: string): number => Number(id.slice(1)) - 1

/** Open groups one after another, by lot or by a play-off, until nobody asks any more. */
const settled = (builder: ArenaBuilder, { seed, settle }: Contest): ArenaBuilder => {
  const [open] = resultOf(builder.session()).open
  if (open === undefined) return builder
  const units = open.contestants.map(placeOf)
  if (open.by === 'draw') return settled(builder.drawn(units, `${seed}${units.length}`), { seed, settle } as Contest)
  const groups = settle === 'partly' && units.length > 2 ? [units.slice(1, 2), [...units.slice(0, 1), ...units.slice(2)]] : units.toReversed().map((unit) => [unit])
  return settled(builder.playedOff(groups), { seed, settle } as Contest)
}

/** The contest made of its events. */
export const builtContest = (each: Contest): ArenaBuilder => {
  const roster = each.benches.filter(({ panel }) => panel.voters === 'named').reduce<ArenaBuilder>((builder, { panel, voters }) => builder.withJudges(voters, panel.id), anArena().withRules(each.rules).withUnits(each.units.length))
  const dealt = each.categories.length === 0 ? roster : roster.withCategories(...each.units.map((_, unit) => categoryOf(each, unit) ?? ''))
  const voted = each.panels.reduce<ArenaBuilder>((builder, planned) => withBallots(builder, each, planned), dealt)
  const done = each.rules.parts.find((part) => part.source === 'entered')
  const entered = done === undefined ? voted : voted.entered(done.id, each.units.map((unit) => unit.entered))
  const scored = each.units.reduce<ArenaBuilder>((builder, _, unit) => withUnit(builder, each, unit), entered)
  return each.settle === 'not' ? scored : settled(scored, each)
}
