// The sheet 打分: one block per contestant, seats in order, everything that is a result a live formula.
import type { WriteSheet } from 'hucre/xlsx';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { SheetDraft } from '../cells.ts';
import { blockStyle, headingStyle, helperHeadingStyle, markingStyle, titleStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import { blockAt, HIGHEST, JUDGE, layoutOf, LOWEST, NAME, NUMBER, PANEL, PANEL_NUMBER, SEAT, STATUS, WEIGHT, type Block } from './layout.ts';
import { drawPanels } from './panelRows.ts';
import { drawSeats, type Drawing } from './seatRows.ts';

const words = workbookWords.marks;

/** Draws the sheet 打分. */
export const marksSheet = (board: Board, marking: string): WriteSheet => {
  const draft = new SheetDraft();
  const drawing: Drawing = { draft, board, layout: layoutOf(board.rules) };
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(0, 0, STATUS);
  draft.merge(1, 0, drawing.layout.mean);
  for (const [at, row] of board.rows.entries()) drawBlock(drawing, row, blockAt(at, { seats: board.judges.length, panels: board.rules.panels.length }));
  for (const [column, width] of [[SEAT, 9], [JUDGE, 16], [PANEL, 12], [PANEL_NUMBER, 8], [STATUS, 10]] as const) draft.columnWidth(column, width);
  for (const column of drawing.layout.marks) draft.columnWidth(column, 12);
  return draft.sheet(workbookWords.sheet.marks, { freezePane: { rows: 2, columns: 2 }, pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true } });
};

const titleOf = (row: BoardRow): string => {
  const state = row.state === 'withdrawn' ? words.withdrawn : row.state === 'notLocked' ? words.unlocked : '';
  const corrected = row.corrections.length === 0 ? '' : say(words.corrected, { n: row.corrections.length });
  return say(words.block, { n: row.number, name: row.name }) + state + corrected;
};

function drawBlock(drawing: Drawing, row: BoardRow, block: Block): void {
  drawing.draft.text(block.title, 0, { words: titleOf(row), style: blockStyle });
  drawing.draft.merge(block.title, 0, drawing.layout.mean);
  drawHeadings(drawing, block.heading);
  drawSeats({ ...drawing, row, block });
  drawPanelHeadings(drawing, block.panelHeading);
  drawPanels({ ...drawing, row, block });
}

function drawHeadings({ draft, board, layout }: Drawing, line: number): void {
  const heading = (column: number, text: string): void => draft.text(line, column, { words: text, style: headingStyle });
  const helper = (column: number, text: string): void => draft.text(line, column, { words: text, style: helperHeadingStyle });
  for (const [column, text] of [[SEAT, words.seat], [JUDGE, words.judge], [PANEL, words.panel], [PANEL_NUMBER, words.panelNumber], [STATUS, words.status], [layout.sum, words.sum]] as const) heading(column, text);
  for (const [at, criterion] of board.criteria.entries()) heading(layout.marks[at] ?? 0, say(words.criterion, { name: criterion.name, points: criterion.points }));
  if (layout.counted !== layout.sum) heading(layout.counted, words.counted);
  for (const [at, trim] of layout.trims.entries()) {
    const name = (what: string): string => (board.rules.trimOf === 'totals' ? what : say(words.criterionHelper, { name: board.criteria[at]?.name ?? '', what }));
    for (const [column, what] of [[trim.high, words.high], [trim.low, words.low], [trim.keep, words.keep]] as const) helper(column, name(what));
  }
  if (layout.note !== null) heading(layout.note, words.note);
}

function drawPanelHeadings({ draft, board, layout }: Drawing, line: number): void {
  const headings = [
    [NUMBER, words.number], [NAME, words.name], [WEIGHT, words.weight], [HIGHEST, words.highest], [LOWEST, words.lowest],
    [layout.sum, words.untrimmed], [layout.needed, words.needed], [layout.valid, words.valid], [layout.mean, words.mean],
  ] as const;
  for (const [column, text] of headings) draft.text(line, column, { words: text, style: headingStyle });
  for (const [at, column] of layout.marks.entries()) draft.text(line, column, { words: board.criteria[at]?.name ?? '', style: headingStyle });
}
