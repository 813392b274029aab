// The figures of one judge beside the panel's others: severity, spread, agreement, share dropped, the judge's own line.
// Gives a reason instead of a figure where the counts are too small; knows judges by letters only. Information, never part of a result.
import { averageRanks, differenceEstimate, mean, meanEstimate, sd, spearman, type Estimate } from '../kernel/statistics.ts';
import type { Counted, CountedEstimate, Gap, ReviewedJudge, ReviewGap } from './judgeReviewShape.ts';

/** With 5 values a 95 % interval reaches 1.24 standard deviations to each side, with 3 already 2.48: below 5 it says nothing about a person. */
export const MINIMUM_MARKS = 5;
/** Of one or two own units the mean is the luck of a day; its excess over elsewhere still has an interval, from the spread elsewhere. */
export const MINIMUM_OWN = 3;

/** One judge's marks, in one order of contestants for the whole panel. */
export interface Marker {
  readonly letter: string;
  readonly marks: ReadonlyMap<string, number>;
  /** The judge's places among its own marks as shares of the list, in the order of `marks`. */
  readonly places: readonly number[];
  readonly own: ReadonlySet<string>;
  readonly dropped: { readonly dropped: number; readonly counted: number };
}
/** Another judge of the panel and the contestants both marked. */
interface Neighbour { readonly other: Marker; readonly both: readonly string[] }

export const gap = (why: ReviewGap, n: number): Gap => ({ figure: null, why, n });
const counted = (figure: number | null, n: number): Counted => (figure === null ? gap('noSpread', n) : { figure, n });
const estimated = (estimate: Estimate | null, n: number): CountedEstimate => (estimate === null ? gap('tooFewMarks', n) : { ...estimate, n });
export const present = <T>(values: readonly (T | null | undefined)[]): readonly T[] => values.filter((value): value is T => value !== null && value !== undefined);

/** Places from 0 to 1, the middle of the judge's share of the list, so that lists of different lengths can be put side by side. */
export const placesOf = (marks: readonly number[]): readonly number[] => averageRanks(marks).map((rank) => (rank - 0.5) / marks.length);

export const shared = (one: Marker, other: Marker): readonly string[] => [...one.marks.keys()].filter((contestant) => other.marks.has(contestant));
const marksFor = (judge: Marker, contestants: readonly string[]): readonly number[] => present(contestants.map((contestant) => judge.marks.get(contestant)));

/** Own mark − mean of the others, for every contestant that somebody else marked too. */
const differencesOf = (judge: Marker, others: readonly Neighbour[]): ReadonlyMap<string, number> =>
  new Map([...judge.marks].flatMap(([contestant, mark]) => {
    const beside = mean(present(others.map(({ other }) => other.marks.get(contestant))));
    return beside === null ? [] : [[contestant, mark - beside] as const];
  }));

/** Why this judge cannot be held against the panel, or null: it must share enough contestants with more than half of the others. */
const apart = (judge: Marker, others: readonly Neighbour[], differences: number): Gap | null => {
  if (judge.marks.size === 0) return gap('noMarks', 0);
  if (differences === 0) return gap('onlyJudge', 0);
  if (differences < MINIMUM_MARKS) return gap('tooFewMarks', differences);
  const able = others.filter(({ other }) => other.marks.size >= MINIMUM_MARKS);
  const near = able.filter(({ both }) => both.length >= MINIMUM_MARKS);
  return near.length * 2 > able.length ? null : gap('notConnected', differences);
};

/**
 * The judge's ranking against the mean ranking of the others. Each other ranks the contestants both marked, and its ranks are taken as shares of
 * that list, so that lists of different lengths weigh alike; a constant added to anyone's marks changes nothing.
 */
const agreementOf = (judge: Marker, others: readonly Neighbour[], contestants: readonly string[]): number | null => {
  const places = new Map<string, number[]>(contestants.map((contestant) => [contestant, []]));
  for (const { other, both } of others) {
    const shares = both.length === other.marks.size ? other.places : placesOf(marksFor(other, both));
    both.forEach((contestant, at) => places.get(contestant)?.push(shares[at] ?? 0));
  }
  return spearman(marksFor(judge, contestants), contestants.map((contestant) => mean(places.get(contestant) ?? []) ?? 0));
};

/** The judge's sd ÷ the root mean square of the others' sds, each on the contestants both marked. */
const spreadRatio = (judge: Marker, others: readonly Neighbour[]): number | null => {
  const near = others.filter(({ both }) => both.length >= MINIMUM_MARKS).map(({ other, both }) => sd(marksFor(other, both)));
  const variance = mean(present(near).map((spread) => spread ** 2));
  const own = sd([...judge.marks.values()]);
  return variance === null || variance === 0 || own === null ? null : own / Math.sqrt(variance);
};

const ownLine = (judge: Marker, differences: ReadonlyMap<string, number>): ReviewedJudge['own'] => {
  const here = [...differences].filter(([contestant]) => judge.own.has(contestant)).map(([, difference]) => difference);
  const elsewhere = [...differences].filter(([contestant]) => !judge.own.has(contestant)).map(([, difference]) => difference);
  const little = elsewhere.length < MINIMUM_MARKS ? gap('tooFewMarks', elsewhere.length) : null;
  const none = here.length === 0 ? gap('noOwnLine', 0) : null;
  return {
    here: none ?? (here.length < MINIMUM_OWN ? gap('tooFewOwn', here.length) : estimated(meanEstimate(here), here.length)),
    elsewhere: little ?? estimated(meanEstimate(elsewhere), elsewhere.length),
    excess: none ?? little ?? estimated(differenceEstimate(here, elsewhere), here.length),
  };
};

/** Dropped values ÷ values that entered a trim, over one or more judges. */
export const droppedShare = (values: readonly Marker['dropped'][]): Counted => {
  const all = values.reduce((total, each) => total + each.counted, 0);
  const out = values.reduce((total, each) => total + each.dropped, 0);
  if (out > all) throw new Error('more values of a judge are dropped than entered the trim');
  return all === 0 ? gap('noMarks', 0) : { figure: out / all, n: all };
};

/** Everything said of one judge, beside the panel it sits in (itself among them). */
export const reviewJudge = (judge: Marker, panel: readonly Marker[]): ReviewedJudge => {
  const others = panel.filter((other) => other !== judge).map((other) => ({ other, both: shared(judge, other) }));
  const differences = differencesOf(judge, others);
  const figures = [...differences.values()];
  const n = figures.length;
  const why = apart(judge, others, n);
  const marks = judge.marks.size;
  return {
    letter: judge.letter, marks,
    severity: why ?? estimated(meanEstimate(figures), n),
    scatter: why ?? counted(sd(figures), n),
    spread: {
      sd: marks === 0 ? gap('noMarks', 0) : marks < MINIMUM_MARKS ? gap('tooFewMarks', marks) : counted(sd([...judge.marks.values()]), marks),
      ratio: why ?? counted(spreadRatio(judge, others), n),
    },
    agreement: why ?? counted(agreementOf(judge, others, [...differences.keys()]), n),
    dropped: droppedShare([judge.dropped]),
    own: ownLine(judge, differences),
  };
};
