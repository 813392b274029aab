// The few statistics the bench reports.

export interface Quantiles { readonly p50: number; readonly p99: number }

/** The value below which a share of the list lies (nearest rank); what is not a number is left out. Example: quantile([1, 2, 3, 4], 0.5) → 2. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const quantiles = (values: readonly number[]): Quantiles => ({ p50: quantile(values, 0.5), p99: quantile(values, 0.99) });

/** The middle round of each figure: a single slow round does not decide. */
export const medianOf = (rounds: readonly Quantiles[]): Quantiles => ({ p50: quantile(rounds.map((each) => each.p50), 0.5), p99: quantile(rounds.map((each) => each.p99), 0.5) });

export const ratio = (real: Quantiles, floor: Quantiles): Quantiles => ({ p50: real.p50 / floor.p50, p99: real.p99 / floor.p99 });

/** Three significant figures are all such a measurement holds. */
export const shortened = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(3));
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]));
};
