import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { orderFromSeed } from '../../../electron/recount/readDraws.ts'
import { oneFigure, sessionFile } from './exampleSession.ts'
import type { PanelSetup, SessionSetup } from './exampleSession.ts'

const names = ['甲区', '乙区', '丙区', '丁区']

const twoPanels: readonly PanelSetup[] = [
  { id: 'A', weight: '60', seats: 1 },
  { id: 'B', weight: '40', seats: 1 },
]

const threeSeats: readonly PanelSetup[] = [{ id: 'A', weight: '100', seats: 3, drop: [1, 1] }]

/** One judge, one figure: the total is that figure. */
const figures = (totals: readonly string[], setup: Omit<SessionSetup, 'contestants'> = {}): SessionSetup => ({
  criteria: oneFigure,
  panels: [{ id: 'A', weight: '100', seats: 1 }],
  ...setup,
  contestants: totals.map((total, index) => ({ name: names[index] ?? '', sheets: { A: [total] } })),
})

const placesOf = (setup: SessionSetup) => recount(sessionFile(setup)).rows.map((row) => [row.contestant, row.rank, row.decidedBy])

describe('places', () => {
  test('shared places are 1, 2, 2, 4', () => {
    const { rows } = recount(sessionFile(figures(['80', '90', '95', '90'])))
    expect(rows.map(({ contestant, rank, shared, decidedBy }) => [contestant, rank, shared, decidedBy])).toEqual([
      ['u3', 1, false, null],
      ['u2', 2, true, 'shared'],
      ['u4', 2, true, 'shared'],
      ['u1', 4, false, null],
    ])
  })

  test('places are taken on the displayed total, not on what lies behind it', () => {
    // 80.04 and 80.01 both show 80.0
    expect(placesOf(figures(['80.01', '80.04'], { rounding: { final: 1 } }))).toEqual([
      ['u1', 1, 'shared'],
      ['u2', 1, 'shared'],
    ])
  })

  test('a list of tie rules that runs out leaves the place shared and names the last rule that split', () => {
    expect(placesOf(figures(['90', '90'], { ties: [] }))).toEqual([
      ['u1', 1, null],
      ['u2', 1, null],
    ])
    // 80.0 80.0 80.1 at one place: u3 is split off, u1 and u2 stay together
    expect(placesOf(figures(['80.04', '80.01', '80.14'], { rounding: { final: 0 }, ties: [{ by: 'moreDecimals' }] }))).toEqual([
      ['u3', 1, 'moreDecimals'],
      ['u1', 2, 'moreDecimals'],
      ['u2', 2, 'moreDecimals'],
    ])
  })
})

describe('more decimals', () => {
  test('the total one place further decides', () => {
    // u1: (81 + 81 + 83) ÷ 3 = 81.666… and u2: 81.67 both show 81.67; at three places 81.667 < 81.670
    const setup: SessionSetup = {
      criteria: oneFigure,
      panels: [{ id: 'A', weight: '100', seats: 3 }],
      ties: [{ by: 'moreDecimals' }, { by: 'shared' }],
      contestants: [
        { name: '甲区', sheets: { A: ['81', '81', '83'] } },
        { name: '乙区', sheets: { A: ['81.67', '81.67', '81.67'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'moreDecimals'],
      ['u1', 2, 'moreDecimals'],
    ])
  })

  test('what is still tied at the first place that differs goes on with the next rule, not with yet more decimals', () => {
    const setup = figures(['80.01', '80.04', '80.14'], { rounding: { final: 0 }, ties: [{ by: 'moreDecimals' }, { by: 'shared' }] })
    expect(placesOf(setup)).toEqual([
      ['u3', 1, 'moreDecimals'],
      ['u1', 2, 'shared'],
      ['u2', 2, 'shared'],
    ])
  })

  test('totals alike to twelve places are compared exactly', () => {
    const criteria = [{ id: 'c1', points: '100', step: '0.0000000000001' }]
    const setup = { ...figures(['80', '80.0000000000001'], { ties: [{ by: 'moreDecimals' }] }), criteria }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'moreDecimals'],
      ['u1', 2, 'moreDecimals'],
    ])
  })
})

describe('a named panel', () => {
  // u1: 90 × 0.6 + 80 × 0.4 = 86; u2: 88 × 0.6 + 83 × 0.4 = 52.8 + 33.2 = 86
  const contestants = [
    { name: '甲区', sheets: { A: ['90'], B: ['80'] } },
    { name: '乙区', sheets: { A: ['88'], B: ['83'] } },
  ]

  test.each([
    ['A', ['u1', 'u2']],
    ['B', ['u2', 'u1']],
  ] as const)('the higher mean of panel %s comes first', (id, order) => {
    const places = placesOf({ criteria: oneFigure, panels: twoPanels, ties: [{ by: 'panel', id }], contestants })
    expect(places).toEqual(order.map((contestant, index) => [contestant, index + 1, `panel:${id}`]))
  })

  test('its mean is compared after its own rounding', () => {
    // B 80.4 and 80.2 both round to 80, so nothing splits
    const close = [
      { name: '甲区', sheets: { A: ['90'], B: ['80.2'] } },
      { name: '乙区', sheets: { A: ['90'], B: ['80.4'] } },
    ]
    const setup = { criteria: oneFigure, panels: twoPanels, ties: [{ by: 'panel', id: 'B' }, { by: 'shared' }], contestants: close }
    expect(placesOf({ ...setup, rounding: { panel: 0 } })).toEqual([
      ['u1', 1, 'shared'],
      ['u2', 1, 'shared'],
    ])
  })
})

