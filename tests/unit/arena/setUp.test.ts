import { describe, expect, it } from 'vitest'
import { criteriaOf } from '../../../shared/arena/rules.ts'
import { drawOrder } from '../../../shared/kernel/draw.ts'
import { aCriterion, aPanel } from '../../support/anArena.ts'
import { aRoom, judgesOf, openRules } from './aRoom.ts'

const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)

describe('a session', () => {
  it('is created only in a meeting there is, with a title and the rules it is given', () => {
    const room = aRoom()
    expect(code(room.refusal('session.create', { meeting: 'nothing', title: '示例' }))).toBe('unknownMeeting')
    expect(code(room.refusal('session.create', { title: '  ' }))).toBe('nameEmpty')
    expect(room.session.rules).toEqual(openRules())
    expect(room.meeting.items).toEqual([{ area: 'arena', id: room.sessionId }])
  })

  it('takes only units and judges of the register, each once', () => {
    const room = aRoom()
    expect(code(room.refusal('session.contestants', { contestants: [room.unit(0), 'nobody'] }))).toBe('unknownContestant')
    expect(code(room.refusal('session.contestants', { contestants: [room.unit(0), room.unit(0)] }))).toBe('unknownContestant')
    expect(code(room.refusal('session.judges', { judges: [{ judge: 'nobody', panel: 'A' }] }))).toBe('unknownJudge')
    const [judge] = room.judges
    expect(code(room.refusal('session.judges', { judges: [{ judge, panel: 'A' }, { judge, panel: 'A' }] }))).toBe('unknownJudge')
  })

  it('keeps its words when its title changes, and a title is never empty', () => {
    const room = aRoom()
    room.do('session.title', { title: ' 二季度 擂台 ' })
    expect(room.context().read(room.session.title)).toBe('二季度 擂台')
    expect(code(room.refusal('session.title', { title: ' ' }))).toBe('nameEmpty')
  })
})

describe('the speaking order', () => {
  it('names every contestant once', () => {
    const room = aRoom()
    expect(room.refusal('session.order', { method: 'hand', order: [room.unit(0), room.unit(1)] })).toEqual({ code: 'orderIncomplete', details: { given: 2, should: 3 } })
    expect(code(room.refusal('session.order', { method: 'ranking', order: [room.unit(0), room.unit(1), room.unit(1)] }))).toBe('orderIncomplete')
    expect(code(room.refusal('session.order', { method: 'hand' }))).toBe('orderIncomplete')
    room.do('session.order', { method: 'hand', order: [...room.units].reverse() })
    expect(room.session.order).toEqual([...room.units].reverse())
  })

  it('by lot comes from a recorded seed that anyone can check', () => {
    const room = aRoom({ units: 6 })
    const { seed } = room.do('session.order', { method: 'draw' })
    expect(room.session).toMatchObject({ orderMethod: 'draw', orderSeed: seed, order: drawOrder(String(seed), room.units) })
  })

  it('by protocol is the order of the register', () => {
    const room = aRoom()
    room.do('session.order', { method: 'hand', order: [...room.units].reverse() })
    room.do('unit.order', { units: [room.unit(2), room.unit(0), room.unit(1)] })
    room.do('session.order', { method: 'protocol' })
    expect(room.session.order).toEqual([room.unit(2), room.unit(0), room.unit(1)])
  })

  it('is to be set again when the contestants change', () => {
    const room = aRoom()
    room.do('session.contestants', { contestants: room.units.slice(1) })
    expect(room.session).toMatchObject({ order: [], orderMethod: null })
    expect(code(room.refusal('session.ready'))).toBe('orderNotSet')
  })
})

describe('a session is not frozen', () => {
  it('without contestants or judges', () => {
    const room = aRoom()
    room.do('session.contestants', { contestants: [] })
    expect(code(room.refusal('session.ready'))).toBe('noContestants')
    expect(code(room.refusal('session.order', { method: 'draw' }))).toBe('noContestants')
    const other = aRoom()
    other.do('session.judges', { judges: [] })
    expect(code(other.refusal('session.ready'))).toBe('noJudges')
  })

  it('while its rules do not add up', () => {
    const room = aRoom({ rules: { fullMark: '120', panels: [aPanel('A', '100')] } })
    expect(code(room.refusal('session.ready'))).toBe('rulesDoNotAddUp')
  })

  it('with a judge in no panel of the rules, or a panel without judges', () => {
    expect(code(aRoom({ rules: { panels: [aPanel('B', '100')] } }).refusal('session.ready'))).toBe('unknownPanel')
    expect(aRoom({ rules: { panels: [aPanel('A', '60'), aPanel('B', '40')] } }).refusal('session.ready')).toEqual({ code: 'panelEmpty', details: { panel: 'B组' } })
  })

  it('with a unit or a judge that has left the register', () => {
    const room = aRoom()
    room.do('unit.archive', { unit: room.unit(1), archived: true })
    expect(room.refusal('session.ready')).toEqual({ code: 'unknownContestant', details: { contestant: room.unit(1) } })
    const other = aRoom()
    other.do('person.archive', { person: other.judges[0], archived: true })
    expect(code(other.refusal('session.ready'))).toBe('unknownJudge')
  })
})

