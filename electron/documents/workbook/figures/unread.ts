// Columns of marks that the layout does not read: marks under a heading that names nobody would otherwise be lost without a word.
import type { FigureCell, FigureGrid } from './figureCells.ts';
import { isFurniture } from './headings.ts';
import { unusedHeadings, type Recognising } from './layout.ts';
import { whereAt, type FigureLayout, type FigureProblem, type UnmatchedName } from './order.ts';
import { isBlank } from './readFigure.ts';
import { readWriting } from './writing.ts';

export interface UnreadColumns { readonly problems: readonly FigureProblem[]; readonly unmatched: readonly UnmatchedName[] }

const NOTHING: UnreadColumns = { problems: [], unmatched: [] };

/** Reports every column beside known names that holds figures without a heading, or anything under a heading nobody answers to. */
export const unreadColumns = (grid: FigureGrid, layout: FigureLayout, { wanted, units, voters }: Recognising): UnreadColumns => {
  if (wanted.shape === 'values' || layout.shape === 'marksLong' || layout.headingRow < 0) return NOTHING;
  const [byName, byHeading] = layout.shape === 'marksAcross' ? [voters, units] : [units, voters];
  const body = grid.cells.filter((_, row) => row > layout.headingRow && byName(grid.rows[row]?.[layout.nameAt] ?? '').found === 'one');
  const headings = new Map(unusedHeadings(grid, layout).map((heading) => [heading.at, heading]));
  const used = new Set([layout.nameAt, ...layout.columns.map(({ at }) => at), ...(layout.leftOut ?? [])]);
  const problems: FigureProblem[] = [];
  const unmatched: UnmatchedName[] = [];
  for (let at = 0; at < widthOf(grid); at += 1) {
    const { heading = '', key = '' } = headings.get(at) ?? {};
    if (used.has(at) || isFurniture(key) || !body.some((row) => isLost(row[at], heading))) continue;
    const where = whereAt({ sheet: grid.sheet, row: layout.headingRow, at, heading });
    const match = byHeading(heading);
    if (heading === '') problems.push({ where, code: 'headingBlank', details: {} });
    else if (match.found === 'several') problems.push({ where, code: 'nameAmbiguous', details: { name: heading, first: match.first, second: match.second } });
    else unmatched.push({ where, name: heading, role: layout.shape === 'marksAcross' ? 'unit' : 'voter' });
  }
  return { problems, unmatched };
};

export const widthOf = (grid: FigureGrid): number => grid.rows.reduce((width, row) => Math.max(width, row.length), 0);

const isLikeAFigure = (cell: FigureCell): boolean => cell.kind === 'number' || (cell.kind === 'text' && ['figure', 'open'].includes(readWriting(cell.text).kind));
/** Words without a heading are somebody's notes; a number is not. */
const isLost = (cell: FigureCell | undefined, heading: string): boolean => cell !== undefined && !isBlank(cell) && (heading !== '' || isLikeAFigure(cell));
