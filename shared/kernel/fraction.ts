// Exact arithmetic between ballot and wall: fractions of BigInt, rounded only where the rules say. No binary floats.
// Phones never import this file: their marks are integers of the step.

/** An exact number, `top / bottom`, always in lowest terms with `bottom > 0`. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const DECIMAL = /^([+-]?)(\d{1,12})(?:\.(\d{1,14}))?$/;

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Makes a fraction in lowest terms; throws on a zero denominator, which is a bug of the caller. */
export const fraction = (top: bigint, bottom = 1n): Fraction => {
  if (bottom === 0n) throw new RangeError('fraction with a zero denominator');
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = gcd(top, bottom * sign) || 1n;
  return { top: (top * sign) / divisor, bottom: (bottom * sign) / divisor };
};

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** Reads a plain decimal; null when it is not one. Example: `'28.5'` → 57/2. */
export const parseDecimal = (text: string): Fraction | null => {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '0', part = ''] = match;
  const value = fraction(BigInt(whole + part), 10n ** BigInt(part.length));
  return sign === '-' ? { top: -value.top, bottom: value.bottom } : value;
};

/** Reads a decimal that has been validated before; throws otherwise. */
export const decimal = (text: string): Fraction => {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`not a decimal: ${text}`);
  return value;
};

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);
export const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, ZERO);
export const mean = (values: readonly Fraction[]): Fraction => divide(sum(values), fraction(BigInt(values.length)));

/** Negative when a < b, zero when equal, positive when a > b. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * Rounds half up (四舍五入), away from zero on negatives as Excel's ROUND does (domain.md §2.4 item 1).
 * @param places decimal places, 0 or more. Example: 81.665 at 2 places → 81.67; −0.005 at 2 places → −0.01.
 */
export const roundHalfUp = (value: Fraction, places: number): Fraction => {
  const scale = 10n ** BigInt(places);
  const top = (value.top < 0n ? -value.top : value.top) * scale;
  const rounded = (2n * top + value.bottom) / (2n * value.bottom);
  return fraction(value.top < 0n ? -rounded : rounded, scale);
};

/** The fixed-place text of a value, rounded half up. Example: 245/3 at 2 places → '81.67'. */
export const format = (value: Fraction, places: number): string => {
  const rounded = roundHalfUp(value, places);
  const scale = 10n ** BigInt(places);
  const units = (rounded.top * scale) / rounded.bottom;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** The shortest exact decimal text, or null when the value has none (such as 1/3). Example: 57/2 → '28.5'. */
export const exactText = (value: Fraction): string | null => {
  for (let places = 0; places <= 24; places += 1) {
    if (compare(roundHalfUp(value, places), value) === 0) return format(value, places);
  }
  return null;
};
