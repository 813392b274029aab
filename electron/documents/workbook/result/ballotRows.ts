// The rows of the ballots in one section: what was marked as plain figures, the causes of those without marks as words, fills and sums as formulas.
import { sum } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnCell } from '../cells.ts';
import { centreStyle, helperStyle, numberStyle, textStyle } from '../styles.ts';
import { dash, footCell, heading, helperHeading, linesOf, rangeOver, type BallotLine, type Section } from './drawing.ts';
import { ANY_NUMBER, markPlaces, rounded, roundedIf, shownNumber, shownOr } from './formulas.ts';
import { EFFECT, NAME, ORDER, STATUS } from './layout.ts';
import { drawTrims } from './trimRows.ts';
import { valueLookUp } from './valuesSheet.ts';

const words = workbookWords.marks;

export function drawBallots(section: Section): void {
  drawHeadings(section);
  for (const ballot of linesOf(section)) {
    drawVoter(section, ballot);
    if (ballot.by === 'voter') drawOwn(section, ballot);
    else drawFill(section, ballot);
    drawSum(section, ballot);
  }
  drawTrims(section);
}

function drawHeadings(section: Section): void {
  const { panel, place: { heading: line }, columns } = section;
  const { form } = panel;
  const named = panel.panel.voters === 'named';
  heading(section, line, [[ORDER, named ? words.order : words.number], [NAME, named ? words.voter : words.ballot], [STATUS, words.status], [EFFECT, words.effect]]);
  if (form.kind === 'score') heading(section, line, [...form.criteria.map((criterion, at) => [columns.marks[at] ?? 0, say(words.criterion, { name: criterion.name, points: criterion.points })] as const), [columns.sum, words.sum]]);
  else heading(section, line, [[columns.cell ?? 0, words.cell], [columns.sum, words.value]]);
  if (columns.counted !== columns.sum) heading(section, line, [[columns.counted, words.counted]]);
  for (const [at, trim] of columns.trims.entries()) {
    const name = (what: string): string => (panel.panel.trimOf === 'totals' || form.kind !== 'score' ? what : say(words.helper, { name: form.criteria[at]?.name ?? '', what }));
    if (trim.compared !== columns.counted) helperHeading(section, line, [[trim.compared, name(words.compared)]]);
    helperHeading(section, line, [[trim.high, name(words.high)], [trim.low, name(words.low)], [trim.used, name(words.used)]]);
  }
  if (columns.kept !== null) heading(section, line, [[columns.kept, words.kept]]);
}

function drawVoter({ draft }: Section, { line, by, voter }: BallotLine): void {
  draft.number(line, ORDER, { value: voter.order, style: centreStyle });
  draft.text(line, NAME, { words: voter.name, style: textStyle });
  draft.text(line, STATUS, { words: workbookWords.status[by === 'voter' ? voter.status : 'filled'], style: centreStyle });
  draft.text(line, EFFECT, { words: voter.effect === null ? '' : workbookWords.effect[voter.effect], style: centreStyle });
}

/** A voter's own marks; zeros as the rules count them; — where there is nothing. */
function drawOwn({ draft, panel, values, columns }: Section, { line, voter, sheet }: BallotLine): void {
  const { form, of } = panel;
  const style = numberStyle(markPlaces(form));
  if (columns.cell !== null && sheet?.by !== 'zero') {
    const place = form.kind === 'rank' && voter.cell !== null ? Number(voter.cell) : null;
    if (place !== null) draft.number(line, columns.cell, { value: place, style: centreStyle });
    else draft.text(line, columns.cell, { words: voter.cell ?? dash, style: centreStyle });
    draft.formula(line, columns.sum, { formula: valueLookUp(values, { form, of, cell: cellAt(line, columns.cell) }), shown: shownOr(sheet?.marks[0], ''), style });
    return;
  }
  if (columns.cell !== null) draft.text(line, columns.cell, { words: dash, style: centreStyle });
  for (const [at, column] of columns.marks.entries()) {
    const mark = sheet?.marks[at];
    if (mark === undefined) draft.text(line, column, { words: dash, style });
    else draft.number(line, column, { value: shownNumber(mark), style });
  }
}

/** The panel's mean per column, before dropping or over what is left; nothing as soon as the voter's own row has marks. */
function drawFill(section: Section, { line, by, voter, sheet }: BallotLine): void {
  const { draft, rules, panel, place, columns } = section;
  const own = columnCell(place.first + panel.voters.indexOf(voter), columns.sum);
  const valid = footCell(section, 'valid');
  if (columns.cell !== null) draft.text(line, columns.cell, { words: dash, style: centreStyle });
  for (const [at, column] of columns.marks.entries()) {
    const mean = by === 'fillAfter' ? cellAt(place.means, column) : `SUMIFS(${rangeOver(section, column, 'lastWritten')},${rangeOver(section, columns.sum, 'lastWritten')},${ANY_NUMBER})/${valid}`;
    const isOut = by === 'fillAfter' ? `NOT(ISNUMBER(${mean}))` : `${valid}<${footCell(section, 'needed')}`;
    const formula = `IF(OR(ISNUMBER(${own}),${isOut}),"${dash}",${roundedIf(mean, rules.missing.fillPlaces)})`;
    draft.formula(line, column, { formula, shown: shownOr(sheet?.marks[at], dash), style: numberStyle(rules.missing.fillPlaces ?? 4) });
  }
}

function drawSum(section: Section, { line, by, sheet }: BallotLine): void {
  const { draft, rules, panel, columns } = section;
  const places = markPlaces(panel.form);
  if (columns.cell === null) {
    const marks = `${cellAt(line, columns.marks[0] ?? 0)}:${cellAt(line, columns.marks.at(-1) ?? 0)}`;
    const total = by === 'voter' ? `ROUND(SUM(${marks}),${places})` : `SUM(${marks})`;
    draft.formula(line, columns.sum, { formula: `IF(COUNT(${marks})=${columns.marks.length},${total},"")`, shown: sheet === null ? '' : shownNumber(sum(sheet.marks)), style: numberStyle(by === 'voter' ? places : 4) });
  }
  if (columns.counted === columns.sum || rules.rounding.mark === null) return;
  const from = cellAt(line, columns.sum);
  draft.formula(line, columns.counted, { formula: `IF(ISNUMBER(${from}),${rounded(from, rules.rounding.mark)},"")`, shown: shownOr(sheet?.total, ''), style: helperStyle(rules.rounding.mark) });
}
