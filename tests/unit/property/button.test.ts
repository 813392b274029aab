// Whatever a host has done by hand before, the big button leads on to a final result.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Rules } from '../../../shared/arena/rules.ts'
import { aRoom, FULL, type Room } from '../arena/aRoom.ts'
import { press, walk } from '../arena/bigButton.ts'

const windows = fc.constantFrom<Rules['windows']>({ policy: 'withContestant' }, { policy: 'untilNextFinished' }, { policy: 'batch', size: 2 }, { policy: 'batch', size: 3 }, { policy: 'calibration', size: 2 }, { policy: 'wholeSession' })
const reveal = fc.constantFrom<Rules['reveal']>('atOnce', 'afterNext', 'calibration', 'allAtEnd')
const penalty = fc.constantFrom<Rules['time']['penalty']>(null, { fullMark: '10', phases: 'speech', graceSeconds: 0, tiers: [], cap: '0.2', under: { seconds: 60, amount: '0.1' } })
const ranking = fc.constantFrom<Rules['disclosure']['ranking']>({ show: 'all' }, { show: 'first', count: 2 }, { show: 'none' })
const COMMANDS = [
  'stage.call', 'stage.finish', 'stage.skip', 'stage.moveToEnd', 'stage.withdraw', 'stage.forfeit', 'stage.substitute', 'timer.start', 'timer.pause', 'recusal.confirm', 'window.open', 'window.check', 'window.lock',
  'window.reopen', 'gap.decide', 'trim.relax', 'sheet.key', 'air.show', 'air.step', 'air.freeze', 'air.blank', 'air.live', 'session.reopen', 'session.finalise', 'press', 'press', 'press', 'press', 'press', 'press',
] as const
const deed = fc.record({ name: fc.constantFrom(...COMMANDS), unit: fc.nat(3), judge: fc.nat(2), cause: fc.constantFrom('wait', 'paper', 'recused', 'absent', 'leftEarly'), scene: fc.constantFrom('score', 'ranking', 'order', 'next'), step: fc.nat(4) })

type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

const doing = (room: Room, { name, unit, judge, cause, scene, step }: Deed): void => {
  if (name === 'press') { press(room); return }
  const contestant = room.unit(unit)
  const who = room.judges[judge]
  const basis = room.contestant(unit).window.sheets[who ?? '']?.revision ?? 0
  const subject = scene === 'score' || scene === 'next' ? contestant : null
  room.try(name, { contestant, judge: who, judges: [who], cause: name === 'stage.forfeit' ? 'late' : cause, note: '', panel: 'A', dropHighest: 0, dropLowest: 0, kind: 'marks', marks: FULL, basis, phase: 'speech', reason: '示例', speaker: '李', scene, item: room.sessionId, subject, step })
}

it('the big button ends in a final result after any commands a host may give', () => {
  fc.assert(fc.property(fc.record({ policy: windows, when: reveal, show: ranking, clock: penalty }), fc.array(deed, { maxLength: 40 }), ({ policy, when, show, clock }, deeds) => {
    const room = aRoom({
      units: 4, judges: [{ panel: 'A', home: 0 }, { panel: 'A' }, { panel: 'A' }],
      rules: { windows: policy, reveal: when === 'calibration' && policy.policy !== 'calibration' ? 'atOnce' : when, time: { penalty: clock }, ties: [{ by: 'moreDecimals' }, { by: 'playOff' }, { by: 'draw' }], disclosure: { marks: 'hidden', panelMeans: false, total: 'figure', ranking: show, standings: false } },
    })
    room.do('session.ready')
    for (const each of deeds) doing(room, each)
    expect([walk(room).at(-1), room.session.phase]).toEqual(['printResult', 'finalised'])
  }), { numRuns: 150 })
})
