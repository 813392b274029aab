// From the rows under a heading to single entries: whose figure stands in which cell. Names are matched here, figures are not yet read.
import { cellWords } from '../../../../shared/register/importTable.ts';
import { headingKey } from '../../../../shared/register/importColumns.ts';
import type { Entry } from './entry.ts';
import type { FigureCell, FigureGrid } from './figureCells.ts';
import { isFurniture } from './headings.ts';
import type { Match, Matcher } from './matching.ts';
import { topLeft } from './merged.ts';
import { whereAt, type DuplicateFigure, type FigureFault, type FigureLayout, type FigureLimits, type FigureProblem, type LayoutColumn, type UnmatchedName, type Where } from './order.ts';
import { isBlank } from './readFigure.ts';

export interface Gathered { readonly entries: Entry[]; readonly problems: FigureProblem[]; readonly unmatched: UnmatchedName[]; readonly duplicates: DuplicateFigure[]; skipped: number }
export interface Gathering {
  readonly grid: FigureGrid; readonly layout: FigureLayout; readonly hidden: 'ask' | 'read' | 'skip';
  readonly units: Matcher; readonly voters: Matcher; readonly criteria: Matcher | null;
  readonly limitsOf: (id: { readonly column: string; readonly criterion: string | null }) => FigureLimits;
}
/** A row of the body: its name with joined cells looked up, the row where that name is written, and the figures' cells. */
interface BodyRow { readonly row: number; readonly record: number; readonly name: string; readonly filled: boolean; readonly columns: readonly LayoutColumn[] }

const EXAMPLE = /^[(（]?示例[)）:：]/u;

export const cellAt = (grid: FigureGrid, row: number, at: number): FigureCell => grid.cells[row]?.[at] ?? { kind: 'blank' };
const nameAt = (grid: FigureGrid, row: number, at: number): { readonly row: number; readonly words: string } => {
  const [top, left] = topLeft(grid, row, at);
  return { row: top, words: cellWords(grid.rows[top]?.[left] ?? '') };
};

/** Every entry under the headings, with what could not be matched. */
export const gather = (from: Gathering): Gathered => {
  const gathered: Gathered = { entries: [], problems: [], unmatched: [], duplicates: [], skipped: 0 };
  const columns = visibleColumns(from, gathered);
  const firstOf = new Map<string, { readonly record: number; readonly where: Where }>();
  for (let row = from.layout.headingRow + 1; row < from.grid.rows.length; row += 1) {
    const { row: record, words: name } = nameAt(from.grid, row, from.layout.nameAt);
    const figures = from.layout.shape === 'marksLong' ? columns.filter(({ id }) => id === 'mark') : columns;
    const body: BodyRow = { row, record, name, columns, filled: figures.some(({ at }) => !isBlank(cellAt(from.grid, row, at))) };
    takeRow(from, gathered, { body, firstOf });
  }
  return gathered;
};

function visibleColumns({ grid, layout, hidden }: Gathering, gathered: Gathered): readonly LayoutColumn[] {
  if (hidden === 'read') return layout.columns;
  const concealed = layout.columns.filter(({ at }) => grid.hiddenColumns.has(at) && grid.cells.some((row, index) => index > layout.headingRow && !isBlank(row[at] ?? { kind: 'blank' })));
  if (hidden === 'ask') for (const { at, heading } of concealed) {
    gathered.problems.push({ where: whereAt({ sheet: grid.sheet, row: Math.max(layout.headingRow, 0), at, heading }), code: 'hiddenColumn', details: { heading } });
  }
  return layout.columns.filter((column) => !concealed.includes(column));
}

interface Taking { readonly body: BodyRow; readonly firstOf: Map<string, { readonly record: number; readonly where: Where }> }

