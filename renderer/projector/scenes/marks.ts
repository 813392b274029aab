// How the judges' marks and the panels share their bands: equal tiles, large where few, smaller where many, pages where more than can be read.
import { pageLength } from '../pages.ts';

export interface MarkGrid {
  readonly columns: number;
  /** Tiles on a page; pages are of nearly equal length. */
  readonly perPage: number;
  readonly size: number;
  /** Width of a tile in stage pixels. */
  readonly tile: number;
  /** Whether label and mark stand in one line; the label is then so wide. */
  readonly inline: boolean;
  readonly label: number;
  /** Between two tiles. */
  readonly gap: number;
}
interface Plan {
  readonly size: number;
  readonly rows: number;
  /** Labels longer than this many ems are condensed rather than thin out the band. */
  readonly label: number;
  /** Label and mark in one line. */
  readonly inline?: true;
}

const DIGIT = 0.62;
const GAP = 24;
const LABEL = 38;

/** From the most comfortable to the densest that can be read; marks belong together, so labels are pressed before a page is turned. */
const plans: readonly Plan[] = [
  { size: 66, rows: 1, label: 6 }, { size: 52, rows: 1, label: 6 }, { size: 44, rows: 2, label: 6 }, { size: 44, rows: 2, label: 4 },
  { size: 42, rows: 4, label: 4, inline: true }, { size: 38, rows: 5, label: 4, inline: true },
];
const densest: Plan = { size: 38, rows: 5, label: 4, inline: true };
/** Between a label and its mark in one line, and between two such tiles. */
const INLINE_GAP = 12;
const gapOf = (plan: Plan): number => (plan.inline === true ? 16 : GAP);

/** Rough width of a text in ems: a Chinese character is 1, anything else 0.62. Example: 10号评委 → 4.24. */
export const emsOf = (text: string): number => Array.from(text).reduce((ems, letter) => ems + (letter > '⺀' ? 1 : DIGIT), 0);

interface Marks {
  readonly count: number;
  /** The longest mark and the longest label (0: none) in ems. */
  readonly text: number;
  readonly label: number;
  readonly width: number;
}

const labelWidth = (marks: Marks, plan: Plan): number => Math.min(marks.label, plan.label) * LABEL * 1.03;
const leastTile = (marks: Marks, plan: Plan): number => {
  const [text, label] = [marks.text * plan.size, labelWidth(marks, plan)];
  return plan.inline !== true ? Math.max(text, label) : text + (label === 0 ? 0 : label + INLINE_GAP);
};

const mostColumns = (marks: Marks, plan: Plan): number => Math.max(1, Math.floor((marks.width + gapOf(plan)) / (leastTile(marks, plan) + gapOf(plan))));

const planFor = (marks: Marks): Plan => plans.find((plan) => mostColumns(marks, plan) * plan.rows >= marks.count) ?? densest;

/** The grid for that many marks. Example: 7 marks like 92.50 with labels like 7号评委 → one row of 7, on a 4:3 wall too; 30 by seat number → five rows of 6. */
export const markGrid = (marks: Marks): MarkGrid => {
  const plan = planFor(marks);
  const most = mostColumns(marks, plan);
  const perPage = pageLength(marks.count, most * plan.rows);
  const columns = Math.ceil(perPage / Math.min(plan.rows, Math.ceil(perPage / most)));
  const inline = plan.inline === true;
  const gap = gapOf(plan);
  const comfortable = inline ? leastTile(marks, plan) : Math.max(plan.size * 4, leastTile(marks, plan), marks.label * LABEL * 1.03);
  return { columns, perPage, size: plan.size, tile: Math.min(comfortable, (marks.width + gap) / columns - gap), inline, label: labelWidth(marks, plan), gap };
};

const PANEL_GAP = 48;
interface PanelPlan { readonly least: readonly number[]; readonly width: number; readonly rows: number }

/**
 * Columns for the panels: all in one line when their own least widths fit, else equal columns in as many rows as there are, else pages.
 * Example: 284, 322 and 381 in 1152 → one line of three; equal columns would have held two.
 */
export const panelGrid = ({ least, width, rows }: PanelPlan): { readonly perPage: number; readonly columns: readonly number[] } => {
  const count = least.length;
  const spare = width - least.reduce((sum, each) => sum + each, 0) - PANEL_GAP * (count - 1);
  if (spare >= 0) return { perPage: count, columns: least.map((each) => each + spare / count) };
  const most = Math.max(1, Math.floor((width + PANEL_GAP) / (Math.max(...least) + PANEL_GAP)));
  const perPage = pageLength(count, most * rows);
  const side = Math.ceil(perPage / Math.ceil(perPage / most));
  return { perPage, columns: Array.from({ length: side }, () => (width + PANEL_GAP) / side - PANEL_GAP) };
};
