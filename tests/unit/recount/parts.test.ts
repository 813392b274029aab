import { describe, expect, test } from 'vitest'
import { recount } from '../../../electron/recount/recount.ts'
import { enteredPart, gradeForm, onSitePart, rankForm, scoreForm, secondFile } from './secondSession.ts'
import type { ContestantSetup, SecondSetup } from './secondSession.ts'

const of = (setup: SecondSetup) => recount(secondFile(setup))
const totals = (setup: SecondSetup) => of(setup).rows.map(({ total }) => total)

/** One judge with one figure on site, and an entered part. */
const twoParts = (onSite: string, entered: string, [first, second]: readonly [string, string]): SecondSetup => ({
  parts: [onSitePart(first), enteredPart('perf', second)],
  panels: [{ id: 'A', seats: 1 }],
  contestants: [{ sheets: { A: [onSite] }, parts: { perf: entered } }],
})

describe('parts', () => {
  test.each([
    ['50', '50', '85.00'],
    ['40', '60', '84.00'],
    ['20', '80', '82.00'],
  ])('90 on site and 80 by performance at %s/%s make %s', (first, second, total) => {
    expect(totals(twoParts('90', '80', [first, second]))).toEqual([total])
  })

  test('shares may be nested: 40 of 100, of which 24 + 16', () => {
    // 24 × 90 ÷ 100 + 16 × 85 ÷ 100 = 21.6 + 13.6 = 35.2 of 40; 60 × 88 ÷ 100 = 52.8; together 88
    const [row] = of({
      parts: [onSitePart('40', '40'), enteredPart('perf', '60')],
      panels: [{ id: 'A', seats: 1, points: '24' }, { id: 'B', seats: 1, points: '16' }],
      contestants: [{ sheets: { A: ['90'], B: ['85'] }, parts: { perf: '88' } }],
    }).rows
    expect([row?.total, row?.parts]).toEqual(['88.00', [{ part: 'onSite', score: '176/5' }, { part: 'perf', score: '88/1' }]])
  })

  test('the scheme may have another full mark than 100', () => {
    // 70 × 90 ÷ 100 + 50 × 80 ÷ 100 = 63 + 40 of 120
    expect(totals({ ...twoParts('90', '80', ['70', '50']), fullMark: '120' })).toEqual(['103.00'])
    expect(totals({ ...twoParts('90', '80', ['700', '300']), fullMark: '1000' })).toEqual(['870.00'])
  })

  test('a part rounded first moves the total', () => {
    const setup = { ...twoParts('0', '80', ['60', '40']), panels: [{ id: 'A', seats: 3 }], contestants: [{ sheets: { A: ['81', '81', '83'] }, parts: { perf: '80' } }] }
    // 245/3 × 0.6 + 32 = 81; 81.67 × 0.6 + 32 = 81.002
    expect(totals({ ...setup, rounding: { final: 3 } })).toEqual(['81.000'])
    expect(totals({ ...setup, rounding: { part: 2, final: 3 } })).toEqual(['81.002'])
  })

  test('the three ballots mix in one session, each by its own full mark', () => {
    const contestant = (mark: string, grades: readonly string[], first: number): ContestantSetup => ({
      sheets: { A: [mark], B: grades },
      counts: [{ panel: 'C', counts: { 1: first, 2: 4 - first }, blank: 0, void: 0 }],
    })
    // u1: 54 + 25 × 100 ÷ 100 + 15 × 99.25 ÷ 100 = 54 + 25 + 14.8875; u2: 48 + 25 × 70 ÷ 100 + 15 × 97.75 ÷ 100 = 48 + 17.5 + 14.6625
    expect(totals({
      forms: [scoreForm([{ id: 'c1', points: '100' }]), gradeForm({ id: 'g' }), { ...rankForm({ by: 'linear', top: '100', step: '3' }), id: 'r' }],
      panels: [{ id: 'A', seats: 1, points: '60' }, { id: 'B', form: 'g', voters: 'anonymous', points: '25' }, { id: 'C', form: 'r', voters: 'counts', points: '15' }],
      contestants: [contestant('90', ['好', '好'], 3), contestant('80', ['较好', '一般'], 1)],
    })).toEqual(['93.89', '80.16'])
  })

  test('each category is scored by its own panels', () => {
    const { rows } = of({
      categories: ['x', 'y'],
      panels: [{ id: 'A', seats: 1, points: '40' }, { id: 'B', seats: 1, points: '60', categories: ['x'] }, { id: 'C', seats: 1, points: '60', categories: ['y'] }],
      contestants: [{ category: 'y', sheets: { A: ['90'], C: ['80'] } }, { category: 'x', sheets: { A: ['90'], B: ['70'] } }],
    })
    // x: 36 + 42; y: 36 + 48
    expect(rows.map(({ contestant, category, total, rank, panels }) => [contestant, category, total, rank, panels.map(({ panel }) => panel)])).toEqual([
      ['u2', 'x', '78.00', 1, ['A', 'B']],
      ['u1', 'y', '84.00', 1, ['A', 'C']],
    ])
  })

  test('who lacks an entered part waits for it, and a forfeit blocks nobody', () => {
    const setup = twoParts('90', '80', ['50', '50'])
    const { rows, pending } = of({ ...setup, contestants: [...setup.contestants, { sheets: { A: ['90'] } }, { forfeited: true }, { forfeited: true, withdrawn: true }] })
    expect(rows.map(({ contestant, rank }) => [contestant, rank])).toEqual([['u1', 1]])
    expect(pending).toEqual([{ contestant: 'u2', reason: 'partMissing', part: 'perf' }, { contestant: 'u3', reason: 'forfeited' }, { contestant: 'u4', reason: 'withdrawn' }])
  })

  test('a contestant alone on a Borda ballot that ends with 0 brings nothing by it', () => {
    expect(totals({ forms: [rankForm({ by: 'borda', last: 'zero' })], panels: [{ id: 'A', seats: 1 }], contestants: [{ sheets: { A: ['1'] } }] })).toEqual(['0.00'])
  })
})

