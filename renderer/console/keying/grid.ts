// 录票: the keying grid as a pure machine. Keys go in, the next grid and perhaps a sheet to send come out. It knows no socket and no screen.
import type { Marks } from '../../../shared/arena/ballot.ts';
import type { Details } from '../../../shared/kernel/result.ts';
import { add, exactText, parseDecimal, ZERO } from '../../../shared/kernel/fraction.ts';
import type { Layout } from './columns.ts';

export type SheetKind = 'marks' | 'abstained' | 'void';
export interface Fault { readonly column: number; readonly code: string; readonly details: Details }
export interface GridRow {
  readonly id: string;
  readonly values: readonly string[];
  readonly kind: SheetKind;
  readonly status: 'empty' | 'typing' | 'sending' | 'sent' | 'same' | 'differs' | 'refused';
  readonly fault: Fault | null;
  /** What the first pass recorded; the second pass compares with it. */
  readonly first: { readonly kind: SheetKind; readonly values: readonly string[] } | null;
}
export interface Grid extends Layout {
  readonly second: boolean;
  readonly rows: readonly GridRow[];
  readonly row: number;
  readonly column: number;
  /** The cursor has just come to this cell: the first digit replaces what stands there. */
  readonly fresh: boolean;
}
export interface Outcome { readonly grid: Grid; readonly send: GridRow | null }
export interface KnownSheet { readonly id: string; readonly kind: SheetKind | null; readonly marks: Marks }

/** A grid over rows as the host knows them. The second pass starts blank and keeps the first one to compare with. */
export const gridOf = (layout: Layout, known: readonly KnownSheet[], second: boolean): Grid => {
  const { columns } = layout;
  const rows = known.map((sheet): GridRow => {
    const values = columns.map((column) => column.toText(sheet.marks[column.id] ?? ''));
    const kept = sheet.kind === null ? null : { kind: sheet.kind, values };
    const blank = second || kept === null;
    return { id: sheet.id, values: blank ? columns.map(() => '') : values, kind: blank ? 'marks' : kept.kind, status: blank ? 'empty' : 'sent', fault: null, first: kept };
  });
  const next = rows.findIndex((row) => row.status === 'empty');
  return { ...layout, second, rows, row: Math.max(0, next), column: 0, fresh: true };
};

export const marksOf = (grid: Grid, row: GridRow): Record<string, string> =>
  row.kind === 'marks' ? Object.fromEntries(grid.columns.map((column, at) => [column.id, column.toMark(row.values[at] ?? '')])) : {};

/** The running total of what is typed so far, as exact text. */
export const runningTotal = (row: GridRow): string =>
  exactText(row.values.map((value) => parseDecimal(value) ?? ZERO).reduce(add, ZERO)) ?? '';

/** Digits lose leading zeros and a trailing point, so that 08. and 8 are the same mark. */
const tidy = (text: string): string => {
  const value = parseDecimal(text.replace(/\.$/, ''));
  return value === null ? text : (exactText(value) ?? text);
};

const withRow = (grid: Grid, at: number, change: (row: GridRow) => GridRow): Grid => ({ ...grid, rows: grid.rows.map((row, index) => (index === at ? change(row) : row)) });
const here = (grid: Grid, change: (row: GridRow) => GridRow): Grid => withRow(grid, grid.row, change);
const still = (grid: Grid): Outcome => ({ grid, send: null });
const goTo = (grid: Grid, row: number, column: number): Grid => ({ ...grid, row: clamp(row, grid.rows.length), column: clamp(column, grid.columns.length), fresh: true });
const clamp = (value: number, size: number): number => Math.min(Math.max(0, value), Math.max(0, size - 1));

const type = (grid: Grid, key: string): Grid => {
  const next = here(grid, (row) => {
    const old = grid.fresh ? '' : (row.values[grid.column] ?? '');
    const values = row.kind === 'marks' ? row.values : grid.columns.map(() => '');
    return { ...row, kind: 'marks', status: 'typing', fault: null, values: values.map((value, at) => (at === grid.column ? (key === 'Backspace' ? old.slice(0, -1) : (old + key).slice(0, 8)) : value)) };
  });
  return { ...next, fresh: false };
};

const faultAt = (grid: Grid, column: number, text: string): Fault | null => {
  const refusal = grid.columns[column]?.fault(text) ?? null;
  return refusal === null ? null : { column, code: refusal.code, details: refusal.details };
};

/** The next row that still owes a sheet, from the one after this; the present one when none is left. */
const nextRow = (grid: Grid): Grid => {
  const open = (row: GridRow | undefined): boolean => row !== undefined && ['empty', 'typing', 'refused', 'differs'].includes(row.status);
  const order = grid.rows.map((_, step) => (grid.row + 1 + step) % grid.rows.length);
  const next = order.find((at) => at !== grid.row && open(grid.rows[at]));
  return next === undefined ? goTo(grid, grid.row, 0) : goTo(grid, next, 0);
};

