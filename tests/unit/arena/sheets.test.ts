import { describe, expect, it } from 'vitest'
import { received } from '../../../shared/arena/scenes.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { aRoom, FULL, type Room } from './aRoom.ts'

const open = (): Room => aRoom().live().opened(0)
const low = { ...FULL, c1: '20' }
const sheetOf = (room: Room, judge: number) => room.contestant(0).window.sheets[room.judges[judge] ?? '']
const codeOf = (outcome: ReturnType<Room['submit']>): string => (outcome.ok ? 'accepted' : outcome.refusal.code)
const refused = (room: Room, name: string, more: object = {}): unknown => {
  const refusal = room.refusal(name, { contestant: room.unit(0), ...more })
  return typeof refusal === 'string' ? refusal : refusal.code
}
const late = (room: Room): string => room.contestant(0).window.late.at(-1)?.late ?? 'none'

describe('a sheet', () => {
  it('is taken only in an open window, from a judge of the session, with complete marks', () => {
    const room = aRoom().live()
    expect(codeOf(room.submit(0, 0))).toBe('scoringNotOpened')
    room.opened(0)
    expect(codeOf(room.submit(0, 9))).toBe('unknownJudge')
    expect(codeOf(room.submit(0, 0, { ...FULL, c1: '31' }))).toBe('markOutOfRange')
    expect(codeOf(room.submit(0, 0))).toBe('accepted')
  })

  it('is always that of the judge who sends it, whatever the message says', () => {
    const room = open()
    room.do('sheet.submit', { contestant: room.unit(0), judge: room.judges[1], kind: 'marks', marks: FULL, basis: 0 }, room.judge(0))
    expect([sheetOf(room, 0)?.source, sheetOf(room, 1)]).toEqual(['phone', undefined])
  })

  it('that changes is a new revision, and only over the revision its sender has seen', () => {
    const room = open()
    room.submit(0, 0)
    expect(room.refusal('sheet.submit', { contestant: room.unit(0), kind: 'marks', marks: low, basis: 0 }, room.judge(0))).toEqual({ code: 'staleRevision', details: { revision: 1 } })
    room.submit(0, 0, low)
    expect(sheetOf(room, 0)).toMatchObject({ revision: 2, marks: low })
  })

  it('of abstention or void carries no marks', () => {
    const room = open()
    const abstain = (marks: object): unknown => room.refusal('sheet.submit', { contestant: room.unit(0), kind: 'abstained', marks, basis: 0 }, room.judge(0))
    expect(abstain({ c1: '1' })).toMatchObject({ code: 'markUnknown' })
    expect(abstain({})).toBe('accepted')
  })

  it('on paper is keyed at the desk over the same revisions', () => {
    const room = open()
    room.submit(0, 0)
    const key = (basis: number): unknown => room.refusal('sheet.key', { contestant: room.unit(0), judge: room.judges[0], kind: 'marks', marks: low, basis })
    expect(key(0)).toMatchObject({ code: 'staleRevision' })
    expect(key(1)).toBe('accepted')
    expect(sheetOf(room, 0)).toMatchObject({ revision: 2, source: 'paper' })
  })

  it('sends a checked window back to be checked again', () => {
    const room = open()
    room.submitAll(0)
    room.at(0, 'window.check')
    room.submit(0, 0, low)
    expect(refused(room, 'window.lock')).toBe('notChecked')
  })
})

