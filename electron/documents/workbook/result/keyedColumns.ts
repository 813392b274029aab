// Lots drawn and play-offs held, as typed constants on the ranking: each counts only for exactly the contestants it was held for.
// A tied group without a play-off waits, and nothing behind the play-off in the tie list is asked.
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { columnCell } from '../cells.ts';
import { helperStyle } from '../styles.ts';
import { headColumn, rangeFor, unlessStopped, type RankLine, type Ranking, type StepPlace } from './ranking.ts';
import type { ChainStep, Settled } from './rankChain.ts';

const words = workbookWords.ranking;
interface SettledColumn { readonly settled: Settled; readonly column: number }

/** Draws the orders, which of them applies, the places after it and, for a play-off, who waits. */
export function drawKeyed(ranking: Ranking, given: StepPlace): { readonly place: number; readonly stopped: number | null } {
  const { step, from, before, stopped } = given;
  const columns = step.settled.map((settled, at): SettledColumn => ({ settled, column: from + at }));
  drawOrders(ranking, step, columns);
  const matched = from + columns.length;
  const place = matched + 1;
  headColumn(ranking, matched, words.matched);
  headColumn(ranking, place, words.afterRank);
  for (const here of ranking.lines) {
    const own = columnCell(here.line, before);
    ranking.draft.formula(here.line, matched, { formula: `IF(ISNUMBER(${own}),${unlessStopped(here, stopped, { otherwise: '""', formula: matchedFormula(here, before, columns) })},"")`, shown: step.matched.get(here.row.id) ?? '', style: helperStyle(0) });
    const order = columnCell(here.line, matched);
    ranking.draft.formula(here.line, place, { formula: `IF(ISNUMBER(${own}),${own}+IF(ISNUMBER(${order}),${order}-1,0),"")`, shown: step.places.get(here.row.id) ?? '', style: helperStyle(0) });
  }
  return { place, stopped: step.tie.by === 'playOff' ? drawWaiting(ranking, given, { matched, column: place + 1 }) : stopped };
}

function drawOrders(ranking: Ranking, { tie }: ChainStep, columns: readonly SettledColumn[]): void {
  for (const [at, { settled, column }] of columns.entries()) {
    headColumn(ranking, column, say(tie.by === 'draw' ? words.drawNumber : words.playOffNumber, { n: tie.by === 'draw' ? at + 1 : columns.length - at }));
    for (const { row, line } of ranking.lines) {
      const order = settled.orders.get(row.id);
      if (order !== undefined) ranking.draft.number(line, column, { value: order, style: helperStyle(0) });
    }
  }
}

/** The number in the first order that was held for just this group. */
const matchedFormula = (here: RankLine, before: number, columns: readonly SettledColumn[]): string =>
  columns.reduceRight((otherwise, { settled, column }) => {
    const [mine, own] = [columnCell(here.line, column), columnCell(here.line, before)];
    const isSame = `COUNTIF(${rangeFor(here, before)},${own})=${settled.orders.size}`;
    const isInside = `COUNTIFS(${rangeFor(here, before)},${own},${rangeFor(here, column)},">0")=${settled.orders.size}`;
    return `IF(AND(ISNUMBER(${mine}),${isSame},${isInside}),${mine},${otherwise})`;
  }, '""');

function drawWaiting(ranking: Ranking, { step, before, stopped }: StepPlace, columns: { readonly matched: number; readonly column: number }): number {
  headColumn(ranking, columns.column, words.waiting);
  for (const here of ranking.lines) {
    const own = columnCell(here.line, before);
    const waits = `IF(AND(COUNTIF(${rangeFor(here, before)},${own})>1,NOT(ISNUMBER(${columnCell(here.line, columns.matched)}))),1,0)`;
    const shown = step.places.has(here.row.id) ? (step.stopped.has(here.row.id) ? 1 : 0) : '';
    ranking.draft.formula(here.line, columns.column, { formula: `IF(ISNUMBER(${own}),${unlessStopped(here, stopped, { otherwise: '1', formula: waits })},"")`, shown, style: helperStyle(0) });
  }
  return columns.column;
}
