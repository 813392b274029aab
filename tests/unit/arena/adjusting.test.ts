// 加分、扣分与计时 (domain.md §2 time, §2.4 items 3, 4): re-scaled, capped, never clipping; what the clock proposes and the host settles; forfeits.
import { describe, expect, it } from 'vitest'
import { adjustmentLines, timeProposal } from '../../../shared/arena/adjusting.ts'
import type { Adjustment, Rules } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { anArena, aCriterion, aPanel, type ArenaBuilder } from '../../support/anArena.ts'
import { aRule, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'
import { exact, tallyOf, totalsOf } from './readings.ts'

const kind = (id: string, sign: Adjustment['sign'], more: Partial<Adjustment> = {}): Adjustment => ({ id, name: id, sign, fullMark: '100', cap: null, ...more })
const scored = (figure: number, adjustments: Adjustment[], words: RuleWords = {}): ArenaBuilder =>
  anArena().withRules({ criteria: [aCriterion('c1', '100', { step: '0.01' })], panels: [aPanel('A', '100')], adjustments, ...words }).withUnits(1).withJudges(1).sheet(0, 0, [figure])

/** Light at 7′30″, bell at 8′00″, on a 10-point scale: 1–10 s −0.02, 11–20 s −0.05, 21–30 s −0.1, cap −0.2; under 6′ −0.1. */
const TIME: Rules['time'] = {
  speechSeconds: 480, firstWarning: 30, secondWarning: 0, questionSeconds: 120, lateForfeitSeconds: 60,
  penalty: { fullMark: '10', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 10, amount: '0.02' }, { upTo: 20, amount: '0.05' }, { upTo: 30, amount: '0.1' }], cap: '0.2', under: { seconds: 360, amount: '0.1' } },
}

describe('a bonus or a penalty', () => {
  it('in its own scale is re-scaled to the scheme: 0.05 of 10 is 0.5 of 100', () => {
    expect(totalsOf(scored(80, [kind('down', 'penalty', { fullMark: '10' })]).adjusted(0, 'down', '0.05').locked(0))).toEqual(['79.50'])
    expect(totalsOf(scored(80, [kind('up', 'bonus', { fullMark: '10' })]).adjusted(0, 'up', '0.05').locked(0))).toEqual(['80.50'])
    // 1.5 of 100 in a scheme of 120 is 1.8; 80 of 100 is 96.
    expect(totalsOf(scored(80, [kind('up', 'bonus')], { fullMark: '120', panels: [aPanel('A', '120')] }).adjusted(0, 'up', '1.5').locked(0))).toEqual(['97.80'])
  })

  it('of one kind adds up and is capped in its own scale, each kind for itself', () => {
    // 0.15 + 0.1 = 0.25, capped 0.2 of 10 → 2; the other kind 3 of 100 uncapped.
    const builder = scored(80, [kind('down', 'penalty', { fullMark: '10', cap: '0.2' }), kind('more', 'penalty')]).adjusted(0, 'down', '0.15').adjusted(0, 'down', '0.1').adjusted(0, 'more', '3').locked(0)
    expect(totalsOf(builder)).toEqual(['75.00'])
    expect(tallyOf(builder).adjustments.map((line) => [line.kind, line.made, line.isCapped, exact(line.points)])).toEqual([['down', ['0.15', '0.1'], true, '-2'], ['more', ['3'], false, '-3']])
  })

  it('up to the cap is not capped', () => {
    expect(totalsOf(scored(80, [kind('up', 'bonus', { cap: '2' })]).adjusted(0, 'up', '2').locked(0))).toEqual(['82.00'])
    expect(totalsOf(scored(80, [kind('up', 'bonus', { cap: '2' })]).adjusted(0, 'up', '2.01').locked(0))).toEqual(['82.00'])
  })

  it('never clips the total, neither at the full mark nor at 0', () => {
    expect(totalsOf(scored(99, [kind('up', 'bonus')]).adjusted(0, 'up', '3').locked(0))).toEqual(['102.00'])
    expect(totalsOf(scored(1, [kind('down', 'penalty')]).adjusted(0, 'down', '3').locked(0))).toEqual(['-2.00'])
  })

  it('stands outside dropping and outside the mean without dropping', () => {
    const tallied = tallyOf(scored(80, [kind('down', 'penalty')]).adjusted(0, 'down', '3').locked(0))
    expect([exact(tallied.panels[0]?.mean ?? tallied.exact), exact(tallied.untrimmed), exact(tallied.exact)]).toEqual(['80', '80', '77'])
  })

  it('for time bears the scale and the cap of the clock, over both phases together', () => {
    const made = (amount: string) => ({ adjustment: 'a', kind: 'time', amount, phase: 'speech' as const, seconds: 12, reason: null })
    const [line] = adjustmentLines(aRule({ time: TIME }), [made('0.15'), made('0.1')])
    expect([line?.kind, exact(line?.points ?? { top: 0n, bottom: 1n })]).toEqual(['time', '-2'])
  })
})

