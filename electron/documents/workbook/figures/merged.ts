// Joined cells: where the words of one stand, and a figure that is joined over cells belonging to different marks. Refuses to share such a figure out.
import { columnLetter, type MergedCells } from '../../../../shared/register/importColumns.ts';
import type { FigureGrid } from './figureCells.ts';
import type { Entry } from './entry.ts';
import type { FigureProblem } from './order.ts';
import { isBlank } from './readFigure.ts';

const mergeAt = ({ merges }: Pick<FigureGrid, 'merges'>, row: number, at: number): MergedCells | undefined =>
  merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && at >= left && at <= right);

/** The cell that holds the words of this one: its own place unless it is joined. */
export const topLeft = (grid: Pick<FigureGrid, 'merges'>, row: number, at: number): readonly [row: number, at: number] => {
  const merge = mergeAt(grid, row, at);
  return merge === undefined ? [row, at] : [merge.top, merge.left];
};

const rangeOf = ({ top, left, bottom, right }: MergedCells): string => `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;

/** Entries with each joined cell counted once; a joined cell that holds one figure for several entries is a problem. */
export const withoutMerged = (grid: FigureGrid, entries: readonly Entry[]): { readonly entries: readonly Entry[]; readonly problems: readonly FigureProblem[] } => {
  const byMerge = new Map<MergedCells, Entry[]>();
  const single: Entry[] = [];
  for (const entry of entries) {
    const merge = mergeAt(grid, entry.row, entry.at);
    if (merge === undefined) single.push(entry);
    else byMerge.set(merge, [...(byMerge.get(merge) ?? []), entry]);
  }
  const problems: FigureProblem[] = [];
  for (const [merge, joined] of byMerge) {
    const [first] = joined;
    if (first === undefined) continue;
    const holder = grid.cells[merge.top]?.[merge.left] ?? { kind: 'blank' };
    const shared = joined.some((entry) => entry.unit !== first.unit || entry.column !== first.column) || first.row !== merge.top || first.at !== merge.left;
    if (!shared || isBlank(holder)) single.push(...(shared ? joined : [first]));
    else problems.push({ where: first.where, code: 'mergedFigure', details: { range: rangeOf(merge) } });
  }
  return { entries: single, problems };
};
