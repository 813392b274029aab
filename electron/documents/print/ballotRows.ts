// The rows of a ballot that lists all units: names that fit, heights by measure, pages filled from the top. It prints no cell.
// Pages are made here, not by the printer, so every page carries the holder, the heading row and "page n of m of this ballot".
import type { Panel } from '../../../shared/arena/rules.ts';
import type { Contestant } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { bandOf, closedBecause, footOf, judgeLine, nameOf, recusalOf, scoredBy, signLine, type BallotsInput, type Holder, type Placed } from './ballotParts.ts';
import { html, widthInEms, type Markup } from './markup.ts';

const words = print.ballot;
/** Millimetres at 10.5pt: one em, one line; heights of what every page carries, and of the lowest row. */
export const EM = 3.71;
export const LINE = 5.05;
const EVERY_PAGE = 42;
export const ROW = 8.6;
/** Rows of a ballot that fits on one page grow to this for writing by hand. */
const TALLEST = 13;

export const linesIn = (text: string, millimetres: number): number => Math.max(1, Math.ceil((widthInEms(text) * EM) / millimetres));

/** Lines a row of unbreakable pieces takes, filled greedily as the printer does. */
export const linesOfPieces = (pieces: readonly string[], millimetres: number): number => {
  let [lines, used] = [1, 0];
  for (const piece of pieces) {
    const width = widthInEms(piece) * EM + 3;
    if (used > 0 && used + width > millimetres) [lines, used] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(width / millimetres) - 1);
    used += width;
  }
  return lines;
};

/** The paper, the name column and the height of the heading row, in millimetres. */
export interface Sheet { readonly landscape: boolean; readonly width: number; readonly height: number; readonly name: number; readonly head: number }

/** Short name where the full one would take more than two lines. */
const shownName = (contestant: Contestant, read: BallotsInput['read'], column: number): string => {
  const full = nameOf(contestant.name, read);
  return linesIn(full, column - 3) <= 2 || contestant.shortName === null ? full : read(contestant.shortName);
};

export interface Row extends Placed { readonly name: string; readonly height: number }

