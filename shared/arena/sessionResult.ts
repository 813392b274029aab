// The result of a session over what is locked: tallies by contestant, the ranking of each category, and what is still pending. Computed, never stored.
import type { Refusal } from '../kernel/result.ts';
import { standsAsAWhole } from './checkRules.ts';
import type { Around } from './counting.ts';
import { running } from './order.ts';
import { formOf, panelScores, type Panel, type Rules } from './rules.ts';
import { standings, type Entry, type Open, type Standing } from './standings.ts';
import type { ArenaSession, Contestant, LockedSheets } from './state.ts';
import { tally, type Tally } from './tally.ts';
import { cellsOf, isSheetBlank, isSheetVoid, type OwnCell, type Placing } from './voids.ts';
import { votersOf } from './voters.ts';

export interface Pending { readonly contestant: string; readonly reason: 'notLocked' | 'tooFewSheets' | 'partMissing' | 'withdrawn' | 'forfeited' }
export interface RankedRow extends Standing { readonly category: string | null }
export interface SessionResult { readonly rows: readonly RankedRow[]; readonly pending: readonly Pending[]; readonly open: readonly Open[] }

/** Lock numbers by contestant and, under PARTS, the version of entered part scores: what a picture stands on. */
export type Ground = Readonly<Record<string, number>>;
/** Not an id, so it can be nobody's. */
export const PARTS = '#parts';

type Placed = readonly [contestant: string, lock: LockedSheets | undefined];

/** Whether somebody stands in a ranking of this category. */
export const categoriesOf = (session: ArenaSession): readonly (string | null)[] =>
  session.rules.categories.length === 0 ? [null] : session.rules.categories.map((category) => category.id);

const NO_VALUES: Readonly<Record<string, string>> = {};
type WholeSheets = Pick<Around, 'voided' | 'blank' | 'gone'>;
const NO_WHOLE_SHEETS: WholeSheets = { voided: new Set(), blank: new Set(), gone: new Set() };

const hasLeft = ({ stage }: Contestant): boolean => stage === 'withdrawn' || stage === 'forfeited';

/** The whole sheets of a panel, over the locks that the result stands on; a withdrawn contestant's cells belong to the sheet still. */
const sheetsOf = (session: ArenaSession, panel: Panel, placed: readonly Placed[]): readonly { readonly voter: string; readonly cells: readonly OwnCell[] }[] => {
  const standing = new Map(placed);
  const placings = session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => panelScores(panel, each.category))
    .map((each): Placing => ({ lock: standing.get(each.id) ?? each.window, isRunning: !hasLeft(each) }));
  // Judges are the same in every lock; ballots without names are looked for in each.
  const voters = new Set((panel.voters === 'named' ? placings.slice(0, 1) : placings).flatMap(({ lock }) => votersOf(panel, session.judges, lock)));
  return [...voters].map((voter) => ({ voter, cells: cellsOf(voter, placings) }));
};

/** Judges of whom a lock says that they left early; that of a contestant who has withdrawn says so too. */
const leavers = (session: ArenaSession, placed: readonly Placed[]): readonly string[] => {
  const standing = new Map(placed);
  const locks = session.order.flatMap((id) => { const contestant = session.contestants[id]; return standing.get(id) ?? (contestant !== undefined && hasLeft(contestant) ? standingLock(session, id) ?? [] : []); });
  return locks.flatMap((lock) => Object.entries(lock.gaps).flatMap(([judge, gap]) => (gap.cause === 'leftEarly' ? [judge] : [])));
};

const wholeSheets = (session: ArenaSession, placed: readonly Placed[]): WholeSheets => {
  if (!standsAsAWhole(session.rules)) return NO_WHOLE_SHEETS;
  const sheets = session.rules.panels.flatMap((panel) => sheetsOf(session, panel, placed).map((sheet) => ({ ...sheet, form: formOf(session.rules, panel) })));
  const whose = (is: typeof isSheetVoid): ReadonlySet<string> => new Set(sheets.filter(({ form, cells }) => is(form, cells)).map(({ voter }) => voter));
  return { voided: whose(isSheetVoid), blank: whose(isSheetBlank), gone: new Set(session.rules.missing.leftEarlyMarks === 'withdrawn' ? leavers(session, placed) : []) };
};

