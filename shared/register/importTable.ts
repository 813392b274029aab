// The part of an import plan that units and people share: rows under their headings, cleaned words, faults by row and column.
import type { Details } from '../kernel/result.ts';
import { columnLetter, findColumns, templateColumns, type Columns, type FieldSpec, type MergedCells, type TextTable } from './importColumns.ts';
import { cleanName } from './names.ts';

export const IMPORT_FAULTS = [
  'headingMissing', 'headingTwice', 'nothingToImport', 'tooManyRows', 'cellError', 'nameMissing', 'tooLong', 'tooManyAliases',
  'nameInTwoRows', 'nameInUse', 'matchesTwoUnits', 'unitInTwoRows', 'personInTwoRows', 'homeUnknown',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];
/** One fault: row as Excel counts it (from 1, headings included), column letter and heading ('' where the whole row is meant). */
export interface ImportFault { readonly row: number; readonly column: string; readonly heading: string; readonly code: ImportFaultCode; readonly details: Details }
export interface FieldChange { readonly field: string; readonly before: string; readonly after: string }
export interface RowChange { readonly kind: 'add' | 'change' | 'same'; readonly row: number; readonly name: string; readonly fields: readonly FieldChange[] }
export interface ImportPlan<R> {
  /** What the import command takes, in the table's order; only meant to be sent when there are no errors. */
  readonly rows: readonly R[];
  readonly errors: readonly ImportFault[];
  readonly changes: readonly RowChange[];
  /** Blank rows, repeated headings and rows marked 示例 that were passed over. */
  readonly skipped: number;
  readonly ignoredHeadings: readonly string[];
}
export interface PlanOptions { readonly headings: 'required' | 'optional'; readonly merges?: readonly MergedCells[] }

/** A row under its headings: words by field; a field whose column is absent is undefined, which means "as it is". */
export interface TableRow<F extends string> { readonly row: number; readonly words: Readonly<Partial<Record<F, string>>> }
export interface ReadTable<F extends string> {
  readonly rows: readonly TableRow<F>[]; readonly errors: readonly ImportFault[]; readonly skipped: number; readonly ignoredHeadings: readonly string[];
  readonly fault: (row: number, field: F | null, problem: { readonly code: ImportFaultCode; readonly details?: Details }) => ImportFault;
}

const MOST_ROWS = 2000;
const CELL_ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/u;
const EXAMPLE = /^[(（]?示例[)）:：]/u;
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;

/** Words of a cell as the register keeps them: blanks tidied, full-width letters and digits made narrow, an export's protecting apostrophe taken off. */
export const cellWords = (text: string): string =>
  cleanName(text).replace(FULL_WIDTH, (wide) => wide.normalize('NFKC')).replace(/^'(?=[=+\-@])/u, '');

const noFault = (columns: { readonly of: Readonly<Record<string, { readonly at: number; readonly heading: string } | undefined>> }) =>
  (row: number, field: string | null, problem: { readonly code: ImportFaultCode; readonly details?: Details }): ImportFault => {
    const column = field === null ? undefined : columns.of[field];
    return { row, column: column === undefined ? '' : columnLetter(column.at), heading: column?.heading ?? '', code: problem.code, details: problem.details ?? {} };
  };

/** Reads a table: finds its headings, passes over what holds nothing, reports error cells. Row numbers are Excel's. */
export const readTable = <F extends string>(table: TextTable, specs: readonly FieldSpec<F>[], options: PlanOptions): ReadTable<F> => {
  const columns = findColumns(table, specs, options.merges ?? []) ?? (options.headings === 'optional' ? templateColumns(specs) : null);
  const fault = noFault(columns ?? { of: {} });
  const refused = (problem: ImportFault): ReadTable<F> => ({ rows: [], errors: [problem], skipped: 0, ignoredHeadings: columns?.ignored ?? [], fault });
  if (columns === null) return refused(fault(1, null, { code: 'headingMissing', details: { heading: specs.find((spec) => spec.mandatory)?.headings[0] ?? '' } }));
  if (columns.twice !== null) {
    const { first, second } = columns.twice;
    return refused({ row: columns.row + 1, column: columnLetter(second.at), heading: second.heading, code: 'headingTwice', details: { heading: second.heading, first: columnLetter(first.at), second: columnLetter(second.at) } });
  }
  const { rows, skipped } = rowsUnder(table, columns, specs);
  if (rows.length === 0) return refused(fault(columns.row + 2, null, { code: 'nothingToImport' }));
  if (rows.length > MOST_ROWS) return refused(fault(columns.row + 2, null, { code: 'tooManyRows', details: { rows: rows.length, most: MOST_ROWS } }));
  const errors = rows.flatMap(({ row, words }) => specs.flatMap(({ field }) => (CELL_ERROR.test(words[field] ?? '') ? [fault(row, field, { code: 'cellError', details: { text: words[field] ?? '' } })] : [])));
  return { rows, errors, skipped, ignoredHeadings: columns.ignored, fault };
};

function rowsUnder<F extends string>(table: TextTable, columns: Columns<F>, specs: readonly FieldSpec<F>[]): { readonly rows: readonly TableRow<F>[]; readonly skipped: number } {
  const rows: TableRow<F>[] = [];
  let skipped = 0;
  for (const [at, cells] of table.entries()) {
    if (at <= columns.row) continue;
    const entries = specs.flatMap(({ field }) => {
      const column = columns.of[field];
      return column === undefined ? [] : [[field, field === 'aliases' ? (cells[column.at] ?? '') : cellWords(cells[column.at] ?? ''), column.heading] as const];
    });
    const passed = entries.every(([, words]) => cellWords(words) === '') || entries.some(([, words]) => EXAMPLE.test(cellWords(words)))
      || (columns.row >= 0 && entries.every(([, words, heading]) => cellWords(words) === cellWords(heading)));
    if (passed) skipped += 1;
    else rows.push({ row: at + 1, words: Object.fromEntries(entries.map(([field, words]) => [field, words])) as Partial<Record<F, string>> });
  }
  return { rows, skipped };
}
