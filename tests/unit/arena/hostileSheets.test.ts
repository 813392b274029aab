// Sheets that come at the wrong moment or by the wrong door: none is lost, half recorded, or counted in another's place.
import { expect, it } from 'vitest'
import { CELL } from '../../../shared/arena/forms.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { Actor } from '../../../shared/kernel/decision.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { gradeForm, rankForm, scoreForm, WHOLE } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, type Outcome, type Room } from './aRoom.ts'

const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }
const code = (outcome: Outcome): string => (outcome.ok ? 'accepted' : outcome.refusal.code)
const ranking = (): Room => aRoom({ units: 3, judges: judgesOf(2), rules: { ...WHOLE, forms: [rankForm()], panels: [aPanel('A', '100', { form: 'places', recusal: 'never' })], ties: [{ by: 'shared' }] } }).live()
const ballot = (room: Room, judge: number, places: readonly number[]): Outcome => {
  const basis = (unit: number): number => room.contestant(unit).window.sheets[room.judges[judge] ?? '']?.revision ?? 0
  return room.try('sheet.submitAll', { cells: Object.fromEntries(places.map((place, unit) => [room.unit(unit), { kind: 'marks', marks: { [CELL]: String(place) }, basis: basis(unit) }])) }, room.judge(judge))
}
const lock = (room: Room, unit: number): void => { room.at(unit, 'window.check'); room.at(unit, 'window.lock') }
const totals = (room: Room): readonly string[] => room.units.map((unit) => resultOf(room.session).rows.find((row) => row.contestant === unit)?.tally.text ?? '—')

it('a whole sheet that comes when one of its windows is locked is late as a whole, so that the ballot that counts stays whole', () => {
  const room = ranking()
  for (const judge of [0, 1]) ballot(room, judge, [1, 2, 3])
  lock(room, 0)
  expect(ballot(room, 0, [3, 2, 1])).toMatchObject({ ok: true, answer: { late: true } })
  expect(room.units.map((_, unit) => [room.contestant(unit).window.late.length, room.contestant(unit).window.sheets[room.judges[0] ?? '']?.marks[CELL]])).toEqual([[1, '1'], [1, '2'], [1, '3']])
  lock(room, 1)
  lock(room, 2)
  expect(totals(room)).toEqual(['100.00', '97.00', '94.00'])
})

it('a late whole sheet counts as the host admits it, window by window', () => {
  const room = ranking()
  for (const judge of [0, 1]) ballot(room, judge, [1, 2, 3])
  lock(room, 0)
  ballot(room, 0, [3, 2, 1])
  room.at(0, 'window.reopen', { reason: '更正' })
  for (const unit of [0, 1, 2]) room.at(unit, 'sheet.admit', { late: room.contestant(unit).window.late[0]?.late })
  for (const unit of [0, 1, 2]) lock(room, unit)
  // 1st and 3rd: (100 + 94) ÷ 2 = 97.
  expect(totals(room)).toEqual(['97.00', '97.00', '97.00'])
})

const nameless = (): Room => aRoom({ units: 1, judges: judgesOf(1), rules: { ...WHOLE, forms: [scoreForm([aCriterion('c1', '100')])], panels: [aPanel('A', '100', { voters: 'anonymous', recusal: 'never' })], ties: [{ by: 'shared' }] } }).live()

it('a file cannot put a sheet where the sealed box will put a ballot, nor one ballot number in two spellings', () => {
  const room = nameless()
  const imported = (voter: string): string => code(room.try('sheets.import', { panel: 'A', sheets: [{ contestant: room.unit(0), voter, marks: { c1: '50' } }] }))
  expect(['A-b1', 'A-p07', 'A-p0', 'B-p1', 'A-p7', 'A-p7'].map(imported)).toEqual(['unknownJudge', 'unknownJudge', 'unknownJudge', 'unknownJudge', 'accepted', 'sheetIsIn'])
  room.do('box.close', { panel: 'A' })
  room.do('box.sealed', { panel: 'A', count: 1, root: '0'.repeat(64), ballots: [{ [room.unit(0)]: { kind: 'marks', marks: { c1: '90' } } }] }, SYSTEM)
  expect(Object.keys(room.contestant(0).window.sheets)).toEqual(['A-p7', 'A-b1'])
})

it('neither a file nor a batch of paper brings back the marks of a judge who has left', () => {
  const room = aRoom({ units: 2, judges: judgesOf(2), rules: { windows: { policy: 'wholeSession' }, criteria: [aCriterion('c1', '100')], singleOperator: true } }).live()
  const judge = room.judges[0] ?? ''
  room.at(1, 'gap.decide', { judge, cause: 'leftEarly', note: '' })
  expect(code(room.try('sheets.import', { panel: 'A', sheets: [{ contestant: room.unit(1), voter: judge, marks: { c1: '50' } }] }))).toBe('judgeLeft')
  const { batch } = room.do('batch.give', { panel: 'A', contestants: room.units, judges: [judge], first: null, second: null })
  const cells = Object.fromEntries(room.units.map((unit) => [unit, { kind: 'marks', marks: { c1: '50' } }]))
  for (const pass of [1, 2]) room.do('entry.key', { batch, voter: judge, pass, cells })
  expect([0, 1].map((unit) => [room.contestant(unit).window.sheets[judge]?.marks['c1'], room.contestant(unit).window.gaps[judge]?.cause])).toEqual([['50', undefined], [undefined, 'leftEarly']])
})

const grading = (): Room => aRoom({ units: 2, judges: judgesOf(2), rules: { ...WHOLE, forms: [gradeForm({ allEqualVoid: true })], panels: [aPanel('A', '100', { form: 'grades', minimum: 2, recusal: 'never' })], ties: [{ by: 'shared' }] } }).live()
const grade = (id: string): Readonly<Record<string, string>> => ({ [CELL]: id })

it('a lock that runs short because a sheet became void later is named with its figures, and reopening it is the way out', () => {
  const room = grading()
  for (const judge of [0, 1]) { room.submit(0, judge, grade('g1')); room.submit(1, judge, grade('g2')) }
  lock(room, 0)
  room.submit(1, 0, grade('g1'))
  room.at(1, 'trim.relax', { panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' })
  lock(room, 1)
  expect(room.refusal('session.finalise')).toEqual({ code: 'shortAfterLock', details: { contestant: room.unit(0), panel: 'A组', valid: 1, needed: 2 } })
  expect(room.refusal('air.show', { scene: 'ranking', item: room.sessionId, subject: null })).toMatchObject({ code: 'shortAfterLock' })
  room.at(0, 'window.reopen', { reason: '有票作废' })
  room.at(0, 'trim.relax', { panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' })
  lock(room, 0)
  expect(code(room.try('session.finalise'))).toBe('accepted')
})
