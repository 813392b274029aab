import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { oneFigure, sessionFile, workedSheets } from './exampleSession.ts'
import type { ContestantSetup, SessionSetup } from './exampleSession.ts'

const onlyRow = (setup: SessionSetup) => recount(sessionFile(setup)).rows[0]

const worked: readonly ContestantSetup[] = [{ name: '甲区', sheets: { A: workedSheets } }]

/** One panel of one-figure sheets without dropping unless said. */
const plain = (sheets: readonly string[], drop: readonly [number, number] = [0, 0]): SessionSetup => ({
  criteria: oneFigure,
  panels: [{ id: 'A', weight: '100', seats: sheets.length, drop }],
  contestants: [{ name: '甲区', sheets: { A: sheets } }],
})

describe('dropping', () => {
  test('the worked case with 1+1 of totals is 81.00', () => {
    // totals 81 81 84 79 81; without 84 (A3) and 79 (A4): 243 ÷ 3 = 81
    const row = onlyRow({ contestants: worked })
    expect(row?.total).toBe('81.00')
    expect(row?.panels).toEqual([
      {
        panel: 'A',
        mean: '81/1',
        dropped: [
          { judge: 'A3', criterion: null, end: 'highest' },
          { judge: 'A4', criterion: null, end: 'lowest' },
        ],
      },
    ])
  })

  test('the worked case with 1+1 per criterion is 81.67', () => {
    // c1 27 28 29 → 28; c2 35 36 37 → 36; c3 17 18 18 → 53/3; together 245/3 = 81.666…
    const row = onlyRow({ contestants: worked, trimOf: 'criteria' })
    expect(row?.total).toBe('81.67')
    expect(row?.panels[0]?.mean).toBe('245/3')
    expect(row?.panels[0]?.dropped).toEqual([
      { judge: 'A2', criterion: 'c1', end: 'highest' },
      { judge: 'A5', criterion: 'c1', end: 'lowest' },
      { judge: 'A3', criterion: 'c2', end: 'highest' },
      { judge: 'A2', criterion: 'c2', end: 'lowest' },
      { judge: 'A3', criterion: 'c3', end: 'highest' },
      { judge: 'A4', criterion: 'c3', end: 'lowest' },
    ])
  })

  test('of equal values the earlier seat is dropped, at the highest end and at the lowest alike', () => {
    const dropped = onlyRow(plain(['80', '80', '80', '80'], [1, 2]))?.panels[0]?.dropped
    expect(dropped).toEqual([
      { judge: 'A1', criterion: null, end: 'highest' },
      { judge: 'A2', criterion: null, end: 'lowest' },
      { judge: 'A3', criterion: null, end: 'lowest' },
    ])
  })

  test('the seat order is that of the judges list, whatever order the sheets stand in', () => {
    const file = sessionFile({ contestants: worked, trimOf: 'criteria' })
    const before = recount(file)
    for (const contestant of file.contestants) contestant.sheets.reverse()
    expect(recount(file)).toEqual(before)
  })
})

describe('rounding in between', () => {
  test('sheet totals rounded first decide who is dropped', () => {
    // 80.6 80.9 80.2 → 81 81 80; the earlier 81 goes: (81 + 80) ÷ 2 = 80.5. Unrounded A2 would go: 80.4.
    const row = onlyRow({ ...plain(['80.6', '80.9', '80.2'], [1, 0]), rounding: { mark: 0 } })
    expect(row?.total).toBe('80.50')
    expect(row?.panels[0]?.dropped).toEqual([{ judge: 'A1', criterion: null, end: 'highest' }])
  })

  test('with dropping per criterion each criterion mean is rounded before they are added', () => {
    // 28.0 + 36.0 + 17.7 (53/3 at one place) = 81.7
    expect(onlyRow({ contestants: worked, trimOf: 'criteria', rounding: { mark: 1 } })?.total).toBe('81.70')
  })

  test('a panel mean rounded first moves the total', () => {
    const setup: SessionSetup = {
      criteria: oneFigure,
      panels: [
        { id: 'A', weight: '60', seats: 3 },
        { id: 'B', weight: '40', seats: 1 },
      ],
      contestants: [{ name: '甲区', sheets: { A: ['81', '81', '83'], B: ['80'] } }],
    }
    // 245/3 × 0.6 + 80 × 0.4 = 49 + 32 = 81; with 81.67: 49.002 + 32 = 81.002
    expect(onlyRow({ ...setup, rounding: { final: 3 } })?.total).toBe('81.000')
    expect(onlyRow({ ...setup, rounding: { panel: 2, final: 3 } })?.total).toBe('81.002')
    expect(onlyRow({ ...setup, rounding: { panel: 2, final: 3 } })?.panels[0]?.mean).toBe('8167/100')
  })

  test('a half at the last place goes up, and away from zero below zero', () => {
    // (81.66 + 81.67) ÷ 2 = 81.665; (−2.34 − 2.35) ÷ 2 = −2.345
    expect(onlyRow(plain(['81.66', '81.67']))?.total).toBe('81.67')
    const belowZero = { ...plain(['-2.34', '-2.35']), criteria: [{ id: 'c1', points: '100', step: '0.01', floor: '-10' }] }
    expect(onlyRow(belowZero)?.total).toBe('-2.35')
  })
})