/** Whether somebody has given this contestant a place. */
const wasRanked = (session: ArenaSession, { window }: Contestant): boolean =>
  session.rules.panels.some((panel) => formOf(session.rules, panel).kind === 'rank' && (window.counts[panel.id] !== undefined || votersOf(panel, session.judges, window).some((voter) => window.sheets[voter] !== undefined)));

/** How many contestants a rank ballot of this category ranks: the frozen roster, without those withdrawn before anybody ranked them. */
export const rankedOf = (session: ArenaSession, category: string | null): number =>
  session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => each.category === category && (!hasLeft(each) || wasRanked(session, each))).length;

/** What is around one contestant's lock when the session stands on the given locks and part scores. */
const aroundOf = (session: ArenaSession, contestant: Contestant, given: { readonly sheets: WholeSheets; readonly version: number }): Around =>
  ({ ...given.sheets, category: contestant.category, of: rankedOf(session, contestant.category), values: session.parts[given.version - 1]?.[contestant.id] ?? NO_VALUES });

const cache = new WeakMap<LockedSheets, WeakMap<Rules, { readonly around: Around; readonly tally: Tally }>>();
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((each) => b.has(each));
const sameAround = (a: Around, b: Around): boolean => a.of === b.of && a.values === b.values && a.category === b.category && sameSet(a.voided, b.voided) && sameSet(a.blank, b.blank) && sameSet(a.gone, b.gone);

/** A lock never changes, so while neither the rules nor anything around it do it is tallied once; the wall may count by the on-site rules alone. */
const remembered = (session: ArenaSession, locked: LockedSheets, around: Around): Tally => {
  const byRules = cache.get(locked) ?? new WeakMap<Rules, { readonly around: Around; readonly tally: Tally }>();
  const known = byRules.get(session.rules);
  if (known !== undefined && sameAround(known.around, around)) return known.tally;
  const fresh = tally(session.rules, { judges: session.judges, locked, around });
  cache.set(locked, byRules.set(session.rules, { around, tally: fresh }));
  return fresh;
};

/** The lock that stands for a contestant, if its window is locked now. */
export const standingLock = (session: ArenaSession, id: string): LockedSheets | undefined => {
  const window = session.contestants[id]?.window;
  return window?.phase === 'locked' ? window.locks.at(-1) : undefined;
};

/** What the session stands on now. */
export const groundNow = (session: ArenaSession): Ground => ({
  ...Object.fromEntries(running(session).flatMap(({ id }) => { const lock = standingLock(session, id); return lock === undefined ? [] : [[id, lock.lock]]; })),
  ...(session.parts.length === 0 ? {} : { [PARTS]: session.parts.length }),
});

const placedOn = (session: ArenaSession, ground: Ground): readonly Placed[] =>
  session.order.filter((id) => ground[id] !== undefined).map((id) => [id, session.contestants[id]?.window.locks[(ground[id] ?? 0) - 1]] as const);

/** One contestant's lock among the locks of a ground, and what is around it there. */
export const placeOn = (session: ArenaSession, ground: Ground, id: string): { readonly locked: LockedSheets; readonly around: Around } | undefined => {
  const placed = placedOn(session, ground);
  const contestant = session.contestants[id];
  const locked = placed.find(([each]) => each === id)?.[1];
  if (contestant === undefined || locked === undefined) return undefined;
  return { locked, around: aroundOf(session, contestant, { sheets: wholeSheets(session, placed), version: ground[PARTS] ?? 0 }) };
};

/** The tally of one contestant among the locks of a ground. */
export const tallyOn = (session: ArenaSession, ground: Ground, id: string): Tally | undefined => {
  const place = placeOn(session, ground, id);
  return place === undefined ? undefined : remembered(session, place.locked, place.around);
};

