// What both forms of the blank ballot share: whom a sheet is for, its band, its foot, its rules of filling. It decides no layout.
import { recusalPlan } from '../../../shared/arena/recusal.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import type { ArenaSession, Contestant, Judge } from '../../../shared/arena/state.ts';
import type { TextRef } from '../../../shared/kernel/decision.ts';
import { say } from '../../../shared/text/say.ts';
import { print } from '../../../shared/text/zh/print.ts';
import { rosterFingerprint } from './fingerprint.ts';
import type { Read } from './frame.ts';
import { html, type Markup } from './markup.ts';

export interface BallotsInput {
  readonly session: ArenaSession;
  readonly read: Read;
  readonly form: 'perContestant' | 'allUnits';
  /** Ids of the panels to print for, in the order of the rules whatever order is given. */
  readonly panels: readonly string[];
  /** Spare sheets for each panel printed, without a judge's name. */
  readonly spares: number;
  /** The batch number the desk gave out. */
  readonly batch: string;
  readonly printedAt: string;
  readonly marking?: string | undefined;
  /** For perContestant only: two A5 on a sheet of A4 (default), or one A5 a page. Long rubrics take a whole A4 by themselves. */
  readonly paper?: 'pair' | 'single' | undefined;
  /** For perContestant only: these contestants instead of all. */
  readonly contestants?: readonly string[] | undefined;
}

/** Whom one sheet is for; a spare has a panel and nothing else. */
export interface Holder { readonly panel: Panel; readonly band: number; readonly judge: Judge | null; readonly seat: number }

/** The holders of a print run: panel by panel in the order of the rules, inside it by seat, its spares behind. */
export const holdersOf = (input: BallotsInput): readonly Holder[] =>
  input.session.rules.panels.flatMap((panel, band) => {
    if (!input.panels.includes(panel.id)) return [];
    const seated = input.session.judges.flatMap((judge, at) => (judge.panel === panel.id ? [{ panel, band, judge, seat: at + 1 }] : []));
    return [...seated, ...Array.from({ length: input.spares }, () => ({ panel, band, judge: null, seat: 0 }))];
  });

export const nameOf = (reference: TextRef | null, read: Read): string => (reference === null ? print.unnamed : read(reference));

export const contestantsInOrder = (session: ArenaSession): readonly Contestant[] =>
  session.order.flatMap((id) => session.contestants[id] ?? []);

/** How a judge stands to a contestant before scoring: confirmed recusal, home unit, or nothing in the way. */
export const recusalOf = (session: ArenaSession, contestant: Contestant, judge: Judge | null): 'recused' | 'proposed' | 'none' => {
  if (judge === null) return 'none';
  if (contestant.window.gaps[judge.id]?.cause === 'recused') return 'recused';
  return !contestant.window.recusalsConfirmed && recusalPlan(session, contestant.id).proposed.includes(judge.id) ? 'proposed' : 'none';
};

export const bandOf = (holder: Holder): Markup => html`<div class="band band-${holder.band}"><span>${holder.panel.name}</span><span>${
  holder.judge === null ? print.ballot.spare : say(print.ballot.seat, { n: holder.seat })}</span></div>`;

/** The judge's name and title, or a line to write on and the word 备用. */
export const judgeLine = (holder: Holder, read: Read): Markup => {
  if (holder.judge === null) return html`<p class="judge"><span class="label">${print.ballot.judge}</span><span class="blank"></span><b class="spare">${print.ballot.spare}</b></p>`;
  const title = holder.judge.title === null ? '' : read(holder.judge.title);
  return html`<p class="judge"><span class="label">${print.ballot.judge}</span><b>${nameOf(holder.judge.name, read)}</b><span class="role">${title}</span></p>`;
};

export const footOf = (input: BallotsInput, extra: string): Markup => html`<footer><span>${
  say(print.ballot.foot, { batch: input.batch, fingerprint: rosterFingerprint(input.session) })}</span><span>${extra}</span><span>${
  input.marking ?? print.marking}</span></footer>`;

export const BALLOT_STYLE = `
html{line-height:1.35}
.leaf{display:flex;flex-direction:column}
.band{display:flex;justify-content:space-between;gap:4mm;padding:1mm 3mm;font-weight:700;font-size:12pt;line-height:1.4}
.occasion{text-align:center;font-size:10.5pt;margin-top:1.5mm}
h1{text-align:center;font-size:19pt;letter-spacing:.25em;text-indent:.25em;line-height:1.35}
.label{color:#444;flex:none}
.judge{display:flex;align-items:baseline;gap:3mm;font-size:12pt;line-height:1.45}
.judge b{font-size:14pt;overflow-wrap:anywhere}.judge .role{font-size:10.5pt;line-height:1.25;max-height:2.5em;overflow:hidden;overflow-wrap:anywhere}
.blank{flex:1;max-width:60mm;border-bottom:.25mm solid #000}
.judge b.spare{border:.4mm solid #000;padding:0 2mm;flex:none}
.marks{width:calc(100% - .4mm);margin-left:.2mm}
.marks th,.marks td{border:.25mm solid #000;padding:.4mm 1.2mm;text-align:center;vertical-align:middle}
.marks th{font-weight:700;background:#f1f1f1}
.marks .what{text-align:left;overflow-wrap:anywhere}
.note{font-size:10.5pt;line-height:1.35}
.sign{display:flex;align-items:flex-end;gap:3mm;font-size:12pt}
.sign i{flex:1;border-bottom:.25mm solid #000}
.tick{display:inline-block;width:4.6mm;height:4.6mm;border:.35mm solid #000;vertical-align:-.8mm}
footer{display:flex;justify-content:space-between;gap:4mm;border-top:.2mm solid #888;padding-top:.8mm;font-size:8.5pt;line-height:1.3;color:#333}
`;
