import { describe, expect, it } from 'vitest'
import { add, compare, decimal, divide, exactText, format, fraction, mean, multiply, parseDecimal, roundHalfUp, subtract, sum, ZERO } from '../../../shared/kernel/fraction.ts'

const rounded = (text: string, places: number): string => format(decimal(text), places)

describe('a fraction', () => {
  it('stands in lowest terms with the sign above the line', () => {
    expect(fraction(6n, -4n)).toEqual({ top: -3n, bottom: 2n })
    expect(fraction(0n, 7n)).toEqual(ZERO)
  })

  it('with nothing below the line is a bug, not a value', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
    expect(() => mean([])).toThrow(RangeError)
  })

  it('is exact where binary floats are not: 0.1 + 0.2 = 0.3', () => {
    expect(add(decimal('0.1'), decimal('0.2'))).toEqual(decimal('0.3'))
    expect(subtract(decimal('0.3'), decimal('0.1'))).toEqual(decimal('0.2'))
  })

  it('multiplies, divides, sums and averages without loss', () => {
    expect(multiply(divide(decimal('1'), decimal('3')), decimal('3'))).toEqual(decimal('1'))
    expect(mean([decimal('80'), decimal('81'), decimal('84')])).toEqual({ top: 245n, bottom: 3n })
    expect(sum([])).toEqual(ZERO)
  })

  it('compares by value, whatever the sign', () => {
    expect(compare(decimal('-1'), decimal('-0.5'))).toBeLessThan(0)
    expect(compare(decimal('81.50'), decimal('81.5'))).toBe(0)
    expect(compare(fraction(2n, 3n), decimal('0.666666'))).toBeGreaterThan(0)
  })
})

describe('reading a decimal', () => {
  it.each(['', '.', '.5', '5.', '1e2', '1,5', ' 1', '１', '0x1', 'NaN', '--1', '1234567890123'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
    expect(() => decimal(text)).toThrow(RangeError)
  })

  it.each([['28.5', { top: 57n, bottom: 2n }], ['-0.25', { top: -1n, bottom: 4n }], ['007.50', { top: 15n, bottom: 2n }], ['-0', { top: 0n, bottom: 1n }]])('takes %s', (text, value) => {
    expect(parseDecimal(text)).toEqual(value)
  })
})

describe('rounding half up', () => {
  it.each([['81.665', 2, '81.67'], ['81.664999999999', 2, '81.66'], ['0.5', 0, '1'], ['1.5', 0, '2'], ['2.5', 0, '3'], ['99.995', 2, '100.00'], ['1.005', 2, '1.01'], ['80', 2, '80.00']])('%s at %i places is %s', (text, places, shown) => {
    expect(rounded(text, places)).toBe(shown)
  })

  it.each([['-0.005', 2, '-0.01'], ['-2.5', 0, '-3'], ['-2.345', 2, '-2.35'], ['-2.344', 2, '-2.34']])('goes away from zero on negatives, as Excel: %s at %i places is %s', (text, places, shown) => {
    expect(rounded(text, places)).toBe(shown)
  })

  it('writes no minus sign before a zero', () => {
    expect(rounded('-0.004', 2)).toBe('0.00')
  })

  it('twice is not rounding once: 81.4449 → 81.445 → 81.45, but → 81.44 at once', () => {
    expect(format(roundHalfUp(decimal('81.4449'), 3), 2)).toBe('81.45')
    expect(rounded('81.4449', 2)).toBe('81.44')
  })

  it('a third has no exact text, a decimal has its shortest', () => {
    expect(exactText(fraction(1n, 3n))).toBeNull()
    expect(exactText(decimal('28.50'))).toBe('28.5')
    expect(exactText(decimal('-3'))).toBe('-3')
    expect(format(fraction(245n, 3n), 2)).toBe('81.67')
  })
})
