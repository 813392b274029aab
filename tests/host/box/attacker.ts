// Everything whoever has the folder can measure of each ballot and each seat in its files, and how well it tells the order in which they came.
// It uses the key when there is one, so it is stronger than a thief of the sealed box can be.
import { below, type Chance } from '../../support/chance.ts';

/** Bytes that stand for one ballot or one seat in a file. */
export interface Trace { readonly name: string; readonly bytes: Buffer }
/** name of a feature → its value for each ballot, in the order the ballots were cast. */
export type Features = ReadonlyMap<string, readonly number[]>;

/** Where each trace stands in each file: first and last place, how often, and on which page. */
export const featuresOf = (files: ReadonlyMap<string, Buffer>, traces: readonly (readonly Trace[])[]): Features => {
  const features = new Map<string, number[]>();
  const note = (name: string, at: number, value: number): void => {
    const values = features.get(name) ?? traces.map(() => -1);
    values[at] = value;
    features.set(name, values);
  };
  for (const [file, content] of files) {
    traces.forEach((ofBallot, at) => {
      for (const { name, bytes } of ofBallot) {
        const first = content.indexOf(bytes);
        const last = first < 0 ? first : content.lastIndexOf(bytes);
        note(`${file} ${name} first`, at, first);
        note(`${file} ${name} last`, at, last);
        note(`${file} ${name} page`, at, Math.floor(last / 4096));
        note(`${file} ${name} often`, at, first < 0 ? 0 : first === last ? 1 : 2);
      }
    });
  }
  return features;
};

const ranks = (values: readonly number[]): readonly number[] => {
  const sorted = values.map((value, at) => ({ value, at })).sort((one, other) => one.value - other.value);
  const ranked = values.map(() => 0);
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to + 1 < sorted.length && sorted[to + 1]?.value === sorted[from]?.value) to += 1;
    for (let each = from; each <= to; each += 1) ranked[sorted[each]?.at ?? 0] = (from + to) / 2;
    from = to + 1;
  }
  return ranked;
};

const correlation = (one: readonly number[], other: readonly number[]): number => {
  const middle = (one.length - 1) / 2;
  const sum = (pick: (at: number) => number): number => one.reduce((total, _value, at) => total + pick(at), 0);
  const [a, b] = [(at: number) => (one[at] ?? 0) - middle, (at: number) => (other[at] ?? 0) - middle];
  const spread = Math.sqrt(sum((at) => a(at) ** 2) * sum((at) => b(at) ** 2));
  return spread === 0 ? 0 : sum((at) => a(at) * b(at)) / spread;
};

/** Ways to see an order in a feature: rising or falling, either without knowing which, side by side, and the very same place. */
const STATISTICS: Readonly<Record<string, (feature: readonly number[], order: readonly number[]) => number>> = {
  trend: correlation,
  eitherWay: (feature, order) => correlation(feature, order) ** 2,
  neighbours: (feature, order) => {
    const inOrder = feature.map((value, at) => ({ value, at: order[at] ?? 0 })).sort((one, other) => one.at - other.at);
    return inOrder.filter(({ value }, at) => at > 0 && Math.abs(value - (inOrder[at - 1]?.value ?? 0)) === 1).length;
  },
  same: (feature, order) => feature.filter((value, at) => value === order[at]).length,
};

const permuted = (values: readonly number[], chance: Chance): readonly number[] => {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = below(chance, at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
};

/** One thing to be told from another in every trial: a feature, and the truth (order of casting, or a feature of the seat). */
export interface Comparison { readonly name: string; readonly pairs: readonly { readonly feature: readonly number[]; readonly truth: readonly number[] }[] }
export interface Verdict { readonly by: string; readonly deviations: number }

const PERMUTATIONS = 60;

/**
 * Permutation test: each statistic, summed over all trials, against the same after the truth was shuffled within each trial;
 * in standard deviations from the shuffled mean. Gives the best predictor found.
 */
export const bestPredictor = (comparisons: readonly Comparison[], chance: Chance): Verdict => {
  let best: Verdict = { by: 'none', deviations: 0 };
  for (const { name, pairs } of comparisons) {
    const ranked = pairs.map(({ feature, truth }) => ({ feature: ranks(feature), truth: ranks(truth) }));
    for (const [statistic, of] of Object.entries(STATISTICS)) {
      const seen = ranked.reduce((total, { feature, truth }) => total + of(feature, truth), 0);
      const [mean, deviation] = shuffledSums(ranked.map(({ feature, truth }) => Array.from({ length: PERMUTATIONS }, () => of(feature, permuted(truth, chance)))));
      const deviations = deviation < 1e-9 ? 0 : Math.abs(seen - mean) / deviation;
      if (deviations > best.deviations) best = { by: `${name}: ${statistic}`, deviations };
    }
  }
  return best;
};

/** Trials are independent: means and variances of the shuffled statistic add up. */
const shuffledSums = (perTrial: readonly (readonly number[])[]): readonly [number, number] => {
  let [mean, variance] = [0, 0];
  for (const values of perTrial) {
    const own = values.reduce((total, value) => total + value, 0) / values.length;
    mean += own;
    variance += values.reduce((total, value) => total + (value - own) ** 2, 0) / (values.length - 1) * (1 + 1 / values.length);
  }
  return [mean, Math.sqrt(variance)];
};
