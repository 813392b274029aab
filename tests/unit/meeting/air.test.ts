import { describe, expect, it } from 'vitest'
import { meetingWall } from '../../../electron/application/views/wallViews.ts'
import type { WallView } from '../../../shared/meeting/views.ts'
import { aRoom, judgesOf, type Room } from '../arena/aRoom.ts'

const wall = (room: Room): WallView => meetingWall(room.context(), room.meeting)
/** Two of three parts of a score are shown step by step: panel means, then the total. */
const room = (): Room => {
  const each = aRoom({ units: 2, judges: judgesOf(1), rules: { disclosure: { marks: 'bySeat', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: false } } }).live()
  each.opened(0).locked(0)
  return each
}
const showing = (): Room => {
  const each = room()
  each.show('score', 0)
  return each
}
const count = (each: Room): number => each.events.length
const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)

describe('a scene', () => {
  it('goes on air from its first step, on the ground it stands on', () => {
    const each = showing()
    expect(each.meeting.air).toMatchObject({ step: 0, steps: 4, show: { scene: 'score', subject: each.unit(0), ground: { [each.unit(0)]: 1 } } })
    expect(each.state.meeting.onAir).toBe(each.meetingId)
  })

  it('goes on air only when its area allows it', () => {
    const each = room()
    const show = (scene: string, item: string | null, subject: string | null): unknown => code(each.refusal('air.show', { scene, item, subject }))
    expect(show('score', each.sessionId, each.unit(1))).toBe('notLocked')
    expect(show('standings', each.sessionId, null)).toBe('sceneNotAllowed')
    expect(show('podium', each.sessionId, null)).toBe('sceneNotAllowed')
    expect(show('next', each.sessionId, null)).toBe('unknownContestant')
    expect(show('cover', 'nothing', null)).toBe('unknownItem')
    expect(show('cover', null, null)).toBe('unknownItem')
  })

  it('belongs to an item of the same meeting', () => {
    const each = room()
    const { meeting } = each.do('meeting.create', { title: '另一会议' })
    expect(code(each.refusal('air.show', { meeting, scene: 'cover', item: each.sessionId, subject: null }))).toBe('unknownItem')
  })

  it('steps forward and back within its steps, and a step that is there already is nothing', () => {
    const each = showing()
    each.do('air.step', { step: 2 })
    const events = count(each)
    each.do('air.step', { step: 2 })
    expect(count(each)).toBe(events)
    each.do('air.step', { step: 1 })
    expect(each.meeting.air.step).toBe(1)
  })

  it('has no step behind its last, before its first or between two', () => {
    const each = showing()
    expect(each.refusal('air.step', { step: 4 })).toEqual({ code: 'stepOutOfRange', details: { step: 4, last: 3 } })
    expect(code(each.refusal('air.step', { step: -1 }))).toBe('badInput')
    expect(code(each.refusal('air.step', { step: 0.5 }))).toBe('badInput')
    expect(code(room().refusal('air.step', { step: 0 }))).toBe('nothingOnAir')
  })

  it('marks a score as revealed at its last step, not before', () => {
    const each = showing()
    each.do('air.step', { step: 2 })
    expect(each.contestant(0).window.revealedLock).toBe(0)
    each.do('air.step', { step: 3 })
    expect(each.contestant(0).window.revealedLock).toBe(1)
  })
})

