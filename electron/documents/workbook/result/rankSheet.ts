// The sheet 名次: displayed totals, places and what decided ties, all referring to 打分. Lines stand as the ranking stood when it was written.
import type { WriteSheet } from 'hucre/xlsx';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnCell, columnRange, fixedCell, safeText, SheetDraft } from '../cells.ts';
import { centreStyle, headingStyle, markingStyle, noteStyle, numberStyle, resultStyle, textStyle, titleStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import { shownNumber } from './formulas.ts';
import { blockAt, layoutOf, onSheet } from './layout.ts';
import { panelPlaces } from './panelRows.ts';
import { rankChain } from './rankChain.ts';
import { drawChain, drawExact, tieWords, totalCell, type PlaceColumns, type Ranking } from './rankColumns.ts';

const words = workbookWords.ranking;
const RANK = 0;
const NUMBER = 1;
const NAME = 2;
export const TOTAL = 3;
const DECIDED = 4;
const FIRST_PANEL = 5;
const HEADING = 3;

/** Ranked rows first, in their places; then those without a result, in speaking order. */
const inPlaces = (board: Board): readonly BoardRow[] => {
  const placed = board.standings.rows.flatMap((standing) => board.rows.filter((row) => row.id === standing.contestant));
  return [...placed, ...board.rows.filter((row) => !placed.includes(row))];
};

/** Draws the sheet 名次. */
export const rankSheet = (board: Board, marking: string): WriteSheet => {
  const size = { seats: board.judges.length, panels: board.rules.panels.length };
  const lines = inPlaces(board).map((row, at) => ({ row, line: HEADING + 1 + at, block: blockAt(board.rows.indexOf(row), size) }));
  const first = HEADING + 1;
  const ranking: Ranking = { draft: new SheetDraft(), board, layout: layoutOf(board.rules), chain: rankChain(board), lines, heading: HEADING, first, last: Math.max(first, HEADING + lines.length) };
  const remark = FIRST_PANEL + (size.panels > 1 ? size.panels : 0);
  const exact = remark + 2;
  drawTop(ranking, { marking, remark });
  drawTotals(ranking, remark);
  drawExact(ranking, exact);
  const places = drawChain(ranking, { from: exact + 1, total: TOTAL, exact });
  drawRanks(ranking, places);
  ranking.draft.text(HEADING - 1, exact, { words: words.helpers, style: noteStyle });
  return ranking.draft.sheet(workbookWords.sheet.ranking, {
    freezePane: { rows: HEADING + 1, columns: 3 },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, printArea: `$A$1:${fixedCell(ranking.last, remark)}` },
  });
};

function drawTop({ draft, board }: Ranking, { marking, remark }: { readonly marking: string; readonly remark: number }): void {
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.text(1, 0, { words: say(words.title, { session: board.title }), style: titleStyle });
  draft.merge(0, 0, remark);
  draft.merge(1, 0, remark);
  for (const [column, text] of [[RANK, words.rank], [NUMBER, words.number], [NAME, words.name], [TOTAL, words.total], [DECIDED, words.decidedBy], [remark, words.remark]] as const) {
    draft.text(HEADING, column, { words: text, style: headingStyle });
  }
  for (const [column, width] of [[RANK, 8], [NUMBER, 8], [NAME, 30], [TOTAL, 12], [DECIDED, 26], [remark, 14]] as const) draft.columnWidth(column, width);
}

const remarkOf = (row: BoardRow): string => (row.state === 'scored' ? '' : words[row.state]);

function drawTotals(ranking: Ranking, remark: number): void {
  const { draft, board, layout, lines } = ranking;
  const dash = workbookWords.dash;
  for (const { row, line, block } of lines) {
    draft.number(line, NUMBER, { value: row.number, style: centreStyle });
    draft.text(line, NAME, { words: row.name, style: textStyle });
    draft.formula(line, TOTAL, { formula: totalCell(ranking, block), shown: row.tally?.ok === true ? Number(row.tally.text) : dash, style: resultStyle(board.rules.rounding.final) });
    draft.text(line, remark, { words: remarkOf(row), style: centreStyle });
    if (board.rules.panels.length === 1) continue;
    for (const [at, panel] of row.panels.entries()) {
      const formula = onSheet(workbookWords.sheet.marks, block.firstPanel + at, layout.mean);
      draft.formula(line, FIRST_PANEL + at, { formula, shown: panel.tally === null ? dash : shownNumber(panel.tally.mean), style: numberStyle(panelPlaces(board)) });
    }
  }
  if (board.rules.panels.length > 1) for (const [at, name] of board.panelNames.entries()) draft.text(HEADING, FIRST_PANEL + at, { words: say(words.panelMean, { name }), style: headingStyle });
}

function drawRanks(ranking: Ranking, { places }: PlaceColumns): void {
  const { draft, chain, lines } = ranking;
  const last = places.at(-1) ?? 0;
  for (const { row, line } of lines) {
    const place = columnCell(line, last);
    const shown = (chain.steps.at(-1)?.places ?? chain.start).get(row.id);
    draft.formula(line, RANK, { formula: `IF(${cellAt(line, last)}="","${workbookWords.dash}",${place})`, shown: shown ?? workbookWords.dash, style: resultStyle(0) });
    draft.formula(line, DECIDED, { formula: decidedFormula(ranking, places, line), shown: decidedWords(ranking, row), style: centreStyle });
  }
}

/**
 * The last rule that split the group this line was in; what is still level after all of them is shared or waits for a draw.
 * The rules' words stand above their columns and are referred to: names that people chose never stand inside a formula.
 */
function decidedFormula({ draft, board, chain, first, last }: Ranking, places: readonly number[], line: number): string {
  const level = (column: number): string => `COUNTIF(${columnRange(column, first, last)},${columnCell(line, column)})`;
  const split = chain.steps.reduce((otherwise, step, at) => {
    const [before, after] = [places[at] ?? 0, places[at + 1] ?? 0];
    draft.text(HEADING - 1, after, { words: tieWords(board, step.tie), style: noteStyle });
    return `IF(${level(after)}<${level(before)},${fixedCell(HEADING - 1, after)},${otherwise})`;
  }, '""');
  const end = places.at(-1) ?? 0;
  const stillLevel = chain.last === 'draw' ? words.waitingDraw : workbookWords.tie.shared;
  return `IF(${columnCell(line, end)}="","",IF(${level(end)}>1,"${stillLevel}",${split}))`;
}

const decidedWords = ({ board, chain }: Ranking, row: BoardRow): string => {
  const standing = board.standings.rows.find((each) => each.contestant === row.id);
  if (standing === undefined) return '';
  if (standing.shared) return chain.last === 'draw' ? words.waitingDraw : workbookWords.tie.shared;
  return standing.decidedBy === null ? '' : safeText(tieWords(board, standing.decidedBy));
};
