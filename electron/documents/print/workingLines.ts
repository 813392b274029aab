// Formulas and sentences of 算给你看 on paper. Every figure comes from the working; nothing is reckoned here.
import type { ColumnStep, Equation, PanelWorking, Step, Working } from '../../../shared/arena/explainShape.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { SMALLEST_GROUP } from '../../../shared/arena/smallGroups.ts';
import { say } from '../../../shared/text/say.ts';
import { explainWords as words } from '../../../shared/text/zh/explain.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { tieInWords } from '../ruleSheet/ruleSheet.ts';
import { html, type Markup } from './markup.ts';
import { whyAdjusted } from './resultEnd.ts';

export const equationText = ({ left, sign, right }: Equation): string => (left === right ? right : `${left} ${sign} ${right}`);

/** A formula, and the rounding behind it in bold. */
export const stepMarkup = (step: Step, taken = ''): Markup => {
  const rounding = step.rounding === null ? null : html` <b>${print.detail.arrow}${say(words.roundTo, { places: step.rounding.places, value: step.rounding.text })}</b>`;
  return html`${step.equation === null ? taken : equationText(step.equation)}${rounding}`;
};

const sortedLine = (sorted: readonly string[] | null): string => (sorted === null ? '' : say(words.sorted, { values: sorted.join(print.comma) }) + print.semicolon);

const columnLine = (panel: PanelWorking, column: ColumnStep, average: 'mean' | 'median'): Markup =>
  html`<li>${say(words.columnFigure, { name: panel.columns.length === 1 ? '' : column.name, average: words.average[average] })}：${sortedLine(column.sorted)}${stepMarkup(column.step)}</li>`;

/** Who stands without marks, what was filled and dropped, in the order in which it is done. */
const before = (panel: PanelWorking): readonly Markup[] => {
  const gaps = panel.gaps.map((gap) => say(words.gap, { cause: words.cause[gap.cause], count: gap.count, as: words.as[gap.as] }));
  const { relaxed: reason, ...drops } = panel.drops;
  const trim = drops.highest + drops.lowest === 0 ? words.trim.none : say(words.trim[panel.trimOf], drops);
  const { highest, lowest } = panel.droppedCells;
  const values = highest.length + lowest.length === 0 ? '' : say(words.droppedValues, { values: [...highest, ...lowest].join(print.comma) });
  const relaxed = reason === null ? [] : [html`<p>${say(words.relaxed, { ...drops, reason })}</p>`];
  const rounding = panel.rows.find((row) => row.sum.rounding !== null)?.sum.rounding;
  const rounded = rounding == null ? '' : print.semicolon + say(words.sheetRounded, { places: rounding.places });
  return [
    html`<p>${[say(words.valid, { count: panel.valid }), ...gaps].join(print.semicolon)}${print.semicolon}${trim}${values}${rounded}</p>`, ...relaxed,
    ...panel.fills.map((fill) => html`<p>${words.fills[fill.by]}</p><ul class="figure means">${fill.columns.map((column) => columnLine(panel, column, 'mean'))}</ul>`),
  ];
};

/** Everything behind a panel's table: how it becomes one figure. */
export const panelReckoning = (panel: PanelWorking): Markup => {
  if (panel.small) return html`<div class="reckoning"><p class="formula">${say(words.valid, { count: panel.valid })}${print.semicolon}${say(words.small, { least: SMALLEST_GROUP })}</p></div>`;
  const columns = panel.perColumn.length === 0 ? null : html`<ul class="figure means">${panel.perColumn.map((column) => columnLine(panel, column, panel.average))}</ul>`;
  const figure = panel.step === null || panel.figure === null ? null : html`<p class="formula figure">${say(words.panelFigure, { name: panel.name })}${
    panel.average === 'median' && panel.trimOf === 'totals' ? `（${words.average.median}）` : ''}：${sortedLine(panel.sorted)}${stepMarkup(panel.step, panel.figure.text)}</p>`;
  return html`<div class="reckoning small">${before(panel)}${columns}</div>${figure}`;
};

/** Parts, where there is more to say than that one panel's figure is taken over. */
export const partLines = (working: Working): readonly Markup[] => working.parts.flatMap((part) => {
  const isPlain = working.parts.length === 1 && part.step.equation === null && part.step.rounding === null;
  if (isPlain) return [];
  const isHidden = working.panels.some((panel) => panel.part === part.part && panel.small);
  const taken = part.source === 'entered' ? `${words.entered} ${part.score.text}` : isHidden ? `${words.hiddenFormula}${part.step.rounding === null ? part.score.text : ''}` : part.score.text;
  return [html`<p class="formula figure">${say(words.partFigure, { name: part.name, fullMark: part.fullMark, points: part.points })}：${stepMarkup(part.step, taken)}</p>`];
});

export const adjustmentLines = (working: Working): readonly Markup[] => working.adjustments.map((line) => {
  const steps = [...(line.sum === null ? [] : [equationText(line.sum)]), ...(line.scale === null ? [] : [equationText(line.scale)])].join(print.semicolon);
  return html`<p class="formula figure">${line.name ?? words.time}（${whyAdjusted(line, working.fullMark)}）：${steps === '' ? '' : `${steps}${print.semicolon}`}${words[line.sign]} ${line.points.cut ? '≈' : ''}${line.points.text}</p>`;
});

const tieLine = (rules: Rules, working: Working): string => {
  const tie = working.rank?.tie;
  if (tie == null) return '';
  if (tie.rule.by === 'shared') return words.tieShared;
  const figures = tie.compared.map(({ name, figure }) => say(words.compared, { name, figure: figure === null ? '' : `${figure.cut ? '≈' : ''}${figure.text}` }));
  return `${say(words.tie, { rule: tieInWords(rules, tie.rule) })}：${figures.join(print.comma)}`;
};

/** Rank, how a tie was settled, tier and 名次分. */
export const placeLines = (rules: Rules, working: Working): readonly string[] => {
  const { rank } = working;
  if (rank === null) return [];
  const place = say(rank.category === null ? words.rankOf : words.rankIn, { rank: rank.rank, of: rank.of, category: rank.category ?? '' });
  const points = rank.placePoints === null ? '' : `${words.placePoints}：${rank.placePoints.equation === null ? rank.placePoints.text.text : equationText(rank.placePoints.equation)}`;
  return [`${place}${rank.shared ? `（${words.sharedRank}）` : ''}`, tieLine(rules, working), rank.tier === null ? '' : say(words.tier, { name: rank.tier }), points].filter((line) => line !== '');
};

export const isAnyCut = (working: Working): boolean => JSON.stringify(working).includes('…');
