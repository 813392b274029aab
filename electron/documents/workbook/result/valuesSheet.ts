// The sheet 分值: what a grade or a place is worth, one table per ballot. The sheet 打分 looks values up here, so that changing one changes all.
import type { WriteSheet } from 'hucre/xlsx';
import { placeValue, type Form } from '../../../../shared/arena/forms.ts';
import { decimal, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { columnRange, fixedCell, SheetDraft } from '../cells.ts';
import { centreStyle, headingStyle, markingStyle, numberStyle, titleStyle } from '../styles.ts';
import type { Board } from './board.ts';
import { markPlaces, shownNumber } from './formulas.ts';

const words = workbookWords.values;
const [KEY, VALUE] = [0, 1];

interface ValueTable { readonly form: Form; readonly of: number; readonly first: number; readonly entries: readonly { readonly name: string | number; readonly value: Fraction }[] }
export interface Values { readonly tables: readonly ValueTable[] }

const entriesOf = (form: Form, of: number): ValueTable['entries'] => {
  if (form.kind === 'grade') return form.grades.map(({ name, value }) => ({ name, value: decimal(value) }));
  if (form.kind === 'score') return [];
  return Array.from({ length: of }, (_, at) => at + 1).flatMap((place) => {
    const value = placeValue(form.points, place, of);
    return value === null ? [] : [{ name: place, value }];
  });
};

const isOf = (table: ValueTable, form: Form, of: number): boolean => table.form.id === form.id && (form.kind !== 'rank' || table.of === of);

/** One table per grade ballot, and per rank ballot and number of contestants ranked. */
export const valuesOf = (board: Board): Values => {
  const tables: ValueTable[] = [];
  for (const { form, of } of board.rows.flatMap((row) => row.panels)) {
    if (form.kind === 'score' || tables.some((table) => isOf(table, form, of))) continue;
    const before = tables.at(-1);
    tables.push({ form, of, first: before === undefined ? 5 : before.first + before.entries.length + 3, entries: entriesOf(form, of) });
  }
  return { tables };
};

const tableOf = ({ tables }: Values, form: Form, of: number): ValueTable => {
  const table = tables.find((each) => isOf(each, form, of));
  if (table === undefined) throw new Error(`no values for the form ${form.id}`);
  return table;
};

/** The value of one row of a table. */
export const valueCell = (values: Values, given: { readonly form: Form; readonly of: number; readonly at: number }): string =>
  `'${workbookWords.sheet.values}'!${fixedCell(tableOf(values, given.form, given.of).first + given.at, VALUE)}`;

/** What stands in a cell, looked up: a place by its number, a grade by comparing names one by one, as a look-up would take * and ? for patterns. */
export const valueLookUp = (values: Values, given: { readonly form: Form; readonly of: number; readonly cell: string }): string => {
  const { first, entries } = tableOf(values, given.form, given.of);
  const at = (row: number, column: number): string => `'${workbookWords.sheet.values}'!${fixedCell(row, column)}`;
  if (given.form.kind === 'grade') return entries.reduceRight((otherwise, _, index) => `IF(${given.cell}=${at(first + index, KEY)},${at(first + index, VALUE)},${otherwise})`, '""');
  const range = (column: number): string => `'${workbookWords.sheet.values}'!${columnRange(column, first, first + Math.max(1, entries.length) - 1)}`;
  return `IFERROR(INDEX(${range(VALUE)},MATCH(${given.cell},${range(KEY)},0)),"")`;
};

/** Draws the sheet 分值; null where every ballot is a score sheet. */
export const valuesSheet = (board: Board, values: Values, marking: string): WriteSheet | null => {
  if (values.tables.length === 0) return null;
  const draft = new SheetDraft();
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(1, 0, VALUE);
  for (const { form, of, first, entries } of values.tables) {
    draft.text(first - 2, KEY, { words: say(form.kind === 'grade' ? words.grade : words.rank, { form: form.name, of }), style: headingStyle });
    draft.merge(first - 2, KEY, VALUE);
    draft.text(first - 1, KEY, { words: words.name, style: headingStyle });
    draft.text(first - 1, VALUE, { words: words.value, style: headingStyle });
    for (const [at, { name, value }] of entries.entries()) {
      if (typeof name === 'number') draft.number(first + at, KEY, { value: name, style: centreStyle });
      else draft.text(first + at, KEY, { words: name, style: centreStyle });
      draft.number(first + at, VALUE, { value: shownNumber(value), style: numberStyle(markPlaces(form)) });
    }
  }
  for (const column of [KEY, VALUE]) draft.columnWidth(column, 20);
  return draft.sheet(workbookWords.sheet.values, { pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true } });
};
