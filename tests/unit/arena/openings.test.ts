// 定调 windows and reveal, a ranking in the order of a known part, the switch between on-site and combined, and awards on the wall (domain.md §2).
import { describe, expect, it } from 'vitest'
import { windowPhase } from '../../../shared/arena/missing.ts'
import { arenaPicture, stageScene, type PictureWords } from '../../../shared/arena/scenes.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import type { ArenaSession } from '../../../shared/arena/state.ts'
import type { PictureOf } from '../../../shared/kernel/picture.ts'
import { anArena, aCriterion, aPanel, unitId, type ArenaBuilder } from '../../support/anArena.ts'
import { aPart, category, entered, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf, type Room } from './aRoom.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.01' })]
const wordsOf: PictureWords = { name: (id) => id, judge: (id) => id, speaker: () => '', title: '', subtitle: '', timer: null, ruleLines: [], tie: (tie) => tie.by }
const code = (refusal: unknown): unknown => (typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : refusal)
const pictures = <Scene extends 'score' | 'ranking' | 'awards' | 'standings'>(session: ArenaSession, scene: Scene, subject: string | null): readonly PictureOf<Scene>[] => {
  const staging = stageScene(session, scene, subject)
  if (!staging.ok) throw new Error(staging.refusal.code)
  return Array.from({ length: staging.value.steps }, (_, step) => arenaPicture(session, wordsOf, { scene, subject, ground: staging.value.ground, step }) as PictureOf<Scene>)
}

describe('calibration of the first two', () => {
  const room = (): Room => aRoom({ units: 4, judges: judgesOf(1), rules: { windows: { policy: 'calibration', size: 2 }, reveal: 'calibration' } }).live()
  const phases = (each: Room): readonly string[] => each.units.map((_, at) => windowPhase(each.session, each.contestant(at)))
  const speak = (each: Room, unit: number): void => { each.at(unit, 'stage.call'); each.at(unit, 'timer.start', { phase: 'speech' }) }
  const may = (each: Room, unit: number): unknown => code(each.refusal('air.show', { scene: 'score', item: each.sessionId, subject: each.unit(unit) }))

  it('opens their windows together, when the second has finished', () => {
    const each = room()
    speak(each, 0)
    speak(each, 1)
    expect(phases(each)).toEqual(['closed', 'closed', 'closed', 'closed'])
    each.at(1, 'stage.finish')
    expect(phases(each)).toEqual(['open', 'open', 'closed', 'closed'])
  })

  it('must be locked before the third is called; from then on each stands with its contestant', () => {
    const each = room()
    speak(each, 0)
    speak(each, 1)
    each.at(1, 'stage.finish')
    expect(code(each.refusal('stage.call', { contestant: each.unit(2) }))).toBe('windowStillOpen')
    each.locked(0).locked(1)
    each.opened(2)
    expect(code(each.refusal('stage.call', { contestant: each.unit(3) }))).toBe('windowStillOpen')
  })

  it('reveals the first two only when both are locked, the others at once', () => {
    const each = room()
    speak(each, 0)
    speak(each, 1)
    each.at(1, 'stage.finish')
    each.locked(0)
    expect(may(each, 0)).toBe('revealTooEarly')
    each.locked(1)
    expect([may(each, 0), may(each, 1)]).toEqual(['accepted', 'accepted'])
    each.opened(2).locked(2)
    expect(may(each, 2)).toBe('accepted')
  })
})

const parts: RuleWords = { criteria: FIGURE, parts: [aPart('onSite', '100', { points: '40' }), entered('done', '100', { points: '60' })], panels: [aPanel('A', '100')], ties: [{ by: 'shared' }] }
/** On site 80, 90, 70; entered 90, 70, 85: totals 86, 78, 79. */
const three = (words: RuleWords = {}): ArenaBuilder =>
  [80, 90, 70].reduce<ArenaBuilder>((builder, figure, unit) => builder.sheet(unit, 0, [figure]).locked(unit), anArena().withRules({ ...parts, ...words }).withUnits(3).withJudges(1)).entered('done', [90, 70, 85])

