// The sheet 评分办法: the rule sheet as it is read aloud, what was settled on the spot, and which figures of the workbook are formulas. Words only.
import type { WriteSheet } from 'hucre/xlsx';
import { SMALLEST_GROUP } from '../../../../shared/arena/smallGroups.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { ruleSheet } from '../../ruleSheet/ruleSheet.ts';
import { SheetDraft } from '../cells.ts';
import { headingStyle, markingStyle, textStyle, titleStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';

type Line = readonly [item: string, content: string];
const words = workbookWords.rules;
const nameOf = (board: Board, id: string): string => board.rows.find((row) => row.id === id)?.name ?? id;
const namesOf = (board: Board, ids: readonly string[]): string => ids.map((id) => nameOf(board, id)).join(workbookWords.comma);

const ruleLines = (board: Board): readonly Line[] =>
  ruleSheet(board.rules, 'zh').sections.flatMap(({ heading, sentences }) => sentences.map((sentence, at): Line => [at === 0 ? heading : '', sentence]));

const settledLines = (board: Board): readonly Line[] => [
  ...board.draws.map((draw): Line => [words.draw, say(words.drawLine, { names: namesOf(board, draw.contestants), seed: draw.seed, order: namesOf(board, draw.order) })]),
  ...board.playOffs.map((playOff): Line => [words.playOff, say(words.playOffLine, { order: playOff.order.map((group) => namesOf(board, group) + (group.length > 1 ? words.level : '')).join(workbookWords.comma) })]),
];

const rowLines = (row: BoardRow): readonly Line[] => [
  ...row.panels.filter((panel) => panel.relaxed).map((panel): Line => [words.relaxed, say(words.relaxedLine, { contestant: row.name, panel: panel.name, ...panel.drops })]),
  ...row.balances.map(({ panel, issued, returned, reason }): Line => [words.balance, say(words.balanceLine, { contestant: row.name, panel, issued, returned, reason: reason === null ? '' : say(words.balanceReason, { reason }) })]),
  ...row.corrections.map((reason): Line => [words.correction, say(words.correctionLine, { contestant: row.name, reason })]),
];

const notes = (board: Board): readonly Line[] => {
  const small = board.rules.panels.some((panel) => panel.voters !== 'named') ? [say(words.small, { count: SMALLEST_GROUP })] : [];
  return [...words.notes, ...small].map((note, at) => [say(words.note, { n: at + 1 }), note]);
};

/** Draws the sheet 评分办法. */
export const rulesSheet = (board: Board, marking: string): WriteSheet => {
  const draft = new SheetDraft();
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(1, 0, 1);
  draft.text(3, 0, { words: words.item, style: headingStyle });
  draft.text(3, 1, { words: words.content, style: headingStyle });
  for (const [at, [item, content]] of [...ruleLines(board), ...settledLines(board), ...board.rows.flatMap(rowLines), ...notes(board)].entries()) {
    draft.text(4 + at, 0, { words: item, style: textStyle });
    draft.text(4 + at, 1, { words: content, style: textStyle });
  }
  draft.columnWidth(0, 16);
  draft.columnWidth(1, 90);
  return draft.sheet(workbookWords.sheet.rules, { freezePane: { rows: 4 }, pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true } });
};
