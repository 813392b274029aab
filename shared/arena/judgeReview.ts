// 评委复盘: how each judge marked beside the panel, and how far a panel agreed, for the organiser after the event. Judges are letters drawn by lot.
// Information only, in binary doubles: it never changes a result, and where counts are too small or the table falls into parts it says so instead of a figure.
import { drawOrder } from '../kernel/draw.ts';
import { intraclassCorrelation, kendallW, type CompleteTable, type Concordance } from '../kernel/statisticsAgreement.ts';
import { droppedShare, gap, MINIMUM_MARKS, placesOf, present, reviewJudge, shared, type Marker } from './judgeReviewFigures.ts';
import type { JudgeReview, ReviewedConcordance, ReviewedPanel, ReviewGap } from './judgeReviewShape.ts';

/** W of two judges is only their rank correlation in other clothes, and would name both. */
export const MINIMUM_JUDGES = 3;
/** A judge who marked less than this share of the panel's contestants (left early) is outside the table, or it would lose all the rest. */
export const TABLE_SHARE = 0.5;

export interface ReviewInput {
  /** Must stay with the host while the letters are closed: with it anyone can open them. */
  readonly seed: string;
  readonly judges: readonly { readonly id: string; readonly panel: string }[];
  readonly contestants: readonly string[];
  /** Judge → contestant → the judge's total; null or absent where there is none (absent, recused, void, not scored). */
  readonly totals: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Judge → how many values (totals or criteria) entered a trim (`counted`), and how many of those it dropped. */
  readonly dropped: Readonly<Record<string, { readonly dropped: number; readonly counted: number }>>;
  /** [judge, contestant] where the contestant is the judge's home unit or one they oversee 分管. */
  readonly own: readonly (readonly [judge: string, contestant: string])[];
}
/** A … Z, AA, AB …: the letter of the place in the draw, from 0. */
const letterAt = (place: number): string => (place < 26 ? '' : letterAt(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/**
 * Which judge stands behind which letter: judges in the order of a draw by lot, so that letters do not follow seats.
 * Example: `reviewLetters('7A', ['j1', 'j2'])` → a map of j1 and j2 to A and B, in the drawn order.
 */
export const reviewLetters = (seed: string, judges: readonly string[]): ReadonlyMap<string, string> =>
  new Map(drawOrder(`${seed}:review`, judges).map((id, place) => [id, letterAt(place)]));

const checked = (mark: number): number => {
  if (!Number.isFinite(mark)) throw new Error('a mark of the review is not a number');
  return mark;
};

const markerOf = (input: ReviewInput, contestants: readonly string[], judge: { readonly id: string; readonly letter: string }): Marker => {
  const marks = new Map<string, number>();
  for (const contestant of contestants) {
    const mark = input.totals[judge.id]?.[contestant] ?? null;
    if (mark !== null) marks.set(contestant, checked(mark));
  }
  return {
    letter: judge.letter, marks, places: placesOf([...marks.values()]),
    own: new Set(input.own.filter(([id]) => id === judge.id).map(([, contestant]) => contestant)),
    dropped: input.dropped[judge.id] ?? { dropped: 0, counted: 0 },
  };
};

/** The judges of one panel in the order of their letters, their marks in one order of contestants, so that no order of the input is left. */
const markersOf = (input: ReviewInput, panel: string): readonly Marker[] => {
  const contestants = [...input.contestants].sort();
  const members = new Set(input.judges.filter((judge) => judge.panel === panel).map((judge) => judge.id));
  return [...reviewLetters(input.seed, input.judges.map((judge) => judge.id))]
    .filter(([id]) => members.has(id)).map(([id, letter]) => markerOf(input, contestants, { id, letter }));
};

/** Whether the judges hang together: from the first, by contestants that two of them marked, every one can be reached. */
const connected = (judges: readonly Marker[]): boolean => {
  const reached = new Set(judges.slice(0, 1));
  for (const from of reached) for (const to of judges) if (shared(from, to).length > 0) reached.add(to);
  return reached.size === judges.length;
};

/** The judges who marked enough of the panel's contestants, and the contestants all of them marked. */
const completeTable = (panel: readonly Marker[]): { readonly table: CompleteTable; readonly counts: ReviewedPanel['table'] } => {
  const contestants = [...new Set(panel.flatMap((judge) => [...judge.marks.keys()]))].sort();
  const full = panel.filter((judge) => judge.marks.size > 0 && judge.marks.size >= contestants.length * TABLE_SHARE);
  const rows = contestants.filter((contestant) => full.every((judge) => judge.marks.has(contestant)));
  const kept = full.length === 0 ? [] : rows;
  return {
    table: kept.map((contestant) => present(full.map((judge) => judge.marks.get(contestant)))),
    counts: { judges: full.length, contestants: kept.length, judgesLeftOut: panel.length - full.length, contestantsLeftOut: contestants.length - kept.length },
  };
};

const concordanceOf = (concordance: Concordance | null, n: number): ReviewedConcordance => {
  if (concordance === null) return gap('noSpread', n);
  const { w: figure, ...test } = concordance;
  return { figure, ...test, n };
};

type PanelFigures = Pick<ReviewedPanel, 'table' | 'concordance' | 'single' | 'average'>;

const panelFigures = (panel: readonly Marker[]): PanelFigures => {
  const { table, counts } = completeTable(panel);
  const n = counts.contestants;
  const all = (why: ReviewGap): PanelFigures => ({ table: counts, concordance: gap(why, n), single: gap(why, n), average: gap(why, n) });
  if (!connected(panel.filter((judge) => judge.marks.size >= MINIMUM_MARKS))) return all('notConnected');
  if (counts.judges < MINIMUM_JUDGES) return all('tooFewJudges');
  if (n < MINIMUM_MARKS) return all('tooFewContestants');
  const [concordance, classes] = [kendallW(table), intraclassCorrelation(table)];
  return {
    table: counts, concordance: concordanceOf(concordance, n),
    single: classes === null ? gap('noSpread', n) : { ...classes.single, n },
    average: classes === null ? gap('noSpread', n) : classes.average === null ? gap('notEstimable', n) : { ...classes.average, n },
  };
};

/**
 * The review of all judges by panel. Severity = mean of (own mark − mean of the panel's others) over the contestants both marked, with a 95 % t interval;
 * W and the ICCs on the contestants that all judges of the table marked, said with their counts. No ids of judges leave this function.
 * Units: marks; shares 0 to 1. Source: domain.md §2.
 * Example: three judges who give five contestants the same order, the first always 2 marks more → its severity 2 (2 to 2), W 1.
 */
export const judgeReview = (input: ReviewInput): JudgeReview => ({
  panels: [...new Set(input.judges.map((judge) => judge.panel))].sort().map((panel) => {
    const markers = markersOf(input, panel);
    return {
      panel, ...panelFigures(markers),
      dropped: droppedShare(markers.map((judge) => judge.dropped)),
      judges: markers.map((judge) => reviewJudge(judge, markers)),
    };
  }),
});
