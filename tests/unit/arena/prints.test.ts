import { describe, expect, it } from 'vitest'
import { wrongPrints } from '../../../shared/arena/prints.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'

const printed = (form: 'perContestant' | 'allUnits', units = 4): Room => {
  const room = aRoom({ units, judges: judgesOf(2), rules: { windows: { policy: 'wholeSession' } } }).live()
  room.do('ballots.printed', { form, panels: ['A'], spares: 2 })
  return room
}
const wrong = (room: Room): unknown => wrongPrints(room.session).map(({ contestants, judges, orderChanged }) => ({ units: contestants.map((id) => room.units.indexOf(id)), judges: judges.length, orderChanged }))

describe('printed ballots', () => {
  it('are right as long as order and roster stand', () => {
    const room = printed('allUnits')
    room.opened(0)
    room.at(0, 'stage.substitute', { speaker: '李某' })
    expect(wrong(room)).toEqual([])
  })

  it('that list all units are wrong when the order changes', () => {
    const room = printed('allUnits')
    room.at(0, 'stage.skip')
    expect(wrong(room)).toEqual([{ units: [], judges: 0, orderChanged: true }])
  })

  it('of one contestant each are wrong only for those who now stand at another place', () => {
    const room = printed('perContestant')
    room.at(0, 'stage.skip')
    expect(wrong(room)).toEqual([{ units: [0, 1], judges: 0, orderChanged: false }])
  })

  it.each(['perContestant', 'allUnits'] as const)('(%s) are wrong for a contestant that has withdrawn, and only for it', (form) => {
    const room = printed(form)
    room.at(1, 'stage.withdraw', { reason: '示例' })
    expect(wrong(room)).toEqual([{ units: [1], judges: 0, orderChanged: false }])
  })

  it('are wrong for a contestant added and a judge gone after an unlock', () => {
    const room = aRoom({ units: 3, judges: judgesOf(2) })
    room.do('session.contestants', { contestants: room.units.slice(0, 2) })
    room.do('session.order', { method: 'hand', order: room.units.slice(0, 2) })
    room.do('session.ready')
    room.do('ballots.printed', { form: 'allUnits', panels: ['A'], spares: 0 })
    room.do('session.unlock')
    room.do('session.contestants', { contestants: room.units })
    room.do('session.order', { method: 'hand', order: room.units })
    room.do('session.judges', { judges: [{ judge: room.judges[0], panel: 'A' }] })
    room.do('session.ready')
    expect(wrong(room)).toEqual([{ units: [2], judges: 1, orderChanged: false }])
  })

  it('printed again are right, and replace the batch that was wrong', () => {
    const room = printed('allUnits')
    room.at(0, 'stage.skip')
    expect(wrongPrints(room.session)).toHaveLength(1)
    room.do('ballots.printed', { form: 'allUnits', panels: ['A'], spares: 0 })
    expect(wrongPrints(room.session)).toEqual([])
    // A third order: now both are wrong.
    room.at(0, 'stage.skip')
    expect(wrongPrints(room.session)).toHaveLength(2)
  })
})
