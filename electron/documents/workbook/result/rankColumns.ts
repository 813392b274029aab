// The helper columns of the ranking: the unrounded total, then for every tie rule what is compared and the places after it, as formulas.
import { roundHalfUp } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import type { TieRule } from '../../../../shared/arena/rules.ts';
import { columnCell, columnRange, type SheetDraft, type Shown } from '../cells.ts';
import { helperHeadingStyle, helperStyle } from '../styles.ts';
import type { Board, BoardRow } from './board.ts';
import { rounded, shownNumber } from './formulas.ts';
import { onSheet, type Block, type Layout } from './layout.ts';
import { MOST_DECIMALS, type ChainStep, type RankChain } from './rankChain.ts';

/** A contestant's line on the ranking, with its block on 打分. */
export interface RankLine { readonly row: BoardRow; readonly line: number; readonly block: Block }
export interface Ranking { readonly draft: SheetDraft; readonly board: Board; readonly layout: Layout; readonly chain: RankChain; readonly lines: readonly RankLine[]; readonly heading: number; readonly first: number; readonly last: number }
/** The columns of places: by total first, then after each tie rule. */
export interface PlaceColumns { readonly places: readonly number[]; readonly end: number }

const words = workbookWords.ranking;
export const tieWords = (board: Board, tie: TieRule): string => {
  const name = tie.by === 'panel' ? board.panelNames[board.rules.panels.findIndex((panel) => panel.id === tie.id)] : tie.by === 'criterion' ? board.criteria.find((criterion) => criterion.id === tie.id)?.name : '';
  return say(workbookWords.tie[tie.by], { name: name ?? '' });
};

/** Draws all helper columns from `from` on and says where the places stand. */
export function drawChain(ranking: Ranking, columns: { readonly from: number; readonly total: number; readonly exact: number }): PlaceColumns {
  const places = [columns.from];
  heading(ranking, columns.from, words.startRank);
  for (const { row, line } of ranking.lines) {
    const total = columnCell(line, columns.total);
    const formula = `IF(ISNUMBER(${total}),COUNTIF(${columnRange(columns.total, ranking.first, ranking.last)},">"&${total})+1,"")`;
    ranking.draft.formula(line, columns.from, { formula, shown: ranking.chain.start.get(row.id) ?? '', style: helperStyle(0) });
  }
  let next = columns.from + 1;
  for (const [at, step] of ranking.chain.steps.entries()) {
    const before = places.at(-1) ?? columns.from;
    const given = { step, at, before, from: next, exact: columns.exact };
    next = step.tie.by === 'draw' ? drawDraw(ranking, given) : step.tie.by === 'moreDecimals' ? drawDecimals(ranking, given) : drawValue(ranking, given);
    places.push(next - 1);
  }
  return { places, end: next };
}

interface StepPlace { readonly step: ChainStep; readonly at: number; readonly before: number; readonly from: number; readonly exact: number }

const heading = ({ draft, heading: line }: Ranking, column: number, text: string): void => draft.text(line, column, { words: text, style: helperHeadingStyle });
const rangeOf = ({ first, last }: Ranking, column: number): string => columnRange(column, first, last);

/** Places before, plus how many of the same place compare higher. */
function drawPlaces(ranking: Ranking, { step, before }: StepPlace, columns: { readonly value: number; readonly place: number }): void {
  heading(ranking, columns.place, words.afterRank);
  for (const { row, line } of ranking.lines) {
    const [place, value] = [columnCell(line, before), columnCell(line, columns.value)];
    const formula = `IF(${place}="","",${place}+COUNTIFS(${rangeOf(ranking, before)},${place},${rangeOf(ranking, columns.value)},">"&${value}))`;
    ranking.draft.formula(line, columns.place, { formula, shown: step.places.get(row.id) ?? '', style: helperStyle(0) });
  }
}

function drawValue(ranking: Ranking, given: StepPlace): number {
  const { board, draft, layout } = ranking;
  const { step, at, from } = given;
  heading(ranking, from, say(words.value, { n: at + 1, rule: tieWords(board, step.tie) }));
  for (const { row, line, block } of ranking.lines) {
    const source = onSheet(workbookWords.sheet.marks, sourceRow(board, step.tie, block), sourceColumn(board, step.tie, layout));
    const value = step.values.get(row.id);
    draft.formula(line, from, { formula: `IF(${columnCell(line, given.before)}="","",ROUND(${source},10))`, shown: value === undefined ? '' : shownNumber(value, 10), style: helperStyle(6) });
  }
  drawPlaces(ranking, given, { value: from, place: from + 1 });
  return from + 2;
}

