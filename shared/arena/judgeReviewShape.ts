// What the review of judges looks like: figures with the counts they stand on, or the reason why there is none. Judges are letters here,
// never ids or names: whoever opens the letters asks `reviewLetters` with the same seed. Carries nothing that could change a result.
import * as z from 'zod/mini';

/** Why a figure is not given: a code, its sentence stands with the texts. */
export const REVIEW_GAPS = [
  /** The judge has no mark at all. */
  'noMarks',
  /** Nobody else of the panel scored any of the same contestants. */
  'onlyJudge',
  /** Fewer marks beside others' marks than a spread can be taken from. */
  'tooFewMarks',
  /** The judge shares too few contestants with most of the panel, or the panel's table falls into parts. */
  'notConnected',
  /** Marks or rankings that do not vary. */
  'noSpread',
  /** The judge has no line of their own among the contestants. */
  'noOwnLine',
  /** Too few marks for the judge's own line. */
  'tooFewOwn',
  /** Too few judges, or contestants that all of them scored, for a figure of the panel. */
  'tooFewJudges', 'tooFewContestants',
  /** The table gives a variance below zero: the figure would mean nothing. */
  'notEstimable',
] as const;
export type ReviewGap = (typeof REVIEW_GAPS)[number];

const count = z.int().check(z.gte(0));
/** No figure, the reason, and how many values there were. */
const gapSchema = z.readonly(z.object({ figure: z.null(), why: z.enum(REVIEW_GAPS), n: count }));
/** A figure and how many values it stands on. */
export const countedSchema = z.union([z.readonly(z.object({ figure: z.number(), n: count })), gapSchema]);
/** The same with its 95 % interval. */
export const estimateSchema = z.union([z.readonly(z.object({ figure: z.number(), low: z.number(), high: z.number(), n: count })), gapSchema]);
/** Kendall's W with its chi-square test; n = contestants. */
export const concordanceSchema = z.union([
  z.readonly(z.object({ figure: z.number(), chiSquare: z.number(), degrees: count, p: z.number(), approximation: z.enum(['good', 'fewContestants', 'fewJudges']), n: count })),
  gapSchema,
]);

export const reviewedJudgeSchema = z.readonly(z.object({
  letter: z.string(),
  /** Contestants this judge marked. */
  marks: count,
  /** Mean of (own mark − mean of the panel's others for the same contestant), in marks: above 0 is lenient, below 0 severe. */
  severity: estimateSchema,
  /** Standard deviation of those differences, in marks: how unevenly the judge departs from the others. */
  scatter: countedSchema,
  /** Standard deviation of the judge's own marks, and its ratio to the others' (root mean square, each on the contestants both marked). */
  spread: z.readonly(z.object({ sd: countedSchema, ratio: countedSchema })),
  /** Spearman's correlation with the mean ranking of the others, −1 to 1. */
  agreement: countedSchema,
  /** Share of the judge's values that trimming dropped, 0 to 1; n = values that entered the trim. */
  dropped: countedSchema,
  /** The differences of `severity` for the judge's own line, for all others, and how much the first exceeds the second. */
  own: z.readonly(z.object({ here: estimateSchema, elsewhere: estimateSchema, excess: estimateSchema })),
}));

export const reviewedPanelSchema = z.readonly(z.object({
  panel: z.string(),
  /** The complete table that W and the ICCs stand on, and whom it leaves out. */
  table: z.readonly(z.object({ judges: count, contestants: count, judgesLeftOut: count, contestantsLeftOut: count })),
  concordance: concordanceSchema,
  /** ICC(2,1) and ICC(2,k); n = contestants of the table. */
  single: estimateSchema,
  average: estimateSchema,
  /** Share of all values of the panel that trimming dropped, to hold a judge's share against. */
  dropped: countedSchema,
  /** In the order of the letters, which says nothing about seats. */
  judges: z.readonly(z.array(reviewedJudgeSchema)),
}));

/** The whole review, by panel id in alphabetical order. */
export const judgeReviewSchema = z.readonly(z.object({ panels: z.readonly(z.array(reviewedPanelSchema)) }));

export type Gap = z.output<typeof gapSchema>;
export type Counted = z.output<typeof countedSchema>;
export type CountedEstimate = z.output<typeof estimateSchema>;
export type ReviewedConcordance = z.output<typeof concordanceSchema>;
export type ReviewedJudge = z.output<typeof reviewedJudgeSchema>;
export type ReviewedPanel = z.output<typeof reviewedPanelSchema>;
export type JudgeReview = z.output<typeof judgeReviewSchema>;
