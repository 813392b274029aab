// 计票单: per panel that counts cells, a row per contestant and a column per grade or place; blank to draw 正 in while votes are read out, with the
// counts printed where they are locked. Too few ballots without names are not counted out here either.
import type { PanelWorking } from '../../../shared/arena/explainShape.ts';
import { formOf, type Panel } from '../../../shared/arena/rules.ts';
import { rankedOf } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { countKeys } from '../../../shared/arena/voters.ts';
import { nameOf, scoredBy, type Placed } from './ballotParts.ts';
import { documentOf, panelBands, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { SIGNATURE_STYLE, SIGNATURES_ACROSS, signatureLines } from './resultEnd.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';
import { workingOf } from './workings.ts';

export interface TallySheetInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly printedAt: string;
  /** Ids of the panels to print for; all that count cells when left out. */
  readonly panels?: readonly string[] | undefined;
  readonly marking?: string | undefined;
}

const words = print.tallySheet;
/** Columns of places in one table; longer rosters go on in another table below. */
const MOST_PLACES = 12;

export const TALLY_STYLE = `
@page{size:A4 landscape;margin:12mm 12mm 15mm}
.band{display:flex;justify-content:space-between;padding:1mm 3mm;font-weight:700;margin-top:3mm;break-after:avoid}
.run{break-before:page}.run:first-of-type{break-before:auto}
.note{margin:1.5mm 0}
.tally{table-layout:fixed;margin-top:2mm}
.tally th,.tally td{border:.25mm solid #000;text-align:center;padding:.5mm 1mm;vertical-align:middle}
.tally th{background:#f1f1f1;font-weight:700;line-height:1.3}
.tally td{height:12.5mm;font-size:12pt}.tally td.place{font-size:10.5pt}
.tally td.what,.tally th.what{text-align:left;overflow-wrap:anywhere;line-height:1.25}
.tally .place{width:13mm}.tally .what{width:52mm}.tally .sum{width:20mm}
`;

/** The count of one contestant in one panel; null while there is none, or none that may be shown. */
const countOf = ({ session, read }: TallySheetInput, panel: Panel, id: string): PanelWorking | null => {
  const own = workingOf(session, id, read).panels.find((each) => each.panel === panel.id);
  return own === undefined || own.small || own.cells.length === 0 ? null : own;
};

const gapOf = (working: PanelWorking, cause: 'abstained' | 'void'): number => working.gaps.filter((gap) => gap.cause === cause).reduce((sum, gap) => sum + gap.count, 0);

interface Slice { readonly keys: readonly string[]; readonly heads: readonly string[]; /** Whether blanks, void ones and the sum stand in this table. */ readonly ends: boolean }

/** The columns of a panel's tables: grades in one, places a dozen at a time. */
const slicesOf = (session: ArenaSession, panel: Panel): readonly Slice[] => {
  const form = formOf(session.rules, panel);
  const [first] = scoredBy(session, panel);
  const keys = countKeys(session.rules, panel, rankedOf(session, first?.contestant.category ?? null));
  if (form.kind === 'grade') return [{ keys, heads: form.grades.map((grade) => grade.name), ends: true }];
  return Array.from({ length: Math.ceil(keys.length / MOST_PLACES) }, (_, at) => keys.slice(at * MOST_PLACES, (at + 1) * MOST_PLACES))
    .map((some, at, all) => ({ keys: some, heads: some.map((key) => say(words.onePlace, { n: key })), ends: at === all.length - 1 }));
};

const rowOf = (input: TallySheetInput, panel: Panel, at: { readonly placed: Placed; readonly slice: Slice }): Markup => {
  const { placed: { contestant, place }, slice } = at;
  const working = countOf(input, panel, contestant.id);
  const cell = (text: number | undefined): Markup => html`<td class="figure">${working === null || text === undefined ? '' : text}</td>`;
  const votes = slice.keys.map((key) => cell(working?.cells.find((each) => each.key === key)?.count));
  const [abstained, voided] = working === null ? [0, 0] : [gapOf(working, 'abstained'), gapOf(working, 'void')];
  const ends = slice.ends ? html`${cell(abstained)}${cell(voided)}${cell((working?.valid ?? 0) + abstained + voided)}` : null;
  return html`<tr><td class="place">${place}</td><td class="what">${nameOf(contestant.name, input.read)}</td>${votes}${ends}</tr>`;
};

const tableOf = (input: TallySheetInput, panel: Panel, slice: Slice): Markup => html`<table class="tally"><thead><tr><th class="place">${words.number}</th><th class="what">${words.unit}</th>${
  slice.heads.map((head) => html`<th>${head}</th>`)}${slice.ends ? html`<th class="end">${words.blank}</th><th class="end">${words.void}</th><th class="sum">${words.sum}</th>` : null}</tr></thead><tbody>${
  scoredBy(input.session, panel).filter(({ contestant }) => contestant.stage !== 'withdrawn' && contestant.stage !== 'forfeited').map((placed) => rowOf(input, panel, { placed, slice }))}</tbody></table>`;

const runOf = (input: TallySheetInput, panel: Panel): Markup => {
  const form = formOf(input.session.rules, panel);
  const band = input.session.rules.panels.indexOf(panel);
  return html`<section class="run"><div class="band band-${band}"><span>${panel.name}</span><span>${form.name}</span></div><p class="note">${form.kind === 'rank' ? words.rankHint : words.hint}</p>${
    slicesOf(input.session, panel).map((slice) => tableOf(input, panel, slice))}${signatureLines(words.signatures)}</section>`;
};

/** The panels whose cells are counted out, of those asked for. */
export const countedPanels = ({ session, panels }: TallySheetInput): readonly Panel[] =>
  session.rules.panels.filter((panel) => formOf(session.rules, panel).kind !== 'score' && (panels?.includes(panel.id) ?? true));

/** The runs of the panels, each on its own page or pages. */
export const tallyRuns = (input: TallySheetInput): readonly Markup[] => countedPanels(input).map((panel) => runOf(input, panel));

/** The tally sheets of a session, a page or more for each panel that counts cells. */
export const tallySheet = (input: TallySheetInput): string => {
  const { session, read } = input;
  const runs = tallyRuns(input);
  const title = read(session.title);
  return documentOf({
    title: say(words.documentTitle, { session: title }), marking: input.marking, style: SHEET_STYLE + SIGNATURE_STYLE + SIGNATURES_ACROSS + TALLY_STYLE + panelBands(session.rules.panels),
    body: html`${headingOf({ title, kind: words.title, printedAt: input.printedAt })}${runs.length === 0 ? html`<p>${words.nothing}</p>` : runs}`,
  });
};
