// The review of judges in English: why a figure is not given, and how far its test can be trusted. Information only, never a reason to change a result.
import type { reviewApproximations as approximationsInChinese, reviewGaps as gapsInChinese } from '../zh/review.ts';

/** Instead of a figure; `n` is how many values there were. */
export const reviewGaps: Readonly<Record<keyof typeof gapsInChinese, string>> = {
  noMarks: 'This judge gave no marks, so there is no figure',
  onlyJudge: 'No other judge of the panel scored the same contestants, so there is nothing to compare',
  tooFewMarks: 'Only {n} marks stand beside others’ marks: too few for a figure',
  notConnected: 'The judge shares too few contestants with most of the panel, or the panel’s marks fall into separate blocks: no comparison',
  noSpread: 'The marks or ranks do not differ ({n} in all), so nothing can be computed',
  noOwnLine: 'No contestant belongs to this judge’s own line',
  tooFewOwn: 'Only {n} marks for the judge’s own line: too few for a figure',
  tooFewJudges: 'Too few judges in the panel ({n}) for a figure',
  tooFewContestants: 'Too few contestants were scored by all judges ({n}) for a figure',
  notEstimable: 'The marks give a variance below zero, so the figure would mean nothing',
};

/** Beside the test of agreement. */
export const reviewApproximations: Readonly<Record<keyof typeof approximationsInChinese, string>> = {
  good: 'Enough contestants and judges: the test may be relied on',
  fewContestants: 'Few contestants: the test is approximate and cautious',
  fewJudges: 'Few judges: the test is too cautious',
};
