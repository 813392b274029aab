// How the judges' marks and the panels share their bands: equal tiles, large where few, smaller where many, pages where more than can be read.
import { pageLength } from '../pages.ts';

export interface MarkGrid {
  readonly columns: number;
  /** Tiles on a page; pages are of nearly equal length. */
  readonly perPage: number;
  readonly size: number;
  /** Width of a tile in stage pixels. */
  readonly tile: number;
}
interface Plan {
  readonly size: number;
  readonly rows: number;
}

const DIGIT = 0.62;
/** Between two tiles. */
export const GAP = 24;
const LABEL = 38;
/** Labels longer than this are condensed rather than thin out the band. */
const LONGEST_LABEL = 6;

const comfortable: readonly Plan[] = [{ size: 66, rows: 1 }, { size: 52, rows: 1 }];
const withLabels: Plan = { size: 44, rows: 2 };
const withoutLabels: Plan = { size: 42, rows: 4 };

/** Rough width of a text in ems: a Chinese character is 1, anything else 0.62. Example: 10号评委 → 4.24. */
export const emsOf = (text: string): number => Array.from(text).reduce((ems, letter) => ems + (letter > '⺀' ? 1 : DIGIT), 0);

interface Marks {
  readonly count: number;
  /** The longest mark and the longest label (0: none) in ems. */
  readonly text: number;
  readonly label: number;
  readonly width: number;
}

const mostColumns = ({ text, label, width }: Marks, size: number): number => {
  const tile = Math.max(text * size, Math.min(label, LONGEST_LABEL) * LABEL * 1.03);
  return Math.max(1, Math.floor((width + GAP) / (tile + GAP)));
};

/** The grid for that many marks. Example: 7 marks like 92.50 with labels like 7号评委 on a 16:9 wall → one row of 7. */
export const markGrid = (marks: Marks): MarkGrid => {
  const room = (plan: Plan): number => mostColumns(marks, plan.size) * plan.rows;
  const plan = comfortable.find((candidate) => room(candidate) >= marks.count) ?? (marks.label > 0 ? withLabels : withoutLabels);
  const perPage = pageLength(marks.count, room(plan));
  const rows = Math.min(plan.rows, Math.ceil(perPage / mostColumns(marks, plan.size)));
  const columns = Math.ceil(perPage / rows);
  return { columns, perPage, size: plan.size, tile: Math.min(plan.size * 4, (marks.width + GAP) / columns - GAP) };
};

/** How many panels stand side by side when the widest needs that much: names may take two lines. */
export const panelsPerPage = (count: number, needed: number, width: number): number => pageLength(count, Math.max(1, Math.floor((width + 48) / (needed + 48))));
