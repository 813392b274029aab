// Plain descriptive statistics in binary doubles: means, spreads, ranks, correlations.
// For information beside a result only: it never touches a mark, a total or a rank of a contestant, and it never answers NaN.
import { tReach } from './statisticsDistributions.ts';

/** Two figures nearer than this are the same mark: sums of decimal marks in doubles differ by less though they are equal on paper. */
export const EQUAL_WITHIN = 1e-9;
/** The share of all intervals given. */
export const CONFIDENCE = 0.95;

/** A figure with the interval it stands in at 95 % confidence. */
export interface Estimate { readonly figure: number; readonly low: number; readonly high: number }

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The arithmetic mean; null of nothing. Taken from the first value on, so that the mean of equal values is exactly that value.
 * Example: `mean([1, 2, 6])` → 3.
 */
export const mean = (values: readonly number[]): number | null => {
  const first = values[0];
  return first === undefined ? null : first + sumOf(values.map((value) => value - first)) / values.length;
};

/** The sum of the squared distances from the mean. Example: `squares([1, 3])` → 2. */
export const squares = (values: readonly number[]): number => {
  const middle = mean(values) ?? 0;
  return sumOf(values.map((value) => (value - middle) ** 2));
};

/** The standard deviation of a sample (n − 1), exactly 0 where all values are equal; null under two values. Example: `sd([2, 4, 6])` → 2. */
export const sd = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  const spread = Math.sqrt(squares(values) / (values.length - 1));
  return spread < EQUAL_WITHIN ? 0 : spread;
};

/** The middle value, or the mean of the two middle ones; null of nothing. Example: `median([5, 1, 4, 2])` → 3. */
export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1));
};

/**
 * The correlation of two equally long lists, from −1 to 1; null under two pairs or where one list does not vary.
 * Example: `pearson([1, 2, 3], [2, 4, 6])` → 1.
 */
export const pearson = (left: readonly number[], right: readonly number[]): number | null => {
  if (left.length !== right.length) throw new Error('a correlation needs lists of one length');
  const [middleLeft, middleRight] = [mean(left), mean(right)];
  if (middleLeft === null || middleRight === null || !sd(left) || !sd(right)) return null;
  const together = sumOf(left.map((value, index) => (value - middleLeft) * ((right[index] ?? 0) - middleRight)));
  return Math.max(-1, Math.min(1, together / Math.sqrt(squares(left) * squares(right))));
};

/**
 * Ranks from 1 for the smallest; equal values share the mean of their places. Example: `averageRanks([8, 9, 9, 5])` → [2, 3.5, 3.5, 1].
 */
export const averageRanks = (values: readonly number[]): readonly number[] => {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && (order[end]?.value ?? 0) - (order[end - 1]?.value ?? 0) < EQUAL_WITHIN) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
};

/** Spearman's rank correlation, ties by average ranks; null where one list does not vary. Example: `spearman([1, 2, 3], [9, 8, 7])` → −1. */
export const spearman = (left: readonly number[], right: readonly number[]): number | null => pearson(averageRanks(left), averageRanks(right));

/**
 * The mean of a sample with its two-sided 95 % t interval; null under two values.
 * Example: `meanEstimate([1, 2, 3, 4, 5])` → 3, from 1.036757 to 4.963243 (3 ± 2.776445 × 1.581139 ÷ √5).
 */
export const meanEstimate = (values: readonly number[]): Estimate | null => {
  const [figure, spread] = [mean(values), sd(values)];
  if (figure === null || spread === null) return null;
  const reach = (tReach(CONFIDENCE, values.length - 1) * spread) / Math.sqrt(values.length);
  return { figure, low: figure - reach, high: figure + reach };
};

/**
 * How much higher the first sample's mean is than the second's, with its 95 % t interval from the pooled spread. One value on one side will do:
 * the spread is then the other side's. Null where the two together have fewer than three values or one is empty. Example: `differenceEstimate([5], [1, 2, 3])` → 3, from −1.968 to 7.968.
 */
export const differenceEstimate = (here: readonly number[], elsewhere: readonly number[]): Estimate | null => {
  const [meanHere, meanElsewhere] = [mean(here), mean(elsewhere)];
  const degrees = here.length + elsewhere.length - 2;
  if (meanHere === null || meanElsewhere === null || degrees < 1) return null;
  const pooled = Math.sqrt((squares(here) + squares(elsewhere)) / degrees);
  const reach = tReach(CONFIDENCE, degrees) * pooled * Math.sqrt(1 / here.length + 1 / elsewhere.length);
  return { figure: meanHere - meanElsewhere, low: meanHere - meanElsewhere - reach, high: meanHere - meanElsewhere + reach };
};
