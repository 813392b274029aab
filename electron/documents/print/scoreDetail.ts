// 算给你看: one contestant's score, step by step: every sheet by seat, the dropped ones struck, the formula with its figures, the roundings.
// Names of judges are printed only when asked for. All figures come from tally.
import { exactText, format, type Fraction } from '../../../shared/kernel/fraction.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import type { ArenaSession, LockedSheets } from '../../../shared/arena/state.ts';
import { tally, type PanelTally, type Tally } from '../../../shared/arena/tally.ts';
import { nameOf } from './ballotParts.ts';
import { panelTable, totalTexts } from './detailTable.ts';
import { documentOf, panelBands, type Read } from './frame.ts';
import { html, type Markup } from './markup.ts';
import { outcomeOf } from './outcomes.ts';
import { pendingInWords } from './resultParts.ts';
import { headingOf, SHEET_STYLE } from './sheetStyle.ts';

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
const SHOWN_PLACES = 6;
const MOST_TERMS = 15;

const STYLE = `
.who{display:flex;justify-content:space-between;align-items:flex-end;gap:6mm;margin-bottom:3mm}
.who .unit{font-size:19pt;font-weight:700;line-height:1.25;overflow-wrap:anywhere}.who .score{text-align:right;flex:none}
.who .score b{font-size:30pt;line-height:1;display:block}
.band{display:flex;justify-content:space-between;padding:.8mm 3mm;font-weight:700;margin-top:6mm;break-after:avoid}
.detail td,.detail th{padding:.9mm 1mm}.detail .seat{width:13mm}.detail .name{width:24mm}.detail .sum{width:20mm;font-weight:700}.detail .state{width:40mm}
.detail th{font-size:9.5pt}.detail s{text-decoration-thickness:.35mm;color:#555}.detail tr.out td{color:#555}
.formula{margin-top:2mm;font-size:11pt;line-height:1.6}

.reckoning{break-inside:avoid;break-before:avoid}.formula b{white-space:nowrap}.means{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 8mm}
.final{border:.5mm solid #000;padding:2.5mm 4mm;margin-top:7mm;break-inside:avoid}.final h2{margin-top:0}.final .formula{font-size:13pt}
.wide .detail{font-size:9pt}
`;

/** The exact decimal, or six places and … when it has no end. */
export const exactly = (value: Fraction): string => {
  const exact = exactText(value);
  if (exact !== null && (exact.split('.')[1]?.length ?? 0) <= SHOWN_PLACES) return exact;
  return format(value, SHOWN_PLACES * 2).slice(0, -SHOWN_PLACES) + words.ellipsis;
};

const rounding = (value: Fraction, places: number | null): Markup | null =>
  places === null ? null : html` <b>${say(words.roundTo, { places, value: format(value, places) })}</b>`;

const keptTotals = (panel: PanelTally): readonly string[] => {
  const texts = totalTexts(panel);
  const kept = panel.sheets.filter((sheet) => !panel.dropped.some((dropped) => dropped.criterion === null && dropped.judge === sheet.judge));
  return kept.map((sheet) => texts[sheet.judge] ?? '');
};

/** The panel's mean as the rules make it: of kept totals, or the sum of the criteria's means. `plain` is the same before panel rounding. */
const panelFormula = (session: ArenaSession, panel: PanelTally, plain: PanelTally): Markup => {
  const { rules } = session;
  const value = exactly(plain.mean);
  const end = rounding(plain.mean, rules.rounding.panel);
  if (rules.trimOf === 'totals') {
    const totals = keptTotals(panel);
    const values = totals.join(' ＋ ');
    const text = totals.length > MOST_TERMS ? say(words.formulaMany, { count: totals.length, value }) : say(words.formulaTotals, { values, count: totals.length, value });
    return html`<p class="formula figure">${words.panelMean}：${text}${end}</p>`;
  }
  const means = panel.criterionMeans.map((mean, at) => html`<li>${say(words.criterionMean, { name: rules.criteria[at]?.name ?? '', value: exactly(mean) })}${rounding(mean, rules.rounding.mark)}</li>`);
  const shown = panel.criterionMeans.map((mean) => (rules.rounding.mark === null ? exactly(mean) : format(mean, rules.rounding.mark)));
  return html`<p class="formula">${words.criterionMeans}</p><ul class="figure means">${means}</ul><p class="formula figure">${words.panelMean}：${
    say(words.formulaCriteria, { values: shown.join(' ＋ '), value })}${end}</p>`;
};

