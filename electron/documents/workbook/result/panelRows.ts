// The foot of one block: means per panel, the weighted total and what the tie rules need, all as formulas over the judges' rows.
import { add, decimal, divide, multiply, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnRange, fixedCell, type Shown } from '../cells.ts';
import { centreStyle, helperStyle, numberStyle, resultStyle, textStyle } from '../styles.ts';
import type { Board, BoardRow, PanelRow } from './board.ts';
import { guarded, rounded, roundedIf, shownNumber } from './formulas.ts';
import { HIGHEST, LOWEST, NAME, NUMBER, PANEL_NUMBER, WEIGHT, type Block } from './layout.ts';
import type { Drawing } from './seatRows.ts';

interface BlockDrawing extends Drawing { readonly row: BoardRow; readonly block: Block }
const MEAN_PLACES = 4;

/** Shown places of a panel mean: its own rounding, or enough to see it is not rounded. */
export const panelPlaces = (board: Board): number => board.rules.rounding.panel ?? MEAN_PLACES;
/** Σ weight × criterion mean ÷ 100 over the panels. */
export const weightedOf = (board: Board, values: readonly Fraction[]): Fraction =>
  divide(values.reduce((total, value, at) => add(total, multiply(decimal(board.rules.panels[at]?.weight ?? '0'), value)), ZERO), decimal('100'));

export function drawPanels(drawing: BlockDrawing): void {
  for (const [at, panel] of drawing.row.panels.entries()) drawPanel(drawing, panel, at);
  drawWeighted(drawing);
  drawTotal(drawing);
}

function drawPanel(drawing: BlockDrawing, panel: PanelRow, at: number): void {
  const { draft, board, layout, block, row } = drawing;
  const line = block.firstPanel + at;
  const number = fixedCell(line, NUMBER);
  const [needed, valid] = [fixedCell(line, layout.needed), fixedCell(line, layout.valid)];
  const least = panel.highest + panel.lowest + 1;
  const seats = (column: number): string => columnRange(column, block.firstSeat, block.lastSeat);
  const ifEnough = (otherwise: string, formula: string): string => `IF(${valid}<${needed},"${otherwise}",${formula})`;
  const shown = (value: Fraction | undefined, otherwise: string): Shown => (value === undefined ? otherwise : shownNumber(value));

  draft.number(line, NUMBER, { value: at + 1, style: helperStyle(0) });
  draft.text(line, NAME, { words: board.panelNames[at] ?? '', style: textStyle });
  draft.number(line, WEIGHT, { value: Number(panel.panel.weight), style: centreStyle });
  draft.number(line, HIGHEST, { value: panel.highest, style: centreStyle });
  draft.number(line, LOWEST, { value: panel.lowest, style: centreStyle });
  draft.formula(line, layout.needed, {
    formula: panel.relaxed ? `${cellAt(line, HIGHEST)}+${cellAt(line, LOWEST)}+1` : `MAX(${panel.panel.minimum},${cellAt(line, HIGHEST)}+${cellAt(line, LOWEST)}+1)`,
    shown: panel.relaxed ? least : Math.max(panel.panel.minimum, least), style: helperStyle(0),
  });
  draft.formula(line, layout.valid, {
    formula: `COUNTIFS(${seats(PANEL_NUMBER)},${number},${seats(layout.sum)},">=0")`,
    shown: row.seats.filter((seat) => seat.panel === at && seat.marks !== null).length, style: centreStyle,
  });
  for (const [index, column] of layout.marks.entries()) {
    const keep = layout.trims[board.rules.trimOf === 'totals' ? 0 : index]?.keep ?? 0;
    const mean = `SUMIFS(${seats(column)},${seats(PANEL_NUMBER)},${number},${seats(keep)},1)/COUNTIFS(${seats(PANEL_NUMBER)},${number},${seats(keep)},1)`;
    draft.formula(line, column, { formula: ifEnough('', mean), shown: shown(panel.tally?.criterionMeans[index], ''), style: numberStyle(MEAN_PLACES) });
  }
  const untrimmed = `SUMIFS(${seats(layout.sum)},${seats(PANEL_NUMBER)},${number},${seats(layout.sum)},">=0")/${valid}`;
  draft.formula(line, layout.sum, { formula: ifEnough('', untrimmed), shown: shown(panel.tally?.untrimmed, ''), style: numberStyle(MEAN_PLACES) });
  draft.formula(line, layout.mean, {
    formula: ifEnough(workbookWords.dash, roundedIf(meanFormula(drawing, line), board.rules.rounding.panel)),
    shown: shown(panel.tally?.mean, workbookWords.dash), style: resultStyle(panelPlaces(board)),
  });
}

/** Totals: the mean of the kept sheets. Criteria: the sum of the criterion means, each rounded where the rules say. */
function meanFormula({ board, layout, block }: BlockDrawing, line: number): string {
  const { trimOf, rounding } = board.rules;
  if (trimOf === 'criteria') return layout.marks.map((column) => roundedIf(cellAt(line, column), rounding.mark)).join('+');
  const seats = (column: number): string => columnRange(column, block.firstSeat, block.lastSeat);
  const chosen = `${seats(PANEL_NUMBER)},${fixedCell(line, NUMBER)},${seats(layout.trims[0]?.keep ?? 0)},1`;
  return `SUMIFS(${seats(layout.counted)},${chosen})/COUNTIFS(${chosen})`;
}

function drawWeighted({ draft, board, layout, block, row }: BlockDrawing): void {
  const { firstPanel, lastPanel, weighted: line } = block;
  const counted = row.tally?.ok === true ? row.tally : null;
  const weights = columnRange(WEIGHT, firstPanel, lastPanel);
  const sumOver = (column: number, otherwise: string): string => {
    const values = columnRange(column, firstPanel, lastPanel);
    return `IF(COUNT(${values})<${row.panels.length},"${otherwise}",${guarded(`SUMPRODUCT(${weights},${values})/100`)})`;
  };
  draft.text(line, NAME, { words: workbookWords.marks.weighted, style: textStyle });
  for (const [at, column] of layout.marks.entries()) {
    const value = counted === null ? '' : shownNumber(weightedOf(board, counted.panels.map((panel) => panel.criterionMeans[at] ?? ZERO)), 10);
    draft.formula(line, column, { formula: sumOver(column, ''), shown: value, style: numberStyle(MEAN_PLACES) });
  }
  draft.formula(line, layout.sum, { formula: sumOver(layout.sum, ''), shown: counted === null ? '' : shownNumber(counted.untrimmed, 10), style: numberStyle(MEAN_PLACES) });
  draft.formula(line, layout.mean, { formula: sumOver(layout.mean, workbookWords.dash), shown: counted === null ? workbookWords.dash : shownNumber(counted.exact, 10), style: numberStyle(6) });
}

function drawTotal({ draft, board, layout, block, row }: BlockDrawing): void {
  const places = board.rules.rounding.final;
  const exact = cellAt(block.weighted, layout.mean);
  draft.text(block.total, NAME, { words: workbookWords.marks.total, style: textStyle });
  draft.formula(block.total, layout.mean, {
    formula: `IF(ISNUMBER(${exact}),${rounded(exact, places)},"${workbookWords.dash}")`,
    shown: row.tally?.ok === true ? Number(row.tally.text) : workbookWords.dash, style: resultStyle(places),
  });
}
