// A whole sheet as it is filled in: a cell per contestant, grades tapped, places given in order. Says what its blanks mean before it is sent.
// Which sheets are void is the host's to decide; the phone only warns, by the words printed on the ballot.
import type { Form } from '../../shared/arena/forms.ts';
import { CELL, faultsOf, gradeOf, tidySheet } from './forms.ts';
import type { Cells, Content } from './outbox.ts';

type Ids = readonly string[];

const ABSTAINED: Content = { kind: 'abstained', marks: {} };

/** The contestants that have a place, best first. Places are counted anew, so one who has withdrawn leaves no gap. */
export const rankingOf = (cells: Cells, ids: Ids): Ids =>
  ids.filter((id) => cells[id]?.kind === 'marks').sort((a, b) => Number(cells[a]?.marks[CELL]) - Number(cells[b]?.marks[CELL]));

/** Places in the given order. Example: ['u2', 'u1'] → u2 is 1, u1 is 2. */
export const cellsOfRanking = (ranking: Ids): Cells =>
  Object.fromEntries(ranking.map((id, at) => [id, { kind: 'marks', marks: { [CELL]: String(at + 1) } }] as const));

/** One place up (−1) or down (+1); at the end nothing changes. */
export const moved = (ranking: Ids, id: string, direction: 1 | -1): Ids => {
  const from = ranking.indexOf(id);
  const other = ranking[from + direction];
  return other === undefined ? ranking : ranking.map((each) => (each === id ? other : each === other ? id : each));
};

/** A grade tapped: given, or taken back when it stood there already. */
export const gradeTapped = (cells: Cells, id: string, grade: string): Cells => {
  if (cells[id]?.marks[CELL] !== grade) return { ...cells, [id]: { kind: 'marks', marks: { [CELL]: grade } } };
  return Object.fromEntries(Object.entries(cells).filter(([each]) => each !== id));
};

/** Whether a contestant's cell is done: a grade, a place, every mark in its limits, or an abstention. */
export const isFilled = (form: Form, cell: Content | undefined): boolean => {
  if (cell === undefined) return false;
  return cell.kind === 'abstained' || (form.kind === 'rank' ? (cell.marks[CELL] ?? '') !== '' : faultsOf(form, cell.marks) === 0);
};
export const filledCount = (form: Form, ids: Ids, cells: Cells): number => ids.filter((id) => isFilled(form, cells[id])).length;

/** Whether the host would take the sheet: blanks are allowed on a grade ballot only. */
export const isSendable = (form: Form, ids: Ids, cells: Cells): boolean => ids.length > 0 && (form.kind === 'grade' || filledCount(form, ids, cells) === ids.length);

/** What is sent: a cell for every contestant, blanks as such. */
export const sentCells = (form: Form, ids: Ids, cells: Cells): Cells => {
  if (form.kind === 'rank') return cellsOfRanking(rankingOf(cells, ids));
  return Object.fromEntries(ids.map((id) => {
    const cell = cells[id];
    return [id, cell?.kind === 'marks' && isFilled(form, cell) ? { kind: 'marks', marks: tidySheet(form, cell.marks) } as const : ABSTAINED];
  }));
};
export const blankSheet = (ids: Ids): Cells => Object.fromEntries(ids.map((id) => [id, ABSTAINED]));

export type Warning = 'allBlank' | 'blankAbstention' | 'blankCounted' | 'blankVoidCell' | 'blankVoidSheet' | 'allEqual';
/** Warnings after which the whole sheet counts for nothing. */
export const VOIDING: readonly Warning[] = ['blankVoidSheet', 'allEqual'];

/** What a grade ballot's blanks and its all-equal grades mean (domain.md §2.1, §2.4 item 6). Example: 2 of 10 blank, blanks void the sheet → blankVoidSheet. */
export const warningOf = (form: Form, ids: Ids, cells: Cells): Warning | null => {
  if (form.kind !== 'grade') return ids.every((id) => cells[id]?.kind === 'abstained') ? 'allBlank' : null;
  const grades = ids.map((id) => gradeOf(form, cells[id]?.marks ?? {})?.id);
  const blank = grades.filter((grade) => grade === undefined).length;
  // A sheet that stands or falls as a whole is an abstention when wholly blank, whatever one blank cell would mean.
  const isWhole = form.allEqualVoid || form.blank === 'voidSheet' || form.double === 'voidSheet';
  if (blank === ids.length && (isWhole || form.blank === 'abstention')) return 'allBlank';
  if (blank > 0 && form.blank === 'voidCell') return 'blankVoidCell';
  if (blank > 0) return form.blank === 'voidSheet' ? 'blankVoidSheet' : form.abstentionsCount ? 'blankCounted' : 'blankAbstention';
  return form.allEqualVoid && ids.length >= 2 && grades.every((grade) => grade === grades[0]) ? 'allEqual' : null;
};
