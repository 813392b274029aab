// A worksheet being drawn up: texts, numbers and formulas with their cached values, by zero-based row and column. It computes nothing.
import type { Cell, CellStyle, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import { cellRef, colToLetter } from 'hucre/xlsx';

const ACTIVE = /^[=+\-@\t\r]/u;
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** A text that no spreadsheet will take for a formula: one that begins with = + - @ gets a protecting apostrophe (import takes it off again). */
export const safeText = (text: string): string => {
  const clean = text.replace(CONTROL, '');
  return ACTIVE.test(clean) ? `'${clean}` : clean;
};

/** F5 · $F$5 · F$5:F$11 in a formula, from zero-based places. */
export const cellAt = (row: number, column: number): string => cellRef(row, column);
export const fixedCell = (row: number, column: number): string => `$${colToLetter(column)}$${row + 1}`;
export const columnCell = (row: number, column: number): string => `$${colToLetter(column)}${row + 1}`;
export const columnRange = (column: number, first: number, last: number): string => `$${colToLetter(column)}$${first + 1}:$${colToLetter(column)}$${last + 1}`;
/** From the first row down to this one: a range that grows when it is read row by row. */
export const untilHere = (column: number, first: number, here: number): string => `$${colToLetter(column)}$${first + 1}:$${colToLetter(column)}${here + 1}`;

export type Shown = string | number;

export class SheetDraft {
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  private readonly rules: ConditionalRule[] = [];
  private readonly widths: number[] = [];
  private height = 0;
  private width = 0;

  text(row: number, column: number, content: { readonly words: string; readonly style?: CellStyle }): void {
    this.put(row, column, { value: safeText(content.words), type: 'string', ...styled(content.style) });
  }

  number(row: number, column: number, content: { readonly value: number; readonly style?: CellStyle }): void {
    this.put(row, column, { value: content.value, type: 'number', ...styled(content.style) });
  }

  /** A live formula with the value it shows before anybody recalculates it. */
  formula(row: number, column: number, content: { readonly formula: string; readonly shown: Shown; readonly style?: CellStyle }): void {
    this.put(row, column, { value: content.shown, type: 'formula', formula: content.formula, formulaResult: content.shown, ...styled(content.style) });
  }

  merge(row: number, first: number, last: number): void {
    if (last > first) this.merges.push({ startRow: row, startCol: first, endRow: row, endCol: last });
  }

  /** Styles a range by a formula, as long as it is true. */
  highlight(range: string, formula: string, style: CellStyle): void {
    this.rules.push({ type: 'expression', priority: this.rules.length + 1, formula, style, range });
  }

  columnWidth(column: number, width: number): void {
    this.widths[column] = width;
  }

  sheet(name: string, more: Partial<WriteSheet> = {}): WriteSheet {
    const rows = Array.from({ length: this.height }, () => []);
    const columns = Array.from({ length: this.width }, (_, at) => ({ width: this.widths[at] ?? 10 }));
    return { name, rows, columns, cells: this.cells, merges: this.merges, conditionalRules: this.rules, ...more };
  }

  private put(row: number, column: number, cell: Partial<Cell>): void {
    this.cells.set(`${row},${column}`, cell);
    this.height = Math.max(this.height, row + 1);
    this.width = Math.max(this.width, column + 1);
  }
}

const styled = (style: CellStyle | undefined): { style?: CellStyle } => (style === undefined ? {} : { style });
