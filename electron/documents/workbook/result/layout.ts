// Where everything stands on the sheet 打分: one block of equal height per contestant, the same columns in every block.
import type { Rules } from '../../../../shared/arena/rules.ts';
import { fixedCell } from '../cells.ts';

export const SEAT = 0;
export const JUDGE = 1;
export const PANEL = 2;
export const PANEL_NUMBER = 3;
export const STATUS = 4;
export const FIRST_MARK = 5;
/** In the panel rows the first columns hold other things. */
export const NUMBER = 0;
export const NAME = 1;
export const WEIGHT = 2;
export const HIGHEST = 3;
export const LOWEST = 4;

const FIRST_BLOCK = 3;

/** The three helper columns of one dropping: of whole sheets, or of one criterion. */
export interface TrimColumns { readonly high: number; readonly low: number; readonly keep: number }
export interface Layout {
  readonly marks: readonly number[];
  /** Sum of a sheet as marked, and as counted after the "mark" rounding (the same column when there is none). */
  readonly sum: number; readonly counted: number;
  readonly trims: readonly TrimColumns[];
  readonly note: number | null;
  readonly needed: number; readonly valid: number; readonly mean: number;
  readonly width: number;
}

/** The columns for these rules. */
export const layoutOf = (rules: Rules): Layout => {
  const sum = FIRST_MARK + rules.criteria.length;
  const counted = rules.trimOf === 'totals' && rules.rounding.mark !== null ? sum + 1 : sum;
  const first = counted + 1;
  const count = rules.trimOf === 'totals' ? 1 : rules.criteria.length;
  const trims = Array.from({ length: count }, (_, at) => ({ high: first + 3 * at, low: first + 3 * at + 1, keep: first + 3 * at + 2 }));
  const end = first + 3 * count;
  const note = rules.trimOf === 'totals' ? end : null;
  return { marks: rules.criteria.map((_, at) => FIRST_MARK + at), sum, counted, trims, note, needed: first, valid: first + 1, mean: first + 2, width: note === null ? end : end + 1 };
};

export interface Block {
  readonly title: number; readonly heading: number; readonly firstSeat: number; readonly lastSeat: number;
  readonly panelHeading: number; readonly firstPanel: number; readonly lastPanel: number; readonly weighted: number; readonly total: number;
}

/** The rows of the block of the contestant at this place (from 0). A session without judges keeps one empty seat row. */
export const blockAt = (at: number, size: { readonly seats: number; readonly panels: number }): Block => {
  const seats = Math.max(1, size.seats);
  const title = FIRST_BLOCK + at * (seats + size.panels + 6);
  const firstSeat = title + 2;
  const panelHeading = firstSeat + seats;
  const firstPanel = panelHeading + 1;
  const weighted = firstPanel + size.panels;
  return { title, heading: title + 1, firstSeat, lastSeat: panelHeading - 1, panelHeading, firstPanel, lastPanel: weighted - 1, weighted, total: weighted + 1 };
};

/** A result cell of 打分 as another sheet names it. Example: '打分'!$M$25. */
export const onSheet = (sheet: string, row: number, column: number): string => `'${sheet}'!${fixedCell(row, column)}`;
