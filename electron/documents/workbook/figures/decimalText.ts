// Exact decimals as text: digits are moved and rounded as written signs, never as binary numbers. Knows no cells.

/** A decimal taken apart: 1.50 is digits '150', scale 2. */
interface Decimal { readonly minus: boolean; readonly digits: string; readonly scale: number }

/** The one way a figure is written: no plus, no spare zeros, a point. Example: {minus: true, digits: '0950', scale: 2} → '-9.5'. */
const written = ({ minus, digits, scale }: Decimal): string => {
  const padded = scale < 0 ? digits + '0'.repeat(-scale) : digits.padStart(scale + 1, '0');
  const cut = padded.length - Math.max(scale, 0);
  const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const part = padded.slice(cut).replace(/0+$/, '');
  const text = part === '' ? whole : `${whole}.${part}`;
  return minus && text !== '0' ? `-${text}` : text;
};

const takenApart = (text: string): Decimal => {
  const minus = text.startsWith('-');
  const [whole = '', part = ''] = text.replace(/^[+-]/, '').split('.');
  return { minus, digits: whole + part, scale: part.length };
};

/** Tidies a plain decimal. Example: '+007.50' → '7.5'. */
export const plainDecimal = (text: string): string => written(takenApart(text));

/**
 * A stored number to the fifteen digits a spreadsheet knows. Example: 9.0999999999999996 → '9.1', 1e-7 → '0.0000001'.
 * The file holds a binary number; fifteen digits are all that anybody ever typed into it.
 */
export const fifteenDigits = (value: number): string => {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const { minus, digits, scale } = takenApart(mantissa);
  return written({ minus, digits, scale: scale - Number(exponent) });
};

/** A hundred times as much. Example: '0.952' → '95.2'. */
export const hundredfold = (text: string): string => {
  const decimal = takenApart(text);
  return written({ ...decimal, scale: decimal.scale - 2 });
};

const digitsAt = ({ digits, scale }: Decimal, places: number): bigint => BigInt(digits + '0'.repeat(Math.max(places - scale, 0)));

/** Rounded half up, away from zero on negatives, as a spreadsheet shows it. Example: '1.005' at 2 places → '1.01'. */
export const roundedTo = (text: string, places: number): string => {
  const decimal = takenApart(text);
  const spare = decimal.scale - places;
  if (spare <= 0) return written(decimal);
  const unit = 10n ** BigInt(spare);
  return written({ minus: decimal.minus, digits: String((BigInt(decimal.digits) + unit / 2n) / unit), scale: places });
};

/** Whether two figures are at most one unit of this decimal place apart. */
export const withinOneUnit = (a: string, b: string, places: number): boolean => {
  const [first, second] = [a, b].map((text) => {
    const decimal = takenApart(roundedTo(text, places));
    const units = digitsAt(decimal, places);
    return decimal.minus ? -units : units;
  });
  const apart = (first ?? 0n) - (second ?? 0n);
  return apart >= -1n && apart <= 1n;
};

/** Decimal places of a plain decimal. Example: '9.46' → 2. */
export const placesOf = (text: string): number => takenApart(text).scale;
/** Digits before the point. Example: '-120.5' → 3. */
export const wholeDigitsOf = (text: string): number => {
  const { digits, scale } = takenApart(text);
  return digits.length - scale;
};
