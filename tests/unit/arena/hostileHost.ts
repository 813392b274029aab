// A host who follows the one big button through a session under any rules and answers what it asks: ballots, boxes, counts, balances, penalties,
// parts, ties, and what an error code names. It knows no shortcut; where the button leads nowhere, neither does it.
import { airView } from '../../../electron/application/views/wallViews.ts'
import { sessionView } from '../../../electron/application/views/sessionViews.ts'
import { bigStep } from '../../../renderer/console/live/bigStep.ts'
import { CELL, type Form } from '../../../shared/arena/forms.ts'
import { missingJudges, panelsDue, panelsFor } from '../../../shared/arena/missing.ts'
import { running } from '../../../shared/arena/order.ts'
import { recusalPlan } from '../../../shared/arena/recusal.ts'
import { formOf, type Panel } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { votersOf } from '../../../shared/arena/voters.ts'
import type { Contestant } from '../../../shared/arena/state.ts'
import type { NextStep, SessionView } from '../../../shared/arena/views.ts'
import type { Actor } from '../../../shared/kernel/decision.ts'
import { HOST, type Room } from './aRoom.ts'

const SYSTEM: Actor = { role: 'system', subject: 'house', device: 'house' }
export const viewOf = (room: Room): SessionView => sessionView(room.context(), room.session)

/** What somebody marks: the same numbers give the same ballots. */
export const cellOf = (form: Form, place: number, pick: number): { readonly kind: 'marks'; readonly marks: Readonly<Record<string, string>> } => {
  if (form.kind === 'score') return { kind: 'marks', marks: Object.fromEntries(form.criteria.map((criterion) => [criterion.id, pick % 2 === 0 ? criterion.floor : criterion.ceiling])) }
  if (form.kind === 'grade') return { kind: 'marks', marks: { [CELL]: form.grades[pick % form.grades.length]?.id ?? '' } }
  return { kind: 'marks', marks: { [CELL]: String(place) } }
}

const refill = (room: Room, panel: Panel): readonly Contestant[] => running(room.session).filter((each) => panelsFor(room.session, each).includes(panel))

/** One whole anonymous or named sheet over the running contestants of a panel. */
export const sheetOf = (room: Room, panel: Panel, pick: number): Readonly<Record<string, ReturnType<typeof cellOf>>> =>
  Object.fromEntries(refill(room, panel).map((each, at) => [each.id, cellOf(formOf(room.session.rules, panel), at + 1, pick + at)]))

const collectNamed = (room: Room, contestant: Contestant): boolean => missingJudges(room.session, contestant).map((judge, at): boolean => {
  const panel = room.session.rules.panels.find((each) => each.id === judge.panel)
  if (panel === undefined) return false
  const place = refill(room, panel).findIndex((each) => each.id === contestant.id) + 1
  const said = room.try('sheet.key', { contestant: contestant.id, judge: judge.id, ...cellOf(formOf(room.session.rules, panel), place, at), basis: 0 })
  return said.ok || room.try('gap.decide', { contestant: contestant.id, judge: judge.id, cause: 'absent', note: '' }).ok
}).some(Boolean)

const settleEntries = (room: Room, panel: Panel): boolean => Object.values(room.session.batches).filter((batch) => batch.panel === panel.id && !batch.closed).map((batch) => room.try('batch.close', { batch: batch.batch }).ok).some(Boolean)

const closeBox = (room: Room, panel: Panel): boolean => {
  room.try('box.close', { panel: panel.id })
  const ballots = [0, 1, 2, 3, 4].map((pick) => sheetOf(room, panel, pick))
  return room.try('box.sealed', { panel: panel.id, count: ballots.length, root: '0'.repeat(64), ballots }, SYSTEM).ok
}

const count = (room: Room, panel: Panel, contestant: Contestant): boolean => {
  const form = formOf(room.session.rules, panel)
  const key = form.kind === 'grade' ? form.grades[0]?.id ?? '' : '1'
  return room.try('counts.enter', { contestant: contestant.id, panel: panel.id, counts: { [key]: 5 }, blank: 0, void: 0, basis: contestant.window.counts[panel.id]?.revision ?? 0 }).ok
}

/** What a panel without names, or a batch, still owes. */
const collectPanel = (room: Room, contestant: Contestant): boolean => {
  const [due] = panelsDue(room.session, contestant)
  if (due === undefined) return false
  const { panel, why } = due
  if (why === 'entryUnsettled') return settleEntries(room, panel)
  if (why === 'boxOpen') return closeBox(room, panel)
  if (why === 'countsMissing') return count(room, panel, contestant)
  const counts = contestant.window.counts[panel.id]
  const returned = panel.voters === 'counts' ? (counts === undefined ? 0 : Object.values(counts.counts).reduce((total, each) => total + each, counts.blank + counts.void)) : votersOf(panel, room.session.judges, contestant.window).length
  return room.try('ballots.balance', { panel: panel.id, contestants: [contestant.id], issued: returned, returned, reason: '' }).ok
}

