// From a file or a pasted text to the preview of an import of figures: every figure with its unit and column, or every reason by cell. Applies nothing.
import { createHash } from 'node:crypto';
import { done, type Result } from '../../../../shared/kernel/result.ts';
import { pastedGrids, type ImportSource } from '../planImport.ts';
import { readGrids } from '../readGrids.ts';
import { gather, type Gathered } from './entries.ts';
import type { Entry } from './entry.ts';
import { figureGrid, type FigureGrid } from './figureCells.ts';
import { recognise, unusedHeadings, type Recognised, type Recognising } from './layout.ts';
import { unitMatcher, voterMatcher } from './matching.ts';
import { withoutMerged } from './merged.ts';
import { wholeSheet, whereAt, type FigureLayout, type FigureLimits, type FigureOrder, type FigurePlan, type FigureProblem, type PlannedColumn } from './order.ts';
import { readEntries, type ReadEntries } from './readEntries.ts';
import { unreadColumns, widthOf } from './unread.ts';

const MOST_ROWS = 20_000;

/** Plans an import of figures. Refusals are those of `readGrids`; whatever is wrong in a sheet stands in the plan, by cell. */
export const planFigures = async (source: ImportSource, order: FigureOrder): Promise<Result<FigurePlan>> => {
  const grids = source.from === 'file' ? await readGrids(source.bytes) : pastedGrids(source.text);
  if (!grids.ok) return grids;
  const sourceHash = createHash('sha256').update(source.from === 'file' ? source.bytes : source.text).digest('hex');
  return done({ ...planSheets(grids.value.map(figureGrid), order, source.from === 'paste' ? 'optional' : 'required'), sourceHash });
};

type Planned = Omit<FigurePlan, 'sourceHash'>;
interface Candidate { readonly grid: FigureGrid; readonly recognised: Recognised; readonly named: number }

const askedOf = ({ units, wanted }: FigureOrder, headings: 'required' | 'optional'): Recognising =>
  ({ wanted, headings, units: unitMatcher(units), voters: voterMatcher(wanted.shape === 'marks' ? wanted.voters : []) });

/** The sheet with most known names is meant; another one that could be is named. */
function planSheets(grids: readonly FigureGrid[], order: FigureOrder, headings: 'required' | 'optional'): Planned {
  const asked = askedOf(order, headings);
  if (order.chosen !== undefined) return planChosen(grids, order, asked);
  const candidates = grids.flatMap((grid): Candidate[] => {
    const recognised = recognise(grid, asked);
    return recognised === null ? [] : [{ grid, recognised, named: namedRows(grid, recognised.layout, asked) }];
  }).toSorted((a, b) => b.named - a.named);
  const [best, ...others] = candidates;
  if (best === undefined) return nothing(grids[0]?.sheet ?? '', { code: 'headingMissing', details: {} });
  const otherSheets = others.filter(({ named }) => named > 0).map(({ grid }) => grid.sheet);
  const { layout, twice } = best.recognised;
  if (twice !== null) {
    const where = whereAt({ sheet: best.grid.sheet, row: layout.headingRow, at: twice.second.at, heading: twice.second.heading });
    return { ...nothing('', null), layout, otherSheets, problems: [{ where, code: 'headingTwice', details: { heading: twice.second.heading } }] };
  }
  return { ...planGrid(best.grid, layout, { order, asked }), otherSheets };
}

const namedRows = (grid: FigureGrid, { headingRow, nameAt, shape }: FigureLayout, { units, voters }: Recognising): number =>
  grid.rows.filter((row, at) => at > headingRow && (shape === 'marksAcross' ? voters : units)(row[nameAt] ?? '').found === 'one').length;

const nothing = (sheet: string, problem: Pick<FigureProblem, 'code' | 'details'> | null): Planned => ({
  layout: null, otherSheets: [], columns: [], rows: [], percentColumns: [], problems: problem === null ? [] : [{ where: wholeSheet(sheet), ...problem }],
  unmatched: [], duplicates: [], missing: [], absent: [], skipped: 0, ignoredHeadings: [], ready: false,
});

/** A layout that names what does not exist is not repaired. */
function planChosen(grids: readonly FigureGrid[], order: FigureOrder, asked: Recognising): Planned {
  const layout = order.chosen;
  const grid = grids.find(({ sheet }) => sheet === layout?.sheet);
  if (layout === undefined || grid === undefined || !isPossible(layout, grid, order)) return nothing(layout?.sheet ?? '', { code: 'layoutInvalid', details: {} });
  return planGrid(grid, layout, { order, asked });
}

