// Ties by part, play-off and draw; the order of the links; 名次分; awards by quota and score with both edges (domain.md §2.2, §2.4 items 5, 8). By hand.
import { describe, expect, it } from 'vitest'
import { awardsOf, placePointsOf } from '../../../shared/arena/awards.ts'
import type { Award, Rules, TieRule } from '../../../shared/arena/rules.ts'
import { resultOf } from '../../../shared/arena/sessionResult.ts'
import { drawOrder } from '../../../shared/kernel/draw.ts'
import { anArena, aCriterion, aPanel, type ArenaBuilder } from '../../support/anArena.ts'
import { aPart, category, entered, type RuleWords } from '../../support/ruleWords.ts'
import { aRoom, judgesOf } from './aRoom.ts'
import { exact, placesOf } from './readings.ts'

const FIGURE = [aCriterion('c1', '100', { step: '0.0001' })]
const totals = (figures: readonly (number | string)[], words: RuleWords = {}): ArenaBuilder =>
  figures.reduce<ArenaBuilder>((builder, figure, unit) => builder.sheet(unit, 0, [figure]).locked(unit), anArena().withRules({ criteria: FIGURE, panels: [aPanel('A', '100')], ties: [{ by: 'shared' }], ...words }).withUnits(figures.length).withJudges(1))

describe('a tie is broken', () => {
  const halves = (ties: TieRule[], part: number | null = null): RuleWords => ({ parts: [aPart('onSite', '100', { points: '50' }), entered('done', '100', { points: '50' })], ties, rounding: { part } })

  it('by the score of a part', () => {
    // Both 85: 80 and 90 on site, 90 and 80 entered.
    const builder = totals([80, 90], halves([{ by: 'part', id: 'done' }, { by: 'shared' }])).entered('done', [90, 80])
    expect(placesOf(builder)).toEqual(['u1 1 part:done', 'u2 2 part:done'])
    expect(placesOf(totals([80, 90], halves([{ by: 'part', id: 'onSite' }, { by: 'shared' }])).entered('done', [90, 80]))).toEqual(['u2 1 part:onSite', 'u1 2 part:onSite'])
  })

  it('by a part after that part’s own rounding', () => {
    const builder = totals(['80.1', '80.4'], halves([{ by: 'part', id: 'onSite' }, { by: 'shared' }], 0)).entered('done', [90, 90])
    expect(placesOf(builder)).toEqual(['u1 1= shared', 'u2 1= shared'])
  })

  it('by the mean without dropping of the on-site score only', () => {
    const words: RuleWords = { parts: [aPart('onSite', '100', { points: '50' }), aPart('people', '100', { kind: 'appraisal', points: '50' })], panels: [aPanel('A', '100'), aPanel('B', '100', { part: 'people' })], ties: [{ by: 'untrimmedMean' }, { by: 'shared' }] }
    const builder = anArena().withRules({ criteria: FIGURE, ...words }).withUnits(2).withJudges(1, 'A').withJudges(1, 'B').sheets(0, [[80], [90]]).sheets(1, [[90], [80]]).locked(0, 1)
    expect(placesOf(builder)).toEqual(['u2 1 untrimmedMean', 'u1 2 untrimmedMean'])
  })

  it('by the links in the order of the list: the first that differs decides', () => {
    const even = (ties: TieRule[]): readonly string[] => placesOf(totals([80, 90], halves(ties)).entered('done', [90, 80]))
    expect(even([{ by: 'part', id: 'done' }, { by: 'part', id: 'onSite' }, { by: 'shared' }])).toEqual(['u1 1 part:done', 'u2 2 part:done'])
    expect(even([{ by: 'part', id: 'onSite' }, { by: 'part', id: 'done' }, { by: 'shared' }])).toEqual(['u2 1 part:onSite', 'u1 2 part:onSite'])
  })
})

describe('a play-off', () => {
  const three = totals([85, 85, 85, 70], { ties: [{ by: 'playOff' }, { by: 'draw' }] })

  it('that was not held is asked for, and nobody is put in order', () => {
    expect(resultOf(three.session()).open).toEqual([{ by: 'playOff', contestants: ['u1', 'u2', 'u3'] }])
    expect(placesOf(three)).toEqual(['u1 1=', 'u2 1=', 'u3 1=', 'u4 4'])
  })

  it('decides by its outcome, and who is equal in it goes on with the links behind', () => {
    const held = three.playedOff([[1], [0, 2]])
    expect(placesOf(held)).toEqual(['u2 1 playOff', 'u1 2= playOff', 'u3 2= playOff', 'u4 4'])
    expect(resultOf(held.session()).open).toEqual([{ by: 'draw', contestants: ['u1', 'u3'] }])
    const drawn = held.drawn([0, 2], 'AB12')
    expect(placesOf(drawn).slice(1, 3)).toEqual(drawOrder('AB12', ['u1', 'u3']).map((id, at) => `${id} ${at + 2} draw`))
  })

  it('held again replaces the one before; one over other contestants says nothing', () => {
    expect(placesOf(three.playedOff([[0], [1], [2]]).playedOff([[2], [1], [0]])).slice(0, 3)).toEqual(['u3 1 playOff', 'u2 2 playOff', 'u1 3 playOff'])
    expect(resultOf(three.playedOff([[0], [1]]).session()).open).toHaveLength(1)
  })

  it('is keyed for exactly the contestants who need it, each once', () => {
    const room = aRoom({ units: 3, judges: judgesOf(1), rules: { ties: [{ by: 'playOff' }, { by: 'shared' }] } }).live().opened(0).locked(0).opened(1).locked(1).opened(2).locked(2, { c1: '10', c2: '10', c3: '10', c4: '10', c5: '1' })
    const [a = '', b = '', c = ''] = room.units
    const refusal = (contestants: readonly string[], order: readonly (readonly string[])[]): unknown => room.refusal('tie.playOff', { contestants, order, note: '' })
    expect(refusal([a, c], [[a], [c]])).toMatchObject({ code: 'playOffNotNeeded' })
    expect(refusal([a, b], [[a]])).toMatchObject({ code: 'orderIncomplete' })
    expect(refusal([a, b], [[a], [a]])).toMatchObject({ code: 'orderIncomplete' })
    expect(refusal([a, b], [[a], [], [b]])).toMatchObject({ code: 'orderIncomplete' })
    expect(room.refusal('session.finalise')).toEqual({ code: 'resultOpen', details: { count: 2 } })
    room.do('tie.playOff', { contestants: [a, b], order: [[b], [a]], note: '加试一题' })
    room.do('session.finalise')
    expect(resultOf(room.session).rows.map((row) => row.contestant)).toEqual([b, a, c])
  })
})

