import { describe, expect, test } from 'vitest'
import { add, compare, fraction, isMultipleOf, mean, multiply, parseDecimal, roundHalfUp, toDecimalText, toFractionText } from '../../../electron/recount/fraction.ts'
import type { Fraction } from '../../../electron/recount/fraction.ts'

const decimal = (text: string): Fraction => parseDecimal(text) ?? fraction(-999n)

describe('exact fractions', () => {
  test('one tenth and two tenths are exactly three tenths', () => {
    expect(compare(add(decimal('0.1'), decimal('0.2')), decimal('0.3'))).toBe(0)
  })

  test('a fraction is reduced and keeps its sign above the line', () => {
    expect(toFractionText(fraction(6n, -4n))).toBe('-3/2')
    expect(toFractionText(multiply(decimal('2.5'), decimal('-0.4')))).toBe('-1/1')
  })

  test('a fraction with zero below the line is a bug', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
  })

  test.each(['', '+3', '.5', '5.', '1e2', '007', '1,5', ' 1', '１', 'NaN', '--1'])('%j is not a decimal number', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  test('the mean of 81, 81 and 83 is 245/3', () => {
    expect(toFractionText(mean([decimal('81'), decimal('81'), decimal('83')]))).toBe('245/3')
  })

  test('28.5 lies on the step 0.5, 28.3 does not', () => {
    expect(isMultipleOf(decimal('28.5'), decimal('0.5'))).toBe(true)
    expect(isMultipleOf(decimal('28.3'), decimal('0.5'))).toBe(false)
  })
})

describe('rounding half up', () => {
  test.each([
    ['2.345', 2, '2.35'],
    ['2.3449999', 2, '2.34'],
    ['-2.345', 2, '-2.35'],
    ['-2.344', 2, '-2.34'],
    ['-0.004', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    // Binary floating point holds 1.005 as 1.00499…, which would show 1.00.
    ['1.005', 2, '1.01'],
    ['99.995', 2, '100.00'],
    ['7', 3, '7.000'],
    ['0.07', 2, '0.07'],
  ] as const)('%s at %i places is %s', (text, places, shown) => {
    expect(toDecimalText(decimal(text), places)).toBe(shown)
  })

  test('the rounded value itself is exact', () => {
    // 245/3 = 81.666… → 81.67 = 8167/100
    expect(toFractionText(roundHalfUp(fraction(245n, 3n), 2))).toBe('8167/100')
  })
})
