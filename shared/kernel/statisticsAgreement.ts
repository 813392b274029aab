// How far judges agree on a complete table: Kendall's W with the correction for ties, and the ICC(2,1) and ICC(2,k) of Shrout and Fleiss.
// Takes no table with gaps and answers null, never NaN, where a table says nothing. Information only.
import { averageRanks, CONFIDENCE, EQUAL_WITHIN, mean, squares, type Estimate } from './statistics.ts';
import { chiSquareAbove, fQuantile } from './statisticsDistributions.ts';

/** One row per contestant, one column per judge, no gaps. */
export type CompleteTable = readonly (readonly number[])[];

/** Up to this many contestants the exact tables of W differ visibly from chi-square (Siegel & Castellan 1988, table T). */
const TABLED_CONTESTANTS = 7;
/** Below this many judges the chi-square test is overly conservative: of rankings by lot it rejects 1.8 % with 3 judges, 4.1 % with 9, 4.7 % with 20 where 5 % is meant (Legendre 2005; simulated, 20,000 each). */
const ENOUGH_JUDGES = 20;

export interface Concordance {
  readonly w: number;
  readonly chiSquare: number;
  readonly degrees: number;
  /** The chance of a W at least this high if every judge ranked by lot, by the chi-square approximation. */
  readonly p: number;
  /** Whether p may be relied on: a poor one is too large rather than too small. */
  readonly approximation: 'good' | 'fewContestants' | 'fewJudges';
}
export interface IntraclassCorrelation {
  /** ICC(2,1): how far one judge's mark would be repeated by another judge. */
  readonly single: Estimate;
  /** ICC(2,k): the same of the mean of all these judges; null where the table makes it meaningless (a variance would be negative). */
  readonly average: Estimate | null;
}

/** The columns of a table, checked to be of one length. */
const columnsOf = (table: CompleteTable): readonly (readonly number[])[] => {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new Error('a complete table has rows of one length');
  return Array.from({ length: width }, (_, at) => table.map((row) => row[at] ?? 0));
};

/** Σ (t³ − t) over the groups of t equal ranks of one judge. */
const tiesOf = (ranks: readonly number[]): number => {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((total, size) => total + size ** 3 - size, 0);
};

/**
 * Kendall's coefficient of concordance of m judges over n contestants, 0 (none) to 1 (the same ranking): W = 12 S ÷ (m² (n³ − n) − m Σ (t³ − t)),
 * S the squared distances of the rank sums from their mean, t the sizes of the ties; chi-square = m (n − 1) W with n − 1 degrees of freedom.
 * Null where every judge ties everybody, or with fewer than two judges or contestants. Example: three judges 1 6 3 2 5 4 · 1 5 6 4 2 3 · 6 3 2 5 4 1 → 17/105 = 0.161905.
 * Source: Siegel & Castellan 1988, §9.6; domain.md §2.
 */
export const kendallW = (table: CompleteTable): Concordance | null => {
  const ranked = columnsOf(table).map(averageRanks);
  const [judges, contestants] = [ranked.length, table.length];
  if (judges < 2 || contestants < 2) return null;
  const sums = table.map((_, at) => ranked.reduce((total, ranks) => total + (ranks[at] ?? 0), 0));
  const ties = ranked.reduce((total, ranks) => total + tiesOf(ranks), 0);
  const most = judges ** 2 * (contestants ** 3 - contestants) - judges * ties;
  if (most === 0) return null;
  const w = Math.min(1, (12 * squares(sums)) / most);
  const degrees = contestants - 1;
  const chiSquare = judges * degrees * w;
  const approximation = contestants <= TABLED_CONTESTANTS ? 'fewContestants' : judges < ENOUGH_JUDGES ? 'fewJudges' : 'good';
  return { w, chiSquare, degrees, p: chiSquareAbove(chiSquare, degrees), approximation };
};