/** Fewer are dropped; where that does not help a window is corrected, and where nothing helps the contestant cannot be scored. */
const easeTrim = (room: Room, contestant: Contestant, panel: string): boolean => {
  if (contestant.window.phase === 'locked') return room.try('window.reopen', { contestant: contestant.id, reason: '示例' }).ok
  if (contestant.window.relaxed[panel] === undefined) return room.try('trim.relax', { contestant: contestant.id, panel, dropHighest: 0, dropLowest: 0, reason: '示例' }).ok
  return room.try('stage.withdraw', { contestant: contestant.id, reason: '无有效票' }).ok
}

const decidePenalty = (room: Room, contestant: Contestant): boolean => {
  if (room.session.timer?.startedAt != null) return room.try('timer.pause', { contestant: contestant.id }).ok
  const [proposal] = viewOf(room).contestants.find((each) => each.id === contestant.id)?.proposals ?? []
  return proposal !== undefined && room.try('penalty.confirm', { contestant: contestant.id, phase: proposal.phase, amount: proposal.amount, reason: '' }).ok
}

/** What is entered already may stand on the wall: only the gaps are filled. */
const enterParts = (room: Room): boolean => {
  const known = room.session.parts.at(-1) ?? {}
  const values = room.session.rules.parts.filter((part) => part.source === 'entered').flatMap((part) => room.session.order.map((contestant) => ({ contestant, part: part.id, value: '5' }))).filter(({ contestant, part }) => known[contestant]?.[part] === undefined)
  return room.try('session.parts', { values, source: '' }).ok
}

const settleTie = (room: Room): boolean => {
  const [open] = resultOf(room.session).open
  if (open === undefined) return false
  return open.by === 'draw' ? room.try('tie.draw', { contestants: open.contestants }).ok : room.try('tie.playOff', { contestants: open.contestants, order: open.contestants.map((id) => [id]), note: '' }).ok
}

/** What the host does about something in the way; false when nothing is known to help. */
const unblock = (room: Room, next: NextStep): boolean => {
  const contestant = room.session.contestants[next.contestant ?? '']
  switch (next.blocked?.code) {
    case 'resultOpen': return settleTie(room)
    case 'partMissing': return enterParts(room)
    case 'wallHidden': return room.try(room.meeting.air.yielded ? 'air.return' : 'air.live').ok
    case 'tooFewSheets': case 'shortAfterLock': {
      const short = room.session.rules.panels.find((each) => each.name === next.blocked?.details['panel'] || each.id === next.blocked?.details['panel'])
      return contestant !== undefined && easeTrim(room, contestant, short?.id ?? '')
    }
    case 'penaltyUndecided': case 'timerRunning': return contestant !== undefined && decidePenalty(room, contestant)
    case 'sheetsMissing': case 'boxOpen': case 'countsMissing': case 'notBalanced': case 'entryUnsettled':
      return contestant !== undefined && (collectNamed(room, contestant) || collectPanel(room, contestant))
    default: return false
  }
}

/** Presses once; false when the press could change nothing. Throws when the house refuses what its own button sends. */
export const follow = (room: Room): boolean => {
  const view = viewOf(room)
  const { next } = view
  if (next.blocked !== null) return unblock(room, next)
  const does = bigStep(view, airView(room.context(), room.meeting), true)
  const contestant = room.session.contestants[next.contestant ?? '']
  if (does.does === 'gaps') return contestant !== undefined && (collectNamed(room, contestant) || collectPanel(room, contestant))
  if (does.does === 'recusals') return room.try('recusal.confirm', { contestant: does.contestant, judges: recusalPlan(room.session, does.contestant).proposed }).ok
  if (does.does !== 'send') return false
  const before = room.events.length
  for (const { name, input } of does.orders) room.do(name, input, HOST)
  return room.events.length > before
}

/** Follows to the end: the steps taken, and why it stands still there. */
export const followed = (room: Room, most = 120 * room.units.length + 120): readonly string[] => {
  const steps: string[] = []
  while (steps.length < most) {
    const { action, contestant, blocked } = viewOf(room).next
    steps.push(blocked === null ? action : `${action} ${contestant ?? ''} ✕ ${blocked.code}`)
    if (!follow(room)) return steps
  }
  throw new Error(`no end after ${most} presses: ${steps.slice(-10).join(' · ')}`)
}