function takeRow(from: Gathering, gathered: Gathered, taking: Taking): void {
  const { grid, layout } = from;
  const { row, record, name, filled } = taking.body;
  const where = whereAt({ sheet: grid.sheet, row: record, at: layout.nameAt, heading: layout.nameHeading });
  const report = (code: FigureFault, details: FigureProblem['details'] = {}): void => void gathered.problems.push({ where, code, details });
  const role = layout.shape === 'marksAcross' ? 'voter' : 'unit';
  const match: Match = name === '' ? { found: 'none' } : (role === 'voter' ? from.voters : from.units)(name);
  if (isPassedOver(from, taking.body, match)) {
    gathered.skipped += (grid.rows[row] ?? []).some((text) => text.trim() !== '') ? 1 : 0;
    return;
  }
  if (isTooWide(from, row)) return report('rowTooWide', { name });
  if (from.hidden !== 'read' && filled && grid.hiddenRows.has(row)) {
    if (from.hidden === 'ask') report('hiddenRow', { name });
    else gathered.skipped += 1;
    return;
  }
  if (name === '') return report('nameMissing');
  if (match.found === 'none') return void gathered.unmatched.push({ where, name, role });
  if (match.found === 'several') return report('nameAmbiguous', { name, first: match.first, second: match.second });
  if (layout.shape === 'marksLong') return takeMark(from, gathered, { body: taking.body, unit: match.id });
  const first = taking.firstOf.get(match.id);
  if (filled && first !== undefined && first.record !== record) return void gathered.duplicates.push({ id: match.id, column: '', name, first: first.where, second: where });
  if (filled) taking.firstOf.set(match.id, { record, where });
  gathered.entries.push(...rowEntries(from, taking.body, match.id));
}

/** Rows without figures and without a known name, repeated headings, examples, sums and signatures. */
function isPassedOver({ layout }: Gathering, { name, filled }: BodyRow, match: Match): boolean {
  if (match.found !== 'none') return false;
  if (!filled || EXAMPLE.test(name)) return true;
  return name !== '' && (headingKey(name) === headingKey(layout.nameHeading) || isFurniture(headingKey(name)));
}

/** In a text table, 9,5 without quotes falls apart into two cells: the row is then longer than its headings. */
const isTooWide = ({ grid, layout }: Gathering, row: number): boolean => {
  if (grid.source !== undefined) return false;
  const width = grid.rows[layout.headingRow]?.length ?? Math.max(layout.nameAt, ...layout.columns.map(({ at }) => at)) + 1;
  return (grid.rows[row]?.length ?? 0) > width;
};

const rowEntries = (from: Gathering, { row, columns }: BodyRow, id: string): readonly Entry[] =>
  columns.map(({ id: column, at, heading }) => {
    const [unit, other] = from.layout.shape === 'marksAcross' ? [column, id] : [id, column];
    const voter = from.layout.shape === 'values' ? null : other;
    return { row, at, unit, column: other, voter, criterion: null, cell: cellAt(from.grid, row, at), where: whereAt({ sheet: from.grid.sheet, row, at, heading }), limits: from.limitsOf({ column: other, criterion: null }) };
  });

/** One row, one mark: voter and criterion stand in cells of their own, perhaps joined over several rows. */
function takeMark(from: Gathering, gathered: Gathered, { body, unit }: { readonly body: BodyRow; readonly unit: string }): void {
  const { grid } = from;
  const { row } = body;
  const column = (id: string): LayoutColumn | undefined => body.columns.find((each) => each.id === id);
  const [voterColumn, criterionColumn, markColumn] = [column('voter'), column('criterion'), column('mark')];
  if (voterColumn === undefined || markColumn === undefined) return;
  const at = ({ at: place, heading }: LayoutColumn): Where => whereAt({ sheet: grid.sheet, row, at: place, heading });
  const name = nameAt(grid, row, voterColumn.at).words;
  const voter = from.voters(name);
  if (voter.found === 'several') return void gathered.problems.push({ where: at(voterColumn), code: 'nameAmbiguous', details: { name, first: voter.first, second: voter.second } });
  if (name === '') return void gathered.problems.push({ where: at(voterColumn), code: 'nameMissing', details: {} });
  if (voter.found === 'none') return void gathered.unmatched.push({ where: at(voterColumn), name, role: 'voter' });
  const criterionName = criterionColumn === undefined ? '' : nameAt(grid, row, criterionColumn.at).words;
  const criterion = criterionColumn === undefined || from.criteria === null ? null : from.criteria(criterionName);
  if (criterion !== null && criterion.found !== 'one') return void gathered.problems.push({ where: at(criterionColumn ?? markColumn), code: 'criterionUnknown', details: { name: criterionName } });
  const criterionId = criterion?.id ?? null;
  const key = criterionId === null ? voter.id : `${voter.id}/${criterionId}`;
  gathered.entries.push({
    row, at: markColumn.at, unit, column: key, voter: voter.id, criterion: criterionId, cell: cellAt(grid, row, markColumn.at), where: at(markColumn),
    limits: from.limitsOf({ column: key, criterion: criterionId }),
  });
}
