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
  /** Labels longer than this many ems are condensed rather than thin out the band. */
  readonly label: number;
}

const DIGIT = 0.62;
/** Between two tiles. */
export const GAP = 24;
const LABEL = 38;

/** From the most comfortable to the densest that can be read; marks belong together, so labels are pressed before a page is turned. */
const plans: readonly Plan[] = [{ size: 66, rows: 1, label: 6 }, { size: 52, rows: 1, label: 6 }, { size: 44, rows: 2, label: 6 }, { size: 44, rows: 2, label: 4 }];
const withoutLabels: Plan = { size: 42, rows: 4, label: 0 };
const densest: Plan = { size: 44, rows: 2, label: 4 };

/** Rough width of a text in ems: a Chinese character is 1, anything else 0.62. Example: 10号评委 → 4.24. */
export const emsOf = (text: string): number => Array.from(text).reduce((ems, letter) => ems + (letter > '⺀' ? 1 : DIGIT), 0);

interface Marks {
  readonly count: number;
  /** The longest mark and the longest label (0: none) in ems. */
  readonly text: number;
  readonly label: number;
  readonly width: number;
}

const leastTile = (marks: Marks, plan: Plan): number => Math.max(marks.text * plan.size, Math.min(marks.label, plan.label) * LABEL * 1.03);

const mostColumns = (marks: Marks, plan: Plan): number => Math.max(1, Math.floor((marks.width + GAP) / (leastTile(marks, plan) + GAP)));

const planFor = (marks: Marks): Plan => {
  const usable = marks.label > 0 ? plans : [...plans.slice(0, 2), withoutLabels];
  return usable.find((plan) => mostColumns(marks, plan) * plan.rows >= marks.count) ?? (marks.label > 0 ? densest : withoutLabels);
};

/** The grid for that many marks. Example: 7 marks like 92.50 with labels like 7号评委 → one row of 7, on a 4:3 wall too. */
export const markGrid = (marks: Marks): MarkGrid => {
  const plan = planFor(marks);
  const most = mostColumns(marks, plan);
  const perPage = pageLength(marks.count, most * plan.rows);
  const columns = Math.ceil(perPage / Math.min(plan.rows, Math.ceil(perPage / most)));
  const tile = Math.min(Math.max(plan.size * 4, leastTile(marks, plan), marks.label * LABEL * 1.03), (marks.width + GAP) / columns - GAP);
  return { columns, perPage, size: plan.size, tile };
};

/** How many panels stand side by side when the widest needs that much: names may take two lines. */
export const panelsPerPage = (count: number, needed: number, width: number): number => pageLength(count, Math.max(1, Math.floor((width + 48) / (needed + 48))));