describe('the clock proposes', () => {
  const at = (seconds: number, words: Partial<NonNullable<Rules['time']['penalty']>> = {}, phase: 'speech' | 'questions' = 'speech'): unknown => {
    const penalty = TIME.penalty
    if (penalty === null) throw new Error('no penalty')
    const proposal = timeProposal(aRule({ time: { ...TIME, penalty: { ...penalty, ...words } } }), phase, Math.round(seconds * 1000))
    return proposal === null ? null : [proposal.amount, proposal.seconds]
  }

  it.each<[number, unknown]>([
    [480, null], [480.999, null], [481, ['0.02', 1]], [490, ['0.02', 10]], [490.9, ['0.02', 10]], [491, ['0.05', 11]], [500, ['0.05', 20]], [501, ['0.1', 21]], [510, ['0.1', 30]],
    [511, ['0.2', 31]], [3600, ['0.2', 3120]], [360, null], [359.9, ['0.1', -1]], [0, ['0.1', -360]],
  ])('after %d seconds: %j', (seconds, proposal) => {
    expect(at(seconds)).toEqual(proposal)
  })

  it.each<[number, unknown]>([[490, null], [491, ['0.2', 11]], [509, ['0.2', 29]], [510, ['0.5', 30]]])('with 10 seconds of grace, then 0.2, from 30 on 0.5 — after %d seconds: %j', (seconds, proposal) => {
    expect(at(seconds, { graceSeconds: 10, tiers: [{ upTo: 29, amount: '0.2' }], cap: '0.5', under: null })).toEqual(proposal)
  })

  it('nothing for a phase that is not timed, and no under-time for questions', () => {
    expect([at(999, {}, 'questions'), at(131, { phases: 'both' }, 'questions'), at(1, { phases: 'both' }, 'questions'), at(999, { phases: 'questions' })]).toEqual([null, ['0.05', 11], null, null])
  })

  it('nothing where the rules have no penalty or no limit', () => {
    expect(timeProposal(aRule({ time: { ...TIME, penalty: null } }), 'speech', 999_000)).toBeNull()
    expect(timeProposal(aRule({ time: { ...TIME, speechSeconds: 0 } }), 'speech', 999_000)).toBeNull()
  })
})

