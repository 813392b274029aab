// 去分: one panel's counted sheets to one figure: zeros, fills, dropping, mean or median, every rounding, in the order the rules print.
import { compare, divide, fraction, mean, roundHalfUp, sum, ZERO, add, type Fraction } from '../kernel/fraction.ts';
import type { Counted } from './counting.ts';
import { columnsOf, type Form } from './forms.ts';
import type { Panel, Rules } from './rules.ts';

/** One sheet in the reckoning: marks per column in the form's order and its total after the "mark" rounding; how it came in if nobody wrote it. */
export interface CountedSheet { readonly voter: string; readonly marks: readonly Fraction[]; readonly total: Fraction; readonly by: 'voter' | 'zero' | 'fillBefore' | 'fillAfter' }
/** A dropped value: the criterion is null when whole totals are dropped. */
export interface Dropped { readonly voter: string; readonly criterion: string | null; readonly end: 'highest' | 'lowest' }
export interface Drops { readonly highest: number; readonly lowest: number }
export interface Trimmed {
  /** All sheets in the panel's order, fills included; those filled in after dropping stand last. */
  readonly sheets: readonly CountedSheet[];
  readonly dropped: readonly Dropped[];
  /** Mean of each column over the kept sheets, unrounded, fills after dropping left out. */
  readonly criterionMeans: readonly Fraction[];
  readonly value: Fraction;
}

export const rounded = (value: Fraction, places: number | null): Fraction => (places === null ? value : roundHalfUp(value, places));

/** The middle value, or the mean of the two middle ones. Example: 1, 2, 4, 9 → 3. */
export const median = (values: readonly Fraction[]): Fraction => {
  const sorted = [...values].sort(compare);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[half - 1] ?? ZERO, upper), fraction(2n));
};

/**
 * The seats dropped from a list in seat order: the h highest and l lowest; of equal values the earlier seat's is dropped (domain.md §2.4 item 5).
 * @returns the indexes of the highest and of the lowest, disjoint. Example: values 3,1,3 with h=1, l=1 → highest [0], lowest [1].
 */
export const dropIndexes = (values: readonly Fraction[], highest: number, lowest: number): { readonly highest: readonly number[]; readonly lowest: readonly number[] } => {
  const byValue = (direction: 1 | -1) => (a: number, b: number): number => direction * compare(values[a] ?? ZERO, values[b] ?? ZERO) || a - b;
  const indexes = values.map((_, index) => index);
  const top = [...indexes].sort(byValue(-1)).slice(0, highest);
  const bottom = indexes.filter((index) => !top.includes(index)).sort(byValue(1)).slice(0, lowest);
  return { highest: top, lowest: bottom };
};

const kept = <T>(values: readonly T[], out: ReturnType<typeof dropIndexes>): readonly T[] => {
  const gone = new Set([...out.highest, ...out.lowest]);
  return values.filter((_, index) => !gone.has(index));
};

const droppedOf = (sheets: readonly CountedSheet[], criterion: string | null, out: ReturnType<typeof dropIndexes>): readonly Dropped[] => {
  const name = (end: Dropped['end']) => (index: number): Dropped => ({ voter: sheets[index]?.voter ?? '', criterion, end });
  return [...out.highest.map(name('highest')), ...out.lowest.map(name('lowest'))];
};

const columns = (form: Form, sheets: readonly CountedSheet[]): readonly (readonly Fraction[])[] => columnsOf(form).map((_, at) => sheets.map((sheet) => sheet.marks[at] ?? ZERO));

interface Setting { readonly rules: Rules; readonly panel: Panel; readonly form: Form }
const averageOf = ({ panel }: Setting, values: readonly Fraction[]): Fraction => (panel.average === 'mean' ? mean(values) : median(values));

/** Totals are rounded sheet by sheet; per criterion the panel's figure of each criterion is (domain.md §2.4 item 1). */
const sheetOf = ({ rules, panel }: Setting, counted: { readonly voter: string; readonly marks: readonly Fraction[]; readonly by: CountedSheet['by'] }): CountedSheet =>
  ({ ...counted, total: rounded(sum(counted.marks), panel.trimOf === 'totals' ? rules.rounding.mark : null) });

