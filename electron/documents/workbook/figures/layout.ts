// Recognises how a sheet of figures is laid out from its headings: a row per unit, a row per voter, or a row per mark. What it finds is shown and can be corrected.
import { findColumns, headingKey, type Columns, type FieldSpec } from '../../../../shared/register/importColumns.ts';
import type { FigureGrid } from './figureCells.ts';
import { CORNER, CRITERION_HEADINGS, MARK_HEADINGS, SCORE_ENDINGS, SHORT_HEADINGS, UNIT_HEADINGS, VOTER_HEADINGS } from './headings.ts';
import type { Matcher } from './matching.ts';
import type { FigureLayout, LayoutColumn, LayoutShape, LimitedColumn, Wanted } from './order.ts';

export interface Recognising { readonly wanted: Wanted; readonly units: Matcher; readonly voters: Matcher; readonly headings: 'required' | 'optional' }
export interface Recognised { readonly layout: FigureLayout; readonly twice: Columns<string>['twice'] }
interface Column { readonly id: string; readonly headings: readonly string[] }

const NAME = ' name';
const SPARE = ' spare';
const MOST_ROWS_ABOVE = 12;

/** Texts that may be headings, each once. */
const textsAbove = (grid: FigureGrid): readonly string[] => [...new Set(grid.rows.slice(0, MOST_ROWS_ABOVE).flat())].filter((text) => text.trim() !== '');

/** The columns whose heading means one of these, by what is really written above. */
const columnsCalled = (grid: FigureGrid, matches: Matcher): readonly Column[] => {
  const byId = new Map<string, string[]>();
  for (const text of textsAbove(grid)) {
    const match = matches(text);
    if (match.found === 'one') byId.set(match.id, [...(byId.get(match.id) ?? []), text]);
  }
  return [...byId].map(([id, headings]) => ({ id, headings }));
};

const laidOut = (grid: FigureGrid, shape: LayoutShape, { names, spare = [], columns }: { readonly names: readonly string[]; readonly spare?: readonly string[]; readonly columns: readonly Column[] }): Recognised | null => {
  const specs: FieldSpec<string>[] = [
    { field: NAME, mandatory: true, headings: names }, { field: SPARE, mandatory: false, headings: spare },
    ...columns.map(({ id, headings }) => ({ field: id, mandatory: false, headings })),
  ];
  const found = findColumns(grid.rows, specs, grid.merges);
  const name = found?.of[NAME];
  if (found === null || name === undefined) return null;
  const placed = columns.flatMap(({ id }): LayoutColumn[] => { const column = found.of[id]; return column === undefined ? [] : [{ id, ...column }]; });
  if (placed.length === 0) return null;
  return { layout: { sheet: grid.sheet, shape, headingRow: found.row, nameAt: name.at, nameHeading: name.heading, columns: placed }, twice: found.twice };
};

/** By full name, else by short name. Own headings of the columns go before the general ones. */
const byUnit = (grid: FigureGrid, shape: LayoutShape, columns: readonly Column[]): Recognised | null => {
  const corners = textsAbove(grid).filter((text) => CORNER.test(text));
  return laidOut(grid, shape, { names: [...UNIT_HEADINGS, ...corners], spare: SHORT_HEADINGS, columns }) ?? laidOut(grid, shape, { names: SHORT_HEADINGS, columns });
};

const valuesLayout = (grid: FigureGrid, columns: readonly LimitedColumn[]): Recognised | null => {
  const own = columns.map(({ id, names }) => ({ id, headings: names.flatMap((name) => SCORE_ENDINGS.map((ending) => name + ending)) }));
  const [only, another] = own;
  const general = only === undefined || another !== undefined ? null : byUnit(grid, 'values', [{ id: only.id, headings: MARK_HEADINGS }]);
  return byUnit(grid, 'values', own) ?? general;
};

const longLayout = (grid: FigureGrid): Recognised | null => {
  const columns = [{ id: 'voter', headings: VOTER_HEADINGS }, { id: 'criterion', headings: CRITERION_HEADINGS }, { id: 'mark', headings: MARK_HEADINGS }];
  const found = byUnit(grid, 'marksLong', columns);
  return found !== null && ['voter', 'mark'].every((id) => found.layout.columns.some((column) => column.id === id)) ? found : null;
};

const acrossLayout = (grid: FigureGrid, units: Matcher): Recognised | null => {
  const corners = textsAbove(grid).filter((text) => CORNER.test(text));
  return laidOut(grid, 'marksAcross', { names: [...VOTER_HEADINGS, ...corners], columns: columnsCalled(grid, units) });
};

/** Pasted without headings: unit first, then the columns as they were asked for. */
const bareLayout = (grid: FigureGrid, { wanted, units, headings }: Recognising): Recognised | null => {
  if (headings === 'required' || wanted.shape !== 'values' || units(grid.rows[0]?.[0] ?? '').found === 'none') return null;
  const columns = wanted.columns.map(({ id }, at) => ({ id, at: at + 1, heading: '' })).filter(({ at }) => at < (grid.rows[0]?.length ?? 0));
  return columns.length === 0 ? null : { layout: { sheet: grid.sheet, shape: 'values', headingRow: -1, nameAt: 0, nameHeading: '', columns }, twice: null };
};

/**
 * How this sheet is laid out, or null. Examples: 单位 | 实绩得分 → values; 单位 | 评委1 | 评委2 → marks; 评委 | 甲区 | 乙区 → marksAcross;
 * 单位 | 评委 | 项目 | 得分 → marksLong.
 */
export const recognise = (grid: FigureGrid, asked: Recognising): Recognised | null => {
  const { wanted, units, voters } = asked;
  if (wanted.shape === 'values') return valuesLayout(grid, wanted.columns) ?? bareLayout(grid, asked);
  return longLayout(grid) ?? byUnit(grid, 'marks', columnsCalled(grid, voters)) ?? acrossLayout(grid, units);
};

/** Headings of the heading row that the layout does not use, joined cells said once. */
export const unusedHeadings = (grid: FigureGrid, { headingRow, nameAt, columns }: FigureLayout): readonly { readonly at: number; readonly heading: string; readonly key: string }[] =>
  (grid.rows[headingRow] ?? []).flatMap((heading, at) =>
    (heading.trim() === '' || at === nameAt || columns.some((column) => column.at === at) ? [] : [{ at, heading, key: headingKey(heading) }]));
