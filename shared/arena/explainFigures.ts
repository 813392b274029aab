// Figures and formulas as 算给你看 shows them: exact where they end, cut with … where they do not, and ≈ wherever a cut figure takes part.
// It rounds nothing: what the rules round is rounded by the tally and shown as a step of its own.
import { compare, exactText, format, fraction, mean, sum, type Fraction } from '../kernel/fraction.ts';
import type { Equation, Figure, Rounding } from './explainShape.ts';
import { median } from './trimming.ts';

/** Decimal places shown of a figure that has no end, or a far one. */
export const SHOWN_PLACES = 6;
/** Terms written out one by one before equal values are counted together; and the most kinds of equal values written so. */
const MOST_TERMS = 12;
const MOST_KINDS = 20;

/**
 * A figure exactly, or its first six places and … (cut, never rounded: a shown 81.665000 that is really 81.66499… would round the other way).
 * Example: 57/2 → '28.5'; 53/3 → '17.666666…', cut.
 */
export const figureOf = (value: Fraction): Figure => {
  const exact = exactText(value);
  if (exact !== null && (exact.split('.')[1]?.length ?? 0) <= SHOWN_PLACES) return { text: exact, cut: false };
  const scale = 10n ** BigInt(SHOWN_PLACES);
  const top = value.top < 0n ? -value.top : value.top;
  const shown = format(fraction((top * scale) / value.bottom, scale), SHOWN_PLACES);
  return { text: `${value.top < 0n ? '-' : ''}${shown}…`, cut: true };
};

/** A setting or entered value: shown with all its places. */
export const plain = (text: string): Figure => ({ text, cut: false });

/** A formula of signs and figures and the value it comes to. Example: [28, ' + ', 53/3], 137/3 → 28 + 17.666666… ≈ 45.666666…. */
export const equationOf = (parts: readonly (string | Figure)[], value: Fraction): Equation => {
  const right = figureOf(value);
  const isCut = right.cut || parts.some((part) => typeof part !== 'string' && part.cut);
  return { left: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''), sign: isCut ? '≈' : '=', right: right.text };
};

/** A formula that says more than that a value is itself. */
export const unlessTrivial = (equation: Equation): Equation | null => (equation.left === equation.right ? null : equation);

export const joined = (terms: readonly (readonly (string | Figure)[])[], sign: string): readonly (string | Figure)[] => terms.flatMap((term, at) => (at === 0 ? term : [sign, ...term]));

/** How values are written: one by one as long as they are few, or always as votes × value. */
export type Writing = 'sheets' | 'votes';

/** Values added: one by one, or equal ones counted together where there are many; null where even those are too many to write. */
const addition = (values: readonly Fraction[], writing: Writing): readonly (string | Figure)[] | null => {
  if (writing === 'sheets' && values.length <= MOST_TERMS) return joined(values.map((value) => [figureOf(value)]), ' + ');
  const kinds: { readonly value: Fraction; count: number }[] = [];
  for (const value of values) {
    const known = kinds.find((kind) => compare(kind.value, value) === 0);
    if (known === undefined) kinds.push({ value, count: 1 });
    else known.count += 1;
  }
  if (kinds.length > (writing === 'votes' ? MOST_KINDS : MOST_TERMS)) return null;
  const falling = kinds.sort((a, b) => compare(b.value, a.value));
  return joined(falling.map(({ value, count }) => [figureOf(value), ` × ${count}`]), ' + ');
};

const meanEquation = (values: readonly Fraction[], writing: Writing): Equation => {
  const value = mean(values);
  if (values.length === 1) return equationOf([figureOf(value)], value);
  const terms = addition(values, writing);
  return equationOf(terms === null ? [figureOf(sum(values)), ` ÷ ${values.length}`] : ['(', ...terms, `) ÷ ${values.length}`], value);
};

const medianEquation = (sorted: readonly Fraction[]): Equation => {
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return meanEquation(middle, 'sheets');
};

export interface Averaged { readonly equation: Equation; readonly sorted: readonly string[] | null; readonly value: Fraction }

/** The mean's formula, or the median's with the values it is the middle of. Example: 1, 2, 4, 9 → sorted, (2 + 4) ÷ 2 = 3. */
export const averaged = (values: readonly Fraction[], average: 'mean' | 'median', writing: Writing = 'sheets'): Averaged => {
  if (average === 'mean') return { equation: meanEquation(values, writing), sorted: null, value: mean(values) };
  const sorted = [...values].sort(compare);
  return { equation: medianEquation(sorted), sorted: sorted.map((value) => figureOf(value).text), value: median(values) };
};

export const added = (values: readonly Fraction[]): Equation => equationOf(joined(values.map((value) => [figureOf(value)]), ' + '), sum(values));

/** The rounding of a stage, null where the rules set none. */
export const roundingOf = (rounded: Fraction, places: number | null): Rounding | null => (places === null ? null : { places, text: format(rounded, places) });
