// What the host hands back from `figures.preview`, as far as the desk shows it, and the sentences of its faults. It applies nothing.
import { duplicateSentence, problemSentence, unmatchedSentence, type Place } from '../../../shared/text/figureSentence.ts';
import { say, type Figures } from '../../../shared/text/say.ts';
import type { Words } from '../words.ts';

export interface FigurePlan {
  readonly sourceHash: string;
  readonly otherSheets: readonly string[];
  readonly rows: readonly { readonly unit: string; readonly values: Readonly<Record<string, string>> }[];
  readonly percentColumns: readonly string[];
  readonly problems: readonly { readonly where: Place; readonly code: keyof Words['figures']['fault']; readonly details: Figures }[];
  readonly unmatched: readonly { readonly where: Place; readonly name: string; readonly role: 'unit' | 'voter' }[];
  readonly duplicates: readonly { readonly first: Place; readonly second: Place }[];
  readonly missing: readonly unknown[];
  readonly absent: readonly string[];
  readonly ignoredHeadings: readonly string[];
  readonly ready: boolean;
}

/** What stands in the way, cell by cell. */
export const faultSentences = (words: Words['figures'], plan: FigurePlan): readonly string[] => [
  ...plan.problems.map((problem) => problemSentence(words, problem)),
  ...plan.unmatched.map((name) => unmatchedSentence(words, name)),
  ...plan.duplicates.map((twice) => duplicateSentence(words, twice)),
];

/** What does not stand in the way but should be known. `nameOf` gives a unit's name by its id. */
export const noteSentences = (words: Words, plan: FigurePlan, nameOf: (unit: string) => string): readonly string[] => [
  ...(plan.absent.length === 0 ? [] : [say(words.setup.figuresAbsent, { names: plan.absent.map(nameOf).join('、') })]),
  ...(plan.missing.length === 0 ? [] : [say(words.setup.figuresBlank, { count: plan.missing.length })]),
  ...plan.percentColumns.map((heading) => say(words.figures.percent, { heading })),
  ...(plan.otherSheets.length === 0 ? [] : [say(words.figures.otherSheets, { sheets: plan.otherSheets.join('、') })]),
  ...(plan.ignoredHeadings.length === 0 ? [] : [say(words.setup.figuresIgnored, { names: plan.ignoredHeadings.join('、') })]),
];

/** Whether the plan asks which of two figures is meant, or whether hidden cells count. */
export const asks = (plan: FigurePlan): { readonly rounded: boolean; readonly hidden: boolean } => ({
  rounded: plan.problems.some(({ code }) => code === 'shownRounded'), hidden: plan.problems.some(({ code }) => code === 'hiddenRow' || code === 'hiddenColumn'),
});

/** What a confirmed plan sends: every figure that was read. Null while anything stands in the way, or nothing was read. */
export const valuesOf = (plan: FigurePlan | null): readonly { readonly contestant: string; readonly part: string; readonly value: string }[] | null => {
  const values = plan?.rows.flatMap(({ unit, values: figures }) => Object.entries(figures).map(([part, value]) => ({ contestant: unit, part, value }))) ?? [];
  return plan?.ready === true && values.length > 0 ? values : null;
};
