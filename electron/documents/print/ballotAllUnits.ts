// 打分票（全部单位）: one ballot per judge with all contestants in speaking order as rows and criteria as columns.
// Pages are made here, not by the printer, so every page carries the judge, the heading row and "page n of m of this ballot".
import type { Criterion } from '../../../shared/arena/rules.ts';
import type { ArenaSession, Contestant } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { BALLOT_STYLE, bandOf, contestantsInOrder, footOf, holdersOf, judgeLine, nameOf, recusalOf, type BallotsInput, type Holder } from './ballotParts.ts';
import { documentOf, panelBands } from './frame.ts';
import { html, widthInEms, type Markup } from './markup.ts';

const words = print.ballot;
/** Millimetres at 10.5pt: one em, one line; widths of the fixed columns; heights of what every page carries. */
const EM = 3.71;
const LINE = 5.05;
const FIXED = { number: 11, total: 18, abstain: 12, shortestName: 48 };
const EVERY_PAGE = 42;
const ROW = 8.6;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

interface Layout {
  readonly landscape: boolean; readonly width: number; readonly height: number;
  readonly column: number; readonly name: number;
  /** Whether the heading row says ①②… because the names would not fit. */
  readonly numbered: boolean; readonly head: number;
}

const linesIn = (text: string, millimetres: number): number => Math.ceil((widthInEms(text) * EM) / millimetres);

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

/** Lines a row of unbreakable pieces takes, filled greedily as the printer does. */
const linesOfPieces = (pieces: readonly string[], millimetres: number): number => {
  let [lines, used] = [1, 0];
  for (const piece of pieces) {
    const width = widthInEms(piece) * EM + 3;
    if (used > 0 && used + width > millimetres) [lines, used] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(width / millimetres) - 1);
    used += width;
  }
  return lines;
};

/** Short name where the full one would take more than two lines. */
const shownName = (contestant: Contestant, read: BallotsInput['read'], column: number): string => {
  const full = nameOf(contestant.name, read);
  return linesIn(full, column - 3) <= 2 || contestant.shortName === null ? full : read(contestant.shortName);
};

interface Row { readonly contestant: Contestant; readonly place: number; readonly name: string; readonly height: number }

const rowsOf = (input: BallotsInput, layout: Layout): readonly Row[] =>
  contestantsInOrder(input.session).map((contestant, at) => {
    const name = shownName(contestant, input.read, layout.name);
    // One more line is kept for 所在单位，拟回避, which only some judges' sheets have: all sheets break alike.
    const mayRecuse = input.session.judges.some((judge) => recusalOf(input.session, contestant, judge) === 'proposed');
    const lines = linesIn(name, layout.name - 3) + (mayRecuse ? 1 : 0);
    return { contestant, place: at + 1, name, height: Math.max(ROW, lines * 4.7 + 1.2) };
  });

