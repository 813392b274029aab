// Published values of Kendall's W and of the Shrout–Fleiss ICCs, to 6 digits, with the arithmetic beside them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intraclassCorrelation, kendallW, type CompleteTable } from '../../../shared/kernel/statisticsAgreement.ts'

/** The tables below are printed judge by judge. */
const byContestant = (judges: readonly (readonly number[])[]): CompleteTable => (judges[0] ?? []).map((_, at) => judges.map((marks) => marks[at] ?? 0))

// The "anxiety" ratings of R's irr package: 20 subjects, 3 raters.
const ANXIETY = byContestant([
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
])
// Hollander & Wolfe 1973, p. 140: 22 players (as judges) × 3 ways to round first base; the example of R's friedman.test.
const ROUNDING = [
  [5.40, 5.50, 5.55], [5.85, 5.70, 5.75], [5.20, 5.60, 5.50], [5.55, 5.50, 5.40], [5.90, 5.85, 5.70], [5.45, 5.55, 5.60], [5.40, 5.40, 5.35], [5.45, 5.50, 5.35],
  [5.25, 5.15, 5.00], [5.85, 5.80, 5.70], [5.25, 5.20, 5.10], [5.65, 5.55, 5.45], [5.60, 5.35, 5.45], [5.05, 5.00, 4.95], [5.50, 5.50, 5.40], [5.45, 5.55, 5.50],
  [5.55, 5.55, 5.35], [5.45, 5.50, 5.55], [5.50, 5.45, 5.25], [5.65, 5.60, 5.40], [5.70, 5.65, 5.55], [6.30, 6.30, 6.25],
]
// Shrout & Fleiss 1979, table 2: 6 targets × 4 judges.
const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]

describe('Kendall’s W', () => {
  // Siegel 1956 (Siegel & Castellan 1988, §9.6), three executives, six applicants, printed .16: rank sums 8 14 11 11 11 8, mean 10.5,
  // S = 6.25 + 12.25 + 3 × 0.25 + 6.25 = 25.5; 12 × 25.5 ÷ (9 × 210) = 306/1890 = 17/105.
  it('of the three executives is 0.161905', () => {
    const found = kendallW(byContestant([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]))
    expect(found?.w).toBeCloseTo(17 / 105, 12)
    expect(found?.approximation).toBe('fewContestants')
  })

  // Printed output of irr::kendall: W = 0.568, Chisq(5) = 8.52, p = 0.13. Rank sums 4 14 15 9 13 8, S = 89.5; 1074 ÷ 1890 = 0.568254; 3 × 5 × W = 8.523810.
  it('without ties is 0.568254 with its chi-square and p', () => {
    const found = kendallW(byContestant([[1, 6, 3, 2, 5, 4], [1, 5, 6, 2, 4, 3], [2, 3, 6, 5, 4, 1]]))
    expect(found?.w).toBeCloseTo(0.568254, 6)
    expect(found?.chiSquare).toBeCloseTo(8.523810, 6)
    expect(found?.degrees).toBe(5)
    expect(found?.p).toBeCloseTo(0.129633, 6)
  })

  // Siegel 1956, p. 234 (also the example of NAG g08da), printed W = 0.828, p = 0.008: S = 591; Σ(t³ − t) = 2·6 + 3·6 + 60 + 24 = 114;
  // 12 × 591 ÷ (9 × 990 − 3 × 114) = 7092/8568 = 0.827731. Uncorrected it would be 0.795960.
  it('with ties is 0.827731', () => {
    const found = kendallW(byContestant([[1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10], [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5], [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10]]))
    expect(found?.w).toBeCloseTo(7092 / 8568, 12)
    expect(found?.p).toBeCloseTo(0.007837, 6)
    expect(found?.approximation).toBe('fewJudges')
  })

  // irr::kendall(anxiety, TRUE), printed Wt = 0.54, Chisq(19) = 30.8, p = 0.0429: 12 × 3004 ÷ (9 × 7980 − 3 × 1674) = 36048/66798.
  it('of the anxiety ratings is 0.539657', () => {
    const found = kendallW(ANXIETY)
    expect(found?.w).toBeCloseTo(0.539657, 6)
    expect(found?.chiSquare).toBeCloseTo(30.760442, 6)
    expect(found?.p).toBeCloseTo(0.042883, 6)
  })

  // R prints Friedman chi-squared = 11.143, df = 2, p-value = 0.003805, hence W = 78/7 ÷ (22 × 2) = 0.2532468; 12 × 234 ÷ (484 × 24 − 22 × 24).
  it('of the first-base times is 0.253247', () => {
    const found = kendallW(byContestant(ROUNDING))
    expect(found?.w).toBeCloseTo(0.2532468, 7)
    expect(found?.chiSquare).toBeCloseTo(78 / 7, 10)
    expect(found?.p).toBeCloseTo(0.003805, 6)
    expect(found?.approximation).toBe('fewContestants')
  })

  it('calls its p good only with more than 7 contestants and 20 judges', () => {
    const approximation = (judges: number, contestants: number): string | undefined =>
      kendallW(Array.from({ length: contestants }, (_, at) => Array.from({ length: judges }, (_unused, judge) => (at * (judge + 1)) % 7)))?.approximation
    expect([approximation(20, 8), approximation(19, 8), approximation(20, 7)]).toEqual(['good', 'fewJudges', 'fewContestants'])
  })

  it('is null where every judge ties everybody, and with one judge or one contestant', () => {
    expect([kendallW([[1, 2], [1, 2], [1, 2]]), kendallW([[1], [2]]), kendallW([[1, 2]]), kendallW([])]).toEqual([null, null, null, null])
  })

  it('refuses a table with gaps as a bug', () => {
    expect(() => kendallW([[1, 2], [3]])).toThrow('one length')
  })
})

