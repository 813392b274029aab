// The columns of a keying grid: one per criterion of a score sheet, one for a grade or a place. What is typed is checked by the ballot's own rules.
import { checkMarks, type Marks } from '../../../shared/arena/ballot.ts';
import { CELL, type Form } from '../../../shared/arena/forms.ts';
import type { Details } from '../../../shared/kernel/result.ts';

/** What is wrong with a cell or a row: a refusal of the house, or the grid's own. */
export interface CellFault { readonly code: string; readonly details: Details }

export interface KeyColumn {
  readonly id: string;
  readonly name: string;
  /** Said under the name: limits, or which key is which grade. */
  readonly note: string;
  readonly fault: (text: string) => CellFault | null;
  readonly toMark: (text: string) => string;
  readonly toText: (mark: string) => string;
}

const same = (text: string): string => text;
const faultOf = (form: Form, marks: Marks, of: number): CellFault | null => {
  const checked = checkMarks(form, marks, of);
  return checked.ok ? null : checked.refusal;
};

/** Columns of a form; `of` is how many contestants a rank ballot ranks. A grade is typed by its number, 1 for the best. */
export const columnsFor = (form: Form, of: number): readonly KeyColumn[] => {
  if (form.kind === 'score') {
    return form.criteria.map((criterion) => ({
      id: criterion.id, name: criterion.name, note: `${criterion.floor}–${criterion.ceiling}`, toMark: same, toText: same,
      fault: (text) => faultOf({ ...form, criteria: [criterion], corridor: null }, { [criterion.id]: text }, of),
    }));
  }
  if (form.kind === 'rank') return [{ id: CELL, name: form.name, note: `1–${of}`, toMark: same, toText: same, fault: (text) => faultOf(form, { [CELL]: text }, of) }];
  const toMark = (text: string): string => form.grades[Number(text) - 1]?.id ?? text;
  const toText = (mark: string): string => { const at = form.grades.findIndex((grade) => grade.id === mark); return at < 0 ? mark : String(at + 1); };
  return [{ id: CELL, name: form.name, note: form.grades.map((grade, at) => `${at + 1} ${grade.name}`).join(' '), toMark, toText, fault: (text) => faultOf(form, { [CELL]: toMark(text) }, of) }];
};

/** What a grid keys: its columns, what must hold of a whole row, whether it adds up, whether a row may be abstained or void as a whole. */
export interface Layout {
  readonly columns: readonly KeyColumn[];
  readonly whole: (marks: Marks) => CellFault | null;
  readonly sums: boolean;
  readonly kinds: boolean;
}

/** A ballot keyed row by row; `of` is how many contestants it ranks. */
export const ballotLayout = ({ form, of }: { readonly form: Form; readonly of: number }): Layout =>
  ({ columns: columnsFor(form, of), whole: (marks) => faultOf(form, marks, of), sums: form.kind === 'score', kinds: true });
