// One sheet of paper under the keys: cells, the cell in hand, the digits being typed. Pure: a sheet and a key in, a sheet out.
// It fills in nothing by itself and takes no mark the ballot does not have; what paper may wrongly say (a place twice) it takes as it stands.
import { checkMarks } from '../../../shared/arena/ballot.ts';
import type { Cell, Cells } from '../../../shared/arena/events.ts';
import { CELL, columnsOf, type Form, type ScoreForm } from '../../../shared/arena/forms.ts';

export interface SheetRow { readonly id: string; readonly recused: boolean }
export interface SheetShape { readonly form: Form; readonly rows: readonly SheetRow[] }
export interface Field { readonly row: string; readonly column: string }
export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
export type Key = Digit | 'point' | 'blank' | 'void' | 'enter' | 'back' | 'forward' | 'backward' | 'undo';
/** What the last key did: the field it filled, or why it did nothing. */
export type Echo = { readonly said: 'filled' | 'cleared'; readonly field: Field } | { readonly said: 'fault'; readonly code: string; readonly details: Readonly<Record<string, string | number>> };
interface Before { readonly cells: Cells; readonly at: number }
/** `at` is the field in hand, one beyond the last when all were passed; `text` the digits typed there and not yet taken. */
export interface Typed { readonly cells: Cells; readonly at: number; readonly text: string; readonly echo: Echo | null; readonly before: readonly Before[] }
export interface Pressed { readonly typed: Typed; readonly save: boolean }

const MOST_UNDONE = 100;
const ABSTAINED: Cell = { kind: 'abstained', marks: {} };
const VOID: Cell = { kind: 'void', marks: {} };

/** The fields in the order they are keyed: row by row; recused rows have none. */
export const fieldsOf = ({ form, rows }: SheetShape): readonly Field[] => rows.filter((row) => !row.recused).flatMap((row) => columnsOf(form).map((column) => ({ row: row.id, column })));

/** An empty sheet, or one begun from cells; a recused row stands as abstained, the host leaves it out. */
export const sheetFrom = (shape: SheetShape, cells: Cells = {}, at?: number): Typed => {
  const recused = Object.fromEntries(shape.rows.filter((row) => row.recused).map((row) => [row.id, ABSTAINED]));
  const known = Object.fromEntries(shape.rows.flatMap((row) => (cells[row.id] === undefined ? [] : [[row.id, cells[row.id] as Cell]])));
  const typed: Typed = { cells: { ...known, ...recused }, at: 0, text: '', echo: null, before: [] };
  return { ...typed, at: at ?? firstEmpty(shape, typed) };
};

export const isFilled = (cells: Cells, { row, column }: Field): boolean => {
  const cell = cells[row];
  return cell !== undefined && (cell.kind !== 'marks' || (cell.marks[column] ?? '') !== '');
};
const emptyFields = (shape: SheetShape, typed: Typed): readonly Field[] => fieldsOf(shape).filter((field) => !isFilled(typed.cells, field));
const firstEmpty = (shape: SheetShape, typed: Typed): number => {
  const at = fieldsOf(shape).findIndex((field) => !isFilled(typed.cells, field));
  return at === -1 ? fieldsOf(shape).length : at;
};
export const hasAny = (shape: SheetShape, typed: Typed): boolean => typed.text !== '' || emptyFields(shape, typed).length < fieldsOf(shape).length;

const fault = (typed: Typed, code: string, details: Readonly<Record<string, string | number>> = {}): Pressed => ({ typed: { ...typed, echo: { said: 'fault', code, details } }, save: false });
const kept = (typed: Typed): Pick<Typed, 'before' | 'text'> => ({ before: [...typed.before, { cells: typed.cells, at: typed.at }].slice(-MOST_UNDONE), text: '' });

/** Puts a cell into a row and goes on behind it. */
const put = (shape: SheetShape, typed: Typed, given: { readonly field: Field; readonly cell: Cell }): Pressed => {
  const { field, cell } = given;
  const fields = fieldsOf(shape);
  const at = cell.kind === 'marks' ? typed.at + 1 : fields.map((each) => each.row).lastIndexOf(field.row) + 1;
  return { typed: { ...kept(typed), cells: { ...typed.cells, [field.row]: cell }, at, echo: { said: 'filled', field } }, save: false };
};
const marked = (typed: Typed, { row, column }: Field, text: string): Cell => {
  const cell = typed.cells[row];
  return { kind: 'marks', marks: { ...(cell?.kind === 'marks' ? cell.marks : {}), [column]: text } };
};

/** Takes the digits typed in a field; a mark the ballot does not allow is refused and stays to be mended. */
const take = (shape: SheetShape, typed: Typed, field: Field): Pressed => {
  const cell = marked(typed, field, typed.text);
  if (shape.form.kind !== 'score') return put(shape, typed, { field, cell });
  const whole = shape.form.criteria.every((criterion) => (cell.marks[criterion.id] ?? '') !== '');
  const checked = checkMarks(whole ? shape.form : onlyOne(shape.form, field.column), whole ? cell.marks : { [field.column]: typed.text }, 1);
  return checked.ok ? put(shape, typed, { field, cell }) : fault(typed, checked.refusal.code, checked.refusal.details);
};
const onlyOne = (form: ScoreForm, column: string): ScoreForm => ({ ...form, corridor: null, criteria: form.criteria.filter((criterion) => criterion.id === column) });

