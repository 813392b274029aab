import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { enteredPart, onSitePart, scoreForm, secondFile } from './secondSession.ts'
import type { ContestantSetup, SecondSetup } from './secondSession.ts'

const of = (setup: SecondSetup) => recount(secondFile(setup))
const placesOf = (setup: SecondSetup) => of(setup).rows.map(({ contestant, rank, decidedBy }) => [contestant, rank, decidedBy])

/** One judge, one figure: the total is that figure. */
const figures = (marks: readonly string[], more: Omit<Partial<SecondSetup>, 'contestants'> = {}, each: readonly ContestantSetup[] = []): SecondSetup => ({
  panels: [{ id: 'A', seats: 1 }],
  ...more,
  contestants: marks.map((mark, at) => ({ sheets: { A: [mark] }, ...each[at] })),
})

describe('tie rules of version 2', () => {
  test('a part decides by its score after its rounding', () => {
    // 90 and 80 against 80 and 90, half and half
    const parts = [onSitePart('50'), enteredPart('perf', '50')]
    const setup = figures(['90', '80'], { parts, ties: [{ by: 'part', id: 'perf' }, { by: 'shared' }] }, [{ parts: { perf: '80' } }, { parts: { perf: '90' } }])
    expect(placesOf(setup)).toEqual([['u2', 1, 'part:perf'], ['u1', 2, 'part:perf']])
    // on site 80.4 and 80.2 both count as 80
    expect(placesOf(figures(['80.2', '80.4'], { ties: [{ by: 'part', id: 'onSite' }, { by: 'shared' }], rounding: { part: 0 } }))).toEqual([['u1', 1, 'shared'], ['u2', 1, 'shared']])
  })

  test('a criterion is weighed by what each panel brings of the total', () => {
    // on site 40 of 100, A 24 and B 16 of it. c1: u1 0.24 × 60 + 0.16 × 40 = 20.8; u2 0.24 × 40 + 0.16 × 65 = 20
    const setup: SecondSetup = {
      forms: [scoreForm([{ id: 'c1', points: '70' }, { id: 'c2', points: '30' }])],
      parts: [onSitePart('40', '40'), enteredPart('perf', '60')],
      panels: [{ id: 'A', seats: 1, points: '24' }, { id: 'B', seats: 1, points: '16' }],
      ties: [{ by: 'criterion', id: 'c1' }],
      contestants: [{ sheets: { A: ['60 20'], B: ['40 30'] }, parts: { perf: '80' } }, { sheets: { A: ['40 30'], B: ['65 20'] }, parts: { perf: '80' } }],
    }
    expect(placesOf(setup)).toEqual([['u1', 1, 'criterion:c1'], ['u2', 2, 'criterion:c1']])
  })

  test('a fill after dropping has no say in a criterion', () => {
    const forms = [scoreForm([{ id: 'c1', points: '60', step: '0.1' }, { id: 'c2', points: '40', step: '0.1' }])]
    const contestants: readonly ContestantSetup[] = [{ sheets: { A: ['40 30', '51 19'] }, gaps: { A3: 'absent' } }, { sheets: { A: ['45.6 24.4', '45.6 24.4', '45.6 24.4'] } }]
    const setup: SecondSetup = { forms, panels: [{ id: 'A', seats: 3 }], missing: { absent: 'fillAfter', fillPlaces: 0 }, rounding: { mark: 0, final: 0 }, ties: [{ by: 'criterion', id: 'c1' }], contestants }
    // the fill is c1 45.5 → 46 and c2 24.5 → 25: u1 (70 + 70 + 71) ÷ 3 shows 70 like u2. c1 of u1 (40 + 51) ÷ 2 = 45.5; u2 has 45.6
    expect(placesOf(setup)).toEqual([['u2', 1, 'criterion:c1'], ['u1', 2, 'criterion:c1']])
  })

  test('the untrimmed mean is of on-site panels only', () => {
    // on site u1 80, u2 80.33; the visit, u1 86 and u2 80, has no say
    const parts = [onSitePart('50'), { ...onSitePart('50'), id: 'visit', kind: 'visit' }]
    const panels = [{ id: 'A', seats: 3, drop: [1, 1] }, { id: 'B', seats: 3, drop: [1, 1], part: 'visit' }] as const
    const contestants = [{ sheets: { A: ['90', '80', '70'], B: ['99', '80', '79'] } }, { sheets: { A: ['90', '80', '71'], B: ['80', '80', '80'] } }]
    expect(placesOf({ parts, panels, contestants, ties: [{ by: 'untrimmedMean' }] })).toEqual([['u2', 1, 'untrimmedMean'], ['u1', 2, 'untrimmedMean']])
  })

  const playOff = (contestants: readonly string[], order: readonly (readonly string[])[]) => ({ contestants, order, note: '' })

  test('the latest play-off of exactly the tied contestants decides; those it left tied go on', () => {
    const ties = [{ by: 'playOff' }, { by: 'shared' }]
    const playOffs = [playOff(['u1', 'u2', 'u3'], [['u1', 'u2', 'u3']]), playOff(['u1', 'u2', 'u3'], [['u3'], ['u2', 'u1']]), playOff(['u1', 'u2'], [['u1'], ['u2']])]
    expect(placesOf(figures(['90', '90', '90', '95'], { ties, playOffs }))).toEqual([['u4', 1, null], ['u3', 2, 'playOff'], ['u1', 3, 'shared'], ['u2', 3, 'shared']])
  })

  test('without one the group stays open at its place, and so without a draw', () => {
    const open = of(figures(['90', '90', '80', '80'], { ties: [{ by: 'playOff' }, { by: 'shared' }], playOffs: [playOff(['u3', 'u4'], [['u4'], ['u3']])] }))
    expect(open.open).toEqual([{ by: 'playOff', contestants: ['u1', 'u2'] }])
    expect(open.needsDraw).toEqual([])
    expect(open.rows.map(({ contestant, rank, shared }) => [contestant, rank, shared])).toEqual([['u1', 1, true], ['u2', 1, true], ['u4', 3, false], ['u3', 4, false]])
    const drawn = of(figures(['90', '90'], { ties: [{ by: 'draw' }] }))
    expect([drawn.open, drawn.needsDraw]).toEqual([[{ by: 'draw', contestants: ['u1', 'u2'] }], ['u1', 'u2']])
  })

  test('more decimals look at the total with its bonuses, before the final rounding', () => {
    const adjustments = [{ id: 'b', name: '示例加分', sign: 'bonus', fullMark: '100', cap: null }]
    const setup = figures(['80', '79'], { adjustments, ties: [{ by: 'moreDecimals' }] }, [{}, { adjustments: [['b', '1.004']] }])
    expect(placesOf(setup)).toEqual([['u2', 1, 'moreDecimals'], ['u1', 2, 'moreDecimals']])
  })
})

