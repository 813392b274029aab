// The foot of one section: how many ballots were needed and came, the panel's figure before and after its rounding, and what it brings to its part.
import { decimal } from '../../../../shared/kernel/fraction.ts';
import { say } from '../../../../shared/text/say.ts';
import { SMALLEST_GROUP } from '../../../../shared/arena/smallGroups.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { cellAt } from '../cells.ts';
import { blockStyle, centreStyle, helperStyle, numberStyle, resultStyle, textStyle } from '../styles.ts';
import { drawBallots } from './ballotRows.ts';
import { COUNT, FOOT, NAME } from './layout.ts';
import { countAverage, countedBallots, countRange, drawCounts } from './countRows.ts';
import { dash, footCell, heading, ifEnough, rangeOver, type Section } from './drawing.ts';
import { roundedIf, shownNumber, shownOr } from './formulas.ts';
import { averageName } from './trimRows.ts';

const words = workbookWords.marks;
const MEAN_PLACES = 4;

/** Draws a panel's section. */
export function drawPanel(section: Section): void {
  const { draft, panel, place } = section;
  const title = panel.shown === 'small' ? say(words.small, { name: panel.name, count: SMALLEST_GROUP }) : say(words.panel, { name: panel.name, form: panel.form.name });
  draft.text(place.title, NAME, { words: title, style: blockStyle });
  if (panel.shown === 'ballots') drawBallots(section);
  if (panel.shown === 'counts') drawCounts(section);
  drawFoot(section);
}

function drawFoot(section: Section): void {
  const { draft, panel, place } = section;
  const { foot } = place;
  heading(section, place.footHeading, [[NAME, words.figure], ...(['fullMark', 'points', 'highest', 'lowest', 'needed', 'valid', 'untrimmed', 'exact', 'figure', 'share'] as const).map((key) => [FOOT[key], words[key]] as const)]);
  draft.text(foot, NAME, { words: panel.name, style: textStyle });
  draft.number(foot, FOOT.fullMark, { value: shownNumber(panel.fullMark), style: centreStyle });
  draft.number(foot, FOOT.points, { value: shownNumber(decimal(panel.panel.points)), style: centreStyle });
  draft.number(foot, FOOT.highest, { value: panel.drops.highest, style: centreStyle });
  draft.number(foot, FOOT.lowest, { value: panel.drops.lowest, style: centreStyle });
  if (panel.shown === 'small') for (const key of ['needed', 'valid', 'untrimmed', 'exact', 'figure', 'share'] as const) draft.text(foot, FOOT[key], { words: dash, style: centreStyle });
  else drawFigure(section);
}

function drawFigure(section: Section): void {
  const { draft, rules, panel, place } = section;
  const { foot } = place;
  const least = `${footCell(section, 'highest')}+${footCell(section, 'lowest')}+1`;
  const isCounts = panel.shown === 'counts';
  const places = rules.rounding.panel ?? MEAN_PLACES;
  draft.formula(foot, FOOT.needed, { formula: panel.relaxed ? least : `MAX(${panel.panel.minimum},${least})`, shown: panel.needed, style: helperStyle(0) });
  const valid = isCounts ? `SUM(${countRange(section, COUNT.count)})` : `COUNT(${rangeOver(section, section.columns.sum, 'lastWritten')})`;
  draft.formula(foot, FOOT.valid, { formula: valid, shown: isCounts ? countedBallots(section) : panel.written.length, style: centreStyle });
  draft.formula(foot, FOOT.untrimmed, { formula: ifEnough(section, '', untrimmedFormula(section)), shown: shownOr(panel.untrimmed, ''), style: numberStyle(MEAN_PLACES) });
  draft.formula(foot, FOOT.exact, { formula: ifEnough(section, dash, exactFormula(section)), shown: shownOr(panel.trimmed?.value, dash), style: numberStyle(6) });
  const [exact, figure] = [cellAt(foot, FOOT.exact), cellAt(foot, FOOT.figure)];
  draft.formula(foot, FOOT.figure, { formula: `IF(ISNUMBER(${exact}),${roundedIf(exact, rules.rounding.panel)},"${dash}")`, shown: shownOr(panel.figure, dash), style: resultStyle(places) });
  const share = `${cellAt(foot, FOOT.points)}*${figure}/${cellAt(foot, FOOT.fullMark)}`;
  draft.formula(foot, FOOT.share, { formula: `IF(ISNUMBER(${figure}),${share},"${dash}")`, shown: shownOr(panel.share, dash), style: numberStyle(6) });
}

/** The mean of all written ballots, without dropping and rounding. */
const untrimmedFormula = (section: Section): string => {
  const valid = footCell(section, 'valid');
  if (section.panel.shown === 'counts') return `SUMPRODUCT(${countRange(section, COUNT.value)},${countRange(section, COUNT.count)})/${valid}`;
  return `SUM(${rangeOver(section, section.columns.sum, 'lastWritten')})/${valid}`;
};

/** Totals: mean or median of what counts. Criteria: the sum of the criteria's own figures. */
const exactFormula = (section: Section): string => {
  const { panel, place, columns } = section;
  if (panel.shown === 'counts') return countAverage(section);
  if (panel.panel.trimOf === 'criteria') return columns.marks.map((column) => cellAt(place.figures, column)).join('+');
  return `${averageName(section)}(${rangeOver(section, columns.trims[0]?.used ?? 0, 'last')})`;
};