describe('freeze, blank and live', () => {
  it('are separate commands, and each said twice is said once: none is a toggle', () => {
    const each = showing()
    for (const [command, mode] of [['air.freeze', 'frozen'], ['air.blank', 'blank'], ['air.live', 'live']] as const) {
      each.do(command)
      const events = count(each)
      each.do(command)
      expect([each.meeting.air.mode, count(each)]).toEqual([mode, events])
    }
  })

  it('frozen keeps the picture of the moment while scenes and steps go on behind it', () => {
    const each = showing()
    const before = wall(each)
    each.do('air.freeze')
    each.do('air.step', { step: 3 })
    expect(wall(each)).toEqual({ ...before, mode: 'frozen' })
    each.show('cover')
    expect(wall(each).picture).toEqual(before.picture)
    each.do('air.live')
    expect(wall(each)).toMatchObject({ mode: 'live', picture: { scene: 'cover' } })
  })

  it('blank shows nothing, and live brings back the same step', () => {
    const each = showing()
    each.do('air.step', { step: 1 })
    const before = wall(each)
    each.do('air.blank')
    expect(wall(each)).toMatchObject({ mode: 'blank', picture: { scene: 'blank' } })
    each.do('air.live')
    expect(wall(each)).toEqual(before)
  })

  it('can follow each other in any order: from frozen to blank to live', () => {
    const each = showing()
    each.do('air.freeze')
    each.do('air.blank')
    expect(each.meeting.air).toMatchObject({ mode: 'blank', frozen: null })
    each.do('air.freeze')
    each.do('air.live')
    expect(each.meeting.air).toMatchObject({ mode: 'live', frozen: null })
  })
})

describe('yielding the screen', () => {
  it('is begun and ended by two commands, each refused when there is nothing to do', () => {
    const each = showing()
    expect(code(each.refusal('air.return'))).toBe('notYielded')
    each.do('air.yield')
    expect(code(each.refusal('air.yield'))).toBe('alreadyYielded')
    each.do('air.return')
    expect(each.meeting.air.yielded).toBe(false)
  })

  it('leaves scene, step and mode as they are', () => {
    const each = showing()
    each.do('air.step', { step: 1 })
    each.do('air.freeze')
    const before = each.meeting.air
    each.do('air.yield')
    expect(each.meeting.air).toEqual({ ...before, yielded: true })
  })
})

describe('a seat', () => {
  it('is issued once for a role and a person, also within one command', () => {
    const each = aRoom()
    const [first, second] = each.judges
    each.do('seat.issue', { seats: [{ role: 'judge', subject: first }, { role: 'judge', subject: first }, { role: 'prompter', subject: first }] })
    each.do('seat.issue', { seats: [{ role: 'judge', subject: first }, { role: 'judge', subject: second }] })
    expect(Object.values(each.meeting.seats).map((seat) => `${seat.role} ${each.judges.indexOf(seat.subject)}`)).toEqual(['judge 0', 'prompter 0', 'judge 1'])
  })

  it('that is renewed forgets its browser and counts its issue', () => {
    const each = aRoom()
    each.do('seat.issue', { seats: [{ role: 'judge', subject: each.judges[0] }] })
    const [seat] = Object.keys(each.meeting.seats)
    each.do('device.approve', { seat, browser: 'b1' })
    expect(each.meeting.seats[seat ?? '']).toMatchObject({ browser: 'b1', issue: 1 })
    each.do('seat.renew', { seat })
    expect(each.meeting.seats[seat ?? '']).toMatchObject({ browser: null, issue: 2 })
    expect(code(each.refusal('seat.renew', { seat: 'nothing' }))).toBe('unknownSeat')
    expect(code(each.refusal('device.approve', { seat: 'nothing', browser: 'b1' }))).toBe('unknownSeat')
  })
})

describe('a meeting', () => {
  it('has a title, and nothing is asked of one there is not', () => {
    const each = aRoom()
    expect(code(each.refusal('meeting.create', { title: ' ' }))).toBe('nameEmpty')
    expect(code(each.refusal('air.blank', { meeting: 'nothing' }))).toBe('unknownMeeting')
  })

  it('takes the wall when its scene is shown, and only then', () => {
    const each = showing()
    const { meeting } = each.do('meeting.create', { title: '另一会议' })
    each.do('air.blank', { meeting })
    expect(each.state.meeting.onAir).toBe(each.meetingId)
  })
})
