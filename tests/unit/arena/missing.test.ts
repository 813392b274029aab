import { describe, expect, it } from 'vitest'
import type { GapCause } from '../../../shared/arena/events.ts'
import { recusalPlan } from '../../../shared/arena/recusal.ts'
import { missingJudges, seatStatus, windowPhase } from '../../../shared/arena/missing.ts'
import { received } from '../../../shared/arena/scenes.ts'
import { anArena, aPanel, judgeId, SESSION, unitId, type ArenaBuilder } from '../../support/anArena.ts'

const MARKS = [28, 18, 18, 22, 4]
const room = anArena().withRules({ panels: [aPanel('A', '100')] }).withUnits(2).withJudges(2).opened(0)
const both = room.sheets(0, [MARKS, MARKS])
const windowOf = (builder: ArenaBuilder) => builder.session().contestants[unitId(0)]?.window ?? (() => { throw new Error('no window') })()
const phaseOf = (builder: ArenaBuilder): string => {
  const session = builder.session()
  const contestant = session.contestants[unitId(0)]
  return contestant === undefined ? 'none' : windowPhase(session, contestant)
}
const missingOf = (builder: ArenaBuilder): readonly string[] => {
  const session = builder.session()
  const contestant = session.contestants[unitId(0)]
  return contestant === undefined ? [] : missingJudges(session, contestant).map((judge) => judge.id)
}
const checked = (builder: ArenaBuilder): ArenaBuilder => builder.event({ name: 'windowChecked', body: { session: SESSION, contestant: unitId(0) } })
const revealed = (builder: ArenaBuilder, lock: number): ArenaBuilder => builder.event({ name: 'windowRevealed', body: { session: SESSION, contestant: unitId(0), lock } })

describe('a judge still owes a sheet', () => {
  it('until it is in, whatever kind it is', () => {
    expect(missingOf(room)).toEqual(['j1', 'j2'])
    expect(missingOf(room.sheet(0, 0, MARKS).sheet(0, 1, 'abstained'))).toEqual([])
    expect(missingOf(room.sheet(0, 0, 'void'))).toEqual(['j2'])
  })

  it.each<[GapCause, boolean]>([['recused', false], ['absent', false], ['leftEarly', false], ['wait', true], ['paper', true]])('after the decision %s: %s', (cause, owes) => {
    expect(missingOf(room.gap(0, 0, cause)).includes('j1')).toBe(owes)
  })
})

describe('a square on the desk says', () => {
  it.each<[string, ArenaBuilder]>([
    ['missing', room], ['submitted', both], ['abstained', room.sheet(0, 0, 'abstained')], ['void', room.sheet(0, 0, 'void')],
    ['recused', room.gap(0, 0, 'recused')], ['absent', room.gap(0, 0, 'absent')], ['leftEarly', room.gap(0, 0, 'leftEarly')],
    ['awaitingPaper', room.gap(0, 0, 'paper')], ['waiting', room.gap(0, 0, 'wait')], ['recused', both.gap(0, 0, 'recused')],
    ['paper', room.event({ name: 'sheetRecorded', body: { session: SESSION, contestant: unitId(0), judge: 'j1', revision: 1, source: 'paper', kind: 'marks', marks: {} } })],
  ])('%s', (status, builder) => {
    expect(seatStatus(windowOf(builder), judgeId(0))).toBe(status)
  })

  it('that a decision ends with the sheet that comes after it', () => {
    expect(seatStatus(windowOf(room.gap(0, 0, 'absent').sheet(0, 0, MARKS)), judgeId(0))).toBe('submitted')
  })
})

describe('a scoring window goes', () => {
  const locked = checked(both).locked(0)
  it.each<[string, ArenaBuilder]>([
    ['closed', anArena().withUnits(1).withJudges(1)],
    ['open', room.sheet(0, 0, MARKS)],
    ['allIn', both],
    ['allIn', room.sheet(0, 0, MARKS).gap(0, 1, 'absent')],
    ['checked', checked(both)],
    ['locked', locked],
    ['revealed', revealed(locked, 1)],
    ['allIn', revealed(locked, 1).reopened(0, '示例')],
    ['locked', revealed(locked, 1).reopened(0, '示例').locked(0)],
    ['corrected', revealed(revealed(locked, 1).reopened(0, '示例').locked(0), 2)],
  ])('to %s', (phase, builder) => {
    expect(phaseOf(builder)).toBe(phase)
  })

  it('back from checked when a sheet, a decision or another trim comes in', () => {
    expect(phaseOf(checked(both).sheet(0, 0, MARKS))).toBe('allIn')
    expect(phaseOf(checked(both).gap(0, 0, 'recused'))).toBe('allIn')
    expect(phaseOf(checked(both).relaxed(0, 'A', { highest: 0, lowest: 0 }))).toBe('allIn')
  })

  it('nowhere by a decision about a judge or the trim while it is closed', () => {
    const closed = anArena().withUnits(1).withJudges(1)
    expect(phaseOf(closed.gap(0, 0, 'absent'))).toBe('closed')
    expect(phaseOf(closed.relaxed(0, 'A', { highest: 0, lowest: 0 }))).toBe('closed')
  })
})

describe('what the room sees of the sheets', () => {
  it('is how many are in of how many are expected; excused judges are not expected', () => {
    expect(received(room.sheet(0, 0, MARKS).session(), unitId(0))).toEqual({ received: 1, expected: 2 })
    expect(received(both.gap(0, 0, 'recused').session(), unitId(0))).toEqual({ received: 1, expected: 1 })
    expect(received(room.session(), 'nobody')).toEqual({ received: 0, expected: 0 })
  })
})

describe('a recusal is proposed', () => {
  const home = (recusal: 'propose' | 'default' | 'automatic' | 'never'): readonly string[] =>
    recusalPlan(anArena().withRules({ panels: [aPanel('A', '100', { recusal })] }).withUnits(2).withJudges(1, 'A', 0).withJudges(1).session(), unitId(0)).proposed

  it.each(['propose', 'default', 'automatic'] as const)('for a judge of the unit on stage under the policy %s', (policy) => {
    expect(home(policy)).toEqual(['j1'])
  })

  it('for nobody under the policy never, and for nobody of another unit', () => {
    expect(home('never')).toEqual([])
    expect(recusalPlan(room.session(), unitId(1)).proposed).toEqual([])
  })
})