/** What the tally would be if the sheets at hand were locked now, among the locks there are. */
export const tallyIfLocked = (session: ArenaSession, contestant: Contestant): Tally => {
  const locked: LockedSheets = { lock: 0, ...contestant.window };
  const placed = [...placedOn(session, groundNow(session)).filter(([id]) => id !== contestant.id), [contestant.id, locked] as const];
  const around = aroundOf(session, contestant, { sheets: wholeSheets(session, placed), version: session.parts.length });
  return tally(session.rules, { judges: session.judges, locked, around });
};

const reasonOf = (tallied: Tally | undefined): Pending['reason'] => (tallied === undefined ? 'notLocked' : tallied.ok ? 'notLocked' : tallied.why);

const rank = (session: ArenaSession, placed: readonly Placed[], version: number): SessionResult => {
  const entries: Entry[] = [];
  const pending: Pending[] = [];
  const sheets = wholeSheets(session, placed);
  for (const [id, lock] of placed) {
    const contestant = session.contestants[id];
    const tallied = lock === undefined || contestant === undefined ? undefined : remembered(session, lock, aroundOf(session, contestant, { sheets, version }));
    if (tallied?.ok === true) entries.push({ contestant: id, tally: tallied });
    else pending.push({ contestant: id, reason: reasonOf(tallied) });
  }
  const ranked = categoriesOf(session).map((category) => {
    const own = entries.filter((entry) => category === null || session.contestants[entry.contestant]?.category === category);
    const result = standings(session.rules, own, { draws: session.draws, playOffs: session.playOffs });
    return { rows: result.rows.map((row) => ({ ...row, category })), open: result.open };
  });
  return { rows: ranked.flatMap(({ rows }) => rows), pending, open: ranked.flatMap(({ open }) => open) };
};

const OUT = ['withdrawn', 'forfeited'] as const;

const reckon = (session: ArenaSession): SessionResult => {
  const result = rank(session, running(session).map(({ id }) => [id, standingLock(session, id)] as const), session.parts.length);
  const out = session.order.flatMap((contestant) => { const reason = OUT.find((stage) => stage === session.contestants[contestant]?.stage); return reason === undefined ? [] : [{ contestant, reason }]; });
  const inOrder = (a: Pending, b: Pending): number => session.order.indexOf(a.contestant) - session.order.indexOf(b.contestant);
  return { ...result, pending: [...result.pending, ...out].sort(inOrder) };
};

const results = new WeakMap<ArenaSession, SessionResult>();

/**
 * The result as it stands now, over every running contestant whose window is locked; each category ranked for itself. Ranks 1,2,2,4 (domain.md §2.2).
 * A session never changes, so it is reckoned once for all who ask.
 */
export const resultOf = (session: ArenaSession): SessionResult => {
  const known = results.get(session);
  if (known !== undefined) return known;
  const fresh = reckon(session);
  results.set(session, fresh);
  return fresh;
};

/** The result over given lock numbers (the ground of a picture), so that neither a later correction nor a withdrawal changes what is on air. */
export const resultOn = (session: ArenaSession, ground: Ground): SessionResult => rank(session, placedOn(session, ground), ground[PARTS] ?? 0);

/** Whether a pending contestant stands in the way of a ranking: one who has withdrawn or forfeited blocks nobody. */
export const isBlocking = (pending: Pending): boolean => pending.reason !== 'withdrawn' && pending.reason !== 'forfeited';

/**
 * What a pending contestant that is locked, or not, is told as. A lock can run short of sheets afterwards: a whole sheet that becomes void, or a
 * judge who leaves and takes the marks along, is out of every lock.
 */
export const refusalOf = (session: ArenaSession, { contestant, reason }: Pending): Refusal => {
  if (reason === 'partMissing') return { code: 'partMissing', details: { contestant } };
  const tallied = reason === 'tooFewSheets' ? tallyOn(session, groundNow(session), contestant) : undefined;
  if (tallied?.ok !== false || tallied.why !== 'tooFewSheets') return { code: 'windowsNotLocked', details: { contestant } };
  const { panel, valid, needed } = tallied;
  return { code: 'shortAfterLock', details: { contestant, panel: session.rules.panels.find(({ id }) => id === panel)?.name ?? panel, valid, needed } };
};