/** Sheets before dropping: written ones, zeros, and fills by the mean of the sheets there are, each in its seat. */
function before(setting: Setting, counted: readonly Counted[], written: readonly CountedSheet[]): readonly CountedSheet[] {
  const byVoter = new Map(written.map((sheet) => [sheet.voter, sheet]));
  const fill = columns(setting.form, written).map((marks) => rounded(mean(marks), setting.rules.missing.fillPlaces));
  return counted.flatMap((each) => {
    const sheet = byVoter.get(each.voter);
    if (sheet !== undefined) return [sheet];
    return each.marks === null && each.as === 'fillBefore' ? [sheetOf(setting, { voter: each.voter, marks: fill, by: 'fillBefore' })] : [];
  });
}

const fillsAfter = (setting: Setting, counted: readonly Counted[], means: readonly Fraction[]): readonly CountedSheet[] => {
  const marks = means.map((each) => rounded(each, setting.rules.missing.fillPlaces));
  return counted.flatMap((each) => (each.marks === null && each.as === 'fillAfter' ? [sheetOf(setting, { voter: each.voter, marks, by: 'fillAfter' })] : []));
};

/** What somebody wrote, and zeros: these count towards the minimum, fills never do (domain.md §2.4 item 2). */
export const writtenSheets = (rules: Rules, panel: Panel, given: { readonly form: Form; readonly counted: readonly Counted[] }): readonly CountedSheet[] => {
  const nothing = columnsOf(given.form).map(() => ZERO);
  return given.counted.flatMap((each) => {
    if (each.marks !== null) return [sheetOf({ rules, panel, form: given.form }, { voter: each.voter, marks: each.marks, by: 'voter' })];
    return each.as === 'zero' ? [sheetOf({ rules, panel, form: given.form }, { voter: each.voter, marks: nothing, by: 'zero' })] : [];
  });
};

function trimTotals(setting: Setting, counted: readonly Counted[], given: { readonly sheets: readonly CountedSheet[]; readonly drops: Drops }): Trimmed {
  const out = dropIndexes(given.sheets.map((sheet) => sheet.total), given.drops.highest, given.drops.lowest);
  const keptSheets = kept(given.sheets, out);
  const criterionMeans = columns(setting.form, keptSheets).map(mean);
  const fills = fillsAfter(setting, counted, criterionMeans);
  const value = averageOf(setting, [...keptSheets, ...fills].map((sheet) => sheet.total));
  return { sheets: [...given.sheets, ...fills], dropped: droppedOf(given.sheets, null, out), criterionMeans, value };
}

function trimCriteria(setting: Setting, counted: readonly Counted[], given: { readonly sheets: readonly CountedSheet[]; readonly drops: Drops }): Trimmed {
  const names = columnsOf(setting.form);
  const keptMarks = columns(setting.form, given.sheets).map((marks, at) => {
    const out = dropIndexes(marks, given.drops.highest, given.drops.lowest);
    return { dropped: droppedOf(given.sheets, names[at] ?? null, out), marks: kept(marks, out) };
  });
  const criterionMeans = keptMarks.map(({ marks }) => mean(marks));
  const fills = fillsAfter(setting, counted, criterionMeans);
  const values = keptMarks.map(({ marks }, at) => rounded(averageOf(setting, [...marks, ...fills.map((fill) => fill.marks[at] ?? ZERO)]), setting.rules.rounding.mark));
  return { sheets: [...given.sheets, ...fills], dropped: keptMarks.flatMap(({ dropped }) => dropped), criterionMeans, value: sum(values) };
}

/**
 * One panel's figure: zeros and written sheets → fills by the panel's mean per criterion → drop h highest and l lowest (of totals or of each criterion) →
 * fills after dropping → mean or median → the roundings set. `written` must hold at least h + l + 1 sheets. Source: domain.md §2.2, §2.4 items 1, 2, 5.
 */
export const trimmed = (setting: Setting, counted: readonly Counted[], given: { readonly written: readonly CountedSheet[]; readonly drops: Drops }): Trimmed => {
  const sheets = before(setting, counted, given.written);
  return (setting.panel.trimOf === 'totals' ? trimTotals : trimCriteria)(setting, counted, { sheets, drops: given.drops });
};