/** Fills pages from the top; the first also carries how to fill and the legend. */
const paginate = (rows: readonly Row[], room: { readonly first: number; readonly other: number }): readonly (readonly Row[])[] => {
  const pages: Row[][] = [[]];
  let left = room.first;
  for (const row of rows) {
    if (row.height > left && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      left = room.other;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
};

const STYLE = `
.leaf{break-after:page}.leaf:last-child{break-after:auto}
.top{display:flex;align-items:baseline;justify-content:space-between;gap:4mm;margin-top:1.5mm}.top h1{font-size:16pt;letter-spacing:.1em;text-indent:0;flex:none}.top .occasion{margin:0;text-align:left;flex:1;max-height:2.7em;overflow:hidden}
.judge{margin:.5mm 0 1.2mm}.judge .page{margin-left:auto;font-size:10.5pt;flex:none}
.marks{table-layout:fixed;margin-top:1mm}
.marks th{line-height:1.3;padding:.8mm .5mm}.marks th.what{padding-left:1.2mm}.legend span{display:inline-block;margin-right:3mm}.marks .nothing{color:#333;font-size:10.5pt}
.marks .what small{display:block;font-size:10.5pt;line-height:1.2}
.marks td.what{line-height:1.25}
.marks .item td{height:${ROW}mm;padding-top:.2mm;padding-bottom:.2mm}
.grow{flex:1}.sign{margin:2mm 0}.sign i{max-width:70mm}.sign .note{flex:1;text-align:right}
`;

const columnStyles = (layout: Layout): string => `@page{size:A4${layout.landscape ? ' landscape' : ''};margin:9mm 12mm 13mm}
.leaf{width:${layout.width}mm;height:${layout.height}mm}
.c-number{width:${FIXED.number}mm}.c-name{width:${layout.name.toFixed(2)}mm}.c-mark{width:${layout.column.toFixed(2)}mm}.c-total{width:${FIXED.total}mm}.c-abstain{width:${FIXED.abstain}mm}`;

const headOf = (session: ArenaSession, layout: Layout): Markup => {
  const names = session.rules.criteria.map((criterion, at) => html`<th>${layout.numbered ? CIRCLED[at] ?? at + 1 : criterion.name}<br>${criterion.points}</th>`);
  const columns = session.rules.criteria.map(() => html`<col class="c-mark">`);
  return html`<colgroup><col class="c-number"><col class="c-name">${columns}<col class="c-total"><col class="c-abstain"></colgroup><thead><tr><th>${words.number}</th><th class="what">${words.unit}</th>${names}<th>${words.total}<br>${session.rules.fullMark}</th><th>${words.abstain}</th></tr></thead>`;
};

const rowOf = (session: ArenaSession, row: Row, holder: Holder): Markup => {
  const recusal = recusalOf(session, row.contestant, holder.judge);
  const start = html`<td>${row.place}</td><td class="what">${row.name}${recusal === 'proposed' ? html`<small>（${words.proposedRecusal}）</small>` : null}</td>`;
  const closed = row.contestant.stage === 'withdrawn' ? words.withdrawn : recusal === 'recused' ? words.recused : null;
  const cells = session.rules.criteria.map(() => html`<td></td>`);
  return closed === null
    ? html`<tr class="item">${start}${cells}<td></td><td><i class="tick"></i></td></tr>`
    : html`<tr class="item">${start}<td class="nothing" colspan="${session.rules.criteria.length + 2}">${closed}</td></tr>`;
};

interface Plan { readonly layout: Layout; readonly pages: readonly (readonly Row[])[] }

const leafOf = (input: BallotsInput, plan: Plan, at: { readonly holder: Holder; readonly page: number }): Markup => {
  const { holder, page } = at;
  const paging = html`<span class="page">${say(words.sheetOf, { n: page + 1, total: plan.pages.length })}</span>`;
  const guide = page > 0 ? null : html`<p class="note">${words.fillAllUnits}${words.voidAllUnits}</p><p class="note legend">${legendOf(input.session.rules.criteria).map((piece) => html`<span>${piece}</span>`)}</p>`;
  return html`<section class="leaf">${bandOf(holder)}<div class="top"><h1>${words.titleAllUnits}</h1><p class="occasion">${input.read(input.session.title)}</p>${paging}</div>${
    judgeLine(holder, input.read)}${guide}<table class="marks">${headOf(input.session, plan.layout)}<tbody>${
    (plan.pages[page] ?? []).map((row) => rowOf(input.session, row, holder))}</tbody></table><div class="grow"></div><p class="sign"><span>${words.signature}</span><i></i><span class="note">${
    holder.judge === null ? words.spareNote : ''}</span></p>${footOf(input, say(words.footTime, { at: input.printedAt }))}</section>`;
};

const planOf = (input: BallotsInput): Plan => {
  const layout = layoutOf(input.session.rules.criteria);
  const other = layout.height - EVERY_PAGE - layout.head;
  const guide = (linesIn(words.fillAllUnits + words.voidAllUnits, layout.width - 4) + linesOfPieces(legendOf(input.session.rules.criteria), layout.width)) * LINE;
  return { layout, pages: paginate(rowsOf(input, layout), { first: other - guide, other }) };
};

/** One ballot per judge, several pages where the roster is long; a panel's spares behind its judges. */
export const ballotsAllUnits = (input: BallotsInput): string => {
  const plan = planOf(input);
  const leaves = holdersOf(input).flatMap((holder) => plan.pages.map((_, page) => leafOf(input, plan, { holder, page })));
  return documentOf({
    title: say(words.documentTitle, { session: input.read(input.session.title) }), marking: input.marking, margins: 'outside',
    style: `${BALLOT_STYLE}${STYLE}${columnStyles(plan.layout)}${panelBands(input.session.rules.panels)}`,
    body: html`${leaves}`,
  });
};
