// Before and after a contest: the lot with a committed secret and a called number, the trial round, the next round, kept rules.
import { describe, expect, it } from 'vitest'
import { defaultRules } from '../../../shared/arena/defaultRules.ts'
import { arenaPicture, stageScene } from '../../../shared/arena/scenes.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import { drawOrder, sha256Hex } from '../../../shared/kernel/draw.ts'
import { checkRules } from '../../../shared/arena/checkRules.ts'
import { category, entered, aPart } from '../../support/ruleWords.ts'
import { aPanel } from '../../support/anArena.ts'
import { aRoom, FULL, judgesOf, type Room } from './aRoom.ts'

const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)

describe('a lot with a called number', () => {
  const room = (): Room => aRoom({ units: 5, rules: { lot: { called: true } } })
  const seen = (each: Room): unknown => arenaPicture(each.session, { name: (id) => id, judge: (id) => id, speaker: () => '', title: '', subtitle: '', timer: null, ruleLines: [], tie: () => '' }, { scene: 'lot', subject: null, ground: {}, step: 0 })

  it('has its secret committed before and shown after: order and commitment can be checked by anyone', () => {
    const each = room()
    expect(stageScene(each.session, 'lot', null)).toMatchObject({ ok: false, refusal: { code: 'lotNotCommitted' } })
    const { commitment } = each.do('lot.commit')
    expect(seen(each)).toMatchObject({ commitment, called: null, secret: null })
    expect(JSON.stringify(seen(each))).not.toContain(each.session.lot?.secret ?? 'no secret')
    each.do('session.order', { method: 'draw', called: '377' })
    const secret = each.session.lot?.secret ?? ''
    expect(seen(each)).toMatchObject({ called: '377', secret })
    expect(sha256Hex(secret)).toBe(commitment)
    expect(each.session).toMatchObject({ orderSeed: `${secret}+377`, order: drawOrder(`${secret}+377`, each.units) })
  })

  it('is not drawn without the commitment, without the number, or a second time', () => {
    const each = room()
    expect(code(each.refusal('session.order', { method: 'draw', called: '1' }))).toBe('lotNotCommitted')
    each.do('lot.commit')
    expect(code(each.refusal('session.order', { method: 'draw' }))).toBe('numberNotCalled')
    expect(code(each.refusal('lot.commit'))).toBe('lotCommitted')
    each.do('session.order', { method: 'draw', called: '1' })
    expect(code(each.refusal('session.order', { method: 'draw', called: '2' }))).toBe('alreadyDrawn')
  })

  it('drawn anew needs a new secret, which is hidden again, and voids the order before', () => {
    const each = room()
    each.do('lot.commit')
    each.do('session.order', { method: 'draw', called: '1' })
    each.do('lot.commit')
    expect(each.session).toMatchObject({ order: [], orderCalled: null, orderSeed: null })
    expect(seen(each)).toMatchObject({ called: null, secret: null })
  })

  it('is spent once its secret is known, also behind an order by hand and another roster', () => {
    for (const after of [(each: Room) => each.do('session.order', { method: 'hand', order: each.units }), (each: Room) => each.do('session.contestants', { contestants: each.units.slice(1) })]) {
      const each = room()
      each.do('lot.commit')
      each.do('session.order', { method: 'draw', called: '1' })
      after(each)
      expect(code(each.refusal('session.order', { method: 'draw', called: '2' }))).toBe('lotNotCommitted')
    }
  })

  it('that waits stays committed while the roster changes', () => {
    const each = room()
    each.do('lot.commit')
    each.do('session.contestants', { contestants: each.units.slice(1) })
    expect(each.session.lot).not.toBeNull()
  })

  it('by category draws each category among its own, in the order of the rules', () => {
    const each = aRoom({ units: 4, rules: { categories: [category('y'), category('x')], lot: { byCategory: true } } })
    const [a = '', b = '', c = '', d = ''] = each.units
    each.do('session.categories', { categories: { [a]: 'x', [b]: 'y', [c]: 'x', [d]: 'y' } })
    const { seed } = each.do('session.order', { method: 'draw' })
    expect(each.session.order).toEqual([...drawOrder(String(seed), [b, d]), ...drawOrder(String(seed), [a, c])])
  })
})

describe('categories', () => {
  it('are of the rules and given to everybody before the session is frozen', () => {
    const each = aRoom({ units: 2, rules: { categories: [category('x')] } })
    expect(each.refusal('session.ready')).toEqual({ code: 'categoryMissing', details: { contestant: each.unit(0) } })
    expect(each.refusal('session.categories', { categories: { [each.unit(0)]: 'z' } })).toMatchObject({ code: 'rulesInvalid', details: { reason: 'categoryUnknown' } })
    expect(code(each.refusal('session.categories', { categories: { nobody: 'x' } }))).toBe('unknownContestant')
    each.do('session.categories', { categories: { [each.unit(0)]: 'x', [each.unit(1)]: 'x' } })
    each.do('session.ready')
    expect(each.contestant(1).category).toBe('x')
  })
})

