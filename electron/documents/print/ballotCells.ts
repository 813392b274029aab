// 评价票 and 名次票: all contestants as rows; grades as columns to tick, or one column for the place. How blanks, double marks and all-equal sheets
// are counted is printed on the ballot, as the rules have it.
import type { GradeForm, RankForm } from '../../../shared/arena/forms.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { linesIn, LINE, sheetStyle, type Ballot, type Sheet } from './ballotRows.ts';
import { html, type Markup } from './markup.ts';

const words = print.ballot;
const NUMBER = 13;
const [WIDTH, HEIGHT] = [186, 273];

interface Columns { readonly column: number; readonly names: readonly string[] }

const sheetOf = ({ column, names }: Columns): Sheet => {
  const lines = Math.max(...names.map((name) => linesIn(name, column - 2.2)));
  return { landscape: false, width: WIDTH, height: HEIGHT, name: WIDTH - NUMBER - 0.6 - column * names.length, head: 3 + lines * LINE };
};

const styleOf = (scope: number, columns: Columns): string =>
  `${sheetStyle(scope, sheetOf(columns))}.run-${scope} .c-number{width:${NUMBER}mm}.run-${scope} .c-mark{width:${columns.column.toFixed(2)}mm}`;

const headOf = (names: readonly string[]): Markup => html`<colgroup><col class="c-number"><col class="c-name">${names.map(() => html`<col class="c-mark">`)}</colgroup><thead><tr><th>${
  words.number}</th><th class="what">${words.unit}</th>${names.map((name) => html`<th>${name}</th>`)}</tr></thead>`;

/** What makes a cell or a sheet void or an abstention, in the words of the rules (domain.md §2.1). */
export const gradeRules = (form: GradeForm): string => {
  const sentences = [words.blank[form.blank], words.double[form.double], ...(form.allEqualVoid ? [words.allEqual] : []), words.abstentions[form.abstentionsCount ? 'yes' : 'no']];
  return `${sentences.join(print.semicolon)}。`;
};
/** The same for a slip with one contestant. */
export const gradeRulesOne = (form: GradeForm): string => `${[words.blankOne[form.blank], words.doubleOne, words.abstentions[form.abstentionsCount ? 'yes' : 'no']].join(print.semicolon)}。`;

export const gradeBallot = (panel: Panel, form: GradeForm, scope: number): { readonly ballot: Ballot; readonly style: string } => {
  const columns = { column: Math.min(26, (WIDTH - NUMBER - 60) / form.grades.length), names: form.grades.map((grade) => grade.name) };
  const cells = (closed: string | null): Markup => (closed === null ? html`${form.grades.map(() => html`<td></td>`)}` : html`<td class="nothing" colspan="${form.grades.length}">${closed}</td>`);
  const legend = form.grades.map((grade) => say(words.gradeValue, grade));
  return { style: styleOf(scope, columns), ballot: { panel, title: form.name, sheet: sheetOf(columns), fill: words.fillGrade + gradeRules(form), legend, head: headOf(columns.names), cells } };
};

/** `of` is how many contestants are ranked. */
export const rankBallot = (panel: Panel, form: RankForm, given: { readonly scope: number; readonly of: number }): { readonly ballot: Ballot; readonly style: string } => {
  const columns = { column: 40, names: [words.place] };
  const cells = (closed: string | null): Markup => (closed === null ? html`<td></td>` : html`<td class="nothing">${closed === words.withdrawn ? words.notRanked : closed}</td>`);
  return { style: styleOf(given.scope, columns), ballot: { panel, title: form.name, sheet: sheetOf(columns), fill: say(words.fillRank, { n: given.of }) + words.voidRank, legend: [], head: headOf(columns.names), cells } };
};
