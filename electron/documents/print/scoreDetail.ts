// 算给你看 on paper: one contestant's score, step by step, for whoever wants to check it with a pencil.
// Names of judges are printed only when asked for. All figures come from the working (explain), none is reckoned here.
import { explain } from '../../../shared/arena/explain.ts';
import type { PanelWorking, Working } from '../../../shared/arena/explainShape.ts';
import { say } from '../../../shared/text/say.ts';
import { explainWords } from '../../../shared/text/zh/explain.ts';
import { print } from '../../../shared/text/zh/print.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { nameOf } from './ballotParts.ts';
import { documentOf, panelBands, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { outcomeOf } from './outcomes.ts';
import { pendingInWords } from './resultParts.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';
import { adjustmentLines, isAnyCut, panelReckoning, partLines, placeLines, stepMarkup } from './workingLines.ts';
import { sheetsTable, votesTable } from './workingTable.ts';

export interface ScoreDetailInput {
  readonly session: ArenaSession;
  readonly read: Read;
  /** Id of the contestant. */
  readonly contestant: string;
  readonly printedAt: string;
  /** Whether judges are named; by seat only when left out. */
  readonly names?: boolean | undefined;
  readonly marking?: string | undefined;
}

const words = print.detail;

const STYLE = `
header{padding-bottom:2mm;margin-bottom:3mm}h1{font-size:17pt}
.who{display:flex;justify-content:space-between;align-items:flex-end;gap:6mm;margin-bottom:1.5mm}
.who .unit{font-size:17pt;font-weight:700;line-height:1.25;overflow-wrap:anywhere}.who .score{text-align:right;flex:none}
.who .score b{font-size:26pt;line-height:1;display:block}
.band{display:flex;justify-content:space-between;padding:.8mm 3mm;font-weight:700;margin-top:4mm;break-after:avoid}
.detail td,.detail th{padding:.6mm 1mm}.detail .seat{width:13mm}.detail .name{width:24mm}.detail .sum{width:20mm;font-weight:700}.detail .state{width:40mm}
.detail th{font-size:9.5pt}.detail s{text-decoration-thickness:.35mm;color:#555}.detail tr.out td{color:#555}
.votes{break-inside:avoid}.votes td,.votes th{padding:.6mm 4mm}.votes .what{width:40%}
.formula{margin-top:2mm;font-size:11pt;line-height:1.6;overflow-wrap:anywhere}
.reckoning{break-inside:avoid;break-before:avoid;margin-top:1.5mm}.reckoning+.formula{break-before:avoid}.formula b{white-space:nowrap}.means{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 8mm}
.final{border:.5mm solid #000;padding:2mm 4mm;margin-top:5mm;break-inside:avoid}.final h2{margin-top:0}.final .formula{font-size:13pt}
.wide .detail{font-size:9pt}
`;

const panelMarkup = (session: ArenaSession, panel: PanelWorking, names: boolean): Markup => {
  const band = session.rules.panels.findIndex((each) => each.id === panel.panel);
  const part = session.rules.parts.find((each) => each.id === panel.part);
  const share = session.rules.panels.length > 1 ? `${say(words.panelShare, { part: part?.name ?? '', points: panel.points })}${print.semicolon}` : '';
  return html`<div class="band band-${band}"><span>${panel.name}</span><span>${share}${say(words.sheetsOf, { points: panel.fullMark })}</span></div>${
    panel.rows.length === 0 ? null : sheetsTable(panel, names)}${panel.cells.length === 0 ? null : votesTable(panel)}${panelReckoning(panel)}`;
};

const totalMarkup = (session: ArenaSession, working: Working): Markup | null => {
  if (working.total === null) return null;
  const only = working.parts.length === 1 ? working.parts[0]?.score.text ?? '' : working.total.text;
  const parts = partLines(working);
  const made = adjustmentLines(working);
  const place = placeLines(session.rules, working);
  return html`${parts.length === 0 ? null : html`<h2>${words.parts}</h2>${parts}`}${made.length === 0 ? null : html`<h2>${words.adjustments}</h2>${made}`}<section class="final"><h2>${explainWords.total}</h2><p class="formula figure">${
    stepMarkup(working.total.step, only)}</p>${place.map((line) => html`<p class="figure">${line}</p>`)}</section>`;
};

const correctionsOf = ({ lock, corrections }: Working): Markup | null => (corrections.length === 0 ? null
  : html`<p><span class="badge">${print.result.corrected}</span>${say(words.corrected, { lock })}</p>${corrections.map((reason) => html`<p>${say(words.correction, { reason })}</p>`)}`);

const remarks = (working: Working, names: boolean): string => {
  const isStruck = working.panels.some((panel) => panel.rows.some((row) => row.dropped !== null || row.marks.some((mark) => mark.dropped !== null)));
  const hasSeats = working.panels.some((panel) => panel.voters === 'named' && panel.rows.length > 0);
  return `${isStruck ? words.struck : ''}${names || !hasSeats ? '' : words.namesHidden}${isAnyCut(working) ? explainWords.cut : ''}`;
};

/** The page for one contestant as a document of its own. Throws when the contestant is not in the session. */
export const scoreDetail = (input: ScoreDetailInput): string => {
  const { session, read } = input;
  const names = input.names === true;
  const working = explain({ session, contestant: input.contestant, read, names });
  const contestant = session.contestants[input.contestant];
  if (contestant === undefined) throw new Error(`contestant ${input.contestant} is not in the session`);
  const outcome = outcomeOf(session, contestant, session.order.indexOf(input.contestant) + 1);
  const unit = nameOf(contestant.name, read);
  const score = working.total === null ? null : html`<p class="score"><span>${explainWords.total}</span><b class="figure">${working.total.text}</b></p>`;
  const pending = outcome.kind === 'scored' ? null : html`<p class="alert">${say(words.pending, { reason: pendingInWords(session, outcome, read) })}</p>`;
  const columns = Math.max(0, ...working.panels.map((panel) => panel.columns.length));
  return documentOf({
    title: say(words.documentTitle, { unit }), marking: input.marking,
    style: SHEET_STYLE + STYLE + panelBands(session.rules.panels) + (columns > 8 ? '@page{size:A4 landscape}' : ''),
    body: html`<div class="${columns > 12 ? 'wide' : ''}">${headingOf({ title: read(session.title), kind: explainWords.title, printedAt: input.printedAt })}<div class="who"><div><p class="grey">${
      say(words.position, { n: outcome.place })}</p><p class="unit">${unit}</p></div>${score}</div>${pending}${correctionsOf(working)}<p class="small grey">${
      remarks(working, names)}</p>${working.panels.map((panel) => panelMarkup(session, panel, names))}${totalMarkup(session, working)}</div>`,
  });
};
