// Quantiles as printed in the tables every textbook carries (Pearson & Hartley; NIST/SEMATECH e-Handbook 1.3.6.7), with further digits.
import { describe, expect, it } from 'vitest'
import { chiSquareAbove, fBelow, fQuantile, incompleteBeta, logGamma, tReach, upperGamma } from '../../../shared/kernel/statisticsDistributions.ts'

describe('the distributions', () => {
  it.each([[3.841458820694124, 1, 0.05], [11.070497693516351, 5, 0.05], [23.209251158954356, 10, 0.01], [77.92946516501726, 100, 0.95], [0, 3, 1]])(
    'put of chi-square above %d with %d degrees a share of %d', (x, degrees, share) => {
      expect(chiSquareAbove(x, degrees)).toBeCloseTo(share, 12)
    })

  it.each([
    { p: 0.95, upper: 5, lower: 15, value: 2.9012945362361573 }, { p: 0.975, upper: 1, lower: 1, value: 647.7890114778442 },
    { p: 0.95, upper: 1, lower: 10, value: 4.964602743730711 }, { p: 0.99, upper: 10, lower: 10, value: 4.849146802080026 },
    { p: 0.05, upper: 3, lower: 7, value: 0.11252716602610753 }, { p: 0.975, upper: 2, lower: 70, value: 3.890290476467706 },
  ])('give F its quantile $p of $upper and $lower degrees', ({ p, upper, lower, value }) => {
    expect(fQuantile(p, upper, lower) / value).toBeCloseTo(1, 9)
    expect(fBelow(value, upper, lower)).toBeCloseTo(p, 10)
  })

  it('take degrees of freedom that are not whole', () => {
    expect(fQuantile(0.975, 5, 4.79)).toBeCloseTo(7.490103962012941, 8)
  })

  it.each([[1, 12.706204736174694], [2, 4.302652729749462], [4, 2.7764451051977934], [12, 2.1788128296672284], [29, 2.045229642132703], [100, 1.9839715185235518]])(
    'reach with a 95 %% t interval of %d degrees %d standard errors', (degrees, reach) => {
      expect(tReach(0.95, degrees)).toBeCloseTo(reach, 8)
    })

  it('rest on the gamma and beta functions in closed cases', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12)
    expect(upperGamma(1, 2)).toBeCloseTo(Math.exp(-2), 14)
    expect(upperGamma(2, 0.5)).toBeCloseTo(1.5 * Math.exp(-0.5), 14)
    expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 14)
    expect(incompleteBeta(0.9, 1, 3)).toBeCloseTo(1 - 0.001, 14)
  })

  it('stay in 0 to 1 at and beyond their ends', () => {
    expect([incompleteBeta(-1, 2, 3), incompleteBeta(2, 2, 3), upperGamma(2, -1), fBelow(0, 2, 3), chiSquareAbove(4000, 3)]).toEqual([0, 1, 1, 0, 0])
  })
})
