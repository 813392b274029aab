// Who still owes a sheet, and in which phase a scoring window really is. 缺票: "not scored", "0", 回避 and 弃权 are four different things.
import type { ArenaSession, Contestant, Judge, ScoringWindow } from './state.ts';

/** The causes that settle a missing sheet; `wait` and `paper` only say how it will come. */
const SETTLED: readonly string[] = ['recused', 'absent', 'leftEarly'];

export type SeatStatus = 'submitted' | 'paper' | 'abstained' | 'void' | 'recused' | 'absent' | 'leftEarly' | 'awaitingPaper' | 'waiting' | 'missing';

/** Whether this judge's sheet is out of the reckoning for this contestant: recused, absent or left early (domain.md §2.2). */
export const isExcused = (window: Pick<ScoringWindow, 'gaps'>, judge: string): boolean => SETTLED.includes(window.gaps[judge]?.cause ?? '');

/** The judges without a sheet and without a settled decision, in seat order. They stand between the window and its lock. */
export const missingJudges = (session: ArenaSession, contestant: Contestant): readonly Judge[] =>
  session.judges.filter((judge) => contestant.window.sheets[judge.id] === undefined && !isExcused(contestant.window, judge.id));

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
  if (window.phase === 'open') return missingJudges(session, contestant).length === 0 ? 'allIn' : 'open';
  if (window.phase !== 'locked') return window.phase;
  if (window.revealedLock === window.locks.length) return window.locks.length > 1 ? 'corrected' : 'revealed';
  return 'locked';
};
