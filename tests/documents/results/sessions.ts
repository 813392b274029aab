// Random sessions for the result workbook: few steps to mark with, so that ties, equal ballots and halves are common. One seed, one session.
import { columnsOf, type Form } from '../../../shared/arena/forms.ts'
import { formOf, panelScores, type Panel, type Rules } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { nameless } from '../../../shared/arena/voters.ts'
import { anArena, judgeId, randomMark, SESSION, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import { below, seeded, type Chance } from '../../support/chance.ts'
import { pick, randomRules } from './randomRules.ts'

interface Scene { readonly chance: Chance; readonly rules: Rules; readonly units: readonly number[]; readonly categories: readonly string[] }

const shuffled = <T>(chance: Chance, items: readonly T[]): readonly T[] => items.map((item) => ({ item, at: chance() })).sort((a, b) => a.at - b.at).map(({ item }) => item)

/** A voter's cells over the units, mostly marks. */
const cellsOf = ({ chance }: Scene, form: Form, units: readonly number[]): readonly (readonly string[] | 'abstained' | 'void')[] => {
  const places = shuffled(chance, units.map((_, at) => String(at + 1)))
  const isSpoiled = chance() < 0.15
  return units.map((_, at) => {
    if (form.kind === 'rank') return isSpoiled ? 'void' : [places[at] ?? '1']
    if (chance() < 0.06) return pick(chance, ['abstained', 'void'] as const)
    return form.kind === 'score' ? form.criteria.map((criterion) => randomMark(criterion, chance)) : [pick(chance, form.grades).id]
  })
}

const withBallots = (builder: ArenaBuilder, voter: string, { scene, panel, source }: { readonly scene: Scene; readonly panel: Panel; readonly source: 'phone' | 'paper' }): ArenaBuilder => {
  const form = formOf(scene.rules, panel)
  const units = unitsOf(scene, panel)
  const cells = cellsOf(scene, form, units)
  return units.reduce<ArenaBuilder>((before, unit, at) => {
    const cell = cells[at] ?? 'void'
    const marks = typeof cell === 'string' ? {} : Object.fromEntries(columnsOf(form).map((column, index) => [column, cell[index] ?? '']))
    return before.event({ name: 'sheetRecorded', body: { session: SESSION, contestant: unitId(unit), judge: voter, revision: 1, source, kind: typeof cell === 'string' ? cell : 'marks', marks } })
  }, builder)
}

const unitsOf = ({ units, categories }: Scene, panel: Panel): readonly number[] => units.filter((unit) => panelScores(panel, categories[unit] ?? null))

const withCounts = (builder: ArenaBuilder, scene: Scene, panel: Panel): ArenaBuilder => {
  const form = formOf(scene.rules, panel)
  const units = unitsOf(scene, panel)
  const keys = form.kind === 'grade' ? form.grades.map((grade) => grade.id) : units.map((_, at) => String(at + 1))
  return units.reduce<ArenaBuilder>((before, unit) => before.counted(unit, panel.id, { counts: Object.fromEntries(keys.map((key) => [key, below(scene.chance, 5)])), blank: below(scene.chance, 3), void: below(scene.chance, 2) }), builder)
}

/** Judges first, so that seats are known; then every panel's ballots. */
const withPanels = (builder: ArenaBuilder, scene: Scene): ArenaBuilder => {
  const { chance, rules } = scene
  const seats = rules.panels.flatMap((panel) => (panel.voters === 'named' ? Array.from({ length: 5 + below(chance, 4) }, () => panel) : []))
  const seated = seats.reduce<ArenaBuilder>((before, panel) => before.withJudges(1, panel.id), builder)
  const voted = seats.reduce<ArenaBuilder>((before, panel, seat) => withGaps(withBallots(before, judgeId(seat), { scene, panel, source: 'phone' }), scene, { panel, seat }), seated)
  return rules.panels.reduce<ArenaBuilder>((before, panel) => {
    if (panel.voters === 'counts') return withCounts(before, scene, panel)
    const ballots = panel.voters === 'named' ? 0 : 3 + below(chance, 8)
    return Array.from({ length: ballots }, (_, at) => nameless(panel.id, at % 3 === 0 ? 'b' : 'p', at + 1)).reduce<ArenaBuilder>((each, voter) => withBallots(each, voter, { scene, panel, source: 'paper' }), before)
  }, voted)
}

const withGaps = (builder: ArenaBuilder, scene: Scene, { panel, seat }: { readonly panel: Panel; readonly seat: number }): ArenaBuilder =>
  unitsOf(scene, panel).reduce<ArenaBuilder>((before, unit) => {
    if (scene.chance() > 0.07) return before
    const isRank = formOf(scene.rules, panel).kind === 'rank'
    return before.gap(unit, seat, pick(scene.chance, isRank ? (['absent', 'leftEarly'] as const) : (['recused', 'absent', 'leftEarly'] as const)))
  }, builder)

const withExtras = (builder: ArenaBuilder, { chance, rules, units }: Scene): ArenaBuilder => {
  const entered = rules.parts.filter((part) => part.source === 'entered').reduce<ArenaBuilder>((before, part) =>
    before.entered(part.id, units.map(() => (chance() < 0.05 ? null : String((Math.round(Number(part.fullMark) * 2) - 2 * below(chance, 2)) / 2)))), builder)
  if (chance() < 0.5) return entered
  return units.reduce<ArenaBuilder>((before, unit) => {
    const made = chance() < 0.3 ? before.adjusted(unit, 'bonus', pick(chance, ['0.5', '1.25'])).adjusted(unit, 'bonus', pick(chance, ['0.5', '1'])) : before
    return chance() < 0.2 ? made.adjusted(unit, 'late', pick(chance, ['0.02', '0.05'])) : made
  }, entered)
}

/** Holds every draw and play-off that the standings ask for, except now and then the last one. */
const settled = (builder: ArenaBuilder, chance: Chance): ArenaBuilder => {
  for (let held = 0; held < 8; held += 1) {
    const [open] = resultOf(builder.session()).open
    if (open === undefined || chance() < 0.3) return builder
    const units = shuffled(chance, open.contestants.map((id) => Number(id.slice(1)) - 1))
    const [first = 0, ...rest] = units
    const groups = chance() < 0.4 && rest.length > 1 ? [[first], rest] : units.map((unit) => [unit])
    builder = open.by === 'draw' ? builder.drawn(units, `seed${held}`) : builder.playedOff(groups)
  }
  return builder
}

export const randomSession = (seed: number): ArenaSession => {
  const chance = seeded(seed)
  const rules = randomRules(chance)
  const units = Array.from({ length: 4 + below(chance, 7) }, (_, at) => at)
  const categories = rules.categories.length === 0 ? [] : units.map((unit) => rules.categories[unit % 2]?.id ?? '')
  const scene: Scene = { chance, rules, units, categories }
  let builder = withExtras(withPanels(anArena().withRules(rules).withUnits(units.length).withCategories(...categories), scene), scene)
  for (const unit of units) {
    if (chance() < 0.05) continue
    if (chance() < 0.1) builder = builder.relaxed(unit, 'P1', { highest: 0, lowest: 0 })
    builder = builder.locked(unit)
    const end = chance()
    if (end < 0.04) builder = builder.withdrawn(unit)
    else if (end < 0.08) builder = builder.reopened(unit, '示例')
    else if (end < 0.11) builder = builder.forfeited(unit)
  }
  return settled(builder, chance).session()
}
