import { describe, expect, it } from 'vitest'
import { averageRanks, differenceEstimate, mean, meanEstimate, median, pearson, sd, spearman } from '../../../shared/kernel/statistics.ts'

describe('plain statistics', () => {
  it('of nothing are null, never NaN', () => {
    expect([mean([]), sd([]), sd([3]), median([]), pearson([], []), spearman([1], [2]), meanEstimate([3]), differenceEstimate([], [1, 2]), differenceEstimate([1], [2])])
      .toEqual(Array.from({ length: 9 }, () => null))
  })

  it('give the mean, the sample standard deviation and the median', () => {
    expect([mean([1, 2, 6]), sd([2, 4, 4, 4, 5, 5, 7, 9]), median([5, 1, 4, 2]), median([9, 1, 4])]).toEqual([3, Math.sqrt(32 / 7), 3, 4])
  })

  it('of equal decimal marks give that very mark and no spread, although their sum in doubles is not exact', () => {
    expect([mean([0.1, 0.1, 0.1]), sd([0.1, 0.1, 0.1])]).toEqual([0.1, 0])
    expect(sd([0.3, 0.1 + 0.2])).toBe(0)
  })

  it('rank from the smallest, equal values by the mean of their places', () => {
    expect(averageRanks([8, 9, 9, 5])).toEqual([2, 3.5, 3.5, 1])
    expect(averageRanks([7, 7, 7])).toEqual([2, 2, 2])
    expect(averageRanks([])).toEqual([])
  })

  it('rank two sums that are equal on paper as a tie', () => {
    expect(averageRanks([0.1 + 0.2, 0.3, 0])).toEqual([2.5, 2.5, 1])
  })

  it('correlate from −1 to 1, and not at all where a list does not vary or has no partner', () => {
    expect([pearson([1, 2, 3], [2, 4, 6]), pearson([1, 2, 3], [3, 2, 1]), pearson([1, 1, 1], [1, 2, 3])]).toEqual([1, -1, null])
    expect(() => pearson([1, 2], [1])).toThrow('one length')
  })

  // Anscombe 1973, first set: r = 0.816421 (published as 0.816).
  it('give Anscombe’s correlation', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    expect(pearson(x, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68])).toBeCloseTo(0.816421, 6)
  })

  // Ranks 1 2.5 2.5 4 5 against 1 2 4.5 3 4.5: deviations −2 −.5 −.5 1 2 and −2 −1 1.5 0 1.5; Σxy 6.75, Σx² 9.5, Σy² 9.5; 6.75 ÷ 9.5 = 0.710526.
  it('give Spearman’s correlation with ties by average ranks', () => {
    expect(spearman([10, 20, 20, 30, 40], [1, 2, 9, 5, 9])).toBeCloseTo(27 / 38, 12)
  })

  // 3 ± t(0.975; 4) 2.776445 × √2.5 ÷ √5 = 3 ± 1.963243.
  it('give a mean with its 95 % t interval', () => {
    const estimate = meanEstimate([1, 2, 3, 4, 5])
    expect(estimate?.figure).toBe(3)
    expect(estimate?.low).toBeCloseTo(1.036757, 6)
    expect(estimate?.high).toBeCloseTo(4.963243, 6)
  })

  // Pooled from the second sample alone: s = 1, 2 degrees; 3 ± 4.302653 × √(1 + 1/3) = 3 ± 4.968275.
  it('give the difference to one single value an interval from the other side’s spread', () => {
    const estimate = differenceEstimate([5], [1, 2, 3])
    expect(estimate?.figure).toBe(3)
    expect(estimate?.low).toBeCloseTo(-1.968275, 6)
    expect(estimate?.high).toBeCloseTo(7.968275, 6)
  })

  // Σ squares 2 + 8 = 10 over 2 + 3 − 2 = 3 degrees, s² = 10/3; 9 − 4 = 5 ± t(0.975; 3) 3.182446 × √(10/3 × (1/2 + 1/3)) = 5 ± 5.304077.
  it('pool the spread of both sides', () => {
    expect(differenceEstimate([8, 10], [2, 4, 6])?.high).toBeCloseTo(5 + 3.182446305 * Math.sqrt((10 / 3) * (5 / 6)), 6)
  })
})