describe('a proposed penalty', () => {
  /** One contestant who spoke 8 min 12.9 s; sheets in. */
  const spoken = (milliseconds = 492_900): Room => {
    const room = aRoom({ units: 1, judges: judgesOf(1), rules: { time: TIME } }).live().opened(0)
    room.mono += milliseconds
    room.at(0, 'timer.pause')
    room.submitAll(0)
    return room
  }
  const code = (room: Room, name: string, more: object = {}): unknown => { const refusal = room.refusal(name, { contestant: room.unit(0), ...more }); return typeof refusal === 'string' ? refusal : refusal.code }
  const total = (room: Room): unknown => { room.at(0, 'window.check'); room.at(0, 'window.lock'); return resultOf(room.session).rows[0]?.tally.text }

  it('stands between the window and its check until the host has confirmed or waived it', () => {
    expect(spoken().refusal('window.check', { contestant: spoken().unit(0) })).toEqual({ code: 'penaltyUndecided', details: { seconds: 12, amount: '0.05' } })
    const confirmed = spoken()
    confirmed.at(0, 'penalty.confirm', { phase: 'speech', amount: '0.05', reason: '' })
    // 90 − 0.05 × 10.
    expect(total(confirmed)).toBe('89.50')
    const waived = spoken()
    waived.at(0, 'penalty.waive', { phase: 'speech', reason: '主持人打断' })
    expect(total(waived)).toBe('90.00')
  })

  it('waits while the clock still runs: nobody knows yet what it will say', () => {
    const room = aRoom({ units: 1, judges: judgesOf(1), rules: { time: TIME } }).live().opened(0)
    room.submitAll(0)
    expect(code(room, 'window.check')).toBe('timerRunning')
    const untimed = aRoom({ units: 1, judges: judgesOf(1) }).live().opened(0)
    untimed.submitAll(0)
    expect(code(untimed, 'window.check')).toBe('accepted')
  })

  it('may be another figure of the host’s, with its reason', () => {
    const room = spoken()
    expect(code(room, 'penalty.confirm', { phase: 'speech', amount: '0.1', reason: ' ' })).toBe('nameEmpty')
    room.at(0, 'penalty.confirm', { phase: 'speech', amount: '0.1', reason: '按裁定' })
    expect(total(room)).toBe('89.00')
  })

  it('is settled once, and open again when it is taken back', () => {
    const room = spoken()
    room.at(0, 'penalty.confirm', { phase: 'speech', amount: '0.05', reason: '' })
    expect([code(room, 'penalty.confirm', { phase: 'speech', amount: '0.05', reason: '' }), code(room, 'penalty.waive', { phase: 'speech', reason: '示例' })]).toEqual(['nothingToDecide', 'nothingToDecide'])
    const made = room.contestant(0).window.adjustments[0]
    expect(made).toMatchObject({ kind: 'time', phase: 'speech', seconds: 12 })
    expect(code(room, 'adjustment.remove', { adjustment: 'nothing', reason: '示例' })).toBe('unknownAdjustment')
    room.at(0, 'adjustment.remove', { adjustment: made?.adjustment, reason: '误按' })
    expect(code(room, 'window.check')).toBe('penaltyUndecided')
  })

  it('is nothing within the limit', () => {
    expect(code(spoken(470_000), 'penalty.confirm', { phase: 'speech', amount: '0.02', reason: '示例' })).toBe('nothingToDecide')
    expect(total(spoken(470_000))).toBe('90.00')
  })

  it('sends a checked window back, and touches nothing that is locked', () => {
    const room = aRoom({ units: 1, judges: judgesOf(1), rules: { adjustments: [kind('up', 'bonus')] } }).live().opened(0)
    room.submitAll(0)
    room.at(0, 'window.check')
    room.at(0, 'adjustment.make', { kind: 'up', amount: '1', reason: '创新' })
    expect(code(room, 'window.lock')).toBe('notChecked')
    expect(total(room)).toBe('91.00')
    expect(code(room, 'adjustment.make', { kind: 'up', amount: '1', reason: '示例' })).toBe('scoringClosed')
  })

  it('is of a kind the rules have, positive, and has a reason', () => {
    const room = aRoom({ units: 1, judges: judgesOf(1), rules: { adjustments: [kind('up', 'bonus')] } }).live().opened(0)
    expect(code(room, 'adjustment.make', { kind: 'other', amount: '1', reason: '示例' })).toBe('unknownAdjustment')
    expect(code(room, 'adjustment.make', { kind: 'time', amount: '1', reason: '示例' })).toBe('unknownAdjustment')
    expect([code(room, 'adjustment.make', { kind: 'up', amount: '0', reason: '示例' }), code(room, 'adjustment.make', { kind: 'up', amount: '-1', reason: '示例' })]).toEqual(['markMalformed', 'markMalformed'])
    expect(code(room, 'adjustment.make', { kind: 'up', amount: '1', reason: '' })).toBe('badInput')
  })
})

describe('a forfeit', () => {
  it('has no place and blocks nobody: the others are ranked, revealed and final', () => {
    const room = aRoom({ units: 3, judges: judgesOf(1), rules: { reveal: 'allAtEnd' } }).live().opened(0).locked(0)
    room.at(1, 'stage.forfeit', { cause: 'late', reason: '迟到 2 分钟' })
    expect(room.refusal('stage.call', { contestant: room.unit(1) })).toMatchObject({ code: 'contestantWithdrawn' })
    room.opened(2).locked(2, { c1: '20', c2: '18', c3: '18', c4: '22', c5: '4' })
    expect(resultOf(room.session)).toMatchObject({ rows: [{ contestant: room.unit(0), rank: 1 }, { contestant: room.unit(2), rank: 2 }], pending: [{ contestant: room.unit(1), reason: 'forfeited' }] })
    expect(room.contestant(1).forfeit?.cause).toBe('late')
    room.show('ranking')
    expect(room.refusal('air.show', { scene: 'score', item: room.sessionId, subject: room.unit(1) })).toMatchObject({ code: 'contestantWithdrawn' })
    room.do('session.finalise')
  })

  it('is not for one who has spoken', () => {
    const room = aRoom({ units: 2, judges: judgesOf(1) }).live().opened(0).locked(0)
    room.at(0, 'stage.finish')
    expect(room.refusal('stage.forfeit', { contestant: room.unit(0), cause: 'other', reason: '示例' })).toMatchObject({ code: 'contestantNotWaiting' })
  })
})
