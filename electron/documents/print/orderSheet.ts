// 出场顺序: the speaking order, and where it was drawn the seed, every lot and how anyone checks it by SHA-256.
import { drawOrder, sha256Hex } from '../../../shared/kernel/draw.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import type { ArenaSession, Contestant } from '../../../shared/arena/state.ts';
import { contestantsInOrder, nameOf } from './ballotParts.ts';
import { documentOf, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';

export interface OrderSheetInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly printedAt: string;
  readonly marking?: string | undefined;
}

const words = print.order;
const SHOWN_DIGITS = 16;

const STYLE = `
.order .place{width:14mm}.order td.place{font-size:13pt;font-weight:700}.order td.unit{font-size:12pt}
.order .speaker{width:32mm}.order .lot{width:42mm}.order .ticket{width:44mm}
.order .mono{font-size:8.5pt;line-height:1.3}
.seed{border:.3mm solid #888;padding:1.5mm 3mm;margin:2mm 0 4mm}
.closing .mono{display:block;font-size:9pt}
.closing{break-inside:avoid}
`;

const ticketOf = (seed: string, id: string): string => sha256Hex(`${seed}:${id}`);

/** The place by lot, for those who do not speak at it. */
const drawnPlaces = (session: ArenaSession): Readonly<Record<string, number>> => {
  if (session.orderSeed === null) return {};
  const drawn = drawOrder(session.orderSeed, session.order);
  return Object.fromEntries(drawn.flatMap((id, at) => (session.order[at] === id ? [] : [[id, at + 1]])));
};

interface Row { readonly contestant: Contestant; readonly place: number; readonly drawn: number | undefined; readonly speakers: boolean }

const rowOf = (input: OrderSheetInput, row: Row): Markup => {
  const seed = input.session.orderSeed;
  const lot = seed === null ? null : html`<td class="mono">${row.contestant.id}</td><td class="mono">${ticketOf(seed, row.contestant.id).slice(0, SHOWN_DIGITS)}</td>`;
  const moved = row.drawn === undefined ? null : html` <span class="badge">${say(words.drawnPlace, { n: row.drawn })}</span>`;
  const withdrawn = row.contestant.stage === 'withdrawn' ? html` <span class="badge">${words.withdrawn}</span>` : null;
  const speaker = row.contestant.speaker === null ? '' : input.read(row.contestant.speaker);
  return html`<tr><td class="place">${row.place}</td><td class="what unit">${nameOf(row.contestant.name, input.read)}${moved}${withdrawn}</td>${
    row.speakers ? html`<td>${speaker}</td>` : null}${lot}</tr>`;
};

const howToCheck = (session: ArenaSession): Markup | null => {
  const [first] = session.order;
  if (session.orderSeed === null || first === undefined) return null;
  const examples = [`${session.orderSeed}:${first}`, ticketOf(session.orderSeed, first)];
  const steps = words.checkSteps.map((step, at) => html`<li>${step}${examples[at] === undefined ? null : html`<span class="mono">${examples[at]}</span>`}</li>`);
  return html`<div class="closing"><h2>${words.checkHeading}</h2><ol>${steps}</ol></div>`;
};

/** The speaking order as one document. Whoever does not speak at the place the lot gave is marked with that place. */
export const orderSheet = (input: OrderSheetInput): string => {
  const { session } = input;
  const contestants = contestantsInOrder(session);
  const drawn = drawnPlaces(session);
  const speakers = contestants.some((contestant) => contestant.speaker !== null);
  const rows = contestants.map((contestant, at) => rowOf(input, { contestant, place: at + 1, drawn: drawn[contestant.id], speakers }));
  const seed = session.orderSeed === null ? null : html`<p class="seed">${words.seed}：<span class="mono">${session.orderSeed}</span></p>`;
  const heads = html`<th class="place">${words.number}</th><th class="what">${words.unit}</th>${speakers ? html`<th class="speaker">${words.speaker}</th>` : null}${
    session.orderSeed === null ? null : html`<th class="lot">${words.lot}</th><th class="ticket">${words.ticket}</th>`}`;
  const moved = Object.keys(drawn).length === 0 ? null : html`<p class="small grey">${words.moved}</p>`;
  const title = input.read(session.title);
  return documentOf({
    title: `${title} ${words.title}`, marking: input.marking, style: SHEET_STYLE + STYLE,
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}<p>${say(words.method, { method: print.methods[session.orderMethod ?? 'none'] })}</p>${seed}${moved}<table class="plain order"><thead><tr>${
      heads}</tr></thead><tbody>${rows}</tbody></table>${howToCheck(session)}`,
  });
};
