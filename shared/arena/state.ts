// What is: one arena session as its events have made it. Plain readonly data; nothing here is computed from marks.
import type { TextRef } from '../kernel/decision.ts';
import type { BodyOf, Cells, GapCause } from './events.ts';
import type { Rules } from './rules.ts';

export type SessionPhase = 'setup' | 'ready' | 'live' | 'finalised' | 'archived';
export type StageState = 'waiting' | 'called' | 'presenting' | 'done' | 'withdrawn' | 'forfeited';
export type Sheet = Omit<BodyOf<'sheetRecorded'>, 'session' | 'contestant'> & { readonly wall: number; readonly device: string };
export interface Gap { readonly cause: GapCause; readonly note: TextRef | null }
export interface Relaxed { readonly dropHighest: number; readonly dropLowest: number; readonly reason: TextRef }
export interface LateSheet { readonly late: string; readonly sheet: Sheet; readonly admitted: boolean }

/** 计票: how many ballots gave which grade or place, how many cells were blank and how many void. */
export interface Counts { readonly revision: number; readonly counts: Readonly<Record<string, number>>; readonly blank: number; readonly void: number }
/** 票数平衡 of one panel for one contestant: issued = returned + outstanding; a reason stands where the sheets at hand do not agree. */
export interface Balance { readonly issued: number; readonly returned: number; readonly reason: TextRef | null }
/** A bonus or penalty in its own scale; kind `time` or one of the rules' adjustments. */
export interface MadeAdjustment { readonly adjustment: string; readonly kind: string; readonly amount: string; readonly phase: 'speech' | 'questions' | null; readonly seconds: number | null; readonly reason: TextRef | null }

/** What stood when the window was locked: the ground of every figure shown. */
export interface LockedSheets {
  readonly lock: number;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly relaxed: Readonly<Record<string, Relaxed>>;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly balances: Readonly<Record<string, Balance>>;
  readonly adjustments: readonly MadeAdjustment[];
}
/** One contestant's scoring window. `open` turns into "all in" when nothing is missing (see windowPhase). */
export interface ScoringWindow {
  readonly phase: 'closed' | 'open' | 'checked' | 'locked';
  readonly recusalsConfirmed: boolean;
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly relaxed: Readonly<Record<string, Relaxed>>;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly balances: Readonly<Record<string, Balance>>;
  readonly adjustments: readonly MadeAdjustment[];
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
/** What the clock counted of a phase that has ended. */
export interface Spoken { readonly elapsed: number; readonly uncertain: boolean }
export interface Contestant {
  readonly id: string;
  readonly name: TextRef | null;
  readonly shortName: TextRef | null;
  readonly speaker: TextRef | null;
  readonly file: TextRef | null;
  readonly promises: readonly TextRef[];
  readonly problems: readonly TextRef[];
  readonly stage: StageState;
  readonly category: string | null;
  readonly spoken: Readonly<Partial<Record<'speech' | 'questions', Spoken>>>;
  /** Phases whose proposed penalty the host has settled, confirmed or waived. */
  readonly timeSettled: readonly ('speech' | 'questions')[];
  readonly forfeit: { readonly cause: 'late' | 'other'; readonly reason: TextRef } | null;
  readonly window: ScoringWindow;
}
export interface Judge { readonly id: string; readonly panel: string; readonly name: TextRef | null; readonly title: TextRef | null; readonly home: string | null }
export interface PrintedBatch { readonly batch: string; readonly form: 'perContestant' | 'allUnits'; readonly panels: readonly string[]; readonly contestants: readonly string[]; readonly judges: readonly string[] }
export interface Entry { readonly cells: Cells; readonly by: string }
/** Both passes of one sheet. `sentBack`: the reader found that the paper says something else, and it has not been keyed again. */
export interface BatchEntry { readonly first: Entry | null; readonly second: Entry | null; readonly settled: boolean; readonly sentBack?: boolean }
/** A batch of paper that the desk gave out: two passes per sheet, by two people; `settled` once both agree or somebody decided. */
export interface Batch {
  readonly batch: string; readonly panel: string; readonly contestants: readonly string[]; readonly voters: readonly string[];
  /** Stations (seats) of the two passes; null is the desk. */
  readonly first: string | null; readonly second: string | null; readonly closed: boolean;
  readonly entries: Readonly<Record<string, BatchEntry>>;
}
/** 票箱: the sealed box of one panel. Its ballots are known only once it is sealed. */
export interface Box { readonly box: string; readonly phase: 'open' | 'closed' | 'sealed'; readonly count: number; readonly root: string }
export interface PlayOff { readonly contestants: readonly string[]; readonly order: readonly (readonly string[])[]; readonly note: TextRef | null }
export type PartValues = Readonly<Record<string, Readonly<Record<string, string>>>>;
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
  readonly playOffs: readonly PlayOff[];
  /** The round before, if this session follows one. */
  readonly from: string | null;
  /** 密封的抽签种子: the host's secret and its SHA-256, shown on the wall before a number is called. */
  readonly lot: { readonly secret: string; readonly commitment: string } | null;
  readonly orderCalled: string | null;
  /** Entered part scores by contestant and part, version by version; a picture on air stands on one version. */
  readonly parts: readonly PartValues[];
  readonly batches: Readonly<Record<string, Batch>>;
  readonly boxes: Readonly<Record<string, Box>>;
  readonly figure: 'combined' | 'onSite';
  /** 评分办法 as it was frozen: the text and its SHA-256. */
  readonly ruleSheet: { readonly hash: string; readonly text: TextRef } | null;
  readonly trial: 'none' | 'open' | 'closed';
  readonly reviewOpened: boolean;
  /** Categories whose awards the room has seen to the end; '' where there are no categories. */
  readonly awardsShown: readonly string[];
  readonly printed: readonly PrintedBatch[];
  readonly reopenings: readonly TextRef[];
}
/** A set of rules the organiser keeps (预设). */
export interface Preset { readonly id: string; readonly name: TextRef; readonly rules: Rules }
export interface ArenaState { readonly sessions: Readonly<Record<string, ArenaSession>>; readonly presets: Readonly<Record<string, Preset>> }
export const emptyArena: ArenaState = { sessions: {}, presets: {} };
/** The contestant of the calibration round: it has a window, stands in no order and never counts. */
export const TRIAL = 'trial';

export const emptyWindow: ScoringWindow = {
  phase: 'closed', recusalsConfirmed: false, sheets: {}, gaps: {}, relaxed: {}, counts: {}, balances: {}, adjustments: [], locks: [], late: [], revealedLock: 0, corrections: [],
};
export const freshContestant = (id: string): Contestant => ({
  id, name: null, shortName: null, speaker: null, file: null, promises: [], problems: [], stage: 'waiting', category: null, spoken: {}, timeSettled: [], forfeit: null, window: emptyWindow,
});
