// 成绩工作簿: rules, marks and ranking of one session as an .xlsx whose results are live formulas with the displayed figures cached.
// It shows the newest standing lock of every contestant; whoever has none shows —. The program's own exact result is the one that counts.
import { writeXlsx } from 'hucre/xlsx';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { workbookWords } from '../../../shared/text/zh/workbook.ts';
import { boardOf, type ReadText } from './result/board.ts';
import { blocksOf } from './result/layout.ts';
import { marksSheet } from './result/marksSheet.ts';
import { rankSheet } from './result/rankSheet.ts';
import { rulesSheet } from './result/rulesSheet.ts';
import { valuesOf, valuesSheet } from './result/valuesSheet.ts';

export interface ResultWorkbookOptions { readonly marking?: string }

/** Writes the workbook. Sheets: 评分办法, 分值 (where a ballot has grades or places), 打分, 名次 (the one that opens). */
export const resultWorkbook = async (session: ArenaSession, read: ReadText, options: ResultWorkbookOptions = {}): Promise<Uint8Array> => {
  const board = boardOf(session, read);
  const marking = options.marking ?? workbookWords.marking;
  const [blocks, values] = [blocksOf(board), valuesOf(board)];
  const legend = valuesSheet(board, values, marking);
  const sheets = [rulesSheet(board, marking), ...(legend === null ? [] : [legend]), marksSheet(board, { blocks, values, marking }), rankSheet(board, { blocks, marking })];
  return writeXlsx({ sheets, activeSheet: sheets.length - 1, properties: { title: board.title, category: marking } });
};
