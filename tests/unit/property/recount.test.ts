// The program against the second count, exactly: any rules, any ballots. LEITAI_SOAK=1 runs the long form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { resultOf, type RankedRow } from '../../../shared/arena/sessionResult.ts'
import { sessionFileSchema } from '../../../shared/arena/sessionFile.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { TextRef } from '../../../shared/kernel/decision.ts'
import { anyContest, builtContest } from './contests.ts'
import { edges } from './edges.ts'
import { ownRows } from './ownRows.ts'
import { played } from './playing.ts'
import { built, fileOf, plan } from './sessions.ts'

const isSoak = (process.env['LEITAI_SOAK'] ?? '') !== ''
const RUNS = isSoak ? 10_000 : 300
const PATIENCE = isSoak ? 1_800_000 : 30_000

const expectAgreement = (session: ArenaSession, read?: (reference: TextRef) => string): void => {
  const again = recount(fileOf(session, read))
  expect(again.rows.map(({ name: _name, ...row }) => row)).toEqual(ownRows(session))
  expect(again.pending.map(({ contestant, reason }) => ({ contestant, reason }))).toEqual(resultOf(session).pending)
  expect(again.open).toEqual(resultOf(session).open)
}

describe('the second count', () => {
  it.each(Object.entries(edges))('agrees at the edge: %s', (_name, builder) => {
    expectAgreement(builder.session())
  })

  it('gives the same figures, places, deciding links, drops, parts, tiers and place points for any rules and any ballots', () => {
    fc.assert(fc.property(anyContest, (each) => expectAgreement(builtContest(each).session())), { numRuns: RUNS })
  }, PATIENCE)

  it('agrees after a room has played a contest by real commands', () => {
    fc.assert(fc.property(anyContest, (each) => { const room = played(each); expectAgreement(room.session, room.context().read) }), { numRuns: RUNS / 5 })
  }, PATIENCE)

  it('agrees on any session with one score sheet: totals, places, drops and who waits', () => {
    fc.assert(fc.property(plan, (each) => expectAgreement(built(each).session())), { numRuns: 200 })
  })

  it('reads a file whose rules add up and whose shape is the written one', () => {
    fc.assert(fc.property(anyContest, (each) => {
      const session = builtContest(each).session()
      expect(checkRules(session.rules)).toEqual({ ok: true, value: true })
      expect(sessionFileSchema.safeParse(fileOf(session)).success).toBe(true)
    }), { numRuns: 100 })
  })
})

describe('a random contest of these tests', () => {
  const sessions = fc.sample(anyContest, { numRuns: 300, seed: 7 }).map((each) => builtContest(each).session())
  const share = (of: (session: ArenaSession) => boolean): number => sessions.filter(of).length / sessions.length
  const rows = (session: ArenaSession): readonly RankedRow[] => resultOf(session).rows
  const panels = (session: ArenaSession) => rows(session).flatMap((row) => row.tally.panels)

  it('is often tied, corrected, settled and short of sheets: the others would prove little otherwise', () => {
    expect(share((session) => rows(session).length > 1)).toBeGreaterThan(0.3)
    expect(share((session) => rows(session).some((row) => row.shared))).toBeGreaterThan(0.05)
    expect(share((session) => rows(session).some((row) => row.decidedBy !== null && row.decidedBy.by !== 'shared'))).toBeGreaterThan(0.05)
    expect(share((session) => session.draws.length > 0)).toBeGreaterThan(0.02)
    expect(share((session) => session.playOffs.length > 0)).toBeGreaterThan(0.02)
    expect(share((session) => resultOf(session).pending.some((each) => each.reason === 'tooFewSheets'))).toBeGreaterThan(0.03)
    expect(share((session) => Object.values(session.contestants).some((each) => each.window.locks.length > 1))).toBeGreaterThan(0.1)
  })

  it('has every ballot, every cause, every fill, dropping, voids and caps among its figures', () => {
    const causes = (cause: string) => share((session) => panels(session).some((panel) => panel.counted.some((each) => each.cause === cause)))
    for (const cause of ['absent', 'recused', 'leftEarly', 'abstained', 'void']) expect([cause, causes(cause) > 0.05]).toEqual([cause, true])
    for (const by of ['zero', 'fillBefore', 'fillAfter']) expect([by, share((session) => panels(session).some((panel) => panel.sheets.some((sheet) => sheet.by === by))) > 0.03]).toEqual([by, true])
    for (const kind of ['score', 'grade', 'rank'] as const) expect([kind, share((session) => rows(session).length > 0 && session.rules.forms.some((form) => form.kind === kind)) > 0.1]).toEqual([kind, true])
    expect(share((session) => panels(session).some((panel) => panel.dropped.length > 0))).toBeGreaterThan(0.1)
    expect(share((session) => rows(session).some((row) => row.tally.adjustments.some((line) => line.isCapped)))).toBeGreaterThan(0.03)
    expect(share((session) => rows(session).some((row) => row.tally.parts.length > 1))).toBeGreaterThan(0.1)
  })
})