describe('a ranking in ascending order of a known part', () => {
  const builder = three({ rankingReveal: { by: 'knownPart', part: 'done' } })

  it('shows one contestant a step, at its place among those shown', () => {
    // Entered: u2 70, u3 85, u1 90.
    const rows = pictures(builder.session(), 'ranking', null).map((picture) => picture.rows.map((row) => `${row.rank ?? '-'} ${row.name} ${row.total ?? ''}`).join(', '))
    expect(rows).toEqual(['', '1 u2 78.00', '1 u3 79.00, 2 u2 78.00', '1 u1 86.00, 2 u3 79.00, 3 u2 78.00'])
  })
})

describe('the wall', () => {
  const both = (figure: 'combined' | 'onSite' | 'either', more: RuleWords = {}): ArenaBuilder => three({ disclosure: { figure, parts: true, ranking: { show: 'all' } }, ...more })
  const ranking = (builder: ArenaBuilder): unknown => {
    const last = pictures(builder.session(), 'ranking', null).at(-1)
    return [last?.figure, last?.rows.map((row) => `${row.name} ${row.total ?? ''}`)]
  }
  const switched = (builder: ArenaBuilder, figure: 'combined' | 'onSite'): ArenaBuilder => builder.event({ name: 'figureChosen', body: { session: 's1', figure } })

  it('shows the combined total or the on-site score alone, as the rules fix it', () => {
    expect(ranking(both('combined'))).toEqual([undefined, ['u1 86.00', 'u3 79.00', 'u2 78.00']])
    expect(ranking(both('onSite'))).toEqual(['onSite', ['u2 90.00', 'u1 80.00', 'u3 70.00']])
  })

  it('is switched by the host where the rules leave it open, and only there', () => {
    expect(ranking(switched(both('either'), 'onSite'))).toEqual(['onSite', ['u2 90.00', 'u1 80.00', 'u3 70.00']])
    expect(ranking(switched(switched(both('either'), 'onSite'), 'combined'))).toEqual([undefined, ['u1 86.00', 'u3 79.00', 'u2 78.00']])
    expect(ranking(switched(both('combined'), 'onSite'))).toEqual([undefined, ['u1 86.00', 'u3 79.00', 'u2 78.00']])
    const fixed = aRoom({ rules: { disclosure: { figure: 'combined' } } })
    expect(code(fixed.refusal('figure.choose', { figure: 'onSite' }))).toBe('sceneNotAllowed')
  })

  it('switched to the on-site score does not take the combined figure counted before, nor the other way round', () => {
    const session = switched(both('either'), 'onSite').session()
    const combined = resultOf(session).rows.map((row) => row.tally.text)
    expect(pictures(session, 'ranking', null).at(-1)?.rows.map((row) => row.total)).toEqual(['90.00', '80.00', '70.00'])
    expect(resultOf(session).rows.map((row) => row.tally.text)).toEqual(combined)
  })

  it('shows an on-site score while a part is not entered yet, and the combined total only with it', () => {
    const without = (figure: 'combined' | 'onSite'): ArenaBuilder => anArena().withRules({ ...parts, disclosure: { figure } }).withUnits(1).withJudges(1).sheet(0, 0, [80]).locked(0)
    expect(stageScene(without('combined').session(), 'score', unitId(0))).toMatchObject({ ok: false, refusal: { code: 'partMissing' } })
    expect(pictures(without('onSite').session(), 'score', unitId(0)).at(-1)?.total).toBe('80.00')
  })

  it('leaves bonuses and penalties out of the on-site score: they act on the grand total', () => {
    const adjusted = both('either', { adjustments: [{ id: 'up', name: '加分', sign: 'bonus', fullMark: '100', cap: null }] }).reopened(0, '示例').adjusted(0, 'up', '5').locked(0)
    expect(ranking(switched(adjusted, 'onSite'))).toEqual(['onSite', ['u2 90.00', 'u1 80.00', 'u3 70.00']])
    expect(ranking(adjusted)).toEqual([undefined, ['u1 91.00', 'u3 79.00', 'u2 78.00']])
  })

  it('shows the parts before the total, and a picture stands on the version of the parts it was shown with', () => {
    const session = both('combined').session()
    expect(pictures(session, 'score', unitId(0)).map((picture) => [picture.parts?.map((part) => part.score), picture.total, picture.formula])).toEqual([[['80.00', '90.00'], undefined, undefined], [['80.00', '90.00'], '86.00', '40% × 80.00 + 60% × 90.00 = 86.00']])
    const staging = stageScene(session, 'score', unitId(0))
    const later = both('combined').entered('done', [50]).session()
    const ground = staging.ok ? staging.value.ground : {}
    expect(arenaPicture(later, wordsOf, { scene: 'score', subject: unitId(0), ground, step: 1 })).toMatchObject({ total: '86.00' })
  })

  it('has nothing to show of a score where only parts are public and the on-site score has none', () => {
    const bare = both('onSite', { disclosure: { figure: 'onSite', parts: true, total: 'hidden' } })
    expect(stageScene(bare.session(), 'score', unitId(0))).toMatchObject({ ok: false, refusal: { code: 'sceneNotAllowed' } })
  })
})