describe('a frozen session', () => {
  it('keeps its names when a unit is renamed afterwards', () => {
    const room = aRoom()
    room.do('session.ready')
    room.do('unit.keep', { unit: room.unit(0), values: { fullName: '改名区', shortName: '', aliases: [], kind: '', group: '' } })
    expect(room.context().read(room.contestant(0).name)).toBe('示例1区')
  })

  it('can be unlocked before the start, and frozen again with fresh windows', () => {
    const room = aRoom({ judges: [{ panel: 'A', home: 0 }, { panel: 'A' }] })
    room.do('session.ready')
    room.at(0, 'recusal.confirm', { judges: [room.judges[0]] })
    room.do('session.unlock')
    room.do('session.rules', { rules: openRules({ criteria: [aCriterion('c9', '100')] }) })
    room.do('session.ready')
    expect(criteriaOf(room.session.rules).map((criterion) => criterion.id)).toEqual(['c9'])
    expect(room.contestant(0).window).toMatchObject({ phase: 'closed', recusalsConfirmed: false, gaps: {} })
  })

  it('keeps what was filled in on a contestant card', () => {
    const room = aRoom()
    room.at(0, 'session.card', { speaker: ' 张某 ', file: '', promises: ['承诺一', ' '], problems: [] })
    room.do('session.ready')
    expect(room.contestant(0)).toMatchObject({ file: null, problems: [] })
    expect([room.context().read(room.contestant(0).speaker), ...room.contestant(0).promises.map(room.context().read)]).toEqual(['张某', '承诺一'])
  })
})

describe('a result', () => {
  it('is final only when every contestant is locked or withdrawn, and every draw is held', () => {
    const room = aRoom({ units: 3, judges: judgesOf(1), rules: { ties: [{ by: 'draw' }] } }).live()
    expect(room.refusal('session.finalise')).toMatchObject({ code: 'windowsNotLocked', details: { contestant: room.unit(0) } })
    room.opened(0).locked(0).opened(1).locked(1)
    room.at(2, 'stage.withdraw', { reason: '示例' })
    expect(room.refusal('session.finalise')).toEqual({ code: 'resultOpen', details: { count: 2 } })
    room.do('tie.draw', { contestants: [room.unit(1), room.unit(0)] })
    room.do('session.finalise')
    expect(room.session.phase).toBe('finalised')
  })

  it('records the newest hash of every chain', () => {
    const room = aRoom({ units: 1 }).live()
    room.opened(0).locked(0)
    room.do('session.finalise')
    expect(room.events.at(-1)).toMatchObject({ event: { name: 'sessionFinalised', body: { heads: { chain: 'head' } } } })
  })

  it('is reopened with a reason that is kept, and made final again', () => {
    const room = aRoom({ units: 1 }).live()
    room.opened(0).locked(0)
    room.do('session.finalise')
    expect(code(room.refusal('session.reopen', { reason: '' }))).toBe('badInput')
    room.do('session.reopen', { reason: '录票有误' })
    expect(room.session.reopenings.map(room.context().read)).toEqual(['录票有误'])
    room.do('session.finalise')
    room.do('session.archive')
    expect(room.session.phase).toBe('archived')
  })
})

describe('a draw among tied contestants', () => {
  const tied = () => {
    const room = aRoom({ units: 3, judges: judgesOf(1), rules: { ties: [{ by: 'draw' }] } }).live()
    room.opened(0).locked(0).opened(1).locked(1).opened(2).locked(2, { c1: '10', c2: '10', c3: '10', c4: '10', c5: '1' })
    return room
  }

  it('is held only among exactly those who need it', () => {
    const room = tied()
    expect(code(room.refusal('tie.draw', { contestants: room.units }))).toBe('drawNotNeeded')
    expect(code(room.refusal('tie.draw', { contestants: [room.unit(0), room.unit(2)] }))).toBe('drawNotNeeded')
    expect(code(room.refusal('tie.draw', { contestants: [room.unit(0), room.unit(0)] }))).toBe('drawNotNeeded')
    expect(code(room.refusal('tie.draw', { contestants: [room.unit(0)] }))).toBe('badInput')
  })

  it('is made once, recorded, and never redrawn', () => {
    const room = tied()
    const { seed } = room.do('tie.draw', { contestants: [room.unit(1), room.unit(0)] })
    expect(room.session.draws).toMatchObject([{ seed, order: drawOrder(String(seed), [room.unit(0), room.unit(1)]) }])
    expect(code(room.refusal('tie.draw', { contestants: [room.unit(0), room.unit(1)] }))).toBe('alreadyDrawn')
  })

  it('stands again when a correction ends in the same tie', () => {
    const room = tied()
    room.do('tie.draw', { contestants: [room.unit(0), room.unit(1)] })
    room.at(0, 'window.reopen', { reason: '示例' })
    room.locked(0)
    room.do('session.finalise')
    expect(room.session.draws).toHaveLength(1)
  })
})
