// The rows of the judges in one block: plain marks, the sum, and the formulas that say which are dropped.
// Equal values: the earlier seat's goes first, the highest are taken first and the lowest from what is left.
import { add, roundHalfUp, sum, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnCell, columnRange, fixedCell, untilHere, type SheetDraft } from '../cells.ts';
import { centreStyle, helperStyle, numberStyle, struckStyle, textStyle } from '../styles.ts';
import type { Board, BoardRow, SeatRow } from './board.ts';
import { decimalsOf, rounded, shownNumber } from './formulas.ts';
import { FIRST_MARK, HIGHEST, JUDGE, LOWEST, PANEL, PANEL_NUMBER, SEAT, STATUS, type Block, type Layout, type TrimColumns } from './layout.ts';
import { trimColumn, type TrimCell } from './trimming.ts';

export interface Drawing { readonly draft: SheetDraft; readonly board: Board; readonly layout: Layout }
interface BlockDrawing extends Drawing { readonly row: BoardRow; readonly block: Block }

const words = workbookWords.marks;

/** Decimals that every mark of these rules can be written with. */
export const markPlaces = (board: Board): number => Math.max(...board.criteria.flatMap(({ step, floor }) => [decimalsOf(step), decimalsOf(floor)]));

export function drawSeats(drawing: BlockDrawing): void {
  const { row, block } = drawing;
  for (const [at, seat] of row.seats.entries()) drawSeat(drawing, seat, block.firstSeat + at);
  for (const [at, trim] of drawing.layout.trims.entries()) drawTrim(drawing, trim, at);
  strikeDropped(drawing);
}

function drawSeat({ draft, board, layout }: BlockDrawing, seat: SeatRow, line: number): void {
  const { criteria, rules } = board;
  draft.text(line, SEAT, { words: say(workbookWords.seats, { n: seat.seat }), style: centreStyle });
  draft.text(line, JUDGE, { words: seat.judge, style: textStyle });
  draft.text(line, PANEL, { words: board.panelNames[seat.panel] ?? '', style: textStyle });
  draft.number(line, PANEL_NUMBER, { value: seat.panel + 1, style: helperStyle(0) });
  draft.text(line, STATUS, { words: workbookWords.status[seat.status], style: centreStyle });
  for (const [at, criterion] of criteria.entries()) {
    const mark = seat.marks?.[at];
    const style = numberStyle(decimalsOf(criterion.step));
    if (mark === undefined) draft.text(line, FIRST_MARK + at, { words: workbookWords.dash, style });
    else draft.number(line, FIRST_MARK + at, { value: shownNumber(mark), style });
  }
  const marks = `${cellAt(line, FIRST_MARK)}:${cellAt(line, FIRST_MARK + criteria.length - 1)}`;
  const places = markPlaces(board);
  draft.formula(line, layout.sum, { formula: `IF(COUNT(${marks})=${criteria.length},ROUND(SUM(${marks}),${places}),"")`, shown: seat.marks === null ? '' : shownNumber(sum(seat.marks)), style: numberStyle(places) });
  if (layout.counted === layout.sum || rules.rounding.mark === null) return;
  const from = cellAt(line, layout.sum);
  const counted = countedValue(board, seat);
  draft.formula(line, layout.counted, { formula: `IF(${from}="","",${rounded(from, rules.rounding.mark)})`, shown: counted === null ? '' : shownNumber(counted), style: numberStyle(rules.rounding.mark) });
}

const countedValue = ({ rules }: Board, seat: SeatRow): Fraction | null => {
  if (seat.marks === null) return null;
  const total = seat.marks.reduce(add);
  return rules.rounding.mark === null ? total : roundHalfUp(total, rules.rounding.mark);
};

/** What is compared for this dropping: whole sheets as counted, or the marks of one criterion. */
const valuesOf = ({ board, row }: BlockDrawing, at: number) =>
  row.seats.map((seat) => ({ panel: seat.panel, value: board.rules.trimOf === 'totals' ? countedValue(board, seat) : (seat.marks?.[at] ?? null) }));

