// What cells, rows and faults of a sheet are called on the page: the grade's name, the place, 弃权, 作废, 第 3 行「晒成绩」.
import type { Cell } from '../../../shared/arena/events.ts';
import { CELL, type Form } from '../../../shared/arena/forms.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { StationBatch } from '../../../shared/contract/station.ts';
import { say } from '../../../shared/text/say.ts';
import type { PageWords } from '../words.ts';
import type { Echo, Field } from './typing.ts';

type Sheet = BatchView['sheets'][number];

/** One column of a cell in words; empty while nothing is keyed. */
export const cellText = (words: PageWords, form: Form, given: { readonly cell: Cell | undefined; readonly column: string }): string => {
  const { cell, column } = given;
  if (cell === undefined) return '';
  if (cell.kind !== 'marks') return cell.kind === 'void' ? words.paper.void : words.paper.blank;
  const mark = cell.marks[column] ?? '';
  return form.kind === 'grade' ? form.grades.find((grade) => grade.id === mark)?.name ?? mark : mark;
};

/** A whole cell in words, marks side by side. */
export const wholeCell = (words: PageWords, form: Form, cell: Cell | null): string => {
  if (cell === null) return words.paper.noEntry;
  if (cell.kind !== 'marks' || form.kind !== 'score') return cellText(words, form, { cell, column: CELL });
  return form.criteria.map((criterion) => `${criterion.name} ${cell.marks[criterion.id] ?? ''}`).join(words.paper.join);
};

/** What this station does with a batch, and how far it is. */
export const taskOf = (words: PageWords['paper'], { pass, check, done, sheets }: Pick<StationBatch, 'pass' | 'check' | 'done' | 'sheets'>): { readonly what: string; readonly progress: string } => {
  if (pass === null) return { what: words.settle, progress: say(words.doneSettled, { done, sheets }) };
  if (pass === 2 && check === 'readBack') return { what: words.readBack, progress: say(words.doneRead, { done, sheets }) };
  return { what: pass === 1 ? words.pass1 : words.pass2, progress: say(words.done, { done, sheets }) };
};

/** A ballot without a name is called by its number, a judge's by the judge. */
export const labelOf = (words: PageWords, { label }: Pick<Sheet, 'label'>): string => (/^\d+$/.test(label) ? say(words.paper.sheet, { n: label }) : label);

const rowNumber = (view: BatchView, row: string): number => view.contestants.findIndex((contestant) => contestant.id === row) + 1;
const columnName = (form: Form, column: string): string => (form.kind === 'score' ? form.criteria.find((criterion) => criterion.id === column)?.name ?? '' : '');

export const fieldText = (words: PageWords, view: BatchView, { row, column }: Field): string => {
  const name = columnName(view.form, column);
  return name === '' ? say(words.paper.row, { n: rowNumber(view, row) }) : say(words.paper.rowColumn, { n: rowNumber(view, row), column: name });
};

/** Where two passes differ, without what either says. */
export const differText = (words: PageWords, view: BatchView, sheet: Sheet): string =>
  (sheet.differsAt ?? []).flatMap(({ contestant, columns }) => (columns.length === 0 ? [''] : columns).map((column) => fieldText(words, view, { row: contestant, column }))).join(words.paper.join);

/** A refusal as a sentence: the page's own for keys, the house's for the host's. */
export const faultText = (words: PageWords, { code, details }: { readonly code: string; readonly details: Readonly<Record<string, string | number>> }): string =>
  say((words.paper.fault as Readonly<Record<string, string>>)[code] ?? words.errors[code] ?? code, details);

export const echoText = (words: PageWords, view: BatchView, given: { readonly echo: Echo | null; readonly cell: (field: Field) => Cell | undefined }): string => {
  const { echo, cell } = given;
  if (echo === null) return '';
  if (echo.said === 'fault') return faultText(words, echo);
  const name = view.contestants.find((contestant) => contestant.id === echo.field.row)?.name ?? '';
  // Void and blank take the whole row of a contestant.
  const isWhole = cell(echo.field)?.kind !== 'marks';
  const figures = { row: isWhole ? say(words.paper.row, { n: rowNumber(view, echo.field.row) }) : fieldText(words, view, echo.field), name, value: cellText(words, view.form, { cell: cell(echo.field), column: echo.field.column }) };
  return say(echo.said === 'filled' ? words.paper.filled : words.paper.cleared, figures);
};
