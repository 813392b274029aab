// 成绩单: the sheet that is signed on the spot. Until the session is finalised it says that it is a draft.
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { nameOf } from './ballotParts.ts';
import { documentOf, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { resultsOf, type Results } from './outcomes.ts';
import { countsTable, panelPlaces, resultTable } from './resultParts.ts';
import { rulesInWords } from './rulesInWords.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';

export interface ResultSheetInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly printedAt: string;
  /** How and against which check code to recount; a sentence of the host. */
  readonly recountHint: string;
  readonly marking?: string | undefined;
}

const words = print.result;

const STYLE = `
.results .rank{width:13mm}.results td.rank{font-size:13pt;font-weight:700}.results .place,.counts .place{width:12mm}
.results .panel{width:19mm}.results th.total{width:23mm}.results td.total{font-size:13pt;font-weight:700}.results .notes{width:46mm}
.results td.unit{font-size:11.5pt}
.counts th,.counts td{padding:.8mm 1mm;font-size:9.5pt}.counts .sum td{font-weight:700;border-top:.3mm solid #000}
.counts td.figure{width:12.5mm}
.badges{text-align:center;margin-bottom:3mm}
.signatures{display:grid;grid-template-columns:1fr 1fr;gap:9mm 12mm;margin-top:11mm;break-inside:avoid}
.signatures p{display:flex;align-items:flex-end;gap:3mm;font-size:12pt}.signatures i{flex:1;border-bottom:.3mm solid #000;height:9mm}
.single{text-align:right;margin-top:2mm}
.closing{break-inside:avoid}
`;
/** With many panels the table needs the long side of the paper. */
const LANDSCAPE = '@page{size:A4 landscape}.results .panel{width:auto}';

const statusLine = (session: ArenaSession, results: Results): Markup => {
  const final = session.phase === 'finalised' || session.phase === 'archived';
  const ranked = Object.keys(results.ranks).length;
  const withdrawn = results.outcomes.filter((outcome) => outcome.kind === 'withdrawn').length;
  const sentence = !results.settled ? words.noRanks : withdrawn > 0 ? say(words.ranked, { ranked, withdrawn }) : say(words.rankedAll, { ranked });
  return html`${final ? null : html`<p class="alert">${words.draft}</p>`}<p class="small grey">${sentence}</p>`;
};

const corrections = ({ session, read }: ResultSheetInput): Markup => {
  const reasons = session.order.flatMap((id) => {
    const contestant = session.contestants[id];
    return contestant === undefined ? [] : contestant.window.corrections.map((reason) => say(words.correctionItem, { unit: nameOf(contestant.name, read), reason: read(reason) }));
  });
  const all = [...reasons, ...session.reopenings.map((reason) => say(words.reopeningItem, { reason: read(reason) }))];
  const list = all.length === 0 ? html`<p>${words.noCorrections}</p>` : html`<ul>${all.map((each) => html`<li>${each}</li>`)}</ul>`;
  return html`<h2>${words.correctionsHeading}</h2>${list}`;
};

const draws = ({ session, read }: ResultSheetInput): Markup => {
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(session.contestants[id]?.name ?? null, read)).join(print.comma);
  const order = session.orderSeed === null ? say(words.noOrderDraw, { method: print.methods[session.orderMethod ?? 'none'] }) : say(words.orderSeed, { seed: session.orderSeed });
  const ties = session.draws.map((draw) => html`<p>${say(words.tieDraw, { units: names(draw.contestants), seed: draw.seed, order: names(draw.order) })}</p>`);
  return html`<h2>${words.drawHeading}</h2><p>${order}</p>${ties}`;
};

const signatures = (session: ArenaSession): Markup => html`<div class="closing"><div class="signatures">${
  words.signatures.map((who) => html`<p><span>${who}</span><i></i></p>`)}</div>${session.rules.singleOperator ? html`<p class="single"><span class="badge">${words.single}</span></p>` : null}</div>`;

/** The result sheet as one document: ranking with the signatures under it, rules in words, count of the votes, corrections, draws, how to recount. */
export const resultSheet = (input: ResultSheetInput): string => {
  const { session, read } = input;
  const results = resultsOf(session);
  const title = read(session.title);
  const many = session.rules.panels.length > 1;
  const exactMeans = session.rules.rounding.panel !== null;
  const panelNote = many && !exactMeans ? html`<p class="small grey">${say(words.panelNote, { places: panelPlaces(session) })}</p>` : null;
  const given = { session, read, results };
  return documentOf({
    title: `${title} ${words.title}`, marking: input.marking, style: SHEET_STYLE + STYLE + (session.rules.panels.length > 3 ? LANDSCAPE : ''),
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}${statusLine(session, results)}${resultTable(given)}${panelNote}${signatures(session)}<h2>${
      words.rulesHeading}</h2><p class="body">${rulesInWords(session.rules)}</p>${countsTable(given)}${corrections(input)}${draws(input)}<h2>${
      words.checkHeading}</h2><p>${input.recountHint}</p>`,
  });
};
