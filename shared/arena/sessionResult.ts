// The result of a session over what is locked: tallies by contestant, the standings, and what is still pending. Computed, never stored.
import { running } from './order.ts';
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

type Placed = readonly [contestant: string, lock: LockedSheets | undefined];

const rank = (session: ArenaSession, placed: readonly Placed[]): SessionResult => {
  const entries: Entry[] = [];
  const pending: Pending[] = [];
  for (const [contestant, lock] of placed) {
    const tallied = lock === undefined ? undefined : lockedTally(session, lock);
    if (tallied?.ok === true) entries.push({ contestant, tally: tallied });
    else pending.push({ contestant, reason: tallied === undefined ? 'notLocked' : 'tooFewSheets' });
  }
  const result = standings(session.rules, entries, session.draws);
  return { rows: result.rows, pending, needsDraw: result.ok ? [] : result.needsDraw };
};

/** The result as it stands now, over every running contestant whose window is locked. Ranks 1,2,2,4 (domain.md §2.2). */
export const resultOf = (session: ArenaSession): SessionResult => {
  const result = rank(session, running(session).map(({ id }) => [id, standingLock(session, id)] as const));
  const withdrawn = session.order.filter((id) => session.contestants[id]?.stage === 'withdrawn').map((contestant) => ({ contestant, reason: 'withdrawn' as const }));
  const inOrder = (a: Pending, b: Pending): number => session.order.indexOf(a.contestant) - session.order.indexOf(b.contestant);
  return { ...result, pending: [...result.pending, ...withdrawn].sort(inOrder) };
};

/** The result over given lock numbers (the ground of a picture), so that neither a later correction nor a withdrawal changes what is on air. */
export const resultOn = (session: ArenaSession, ground: Readonly<Record<string, number>>): SessionResult =>
  rank(session, session.order.filter((id) => ground[id] !== undefined).map((id) => [id, session.contestants[id]?.window.locks[(ground[id] ?? 0) - 1]] as const));
