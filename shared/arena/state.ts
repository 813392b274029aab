// What is: one arena session as its events have made it. Plain readonly data; nothing here is computed from marks.
import type { TextRef } from '../kernel/decision.ts';
import type { BodyOf, GapCause } from './events.ts';
import type { Rules } from './rules.ts';

export type SessionPhase = 'setup' | 'ready' | 'live' | 'finalised' | 'archived';
export type StageState = 'waiting' | 'called' | 'presenting' | 'done' | 'withdrawn';
export type Sheet = Omit<BodyOf<'sheetRecorded'>, 'session' | 'contestant'> & { readonly wall: number; readonly device: string };
export interface Gap { readonly cause: GapCause; readonly note: TextRef | null }
export interface Relaxed { readonly dropHighest: number; readonly dropLowest: number; readonly reason: TextRef }
export interface LateSheet { readonly late: string; readonly sheet: Sheet; readonly admitted: boolean }

/** What stood when the window was locked: the ground of every figure shown. */
export interface LockedSheets {
  readonly lock: number;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly relaxed: Readonly<Record<string, Relaxed>>;
}
/** One contestant's scoring window. `open` turns into "all in" when nothing is missing (see windowPhase). */
export interface ScoringWindow {
  readonly phase: 'closed' | 'open' | 'checked' | 'locked';
  readonly recusalsConfirmed: boolean;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly relaxed: Readonly<Record<string, Relaxed>>;
  readonly locks: readonly LockedSheets[];
  readonly late: readonly LateSheet[];
  /** The newest lock the room has seen, 0 for none. */
  readonly revealedLock: number;
  readonly corrections: readonly TextRef[];
}
export interface Timer {
  readonly contestant: string;
  readonly phase: 'speech' | 'questions';
  /** Milliseconds counted before `startedAt`. */
  readonly elapsed: number;
  readonly startedAt: BodyOf<'timerStarted'>['at'] | null;
  readonly uncertain: boolean;
}
export interface Contestant {
  readonly id: string;
  readonly name: TextRef | null;
  readonly shortName: TextRef | null;
  readonly speaker: TextRef | null;
  readonly file: TextRef | null;
  readonly promises: readonly TextRef[];
  readonly problems: readonly TextRef[];
  readonly stage: StageState;
  readonly window: ScoringWindow;
}
export interface Judge { readonly id: string; readonly panel: string; readonly name: TextRef | null; readonly title: TextRef | null; readonly home: string | null }
export interface PrintedBatch { readonly batch: string; readonly form: 'perContestant' | 'allUnits'; readonly panels: readonly string[]; readonly contestants: readonly string[]; readonly judges: readonly string[] }
export interface TieDraw { readonly contestants: readonly string[]; readonly order: readonly string[]; readonly seed: string }

export interface ArenaSession {
  readonly id: string;
  readonly meeting: string;
  readonly phase: SessionPhase;
  readonly title: TextRef;
  readonly rules: Rules;
  readonly contestants: Readonly<Record<string, Contestant>>;
  readonly order: readonly string[];
  readonly orderMethod: BodyOf<'orderSet'>['method'] | null;
  readonly orderSeed: string | null;
  /** Seat order. */
  readonly judges: readonly Judge[];
  readonly onStage: string | null;
  readonly timer: Timer | null;
  readonly draws: readonly TieDraw[];
  readonly printed: readonly PrintedBatch[];
  readonly reopenings: readonly TextRef[];
}
export interface ArenaState { readonly sessions: Readonly<Record<string, ArenaSession>> }
export const emptyArena: ArenaState = { sessions: {} };

export const emptyWindow: ScoringWindow = {
  phase: 'closed', recusalsConfirmed: false, sheets: {}, gaps: {}, relaxed: {}, locks: [], late: [], revealedLock: 0, corrections: [],
};
export const freshContestant = (id: string): Contestant => ({
  id, name: null, shortName: null, speaker: null, file: null, promises: [], problems: [], stage: 'waiting', window: emptyWindow,
});
