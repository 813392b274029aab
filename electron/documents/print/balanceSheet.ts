// 票数平衡表: per panel and contestant, issued = returned + outstanding and returned = valid + abstained + void, with the reason where somebody wrote one.
import { standingLock } from '../../../shared/arena/sessionResult.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { explainWords } from '../../../shared/text/zh/explain.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { nameOf, scoredBy, type Placed } from './ballotParts.ts';
import { documentOf, panelBands, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { boxes, SIGNATURE_STYLE, signatureLines } from './resultEnd.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';
import { panelVotes, type PanelVotes, type Votes } from './votes.ts';

export interface BalanceSheetInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly printedAt: string;
  readonly marking?: string | undefined;
}

const words = print.balanceSheet;
const { columns } = words;

export const BALANCE_STYLE = `
.band{display:flex;justify-content:space-between;padding:1mm 3mm;font-weight:700;margin-top:5mm;break-after:avoid}
.balance .place{width:12mm}.balance td.figure,.balance th.figure{width:14mm}.balance .check{width:48mm}
.balance th,.balance td{padding:1mm}
.bad{font-weight:700}
`;

const outstandingOf = ({ absent, left, missing }: Votes): string => ([['absent', absent], ['leftEarly', left], ['missing', missing]] as const)
  .flatMap(([cause, count]) => (count === 0 ? [] : [say(words.outstandingOf, { cause: explainWords.cause[cause], count })])).join(print.comma);

const checkOf = ({ votes, balance, balanced }: PanelVotes, panel: Panel, read: Read): Markup => {
  if (balance === null && panel.voters !== 'named') return html`<td class="what small"><span class="bad">${words.uncounted}</span></td>`;
  const reason = balance?.reason == null ? '' : say(words.reason, { reason: read(balance.reason) });
  const outstanding = balance === null ? outstandingOf(votes) : '';
  return html`<td class="what small"><span class="${balanced ? '' : 'bad'}">${balanced ? words.yes : words.no}</span>${[outstanding, reason].filter((text) => text !== '').map((text) => print.semicolon + text)}</td>`;
};

const rowOf = (input: BalanceSheetInput, panel: Panel, { contestant, place }: Placed): Markup => {
  const own = standingLock(input.session, contestant.id) === undefined ? undefined : panelVotes(input.session, contestant.id, input.read).find((each) => each.panel === panel.id);
  const start = html`<td class="place">${place}</td><td class="what">${nameOf(contestant.name, input.read)}</td>`;
  if (contestant.stage === 'withdrawn' || contestant.stage === 'forfeited') return html`<tr>${start}<td class="what small" colspan="8">${explainWords.pending[contestant.stage]}</td></tr>`;
  if (own === undefined) return html`<tr>${start}<td class="what small" colspan="8">${words.pending}</td></tr>`;
  const { votes } = own;
  const figures = [votes.issued, votes.returned, votes.issued - votes.returned, votes.valid, votes.abstained, votes.void, votes.recused];
  return html`<tr>${start}${figures.map((figure) => html`<td class="figure">${figure}</td>`)}${checkOf(own, panel, input.read)}</tr>`;
};

const HEADS = [columns.issued, columns.returned, columns.outstanding, columns.valid, columns.abstained, columns.void, columns.recused];

const tableOf = (input: BalanceSheetInput, panel: Panel): Markup => html`<div class="band band-${input.session.rules.panels.indexOf(panel)}"><span>${panel.name}</span><span>${
  panel.voters === 'named' ? '' : print.ballot.nameless}</span></div><table class="plain balance"><thead><tr><th class="place">${words.number}</th><th class="what">${words.unit}</th>${
  HEADS.map((head) => html`<th class="figure">${head}</th>`)}<th class="what check">${columns.balanced}</th></tr></thead><tbody>${scoredBy(input.session, panel).map((placed) => rowOf(input, panel, placed))}</tbody></table>`;

/** The tables of every panel, the sealed boxes and lines to sign. */
export const balanceTables = (input: BalanceSheetInput): Markup => html`<p class="small grey">${words.note}</p>${input.session.rules.panels.map((panel) => tableOf(input, panel))}${
  boxes({ session: input.session, read: input.read })}${signatureLines(words.signatures)}`;

/** The balance of every panel as one document. */
export const balanceSheet = (input: BalanceSheetInput): string => {
  const { session, read } = input;
  const title = read(session.title);
  return documentOf({
    title: say(words.documentTitle, { session: title }), marking: input.marking, style: SHEET_STYLE + SIGNATURE_STYLE + BALANCE_STYLE + panelBands(session.rules.panels),
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}${balanceTables(input)}`,
  });
};