const rowsOf = (input: BallotsInput, panel: Panel, sheet: Sheet): readonly Row[] =>
  scoredBy(input.session, panel).map(({ contestant, place }) => {
    const name = shownName(contestant, input.read, sheet.name);
    // One more line is kept for 所在单位，拟回避, which only some judges' sheets have: all sheets break alike.
    const mayRecuse = input.session.judges.some((judge) => judge.panel === panel.id && recusalOf(input.session, contestant, judge) === 'proposed');
    const lines = linesIn(name, sheet.name - 3) + (mayRecuse ? 1 : 0);
    return { contestant, place, name, height: Math.max(ROW, lines * 4.7 + 1.2) };
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

/** One panel's ballot: its paper, its guide, its heading row and how one row is written. */
export interface Ballot {
  readonly panel: Panel;
  readonly title: string;
  readonly sheet: Sheet;
  /** How to fill, then unbreakable pieces of a legend. */
  readonly fill: string;
  readonly legend: readonly string[];
  readonly head: Markup;
  /** Cells behind number and name: open ones, or one closed over all. */
  readonly cells: (closed: string | null) => Markup;
}

const guideHeight = ({ sheet, fill, legend, panel }: Ballot): number => {
  // A ballot without a name says so in up to two lines where a judge's name takes one.
  const nameless = panel.voters === 'named' ? 0 : LINE;
  return nameless + (linesIn(fill, sheet.width - 4) + (legend.length === 0 ? 0 : linesOfPieces(legend, sheet.width))) * LINE;
};

const rowMarkup = (input: BallotsInput, ballot: Ballot, at: { readonly row: Row; readonly holder: Holder }): Markup => {
  const { row, holder } = at;
  const proposed = recusalOf(input.session, row.contestant, holder.judge) === 'proposed';
  return html`<tr class="item"><td>${row.place}</td><td class="what">${row.name}${proposed ? html`<small>（${words.proposedRecusal}）</small>` : null}</td>${
    ballot.cells(closedBecause(input.session, row.contestant, holder))}</tr>`;
};

const leafOf = (input: BallotsInput, ballot: Ballot, at: { readonly holder: Holder; readonly page: number; readonly pages: readonly (readonly Row[])[]; readonly scope: number }): Markup => {
  const { holder, page, pages, scope } = at;
  const guide = html`<p class="note">${ballot.fill}</p>${ballot.legend.length === 0 ? null : html`<p class="note legend">${ballot.legend.map((piece) => html`<span>${piece}</span>`)}</p>`}`;
  return html`<section class="leaf lists run-${scope}">${bandOf(holder)}<div class="top"><h1>${ballot.title}</h1><p class="occasion">${input.read(input.session.title)}</p><span class="page">${
    say(words.sheetOf, { n: page + 1, total: pages.length })}</span></div>${judgeLine(holder, input.read)}${page > 0 ? null : guide}<table class="marks">${ballot.head}<tbody>${
    (pages[page] ?? []).map((row) => rowMarkup(input, ballot, { row, holder }))}</tbody></table><div class="grow"></div>${
    signLine(holder, html`<span class="note">${holder.judge === null ? words.spareNote : ''}</span>`)}${footOf(input, say(words.footTime, { at: input.printedAt }))}</section>`;
};

/** The leaves of every holder of a panel, and the height of their rows. */
export const leavesOf = (input: BallotsInput, ballot: Ballot, holders: readonly Holder[]): { readonly leaves: readonly Markup[]; readonly style: string } => {
  const other = ballot.sheet.height - EVERY_PAGE - ballot.sheet.head - (ballot.panel.voters === 'named' ? 0 : LINE);
  const first = other - guideHeight(ballot);
  const pages = paginate(rowsOf(input, ballot.panel, ballot.sheet), { first, other });
  const [only = [], ...more] = pages;
  const row = more.length > 0 || only.length === 0 ? ROW : Math.max(ROW, Math.min(TALLEST, (first - only.reduce((sum, each) => sum + each.height, 0)) / only.length + ROW));
  const scope = input.session.rules.panels.indexOf(ballot.panel);
  const leaves = holders.flatMap((holder) => pages.map((_, page) => leafOf(input, ballot, { holder, page, pages, scope })));
  return { leaves, style: `.run-${scope}.lists .marks .item td{height:${row.toFixed(1)}mm}` };
};

/** Styles shared by all ballots that list units. */
export const ROWS_STYLE = `
.lists{break-after:page}
.top{display:flex;align-items:baseline;justify-content:space-between;gap:4mm;margin-top:1.5mm}.top h1{font-size:16pt;letter-spacing:.1em;text-indent:0;flex:none}.top .occasion{margin:0;text-align:left;flex:1;max-height:2.7em;overflow:hidden}.top .page{flex:none;font-size:10.5pt}
.lists .judge{margin:.5mm 0 1.2mm}
.lists .marks{table-layout:fixed;margin-top:1mm}
.lists .marks th{line-height:1.3;padding:.8mm .5mm}.lists .marks th.what{padding-left:1.2mm}.legend span{display:inline-block;margin-right:3mm}.lists .marks .nothing{color:#333;font-size:10.5pt}
.lists .marks .what small{display:block;font-size:10.5pt;line-height:1.2}
.lists .marks td.what{line-height:1.25}
.lists .marks .item td{height:${ROW}mm;padding-top:.2mm;padding-bottom:.2mm}
.grow{flex:1}.lists .sign{margin:2mm 0}.lists .sign i{max-width:70mm}.sign .note{flex:1;text-align:right}
`;

/** The paper of one panel's run, as a named page: runs of one document may lie across or upright. */
export const sheetStyle = (scope: number, sheet: Sheet): string =>
  `@page run-${scope}{size:A4${sheet.landscape ? ' landscape' : ''};margin:9mm 12mm 13mm}.run-${scope}{page:run-${scope};width:${sheet.width}mm;height:${sheet.height}mm}.run-${scope} .c-name{width:${sheet.name.toFixed(2)}mm}`;
