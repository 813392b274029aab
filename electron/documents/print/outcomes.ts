// What stands for each contestant when a sheet is printed: a score, a reason why there is none yet, or withdrawn; and the ranks.
// It computes nothing itself (the session's result does) and ranks nobody while anybody is at "ask" (domain.md §2.4 item 8).
import { compare, format, type Fraction } from '../../../shared/kernel/fraction.ts';
import { lockedTally, resultOf, standingLock } from '../../../shared/arena/sessionResult.ts';
import type { Scored, Standing } from '../../../shared/arena/standings.ts';
import type { ArenaSession, Contestant, LockedSheets } from '../../../shared/arena/state.ts';
import type { Tally } from '../../../shared/arena/tally.ts';
import { contestantsInOrder } from './ballotParts.ts';

interface Placed { readonly contestant: Contestant; /** Place in the speaking order, from 1. */ readonly place: number }
export type Outcome = Placed & (
  | { readonly kind: 'scored'; readonly tally: Scored; readonly locked: LockedSheets; /** What the lock before said, when this one is a correction. */ readonly before: Tally | null }
  | { readonly kind: 'pending'; readonly why: 'notScored' | 'open' | 'reopened' }
  | { readonly kind: 'tooFew'; readonly tally: Extract<Tally, { ok: false }>; readonly locked: LockedSheets }
  | { readonly kind: 'withdrawn' });

export interface Results {
  /** In speaking order. */
  readonly outcomes: readonly Outcome[];
  /** By contestant; empty unless everybody who is not withdrawn has a score and every tie is settled. */
  readonly ranks: Readonly<Record<string, Standing>>;
  readonly settled: boolean;
  readonly awaitingDraw: readonly string[];
}

const pendingWhy = ({ window }: Contestant): 'notScored' | 'open' | 'reopened' =>
  window.locks.length > 0 ? 'reopened' : window.phase === 'closed' ? 'notScored' : 'open';

export const outcomeOf = (session: ArenaSession, contestant: Contestant, place: number): Outcome => {
  const placed = { contestant, place };
  if (contestant.stage === 'withdrawn') return { ...placed, kind: 'withdrawn' };
  const locked = standingLock(session, contestant.id);
  if (locked === undefined) return { ...placed, kind: 'pending', why: pendingWhy(contestant) };
  const counted = lockedTally(session, locked);
  if (!counted.ok) return { ...placed, kind: 'tooFew', tally: counted, locked };
  const former = contestant.window.locks.at(-2);
  return { ...placed, kind: 'scored', tally: counted, locked, before: former === undefined ? null : lockedTally(session, former) };
};

export const resultsOf = (session: ArenaSession): Results => {
  const outcomes = contestantsInOrder(session).map((contestant, at) => outcomeOf(session, contestant, at + 1));
  const result = resultOf(session);
  const awaitingDraw = result.rows.filter((row) => row.shared && row.decidedBy?.by !== 'shared').map((row) => row.contestant);
  const settled = result.rows.length > 0 && result.needsDraw.length === 0 && result.pending.every((pending) => pending.reason === 'withdrawn');
  return { outcomes, settled, awaitingDraw, ranks: settled ? Object.fromEntries(result.rows.map((row) => [row.contestant, row])) : {} };
};

const MOST_PLACES = 12;

/** A value shown at the first place, from `places` on, at which it differs from another of its group; null when none does. */
export const figureApart = (own: Fraction, group: readonly Fraction[], places: number): string | null => {
  if (group.every((value) => compare(value, own) === 0)) return null;
  for (let shown = places; shown <= MOST_PLACES; shown += 1) if (new Set(group.map((value) => format(value, shown))).size > 1) return format(own, shown);
  return null;
};