const sourceRow = (board: Board, tie: TieRule, block: Block): number => (tie.by === 'panel' ? block.firstPanel + board.rules.panels.findIndex((panel) => panel.id === tie.id) : block.weighted);
const sourceColumn = (board: Board, tie: TieRule, layout: Layout): number =>
  tie.by === 'panel' ? layout.mean : tie.by === 'criterion' ? (layout.marks[board.criteria.findIndex((criterion) => criterion.id === tie.id)] ?? layout.sum) : layout.sum;

/** One column per further decimal; compared is the first that sets anyone of the group apart. */
function drawDecimals(ranking: Ranking, given: StepPlace): number {
  const { board, draft } = ranking;
  const { step, at, before, from, exact } = given;
  const decimals = Array.from({ length: Math.max(0, MOST_DECIMALS - board.rules.rounding.final) }, (_, index) => ({ places: board.rules.rounding.final + 1 + index, column: from + index }));
  const value = from + decimals.length;
  for (const { places, column } of decimals) heading(ranking, column, say(words.decimals, { places }));
  heading(ranking, value, say(words.value, { n: at + 1, rule: tieWords(board, step.tie) }));
  for (const { row, line } of ranking.lines) {
    const [place, total] = [columnCell(line, before), columnCell(line, exact)];
    const scored = row.tally?.ok === true ? row.tally.exact : null;
    for (const { places, column } of decimals) {
      draft.formula(line, column, { formula: `IF(${place}="","",${rounded(total, places)})`, shown: scored === null ? '' : shownNumber(roundHalfUp(scored, places), places), style: helperStyle(places) });
    }
    const chosen = decimals.reduceRight((otherwise, { column }) => {
      const mine = columnCell(line, column);
      return `IF(COUNTIFS(${rangeOf(ranking, before)},${place},${rangeOf(ranking, column)},"<>"&${mine})>0,${mine},${otherwise})`;
    }, total);
    const compared = step.values.get(row.id);
    draft.formula(line, value, { formula: `IF(${place}="","",${chosen})`, shown: compared === undefined ? '' : shownNumber(compared, 10), style: helperStyle(6) });
  }
  drawPlaces(ranking, given, { value, place: value + 1 });
  return value + 2;
}

/** Recorded draws are typed constants; each counts only for exactly the contestants it was held for. */
function drawDraw(ranking: Ranking, { step, before, from }: StepPlace): number {
  const { board, draft, lines } = ranking;
  const columns = board.draws.map((draw, at) => ({ draw, column: from + at }));
  const place = from + columns.length;
  for (const [at, { draw, column }] of columns.entries()) {
    heading(ranking, column, say(words.drawNumber, { n: at + 1 }));
    for (const { row, line } of lines) if (draw.order.includes(row.id)) draft.number(line, column, { value: draw.order.indexOf(row.id) + 1, style: helperStyle(0) });
  }
  heading(ranking, place, words.afterRank);
  for (const { row, line } of lines) {
    const before0 = columnCell(line, before);
    const ahead = columns.reduceRight((otherwise, { column }) => {
      const [mine, size] = [columnCell(line, column), `COUNT(${rangeOf(ranking, column)})`];
      const same = `COUNTIF(${rangeOf(ranking, before)},${before0})=${size}`;
      const inside = `COUNTIFS(${rangeOf(ranking, before)},${before0},${rangeOf(ranking, column)},">0")=${size}`;
      return `IF(ISNUMBER(${mine}),IF(${same},IF(${inside},${mine}-1,${otherwise}),${otherwise}),${otherwise})`;
    }, '0');
    const shown: Shown = step.places.get(row.id) ?? '';
    draft.formula(line, place, { formula: `IF(${before0}="","",${before0}+${ahead})`, shown, style: helperStyle(0) });
  }
  return place + 1;
}

/** The exact total beside the displayed one. */
export function drawExact(ranking: Ranking, column: number): void {
  heading(ranking, column, words.exact);
  for (const { row, line, block } of ranking.lines) {
    const source = onSheet(workbookWords.sheet.marks, block.weighted, ranking.layout.mean);
    ranking.draft.formula(line, column, { formula: source, shown: row.tally?.ok === true ? shownNumber(row.tally.exact, 10) : workbookWords.dash, style: helperStyle(6) });
  }
}

export const totalCell = ({ layout }: Ranking, block: Block): string => onSheet(workbookWords.sheet.marks, block.total, layout.mean);
