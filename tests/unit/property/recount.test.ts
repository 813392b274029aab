import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { checkRules } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { sessionFileSchema } from '../../../shared/arena/sessionFile.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { Fraction } from '../../../shared/kernel/fraction.ts'
import { built, fileOf, plan } from './sessions.ts'

const text = ({ top, bottom }: Fraction): string => `${top}/${bottom}`
/** The program's own result in the words of the second count. */
const ownResult = (session: ArenaSession): unknown =>
  resultOf(session).rows.map((row) => ({
    contestant: row.contestant, total: row.tally.text, rank: row.rank, shared: row.shared,
    decidedBy: row.decidedBy === null ? null : 'id' in row.decidedBy ? `${row.decidedBy.by}:${row.decidedBy.id}` : row.decidedBy.by,
    panels: row.tally.panels.map((panel) => ({ panel: panel.panel, mean: text(panel.mean), dropped: panel.dropped })),
  }))

describe('the second count', () => {
  it('gives the same totals, places, deciding rules, dropped sheets and panel means for any session', () => {
    fc.assert(fc.property(plan, (each) => {
      const session = built(each).session()
      const again = recount(fileOf(session))
      expect(again.rows.map(({ name: _name, ...row }) => row)).toEqual(ownResult(session))
    }), { numRuns: 400 })
  })

  it('leaves the same contestants without a place, for the same reason', () => {
    fc.assert(fc.property(plan, (each) => {
      const session = built(each).session()
      expect(recount(fileOf(session)).pending.map(({ contestant, reason }) => ({ contestant, reason }))).toEqual(resultOf(session).pending)
    }), { numRuns: 150 })
  })

  it('waits for the same draws: the program names the first open group, the second count all', () => {
    fc.assert(fc.property(plan, (each) => {
      const session = built({ ...each, draw: false }).session()
      const own = resultOf(session).needsDraw
      const all = recount(fileOf(session)).needsDraw
      expect(all.slice(0, own.length)).toEqual(own)
      expect(own.length === 0).toBe(all.length === 0)
    }), { numRuns: 150 })
  })

  it('reads a file whose rules add up and whose shape is the written one', () => {
    fc.assert(fc.property(plan, (each) => {
      const session = built(each).session()
      expect(checkRules(session.rules).ok).toBe(true)
      expect(sessionFileSchema.safeParse(fileOf(session)).success).toBe(true)
    }), { numRuns: 50 })
  })
})

describe('a random session of these tests', () => {
  it('is often tied, corrected, drawn and short of sheets: the others would prove little otherwise', () => {
    const sessions = fc.sample(plan, { numRuns: 300, seed: 7 }).map((each) => built(each).session())
    const share = (of: (session: ArenaSession) => boolean): number => sessions.filter(of).length / sessions.length
    expect(share((session) => resultOf(session).rows.length > 1)).toBeGreaterThan(0.3)
    expect(share((session) => resultOf(session).rows.some((row) => row.shared))).toBeGreaterThan(0.05)
    expect(share((session) => resultOf(session).rows.some((row) => row.decidedBy !== null && row.decidedBy.by !== 'shared'))).toBeGreaterThan(0.1)
    expect(share((session) => session.draws.length > 0)).toBeGreaterThan(0.05)
    expect(share((session) => resultOf(session).pending.some((each) => each.reason === 'tooFewSheets'))).toBeGreaterThan(0.05)
    expect(share((session) => Object.values(session.contestants).some((each) => each.window.locks.length > 1))).toBeGreaterThan(0.1)
  })
})