describe('bonuses and penalties', () => {
  const timePenalty = { fullMark: '10', phases: 'both', graceSeconds: 0, tiers: [], cap: '0.2', under: null }
  const adjusted = (mark: string, adjustments: ContestantSetup['adjustments'], more: Partial<SecondSetup> = {}): SecondSetup => ({
    panels: [{ id: 'A', seats: 1 }],
    timePenalty,
    adjustments: [{ id: 'honour', name: '示例加分', sign: 'bonus', fullMark: '100', cap: '3' }, { id: 'phone', name: '示例扣分', sign: 'penalty', fullMark: '100', cap: null }],
    ...more,
    contestants: [{ sheets: { A: [mark] }, ...(adjustments === undefined ? {} : { adjustments }) }],
  })

  test('0.05 off on a scale of 10 is 0.50 off in 100, and 0.60 in 120', () => {
    expect(of(adjusted('85', [['time', '0.05']])).rows[0]).toMatchObject({ total: '84.50', adjustment: '-1/2' })
    expect(totals(adjusted('85', [['time', '0.05']], { fullMark: '120', parts: [onSitePart('120')] }))).toEqual(['101.40'])
  })

  test('what is over in speech and in questions is added, then capped in its own scale', () => {
    // 0.1 + 0.15 = 0.25, at most 0.2: 2 off in 100
    expect(totals(adjusted('85', [['time', '0.1'], ['time', '0.15']]))).toEqual(['83.00'])
  })

  test('each kind has its own cap', () => {
    // + 3 (of 4) − 5 − 1 = −3
    expect(of(adjusted('85', [['honour', '2.5'], ['phone', '5'], ['honour', '1.5'], ['time', '0.1']])).rows[0]).toMatchObject({ total: '82.00', adjustment: '-3/1' })
  })

  test('they come off after dropping and never clip the total', () => {
    expect(totals(adjusted('99.5', [['honour', '2']]))).toEqual(['101.50'])
    expect(totals(adjusted('1', [['phone', '2.005']]))).toEqual(['-1.01'])
  })

  test('without any the row says so', () => {
    expect(of(adjusted('85', undefined)).rows[0]).toMatchObject({ total: '85.00', adjustment: null })
  })
})
