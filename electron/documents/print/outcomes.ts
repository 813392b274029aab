// What stands for each contestant when a sheet is printed: a score, a reason why there is none yet, withdrawn or forfeited; and the ranks by category.
// It computes nothing itself (the session's result does) and ranks nobody in a category in which anybody is at "ask" (domain.md §2.4 item 8).
import { isRanked } from '../../../shared/arena/explainRank.ts';
import { categoriesOf, groundNow, PARTS, resultOf, standingLock, tallyOn, type SessionResult } from '../../../shared/arena/sessionResult.ts';
import type { Scored, Standing } from '../../../shared/arena/standings.ts';
import type { ArenaSession, Contestant, LockedSheets } from '../../../shared/arena/state.ts';
import type { Tally } from '../../../shared/arena/tally.ts';
import { contestantsInOrder, type Placed } from './ballotParts.ts';

type Unscored = Extract<Tally, { ok: false }>;
export type Outcome = Placed & (
  | { readonly kind: 'scored'; readonly tally: Scored; readonly locked: LockedSheets; /** What the lock before said, when this one is a correction. */ readonly before: Tally | null }
  | { readonly kind: 'pending'; readonly why: 'notScored' | 'open' | 'reopened' }
  | { readonly kind: 'unscored'; readonly tally: Unscored; readonly locked: LockedSheets }
  | { readonly kind: 'withdrawn' | 'forfeited' });

/** One ranking: the contestants of a category (null: of all) in speaking order, and its ranks if nothing there is open. */
export interface Ranking {
  readonly category: string | null;
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  readonly settled: boolean;
  /** In the order of the ranking; empty unless settled. */
  readonly rows: readonly Standing[];
  /** Tied contestants that wait for a lot or a play-off. */
  readonly open: Readonly<Record<string, 'draw' | 'playOff'>>;
}

const pendingWhy = ({ window }: Contestant): 'notScored' | 'open' | 'reopened' =>
  window.locks.length > 0 ? 'reopened' : window.phase === 'closed' ? 'notScored' : 'open';

/** What the lock before said, everything else standing as it stands now. */
const tallyBefore = (session: ArenaSession, contestant: Contestant): Tally | null => {
  const { length } = contestant.window.locks;
  return length < 2 ? null : tallyOn(session, { ...groundNow(session), [contestant.id]: length - 1, ...(session.parts.length === 0 ? {} : { [PARTS]: session.parts.length }) }, contestant.id) ?? null;
};

export const outcomeOf = (session: ArenaSession, contestant: Contestant, place: number): Outcome => {
  const placed = { contestant, place };
  if (contestant.stage === 'withdrawn' || contestant.stage === 'forfeited') return { ...placed, kind: contestant.stage };
  const locked = standingLock(session, contestant.id);
  const counted = locked === undefined ? undefined : resultOf(session).rows.find((row) => row.contestant === contestant.id)?.tally ?? tallyOn(session, groundNow(session), contestant.id);
  if (locked === undefined || counted === undefined) return { ...placed, kind: 'pending', why: pendingWhy(contestant) };
  return counted.ok ? { ...placed, kind: 'scored', tally: counted, locked, before: tallyBefore(session, contestant) } : { ...placed, kind: 'unscored', tally: counted, locked };
};

const rankingOf = (session: ArenaSession, result: SessionResult, given: { readonly category: string | null; readonly outcomes: readonly Outcome[] }): Ranking => {
  const { category } = given;
  const outcomes = given.outcomes.filter(({ contestant }) => category === null || contestant.category === category);
  const rows = result.rows.filter((row) => row.category === category);
  const settled = rows.length > 0 && isRanked(session, result, category);
  const open = Object.fromEntries(result.open.flatMap(({ by, contestants }) => contestants.map((id) => [id, by] as const)));
  return { category, name: session.rules.categories.find((each) => each.id === category)?.name ?? '', outcomes, settled, rows: settled ? rows : [], open };
};

/** The rankings of a session, category by category in the order of the rules. */
export const rankingsOf = (session: ArenaSession): readonly Ranking[] => {
  const outcomes = contestantsInOrder(session).map((contestant, at) => outcomeOf(session, contestant, at + 1));
  const result = resultOf(session);
  return categoriesOf(session).map((category) => rankingOf(session, result, { category, outcomes }));
};
