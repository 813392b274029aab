// What the result workbook stands on: every contestant in speaking order with its newest standing lock, its tally and every seat's sheet.
// Figures come from the arena's own tally and standings; nothing is computed here.
import { isExcused } from '../../../../shared/arena/missing.ts';
import type { Criterion, Panel, Rules } from '../../../../shared/arena/rules.ts';
import { standings, type Standings } from '../../../../shared/arena/standings.ts';
import type { ArenaSession, Contestant, Judge, LockedSheets, TieDraw } from '../../../../shared/arena/state.ts';
import { tally, type PanelTally, type Tally } from '../../../../shared/arena/tally.ts';
import { decimal, type Fraction } from '../../../../shared/kernel/fraction.ts';
import type { TextRef } from '../../../../shared/kernel/decision.ts';
import { workbookWords } from '../../../../shared/text/zh/workbook.ts';
import { say } from '../../../../shared/text/say.ts';

export type ReadText = (reference: TextRef) => string;
export type SeatWord = keyof typeof workbookWords.status;
/** One seat of one contestant: its marks in the rules' order, null when it does not count. */
export interface SeatRow { readonly seat: number; readonly judge: string; readonly panel: number; readonly status: SeatWord; readonly marks: readonly Fraction[] | null }
/** A panel for one contestant: `relaxed` says that the dropping was eased on the spot, which lifts the minimum. */
export interface PanelRow { readonly panel: Panel; readonly highest: number; readonly lowest: number; readonly relaxed: boolean; readonly tally: PanelTally | null }
export interface BoardRow {
  readonly id: string; readonly number: number; readonly name: string; readonly corrections: readonly string[];
  readonly state: 'scored' | 'tooFewSheets' | 'notLocked' | 'withdrawn';
  readonly seats: readonly SeatRow[]; readonly panels: readonly PanelRow[]; readonly tally: Tally | null;
}
export interface Board {
  readonly title: string; readonly rules: Rules; readonly criteria: readonly Criterion[]; readonly panelNames: readonly string[];
  readonly rows: readonly BoardRow[]; readonly standings: Standings; readonly draws: readonly TieDraw[]; readonly judges: readonly Judge[];
}

/** Panel names may repeat; in a workbook they must be told apart. */
const tellApart = (panels: readonly Panel[]): readonly string[] =>
  panels.map(({ name }, at) => (panels.filter((panel) => panel.name === name).length === 1 ? name : say(workbookWords.panelNamed, { name, number: at + 1 })));

const seatWord = (locked: LockedSheets | null, judge: Judge): SeatWord => {
  if (locked === null) return 'dash';
  const cause = locked.gaps[judge.id]?.cause;
  if (isExcused(locked, judge.id) && (cause === 'recused' || cause === 'absent' || cause === 'leftEarly')) return cause;
  const sheet = locked.sheets[judge.id];
  if (sheet === undefined) return 'missing';
  return sheet.kind === 'marks' ? 'counted' : sheet.kind;
};

function seatRows(session: ArenaSession, locked: LockedSheets | null, read: ReadText): readonly SeatRow[] {
  return session.judges.map((judge, at) => {
    const status = seatWord(locked, judge);
    const sheet = locked?.sheets[judge.id];
    const marks = status === 'counted' && sheet !== undefined ? session.rules.criteria.map((criterion) => decimal(sheet.marks[criterion.id] ?? '')) : null;
    const panel = session.rules.panels.findIndex((each) => each.id === judge.panel);
    return { seat: at + 1, judge: judge.name === null ? workbookWords.unnamed : read(judge.name), panel, status, marks };
  });
}

function boardRow(session: ArenaSession, contestant: Contestant, { at, read }: { readonly at: number; readonly read: ReadText }): BoardRow {
  const withdrawn = contestant.stage === 'withdrawn';
  const locked = contestant.window.phase === 'locked' && !withdrawn ? (contestant.window.locks.at(-1) ?? null) : null;
  const counted = locked === null ? null : tally(session.rules, session.judges, locked);
  const panels = session.rules.panels.map((panel): PanelRow => {
    const relaxed = locked?.relaxed[panel.id];
    const alone = locked === null ? null : tally({ ...session.rules, panels: [panel] }, session.judges, locked);
    return { panel, highest: relaxed?.dropHighest ?? panel.dropHighest, lowest: relaxed?.dropLowest ?? panel.dropLowest, relaxed: relaxed !== undefined, tally: alone?.ok === true ? (alone.panels[0] ?? null) : null };
  });
  const state = withdrawn ? 'withdrawn' : counted === null ? 'notLocked' : counted.ok ? 'scored' : 'tooFewSheets';
  const name = contestant.name === null ? contestant.id : read(contestant.name);
  return { id: contestant.id, number: at + 1, name, corrections: contestant.window.corrections.map(read), state, seats: seatRows(session, locked, read), panels, tally: counted };
}

/** Gathers the board of a session. */
export const boardOf = (session: ArenaSession, read: ReadText): Board => {
  const rows = session.order.flatMap((id, at) => {
    const contestant = session.contestants[id];
    return contestant === undefined ? [] : [boardRow(session, contestant, { at, read })];
  });
  const entries = rows.flatMap((row) => (row.tally?.ok === true ? [{ contestant: row.id, tally: row.tally }] : []));
  const { rules, draws, judges } = session;
  return { title: read(session.title), rules, criteria: rules.criteria, panelNames: tellApart(rules.panels), rows, standings: standings(rules, entries, draws), draws, judges };
};
