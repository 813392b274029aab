// One contestant's marks on a score sheet or a grade ballot: whether they may be sent, how they are sent, and how they read. Texts in, texts out.
// Rank ballots are not here: a place means something only on a whole sheet (see ballotForm).
import type { Form, GradeForm, ScoreForm } from '../../shared/arena/forms.ts';
import { faultCount, firstFault, textOf, tidyMarks, totalOf, unitsOf, type Marks } from './marks.ts';
import type { Content } from './outbox.ts';

/** The key under which a grade or a place stands, as the host has it (a test compares the two). */
export const CELL = 'cell';
/** The contestant of the calibration round. */
export const TRIAL = 'trial';

const FINEST = 6;

/** The grade given, or undefined. */
export const gradeOf = (form: GradeForm, marks: Marks): GradeForm['grades'][number] | undefined => form.grades.filter((grade) => grade.id === marks[CELL])[0];

/** Whether a complete sheet's total leaves the corridor of its form. Example: corridor 60–95, total 96 → true; an incomplete sheet → false. */
export const leavesCorridor = (form: ScoreForm, marks: Marks): boolean => {
  if (form.corridor === null || firstFault(form.criteria, marks) !== null) return false;
  const [total, lowest, highest] = [totalOf(form.criteria, marks) ?? '', form.corridor.lowest, form.corridor.highest].map((text) => unitsOf(text, FINEST) ?? 0);
  return (total ?? 0) < (lowest ?? 0) || (total ?? 0) > (highest ?? 0);
};

/** How many marks are still missing or wrong on one contestant's sheet; a total outside the corridor is one. */
export const faultsOf = (form: Form, marks: Marks): number => {
  if (form.kind === 'score') return faultCount(form.criteria, marks) + (leavesCorridor(form, marks) ? 1 : 0);
  return form.kind === 'grade' && gradeOf(form, marks) === undefined ? 1 : 0;
};

/** Only what belongs on the sheet, as it is sent. */
export const tidySheet = (form: Form, marks: Marks): Marks => (form.kind === 'score' ? tidyMarks(form.criteria, marks) : { [CELL]: marks[CELL] ?? '' });

/** What the sheet says in a word: the total of a score sheet, the name of a grade, a place. Example: '92'; '好'; nothing marked → null. */
export const valueOf = (form: Form, marks: Marks): string | null => {
  if (form.kind === 'score') return totalOf(form.criteria, marks);
  return form.kind === 'grade' ? (gradeOf(form, marks)?.name ?? null) : (marks[CELL] ?? null);
};

export interface SheetLine { readonly id: string; readonly name: string; readonly text: string | undefined }
/** A sheet line by line, as both sides of a comparison show it. */
export const linesOf = (form: Form, { marks }: Content): readonly SheetLine[] =>
  form.kind === 'score' ? form.criteria.map(({ id, name }) => ({ id, name, text: marks[id] })) : [{ id: CELL, name: form.name, text: valueOf(form, marks) ?? undefined }];

/** A decimal text without trailing zeros. Example: '60.50' → '60.5'. */
export const plainText = (text: string): string => {
  const units = unitsOf(text, FINEST);
  return units === null ? text : textOf(units, FINEST);
};
