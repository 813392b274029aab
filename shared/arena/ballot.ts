// Whether the marks on one sheet are complete, on the step and within the limits. Shared by desk and host; phones keep their own integer twin.
import { compare, decimal, divide, exactText, parseDecimal, sum } from '../kernel/fraction.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { CELL, type Criterion, type Form, type GradeForm, type RankForm, type ScoreForm } from './forms.ts';

export type Marks = Readonly<Record<string, string>>;

/** A mark as it is printed: no sign but a minus, no leading zeros; the second count refuses anything else. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const checkMark = (criterion: Criterion, text: string | undefined): Result<true> => {
  if (text === undefined || text === '') return refuse('markMissing', { criterion: criterion.name });
  const mark = PLAIN.test(text) ? parseDecimal(text) : null;
  if (mark === null) return refuse('markMalformed', { criterion: criterion.name, mark: text });
  if (compare(mark, decimal(criterion.floor)) < 0 || compare(mark, decimal(criterion.ceiling)) > 0) {
    return refuse('markOutOfRange', { criterion: criterion.name, mark: text, floor: criterion.floor, ceiling: criterion.ceiling });
  }
  return divide(mark, decimal(criterion.step)).bottom === 1n ? done(true) : refuse('markOffStep', { criterion: criterion.name, mark: text, step: criterion.step });
};

const checkScore = (form: ScoreForm, marks: Marks): Result<true> => {
  const unknown = Object.keys(marks).find((id) => !form.criteria.some((criterion) => criterion.id === id));
  if (unknown !== undefined) return refuse('markUnknown', { criterion: unknown });
  for (const criterion of form.criteria) {
    const result = checkMark(criterion, marks[criterion.id]);
    if (!result.ok) return result;
  }
  const total = sum(form.criteria.map((criterion) => decimal(marks[criterion.id] ?? '0')));
  const { corridor } = form;
  const isOutside = corridor !== null && (compare(total, decimal(corridor.lowest)) < 0 || compare(total, decimal(corridor.highest)) > 0);
  return isOutside ? refuse('totalOutsideCorridor', { total: exactText(total) ?? '', lowest: corridor.lowest, highest: corridor.highest }) : done(true);
};

const checkCell = (form: GradeForm | RankForm, marks: Marks, of: number): Result<true> => {
  const unknown = Object.keys(marks).find((key) => key !== CELL);
  if (unknown !== undefined) return refuse('markUnknown', { criterion: unknown });
  const text = marks[CELL];
  if (text === undefined || text === '') return refuse('markMissing', { criterion: form.name });
  if (form.kind === 'grade') return form.grades.some((grade) => grade.id === text) ? done(true) : refuse('gradeUnknown', { form: form.name, grade: text });
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= of ? done(true) : refuse('placeOutOfRange', { place: text, of });
};

/**
 * One contestant's marks are complete: a score sheet has one mark per criterion on its step between floor and ceiling, and a total inside the corridor;
 * a grade ballot has one of its grades, a rank ballot a place from 1 to `of` (domain.md §2.1). Whether a whole sheet is void is another matter (voids).
 * Errors: markMissing, markMalformed, markOutOfRange, markOffStep, markUnknown, totalOutsideCorridor, gradeUnknown, placeOutOfRange. Example: 28.3 on step 0.5 → markOffStep.
 */
export const checkMarks = (form: Form, marks: Marks, of: number): Result<true> => (form.kind === 'score' ? checkScore(form, marks) : checkCell(form, marks, of));

/** Whether a voter's own whole rank ballot gives every place once; said to a phone before it is sent, never to paper, which is void instead. */
export const checkRanking = (cells: Readonly<Record<string, { readonly kind: string; readonly marks: Marks }>>): Result<true> => {
  const places = Object.values(cells).map((cell) => (cell.kind === 'marks' ? Number(cell.marks[CELL]) : 0)).sort((a, b) => a - b);
  const wrong = places.findIndex((place, at) => place !== at + 1);
  return wrong === -1 || places.every((place) => place === 0) ? done(true) : refuse('rankingIncomplete', { place: wrong + 1, of: places.length });
};
