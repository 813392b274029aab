import { describe, expect, it } from 'vitest'
import type { StageState } from '../../../shared/arena/state.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'

const whole = (units = 4): Room => aRoom({ units, judges: judgesOf(1), rules: { windows: { policy: 'wholeSession' } } }).live()
const refused = (room: Room, unit: number) => (name: string, more: object = {}): unknown => {
  const refusal = room.refusal(name, { contestant: room.unit(unit), ...more })
  return typeof refusal === 'string' ? refusal : refusal.code
}
const stages = (room: Room): readonly StageState[] => room.units.map((_, at) => room.contestant(at).stage)
const orderOf = (room: Room): readonly number[] => room.session.order.map((id) => room.units.indexOf(id))
const speak = (room: Room, unit: number): void => {
  room.at(unit, 'stage.call')
  room.at(unit, 'timer.start', { phase: 'speech' })
}

describe('the stage', () => {
  it('takes a contestant from waiting to called, presenting and done', () => {
    const room = aRoom().live()
    expect(stages(room)).toEqual(['waiting', 'waiting', 'waiting'])
    room.at(0, 'stage.call')
    expect(stages(room)).toEqual(['called', 'waiting', 'waiting'])
    room.at(0, 'timer.start', { phase: 'speech' })
    expect(stages(room)).toEqual(['presenting', 'waiting', 'waiting'])
    room.at(0, 'stage.finish')
    expect([stages(room), room.session.onStage, room.session.timer]).toEqual([['done', 'waiting', 'waiting'], null, null])
  })

  it('holds one contestant at a time: the next call ends the presentation before it', () => {
    const room = whole()
    speak(room, 0)
    room.at(1, 'stage.call')
    expect([stages(room), room.session.onStage]).toEqual([['done', 'called', 'waiting', 'waiting'], room.unit(1)])
    expect(stages(room).filter((stage) => stage === 'called' || stage === 'presenting')).toHaveLength(1)
  })

  it('calls nobody who is on it, has spoken or has withdrawn', () => {
    const room = whole()
    speak(room, 0)
    expect(refused(room, 0)('stage.call')).toBe('alreadyOnStage')
    speak(room, 1)
    expect(refused(room, 0)('stage.call')).toBe('contestantNotWaiting')
    room.at(2, 'stage.withdraw', { reason: '示例' })
    expect(refused(room, 2)('stage.call')).toBe('contestantWithdrawn')
  })

  it('ends only the presentation of who is on it', () => {
    const room = whole()
    expect(refused(room, 0)('stage.finish')).toBe('nobodyOnStage')
    speak(room, 0)
    expect(refused(room, 1)('stage.finish')).toBe('nobodyOnStage')
  })
})

