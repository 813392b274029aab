// Exact fractions of BigInt for the second count. No binary floating point ever touches a mark; rounding happens only where a caller asks for it.

/** A reduced fraction; the denominator is always above zero and the sign stands in the numerator. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

const decimalShape = /^(-?)(0|[1-9]\d{0,17})(?:\.(\d{1,18}))?$/

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let larger = absolute(left)
  let smaller = absolute(right)
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export const fraction = (numerator: bigint, denominator = 1n): Fraction => {
  if (denominator === 0n) throw new RangeError('a fraction has no zero below the line')
  const sign = denominator < 0n ? -1n : 1n
  const shared = greatestCommonDivisor(numerator, denominator)
  return { numerator: (sign * numerator) / shared, denominator: absolute(denominator) / shared }
}

export const zero: Fraction = { numerator: 0n, denominator: 1n }

/** The fraction a plain decimal text stands for ('28.5' is 57/2), or null when the text is no plain decimal ('1e2', '+3', '.5', '007'). */
export const parseDecimal = (text: string): Fraction | null => {
  const found = decimalShape.exec(text)
  if (found === null) return null
  const [, sign = '', whole = '0', places = ''] = found
  const digits = BigInt(whole + places)
  return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(places.length))
}

export const add = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)

export const multiply = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.numerator, left.denominator * right.denominator)

export const subtract = (left: Fraction, right: Fraction): Fraction => add(left, fraction(-right.numerator, right.denominator))

export const divide = (left: Fraction, right: Fraction): Fraction => multiply(left, fraction(right.denominator, right.numerator))

/** Below zero when left is smaller, zero when equal, above zero when left is larger. */
export const compare = (left: Fraction, right: Fraction): number => {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, zero)

export const mean = (values: readonly Fraction[]): Fraction => multiply(sum(values), fraction(1n, BigInt(values.length)))

/** The middle value; of an even number the mean of the two in the middle. */
export const median = (values: readonly Fraction[]): Fraction => {
  const ordered = values.toSorted(compare)
  const half = ordered.length / 2
  return mean(ordered.slice(Math.ceil(half) - 1, Math.floor(half) + 1))
}

/** True when value is a whole number of steps: 28.5 lies on the step 0.5, 28.3 does not. */
export const isMultipleOf = (value: Fraction, step: Fraction): boolean =>
  (value.numerator * step.denominator) % (value.denominator * step.numerator) === 0n

/** The rounded value counted in units of the last place: 81.665 at 2 places is 8167. A half goes away from zero, as in a spreadsheet. */
const roundedUnits = (value: Fraction, places: number): bigint => {
  const scaled = absolute(value.numerator) * 10n ** BigInt(places)
  const units = (2n * scaled + value.denominator) / (2n * value.denominator)
  return value.numerator < 0n ? -units : units
}

/** 四舍五入: half up, away from zero on negatives (2.345 → 2.35, −2.345 → −2.35 at 2 places). */
export const roundHalfUp = (value: Fraction, places: number): Fraction => fraction(roundedUnits(value, places), 10n ** BigInt(places))

/** The value rounded half up and written with exactly `places` decimals; a value that rounds to zero carries no minus sign. */
export const toDecimalText = (value: Fraction, places: number): string => {
  const units = roundedUnits(value, places)
  const digits = absolute(units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = units < 0n ? '-' : ''
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`
}

/** The exact value as 'n/d': 245/3, 81/1. */
export const toFractionText = (value: Fraction): string => `${value.numerator}/${value.denominator}`
