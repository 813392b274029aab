// The sheet 评分办法: the rules in force as a readable list, the order of operations and every rounding included. Words only, no formulas.
import type { WriteSheet } from 'hucre/xlsx';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { SheetDraft } from '../cells.ts';
import { headingStyle, markingStyle, textStyle, titleStyle } from '../styles.ts';
import type { Board } from './board.ts';
import { activeTies } from './rankChain.ts';
import { tieWords } from './rankColumns.ts';

type Line = readonly [item: string, content: string];
const words = workbookWords.rules;
const numbered = (item: string, lines: readonly string[]): readonly Line[] => lines.map((line, at) => [say(item, { n: at + 1 }), line]);
const rounding = (places: number | null): string => (places === null ? words.noRounding : say(words.roundingTo, { places }));

/** The order in which a total comes about, each step with its rounding (domain.md §2.2). */
const steps = (board: Board): readonly string[] => {
  const { rules } = board;
  const end = activeTies(board).at(-1)?.by === 'draw' ? words.endDraw : words.endShared;
  const totals = [say(words.sumTotals, { rounding: rounding(rules.rounding.mark) }), words.trimTotals, say(words.meanTotals, { rounding: rounding(rules.rounding.panel) })];
  const criteria = [words.trimCriteria, say(words.meanCriteria, { rounding: rounding(rules.rounding.mark) }), say(words.sumCriteria, { rounding: rounding(rules.rounding.panel) })];
  const places = rules.rounding.final;
  return [...(rules.trimOf === 'totals' ? totals : criteria), say(words.weighted, { places }), say(words.ranked, { places, end })];
};

const panelLines = (board: Board): readonly string[] =>
  board.rules.panels.map((panel, at) => say(words.panelLine, {
    name: board.panelNames[at] ?? '', weight: panel.weight, count: board.judges.filter((judge) => judge.panel === panel.id).length,
    highest: panel.dropHighest, lowest: panel.dropLowest, minimum: panel.minimum,
  }));

const nameOf = (board: Board, id: string): string => board.rows.find((row) => row.id === id)?.name ?? id;

const recorded = (board: Board): readonly Line[] => [
  ...board.draws.map((draw): Line => [words.draw, say(words.drawLine, {
    names: draw.contestants.map((id) => nameOf(board, id)).join(workbookWords.comma), seed: draw.seed, order: draw.order.map((id) => nameOf(board, id)).join(workbookWords.comma),
  })]),
  ...board.rows.flatMap((row) => row.panels.flatMap((panel, at): readonly Line[] =>
    (panel.relaxed ? [[words.relaxed, say(words.relaxedLine, { contestant: row.name, panel: board.panelNames[at] ?? '', highest: panel.highest, lowest: panel.lowest })]] : []))),
  ...board.rows.flatMap((row) => row.corrections.map((reason): Line => [words.correction, say(words.correctionLine, { contestant: row.name, reason })])),
];

const linesOf = (board: Board): readonly Line[] => [
  [words.fullMark, board.rules.fullMark],
  ...numbered(words.criterion, board.criteria.map(({ name, points, floor, ceiling, step }) => say(words.criterionLine, { name, points, floor, ceiling, step }))),
  ...numbered(words.panel, panelLines(board)),
  ...numbered(words.steps, steps(board)),
  ...numbered(words.ties, activeTies(board).map((tie) => tieWords(board, tie))),
  [words.outside, words.outsideLine],
  [words.operator, board.rules.singleOperator ? words.single : words.double],
  ...recorded(board),
  [words.exactness, words.exactLine],
];

/** Draws the sheet 评分办法. */
export const rulesSheet = (board: Board, marking: string): WriteSheet => {
  const draft = new SheetDraft();
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(1, 0, 1);
  draft.text(3, 0, { words: words.item, style: headingStyle });
  draft.text(3, 1, { words: words.content, style: headingStyle });
  for (const [at, [item, content]] of linesOf(board).entries()) {
    draft.text(4 + at, 0, { words: item, style: textStyle });
    draft.text(4 + at, 1, { words: content, style: textStyle });
  }
  draft.columnWidth(0, 16);
  draft.columnWidth(1, 90);
  return draft.sheet(workbookWords.sheet.rules, { freezePane: { rows: 4 }, pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true } });
};
