// How the judges' marks share their band: columns and rows of equal tiles, large with labels, smaller without, pages when there are many.
import { pageLength } from '../pages.ts';

export interface MarkGrid {
  readonly columns: number;
  /** Tiles on a page; pages are of nearly equal length. */
  readonly perPage: number;
  readonly size: number;
  readonly labels: boolean;
}
interface Plan {
  readonly size: number;
  readonly rows: number;
  readonly labels: boolean;
}

/** From the most comfortable to the densest that can be read. */
const comfortable: readonly Plan[] = [{ size: 66, rows: 1, labels: true }, { size: 52, rows: 1, labels: true }];
const dense: Plan = { size: 42, rows: 3, labels: false };
const twoRows: Plan = { size: 44, rows: 2, labels: true };
const DIGIT = 0.62;
const GAP = 28;

const mostColumns = (width: number, longest: number, size: number): number => Math.max(1, Math.floor((width + GAP) / (longest * size * DIGIT + GAP)));

/** The grid for `count` marks of at most `longest` characters in a band that wide. Example: 7 marks like 92.5 → one row of 7. */
export const markGrid = ({ count, longest, width }: { readonly count: number; readonly longest: number; readonly width: number }): MarkGrid => {
  const room = (plan: Plan): number => mostColumns(width, longest, plan.size) * plan.rows;
  const plan = [...comfortable, twoRows].find((candidate) => room(candidate) >= count) ?? dense;
  const perPage = pageLength(count, room(plan));
  const rows = Math.min(plan.rows, Math.ceil(perPage / mostColumns(width, longest, plan.size)));
  return { columns: Math.ceil(perPage / rows), perPage, size: plan.size, labels: plan.labels };
};