describe('a trial round', () => {
  const room = (): Room => aRoom({ units: 2, judges: judgesOf(2), rules: { trial: true } }).live()
  const tried = (each: Room, judge: number) => each.try('sheet.submit', { contestant: 'trial', kind: 'marks', marks: FULL, basis: 0 }, each.judge(judge))

  it('is opened where the rules have one, once, and takes sheets only while it is open', () => {
    expect(code(aRoom().live().refusal('trial.open'))).toBe('trialNotSet')
    const each = room()
    expect(tried(each, 0)).toMatchObject({ ok: false, refusal: { code: 'unknownContestant' } })
    each.do('trial.open')
    expect(tried(each, 0)).toMatchObject({ ok: true })
    expect(code(each.refusal('trial.open'))).toBe('alreadyOpen')
    each.do('trial.close')
    expect(tried(each, 1).ok).toBe(false)
    expect(code(each.refusal('trial.close'))).toBe('nothingToDecide')
  })

  it('never counts: it stands in no order, no result, no picture and no lock', () => {
    const each = room()
    const before = [each.session.order, resultOf(each.session)]
    each.do('trial.open')
    tried(each, 0)
    each.do('trial.close')
    expect([each.session.order, resultOf(each.session)]).toEqual(before)
    for (const command of ['window.check', 'window.lock', 'window.open', 'stage.call', 'stage.withdraw']) expect(each.try(command, { contestant: 'trial', reason: '示例' }).ok).toBe(false)
    expect(each.try('air.show', { scene: 'score', item: each.sessionId, subject: 'trial' }).ok).toBe(false)
    expect(code(each.refusal('session.parts', { values: [{ contestant: 'trial', part: 'done', value: '1' }], source: '' }))).toBe('unknownContestant')
    each.opened(0).locked(0).opened(1).locked(1)
    each.do('session.finalise')
    expect(resultOf(each.session).rows).toHaveLength(2)
  })
})

describe('the next round', () => {
  const marks = (c1: string): Readonly<Record<string, string>> => ({ c1, c2: '10', c3: '10', c4: '10', c5: '1' })
  /** Totals 61, 59, 59, 51 (31 and c1). */
  const played = (rules: Parameters<typeof aRoom>[0] = {}): Room => {
    const each = aRoom({ units: 4, judges: judgesOf(1), ...rules }).live();
    ['30', '28', '28', '20'].forEach((c1, unit) => { each.opened(unit).locked(unit, marks(c1)) })
    return each
  }
  const founded = (each: Room, carry: object, take = 1): ArenaSession => {
    each.do('session.finalise')
    const { session } = each.do('session.nextRound', { title: '决赛', take, carry })
    const found = each.state.arena.sessions[String(session)]
    if (found === undefined) throw new Error('no next round')
    return found
  }

  it('takes the best of a final result; a tie on the edge goes in whole', () => {
    const each = played({ rules: { ties: [{ by: 'shared' }] } })
    expect(code(each.refusal('session.nextRound', { title: '决赛', take: 2, carry: { marks: 'dropped' } }))).toBe('notFinalised')
    const next = founded(each, { marks: 'dropped' }, 2)
    expect(Object.keys(next.contestants)).toEqual([each.unit(0), each.unit(1), each.unit(2)])
    expect([next.from, next.phase, next.judges.map((judge) => judge.id), next.parts]).toEqual([each.sessionId, 'setup', each.judges, []])
    expect(next.rules).toEqual(each.session.rules)
  })

  it('needs two contestants at least and a title', () => {
    const each = played({ rules: { ties: [{ by: 'shared' }] } })
    each.do('session.finalise')
    expect(code(each.refusal('session.nextRound', { title: '决赛', take: 1, carry: { marks: 'dropped' } }))).toBe('tooFewQualified')
    expect(code(each.refusal('session.nextRound', { title: ' ', take: 2, carry: { marks: 'dropped' } }))).toBe('nameEmpty')
  })

  it('carries the totals as a part of the new total: 40 of 100, the rest 60', () => {
    const next = founded(played({ rules: { ties: [{ by: 'shared' }] } }), { marks: 'carried', points: '40' }, 2)
    expect(next.rules.parts.map((part) => [part.id, part.points])).toEqual([['onSite', '60'], ['carried', '40']])
    expect(checkRules(next.rules).ok).toBe(true)
    expect(Object.values(next.parts[0] ?? {})).toEqual([{ carried: '61.00' }, { carried: '59.00' }, { carried: '59.00' }])
  })

  it('keeps the proportions of several parts', () => {
    const parts = [aPart('onSite', '100', { points: '30' }), entered('done', '100', { points: '70' })]
    const each = aRoom({ units: 2, judges: judgesOf(1), rules: { parts, panels: [aPanel('A', '100')], ties: [{ by: 'shared' }] } }).live().opened(0).locked(0).opened(1).locked(1)
    each.do('session.parts', { values: each.units.map((contestant) => ({ contestant, part: 'done', value: '80' })), source: '' })
    expect(founded(each, { marks: 'carried', points: '50' }, 2).rules.parts.map((part) => part.points)).toEqual(['15', '35', '50'])
  })

  it.each(['0', '100', '120'])('cannot carry %s of 100', (points) => {
    const each = played({ rules: { ties: [{ by: 'shared' }] } })
    each.do('session.finalise')
    expect(code(each.refusal('session.nextRound', { title: '决赛', take: 2, carry: { marks: 'carried', points } }))).toBe('rulesInvalid')
  })

  it('after one that carried drops the carried part with the marks', () => {
    const first = played({ rules: { ties: [{ by: 'shared' }] } })
    const second = founded(first, { marks: 'carried', points: '40' }, 4)
    const play = (name: string, input: object): void => { first.do(name, { session: second.id, ...input }) }
    play('session.order', { method: 'hand', order: Object.keys(second.contestants) })
    play('session.ready', {})
    play('session.start', {})
    for (const contestant of Object.keys(second.contestants)) {
      play('stage.call', { contestant })
      play('window.open', { contestant })
      play('sheet.key', { contestant, judge: first.judges[0], kind: 'marks', marks: FULL, basis: 0 })
      play('window.check', { contestant })
      play('window.lock', { contestant })
    }
    play('session.finalise', {})
    const { session } = first.do('session.nextRound', { session: second.id, title: '总决赛', take: 4, carry: { marks: 'dropped' } })
    const third = first.state.arena.sessions[String(session)]
    expect(third?.rules.parts.map((part) => [part.id, part.points])).toEqual([['onSite', '100']])
  })
})