const differences = (row: GridRow): readonly number[] =>
  row.first === null ? [] : row.first.kind !== row.kind ? [0] : row.values.flatMap((value, at) => (decimalSame(value, row.first?.values[at] ?? '') ? [] : [at]));
const decimalSame = (a: string, b: string): boolean => tidy(a) === tidy(b);

function finish(grid: Grid): Outcome {
  const row = grid.rows[grid.row];
  if (row === undefined) return still(grid);
  if (grid.second && row.first !== null) {
    const [differing] = differences(row);
    if (differing === undefined) return still(nextRow(here(grid, (each) => ({ ...each, status: 'same', fault: null }))));
    return still(goTo(here(grid, (each) => ({ ...each, status: 'differs', fault: null })), grid.row, differing));
  }
  return dispatch(grid, row);
}
const dispatch = (grid: Grid, row: GridRow): Outcome => ({ grid: nextRow(here(grid, (each) => ({ ...each, status: 'sending', fault: null }))), send: row });

function enter(grid: Grid): Outcome {
  const row = grid.rows[grid.row];
  if (row === undefined) return still(grid);
  if (row.kind !== 'marks') return finish(grid);
  const text = tidy(row.values[grid.column] ?? '');
  const tidied = here(grid, (each) => ({ ...each, values: each.values.map((value, at) => (at === grid.column ? text : value)) }));
  const fault = faultAt(grid, grid.column, text);
  if (fault !== null) return still({ ...here(tidied, (each) => ({ ...each, fault })), fresh: true });
  const gap = tidied.rows[grid.row]?.values.findIndex((value, at) => faultAt(grid, at, value) !== null) ?? -1;
  if (grid.column < grid.columns.length - 1) return still(goTo(here(tidied, (each) => ({ ...each, fault: null })), grid.row, grid.column + 1));
  if (gap >= 0) return still(goTo(here(tidied, (each) => ({ ...each, fault: faultAt(grid, gap, each.values[gap] ?? '') })), grid.row, gap));
  const whole = grid.whole(marksOf(grid, tidied.rows[grid.row] ?? row));
  // Every cell fits and the sheet does not: its total is outside the corridor.
  if (whole !== null) return still(here(tidied, (each) => ({ ...each, fault: { column: grid.column, code: whole.code, details: whole.details } })));
  return finish(tidied);
}

const mark = (grid: Grid, kind: 'abstained' | 'void'): Outcome =>
  finish(here(grid, (row) => ({ ...row, kind, values: grid.columns.map(() => ''), status: 'typing', fault: null })));

/** `+`: what was typed the second time is right; it goes out as a new revision. */
function accept(grid: Grid): Outcome {
  const row = grid.rows[grid.row];
  return row === undefined || row.status !== 'differs' ? still(grid) : dispatch(grid, row);
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * One key. Digits and the point type, Enter goes on and at the last cell sends, `*` abstains, `/` voids, `+` keeps the second entry.
 * @returns null for a key the grid has no use for.
 */
export const pressKey = (grid: Grid, key: string): Outcome | null => {
  if (/^[0-9.]$/.test(key) || key === 'Backspace') return still(type(grid, key));
  if (key === 'Enter') return enter(grid);
  if (key === '*' || key === '/') return grid.kinds ? mark(grid, key === '*' ? 'abstained' : 'void') : null;
  if (key === '+') return accept(grid);
  const move = MOVES[key];
  return move === undefined ? null : still(goTo(grid, grid.row + move[0], grid.column + move[1]));
};

/** The host's answer to a sent row; a refusal brings the cursor back to it. */
export const answered = (grid: Grid, id: string, fault: Omit<Fault, 'column'> | null): Grid => {
  const at = grid.rows.findIndex((row) => row.id === id);
  if (at < 0) return grid;
  if (fault !== null) return goTo(withRow(grid, at, (row) => ({ ...row, status: 'refused', fault: { column: 0, ...fault } })), at, 0);
  return withRow(grid, at, (row) => ({ ...row, status: 'sent', fault: null, first: { kind: row.kind, values: row.values } }));
};

/** Puts the cursor on a cell a pointer chose. */
export const pointAt = (grid: Grid, row: number, column: number): Grid => goTo(grid, row, column);

/** Whether every row is settled. */
export const isComplete = (grid: Grid): boolean => grid.rows.length > 0 && grid.rows.every((row) => row.status === 'sent' || row.status === 'same');
