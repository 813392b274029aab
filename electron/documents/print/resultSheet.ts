// 成绩单: the sheet that is signed on the spot. Until the session is finalised it says that it is a draft.
import { isSmallPanel, SMALLEST_GROUP } from '../../../shared/arena/smallGroups.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { documentOf, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { rankingsOf, type Ranking } from './outcomes.ts';
import { columnsNote } from './resultColumns.ts';
import { adjustments, boxes, corrections, countsTable, draws, operations, SIGNATURE_STYLE, SIGNATURES_ACROSS, signatureLines } from './resultEnd.ts';
import { extraColumns, resultTable } from './resultParts.ts';
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
.results .panel{width:19mm}.results th.total{width:23mm}.results td.total{font-size:13pt;font-weight:700}.results .notes{width:42mm}
.results td.unit{font-size:11.5pt}
.counts th,.counts td{padding:.8mm 1mm;font-size:9.5pt}.counts .sum td{font-weight:700;border-top:.3mm solid #000}
.counts td.figure{width:12.5mm}
.body{margin-bottom:1mm}
.single{text-align:right;margin-top:2mm}
.closing{break-inside:avoid}
`;
/** With many columns the table needs the long side of the paper. */
const LANDSCAPE = `@page{size:A4 landscape}${SIGNATURES_ACROSS}`;
const MOST_UPRIGHT = 3;

const tableOf = (input: ResultSheetInput, ranking: Ranking): Markup => {
  const { session, read } = input;
  const heading = ranking.category === null ? null : html`<h2>${say(words.category, { name: ranking.name, count: ranking.outcomes.length })}</h2>`;
  const count = (kind: 'withdrawn' | 'forfeited'): number => ranking.outcomes.filter((outcome) => outcome.kind === kind).length;
  const figures = { ranked: ranking.rows.length, withdrawn: count('withdrawn'), forfeited: count('forfeited') };
  const sentence = !ranking.settled ? words.noRanks : figures.withdrawn + figures.forfeited > 0 ? say(words.ranked, figures) : say(words.rankedAll, figures);
  return html`${heading}<p class="small grey">${sentence}</p>${resultTable({ session, read, ranking })}`;
};

const notes = (session: ArenaSession, rankings: readonly Ranking[]): Markup => {
  const tallies = rankings.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? outcome.tally.panels : [])));
  const isSmall = tallies.some((own) => isSmallPanel(session.rules, own));
  const all = [columnsNote(session.rules), isSmall ? say(words.smallNote, { least: SMALLEST_GROUP }) : ''].filter((note) => note !== '');
  return html`${all.map((note) => html`<p class="small grey">${note}</p>`)}`;
};

const signatures = (session: ArenaSession): Markup => html`<div class="closing">${signatureLines(words.signatures)}${session.rules.singleOperator ? html`<p class="single"><span class="badge">${words.single}</span></p>` : null}</div>`;

/** The result sheet as one document: the rankings with the signatures under them, order of operations, bonuses and penalties, count of the votes, boxes, corrections, draws, how to recount. */
export const resultSheet = (input: ResultSheetInput): string => {
  const { session, read } = input;
  const rankings = rankingsOf(session);
  const title = read(session.title);
  const final = session.phase === 'finalised' || session.phase === 'archived';
  const given = { session, read };
  return documentOf({
    title: `${title} ${words.title}`, marking: input.marking, style: SHEET_STYLE + SIGNATURE_STYLE + STYLE + (Math.max(...rankings.map((ranking) => extraColumns(session, ranking))) > MOST_UPRIGHT ? LANDSCAPE : ''),
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}${final ? null : html`<p class="alert">${words.draft}</p>`}${rankings.map((ranking) => tableOf(input, ranking))}${
      notes(session, rankings)}${signatures(session)}${operations(given)}${adjustments(given)}${countsTable(given)}${boxes(given)}${corrections(given)}${draws(given)}<h2>${
      words.checkHeading}</h2><p>${input.recountHint}</p>`,
  });
};
