// The largest session with whole-sheet ballots: 71 units, 154 judges who rank or grade them all, paper in batches. What each is sent stays in its
// budget (design §1 item 6), and no single question to the core holds the thread.
import { beforeAll, describe, expect, it } from 'vitest'
import { batchView } from '../../../electron/application/views/paperViews.ts'
import { seatView } from '../../../electron/application/views/judgeViews.ts'
import { resultView } from '../../../electron/application/views/resultViews.ts'
import { sessionView } from '../../../electron/application/views/sessionViews.ts'
import { windowView } from '../../../electron/application/views/windowViews.ts'
import { paperView } from '../../../electron/application/views/workingViews.ts'
import { wallView } from '../../../electron/application/views/wallViews.ts'
import { CELL } from '../../../shared/arena/forms.ts'
import { aPanel } from '../../support/anArena.ts'
import { gradeForm, rankForm, WHOLE, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, type Room } from './aRoom.ts'

const UNITS = 71
const JUDGES = 154
const KILOBYTE = 1024
const bytes = (view: unknown): number => Buffer.byteLength(JSON.stringify(view))
const rules: RuleWords = {
  ...WHOLE, singleOperator: true, ties: [{ by: 'shared' }], forms: [rankForm({ by: 'linear', top: '300', step: '3' }), gradeForm({ allEqualVoid: true, blank: 'voidSheet' })],
  panels: [aPanel('A', '60', { form: 'places', recusal: 'never' }), aPanel('B', '40', { form: 'grades', recusal: 'never' })],
  disclosure: { marks: 'byName', panelMeans: true, total: 'figure', ranking: { show: 'all' }, standings: true },
  awards: { tiers: ['一', '二', '三'].map((name, at) => ({ id: `t${at}`, name: `${name}等奖`, category: null, quota: 10 * (at + 1), score: null })) },
}
const isRanking = (judge: number): boolean => judge < JUDGES / 2
const cellOf = (judge: number, unit: number): object => ({ kind: 'marks', marks: { [CELL]: isRanking(judge) ? String(((unit + judge) % UNITS) + 1) : `g${((unit + judge) % 4) + 1}` }, basis: 0 })

describe(`${UNITS} units and ${JUDGES} whole ballots`, () => {
  let room: Room
  beforeAll(() => {
    room = aRoom({ units: UNITS, judges: Array.from({ length: JUDGES }, (_, at) => ({ panel: isRanking(at) ? 'A' : 'B' })), rules }).live()
    room.judges.forEach((_, judge) => { room.do('sheet.submitAll', { cells: Object.fromEntries(room.units.map((unit, at) => [unit, cellOf(judge, at)])) }, room.judge(judge)) })
    for (let at = 0; at < 25; at += 1) room.do('batch.give', { panel: 'B', contestants: room.units, judges: room.judges.slice(77 + at * 3, 80 + at * 3), first: null, second: null })
  }, 60_000)

  it('a judge is sent at most 2 kB and 60 bytes per open window', () => {
    for (const judge of [0, JUDGES - 1]) expect(bytes(seatView(room.context(), { meeting: room.meetingId, judge: room.judges[judge] ?? '' }))).toBeLessThanOrEqual(2 * KILOBYTE + 60 * UNITS)
  })

  it('the desk is sent at most 64 kB in any topic, with batches and the rule sheet, before and after the locks', () => {
    const sizes = (): Readonly<Record<string, number>> => {
      const context = room.context()
      const [batch] = Object.keys(room.session.batches)
      return {
        session: bytes(sessionView(context, room.session)), window: bytes(windowView(context, room.session, room.contestant(0))), result: bytes(resultView(context, room.session)), paper: bytes(paperView(context, room.session)),
        batch: bytes(batchView(context, room.session, { batch: batch ?? '', voter: null, viewer: { meeting: '', subject: '' } })),
      }
    }
    const over = (): unknown => Object.entries(sizes()).filter(([, size]) => size > 64 * KILOBYTE)
    expect(over()).toEqual([])
    for (let unit = 0; unit < UNITS; unit += 1) {
      room.at(unit, 'window.check')
      room.at(unit, 'window.lock')
    }
    expect(over()).toEqual([])
  }, 60_000)

  it('the wall is sent at most 16 kB for score, ranking, standings and awards', () => {
    for (const [scene, unit] of [['score', 0], ['ranking', null], ['awards', null], ['standings', null]] as const) {
      room.show(scene, unit)
      room.do('air.step', { step: room.meeting.air.steps - 1 })
      expect([scene, bytes(wallView(room.context())) <= 16 * KILOBYTE]).toEqual([scene, true])
    }
  }, 60_000)
})
