// Who still owes a sheet, and in which phase a scoring window really is. 缺票: "not scored", "0", 回避 and 弃权 are four different things.
import { panelScores, type Panel } from './rules.ts';
import type { ArenaSession, Contestant, Judge, ScoringWindow } from './state.ts';
import { votersOf } from './voters.ts';

/** The causes that settle a missing sheet; `wait` and `paper` only say how it will come. */
const SETTLED: readonly string[] = ['recused', 'absent', 'leftEarly'];

export type SeatStatus = 'submitted' | 'paper' | 'abstained' | 'void' | 'recused' | 'absent' | 'leftEarly' | 'awaitingPaper' | 'waiting' | 'missing';

/** Whether this judge's sheet is out of the reckoning for this contestant: recused, absent or left early (domain.md §2.2). */
export const isExcused = (window: Pick<ScoringWindow, 'gaps'>, judge: string): boolean => SETTLED.includes(window.gaps[judge]?.cause ?? '');

/** The panels that score this contestant. */
export const panelsFor = (session: ArenaSession, contestant: Pick<Contestant, 'category'>): readonly Panel[] => session.rules.panels.filter((panel) => panelScores(panel, contestant.category));

interface Expected { readonly panels: readonly Panel[]; readonly byCategory: Map<string | null, readonly Judge[]> }
const known = new WeakMap<readonly Judge[], Expected>();

const expectedOf = ({ judges, rules }: ArenaSession): Expected => {
  const found = known.get(judges);
  if (found?.panels === rules.panels) return found;
  const fresh = { panels: rules.panels, byCategory: new Map<string | null, readonly Judge[]>() };
  known.set(judges, fresh);
  return fresh;
};

/** The named judges whose sheet is expected for this contestant, in seat order. Every ballot of a burst asks, so it is found once per roster. */
export const judgesFor = (session: ArenaSession, contestant: Pick<Contestant, 'category'>): readonly Judge[] => {
  const { byCategory } = expectedOf(session);
  const found = byCategory.get(contestant.category);
  if (found !== undefined) return found;
  const named = new Set(panelsFor(session, contestant).filter((panel) => panel.voters === 'named').map((panel) => panel.id));
  const fresh = session.judges.filter((judge) => named.has(judge.panel));
  byCategory.set(contestant.category, fresh);
  return fresh;
};

/** The judges without a sheet and without a settled decision, in seat order. They stand between the window and its lock. */
export const missingJudges = (session: ArenaSession, contestant: Contestant): readonly Judge[] =>
  judgesFor(session, contestant).filter((judge) => contestant.window.sheets[judge.id] === undefined && !isExcused(contestant.window, judge.id));

/** What a panel without names still owes: its box is not sealed, its counts are not keyed, or its ballots do not balance and nobody has written why. */
export interface PanelDue { readonly panel: Panel; readonly why: 'boxOpen' | 'countsMissing' | 'notBalanced' | 'entryUnsettled' }

/** Ballots at hand of a panel for one contestant: keyed counts, or sheets without names. */
export const atHand = (session: ArenaSession, contestant: Contestant, panel: Panel): number => {
  const counts = contestant.window.counts[panel.id];
  if (panel.voters !== 'counts') return votersOf(panel, session.judges, contestant.window).length;
  return counts === undefined ? 0 : Object.values(counts.counts).reduce((total, count) => total + count, counts.blank + counts.void);
};

/**
 * 票数平衡: issued = returned + outstanding, and returned = the sheets at hand with their valid, void and abstained cells (domain.md §2.1).
 * A panel that does not balance is accepted only with a written reason.
 */
export const isBalanced = (session: ArenaSession, contestant: Contestant, panel: Panel): boolean => {
  const balance = contestant.window.balances[panel.id];
  if (balance === undefined) return false;
  return balance.reason !== null || (balance.returned <= balance.issued && balance.returned === atHand(session, contestant, panel));
};

const dueOf = (session: ArenaSession, contestant: Contestant, panel: Panel): PanelDue['why'] | null => {
  const box = session.boxes[panel.id];
  if (box !== undefined && box.phase !== 'sealed') return 'boxOpen';
  const isUnsettled = Object.values(session.batches).some((batch) => batch.panel === panel.id && !batch.closed && batch.contestants.includes(contestant.id) && Object.values(batch.entries).some((entry) => !entry.settled));
  if (isUnsettled) return 'entryUnsettled';
  if (panel.voters === 'counts' && contestant.window.counts[panel.id] === undefined) return 'countsMissing';
  return panel.voters === 'named' || isBalanced(session, contestant, panel) ? null : 'notBalanced';
};

/** The panels that stand between the window and its lock. */
export const panelsDue = (session: ArenaSession, contestant: Contestant): readonly PanelDue[] =>
  panelsFor(session, contestant).flatMap((panel) => { const why = dueOf(session, contestant, panel); return why === null ? [] : [{ panel, why }]; });

/** How a judge stands in a window, for the squares on the desk. */
export const seatStatus = (window: ScoringWindow, judge: string): SeatStatus => {
  const gap = window.gaps[judge]?.cause;
  if (gap === 'recused' || gap === 'absent' || gap === 'leftEarly') return gap;
  const sheet = window.sheets[judge];
  if (sheet === undefined) return gap === 'paper' ? 'awaitingPaper' : gap === 'wait' ? 'waiting' : 'missing';
  if (sheet.kind !== 'marks') return sheet.kind;
  return sheet.source === 'paper' ? 'paper' : 'submitted';
};

export type WindowPhase = 'closed' | 'open' | 'allIn' | 'checked' | 'locked' | 'revealed' | 'corrected';

/** closed → open → all in → checked → locked → revealed → corrected (design §1 item 8). "All in" is an open window that misses nothing. */
export const windowPhase = (session: ArenaSession, contestant: Contestant): WindowPhase => {
  const { window } = contestant;
  if (window.phase === 'open') return missingJudges(session, contestant).length === 0 && panelsDue(session, contestant).length === 0 ? 'allIn' : 'open';
  if (window.phase !== 'locked') return window.phase;
  if (window.revealedLock === window.locks.length) return window.locks.length > 1 ? 'corrected' : 'revealed';
  return 'locked';
};
