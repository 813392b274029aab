// The sheet 名次: displayed totals, places and what decided ties, all referring to 打分, each category for itself. Lines stand as the ranking stood
// when it was written. Prizes and place points are plain figures and say so.
import type { WriteSheet } from 'hucre/xlsx';
import { roundHalfUp } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnCell, fixedCell, safeText, SheetDraft } from '../cells.ts';
import { centreStyle, headingStyle, markingStyle, noteStyle, resultStyle, textStyle, titleStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import { shownNumber } from './formulas.ts';
import { FOOT, onSheet, type Block } from './layout.ts';
import { detailColumns, drawDetails } from './rankDetails.ts';
import { rankChain } from './rankChain.ts';
import { drawChain, drawExact } from './rankColumns.ts';
import { rangeFor, tieWords, type PlaceColumns, type Ranking, type RankLine } from './ranking.ts';

const words = workbookWords.ranking;
const RANK = 0;
const NUMBER = 1;
const NAME = 2;
const TOTAL = 3;
const DECIDED = 4;
const FIRST_DETAIL = 5;
const HEADING = 3;

/** Category by category: ranked rows in their places, then those without a result in speaking order. */
const inPlaces = (board: Board, blocks: readonly Block[]): readonly RankLine[] => {
  const groups = [...board.rules.categories, null].map((category) => {
    const own = board.rows.filter((row) => row.category === category);
    return [...own.filter((row) => row.standing !== null).sort((a, b) => (a.standing?.rank ?? 0) - (b.standing?.rank ?? 0)), ...own.filter((row) => row.standing === null)];
  });
  let next = HEADING + 1;
  return groups.flatMap((rows) => {
    const first = next;
    next += rows.length;
    return rows.flatMap((row, at): readonly RankLine[] => {
      const block = blocks[board.rows.indexOf(row)];
      return block === undefined ? [] : [{ row, line: first + at, block, first, last: next - 1 }];
    });
  });
};

/** Draws the sheet 名次. */
export const rankSheet = (board: Board, given: { readonly blocks: readonly Block[]; readonly marking: string }): WriteSheet => {
  const lines = inPlaces(board, given.blocks);
  const ranking: Ranking = { draft: new SheetDraft(), board, chain: rankChain(board), lines, heading: HEADING, last: HEADING + Math.max(1, lines.length) };
  const details = detailColumns(board, FIRST_DETAIL);
  const remark = FIRST_DETAIL + details.length;
  const exact = remark + 2;
  drawTop(ranking, { marking: given.marking, remark });
  drawTotals(ranking, remark);
  drawDetails(ranking, details);
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
  for (const [column, width] of [[RANK, 8], [NUMBER, 8], [NAME, 30], [TOTAL, 12], [DECIDED, 26], [remark, 16]] as const) draft.columnWidth(column, width);
}

const remarkOf = (row: BoardRow): string => (row.state === 'scored' ? '' : words[row.state]);

function drawTotals(ranking: Ranking, remark: number): void {
  const { draft, board, lines } = ranking;
  const places = board.rules.rounding.final;
  for (const { row, line, block } of lines) {
    draft.number(line, NUMBER, { value: row.number, style: centreStyle });
    draft.text(line, NAME, { words: row.name, style: textStyle });
    if (row.parts.length === 0) draft.text(line, TOTAL, { words: workbookWords.dash, style: resultStyle(places) });
    else draft.formula(line, TOTAL, { formula: onSheet(workbookWords.sheet.marks, block.total, FOOT.share), shown: row.exact === null ? workbookWords.dash : shownNumber(roundHalfUp(row.exact, places)), style: resultStyle(places) });
    draft.text(line, remark, { words: remarkOf(row), style: centreStyle });
  }
}

function drawRanks(ranking: Ranking, columns: PlaceColumns): void {
  const { draft, chain, lines } = ranking;
  const last = columns.places.at(-1) ?? 0;
  for (const here of lines) {
    const { row, line } = here;
    const shown = (chain.steps.at(-1)?.places ?? chain.start).get(row.id);
    draft.formula(line, RANK, { formula: `IF(ISNUMBER(${cellAt(line, last)}),${columnCell(line, last)},"${workbookWords.dash}")`, shown: shown ?? workbookWords.dash, style: resultStyle(0) });
    draft.formula(line, DECIDED, { formula: decidedFormula(ranking, columns, here), shown: decidedWords(ranking, row), style: centreStyle });
  }
}

/**
 * The last rule that split the group this line was in; what is still level after all of them is shared or waits for a draw or a play-off.
 * The rules' words stand above their columns and are referred to: names that people chose never stand inside a formula.
 */
function decidedFormula({ draft, board, chain }: Ranking, { places, stopped }: PlaceColumns, here: RankLine): string {
  const level = (column: number): string => `COUNTIF(${rangeFor(here, column)},${columnCell(here.line, column)})`;
  const split = chain.steps.reduce((otherwise, step, at) => {
    const [before, after] = [places[at] ?? 0, places[at + 1] ?? 0];
    draft.text(HEADING - 1, after, { words: tieWords(board, step.tie), style: noteStyle });
    return `IF(${level(after)}<${level(before)},${fixedCell(HEADING - 1, after)},${otherwise})`;
  }, '""');
  const [end, waiting] = [places.at(-1) ?? 0, stopped.at(-1) ?? null];
  const afterAll = `"${chain.last === 'draw' ? words.waitingDraw : words.shared}"`;
  const stillLevel = waiting === null ? afterAll : `IF(${columnCell(here.line, waiting)}=1,"${words.waitingPlayOff}",${afterAll})`;
  return `IF(ISNUMBER(${columnCell(here.line, end)}),IF(${level(end)}>1,${stillLevel},${split}),"")`;
}

const decidedWords = ({ board }: Ranking, { standing, open }: BoardRow): string => {
  if (standing === null) return '';
  if (open !== null) return open === 'draw' ? words.waitingDraw : words.waitingPlayOff;
  if (standing.shared) return words.shared;
  return standing.decidedBy === null ? '' : safeText(tieWords(board, standing.decidedBy));
};