const gradeDigit = (shape: SheetShape, typed: Typed, given: { readonly field: Field; readonly digit: Digit }): Pressed => {
  const { field, digit } = given;
  const grade = shape.form.kind === 'grade' ? shape.form.grades[Number(digit) - 1] : undefined;
  return grade === undefined ? fault(typed, 'noGrade', { key: digit }) : put(shape, typed, { field, cell: { kind: 'marks', marks: { [CELL]: grade.id } } });
};

/** A place goes on by itself once no further digit could belong to it: of 13, "2" at once, "1" waits for a second digit or Enter. */
const rankDigit = (shape: SheetShape, typed: Typed, given: { readonly field: Field; readonly digit: Digit }): Pressed => {
  const of = shape.rows.length;
  const text = typed.text + given.digit;
  if (Number(text) > of) return fault(typed, 'noPlace', { place: text, of });
  const next = { ...typed, text, echo: null };
  return Number(text) * 10 > of ? take(shape, next, given.field) : { typed: next, save: false };
};

const digit = (shape: SheetShape, typed: Typed, given: { readonly field: Field; readonly digit: Digit }): Pressed => {
  if (shape.form.kind === 'score') return typed.text.length >= 8 ? fault(typed, 'tooLong') : { typed: { ...typed, text: typed.text + given.digit, echo: null }, save: false };
  if (given.digit === '0' && typed.text === '') return put(shape, typed, { field: given.field, cell: ABSTAINED });
  return shape.form.kind === 'grade' ? gradeDigit(shape, typed, given) : rankDigit(shape, typed, given);
};

const enter = (shape: SheetShape, typed: Typed, field: Field | undefined): Pressed => {
  if (field !== undefined && typed.text !== '') return take(shape, typed, field);
  const left = emptyFields(shape, typed);
  if (left.length === 0) return { typed, save: true };
  if (shape.form.kind === 'score' && field !== undefined && isFilled(typed.cells, field)) return move(shape, typed, 1);
  return { ...fault({ ...typed, at: firstEmpty(shape, typed) }, 'cellsLeft', { n: left.length }) };
};

/** Takes back a digit, else what stands in the cell in hand, else the cell before it. */
const back = (shape: SheetShape, typed: Typed): Pressed => {
  if (typed.text !== '') return { typed: { ...typed, text: typed.text.slice(0, -1), echo: null }, save: false };
  const fields = fieldsOf(shape);
  const here = fields[typed.at];
  const at = here !== undefined && isFilled(typed.cells, here) ? typed.at : typed.at - 1;
  const field = fields[at];
  if (field === undefined) return { typed, save: false };
  return { typed: { ...kept(typed), cells: cleared(typed.cells, field), at, echo: { said: 'cleared', field } }, save: false };
};
const cleared = (cells: Cells, { row, column }: Field): Cells => {
  const { [row]: cell, ...others } = cells;
  const marks = cell?.kind === 'marks' ? Object.fromEntries(Object.entries(cell.marks).filter(([id]) => id !== column)) : {};
  return Object.keys(marks).length === 0 ? others : { ...others, [row]: { kind: 'marks', marks } };
};

const undo = (typed: Typed): Pressed => {
  const last = typed.before.at(-1);
  if (last === undefined) return fault(typed, 'nothingToUndo');
  return { typed: { ...last, text: '', echo: null, before: typed.before.slice(0, -1) }, save: false };
};

const move = (shape: SheetShape, typed: Typed, by: number): Pressed => ({ typed: { ...typed, text: '', echo: null, at: Math.min(Math.max(typed.at + by, 0), fieldsOf(shape).length) }, save: false });

/** One key. `save`: the sheet is complete and its keyer says so. */
export const press = (shape: SheetShape, typed: Typed, key: Key): Pressed => {
  const field = fieldsOf(shape)[typed.at];
  switch (key) {
    case 'undo': return undo(typed);
    case 'back': return back(shape, typed);
    case 'forward': return move(shape, typed, 1);
    case 'backward': return move(shape, typed, -1);
    case 'enter': return enter(shape, typed, field);
    default:
  }
  if (field === undefined) return fault(typed, 'sheetFull');
  if (key === 'void' || key === 'blank') return put(shape, typed, { field, cell: key === 'void' ? VOID : ABSTAINED });
  if (key !== 'point') return digit(shape, typed, { field, digit: key });
  if (shape.form.kind !== 'score' || typed.text.includes('.')) return { typed, save: false };
  return { typed: { ...typed, text: typed.text === '' ? '0.' : `${typed.text}.`, echo: null }, save: false };
};
