import { describe, expect, it } from 'vitest'
import { arenaCommands } from '../../../shared/arena/commands.ts'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import type { SessionPhase } from '../../../shared/arena/state.ts'
import type { Actor } from '../../../shared/kernel/decision.ts'
import { aRoom, FULL, HOST, type Room } from './aRoom.ts'

const PHASES = ['setup', 'ready', 'live', 'finalised', 'archived'] as const satisfies readonly SessionPhase[]
const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }

/** A room brought to a phase; live means that the first contestant is on stage with an open window. */
const roomIn = (phase: SessionPhase): Room => {
  const room = aRoom({ units: 2 })
  if (phase === 'setup') return room
  room.do('session.ready')
  if (phase === 'ready') return room
  room.do('session.start')
  room.opened(0)
  if (phase === 'live') return room
  room.locked(0).opened(1).locked(1)
  room.do('session.finalise')
  if (phase === 'archived') room.do('session.archive')
  return room
}

interface Row { readonly input: (room: Room) => object; readonly phases: readonly SessionPhase[]; readonly by?: (room: Room) => Actor }
const first = (room: Room): object => ({ contestant: room.unit(0) })
const firstAnd = (more: object) => (room: Room): object => ({ ...first(room), ...more })
const none = (): object => ({})
const SHEET = { kind: 'marks', marks: FULL, basis: 0 }

const CELLS = (room: Room): object => ({ [room.unit(0)]: { kind: 'marks', marks: FULL } })
const inBatch = (more: object = {}) => (): object => ({ batch: 'nothing', voter: 'somebody', ...more })

