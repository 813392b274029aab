// The helper columns of the ranking: the unrounded total, then for every tie rule what is compared and the places after it, as formulas.
// Lines of one category stand together, so that every range is the lines of one ranking.
import { roundHalfUp } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { columnCell } from '../cells.ts';
import { helperStyle } from '../styles.ts';
import { rounded, shownNumber, shownOr } from './formulas.ts';
import { FOOT, onSheet } from './layout.ts';
import { drawKeyed } from './keyedColumns.ts';
import { decimalOf, isKeyed, MOST_DECIMALS } from './rankChain.ts';
import { headColumn, rangeFor, tieWords, unlessStopped, type PlaceColumns, type Ranking, type StepPlace } from './ranking.ts';
import { comparedFormula, hidesFigures, ordinals } from './tieValues.ts';

const words = workbookWords.ranking;

/** Draws all helper columns from `from` on and says where the places stand. */
export function drawChain(ranking: Ranking, columns: { readonly from: number; readonly total: number; readonly exact: number }): PlaceColumns {
  const places = [columns.from];
  const stopped: (number | null)[] = [null];
  headColumn(ranking, columns.from, words.startRank);
  for (const here of ranking.lines) {
    if (here.row.state === 'uncategorised') continue;
    const total = columnCell(here.line, columns.total);
    const formula = `IF(ISNUMBER(${total}),COUNTIF(${rangeFor(here, columns.total)},">"&${total})+1,"")`;
    ranking.draft.formula(here.line, columns.from, { formula, shown: ranking.chain.start.get(here.row.id) ?? '', style: helperStyle(0) });
  }
  let next = columns.from + 1;
  for (const [at, step] of ranking.chain.steps.entries()) {
    const given: StepPlace = { step, at, before: places.at(-1) ?? columns.from, stopped: stopped.at(-1) ?? null, from: next, exact: columns.exact };
    const drawn = isKeyed(step.tie) ? drawKeyed(ranking, given) : { place: step.tie.by === 'moreDecimals' ? drawDecimals(ranking, given) : drawValue(ranking, given), stopped: given.stopped };
    places.push(drawn.place);
    stopped.push(drawn.stopped);
    next = Math.max(drawn.place, drawn.stopped ?? 0) + 1;
  }
  return { places, stopped };
}

/** Places before, plus how many of the same place compare higher. */
function drawPlaces(ranking: Ranking, { step, before, stopped }: StepPlace, columns: { readonly value: number; readonly place: number }): number {
  headColumn(ranking, columns.place, words.afterRank);
  for (const here of ranking.lines) {
    const [place, value] = [columnCell(here.line, before), columnCell(here.line, columns.value)];
    const ahead = `${place}+COUNTIFS(${rangeFor(here, before)},${place},${rangeFor(here, columns.value)},">"&${value})`;
    ranking.draft.formula(here.line, columns.place, { formula: `IF(ISNUMBER(${place}),${unlessStopped(here, stopped, { otherwise: place, formula: ahead })},"")`, shown: step.places.get(here.row.id) ?? '', style: helperStyle(0) });
  }
  return columns.place;
}

/** What the rule compares; where a panel must not be shown, only the order of its figures, as plain numbers. */
function drawValue(ranking: Ranking, given: StepPlace): number {
  const { board, draft } = ranking;
  const { step, at, from } = given;
  const isHidden = hidesFigures(board, step.tie);
  const order = isHidden ? ordinals(step.values) : new Map<string, number>();
  headColumn(ranking, from, say(isHidden ? words.valueHidden : words.value, { n: at + 1, rule: tieWords(board, step.tie) }));
  for (const { row, line, block } of ranking.lines) {
    const value = step.values.get(row.id);
    if (value === undefined && row.panels.length === 0) continue;
    if (isHidden) draft.number(line, from, { value: order.get(row.id) ?? 0, style: helperStyle(0) });
    else draft.formula(line, from, { formula: `IF(ISNUMBER(${columnCell(line, given.before)}),ROUND(${comparedFormula(board, step.tie, { row, block })},10),"")`, shown: value === undefined ? '' : shownNumber(value, 10), style: helperStyle(6) });
  }
  return drawPlaces(ranking, given, { value: from, place: from + 1 });
}

/** One column per further decimal; compared is the first that sets anyone of the group apart. */
function drawDecimals(ranking: Ranking, given: StepPlace): number {
  const { board, draft } = ranking;
  const { step, at, before, from, exact } = given;
  const decimals = Array.from({ length: Math.max(0, MOST_DECIMALS - board.rules.rounding.final) }, (_, index) => ({ places: board.rules.rounding.final + 1 + index, column: from + index }));
  const value = from + decimals.length;
  for (const { places, column } of decimals) headColumn(ranking, column, say(words.decimals, { places }));
  headColumn(ranking, value, say(words.value, { n: at + 1, rule: tieWords(board, step.tie) }));
  for (const here of ranking.lines) {
    const { line, row } = here;
    const [place, total] = [columnCell(line, before), columnCell(line, exact)];
    const scored = row.standing?.tally.exact ?? null;
    for (const { places, column } of decimals) {
      draft.formula(line, column, { formula: `IF(ISNUMBER(${place}),${rounded(total, places)},"")`, shown: scored === null ? '' : shownNumber(decimalOf(scored, places), places), style: helperStyle(places) });
    }
    const chosen = decimals.reduceRight((otherwise, { column }) => {
      const mine = columnCell(line, column);
      return `IF(COUNTIFS(${rangeFor(here, before)},${place},${rangeFor(here, column)},"<>"&${mine})>0,${mine},${otherwise})`;
    }, total);
    const compared = step.values.get(row.id);
    draft.formula(line, value, { formula: `IF(ISNUMBER(${place}),${chosen},"")`, shown: compared === undefined ? '' : shownNumber(compared, 10), style: helperStyle(6) });
  }
  return drawPlaces(ranking, given, { value, place: value + 1 });
}

/** The exact total beside the displayed one. */
export function drawExact(ranking: Ranking, column: number): void {
  headColumn(ranking, column, words.exact);
  for (const { row, line, block } of ranking.lines) {
    if (row.panels.length === 0 && row.parts.length === 0) continue;
    ranking.draft.formula(line, column, { formula: onSheet(workbookWords.sheet.marks, block.exact, FOOT.share), shown: shownOr(row.exact === null ? null : roundHalfUp(row.exact, 10), workbookWords.dash), style: helperStyle(6) });
  }
}