describe('panels', () => {
  test('panels of weight 60 and 40 are added by weight', () => {
    // A (84 + 86) ÷ 2 = 85 × 0.6 = 51; B 90 × 0.4 = 36; together 87
    const row = onlyRow({
      criteria: oneFigure,
      panels: [
        { id: 'A', weight: '60', seats: 2 },
        { id: 'B', weight: '40', seats: 1 },
      ],
      contestants: [{ name: '甲区', sheets: { A: ['84', '86'], B: ['90'] } }],
    })
    expect(row?.total).toBe('87.00')
    expect(row?.panels.map(({ mean }) => mean)).toEqual(['85/1', '90/1'])
  })
})

describe('which sheets count', () => {
  const withGap = (cause: string) => onlyRow({ ...plain(['80', '90', '100']), contestants: [{ name: '甲区', sheets: { A: ['80', '90', '100'] }, gaps: { A3: cause } }] })?.total

  test.each(['recused', 'absent', 'leftEarly'])('the sheet of a judge who is %s leaves numerator and denominator', (cause) => {
    // (80 + 90) ÷ 2
    expect(withGap(cause)).toBe('85.00')
  })

  test.each(['wait', 'paper'])('a gap of cause %s does not undo the sheet that came', (cause) => {
    // (80 + 90 + 100) ÷ 3
    expect(withGap(cause)).toBe('90.00')
  })

  test.each(['弃权', '作废', ''])('a sheet %j is no zero: it is left out', (line) => {
    expect(onlyRow(plain(['80', '90', line]))?.total).toBe('85.00')
  })

  test('a mark of zero counts as zero', () => {
    expect(onlyRow(plain(['80', '90', '0']))?.total).toBe('56.67')
  })

  test('a sheet without a mark for every criterion does not count', () => {
    const three = { panels: [{ id: 'A', weight: '100', seats: 3 }] }
    // 28 + 35 + 18 = 81 and 30 + 34 + 17 = 81; the third sheet lacks c3
    expect(onlyRow({ ...three, contestants: [{ name: '甲区', sheets: { A: ['28 35 18', '30 34 17', '30 40'] } }] })?.total).toBe('81.00')
  })

  test('earlier revisions and late sheets change nothing', () => {
    const file = sessionFile({ contestants: worked })
    const before = recount(file)
    const [contestant] = file.contestants
    const history = { judge: 'A1', revision: 9, source: 'paper', kind: 'marks', marks: { c1: '0', c2: '0', c3: '0' }, at: '' }
    Object.assign(contestant ?? {}, { revisions: [history], lateSheets: [history], corrections: [{}] })
    expect(recount(file)).toEqual(before)
  })
})

describe('too few sheets', () => {
  const panel = { id: 'A', weight: '100', seats: 5, drop: [1, 1], minimum: 5 } as const
  const four = ['80', '84', '86', '90', '']

  test('below the minimum panel nothing is counted', () => {
    const result = recount(sessionFile({ criteria: oneFigure, panels: [panel], contestants: [{ name: '甲区', sheets: { A: four } }] }))
    expect(result).toEqual({ rows: [], pending: [{ contestant: 'u1', reason: 'tooFewSheets', panel: 'A', valid: 4, needed: 5 }], open: [], needsDraw: [], notes: [] })
  })

  test('one sheet more than are dropped is needed whatever the minimum says', () => {
    const small = { ...panel, minimum: 0, drop: [2, 2] as const }
    const result = recount(sessionFile({ criteria: oneFigure, panels: [small], contestants: [{ name: '甲区', sheets: { A: four } }] }))
    expect(result.pending).toEqual([{ contestant: 'u1', reason: 'tooFewSheets', panel: 'A', valid: 4, needed: 5 }])
  })

  test('a relaxed panel drops what was decided and needs only one sheet more than that', () => {
    const relaxed = [{ panel: 'A', dropHighest: 1, dropLowest: 0 }]
    const setup = { criteria: oneFigure, panels: [panel], contestants: [{ name: '甲区', sheets: { A: four }, relaxed }] }
    // without 90: (80 + 84 + 86) ÷ 3 = 83.333…
    expect(onlyRow(setup)?.total).toBe('83.33')
    const single = recount(sessionFile({ ...setup, contestants: [{ name: '甲区', sheets: { A: ['80', '', '', '', ''] }, relaxed }] }))
    expect(single.pending).toEqual([{ contestant: 'u1', reason: 'tooFewSheets', panel: 'A', valid: 1, needed: 2 }])
  })

  test('one short panel keeps the whole contestant out, and others are counted', () => {
    const result = recount(
      sessionFile({
        criteria: oneFigure,
        panels: [
          { id: 'A', weight: '60', seats: 1 },
          { id: 'B', weight: '40', seats: 1 },
        ],
        contestants: [
          { name: '甲区', sheets: { A: ['90'], B: ['作废'] } },
          { name: '乙区', sheets: { A: ['80'], B: ['80'] } },
          { name: '丙区', sheets: { A: ['80'], B: ['80'] }, locked: false },
          { name: '丁区', sheets: { A: ['80'], B: ['80'] }, locked: false, withdrawn: true },
        ],
      }),
    )
    expect(result.rows.map(({ contestant, rank }) => [contestant, rank])).toEqual([['u2', 1]])
    expect(result.pending).toEqual([
      { contestant: 'u1', reason: 'tooFewSheets', panel: 'B', valid: 0, needed: 1 },
      { contestant: 'u3', reason: 'notLocked' },
      { contestant: 'u4', reason: 'withdrawn' },
    ])
  })
})