describe('a missing sheet', () => {
  const decide = (room: Room, cause: string, judge = 0): void => room.at(0, 'gap.decide', { judge: room.judges[judge], cause, note: ' 原因 ' })

  it('is settled by a recorded decision with its reason', () => {
    const room = open()
    decide(room, 'absent')
    expect(room.context().read(room.contestant(0).window.gaps[room.judges[0] ?? '']?.note ?? null)).toBe('原因')
    room.submit(0, 1)
    room.at(0, 'window.check')
  })

  it('that comes after all ends the decision absent, but not recusal or leaving early', () => {
    const room = open()
    decide(room, 'absent')
    expect(codeOf(room.submit(0, 0))).toBe('accepted')
    decide(room, 'leftEarly', 1)
    expect(codeOf(room.submit(0, 1))).toBe('judgeLeft')
    decide(room, 'recused', 1)
    expect(codeOf(room.submit(0, 1))).toBe('judgeRecused')
    decide(room, 'wait', 1)
    expect(codeOf(room.submit(0, 1))).toBe('accepted')
  })

  it('is nobody’s when the sheet is in: only recusal takes it out, and waiting brings it back', () => {
    const room = open()
    room.submitAll(0)
    expect(refused(room, 'gap.decide', { judge: room.judges[0], cause: 'absent', note: '' })).toBe('sheetIsIn')
    decide(room, 'recused')
    expect(received(room.session, room.unit(0))).toEqual({ received: 1, expected: 1 })
    decide(room, 'wait')
    room.at(0, 'window.check')
    room.at(0, 'window.lock')
    expect(resultOf(room.session).rows[0]?.tally.panels[0]?.sheets).toHaveLength(2)
  })

  it('of nobody in the session is not decided, nor after the lock', () => {
    const room = open()
    expect(refused(room, 'gap.decide', { judge: 'nobody', cause: 'absent', note: '' })).toBe('unknownJudge')
    room.locked(0)
    expect(refused(room, 'gap.decide', { judge: room.judges[0], cause: 'recused', note: '' })).toBe('scoringClosed')
    expect(refused(room, 'trim.relax', { panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' })).toBe('scoringClosed')
  })

  it('decided before scoring opens does not open the window', () => {
    const room = aRoom().live()
    room.at(0, 'gap.decide', { judge: room.judges[0], cause: 'absent', note: '' })
    expect(codeOf(room.submit(0, 1))).toBe('scoringNotOpened')
    room.opened(0)
    room.submit(0, 1)
    room.at(0, 'window.check')
  })
})

describe('a late sheet', () => {
  const locked = (): Room => {
    const room = open()
    room.at(0, 'gap.decide', { judge: room.judges[1], cause: 'absent', note: '' })
    room.submit(0, 0)
    room.at(0, 'window.check')
    room.at(0, 'window.lock')
    return room
  }

  it('is received and recorded, and changes no result', () => {
    const room = locked()
    const before = resultOf(room.session).rows
    expect(room.submit(0, 1, low)).toEqual({ ok: true, answer: { late: true, revision: 0 } })
    expect(room.contestant(0).window.late).toMatchObject([{ admitted: false, sheet: { judge: room.judges[1], marks: low } }])
    expect(resultOf(room.session).rows).toEqual(before)
  })

  it('is received also when the result is final', () => {
    const room = aRoom({ units: 1 }).live().opened(0).locked(0)
    room.do('session.finalise')
    expect(room.submit(0, 0, low)).toMatchObject({ ok: true, answer: { late: true } })
  })

  it('is checked like any other, and paper is keyed only after a reopening', () => {
    const room = locked()
    expect(codeOf(room.submit(0, 1, { ...FULL, c1: '28.3' }))).toBe('markOffStep')
    expect(refused(room, 'sheet.key', { judge: room.judges[1], kind: 'marks', marks: FULL, basis: 0 })).toBe('scoringClosed')
  })

  it('counts only when the host reopens the window and admits it, once', () => {
    const room = locked()
    room.submit(0, 1, low)
    expect(refused(room, 'sheet.admit', { late: late(room) })).toBe('unlockedCorrection')
    room.at(0, 'window.reopen', { reason: '迟到票经商定计入' })
    expect(refused(room, 'sheet.admit', { late: 'nothing' })).toBe('unknownLateSheet')
    room.at(0, 'sheet.admit', { late: late(room) })
    expect(refused(room, 'sheet.admit', { late: late(room) })).toBe('unknownLateSheet')
    room.at(0, 'window.check')
    room.at(0, 'window.lock')
    // 90 and 82 (8 less in c1): (90 + 82) ÷ 2 = 86.
    expect(resultOf(room.session).rows[0]?.tally.text).toBe('86.00')
  })

  it('is a revision over the sheet that stood', () => {
    const room = open().locked(0)
    room.submit(0, 0, low)
    room.at(0, 'window.reopen', { reason: '示例' })
    room.at(0, 'sheet.admit', { late: late(room) })
    expect(sheetOf(room, 0)).toMatchObject({ revision: 2, marks: low })
  })

  it('of a judge who has been recused since is not admitted', () => {
    const room = locked()
    room.submit(0, 1, low)
    room.at(0, 'window.reopen', { reason: '示例' })
    room.at(0, 'recusal.confirm', { judges: [room.judges[1]] })
    expect(refused(room, 'sheet.admit', { late: late(room) })).toBe('judgeRecused')
  })
})

describe('a correction', () => {
  it('reopens a locked window with a reason, keeps the lock before, and locks anew', () => {
    const room = open().locked(0)
    expect(refused(room, 'window.reopen', { reason: '' })).toBe('badInput')
    room.at(0, 'window.reopen', { reason: '录入有误' })
    expect(refused(room, 'window.reopen', { reason: '再来' })).toBe('notLocked')
    room.submit(0, 0, low)
    room.at(0, 'window.check')
    room.at(0, 'window.lock')
    const { window } = room.contestant(0)
    expect(window.corrections.map(room.context().read)).toEqual(['录入有误'])
    expect(window.locks.map((lock) => [lock.lock, lock.sheets[room.judges[0] ?? '']?.marks['c1']])).toEqual([[1, '28'], [2, '20']])
  })

  it('leaves the contestant without a result until it is locked again', () => {
    const room = open().locked(0)
    room.at(0, 'window.reopen', { reason: '示例' })
    expect(resultOf(room.session)).toMatchObject({ rows: [], pending: [{ contestant: room.unit(0), reason: 'notLocked' }, {}, {}] })
  })
})
