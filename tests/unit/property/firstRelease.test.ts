// Sessions of the first release: their rules raised to today's shape give the result that the first release gave, counted from its own file format.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { raiseRules } from '../../../shared/arena/raiseRules.ts'
import type { Rules } from '../../../shared/arena/rules.ts'
import type { SessionFile } from '../../../shared/arena/sessionFile.ts'
import { aRule } from '../../support/ruleWords.ts'
import { built, fileOf, plan } from './sessions.ts'

/** Rules as the first release wrote them; shares of 100 were its weights. */
const asFirst = (rules: Rules): object => {
  const [form] = rules.forms
  const { mark, panel, final } = rules.rounding
  const { marks, panelMeans, total, ranking, standings } = rules.disclosure
  const { speechSeconds, firstWarning, secondWarning, questionSeconds } = rules.time
  return {
    fullMark: rules.fullMark, criteria: form?.kind === 'score' ? form.criteria : [],
    panels: rules.panels.map(({ id, name, points, colour, dropHighest, dropLowest, minimum, recusal }) => ({ id, name, weight: points, colour, dropHighest, dropLowest, minimum, recusal })),
    trimOf: rules.panels[0]?.trimOf ?? 'totals', rounding: { mark, panel, final }, ties: rules.ties, windows: rules.windows, reveal: rules.reveal,
    disclosure: { marks, panelMeans, total, ranking, standings }, time: { speechSeconds, firstWarning, secondWarning, questionSeconds }, singleOperator: rules.singleOperator,
  }
}
/** A file as the first release wrote it. */
const firstFile = (file: SessionFile): unknown => ({
  format: file.format, version: 1, session: file.session, title: file.title, phase: file.phase, exportedAt: file.exportedAt, marking: file.marking, rules: asFirst(file.rules),
  order: file.order, orderMethod: file.orderMethod, orderSeed: file.orderSeed, judges: file.judges, draws: file.draws,
  contestants: file.contestants.map(({ id, name, shortName, speaker, withdrawn, locked, sheets, gaps, relaxed, revisions, lateSheets, corrections }) => ({ id, name, shortName, speaker, withdrawn, locked, sheets, gaps, relaxed, revisions, lateSheets, corrections })),
})

describe('rules of the first release', () => {
  it('raised, spell out what was fixed then, and add up', () => {
    const first = { ...asFirst(aRule()), fullMark: '120', panels: [['A', '60'], ['B', '40']].map(([id = '', weight = '']) => ({ id, name: id, weight, colour: '#000000', dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' })) }
    const raised = raiseRules(first)
    // 60 % and 40 % of 120.
    expect(raised.panels.map(({ points, form, part, voters, average, trimOf }) => [points, form, part, voters, average, trimOf])).toEqual([['72', 'form', 'onSite', 'named', 'mean', 'totals'], ['48', 'form', 'onSite', 'named', 'mean', 'totals']])
    expect(checkRules(raised).ok).toBe(true)
    expect(raised.missing).toEqual({ absent: 'excluded', recused: 'excluded', abstained: 'excluded', void: 'excluded', leftEarly: 'excluded', leftEarlyMarks: 'stand', fillPlaces: null })
  })

  it('that somebody has changed by hand are refused, never half taken', () => {
    expect(() => raiseRules({ ...asFirst(aRule()), trimOf: 'both' })).toThrow()
    expect(() => raiseRules({ ...asFirst(aRule()), panels: [{ id: 'A' }] })).toThrow()
  })

  it('come back as they were', () => {
    fc.assert(fc.property(plan, (each) => {
      const { rules } = built(each).session()
      expect(raiseRules(asFirst(rules))).toEqual(rules)
    }), { numRuns: 60 })
  })

  it('give the result that a count of the first format gives', () => {
    fc.assert(fc.property(plan, (each) => {
      const session = built(each).session()
      const raised = { ...session, rules: raiseRules(asFirst(session.rules)) }
      const today = recount(fileOf(raised))
      const then = recount(firstFile(fileOf(session) as SessionFile))
      expect(then.rows.map(({ contestant, total, rank, decidedBy }) => [contestant, total, rank, decidedBy])).toEqual(today.rows.map(({ contestant, total, rank, decidedBy }) => [contestant, total, rank, decidedBy]))
      expect(then.pending.map(({ contestant, reason }) => [contestant, reason])).toEqual(today.pending.map(({ contestant, reason }) => [contestant, reason]))
    }), { numRuns: 120 })
  })
})
