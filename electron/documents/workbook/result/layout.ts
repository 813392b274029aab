// Where everything stands on the sheet 打分: one block per contestant, in it one section per panel, then parts, bonuses and penalties, and the total.
// Sections have the columns their ballot needs; the foot of a section stands in the same columns everywhere.
import type { Form } from '../../../../shared/arena/forms.ts';
import type { Panel, Rules } from '../../../../shared/arena/rules.ts';
import { fixedCell } from '../cells.ts';
import type { Board, BoardRow } from './board.ts';
import type { PanelRow } from './panelBoard.ts';

/** The columns of a ballot's row. */
export const ORDER = 0;
export const NAME = 1;
export const STATUS = 2;
export const EFFECT = 3;
export const FIRST = 4;
/** The foot of a section; parts use the last three too. */
export const FOOT = { fullMark: 2, points: 3, highest: 4, lowest: 5, needed: 6, valid: 7, untrimmed: 8, exact: 9, figure: 10, share: 11 } as const;
/** A table of counts: value and count as keyed, running total, what dropping leaves of it, the value that counts, its product. */
export const COUNT = { value: 2, count: 3, upTo: 4, kept: 5, counted: 6, product: 7, keptUpTo: 8 } as const;
export const PART = { fullMark: 2, points: 3, source: 4 } as const;
export const MADE = { amount: 2, cap: 3, capped: 4, scale: 5, reason: 6 } as const;
export const WIDTH = FOOT.share;

const FIRST_BLOCK = 3;

/** The helper columns of one dropping: what is compared, place from the top, place from the bottom of what is left, and the value if it counts. */
export interface TrimColumns { readonly compared: number; readonly high: number; readonly low: number; readonly used: number }
export interface PanelColumns {
  /** What stands on a grade or rank ballot, before its value. */
  readonly cell: number | null;
  readonly marks: readonly number[];
  /** Sum of a ballot as marked, and as counted after the "mark" rounding (the same column where there is nothing to add or round). */
  readonly sum: number; readonly counted: number;
  readonly trims: readonly TrimColumns[];
  readonly kept: number | null;
  readonly end: number;
}

const CAUSES = ['absent', 'recused', 'abstained', 'void', 'leftEarly'] as const;
/** Fills have endless decimals, so that what is compared is rounded to be safe in doubles. */
const comparesApart = (rules: Rules, panel: Panel): boolean => panel.trimOf === 'criteria' || CAUSES.some((cause) => rules.missing[cause] === 'fillBefore');

/** The columns of one panel's ballots. */
export const columnsFor = (rules: Rules, panel: Panel, form: Form): PanelColumns => {
  const count = form.kind === 'score' ? form.criteria.length : 1;
  const cell = form.kind === 'score' ? null : FIRST;
  const firstMark = cell === null ? FIRST : FIRST + 1;
  const marks = Array.from({ length: count }, (_, at) => firstMark + at);
  const sum = form.kind === 'score' ? firstMark + count : firstMark;
  const counted = panel.trimOf === 'totals' && rules.rounding.mark !== null ? sum + 1 : sum;
  const size = comparesApart(rules, panel) ? 4 : 3;
  const trims = Array.from({ length: panel.trimOf === 'totals' ? 1 : count }, (_, at): TrimColumns => {
    const used = counted + size * (at + 1);
    return { compared: size === 4 ? used - 3 : counted, high: used - 2, low: used - 1, used };
  });
  const last = trims.at(-1)?.used ?? counted;
  return { cell, marks, sum, counted, trims, kept: panel.trimOf === 'totals' ? last + 1 : null, end: panel.trimOf === 'totals' ? last + 2 : last + 1 };
};

export interface PanelPlace {
  readonly title: number; readonly heading: number;
  /** Ballots as written, then those filled in before dropping, then those filled in after it. Of counts: all rows. */
  readonly first: number; readonly lastWritten: number; readonly lastTrimmed: number; readonly last: number;
  readonly means: number; readonly figures: number; readonly footHeading: number; readonly foot: number;
}
export interface Block {
  readonly title: number; readonly panels: readonly PanelPlace[]; readonly partHeading: number; readonly firstPart: number;
  readonly adjustmentHeading: number; readonly adjustments: readonly { readonly first: number; readonly sum: number }[];
  readonly exact: number; readonly total: number; readonly end: number;
}

export const filled = (panel: PanelRow, by: 'fillBefore' | 'fillAfter') => panel.voters.filter((voter) => voter.effect === by);

/** A panel without ballots keeps one empty row, so that every range is a range. */
const placePanel = (panel: PanelRow, title: number): PanelPlace => {
  if (panel.shown === 'small') return { title, heading: title, first: title, lastWritten: title, lastTrimmed: title, last: title, means: title, figures: title, footHeading: title + 1, foot: title + 2 };
  const first = title + 2;
  const isCounts = panel.shown === 'counts';
  const lastWritten = first + Math.max(1, isCounts ? panel.counts.length : panel.voters.length) - 1;
  const lastTrimmed = lastWritten + (isCounts ? 0 : filled(panel, 'fillBefore').length);
  const last = lastTrimmed + (isCounts ? 0 : filled(panel, 'fillAfter').length);
  const means = isCounts ? last : last + 1;
  const figures = !isCounts && panel.panel.trimOf === 'criteria' ? means + 1 : means;
  return { title, heading: title + 1, first, lastWritten, lastTrimmed, last, means, figures, footHeading: figures + 1, foot: figures + 2 };
};

const placeBlock = (row: BoardRow, title: number): Block => {
  let next = title + 1;
  const panels = row.panels.map((panel) => {
    const place = placePanel(panel, next);
    next = place.foot + 1;
    return place;
  });
  const [partHeading, firstPart] = [next, next + 1];
  next = row.parts.length === 0 ? next : firstPart + row.parts.length;
  const adjustmentHeading = next;
  if (row.adjustments.length > 0) next += 1;
  const adjustments = row.adjustments.map(({ made }) => {
    const place = { first: next, sum: next + made.length };
    next = place.sum + 1;
    return place;
  });
  const [exact, total] = row.parts.length === 0 ? [title, title] : [next, next + 1];
  return { title, panels, partHeading, firstPart, adjustmentHeading, adjustments, exact, total, end: total + 2 };
};

/** The block of every contestant, from top to bottom. */
export const blocksOf = (board: Board): readonly Block[] => {
  let next = FIRST_BLOCK;
  return board.rows.map((row) => {
    const block = placeBlock(row, next);
    next = block.end;
    return block;
  });
};

/** A result cell of 打分 as another sheet names it. Example: '打分'!$M$25. */
export const onSheet = (sheet: string, row: number, column: number): string => `'${sheet}'!${fixedCell(row, column)}`;
