// 获奖名单: tier by tier, category by category, for the host to read and to post. A category in which anything is open has no list yet.
// Totals stand on it only where the 公布范围 shows them as figures.
import { awardsOf } from '../../../shared/arena/awards.ts';
import type { Award } from '../../../shared/arena/rules.ts';
import type { Standing } from '../../../shared/arena/standings.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { nameOf } from './ballotParts.ts';
import { documentOf, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { rankingsOf, type Ranking } from './outcomes.ts';
import { SIGNATURE_STYLE, signatureLines } from './resultEnd.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';

export interface AwardListInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly printedAt: string;
  readonly marking?: string | undefined;
}

const words = print.awardList;

const STYLE = `
.category{font-size:15pt;text-align:center;margin:7mm 0 1mm;break-after:avoid}.category::before{content:none}
.tier{font-size:14pt;margin-top:6mm}
.awards td.unit{font-size:13pt;font-weight:700}.awards .rank{width:18mm}.awards .speaker{width:40mm}.awards .total{width:28mm}
`;

interface Shown { readonly input: AwardListInput; readonly speakers: boolean; readonly totals: boolean }

const rowOf = ({ input, speakers, totals }: Shown, row: Standing): Markup => {
  const contestant = input.session.contestants[row.contestant];
  const speaker = contestant?.speaker == null ? '' : input.read(contestant.speaker);
  return html`<tr><td class="rank">${row.rank}</td><td class="what unit">${nameOf(contestant?.name ?? null, input.read)}</td>${speakers ? html`<td>${speaker}</td>` : null}${totals ? html`<td class="figure">${row.tally.text}</td>` : null}</tr>`;
};

const tierOf = (shown: Shown, tier: Award, rows: readonly Standing[]): Markup => {
  const heading = html`<h2 class="tier">${rows.length === 0 ? tier.name : say(words.count, { name: tier.name, count: rows.length })}</h2>`;
  if (rows.length === 0) return html`${heading}<p>${words.nobody}</p>`;
  return html`${heading}<table class="plain awards"><thead><tr><th class="rank">${words.rank}</th><th class="what">${words.unit}</th>${shown.speakers ? html`<th class="speaker">${words.speaker}</th>` : null}${
    shown.totals ? html`<th class="total">${words.total}</th>` : null}</tr></thead><tbody>${rows.map((row) => rowOf(shown, row))}</tbody></table>`;
};

const rankingMarkup = (shown: Shown, ranking: Ranking): Markup => {
  const { rules } = shown.input.session;
  const heading = ranking.category === null ? null : html`<h2 class="category">${ranking.name}</h2>`;
  if (!ranking.settled) return html`<p class="alert">${ranking.category === null ? words.notSettled : say(words.notSettledIn, { category: ranking.name })}</p>`;
  const given = awardsOf(rules, ranking.category, ranking.rows);
  const tiers = rules.awards.tiers.filter((tier) => tier.category === null || tier.category === ranking.category);
  return html`${heading}${tiers.map((tier) => tierOf(shown, tier, ranking.rows.filter((row) => given.get(row.contestant) === tier)))}`;
};

/** The list of awards as one document. */
export const awardList = (input: AwardListInput): string => {
  const { session, read } = input;
  const title = read(session.title);
  const shown = { input, speakers: Object.values(session.contestants).some((contestant) => contestant.speaker !== null), totals: session.rules.disclosure.total === 'figure' };
  const isFinal = session.phase === 'finalised' || session.phase === 'archived';
  return documentOf({
    title: say(words.documentTitle, { session: title }), marking: input.marking, style: SHEET_STYLE + SIGNATURE_STYLE + STYLE,
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}${isFinal ? null : html`<p class="alert">${print.result.draft}</p>`}${
      session.rules.awards.tiers.length === 0 ? html`<p>${words.noTiers}</p>` : rankingsOf(session).map((ranking) => rankingMarkup(shown, ranking))}${signatureLines(words.signatures)}`,
  });
};
