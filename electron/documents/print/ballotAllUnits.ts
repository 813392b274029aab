// 打分票（全部单位）: one ballot per judge with all contestants in speaking order as rows and criteria as columns.
import { formFullMark, type Criterion, type ScoreForm } from '../../../shared/arena/forms.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import { exactText } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { linesIn, LINE, sheetStyle, type Ballot, type Sheet } from './ballotRows.ts';
import { html, type Markup } from './markup.ts';

const words = print.ballot;
const FIXED = { number: 11, total: 18, abstain: 12, shortestName: 48 };
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

interface Layout extends Sheet {
  readonly column: number;
  /** Whether the heading row says ①②… because the names would not fit. */
  readonly numbered: boolean;
}

const layoutOf = (criteria: readonly Criterion[]): Layout => {
  const landscape = criteria.length > 6;
  const [width, height] = landscape ? [273, 186] : [186, 273];
  // Half a border on either side lies outside the columns.
  const free = width - FIXED.number - FIXED.total - FIXED.abstain - 0.6;
  const column = Math.min(20, Math.max(8.8, (free - FIXED.shortestName) / criteria.length));
  const lines = Math.max(...criteria.map((criterion) => linesIn(criterion.name, column - 2.2)));
  const numbered = lines > 3;
  return { landscape, width, height, column, name: free - column * criteria.length, numbered, head: 3 + ((numbered ? 1 : lines) + 1) * LINE };
};

const legendOf = (criteria: readonly Criterion[]): readonly string[] => [
  words.legend,
  ...criteria.map((criterion, at) => say(words.legendItem, { n: CIRCLED[at] ?? at + 1, name: criterion.name, points: criterion.points, floor: criterion.floor, ceiling: criterion.ceiling, step: criterion.step })),
];

const headOf = (form: ScoreForm, layout: Layout): Markup => {
  const names = form.criteria.map((criterion, at) => html`<th>${layout.numbered ? CIRCLED[at] ?? at + 1 : criterion.name}<br>${criterion.points}</th>`);
  const columns = form.criteria.map(() => html`<col class="c-mark">`);
  return html`<colgroup><col class="c-number"><col class="c-name">${columns}<col class="c-total"><col class="c-abstain"></colgroup><thead><tr><th>${words.number}</th><th class="what">${words.unit}</th>${names}<th>${words.total}<br>${
    exactText(formFullMark(form, 1))}</th><th>${words.abstain}</th></tr></thead>`;
};

/** The total's corridor as a sentence, where the form has one. */
export const corridorLine = (form: ScoreForm): string => (form.corridor === null ? '' : say(words.corridor, form.corridor));

/** The ballot of a panel that scores with a score sheet, and its styles. */
export const scoreBallot = (panel: Panel, form: ScoreForm, scope: number): { readonly ballot: Ballot; readonly style: string } => {
  const sheet = layoutOf(form.criteria);
  const open = html`${form.criteria.map(() => html`<td></td>`)}<td></td><td><i class="tick"></i></td>`;
  const cells = (closed: string | null): Markup => (closed === null ? open : html`<td class="nothing" colspan="${form.criteria.length + 2}">${closed}</td>`);
  const style = `${sheetStyle(scope, sheet)}.run-${scope} .c-number{width:${FIXED.number}mm}.run-${scope} .c-mark{width:${sheet.column.toFixed(2)}mm}.run-${scope} .c-total{width:${FIXED.total}mm}.run-${scope} .c-abstain{width:${FIXED.abstain}mm}`;
  return { style, ballot: { panel, title: say(words.titleAllUnits, { form: form.name }), sheet, fill: words.fillAllUnits + corridorLine(form) + words.voidAllUnits, legend: legendOf(form.criteria), head: headOf(form, sheet), cells } };
};
