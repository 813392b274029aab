// What all blank ballots share: whom a sheet is for, its band, its foot, whom it lists. It decides no layout.
// A ballot without a name bears a number at most, and nobody writes down who was given which.
import { recusalPlan } from '../../../shared/arena/recusal.ts';
import { panelScores, type Panel } from '../../../shared/arena/rules.ts';
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

/** Whom one sheet is for: a judge; a spare, which has a panel and nothing else; or a ballot without a name, with its number where ballots are keyed one by one. */
export interface Holder { readonly panel: Panel; readonly band: number; readonly judge: Judge | null; readonly seat: number; readonly number: number | null }

export const isNameless = (panel: Pick<Panel, 'voters'>): boolean => panel.voters !== 'named';

/** The holders of one panel's print run: by seat, its spares behind; ballots without names for all its seats and spares, numbered from 1. */
export const holdersOf = (input: BallotsInput, panel: Panel): readonly Holder[] => {
  const band = input.session.rules.panels.indexOf(panel);
  const seated = input.session.judges.flatMap((judge, at) => (judge.panel === panel.id ? [{ panel, band, judge, seat: at + 1, number: null }] : []));
  const empty = { panel, band, judge: null, seat: 0 };
  if (!isNameless(panel)) return [...seated, ...Array.from({ length: input.spares }, () => ({ ...empty, number: null }))];
  return Array.from({ length: seated.length + input.spares }, (_, at) => ({ ...empty, number: panel.voters === 'anonymous' ? at + 1 : null }));
};

export const nameOf = (reference: TextRef | null, read: Read): string => (reference === null ? print.unnamed : read(reference));

export const contestantsInOrder = (session: ArenaSession): readonly Contestant[] =>
  session.order.flatMap((id) => session.contestants[id] ?? []);

/** A contestant with its place in the speaking order, from 1. */
export interface Placed { readonly contestant: Contestant; readonly place: number }

/** Whom a panel scores, in speaking order; places are those of the whole order. */
export const scoredBy = (session: ArenaSession, panel: Panel): readonly Placed[] =>
  contestantsInOrder(session).map((contestant, at) => ({ contestant, place: at + 1 })).filter(({ contestant }) => panelScores(panel, contestant.category));

/** How a judge stands to a contestant before scoring: confirmed recusal, home unit, or nothing in the way. */
export const recusalOf = (session: ArenaSession, contestant: Contestant, judge: Judge | null): 'recused' | 'proposed' | 'none' => {
  if (judge === null) return 'none';
  if (contestant.window.gaps[judge.id]?.cause === 'recused') return 'recused';
  return !contestant.window.recusalsConfirmed && recusalPlan(session, contestant.id).proposed.includes(judge.id) ? 'proposed' : 'none';
};

const standing = (holder: Holder): string => {
  if (holder.number !== null) return say(print.ballot.ballotNumber, { n: String(holder.number).padStart(3, '0') });
  if (isNameless(holder.panel)) return print.ballot.nameless;
  return holder.judge === null ? print.ballot.spare : say(print.ballot.seat, { n: holder.seat });
};
export const bandOf = (holder: Holder): Markup => html`<div class="band band-${holder.band}"><span>${holder.panel.name}</span><span>${standing(holder)}</span></div>`;

/** The judge's name and title, a line to write on and the word 备用, or that nobody writes a name here. */
export const judgeLine = (holder: Holder, read: Read): Markup => {
  if (isNameless(holder.panel)) return html`<p class="judge"><b class="spare">${print.ballot.nameless}</b><span class="role">${print.ballot.namelessNote}${holder.number === null ? '' : print.ballot.numberNote}</span></p>`;
  if (holder.judge === null) return html`<p class="judge"><span class="label">${print.ballot.judge}</span><span class="blank"></span><b class="spare">${print.ballot.spare}</b></p>`;
  const title = holder.judge.title === null ? '' : read(holder.judge.title);
  return html`<p class="judge"><span class="label">${print.ballot.judge}</span><b>${nameOf(holder.judge.name, read)}</b><span class="role">${title}</span></p>`;
};

/** Where the judge signs; a ballot without a name is signed by nobody. */
export const signLine = (holder: Holder, note: Markup | null): Markup | null => (isNameless(holder.panel) ? null : html`<p class="sign"><span>${print.ballot.signature}</span><i></i>${note}</p>`);

/** What stands in place of a contestant's cells: withdrawn, forfeited or recused; null where it is to be scored. */
export const closedBecause = (session: ArenaSession, contestant: Contestant, holder: Holder): string | null => {
  if (contestant.stage === 'withdrawn') return print.ballot.withdrawn;
  if (contestant.stage === 'forfeited') return print.ballot.forfeited;
  return recusalOf(session, contestant, holder.judge) === 'recused' ? print.ballot.recused : null;
};

export const footOf = (input: BallotsInput, extra: string): Markup => html`<footer><span>${
  say(print.ballot.foot, { batch: input.batch, fingerprint: rosterFingerprint(input.session) })}</span><span>${extra}</span><span>${
  input.marking ?? print.marking}</span></footer>`;

export const BALLOT_STYLE = `
html{line-height:1.35}
body>:last-child{break-after:auto!important}
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
.judge .role{flex:1}
.sign{display:flex;align-items:flex-end;gap:3mm;font-size:12pt}
.sign i{flex:1;border-bottom:.25mm solid #000}
.tick{display:inline-block;width:4.6mm;height:4.6mm;border:.35mm solid #000;vertical-align:-.8mm}
footer{display:flex;justify-content:space-between;gap:4mm;border-top:.2mm solid #888;padding-top:.8mm;font-size:8.5pt;line-height:1.3;color:#333}
`;