function isPossible({ shape, columns, nameAt, headingRow }: FigureLayout, grid: FigureGrid, { wanted, units }: FigureOrder): boolean {
  const places = [nameAt, ...columns.map(({ at }) => at)];
  const width = widthOf(grid);
  const known = (id: string): boolean => {
    if (shape === 'marksAcross') return units.some((unit) => unit.id === id);
    if (shape === 'marksLong') return ['voter', 'criterion', 'mark'].includes(id);
    const voters = wanted.shape === 'values' ? wanted.columns : wanted.voters;
    return voters === 'ballots' ? /^\d{1,4}$/u.test(id) : voters.some((each) => each.id === id);
  };
  return (shape === 'values') === (wanted.shape === 'values') && new Set(places).size === places.length && columns.length > 0 && columns.every(({ id }) => known(id))
    && new Set(columns.map(({ id }) => id)).size === columns.length && places.every((at) => Number.isInteger(at) && at >= 0 && at < width)
    && Number.isInteger(headingRow) && headingRow >= -1 && headingRow < grid.rows.length;
}

interface Planning { readonly order: FigureOrder; readonly asked: Recognising }

function planGrid(grid: FigureGrid, layout: FigureLayout, { order, asked }: Planning): Planned {
  const { wanted } = order;
  if (grid.rows.length - layout.headingRow > MOST_ROWS) return nothing(grid.sheet, { code: 'tooManyRows', details: { rows: grid.rows.length, most: MOST_ROWS } });
  const criteria = wanted.shape === 'marks' && wanted.criteria !== undefined ? unitMatcher(wanted.criteria) : null;
  const gathered = gather({ grid, layout, hidden: order.hidden ?? 'ask', units: asked.units, voters: asked.voters, criteria, limitsOf: limitsIn(order) });
  const unread = unreadColumns(grid, layout, asked);
  const single = withoutMerged(grid, gathered.entries);
  const groupOf = (entry: Entry): string => (wanted.shape === 'values' ? entry.column : '');
  const read = readEntries(single.entries, { rounded: order.rounded ?? 'ask', groupOf });
  const empty: readonly FigureProblem[] = gathered.entries.length === 0 && gathered.unmatched.length === 0 && gathered.problems.length === 0
    ? [{ where: wholeSheet(grid.sheet), code: 'nothingToImport', details: {} }] : [];
  const problems = [...empty, ...unread.problems, ...gathered.problems, ...single.problems, ...read.problems].toSorted((a, b) => a.where.row - b.where.row);
  return assembled({ grid, layout, order }, { gathered: { ...gathered, problems, unmatched: [...unread.unmatched, ...gathered.unmatched] }, read });
}

const limitsIn = ({ wanted }: FigureOrder) => ({ column, criterion }: { readonly column: string; readonly criterion: string | null }): FigureLimits => {
  if (wanted.shape === 'values') return wanted.columns.find(({ id }) => id === column)?.limits ?? {};
  return wanted.criteria?.find(({ id }) => id === criterion)?.limits ?? wanted.limits ?? {};
};

interface Sheet { readonly grid: FigureGrid; readonly layout: FigureLayout; readonly order: FigureOrder }

function assembled({ grid, layout, order }: Sheet, { gathered, read }: { readonly gathered: Gathered; readonly read: ReadEntries }): Planned {
  const columns = new Map<string, PlannedColumn>(gathered.entries.map(({ column, voter, criterion }) => [column, { id: column, voter, criterion }]));
  const duplicates = [...gathered.duplicates, ...read.duplicates];
  const byUnit = Map.groupBy(read.read, ({ entry }) => entry.unit);
  const rows = order.units.flatMap(({ id: unit }) => {
    const figures = byUnit.get(unit);
    return figures === undefined ? [] : [{ unit, values: Object.fromEntries(figures.map(({ entry, text }) => [entry.column, text])) }];
  });
  const named = new Set(gathered.entries.map(({ unit }) => unit));
  return {
    layout, otherSheets: [], columns: [...columns.values()], rows, duplicates, missing: read.missing,
    percentColumns: [...new Set(read.read.filter(({ percent }) => percent).map(({ entry }) => entry.column))],
    problems: gathered.problems, unmatched: gathered.unmatched, absent: order.units.map(({ id }) => id).filter((id) => !named.has(id)), skipped: gathered.skipped,
    ignoredHeadings: unusedHeadings(grid, layout).map(({ heading }) => heading),
    ready: rows.length > 0 && gathered.problems.length === 0 && gathered.unmatched.length === 0 && duplicates.length === 0,
  };
}