describe('a skipped contestant', () => {
  it('speaks behind the next one that is waiting, and nobody else moves', () => {
    const room = whole()
    room.at(0, 'stage.skip')
    expect(orderOf(room)).toEqual([1, 0, 2, 3])
    expect(stages(room)).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('leaves the stage when it was called', () => {
    const room = aRoom().live()
    room.at(0, 'stage.call')
    room.at(0, 'stage.skip')
    expect([room.session.onStage, stages(room)[0], orderOf(room)]).toEqual([null, 'waiting', [1, 0, 2]])
  })

  it('passes over those who have withdrawn', () => {
    const room = whole()
    room.at(1, 'stage.withdraw', { reason: '示例' })
    room.at(0, 'stage.skip')
    expect(orderOf(room)).toEqual([1, 2, 0, 3])
  })

  it('stays last when nobody waits behind it', () => {
    const room = whole(2)
    room.at(1, 'stage.skip')
    expect(orderOf(room)).toEqual([0, 1])
  })

  it('has neither spoken nor begun to be scored', () => {
    const room = aRoom().live().opened(0)
    expect(refused(room, 0)('stage.skip')).toBe('contestantNotWaiting')
    expect(refused(room, 0)('stage.moveToEnd')).toBe('contestantNotWaiting')
    const all = whole()
    speak(all, 0)
    speak(all, 1)
    expect(refused(all, 0)('stage.skip')).toBe('contestantNotWaiting')
  })

  it('may be one whose window is open from the start, under “whole session”', () => {
    const room = whole()
    room.submit(0, 0)
    room.at(0, 'stage.moveToEnd')
    expect([orderOf(room), Object.keys(room.contestant(0).window.sheets)]).toEqual([[1, 2, 3, 0], [room.judges[0]]])
  })
})

describe('a contestant moved to the end', () => {
  it('speaks last, the others keep their order', () => {
    const room = whole()
    room.at(1, 'stage.moveToEnd')
    expect(orderOf(room)).toEqual([0, 2, 3, 1])
  })
})

describe('a contestant that withdraws', () => {
  it('gives a reason, leaves the stage, keeps its place in the records and does not disturb the others', () => {
    const room = aRoom().live().opened(0)
    room.submit(0, 0)
    const others = [room.contestant(1), room.contestant(2)]
    expect(refused(room, 0)('stage.withdraw', { reason: '' })).toBe('badInput')
    room.at(0, 'stage.withdraw', { reason: '弃权' })
    expect([stages(room), room.session.onStage, orderOf(room)]).toEqual([['withdrawn', 'waiting', 'waiting'], null, [0, 1, 2]])
    expect([room.contestant(1), room.contestant(2)]).toEqual(others)
    expect(Object.keys(room.contestant(0).window.sheets)).toHaveLength(1)
  })

  it('does not hold up the next call, and does not withdraw twice', () => {
    const room = aRoom().live().opened(0)
    room.at(0, 'stage.withdraw', { reason: '弃权' })
    expect(refused(room, 0)('stage.withdraw', { reason: '弃权' })).toBe('contestantWithdrawn')
    room.at(1, 'stage.call')
    expect(room.session.onStage).toBe(room.unit(1))
  })
})

describe('a substitute', () => {
  it('speaks for the same contestant; stage, scores and the others stay as they are', () => {
    const room = aRoom().live().opened(0)
    room.submit(0, 0)
    const before = room.session
    room.at(0, 'stage.substitute', { speaker: '李某' })
    expect(room.context().read(room.contestant(0).speaker)).toBe('李某')
    expect({ ...room.contestant(0), speaker: null }).toEqual({ ...before.contestants[room.unit(0)], speaker: null })
    expect([room.session.onStage, room.session.timer, room.contestant(1)]).toEqual([before.onStage, before.timer, before.contestants[room.unit(1)]])
    expect(refused(room, 0)('stage.substitute', { speaker: ' ' })).toBe('nameEmpty')
  })
})

describe('the timer', () => {
  const onStage = (): Room => {
    const room = aRoom().live()
    room.at(0, 'stage.call')
    return room
  }

  it('runs only for who is on stage, and one phase at a time', () => {
    const room = onStage()
    expect(refused(room, 1)('timer.start', { phase: 'speech' })).toBe('nobodyOnStage')
    expect(refused(room, 0)('timer.pause')).toBe('timerNotRunning')
    room.at(0, 'timer.start', { phase: 'speech' })
    expect(refused(room, 0)('timer.start', { phase: 'speech' })).toBe('timerRunning')
    room.at(0, 'timer.pause')
    expect(refused(room, 0)('timer.pause')).toBe('timerNotRunning')
  })

  it('goes on after a pause from what was counted, by the monotonic clock', () => {
    const room = onStage()
    room.at(0, 'timer.start', { phase: 'speech' })
    room.mono += 61_500
    room.at(0, 'timer.pause')
    expect(room.session.timer).toMatchObject({ elapsed: 61_500, startedAt: null })
    room.mono += 5000
    room.at(0, 'timer.start', { phase: 'speech' })
    room.mono += 500
    room.at(0, 'timer.pause')
    expect(room.session.timer?.elapsed).toBe(62_000)
  })

  it('counts questions from zero', () => {
    const room = onStage()
    room.at(0, 'timer.start', { phase: 'speech' })
    room.mono += 8000
    room.at(0, 'timer.start', { phase: 'questions' })
    expect(room.session.timer).toMatchObject({ phase: 'questions', elapsed: 0 })
  })

  it('taken up again after a restart is marked as uncertain, also after a pause', () => {
    const room = onStage()
    room.at(0, 'timer.start', { phase: 'speech' })
    room.do('timer.resume', { contestant: room.unit(0), phase: 'speech', elapsed: 90_000 }, { role: 'system', subject: 'house', device: 'house' })
    room.at(0, 'timer.pause')
    room.at(0, 'timer.start', { phase: 'speech' })
    expect(room.session.timer).toMatchObject({ elapsed: 90_000, uncertain: true })
    room.at(0, 'timer.start', { phase: 'questions' })
    expect(room.session.timer?.uncertain).toBe(false)
  })
})
