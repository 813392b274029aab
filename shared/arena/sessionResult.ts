// The result of a session over what is locked: tallies by contestant, the standings, and what is still pending. Computed, never stored.
import { standings, type Entry, type Standing } from './standings.ts';
import { tally, type Tally } from './tally.ts';
import type { ArenaSession, LockedSheets } from './state.ts';

export interface Pending { readonly contestant: string; readonly reason: 'notLocked' | 'tooFewSheets' | 'withdrawn' }
export interface SessionResult { readonly rows: readonly Standing[]; readonly pending: readonly Pending[]; readonly needsDraw: readonly string[] }

const cache = new WeakMap<LockedSheets, Tally>();

/** The tally of one lock; a lock never changes, so it is computed once. */
export const lockedTally = (session: ArenaSession, locked: LockedSheets): Tally => {
  const known = cache.get(locked);
  if (known !== undefined) return known;
  const fresh = tally(session.rules, session.judges, locked);
  cache.set(locked, fresh);
  return fresh;
};

/** The lock that stands for a contestant, if its window is locked now. */
export const standingLock = (session: ArenaSession, id: string): LockedSheets | undefined => {
  const window = session.contestants[id]?.window;
  return window?.phase === 'locked' ? window.locks.at(-1) : undefined;
};

const rank = (session: ArenaSession, locks: readonly (readonly [string, LockedSheets | undefined])[]): SessionResult => {
  const entries: Entry[] = [];
  const pending: Pending[] = [];
  for (const [contestant, lock] of locks) {
    if (session.contestants[contestant]?.stage === 'withdrawn') { pending.push({ contestant, reason: 'withdrawn' }); continue; }
    const tallied = lock === undefined ? undefined : lockedTally(session, lock);
    if (tallied === undefined || !tallied.ok) pending.push({ contestant, reason: tallied === undefined ? 'notLocked' : 'tooFewSheets' });
    else entries.push({ contestant, tally: tallied });
  }
  const result = standings(session.rules, entries, session.draws);
  return { rows: result.rows, pending, needsDraw: result.ok ? [] : result.needsDraw };
};

/** The result as it stands now, over every contestant whose window is locked. Ranks 1,2,2,4 (domain.md §2.2). */
export const resultOf = (session: ArenaSession): SessionResult => rank(session, session.order.map((id) => [id, standingLock(session, id)] as const));

/** The result over given lock numbers (the ground of a picture), so that a later correction does not change what is on air. */
export const resultOn = (session: ArenaSession, ground: Readonly<Record<string, number>>): SessionResult =>
  rank(session, session.order.filter((id) => ground[id] !== undefined).map((id) => [id, session.contestants[id]?.window.locks[(ground[id] ?? 0) - 1]] as const));