interface MeanSquares { readonly n: number; readonly k: number; readonly between: number; readonly judges: number; readonly error: number }

/** The mean squares of the two-way table without repetition; one that is only rounding noise is exactly 0. */
const meanSquaresOf = (table: CompleteTable): MeanSquares => {
  const columns = columnsOf(table);
  const [n, k] = [table.length, columns.length];
  const rowMeans = table.map((row) => mean(row) ?? 0);
  const columnMeans = columns.map((column) => mean(column) ?? 0);
  const grand = mean(rowMeans) ?? 0;
  const residuals = table.flatMap((row, at) => row.map((mark, judge) => (mark - (rowMeans[at] ?? 0) - (columnMeans[judge] ?? 0) + grand) ** 2));
  const clean = (value: number): number => (value < EQUAL_WITHIN ** 2 ? 0 : value);
  return {
    n, k, between: clean((k * squares(rowMeans)) / (n - 1)), judges: clean((n * squares(columnMeans)) / (k - 1)),
    error: clean(residuals.reduce((total, value) => total + value, 0) / ((n - 1) * (k - 1))),
  };
};

/** The 95 % limits of ICC(2,1): an F interval whose second degrees of freedom are Satterthwaite's (Shrout & Fleiss 1979, p. 424). */
const singleLimits = ({ n, k, between, judges, error }: MeanSquares, icc: number): readonly [low: number, high: number] => {
  const noise = k * judges + (k * n - k - n) * error;
  // With neither error nor difference between judges nothing is left that could vary.
  if (noise === 0) return [icc, icc];
  const a = k * icc * judges;
  const b = (n * (1 + (k - 1) * icc) - k * icc) * error;
  const scale = (n - 1) * a ** 2 + b ** 2;
  // Below 1 where the ICC is negative and the two parts cancel; the F quantile would then run off.
  const free = scale === 0 ? 1 : Math.max(1, ((k - 1) * (n - 1) * (a + b) ** 2) / scale);
  const tail = 1 - (1 - CONFIDENCE) / 2;
  const [up, down] = [fQuantile(tail, n - 1, free), fQuantile(tail, free, n - 1)];
  return [(n * (between - up * error)) / (up * noise + n * between), (n * (down * between - error)) / (noise + n * down * between)];
};

/** The reliability of the mean of k judges from that of one (Spearman–Brown); null where the step is not defined. */
const ofMean = (single: number, k: number): number | null => (1 + (k - 1) * single > EQUAL_WITHIN ? (k * single) / (1 + (k - 1) * single) : null);

/**
 * ICC(2,1) and ICC(2,k): two-way random effects, absolute agreement, with 95 % intervals. Single = (B − E) ÷ (B + (k − 1) E + k (J − E) ÷ n),
 * average = (B − E) ÷ (B + (J − E) ÷ n), from the mean squares between contestants B, between judges J and the residual E. May be negative.
 * Null where no mark differs from another, or with fewer than two judges or contestants.
 * Example: the six targets × four judges of Shrout & Fleiss 1979 → 0.289764 (0.018787 to 0.761084) and 0.620051 (0.071137 to 0.927232).
 */
export const intraclassCorrelation = (table: CompleteTable): IntraclassCorrelation | null => {
  if (table.length < 2 || (table[0]?.length ?? 0) < 2) return null;
  const squaresOf = meanSquaresOf(table);
  const { n, k, between, judges, error } = squaresOf;
  const all = between + (k - 1) * error + (k * (judges - error)) / n;
  if (all <= 0) return null;
  const figure = (between - error) / all;
  const [low, high] = singleLimits(squaresOf, figure);
  const [average, averageLow, averageHigh] = [ofMean(figure, k), ofMean(low, k), ofMean(high, k)];
  const defined = average !== null && averageLow !== null && averageHigh !== null;
  return { single: { figure, low, high }, average: defined ? { figure: average, low: averageLow, high: averageHigh } : null };
};
