// The end of one block: parts on their own full mark and in the scheme's points, bonuses and penalties capped and re-scaled, and the total.
import { decimal, roundHalfUp, sum } from '../../../../shared/kernel/fraction.ts';
import { SMALLEST_GROUP } from '../../../../shared/arena/smallGroups.ts';
import type { Rules } from '../../../../shared/arena/rules.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, type SheetDraft } from '../cells.ts';
import { centreStyle, numberStyle, resultStyle, textStyle } from '../styles.ts';
import type { AdjustmentRow, BoardRow, PartRow } from './board.ts';
import { dash, heading } from './drawing.ts';
import { guarded, rounded, roundedIf, shownNumber, shownOr } from './formulas.ts';
import { FOOT, MADE, NAME, PART, type Block } from './layout.ts';

export interface BlockDrawing { readonly draft: SheetDraft; readonly rules: Rules; readonly row: BoardRow; readonly block: Block }

const words = workbookWords.marks;
const SHARE_PLACES = 6;

export function drawTotals(drawing: BlockDrawing): void {
  const { row, block } = drawing;
  heading(drawing, block.partHeading, [[NAME, words.part], [PART.fullMark, words.fullMark], [PART.points, words.points], [PART.source, words.effect], [FOOT.exact, words.exact], [FOOT.figure, words.figure], [FOOT.share, words.share]]);
  for (const [at, part] of row.parts.entries()) drawPart(drawing, part, block.firstPart + at);
  if (row.adjustments.length > 0) {
    heading(drawing, block.adjustmentHeading, [[NAME, words.adjustment], [MADE.amount, words.amount], [MADE.cap, words.cap], [MADE.capped, words.capped], [MADE.scale, words.scale], [MADE.reason, words.reason], [FOOT.share, words.share]]);
  }
  for (const [at, adjustment] of row.adjustments.entries()) drawAdjustment(drawing, adjustment, block.adjustments[at] ?? { first: 0, sum: 0 });
  drawTotal(drawing);
}

const sourceWords = ({ source }: PartRow): string => (source === 'hidden' ? say(words.hidden, { count: SMALLEST_GROUP }) : source === 'entered' ? words.entered : words.fromPanels);

function drawPart({ draft, rules, row, block }: BlockDrawing, part: PartRow, line: number): void {
  draft.text(line, NAME, { words: part.part.name, style: textStyle });
  draft.number(line, PART.fullMark, { value: Number(part.part.fullMark), style: centreStyle });
  draft.number(line, PART.points, { value: Number(part.part.points), style: centreStyle });
  draft.text(line, PART.source, { words: sourceWords(part), style: centreStyle });
  const style = numberStyle(SHARE_PLACES);
  if (part.source === 'panels') {
    const shares = row.panels.flatMap((panel, at) => (panel.part.id === part.part.id ? [cellAt(block.panels[at]?.foot ?? 0, FOOT.share)] : []));
    const formula = shares.length === 0 ? '0' : `IF(COUNT(${shares.join(',')})=${shares.length},${shares.join('+')},"${dash}")`;
    draft.formula(line, FOOT.exact, { formula, shown: shownOr(part.exact, dash), style });
  } else if (part.exact === null) draft.text(line, FOOT.exact, { words: dash, style });
  else draft.number(line, FOOT.exact, { value: shownNumber(part.exact), style });
  const [exact, score] = [cellAt(line, FOOT.exact), cellAt(line, FOOT.figure)];
  draft.formula(line, FOOT.figure, { formula: `IF(ISNUMBER(${exact}),${roundedIf(exact, rules.rounding.part)},"${dash}")`, shown: shownOr(part.score, dash), style: resultStyle(rules.rounding.part ?? 4) });
  const points = `${cellAt(line, PART.points)}*${score}/${cellAt(line, PART.fullMark)}`;
  draft.formula(line, FOOT.share, { formula: `IF(ISNUMBER(${score}),${points},"${dash}")`, shown: shownOr(part.points, dash), style });
}

function drawAdjustment({ draft, rules }: BlockDrawing, { line: made, ...adjustment }: AdjustmentRow, place: { readonly first: number; readonly sum: number }): void {
  for (const [at, { amount, reason }] of adjustment.made.entries()) {
    draft.text(place.first + at, NAME, { words: adjustment.name, style: textStyle });
    draft.number(place.first + at, MADE.amount, { value: Number(amount), style: centreStyle });
    draft.text(place.first + at, MADE.reason, { words: reason, style: textStyle });
  }
  const line = place.sum;
  const [total, cap, capped, scale] = [MADE.amount, MADE.cap, MADE.capped, MADE.scale].map((column) => cellAt(line, column));
  draft.text(line, NAME, { words: say(words.sumOf, { name: adjustment.name }), style: textStyle });
  draft.formula(line, MADE.amount, { formula: guarded(`SUM(${cellAt(place.first, MADE.amount)}:${cellAt(place.sum - 1, MADE.amount)})`), shown: shownNumber(sum(made.made.map(decimal))), style: centreStyle });
  if (adjustment.cap === null) draft.text(line, MADE.cap, { words: words.noCap, style: centreStyle });
  else draft.number(line, MADE.cap, { value: Number(adjustment.cap), style: centreStyle });
  draft.formula(line, MADE.capped, { formula: adjustment.cap === null ? `${total}` : `MIN(${total},${cap})`, shown: shownNumber(made.capped), style: centreStyle });
  draft.number(line, MADE.scale, { value: Number(adjustment.fullMark), style: centreStyle });
  draft.formula(line, FOOT.share, { formula: `${made.sign === 'bonus' ? '' : '-'}${capped}*${rules.fullMark}/${scale}`, shown: shownNumber(made.points), style: numberStyle(SHARE_PLACES) });
}

function drawTotal({ draft, rules, row, block }: BlockDrawing): void {
  const places = rules.rounding.final;
  const parts = `${cellAt(block.firstPart, FOOT.share)}:${cellAt(block.firstPart + row.parts.length - 1, FOOT.share)}`;
  const adjustments = block.adjustments.map((place) => `+${cellAt(place.sum, FOOT.share)}`).join('');
  const exact = cellAt(block.exact, FOOT.share);
  draft.text(block.exact, NAME, { words: words.exactTotal, style: textStyle });
  draft.formula(block.exact, FOOT.share, { formula: `IF(COUNT(${parts})=${row.parts.length},${guarded(`SUM(${parts})${adjustments}`)},"${dash}")`, shown: row.exact === null ? dash : shownNumber(row.exact, 10), style: numberStyle(SHARE_PLACES) });
  draft.text(block.total, NAME, { words: words.total, style: textStyle });
  draft.formula(block.total, FOOT.share, { formula: `IF(ISNUMBER(${exact}),${rounded(exact, places)},"${dash}")`, shown: row.exact === null ? dash : shownNumber(roundHalfUp(row.exact, places)), style: resultStyle(places) });
}
