// 出场顺序: the speaking order, and where it was drawn the seed, every lot and how anyone checks it by SHA-256. A seed that was sealed before is
// printed as its code alone until the number has been called.
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
.order .speaker{width:28mm}.order .category{width:26mm}.order .lot{width:42mm}.order .ticket{width:44mm}
.order .mono{font-size:8.5pt;line-height:1.3}
.seed{border:.3mm solid #888;padding:1.5mm 3mm;margin:2mm 0 4mm}
.closing .mono{display:block;font-size:9pt}
.closing{break-inside:avoid}
`;

const ticketOf = (seed: string, id: string): string => sha256Hex(`${seed}:${id}`);

/** The order as drawn: by category where lots are drawn so. */
const drawnOrder = (session: ArenaSession, seed: string): readonly string[] => (session.rules.lot.byCategory
  ? session.rules.categories.flatMap((category) => drawOrder(seed, session.order.filter((id) => session.contestants[id]?.category === category.id)))
  : drawOrder(seed, session.order));

/** The place by lot, for those who do not speak at it. */
const drawnPlaces = (session: ArenaSession): Readonly<Record<string, number>> => {
  if (session.orderSeed === null) return {};
  return Object.fromEntries(drawnOrder(session, session.orderSeed).flatMap((id, at) => (session.order[at] === id ? [] : [[id, at + 1]])));
};

interface Row { readonly contestant: Contestant; readonly place: number; readonly drawn: number | undefined; readonly speakers: boolean }

const rowOf = (input: OrderSheetInput, row: Row): Markup => {
  const seed = input.session.orderSeed;
  const lot = seed === null ? null : html`<td class="mono">${row.contestant.id}</td><td class="mono">${ticketOf(seed, row.contestant.id).slice(0, SHOWN_DIGITS)}</td>`;
  const moved = row.drawn === undefined ? null : html` <span class="badge">${say(words.drawnPlace, { n: row.drawn })}</span>`;
  const { stage } = row.contestant;
  const withdrawn = stage === 'withdrawn' || stage === 'forfeited' ? html` <span class="badge">${words[stage]}</span>` : null;
  const category = input.session.rules.categories.find((each) => each.id === row.contestant.category);
  const speaker = row.contestant.speaker === null ? '' : input.read(row.contestant.speaker);
  return html`<tr><td class="place">${row.place}</td><td class="what unit">${nameOf(row.contestant.name, input.read)}${moved}${withdrawn}</td>${
    category === undefined ? null : html`<td class="small">${category.name}</td>`}${row.speakers ? html`<td>${speaker}</td>` : null}${lot}</tr>`;
};

const isCommitted = (session: ArenaSession): boolean => session.lot !== null && session.orderSeed === `${session.lot.secret}+${session.orderCalled ?? ''}`;

const howToCheck = (session: ArenaSession): Markup | null => {
  const [first] = session.order;
  if (session.orderSeed === null || first === undefined) return null;
  const examples = [`${session.orderSeed}:${first}`, ticketOf(session.orderSeed, first)];
  const sealed = isCommitted(session) && session.lot !== null ? [html`<li>${words.commitStep}<span class="mono">SHA-256(${session.lot.secret}) = ${session.lot.commitment}</span></li>`] : [];
  const steps = words.checkSteps.map((step, at) => html`<li>${step}${examples[at] === undefined ? null : html`<span class="mono">${examples[at]}</span>`}</li>`);
  return html`<div class="closing"><h2>${words.checkHeading}</h2><ol>${sealed}${steps}</ol>${session.rules.lot.byCategory ? html`<p>${words.byCategory}</p>` : null}</div>`;
};

const labelled = (label: string, value: string): Markup => html`<p>${label}：<span class="mono">${value}</span></p>`;

/** The seed as drawn with; the code of a sealed secret before and after; the secret itself only once the number has been called. */
const seedOf = (session: ArenaSession): Markup | null => {
  const { lot, orderSeed } = session;
  if (lot !== null && isCommitted(session)) {
    return html`<div class="seed">${labelled(words.commitment, lot.commitment)}${labelled(words.secret, lot.secret)}${labelled(words.called, session.orderCalled ?? '')}${labelled(words.seed, orderSeed ?? '')}<p class="small grey">${words.seedFrom}</p></div>`;
  }
  if (orderSeed !== null) return html`<div class="seed">${labelled(words.seed, orderSeed)}</div>`;
  return lot === null ? null : html`<div class="seed">${labelled(words.commitment, lot.commitment)}<p class="small grey">${words.sealed}</p></div>`;
};

/** The speaking order as one document. Whoever does not speak at the place the lot gave is marked with that place. */
export const orderSheet = (input: OrderSheetInput): string => {
  const { session } = input;
  const contestants = contestantsInOrder(session);
  const drawn = drawnPlaces(session);
  const speakers = contestants.some((contestant) => contestant.speaker !== null);
  const rows = contestants.map((contestant, at) => rowOf(input, { contestant, place: at + 1, drawn: drawn[contestant.id], speakers }));
  const heads = html`<th class="place">${words.number}</th><th class="what">${words.unit}</th>${session.rules.categories.length === 0 ? null : html`<th class="category">${words.category}</th>`}${speakers ? html`<th class="speaker">${words.speaker}</th>` : null}${
    session.orderSeed === null ? null : html`<th class="lot">${words.lot}</th><th class="ticket">${words.ticket}</th>`}`;
  const moved = Object.keys(drawn).length === 0 ? null : html`<p class="small grey">${words.moved}</p>`;
  const title = input.read(session.title);
  return documentOf({
    title: `${title} ${words.title}`, marking: input.marking, style: SHEET_STYLE + STYLE,
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}<p>${say(words.method, { method: print.methods[session.orderMethod ?? 'none'] })}</p>${seedOf(session)}${moved}<table class="plain order"><thead><tr>${
      heads}</tr></thead><tbody>${rows}</tbody></table>${howToCheck(session)}`,
  });
};