describe('名次分', () => {
  const points = (ties: 'averaged' | 'same', table: readonly string[] = ['9', '7', '6', '5']): readonly (readonly [string, string])[] => {
    const session = totals([90, 85, 85, 80], { placePoints: { points: { by: 'table', points: [...table] }, ties } }).session()
    return [...placePointsOf(session.rules, resultOf(session).rows)].map(([id, value]) => [id, exact(value)] as const)
  }

  it('of tied places is their mean, or the better place’s for all', () => {
    // (7 + 6) ÷ 2 = 6.5.
    expect(points('averaged')).toEqual([['u1', '9'], ['u2', '13/2'], ['u3', '13/2'], ['u4', '5']])
    expect(points('same')).toEqual([['u1', '9'], ['u2', '7'], ['u3', '7'], ['u4', '5']])
  })

  it('is none where the table ends', () => {
    expect(points('averaged', ['9', '7'])).toEqual([['u1', '9']])
  })
})

describe('awards', () => {
  const tier = (id: string, quota: number | null, score: string | null): Award => ({ id, name: id, category: null, quota, score })
  const given = (figures: readonly number[], tiers: Award[], edge: Rules['awards']['edge']): Readonly<Record<string, string>> => {
    const session = totals(figures, { awards: { tiers, edge } }).session()
    return Object.fromEntries([...awardsOf(session.rules, null, resultOf(session).rows)].map(([id, award]) => [id, award.id]))
  }

  it('by quota fill the tiers from the best down', () => {
    expect(given([90, 80, 70, 60], [tier('一', 1, null), tier('二', 2, null)], 'all')).toEqual({ u1: '一', u2: '二', u3: '二' })
  })

  it('by score take everybody who reaches it on the displayed total', () => {
    // 89.995 shows 90.00.
    expect(given([89.995, 89.994, 70], [tier('优', null, '90'), tier('良', null, '80')], 'all')).toEqual({ u1: '优', u2: '良' })
  })

  it('by both need both: a place within the quota and the score', () => {
    expect(given([90, 85, 70], [tier('一', 2, '88'), tier('二', 2, null)], 'all')).toEqual({ u1: '一', u2: '二', u3: '二' })
  })

  it('give a tie on the edge to all of them or to none, as fixed beforehand', () => {
    const tiers = [tier('一', 2, null), tier('二', 1, null)]
    expect(given([90, 88, 88, 60], tiers, 'all')).toEqual({ u1: '一', u2: '一', u3: '一', u4: '二' })
    // Neither of the two has 一; both tie on the edge of 二 too, so nobody has it.
    expect(given([90, 88, 88, 60], tiers, 'none')).toEqual({ u1: '一' })
    expect(given([90, 88, 88, 60], [tier('一', 2, null), tier('二', 2, null)], 'none')).toEqual({ u1: '一', u2: '二', u3: '二' })
    // A tie within the quota is no tie on its edge.
    expect(given([90, 90, 60], tiers, 'none')).toEqual({ u1: '一', u2: '一', u3: '二' })
  })

  it('belong to a category or to all', () => {
    const words: RuleWords = { categories: [category('x'), category('y')], awards: { tiers: [{ ...tier('甲', 1, null), category: 'x' }, tier('奖', 1, null)] } }
    const session = totals([90, 80, 85, 70], words).withCategories('x', 'x', 'y', 'y').session()
    const { rows } = resultOf(session)
    const of = (id: string): unknown => Object.fromEntries([...awardsOf(session.rules, id, rows.filter((row) => row.category === id))].map(([unit, award]) => [unit, award.id]))
    expect([of('x'), of('y')]).toEqual([{ u1: '甲', u2: '奖' }, { u3: '奖' }])
  })
})

describe('categories', () => {
  const two = totals([80, 90, 85, 85], { categories: [category('x'), category('y')], ties: [{ by: 'draw' }] }).withCategories('x', 'y', 'x', 'y')

  it('are ranked each for itself, in the order of the rules', () => {
    expect(placesOf(two)).toEqual(['u3 1', 'u1 2', 'u2 1', 'u4 2'])
  })

  it('tie only among their own', () => {
    expect(resultOf(two.session()).open).toEqual([])
    expect(resultOf(two.withCategories('x', 'x', 'y', 'y').session()).open).toEqual([{ by: 'draw', contestants: ['u3', 'u4'] }])
  })
})