describe('the rule that settled a tie', () => {
  it('is named when both who were tied stand there: before, it would tell the total of one still to come', () => {
    const builder = ['85.004', '85.001', '80'].reduce<ArenaBuilder>((before, figure, unit) => before.sheet(unit, 0, [figure]).locked(unit),
      anArena().withRules({ criteria: [aCriterion('c1', '100', { step: '0.001' })], panels: [aPanel('A', '100')], ties: [{ by: 'moreDecimals' }, { by: 'shared' }] }).withUnits(3).withJudges(1))
    expect(pictures(builder.session(), 'ranking', null).map((picture) => picture.rows.map((row) => `${row.name} ${row.note}`.trim()))).toEqual([[], ['u3'], ['u2', 'u3'], ['u1 moreDecimals', 'u2 moreDecimals', 'u3']])
  })
})

describe('awards on the wall', () => {
  const tiers = ['一', '二', '三'].map((id) => ({ id, name: `${id}等奖`, category: null, quota: 1, score: null }))
  const steps = (announce: 'fromLowest' | 'straight'): readonly string[] =>
    pictures(three({ awards: { tiers, announce } }).session(), 'awards', null).map((picture) => `${picture.tiers.map((tier) => `${tier.name} ${tier.rows.map((row) => row.name).join('')}`).join(', ')}${picture.complete ? ' 完' : ''}`)

  it('are announced 三→二→一, or straight', () => {
    expect(steps('fromLowest')).toEqual(['', '三等奖 u2', '二等奖 u3, 三等奖 u2', '一等奖 u1, 二等奖 u3, 三等奖 u2 完'])
    expect(steps('straight')).toEqual(['一等奖 u1, 二等奖 u3, 三等奖 u2 完'])
  })

  it('stand as tiers instead of totals where the rules show tiers', () => {
    const last = pictures(three({ awards: { tiers }, disclosure: { total: 'tier' } }).session(), 'ranking', null).at(-1)
    expect(last?.rows.map((row) => row.total)).toEqual(['一等奖', '二等奖', '三等奖'])
  })

  it('are not announced while a score, a part or a tie of the category is open', () => {
    const refusal = (builder: ArenaBuilder, subject: string | null = null): unknown => { const staging = stageScene(builder.session(), 'awards', subject); return staging.ok ? 'allowed' : staging.refusal.code }
    const ready = three({ awards: { tiers } })
    expect([refusal(three()), refusal(ready), refusal(ready.reopened(0, '示例'))]).toEqual(['sceneNotAllowed', 'allowed', 'windowsNotLocked'])
    const categories: RuleWords = { awards: { tiers }, categories: [category('x'), category('y')] }
    expect(refusal(three(categories).withCategories('x', 'y', 'y').reopened(1, '示例'), 'x')).toBe('allowed')
    expect(refusal(three(categories).withCategories('x', 'y', 'y').reopened(1, '示例'), 'y')).toBe('windowsNotLocked')
    expect(refusal(three(categories).withCategories('x', 'y', 'y'), null)).toBe('rulesInvalid')
  })
})

describe('the ranking of a category', () => {
  it('is shown by itself, under its name', () => {
    const session = three({ categories: [category('x'), category('y')] }).withCategories('x', 'y', 'x').session()
    const last = pictures(session, 'ranking', 'x').at(-1)
    expect([last?.category, last?.of, last?.rows.map((row) => `${row.rank ?? ''} ${row.name}`)]).toEqual(['x类', 2, ['1 u1', '2 u3']])
  })
})