/** Every command of an arena, and the phases in which it is not refused for the phase. What asks for a finalised session says so by a code of its own. */
const TABLE = {
  'session.create': { input: () => ({ title: '示例' }), phases: PHASES },
  'session.title': { input: () => ({ title: '示例' }), phases: ['setup'] },
  'session.rules': { input: () => ({ rules: defaultRules }), phases: ['setup'] },
  'session.contestants': { input: (room) => ({ contestants: room.units }), phases: ['setup'] },
  'session.judges': { input: (room) => ({ judges: room.judges.map((judge) => ({ judge, panel: 'A' })) }), phases: ['setup'] },
  'session.order': { input: () => ({ method: 'draw' }), phases: ['setup'] },
  'session.categories': { input: () => ({ categories: {} }), phases: ['setup'] },
  'session.parts': { input: (room) => ({ values: [{ contestant: room.unit(0), part: 'done', value: '1' }], source: '' }), phases: ['setup', 'ready', 'live'] },
  'session.nextRound': { input: () => ({ title: '决赛', take: 1, carry: { marks: 'dropped' } }), phases: PHASES },
  'lot.commit': { input: none, phases: ['setup'] },
  'preset.save': { input: () => ({ name: '示例', rules: defaultRules }), phases: PHASES },
  'preset.remove': { input: () => ({ preset: 'nothing' }), phases: PHASES },
  'figure.choose': { input: () => ({ figure: 'onSite' }), phases: PHASES },
  'review.open': { input: none, phases: PHASES },
  'session.card': { input: firstAnd({ speaker: '张', file: '', promises: [], problems: [] }), phases: ['setup', 'ready', 'live'] },
  'session.ready': { input: none, phases: ['setup'] },
  'session.unlock': { input: none, phases: ['ready'] },
  'session.start': { input: none, phases: ['ready'] },
  'session.finalise': { input: none, phases: ['live'] },
  'session.reopen': { input: () => ({ reason: '示例' }), phases: ['finalised'] },
  'session.archive': { input: none, phases: ['finalised'] },
  'stage.call': { input: first, phases: ['live'] },
  'stage.finish': { input: first, phases: ['live'] },
  'stage.skip': { input: first, phases: ['live'] },
  'stage.moveToEnd': { input: first, phases: ['live'] },
  'stage.withdraw': { input: firstAnd({ reason: '示例' }), phases: ['live'] },
  'stage.substitute': { input: firstAnd({ speaker: '李' }), phases: ['live'] },
  'stage.forfeit': { input: firstAnd({ cause: 'late', reason: '示例' }), phases: ['live'] },
  'trial.open': { input: none, phases: ['live'] },
  'trial.close': { input: none, phases: ['live'] },
  'adjustment.make': { input: firstAnd({ kind: 'time', amount: '1', reason: '示例' }), phases: ['live'] },
  'adjustment.remove': { input: firstAnd({ adjustment: 'nothing', reason: '示例' }), phases: ['live'] },
  'penalty.confirm': { input: firstAnd({ phase: 'speech', amount: '1', reason: '' }), phases: ['live'] },
  'penalty.waive': { input: firstAnd({ phase: 'speech', reason: '示例' }), phases: ['live'] },
  'timer.start': { input: firstAnd({ phase: 'speech' }), phases: ['live'] },
  'timer.pause': { input: first, phases: ['live'] },
  'timer.resume': { input: firstAnd({ phase: 'speech', elapsed: 1 }), phases: ['live'], by: () => SYSTEM },
  'recusal.confirm': { input: firstAnd({ judges: [] }), phases: ['ready', 'live'] },
  'window.open': { input: first, phases: ['live'] },
  'window.check': { input: first, phases: ['live'] },
  'window.lock': { input: first, phases: ['live'] },
  'window.reopen': { input: firstAnd({ reason: '示例' }), phases: ['live'] },
  'window.revealed': { input: firstAnd({ lock: 1 }), phases: ['live', 'finalised'], by: () => SYSTEM },
  // After the result is final a sheet is still taken, as a late one.
  'sheet.submit': { input: firstAnd(SHEET), phases: ['live', 'finalised'], by: (room) => room.judge(0) },
  'awards.revealed': { input: () => ({ category: null }), phases: PHASES, by: () => SYSTEM },
  'sheet.submitAll': { input: (room) => ({ cells: { [room.unit(0)]: SHEET } }), phases: ['live', 'finalised'], by: (room) => room.judge(0) },
  'sheets.import': { input: (room) => ({ panel: 'A', sheets: [{ contestant: room.unit(0), voter: room.judges[0], marks: FULL }] }), phases: ['live'] },
  'counts.enter': { input: firstAnd({ panel: 'A', counts: {}, blank: 0, void: 0, basis: 0 }), phases: ['live'] },
  'ballots.balance': { input: (room) => ({ panel: 'A', contestants: [room.unit(0)], issued: 1, returned: 1, reason: '' }), phases: ['live'] },
  'batch.give': { input: (room) => ({ panel: 'A', contestants: [room.unit(0)], judges: [room.judges[0]], first: null, second: null }), phases: ['live'] },
  'batch.close': { input: inBatch(), phases: ['live'] },
  'entry.key': { input: (room) => ({ ...inBatch({ pass: 1 })(), cells: CELLS(room) }), phases: ['live'] },
  'entry.readBack': { input: (room) => ({ ...inBatch()(), cells: CELLS(room) }), phases: ['live'] },
  'entry.sendBack': { input: inBatch(), phases: ['live'] },
  'entry.settle': { input: (room) => ({ ...inBatch()(), cells: CELLS(room) }), phases: ['live'] },
  'box.close': { input: () => ({ panel: 'A' }), phases: ['live'] },
  'box.sealed': { input: () => ({ panel: 'A', count: 0, root: '', ballots: [] }), phases: ['live', 'finalised'], by: () => SYSTEM },
  'sheet.key': { input: (room) => ({ ...first(room), ...SHEET, judge: room.judges[0] }), phases: ['live', 'finalised'] },
  'sheet.admit': { input: firstAnd({ late: 'x' }), phases: ['live'] },
  'gap.decide': { input: (room) => ({ ...first(room), judge: room.judges[0], cause: 'absent', note: '' }), phases: ['live'] },
  'trim.relax': { input: firstAnd({ panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' }), phases: ['live'] },
  'tie.playOff': { input: (room) => ({ contestants: room.units, order: room.units.map((unit) => [unit]), note: '' }), phases: ['live'] },
  'tie.draw': { input: (room) => ({ contestants: room.units }), phases: ['live'] },
  'ballots.printed': { input: () => ({ form: 'allUnits', panels: ['A'], spares: 0 }), phases: ['ready', 'live'] },
} as const satisfies Readonly<Record<keyof typeof arenaCommands, Row>>

const rows: readonly (readonly [string, Row])[] = Object.entries(TABLE)

describe.each(PHASES)('in the phase %s', (phase) => {
  it.each(rows.filter(([, row]) => !row.phases.includes(phase)))('%s is refused for the phase and changes nothing', (name, row) => {
    const room = roomIn(phase)
    expect(room.refusal(name, row.input(room), row.by?.(room) ?? HOST)).toEqual({ code: 'wrongPhase', details: { phase } })
  })

  it.each(rows.filter(([, row]) => row.phases.includes(phase)))('%s is not refused for the phase', (name, row) => {
    const room = roomIn(phase)
    const before = room.state
    const outcome = room.try(name, row.input(room), row.by?.(room) ?? HOST)
    expect(outcome.ok ? 'accepted' : outcome.refusal.code).not.toBe('wrongPhase')
    // Nothing to say against the phase; what is refused for another reason changes nothing either.
    expect(outcome.ok || room.state === before).toBe(true)
  })
})

describe('whatever the phase', () => {
  it.each(rows.filter(([name]) => name !== 'session.create' && !name.startsWith('preset.')))('%s of an unknown session is refused', (name, row) => {
    const room = aRoom()
    expect(room.refusal(name, { ...row.input(room), session: 'nothing' }, row.by?.(room) ?? HOST)).toEqual({ code: 'unknownSession', details: {} })
  })

  const contested = rows.filter(([, row]) => 'contestant' in row.input(roomIn('setup')))
  it.each(contested)('%s of an unknown contestant is refused', (name, row) => {
    const room = roomIn('live')
    expect(room.refusal(name, { ...row.input(room), contestant: 'nobody' }, row.by?.(room) ?? HOST)).toMatchObject({ code: 'unknownContestant' })
  })

  it.each(contested)('%s of a contestant named like a property of every object is bad input', (name, row) => {
    const room = roomIn('live')
    expect(room.refusal(name, { ...row.input(room), contestant: 'constructor' }, row.by?.(room) ?? HOST)).toMatchObject({ code: 'badInput' })
  })
})