describe('points by place', () => {
  const pointsOf = (table: readonly string[], ties: string) => of(figures(['95', '90', '90', '80'], { placePoints: { points: { by: 'table', points: table }, ties } })).rows.map(({ placePoints }) => placePoints)

  test('the tied share the mean of their places, (7 + 6) ÷ 2, or all get the better place\'s', () => {
    expect(pointsOf(['9', '7', '6', '5'], 'averaged')).toEqual(['9/1', '13/2', '13/2', '5/1'])
    expect(pointsOf(['9', '7', '6', '5'], 'same')).toEqual(['9/1', '7/1', '7/1', '5/1'])
  })

  test('there are none where the table ends', () => {
    expect(pointsOf(['9', '7'], 'averaged')).toEqual(['9/1', null, null, null])
    expect(pointsOf(['9', '7'], 'same')).toEqual(['9/1', '7/1', '7/1', null])
  })
})

describe('awards', () => {
  const tier = (id: string, [quota, score]: readonly [number | null, string | null], category: string | null = null) => ({ id, name: `示例${id}等奖`, category, quota, score })
  const tiersOf = (setup: SecondSetup) => Object.fromEntries(of(setup).rows.map(({ contestant, tier: won }) => [contestant, won]))
  const marks = ['95', '90', '90', '90', '80']

  test('by quota from the best; a tie on the edge goes in as a whole', () => {
    expect(tiersOf(figures(marks, { awards: [tier('一', [1, null]), tier('二', [2, null]), tier('三', [1, null])] }))).toEqual({ u1: '一', u2: '二', u3: '二', u4: '二', u5: '三' })
  })

  test('or stays out as a whole, for the next tier', () => {
    expect(tiersOf(figures(marks, { edge: 'none', awards: [tier('一', [1, null]), tier('二', [2, null]), tier('三', [3, null])] }))).toEqual({ u1: '一', u2: '三', u3: '三', u4: '三', u5: null })
  })

  test('by score on the displayed total, or by score and quota', () => {
    expect(tiersOf(figures(['89.96', '89.94', '80'], { awards: [tier('一', [null, '90']), tier('二', [2, '85'])], rounding: { final: 1 } }))).toEqual({ u1: '一', u2: '二', u3: null })
  })

  test('a tier of one category is not for another', () => {
    const each = [{ category: 'x' }, { category: 'y' }, { category: 'x' }]
    expect(tiersOf(figures(['95', '90', '85'], { categories: ['x', 'y'], awards: [tier('一', [1, null], 'x'), tier('优', [null, null])] }, each))).toEqual({ u1: '一', u2: '优', u3: '优' })
  })
})

describe('categories', () => {
  test('are ranked apart, in the rules\' order, whatever the order of the file', () => {
    const { rows } = of(figures(['70', '90', '80', '70'], { categories: ['y', 'x'] }, [{ category: 'x' }, { category: 'x' }, { category: 'y' }, { category: 'x' }]))
    expect(rows.map(({ contestant, category, rank, shared }) => [contestant, category, rank, shared])).toEqual([['u3', 'y', 1, false], ['u2', 'x', 1, false], ['u1', 'x', 2, true], ['u4', 'x', 2, true]])
  })
})