function drawTrim(drawing: BlockDrawing, trim: TrimColumns, at: number): void {
  const { draft, row, block, layout } = drawing;
  const cells = trimColumn(valuesOf(drawing, at), row.panels);
  for (const [index, seat] of row.seats.entries()) {
    const line = block.firstSeat + index;
    const formulas = trimFormulas(drawing, { trim, at, seat, line });
    const cell = cells[index] ?? null;
    draft.formula(line, trim.high, { formula: formulas.high, shown: cell?.high ?? '', style: helperStyle(0) });
    draft.formula(line, trim.low, { formula: formulas.low, shown: cell?.low ?? '', style: helperStyle(0) });
    draft.formula(line, trim.keep, { formula: formulas.keep, shown: cell?.keep ?? '', style: helperStyle(0) });
    if (layout.note !== null) draft.formula(line, layout.note, { formula: formulas.note, shown: noteOf(cell), style: centreStyle });
  }
}

const noteOf = (cell: TrimCell | null): string => (cell === null || cell.keep === 1 ? '' : cell.low === null ? words.droppedHighest : words.droppedLowest);

interface TrimPlace { readonly trim: TrimColumns; readonly at: number; readonly seat: SeatRow; readonly line: number }

function trimFormulas({ board, block, layout }: BlockDrawing, { trim, at, seat, line }: TrimPlace): { readonly high: string; readonly low: string; readonly keep: string; readonly note: string } {
  const { firstSeat: first, lastSeat: last } = block;
  const value = board.rules.trimOf === 'totals' ? layout.counted : FIRST_MARK + at;
  const [mine, valid, own] = [columnCell(line, value), columnCell(line, layout.sum), columnCell(line, PANEL_NUMBER)];
  const panelRow = block.firstPanel + seat.panel;
  const [highest, lowest] = [fixedCell(panelRow, HIGHEST), fixedCell(panelRow, LOWEST)];
  const [high, low] = [columnCell(line, trim.high), columnCell(line, trim.low)];
  /** Counted sheets of the same panel: in the whole block, and down to this row. */
  const peers = `${columnRange(PANEL_NUMBER, first, last)},${own},${columnRange(layout.sum, first, last)},">=0"`;
  const earlier = `${untilHere(PANEL_NUMBER, first, line)},${own},${untilHere(layout.sum, first, line)},">=0"`;
  const [all, upTo] = [columnRange(value, first, last), untilHere(value, first, line)];
  const [left, leftUpTo] = [`${columnRange(trim.high, first, last)},">"&${highest}`, `${untilHere(trim.high, first, line)},">"&${highest}`];
  return {
    high: `IF(${valid}="","",COUNTIFS(${peers},${all},">"&${mine})+COUNTIFS(${earlier},${upTo},${mine}))`,
    low: `IF(${valid}="","",IF(${high}<=${highest},"",COUNTIFS(${peers},${all},"<"&${mine},${left})+COUNTIFS(${earlier},${upTo},${mine},${leftUpTo})))`,
    keep: `IF(${valid}="","",IF(${high}<=${highest},0,IF(${low}<=${lowest},0,1)))`,
    note: `IF(${valid}="","",IF(${high}<=${highest},"${words.droppedHighest}",IF(${low}<=${lowest},"${words.droppedLowest}","")))`,
  };
}

/** Dropped marks are struck through for as long as their formula says so. */
function strikeDropped({ draft, board, layout, block }: BlockDrawing): void {
  for (const [at, trim] of layout.trims.entries()) {
    const [from, to] = board.rules.trimOf === 'totals' ? [FIRST_MARK, layout.counted] : [FIRST_MARK + at, FIRST_MARK + at];
    draft.highlight(`${cellAt(block.firstSeat, from)}:${cellAt(block.lastSeat, to)}`, `${columnCell(block.firstSeat, trim.keep)}=0`, struckStyle);
  }
}
