// The formulas that say which ballots or marks are dropped, and the means over what is left.
// Equal values: the earlier seat's or number's goes first, the highest are taken first and the lowest from what is left.
import { mean, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import { median, rounded as roundedExactly } from '../../../../shared/arena/trimming.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt, columnCell } from '../cells.ts';
import { centreStyle, helperStyle, numberStyle, struckStyle, textStyle } from '../styles.ts';
import { footCell, ifEnough, linesOf, rangeOver, type BallotLine, type Section } from './drawing.ts';
import { ANY_NUMBER, roundedIf, shownNumber, shownOr } from './formulas.ts';
import { NAME, ORDER, type TrimColumns } from './layout.ts';
import { trimColumn, type TrimCell } from './trimColumn.ts';

const words = workbookWords.marks;
const COMPARED_PLACES = 9;
const MEAN_PLACES = 4;

/** What is compared and counted in this dropping: the totals as counted, or the marks of one criterion. */
interface Trimming { readonly trim: TrimColumns; readonly value: number; readonly valueOf: (ballot: BallotLine) => Fraction | null }
const trimmingsOf = ({ panel, columns }: Section): readonly Trimming[] => columns.trims.map((trim, at) => (panel.panel.trimOf === 'totals'
  ? { trim, value: columns.counted, valueOf: ({ sheet }) => sheet?.total ?? null }
  : { trim, value: columns.marks[at] ?? 0, valueOf: ({ sheet }) => sheet?.marks[at] ?? null }));

export function drawTrims(section: Section): void {
  const lines = linesOf(section);
  const trimmings = trimmingsOf(section);
  for (const trimming of trimmings) {
    const dropping = lines.filter((ballot) => ballot.by !== 'fillAfter');
    const cells = trimColumn(dropping.map((ballot) => ({ order: ballot.voter.order, value: trimming.valueOf(ballot) })), section.panel.drops);
    for (const [at, ballot] of dropping.entries()) drawTrim(section, trimming, { ballot, cell: cells[at] ?? null });
    for (const ballot of lines.filter((each) => each.by === 'fillAfter')) drawAfter(section, trimming, ballot);
    strike(section, trimming);
  }
  drawMeans(section);
  if (section.place.figures !== section.place.means) drawFigures(section, trimmings);
}

interface Trimmed { readonly ballot: BallotLine; readonly cell: TrimCell | null }
function drawTrim(section: Section, { trim, value, valueOf }: Trimming, { ballot, cell }: Trimmed): void {
  const { draft, columns } = section;
  const { line } = ballot;
  const isIn = `ISNUMBER(${columnCell(line, columns.sum)})`;
  const [mine, order, high, low] = [columnCell(line, trim.compared), columnCell(line, ORDER), columnCell(line, trim.high), columnCell(line, trim.low)];
  const [highest, lowest] = [footCell(section, 'highest'), footCell(section, 'lowest')];
  const all = (column: number): string => rangeOver(section, column, 'lastTrimmed');
  const alike = `COUNTIFS(${all(trim.compared)},${mine},${all(ORDER)},"<="&${order}`;
  const left = `${all(trim.high)},">"&${highest}`;
  const mark = valueOf(ballot);
  if (trim.compared !== columns.counted) draft.formula(line, trim.compared, { formula: `IF(${isIn},ROUND(${columnCell(line, value)},${COMPARED_PLACES}),"")`, shown: mark === null ? '' : shownNumber(mark, COMPARED_PLACES), style: helperStyle(MEAN_PLACES) });
  draft.formula(line, trim.high, { formula: `IF(${isIn},COUNTIF(${all(trim.compared)},">"&${mine})+${alike}),"")`, shown: cell?.high ?? '', style: helperStyle(0) });
  draft.formula(line, trim.low, { formula: `IF(${isIn},IF(${high}<=${highest},"",COUNTIFS(${all(trim.compared)},"<"&${mine},${left})+${alike},${left})),"")`, shown: cell?.low ?? '', style: helperStyle(0) });
  draft.formula(line, trim.used, { formula: `IF(${isIn},IF(${high}<=${highest},"",IF(${low}<=${lowest},"",${columnCell(line, value)})),"")`, shown: cell?.isKept === true ? shownOr(mark, '') : '', style: helperStyle(MEAN_PLACES) });
  if (columns.kept === null) return;
  const formula = `IF(${isIn},IF(${high}<=${highest},"${words.droppedHighest}",IF(${low}<=${lowest},"${words.droppedLowest}","")),"")`;
  draft.formula(line, columns.kept, { formula, shown: cell === null || cell.isKept ? '' : cell.low === null ? words.droppedHighest : words.droppedLowest, style: centreStyle });
}

/** What was filled in after dropping always counts. */
function drawAfter({ draft, columns }: Section, { trim, value, valueOf }: Trimming, ballot: BallotLine): void {
  const formula = `IF(ISNUMBER(${columnCell(ballot.line, columns.sum)}),${columnCell(ballot.line, value)},"")`;
  draft.formula(ballot.line, trim.used, { formula, shown: shownOr(valueOf(ballot), ''), style: helperStyle(MEAN_PLACES) });
}

/** Dropped marks are struck through for as long as their formula says so. */
function strike({ draft, panel, place, columns }: Section, { trim, value }: Trimming): void {
  const from = panel.panel.trimOf === 'totals' ? (columns.cell ?? columns.marks[0] ?? 0) : value;
  draft.highlight(`${cellAt(place.first, from)}:${cellAt(place.lastTrimmed, value)}`, `AND(ISNUMBER(${columnCell(place.first, columns.sum)}),${columnCell(place.first, trim.used)}="")`, struckStyle);
}

/** The mean of every column over the ballots that are left, fills after dropping left out. */
function drawMeans(section: Section): void {
  const { draft, panel, place, columns } = section;
  draft.text(place.means, NAME, { words: words.means, style: textStyle });
  for (const [at, column] of columns.marks.entries()) {
    const used = rangeOver(section, columns.trims[panel.panel.trimOf === 'totals' ? 0 : at]?.used ?? 0, 'lastTrimmed');
    const average = panel.panel.trimOf === 'totals' ? `SUMIFS(${rangeOver(section, column, 'lastTrimmed')},${used},${ANY_NUMBER})/COUNT(${used})` : `AVERAGE(${used})`;
    draft.formula(place.means, column, { formula: ifEnough(section, '', average), shown: shownOr(panel.trimmed?.criterionMeans[at], ''), style: numberStyle(MEAN_PLACES) });
  }
}

/** Per criterion: mean or median of what counts, rounded where the rules say. */
function drawFigures(section: Section, trimmings: readonly Trimming[]): void {
  const { draft, rules, place } = section;
  const places = rules.rounding.mark;
  draft.text(place.figures, NAME, { words: words.figures, style: textStyle });
  for (const [at, { trim, value }] of trimmings.entries()) {
    const average = `${averageName(section)}(${rangeOver(section, trim.used, 'last')})`;
    draft.formula(place.figures, value, { formula: ifEnough(section, '', roundedIf(average, places)), shown: shownOr(figureOf(section, at), ''), style: numberStyle(places ?? MEAN_PLACES) });
  }
}

export const averageName = ({ panel }: Section): string => (panel.panel.average === 'mean' ? 'AVERAGE' : 'MEDIAN');

const figureOf = ({ rules, panel }: Section, at: number): Fraction | null => {
  if (panel.trimmed === null || panel.form.kind !== 'score') return null;
  const criterion = panel.form.criteria[at]?.id;
  const gone = new Set(panel.trimmed.dropped.filter((each) => each.criterion === criterion).map((each) => each.voter));
  const marks = panel.trimmed.sheets.filter((sheet) => sheet.by === 'fillAfter' || !gone.has(sheet.voter)).map((sheet) => sheet.marks[at] ?? ZERO);
  return roundedExactly(panel.panel.average === 'mean' ? mean(marks) : median(marks), rules.rounding.mark);
};