const finalFormula = (session: ArenaSession, scored: Extract<Tally, { ok: true }>): Markup => {
  const terms = scored.panels.map((panel, at) => say(words.finalTerm, { value: exactly(panel.mean), weight: session.rules.panels[at]?.weight ?? '' })).join(' ＋ ');
  const exact = exactly(scored.exact);
  const formula = scored.panels.length === 1 ? exact : say(words.finalFormula, { terms, value: exact });
  return html`<section class="final"><h2>${words.finalHeading}</h2><p class="formula figure">${formula} ${rounding(scored.exact, session.rules.rounding.final)}</p></section>`;
};

const panelsOf = (input: ScoreDetailInput, locked: LockedSheets, scored: Tally): Markup => {
  const { session } = input;
  // The same reckoning without panel rounding: the value that the rounding is shown to act on.
  const plain = tally({ ...session.rules, rounding: { ...session.rules.rounding, panel: null } }, session.judges, locked);
  return html`${session.rules.panels.map((panel, band) => {
    const own = scored.ok ? scored.panels[band] : undefined;
    const unrounded = plain.ok ? plain.panels[band] : undefined;
    const weight = session.rules.panels.length > 1 ? say(words.panelWeight, { weight: panel.weight }) : '';
    const relaxed = locked.relaxed[panel.id];
    return html`<div class="band band-${band}"><span>${panel.name}</span><span>${weight}</span></div>${
      panelTable({ session, read: input.read, names: input.names === true, contestant: input.contestant, locked, panel, tallied: own })}${
      relaxed === undefined ? null : html`<p class="small">${say(words.relaxed, { panel: panel.name, highest: relaxed.dropHighest, lowest: relaxed.dropLowest, reason: input.read(relaxed.reason) })}</p>`}${
      own === undefined || unrounded === undefined ? null : html`<div class="reckoning">${panelFormula(session, own, unrounded)}</div>`}`;
  })}`;
};

const correctionsOf = ({ session, read, contestant }: ScoreDetailInput): Markup | null => {
  const window = session.contestants[contestant]?.window;
  if (window === undefined || window.corrections.length === 0) return null;
  return html`<p><span class="badge">${print.result.corrected}</span>${say(words.corrected, { lock: window.locks.length })}</p>${
    window.corrections.map((reason) => html`<p>${say(words.correction, { reason: read(reason) })}</p>`)}`;
};

/** The page for one contestant as a document of its own. Throws when the contestant is not in the session. */
export const scoreDetail = (input: ScoreDetailInput): string => {
  const { session, read } = input;
  const contestant = session.contestants[input.contestant];
  if (contestant === undefined) throw new Error(`contestant ${input.contestant} is not in the session`);
  const outcome = outcomeOf(session, contestant, session.order.indexOf(input.contestant) + 1);
  const unit = nameOf(contestant.name, read);
  const scored = outcome.kind === 'scored' || outcome.kind === 'tooFew' ? outcome.tally : null;
  const score = outcome.kind === 'scored' ? html`<p class="score"><span>${words.total}</span><b class="figure">${outcome.tally.text}</b></p>` : null;
  const pending = outcome.kind === 'scored' ? null : html`<p class="alert">${say(words.pending, { reason: pendingInWords(session, outcome) })}</p>`;
  const panels = outcome.kind === 'scored' || outcome.kind === 'tooFew' ? panelsOf(input, outcome.locked, outcome.tally) : null;
  const drops = scored?.ok === true && scored.panels.some((panel) => panel.dropped.length > 0) ? words.struck : '';
  return documentOf({
    title: say(words.documentTitle, { unit }), marking: input.marking,
    style: SHEET_STYLE + STYLE + panelBands(session.rules.panels) + (session.rules.criteria.length > 8 ? '@page{size:A4 landscape}' : ''),
    body: html`<div class="${session.rules.criteria.length > 12 ? 'wide' : ''}">${headingOf({ title: read(session.title), kind: words.title, printedAt: input.printedAt })}<div class="who"><div><p class="grey">${
      say(words.position, { n: outcome.place })}</p><p class="unit">${unit}</p></div>${score}</div>${pending}${correctionsOf(input)}<p class="small grey">${
      drops}${input.names === true ? '' : words.namesHidden}</p>${panels}${scored?.ok === true ? finalFormula(session, scored) : null}</div>`,
  });
};