describe('the ICCs', () => {
  // Mean squares: between targets 11.241667, judges 32.486111, residual 1.019444 (printed 11.24, 32.49, 1.02).
  // (11.241667 − 1.019444) ÷ (11.241667 + 3 × 1.019444 + 4 × 31.466667 ÷ 6) = 184/635; average 10.222222 ÷ (11.241667 + 31.466667 ÷ 6).
  // Printed: ICC(2,1) .29 and ICC(2,4) .62; intervals 0.019–0.761 (irr::icc) and 0.071–0.93 (psych::ICC).
  it('of Shrout and Fleiss are 0.289764 and 0.620051, with their intervals', () => {
    const found = intraclassCorrelation(SHROUT_FLEISS)
    expect(found?.single.figure).toBeCloseTo(184 / 635, 12)
    expect(found?.single.low).toBeCloseTo(0.018787, 6)
    expect(found?.single.high).toBeCloseTo(0.761084, 6)
    expect(found?.average?.figure).toBeCloseTo(0.620051, 6)
    expect(found?.average?.low).toBeCloseTo(0.071137, 6)
    expect(found?.average?.high).toBeCloseTo(0.927232, 6)
  })

  // irr::icc(anxiety, "twoway", "agreement") prints ICC(A,1) = 0.198 and −0.039 < ICC < 0.494.
  it('of the anxiety ratings are 0.197998 and 0.425499', () => {
    const found = intraclassCorrelation(ANXIETY)
    expect(found?.single.figure).toBeCloseTo(0.197998, 6)
    expect(found?.single.low).toBeCloseTo(-0.038911, 6)
    expect(found?.single.high).toBeCloseTo(0.493574, 6)
    expect(found?.average?.figure).toBeCloseTo(0.425499, 6)
  })

  it('of judges who give the same marks are 1, from 1 to 1', () => {
    const one = { figure: 1, low: 1, high: 1 }
    expect(intraclassCorrelation([[81.1, 81.1, 81.1], [92.3, 92.3, 92.3], [88.7, 88.7, 88.7]])).toEqual({ single: one, average: one })
  })

  it('count a constant difference between judges as disagreement', () => {
    const found = intraclassCorrelation([[1, 3], [2, 4], [3, 5], [4, 6], [5, 7]])
    // Between 5, judges 10, residual 0: 5 ÷ (5 + 2 × 10 ÷ 5) = 5/9.
    expect(found?.single.figure).toBeCloseTo(5 / 9, 12)
    expect(found?.single.low).toBeGreaterThan(0)
  })

  it('give no mean of judges where the table would need a negative variance', () => {
    expect(intraclassCorrelation([[1, 3], [3, 1], [2, 2]])).toMatchObject({ average: null })
  })

  it('are null where no mark differs, and with one judge or one contestant', () => {
    expect([intraclassCorrelation([[5, 5], [5, 5]]), intraclassCorrelation([[1], [2]]), intraclassCorrelation([[1, 2]]), intraclassCorrelation([])]).toEqual([null, null, null, null])
  })
})

const anyTable = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 15 })).chain(([judges, contestants]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10), { minLength: judges, maxLength: judges }), { minLength: contestants, maxLength: contestants }))

describe('on any complete table', () => {
  it('W lies in 0 to 1 and its p too', () => {
    fc.assert(fc.property(anyTable, (table) => {
      const found = kendallW(table)
      if (found === null) return
      expect(found.w).toBeGreaterThanOrEqual(0)
      expect(found.w).toBeLessThanOrEqual(1)
      expect(found.p).toBeGreaterThanOrEqual(0)
      expect(found.p).toBeLessThanOrEqual(1)
    }))
  })

  it('identical rankings give W = 1', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 20 }), fc.integer({ min: 2, max: 9 }), (marks, judges) => {
      expect(kendallW(marks.map((mark) => Array.from({ length: judges }, (_, judge) => mark * (judge + 1) + judge)))?.w).toBe(1)
    }))
  })

  it('the ICCs and their limits are finite and in order', () => {
    fc.assert(fc.property(anyTable, (table) => {
      const found = intraclassCorrelation(table)
      for (const estimate of found === null ? [] : [found.single, ...(found.average === null ? [] : [found.average])]) {
        expect(Object.values(estimate).every(Number.isFinite)).toBe(true)
        expect(estimate.low).toBeLessThanOrEqual(estimate.high)
        expect(estimate.figure).toBeLessThanOrEqual(1)
      }
    }))
  })
})
