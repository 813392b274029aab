// Presses the one big button of a room as the desk does, and answers its dialogs as a host would: until the result is to be printed, or
// until a press changes nothing. It knows no shortcut: what the button cannot reach, it does not reach.
import { airView } from '../../../electron/application/views/wallViews.ts'
import { sessionView } from '../../../electron/application/views/sessionViews.ts'
import { bigStep } from '../../../renderer/console/live/bigStep.ts'
import { recusalPlan } from '../../../shared/arena/recusal.ts'
import { missingJudges } from '../../../shared/arena/missing.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { NextStep } from '../../../shared/arena/views.ts'
import { FULL, HOST, type Room } from './aRoom.ts'

export const nextOf = (room: Room): NextStep => sessionView(room.context(), room.session).next

/** What the host does about something in the way; false when nothing is known to help. */
const unblock = (room: Room, next: NextStep): boolean => {
  if (next.blocked?.code === 'resultOpen') return settle(room)
  if (next.blocked?.code === 'timerRunning') return room.try('timer.pause', { contestant: next.contestant }).ok
  if (next.blocked?.code === 'penaltyUndecided') return room.try('penalty.waive', { contestant: next.contestant, phase: 'speech', reason: '示例' }).ok
  if (next.blocked?.code === 'tooFewSheets') return relax(room, next.contestant ?? '', String(next.blocked.details['panel']))
  if (next.blocked?.code === 'wallHidden') return room.try(room.meeting.air.yielded ? 'air.return' : 'air.live', { meeting: room.meetingId }).ok
  return false
}

const settle = (room: Room): boolean => {
  const [open] = resultOf(room.session).open
  if (open === undefined) return false
  const { contestants } = open
  return (open.by === 'draw' ? room.try('tie.draw', { contestants }) : room.try('tie.playOff', { contestants, order: contestants.map((id) => [id]), note: '' })).ok
}

/** Drops fewer; where nobody's sheet is left at all, the contestant cannot be scored and withdraws. */
const relax = (room: Room, contestant: string, panel: string): boolean => {
  const before = room.session.contestants[contestant]?.window.relaxed[panel]
  return before === undefined ? room.try('trim.relax', { contestant, panel, dropHighest: 0, dropLowest: 0, reason: '示例' }).ok : room.try('stage.withdraw', { contestant, reason: '无有效票' }).ok
}

const collect = (room: Room, contestant: string, marks: (judge: string) => Readonly<Record<string, string>>): void => {
  const found = room.session.contestants[contestant]
  if (found === undefined) throw new Error('collecting for nobody')
  for (const { id } of missingJudges(room.session, found)) room.do('sheet.key', { contestant, judge: id, kind: 'marks', marks: marks(id), basis: 0 })
}

export type Marks = (contestant: string, judge: string) => Readonly<Record<string, string>>
/** Presses once. False when the session is at its end or the press could change nothing. */
export const press = (room: Room, marks: Marks = () => FULL): boolean => {
  const next = nextOf(room)
  const does = bigStep({ session: room.sessionId, meeting: room.meetingId, next }, airView(room.context(), room.meeting), true)
  if (does.does === 'gaps') { collect(room, does.contestant, (judge) => marks(does.contestant, judge)); return true }
  if (next.blocked !== null) return unblock(room, next)
  switch (does.does) {
    case 'recusals': return room.try('recusal.confirm', { contestant: does.contestant, judges: recusalPlan(room.session, does.contestant).proposed }).ok
    case 'send': {
      const before = room.events.length
      for (const { name, input } of does.orders) room.do(name, input, HOST)
      return room.events.length > before
    }
    default: return false
  }
}

/** Presses until nothing changes; the actions in order. Throws when it does not end within `most` presses. */
export const walk = (room: Room, options: { readonly marks?: Marks; readonly most?: number; readonly each?: (action: NextStep['action']) => void } = {}): readonly NextStep['action'][] => {
  const actions: NextStep['action'][] = []
  const most = options.most ?? 60 * room.units.length + 60
  while (actions.length < most) {
    const { action } = nextOf(room)
    actions.push(action)
    if (!press(room, options.marks)) return actions
    options.each?.(action)
  }
  throw new Error(`no end after ${most} presses: ${actions.slice(-12).join(', ')}`)
}