describe('a named criterion', () => {
  const criteria = [
    { id: 'c1', points: '70' },
    { id: 'c2', points: '30' },
  ]

  test('the mean over kept sheets decides, dropped sheets have no say', () => {
    // sheets 90 80 70 each; kept u1 55 + 25, u2 60 + 20. Over all three sheets u1 would lead: 185 ÷ 3 against 160 ÷ 3
    const setup: SessionSetup = {
      criteria,
      panels: threeSeats,
      ties: [{ by: 'criterion', id: 'c1' }],
      contestants: [
        { name: '甲区', sheets: { A: ['70 20', '55 25', '60 10'] } },
        { name: '乙区', sheets: { A: ['60 30', '60 20', '40 30'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'criterion:c1'],
      ['u1', 2, 'criterion:c1'],
    ])
  })

  test('with dropping per criterion the mean over that criterion\'s kept marks decides', () => {
    // u1 c1 middle of 40 50 60 = 50, c2 middle of 30 30 10 = 30; u2 c1 middle of 55 55 10 = 55, c2 middle of 25 25 30 = 25; both 80
    const setup: SessionSetup = {
      criteria,
      panels: threeSeats,
      trimOf: 'criteria',
      ties: [{ by: 'criterion', id: 'c1' }],
      contestants: [
        { name: '甲区', sheets: { A: ['40 30', '50 30', '60 10'] } },
        { name: '乙区', sheets: { A: ['55 25', '55 25', '10 30'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'criterion:c1'],
      ['u1', 2, 'criterion:c1'],
    ])
  })

  test('with dropping per criterion that mean is compared unrounded, though its rounded value made the total', () => {
    // c1 (50 + 50.5) ÷ 2 = 50.25 against 50; both count as 50 in a total of 80
    const setup: SessionSetup = {
      criteria,
      panels: [{ id: 'A', weight: '100', seats: 2 }],
      trimOf: 'criteria',
      rounding: { mark: 0 },
      ties: [{ by: 'criterion', id: 'c1' }],
      contestants: [
        { name: '甲区', sheets: { A: ['50 30', '50 30'] } },
        { name: '乙区', sheets: { A: ['50 30', '50.5 30'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'criterion:c1'],
      ['u1', 2, 'criterion:c1'],
    ])
  })

  test('panels have their say by weight', () => {
    // totals: u1 0.6×80 + 0.4×70 = 76, u2 0.6×70 + 0.4×85 = 76; c1: u1 0.6×60 + 0.4×40 = 52, u2 0.6×40 + 0.4×65 = 50
    const setup: SessionSetup = {
      criteria,
      panels: twoPanels,
      ties: [{ by: 'criterion', id: 'c1' }],
      contestants: [
        { name: '乙区', sheets: { A: ['40 30'], B: ['65 20'] } },
        { name: '甲区', sheets: { A: ['60 20'], B: ['40 30'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'criterion:c1'],
      ['u1', 2, 'criterion:c1'],
    ])
  })
})

describe('the untrimmed mean', () => {
  test('all counted sheets are averaged without dropping and without rounding', () => {
    // middle sheet 80 for both; all three: 240 ÷ 3 against 240.5 ÷ 3, which rounding to whole marks would hide (80.4 → 80, 70.1 → 70)
    const setup: SessionSetup = {
      criteria: oneFigure,
      panels: threeSeats,
      rounding: { mark: 0 },
      ties: [{ by: 'untrimmedMean' }],
      contestants: [
        { name: '甲区', sheets: { A: ['90', '80', '70'] } },
        { name: '乙区', sheets: { A: ['90', '80.4', '70.1'] } },
      ],
    }
    expect(placesOf(setup)).toEqual([
      ['u2', 1, 'untrimmedMean'],
      ['u1', 2, 'untrimmedMean'],
    ])
  })
})

describe('the draw', () => {
  const ties = [{ by: 'moreDecimals' }, { by: 'draw' }]
  // printf 'lot-7:u1' | sha256sum → 6d68a485…, u2 → 0f13ede3…, u3 → ae6d79c8…
  const draw = { contestants: ['u1', 'u2', 'u3'], seed: 'lot-7', order: ['u2', 'u1', 'u3'] }

  test('the order follows from the seed by SHA-256', () => {
    expect(orderFromSeed('lot-7', ['u4', 'u3', 'u2', 'u1'])).toEqual(['u2', 'u1', 'u3', 'u4'])
  })

  test('a draw of exactly the tied group gives the order', () => {
    expect(placesOf(figures(['90', '90', '90', '80'], { ties, draws: [draw] }))).toEqual([
      ['u2', 1, 'draw'],
      ['u1', 2, 'draw'],
      ['u3', 3, 'draw'],
      ['u4', 4, null],
    ])
  })

  test('a draw of another set does not count, and the group waits undecided at its first place', () => {
    const result = recount(sessionFile(figures(['90', '80', '80', '70'], { ties, draws: [draw] })))
    expect(result.needsDraw).toEqual(['u2', 'u3'])
    expect(result.rows.map(({ contestant, rank, shared, decidedBy }) => [contestant, rank, shared, decidedBy])).toEqual([
      ['u1', 1, false, null],
      ['u2', 2, true, null],
      ['u3', 2, true, null],
      ['u4', 4, false, null],
    ])
  })

  test('a group that waits for a draw names the last rule that split it off', () => {
    const setup = figures(['80.01', '80.04', '80.14'], { rounding: { final: 0 }, ties })
    expect(placesOf(setup)).toEqual([
      ['u3', 1, 'moreDecimals'],
      ['u1', 2, 'moreDecimals'],
      ['u2', 2, 'moreDecimals'],
    ])
    expect(recount(sessionFile(setup)).needsDraw).toEqual(['u1', 'u2'])
  })
})