describe('entered part scores', () => {
  const room = (): Room => aRoom({ units: 2, judges: judgesOf(1), rules: { parts: [aPart('onSite', '100', { points: '40' }), entered('done', '50', { points: '60' })], panels: [aPanel('A', '100')] } })
  const enter = (each: Room, values: readonly object[]): unknown => code(each.refusal('session.parts', { values, source: '2025 年度考核' }))

  it('are of a part that is entered, within its full mark, and all taken or none', () => {
    const each = room()
    const value = (more: object): object => ({ contestant: each.unit(0), part: 'done', value: '42.5', ...more })
    expect([enter(each, [value({ part: 'onSite' })]), enter(each, [value({ value: '50.01' })]), enter(each, [value({ value: '-1' })]), enter(each, [value({}), value({ contestant: 'nobody' })])]).toEqual(['unknownPart', 'valueOutOfRange', 'valueOutOfRange', 'unknownContestant'])
    expect(each.session.parts).toEqual([])
    expect(enter(each, [value({ value: '50' }), value({ contestant: each.unit(1), value: '0' })])).toBe('accepted')
  })

  it('do not keep sheets from being locked, but the result from being final', () => {
    const each = room().live().opened(0).locked(0).opened(1).locked(1)
    expect(code(each.refusal('session.finalise'))).toBe('partMissing')
    each.do('session.parts', { values: each.units.map((contestant) => ({ contestant, part: 'done', value: '40' })), source: '' })
    each.do('session.finalise')
    // 90 × 0.4 + 40 of 50 × 60 = 36 + 48.
    expect(resultOf(each.session).rows[0]?.tally.text).toBe('84.00')
    expect(enter(each, [{ contestant: each.unit(0), part: 'done', value: '1' }])).toBe('wrongPhase')
  })
})

describe('kept rules', () => {
  it('are kept only when they add up, under a name, and removed by it', () => {
    const each = aRoom()
    expect(code(each.refusal('preset.save', { name: ' ', rules: defaultRules }))).toBe('nameEmpty')
    expect(code(each.refusal('preset.save', { name: '示例', rules: { ...defaultRules, fullMark: '120' } }))).toBe('rulesDoNotAddUp')
    const { preset } = each.do('preset.save', { name: '示例办法', rules: defaultRules })
    expect(each.context().read(each.state.arena.presets[String(preset)]?.name ?? null)).toBe('示例办法')
    each.do('preset.remove', { preset })
    expect(each.state.arena.presets).toEqual({})
    expect(code(each.refusal('preset.remove', { preset }))).toBe('unknownPreset')
  })
})
