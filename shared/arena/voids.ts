// 废票: which cells are void by the rules printed on the ballot, and which sheets fall as a whole. It reads sheets, it never counts them.
import { CELL, isWholeSheet, type Form, type GradeForm } from './forms.ts';
import type { LockedSheets, Sheet } from './state.ts';

/** What one cell says: a mark, an abstention, or nothing that counts. */
export type CellMeaning = 'marks' | 'abstained' | 'void';
type Marked = Pick<Sheet, 'kind' | 'marks'>;
/** A voter's cell for one contestant, null where nothing was recorded, and whether that contestant is still in the contest. */
export interface OwnCell { readonly cell: Marked | null; readonly isRunning: boolean }

/** A cell on its own, before the sheet as a whole is looked at: a blank cell is what the ballot says it is (domain.md §2.1). */
export const cellMeaning = (form: Form, cell: Marked): CellMeaning =>
  form.kind === 'grade' && cell.kind === 'abstained' && form.blank !== 'abstention' ? 'void' : cell.kind;

const isGradeSheetVoid = (form: GradeForm, cells: readonly Marked[]): boolean => {
  if (form.blank === 'voidSheet' && cells.some((cell) => cell.kind === 'abstained')) return true;
  if (form.double === 'voidSheet' && cells.some((cell) => cell.kind === 'void')) return true;
  const [first] = cells;
  return form.allEqualVoid && cells.length >= 2 && first?.kind === 'marks' && cells.every((cell) => cell.kind === 'marks' && cell.marks[CELL] === first.marks[CELL]);
};

/**
 * Every place once, from 1 on, and everybody in the contest has one: a rank ballot with a tie, a gap or an alteration is void (domain.md §2.1, §2.4 item 7).
 * Who has left the contest may stand on the ballot of one who voted before, and not on that of one who voted after.
 */
const isRanking = (cells: readonly OwnCell[]): boolean => {
  const asked = cells.filter(({ cell, isRunning }) => isRunning || (cell !== null && cell.kind !== 'abstained'));
  const places = asked.map(({ cell }) => (cell?.kind === 'marks' ? Number(cell.marks[CELL]) : 0)).sort((a, b) => a - b);
  return places.every((place, at) => place === at + 1);
};

const recordedOf = (cells: readonly OwnCell[]): readonly Marked[] => cells.flatMap(({ cell }) => cell ?? []);

/** Whether one voter's whole sheet is blank: it is all abstentions then, whatever one blank cell would mean (domain.md §2.4 item 6). */
export const isSheetBlank = (form: Form, cells: readonly OwnCell[]): boolean => {
  const recorded = recordedOf(cells);
  return isWholeSheet(form) && recorded.length > 0 && recorded.every((cell) => cell.kind === 'abstained');
};

/**
 * Whether one voter's whole sheet is void. A wholly blank one never is; an all-equal one only with at least two cells, all of the same single grade
 * (domain.md §2.4 item 6). A cell that nobody recorded is no blank cell, but leaves a gap in a ranking.
 */
export const isSheetVoid = (form: Form, cells: readonly OwnCell[]): boolean => {
  const recorded = recordedOf(cells);
  if (recorded.length === 0 || !isWholeSheet(form) || isSheetBlank(form, cells)) return false;
  return form.kind === 'grade' ? isGradeSheetVoid(form, recorded) : !isRanking(cells);
};

/** What a session holds of one contestant when its sheets are read as wholes. */
export interface Placing { readonly lock: Pick<LockedSheets, 'sheets' | 'gaps'>; readonly isRunning: boolean }

/** One voter's cells over the contestants of a session, cells taken out by recusal left aside. */
export const cellsOf = (voter: string, placings: readonly Placing[]): readonly OwnCell[] =>
  placings.flatMap(({ lock, isRunning }) => (lock.gaps[voter]?.cause === 'recused' ? [] : [{ cell: lock.sheets[voter] ?? null, isRunning }]));
