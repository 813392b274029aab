// From what lies in the box to the sheets that count: each voter's marks as figures, or the cause why there are none and what the rules then say.
// It counts nothing twice and fills nothing in; filling is part of trimming.
import { decimal, type Fraction } from '../kernel/fraction.ts';
import { columnsOf, placeValue, type Form } from './forms.ts';
import { formOf, type Fill, type Panel, type Rules } from './rules.ts';
import type { Judge, LockedSheets, Sheet } from './state.ts';
import { cellMeaning } from './voids.ts';
import { countKeys, votersOf } from './voters.ts';

/** Why a voter's sheet is not in the reckoning as it stands. */
export type MissingCause = 'absent' | 'recused' | 'abstained' | 'void' | 'leftEarly';
/** What is around one contestant's lock that its sheets alone do not say. */
export interface Around {
  readonly category: string | null;
  /** Contestants ranked against each other on a rank ballot. */
  readonly of: number;
  readonly values: Readonly<Record<string, string>>;
  /** Voters whose whole sheet is void. */
  readonly voided: ReadonlySet<string>;
  /** Voters whose whole sheet is blank: they abstain, whatever one blank cell would mean. */
  readonly blank: ReadonlySet<string>;
  /** Judges who left early and whose marks are withdrawn for all. */
  readonly gone: ReadonlySet<string>;
}
export const NOTHING_AROUND: Around = { category: null, of: 1, values: {}, voided: new Set(), blank: new Set(), gone: new Set() };

/** One voter in the reckoning: marks by column, or the cause and what it counts as. */
export type Counted =
  | { readonly voter: string; readonly marks: readonly Fraction[]; readonly cause: null }
  | { readonly voter: string; readonly marks: null; readonly cause: MissingCause; readonly as: Fill };

/** A sheet's marks as figures. A sheet is complete before it is recorded; one that is not is a bug, named where it stands. */
const figures = (form: Form, sheet: Sheet, of: number): readonly Fraction[] =>
  columnsOf(form).map((column) => {
    const text = sheet.marks[column];
    const value = text === undefined ? null : cellValue(form, text, of);
    if (value === null) throw new Error(`the sheet of ${sheet.judge} has no mark for ${column}`);
    return value;
  });

/** What one cell is worth: the mark itself, the grade's value, the place's points. */
export const cellValue = (form: Form, text: string, of: number): Fraction | null => {
  if (form.kind === 'score') return decimal(text);
  if (form.kind === 'rank') return placeValue(form.points, Number(text), of);
  const grade = form.grades.find((each) => each.id === text);
  return grade === undefined ? null : decimal(grade.value);
};

const causeOf = (form: Form, voter: string, given: { readonly locked: LockedSheets; readonly around: Around }): MissingCause | 'marks' | null => {
  const { locked, around } = given;
  const gap = locked.gaps[voter]?.cause;
  if (gap === 'recused' || gap === 'absent' || gap === 'leftEarly') return gap;
  if (around.gone.has(voter)) return 'leftEarly';
  const sheet = locked.sheets[voter];
  if (sheet === undefined) return null;
  if (around.voided.has(voter)) return 'void';
  return around.blank.has(voter) ? 'abstained' : cellMeaning(form, sheet);
};

/** A grade ballot says itself whether abstentions count; a rank ballot is whole or void. */
const fillOf = (rules: Rules, form: Form, cause: MissingCause): Fill => {
  if (form.kind === 'score' || cause === 'absent' || cause === 'recused' || cause === 'leftEarly') return rules.missing[cause];
  return cause === 'abstained' && form.kind === 'grade' && form.abstentionsCount ? 'zero' : 'excluded';
};

const countedVoter = (rules: Rules, form: Form, given: { readonly voter: string; readonly locked: LockedSheets; readonly around: Around }): readonly Counted[] => {
  const { voter, locked, around } = given;
  const cause = causeOf(form, voter, given);
  const sheet = locked.sheets[voter];
  if (cause === null) return [];
  if (cause !== 'marks') return [{ voter, marks: null, cause, as: fillOf(rules, form, cause) }];
  return sheet === undefined ? [] : [{ voter, marks: figures(form, sheet, around.of), cause: null }];
};

/** Keyed counts as so many equal cells, best grade or place first; blank and void cells behind them. */
const countedCounts = (rules: Rules, panel: Panel, given: { readonly locked: LockedSheets; readonly around: Around }): readonly Counted[] => {
  const form = formOf(rules, panel);
  const counts = given.locked.counts[panel.id];
  if (counts === undefined) return [];
  const cells = countKeys(rules, panel, given.around.of).flatMap((key) => {
    const value = cellValue(form, key, given.around.of);
    return value === null ? [] : Array.from({ length: counts.counts[key] ?? 0 }, () => ({ marks: [value], cause: null }));
  });
  const blank = cellMeaning(form, { kind: 'abstained', marks: {} }) === 'void' ? 'void' : 'abstained';
  const without = (cause: 'abstained' | 'void', number: number): readonly Omit<Extract<Counted, { marks: null }>, 'voter'>[] => Array.from({ length: number }, () => ({ marks: null, cause, as: fillOf(rules, form, cause) }));
  return [...cells, ...without(blank, counts.blank), ...without('void', counts.void)].map((cell, at) => ({ ...cell, voter: `${panel.id}-c${at + 1}` }));
};

/**
 * Everybody in a panel who has a sheet or a settled reason for having none, in the panel's order. "Not scored", "0", 回避 and 弃权 are different
 * things and stay so (domain.md §2.2). Example: an abstention on a grade ballot with abstentions in the denominator → cause abstained, as zero.
 */
export const countedOf = (rules: Rules, panel: Panel, given: { readonly judges: readonly Judge[]; readonly locked: LockedSheets; readonly around: Around }): readonly Counted[] => {
  if (panel.voters === 'counts') return countedCounts(rules, panel, given);
  const form = formOf(rules, panel);
  return votersOf(panel, given.judges, given.locked).flatMap((voter) => countedVoter(rules, form, { voter, locked: given.locked, around: given.around }));
};

