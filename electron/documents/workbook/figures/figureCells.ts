// What stands in a cell before anybody takes it for a figure: its kind, its stored value, what it shows, whether it is hidden. Decides nothing.
import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import type { Grid } from '../readGrids.ts';

export type FigureCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `percent`: the cell shows its value as a percentage. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean; readonly shown: string }
  /** `guess`: month and day as a decimal, when the cell has no time of day; '' otherwise. */
  | { readonly kind: 'date'; readonly shown: string; readonly guess: string }
  | { readonly kind: 'error'; readonly shown: string }
  /** A formula that was saved without its result. */
  | { readonly kind: 'noResult' };

/** A grid with the cells behind its texts; rows and columns that are hidden, zero-based. */
export interface FigureGrid extends Grid {
  readonly cells: readonly (readonly FigureCell[])[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

const BLANK: FigureCell = { kind: 'blank' };
const ERROR = /^#[A-Z][A-Z0-9/_]*[!?A]?$/u;
const DAY = 24 * 60 * 60 * 1000;

const textCell = (text: string): FigureCell => (text === '' ? BLANK : ERROR.test(text.trim()) ? { kind: 'error', shown: text.trim() } : { kind: 'text', text });
const dateCell = (date: Date, shown: string): FigureCell => {
  const whole = Math.round(date.getTime() / 1000) * 1000;
  const day = new Date(whole);
  return { kind: 'date', shown, guess: whole % DAY === 0 ? `${day.getUTCMonth() + 1}.${day.getUTCDate()}` : '' };
};
/** A percent sign that the format itself shows, not one in quotes or behind a backslash. */
const showsPercent = (format: string): boolean => format.replace(/"[^"]*"|\\./gu, '').includes('%');

const cellOf = (value: CellValue, cell: Cell | undefined, shown: string): FigureCell => {
  if (value === null) return cell?.formula === undefined ? BLANK : { kind: 'noResult' };
  if (cell?.type === 'error') return { kind: 'error', shown };
  if (value instanceof Date) return dateCell(value, shown);
  if (typeof value === 'number') return { kind: 'number', value, percent: showsPercent(cell?.style?.numFmt ?? ''), shown };
  return textCell(typeof value === 'boolean' ? shown : value);
};

const hiddenOf = (sheet: Sheet): Pick<FigureGrid, 'hiddenRows' | 'hiddenColumns'> => ({
  hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : []))),
  hiddenColumns: new Set((sheet.columns ?? []).flatMap((column, at) => (column?.hidden === true ? [at] : []))),
});

/** The cells of a grid. A text table holds texts only and hides nothing. */
export const figureGrid = (grid: Grid): FigureGrid => {
  const { source, rows } = grid;
  if (source === undefined) return { ...grid, cells: rows.map((row) => row.map(textCell)), hiddenRows: new Set(), hiddenColumns: new Set() };
  const cells = rows.map((row, at) => row.map((shown, column) => cellOf(source.rows[at]?.[column] ?? null, source.cells?.get(`${at},${column}`), shown)));
  return { ...grid, cells, ...hiddenOf(source) };
};
