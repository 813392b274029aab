import { beforeAll, describe, expect, it } from 'vitest'
import { seatView } from '../../../electron/application/views/judgeViews.ts'
import { resultView } from '../../../electron/application/views/resultViews.ts'
import { sessionView } from '../../../electron/application/views/sessionViews.ts'
import { windowView } from '../../../electron/application/views/windowViews.ts'
import { airView, seatsView, wallView } from '../../../electron/application/views/wallViews.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { aCriterion, anArena, aPanel, unitId } from '../../support/anArena.ts'
import type { RuleWords } from '../../support/ruleWords.ts'
import { aRoom, FULL, type Room } from './aRoom.ts'

const UNITS = 71
const JUDGES = 154
const bytes = (view: unknown): number => Buffer.byteLength(JSON.stringify(view))
const rules: RuleWords = {
  windows: { policy: 'wholeSession' }, ties: [{ by: 'shared' }],
  panels: [aPanel('A', '60', { dropHighest: 5, dropLowest: 5, minimum: 11 }), aPanel('B', '40', { dropHighest: 5, dropLowest: 5, minimum: 11 })],
  disclosure: { marks: 'byName', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true },
}
const name = (at: number): string => String.fromCodePoint(0x4e00 + at * 7) + String.fromCodePoint(0x5e02 + at * 5)

describe(`${UNITS} units and ${JUDGES} judges`, () => {
  let room: Room
  let judgeBytes: number
  let millisecondsToTally: number
  beforeAll(() => {
    room = aRoom({ units: Array.from({ length: UNITS }, (_, at) => name(at)), judges: Array.from({ length: JUDGES }, (_, at) => ({ panel: at < 77 ? 'A' : 'B' })), rules }).live()
    for (let unit = 0; unit < UNITS; unit += 1) room.submitAll(unit, { ...FULL, c1: String(15 + (unit % 15)) })
    judgeBytes = bytes(seatView(room.context(), { meeting: room.meetingId, judge: room.judges[0] ?? '' }))
    for (let unit = 0; unit < UNITS; unit += 1) { room.at(unit, 'window.check'); room.at(unit, 'window.lock') }
    const before = performance.now()
    resultOf(room.session)
    millisecondsToTally = performance.now() - before
    room.do('seat.issue', { seats: room.judges.map((subject) => ({ role: 'judge', subject })) })
  }, 60_000)

  it('a judge is sent at most 2 kB and 60 bytes per open window', () => {
    expect(judgeBytes).toBeLessThanOrEqual(2048 + 60 * UNITS)
  })

  it('the wall is sent at most 16 kB for a score with every judge’s mark by name, at every step', () => {
    room.show('score', 0)
    for (let step = 0; step < 4; step += 1) {
      room.do('air.step', { step })
      expect(bytes(wallView(room.context()))).toBeLessThanOrEqual(16 * 1024)
    }
  })

  it('the wall is sent at most 16 kB for order, ranking and standings', () => {
    for (const scene of ['order', 'rules', 'standings', 'ranking']) {
      room.show(scene)
      room.do('air.step', { step: room.meeting.air.steps - 1 })
      expect(bytes(wallView(room.context()))).toBeLessThanOrEqual(16 * 1024)
    }
  })

  it('the desk is sent at most 64 kB in any topic', () => {
    const context = room.context()
    const sizes = {
      session: bytes(sessionView(context, room.session)), window: bytes(windowView(context, room.session, room.contestant(0))), result: bytes(resultView(context, room.session)),
      air: bytes(airView(context, room.meeting)), seats: bytes(seatsView(context, room.meeting)),
    }
    expect(Object.entries(sizes).filter(([, size]) => size > 64 * 1024)).toEqual([])
  })

  it('are tallied and ranked in the time of one live turn', () => {
    expect(resultOf(room.session).rows).toHaveLength(UNITS)
    expect(millisecondsToTally).toBeLessThan(400)
  })
})

describe('the smallest sessions', () => {
  it('of one unit and one judge have a result', () => {
    const session = anArena().withRules({ criteria: [aCriterion('c1', '100')], panels: [aPanel('A', '100')] }).withUnits(1).withJudges(1).sheet(0, 0, [80]).locked(0).session()
    expect(resultOf(session)).toMatchObject({ rows: [{ rank: 1, shared: false, tally: { text: '80.00' } }], pending: [], open: [] })
  })

  it('without judges have none, and say so', () => {
    expect(resultOf(anArena().withUnits(1).locked(0).session())).toEqual({ rows: [], pending: [{ contestant: unitId(0), reason: 'tooFewSheets' }], open: [] })
  })
})
