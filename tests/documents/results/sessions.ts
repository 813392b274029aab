// Random sessions for the result workbook: few steps to mark with, so that ties, equal sheets and halves are common. One seed, one session.
import { PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts'
import { checkRules, type Rules, type TieRule } from '../../../shared/arena/rules.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { aCriterion, anArena, aPanel, readText, type ArenaBuilder } from '../../support/anArena.ts'
import { below, seeded, type Chance } from '../../support/chance.ts'
import { standings } from '../../../shared/arena/standings.ts'
import { boardOf } from '../../../electron/documents/workbook/result/board.ts'

const pick = <T>(chance: Chance, choices: readonly T[]): T => {
  const chosen = choices[below(chance, choices.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

const randomRules = (chance: Chance): Partial<Rules> => {
  const criteria = pick(chance, [
    [aCriterion('c1', '60', { step: '10', floor: '40' }), aCriterion('c2', '40', { step: '5', floor: '20' })],
    [aCriterion('c1', '50', { step: '0.5', floor: '48' }), aCriterion('c2', '30', { step: '0.25', floor: '29' }), aCriterion('c3', '20', { step: '0.1', floor: '19.5' })],
    [aCriterion('c1', '100', { step: '0.01', floor: '99.9' })],
  ])
  const weights = pick(chance, [['100'], ['60', '40'], ['33.3', '33.3', '33.4']])
  const drops = { dropHighest: below(chance, 3), dropLowest: below(chance, 2) }
  const panels = weights.map((weight, at) => aPanel(`P${at + 1}`, weight, { colour: PANEL_COLOURS[at] ?? '#000000', name: pick(chance, ['一组', '二组', '=组"']), ...drops, minimum: drops.dropHighest + drops.dropLowest + 1 }))
  const last: TieRule = pick(chance, [{ by: 'shared' }, { by: 'draw' }])
  const bare = chance() < 0.35
  const some = (tie: TieRule, share: number): readonly TieRule[] => (!bare && chance() < share ? [tie] : [])
  const ties: TieRule[] = [...some({ by: 'moreDecimals' }, 0.6), ...some({ by: 'panel', id: 'P1' }, 0.5), ...some({ by: 'criterion', id: 'c1' }, 0.5), ...some({ by: 'untrimmedMean' }, 0.5), last]
  const places = () => pick(chance, [null, null, 1, 2])
  return { criteria, panels, ties, trimOf: pick(chance, ['totals', 'criteria']), rounding: { mark: places(), panel: places(), final: pick(chance, [0, 1, 2, 2, 3]) } }
}

/** Holds every draw that the standings ask for, except now and then the last one. */
const withDraws = (builder: ArenaBuilder, chance: Chance): ArenaBuilder => {
  for (let held = 0; held < 6; held += 1) {
    const board = boardOf(builder.session(), readText)
    const result = standings(board.rules, board.rows.flatMap((row) => (row.tally?.ok === true ? [{ contestant: row.id, tally: row.tally }] : [])), board.draws)
    if (result.ok || chance() < 0.25) return builder
    builder = builder.drawn(result.needsDraw.map((id) => Number(id.slice(1)) - 1), `seed${held}`)
  }
  return builder
}

const withGaps = (builder: ArenaBuilder, unit: number, { chance, judges }: { readonly chance: Chance; readonly judges: number }): ArenaBuilder => {
  if (chance() > 0.4) return builder
  const judge = below(chance, judges)
  const what = pick(chance, ['recused', 'absent', 'leftEarly', 'abstained', 'void'] as const)
  return what === 'abstained' || what === 'void' ? builder.sheet(unit, judge, what) : builder.gap(unit, judge, what)
}

export const randomSession = (seed: number): ArenaSession => {
  const chance = seeded(seed)
  const rules = randomRules(chance)
  const units = 3 + below(chance, 7)
  let builder = anArena().withRules(rules).withUnits(units)
  for (const panel of rules.panels ?? []) builder = builder.withJudges(5 + below(chance, 4), panel.id)
  if (chance() < 0.5) builder = builder.withJudges(1, 'P1')
  const session = builder.session()
  const fault = checkRules(session.rules)
  if (!fault.ok) throw new Error(JSON.stringify(fault.refusal))
  for (let unit = 0; unit < units; unit += 1) {
    if (chance() < 0.06) continue
    builder = withGaps(builder.randomSheets(unit, chance), unit, { chance, judges: session.judges.length })
    if (chance() < 0.1) builder = builder.relaxed(unit, 'P1', { highest: 0, lowest: 0 })
    builder = builder.locked(unit)
    const end = chance()
    if (end < 0.05) builder = builder.withdrawn(unit)
    else if (end < 0.1) builder = builder.reopened(unit, '示例')
  }
  return withDraws(builder, chance).session()
}
