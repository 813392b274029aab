// A random contest played by real commands: sheets keyed, ballots without names in batches of two passes, counts, balances, gaps, locks, corrections.
// What the room refuses (too few sheets, a window not complete) stays undone, as it would in the hall.
import { formOf, panelScores } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { Actor } from '../../../shared/kernel/decision.ts'
import { aRoom, Room } from '../arena/aRoom.ts'
import { categoryOf, type PlannedCell, type PlannedPanel } from './anyBallots.ts'
import { boxed, firstSeat, type Contest } from './contests.ts'

const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }

const roomOf = (each: Contest): Room => {
  const judges = each.benches.filter(({ panel }) => panel.voters === 'named').flatMap(({ panel, voters }) => Array.from({ length: voters }, () => ({ panel: panel.id })))
  // Somebody has to sit there for a box to be opened.
  const seats = each.benches.filter(({ panel }) => panel.voters === 'anonymous').map(({ panel }) => ({ panel: panel.id }))
  const room = aRoom({ units: each.units.length, judges: [...judges, ...seats], rules: each.rules })
  if (each.categories.length > 0) room.do('session.categories', { categories: Object.fromEntries(room.units.map((unit, at) => [unit, categoryOf(each, at) ?? ''])) })
  return room.live()
}

const isScored = (each: Contest, planned: PlannedPanel, unit: number): boolean => {
  const panel = each.rules.panels.find(({ id }) => id === planned.panel)
  return panel !== undefined && each.units[unit]?.ends !== 'gone' && panelScores(panel, categoryOf(each, unit))
}

const keyed = (room: Room, unit: number, given: { readonly judge: string; readonly cell: PlannedCell }): void => {
  const { judge, cell } = given
  const basis = room.contestant(unit).window.sheets[judge]?.revision ?? 0
  if (cell.kind !== 'none') room.try('sheet.key', { contestant: room.unit(unit), judge, kind: cell.kind, marks: cell.marks, basis })
  if (cell.cause !== null) room.try('gap.decide', { contestant: room.unit(unit), judge, cause: cell.cause, note: '' })
}

/** Paper without names in one batch, keyed at a clerk's station and again at the desk; the rest comes out of the box. */
const withoutNames = (room: Room, each: Contest, planned: PlannedPanel): void => {
  const units = room.units.map((_, unit) => unit).filter((unit) => isScored(each, planned, unit))
  const cellsOf = (row: PlannedPanel['rows'][number]): object => Object.fromEntries(units.flatMap((unit) => { const cell = row[unit]; return cell == null ? [] : [[room.unit(unit), { kind: cell.kind, marks: cell.marks }]] }))
  const paper = planned.rows.length - boxed(planned.rows.length)
  if (units.length > 0) {
    const clerk: Actor = { role: 'clerk', subject: String(room.do('station.add', { role: 'clerk', name: `录票台${planned.panel}` })['seat']), device: 'c' }
    const { batch } = room.do('batch.give', { panel: planned.panel, contestants: units.map((unit) => room.unit(unit)), from: 9, to: 8 + paper, first: clerk.subject, second: null })
    planned.rows.slice(0, paper).forEach((row, at) => {
      room.do('entry.key', { batch, voter: `${planned.panel}-p${9 + at}`, pass: 1, cells: cellsOf(row) }, clerk)
      room.do('entry.key', { batch, voter: `${planned.panel}-p${9 + at}`, pass: 2, cells: cellsOf(row) })
    })
  }
  room.do('box.close', { panel: planned.panel })
  const ballots = planned.rows.slice(paper).map(cellsOf)
  room.do('box.sealed', { panel: planned.panel, count: ballots.length, root: '0'.repeat(64), ballots }, SYSTEM)
  const contestants = units.map((unit) => room.unit(unit))
  if (units.length > 0) room.do('ballots.balance', { panel: planned.panel, contestants, issued: planned.rows.length + 1, returned: planned.rows.length, reason: '' })
}

const counted = (room: Room, planned: PlannedPanel): void => planned.counts.forEach((counts, unit) => {
  if (counts === null) return
  const returned = Object.values(counts.counts).reduce((total, count) => total + count, counts.blank + counts.void)
  room.at(unit, 'counts.enter', { panel: planned.panel, ...counts, basis: 0 })
  room.do('ballots.balance', { panel: planned.panel, contestants: [room.unit(unit)], issued: returned, returned, reason: '' })
})

const vote = (room: Room, each: Contest, planned: PlannedPanel): void => {
  const panel = each.rules.panels.find(({ id }) => id === planned.panel)
  if (panel?.voters === 'counts') { counted(room, planned); return }
  if (panel?.voters === 'anonymous') { withoutNames(room, each, planned); return }
  planned.rows.forEach((row, at) => row.forEach((cell, unit) => { if (cell !== null) keyed(room, unit, { judge: room.judges[firstSeat(each, planned.panel) + at] ?? '', cell }) }))
}

const lock = (room: Room, unit: number): void => {
  room.try('window.check', { contestant: room.unit(unit) })
  room.try('window.lock', { contestant: room.unit(unit) })
}

const rewritten = (room: Room, each: Contest, unit: number): void => each.again.forEach((planned) => {
  const panel = each.rules.panels.find(({ id }) => id === planned.panel)
  if (panel?.voters !== 'named' || formOf(each.rules, panel).kind !== 'score') return
  planned.rows.forEach((row, at) => { const cell = row[unit]; if (cell != null && cell.kind !== 'none') keyed(room, unit, { judge: room.judges[firstSeat(each, planned.panel) + at] ?? '', cell }) })
})

const finish = (room: Room, each: Contest, unit: number): void => {
  const plan = each.units[unit]
  if (plan === undefined || plan.ends === 'gone') return
  const contestant = room.unit(unit)
  for (const { kind, amount } of plan.adjustments) room.try('adjustment.make', { contestant, kind, amount, reason: '示例' })
  if (plan.relaxed) room.try('trim.relax', { contestant, panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' })
  if (plan.ends === 'open') return
  lock(room, unit)
  if (plan.again && room.try('window.reopen', { contestant, reason: '示例' }).ok) { rewritten(room, each, unit); lock(room, unit) }
  if (plan.ends === 'reopened') room.try('window.reopen', { contestant, reason: '示例' })
  if (plan.ends === 'withdrawn') room.at(unit, 'stage.withdraw', { reason: '示例' })
  if (plan.ends === 'forfeited') room.at(unit, 'stage.forfeit', { cause: 'other', reason: '示例' })
}

const settle = (room: Room): void => {
  for (let [open] = resultOf(room.session).open; open !== undefined; [open] = resultOf(room.session).open) {
    const { contestants } = open
    if (open.by === 'draw') room.do('tie.draw', { contestants })
    else room.do('tie.playOff', { contestants, order: contestants.toReversed().map((id) => [id]), note: '' })
  }
}

/** The room after the contest. */
export const played = (each: Contest): Room => {
  const room = roomOf(each)
  each.units.forEach((plan, unit) => { if (plan.ends === 'gone') room.at(unit, 'stage.withdraw', { reason: '示例' }) })
  for (const planned of each.panels) vote(room, each, planned)
  const done = each.rules.parts.find((part) => part.source === 'entered')
  const values = done === undefined ? [] : each.units.flatMap(({ entered }, unit) => (entered === null ? [] : [{ contestant: room.unit(unit), part: done.id, value: entered }]))
  if (values.length > 0) room.do('session.parts', { values, source: '示例' })
  each.units.forEach((_, unit) => finish(room, each, unit))
  if (each.settle !== 'not') settle(room)
  return room
}
