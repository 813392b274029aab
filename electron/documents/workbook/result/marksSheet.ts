// The sheet 打分: one block per contestant, panels in the order of the rules, everything that is a result a live formula.
import type { WriteSheet } from 'hucre/xlsx';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { SheetDraft } from '../cells.ts';
import { blockStyle, markingStyle, titleStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import { columnsFor, NAME, ORDER, STATUS, WIDTH, type Block } from './layout.ts';
import { drawPanel } from './panelFoot.ts';
import { drawTotals } from './totalRows.ts';
import type { Values } from './valuesSheet.ts';

const words = workbookWords.marks;
export interface MarksGiven { readonly blocks: readonly Block[]; readonly values: Values; readonly marking: string }

/** Draws the sheet 打分. */
export const marksSheet = (board: Board, { blocks, values, marking }: MarksGiven): WriteSheet => {
  const draft = new SheetDraft();
  const { rules } = board;
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(0, 0, STATUS);
  draft.merge(1, 0, WIDTH);
  for (const [at, row] of board.rows.entries()) {
    const block = blocks[at];
    if (block === undefined) continue;
    draft.text(block.title, 0, { words: titleOf(row), style: blockStyle });
    draft.merge(block.title, 0, WIDTH);
    for (const [index, panel] of row.panels.entries()) {
      const place = block.panels[index];
      if (place !== undefined) drawPanel({ draft, rules, values, panel, place, columns: columnsFor(rules, panel.panel, panel.form) });
    }
    if (row.parts.length > 0) drawTotals({ draft, rules, row, block });
  }
  for (const [column, width] of [[ORDER, 7], [NAME, 20], [STATUS, 10], [STATUS + 1, 16]] as const) draft.columnWidth(column, width);
  return draft.sheet(workbookWords.sheet.marks, { freezePane: { rows: 2, columns: 2 }, pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true } });
};

const titleOf = (row: BoardRow): string => {
  const state = row.state === 'withdrawn' || row.state === 'forfeited' || row.state === 'notLocked' ? words.state[row.state] : '';
  const category = row.category === null ? '' : say(words.category, { name: row.category.name });
  const corrected = row.corrections.length === 0 ? '' : say(words.corrected, { n: row.corrections.length });
  return say(words.block, { n: row.number, name: row.name }) + category + state + corrected;
};
