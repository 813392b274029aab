// Faults found when the arena's rules were read with fresh eyes; each test is named after its fault.
import { describe, expect, it } from 'vitest'
import { wrongPrints } from '../../../shared/arena/prints.ts'
import { rankingPicture } from '../../../shared/arena/revealRanking.ts'
import { judgesOf, aRoom, FULL } from './aRoom.ts'
import { nextOf, walk } from './bigButton.ts'

const words = { name: (id: string): string => id, judge: (id: string): string => id, title: '', tie: (): string => '' }

describe('a score shown behind a blank, a freeze or a PPT', () => {
  it('is not seen by the room until the wall is live again', () => {
    for (const [hide, show] of [['air.blank', 'air.live'], ['air.freeze', 'air.live'], ['air.yield', 'air.return']] as const) {
      const room = aRoom({ units: 2, judges: judgesOf(2) }).live().opened(0).locked(0)
      room.do(hide)
      room.show('score', 0)
      expect(room.contestant(0).window.revealedLock).toBe(0)
      expect(nextOf(room)).toMatchObject({ action: 'reveal', blocked: { code: 'wallHidden' } })
      room.do(show)
      expect(room.contestant(0).window.revealedLock).toBe(1)
    }
  })
})

describe('a batch of two out of four', () => {
  it('is collected and locked before the third is called', () => {
    const room = aRoom({ units: 4, judges: judgesOf(2), rules: { windows: { policy: 'batch', size: 2 } } })
    const told: string[] = []
    walk(room, { each: (action) => { if (action === 'call' || action === 'lock') told.push(action) } })
    expect(told).toEqual(['call', 'call', 'lock', 'lock', 'call', 'call', 'lock', 'lock'])
  })

  it('does not count a contestant left over from the first batch towards the second', () => {
    const room = aRoom({ units: 4, judges: [{ panel: 'A', home: 0 }, { panel: 'A' }, { panel: 'A' }], rules: { windows: { policy: 'batch', size: 2 } } }).live()
    for (const unit of [0, 1, 2]) { room.at(unit, 'stage.call'); room.at(unit, 'timer.start', { phase: 'speech' }) }
    room.at(2, 'stage.finish')
    // 0 waits for its recusal, 1 is open, 2 waits for 3.
    expect([0, 1, 2, 3].map((unit) => room.contestant(unit).window.phase)).toEqual(['closed', 'open', 'closed', 'closed'])
  })
})

describe('a ranking on air', () => {
  it('does not change when a contestant withdraws afterwards', () => {
    const room = aRoom({ units: 2, judges: judgesOf(2) }).live()
    room.opened(0).locked(0)
    room.opened(1).locked(1, { ...FULL, c1: '10' })
    room.show('ranking')
    const ground = room.meeting.air.show?.ground ?? {}
    const before = rankingPicture(room.session, words, { ground, step: 2, category: null })
    room.at(1, 'stage.withdraw', { reason: '示例' })
    expect(rankingPicture(room.session, words, { ground, step: 2, category: null })).toEqual(before)
  })
})

describe('ballots printed before a judge was added', () => {
  it('are wrong for that judge', () => {
    const room = aRoom({ units: 2, judges: judgesOf(3) })
    const last = room.judges.at(-1)
    room.do('session.judges', { judges: room.session.judges.slice(0, -1).map((judge) => ({ judge: judge.id, panel: judge.panel })) })
    room.do('session.ready')
    room.do('ballots.printed', { form: 'allUnits', panels: ['A'], spares: 0 })
    expect(wrongPrints(room.session)).toEqual([])
    room.do('session.unlock')
    room.do('session.judges', { judges: room.judges.map((judge) => ({ judge, panel: 'A' })) })
    room.do('session.ready')
    expect(wrongPrints(room.session)).toMatchObject([{ judges: [last] }])
  })
})
