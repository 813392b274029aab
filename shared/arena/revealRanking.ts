// 亮名次与奖次: the ranking of a category from last to first, or in the order of a part the room knows; standings between contestants; awards tier by tier.
import { compare, ZERO } from '../kernel/fraction.ts';
import type { PictureOf } from '../kernel/picture.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { awardsOf } from './awards.ts';
import { asShown, figureShown } from './figures.ts';
import type { Staging, Words } from './reveal.ts';
import { categoriesOf, groundNow, isBlocking, PARTS, refusalOf, resultOf, resultOn, type Ground, type RankedRow, type SessionResult } from './sessionResult.ts';
import { standsAsAWhole } from './checkRules.ts';
import { standings } from './standings.ts';
import type { ArenaSession } from './state.ts';

type Row = PictureOf<'ranking'>['rows'][number];

/** Name of the category on the board, empty where there are none. */
const categoryName = (session: ArenaSession, category: string | null): string => session.rules.categories.find((each) => each.id === category)?.name ?? '';

const tiersOf = (session: ArenaSession, category: string | null, rows: readonly RankedRow[]) => awardsOf(session.rules, category, rows);

/**
 * What stands beside a row: the tier where totals are not shown as figures, and the rule that settled a tie. The rule is named once all of the same total
 * stand there: before, it would tell the figures of one still to come.
 */
const rowOf = (session: ArenaSession, words: Words, given: { readonly ground: Ground; readonly rows: readonly RankedRow[]; readonly shown: readonly RankedRow[] }) => {
  const { disclosure } = session.rules;
  const shown = new Set(given.shown.map((row) => row.contestant));
  const isSettled = (row: RankedRow): boolean => given.rows.every((other) => shown.has(other.contestant) || compare(other.tally.total, row.tally.total) !== 0);
  const tiers = disclosure.total === 'tier' ? tiersOf(session, given.rows[0]?.category ?? null, given.rows) : new Map();
  return (row: RankedRow): Row => ({
    rank: row.rank, name: words.name(row.contestant),
    total: disclosure.total === 'figure' ? row.tally.text : disclosure.total === 'tier' ? (tiers.get(row.contestant)?.name ?? '') : null,
    corrected: (given.ground[row.contestant] ?? 1) > 1, note: row.decidedBy === null || !isSettled(row) ? '' : words.tie(row.decidedBy),
  });
};

const ofCategory = (rows: readonly RankedRow[], category: string | null): readonly RankedRow[] => rows.filter((row) => row.category === category);

/** The category a scene is about; a session without categories has the one that is null. */
const asked = (session: ArenaSession, subject: string | null): Result<string | null> =>
  categoriesOf(session).includes(subject) ? done(subject) : refuse('rulesInvalid', { what: subject ?? '', reason: 'categoryUnknown' });

/** The tied groups somebody must settle. A tie of the on-site score alone is nobody's to settle, so it shares its place on the wall. */
const askedFor = (held: ArenaSession, shown: SessionResult): SessionResult['open'] => {
  const official = resultOf(held).open;
  return shown.open.filter((open) => official.some((each) => each.contestants.length === open.contestants.length && each.contestants.every((id) => open.contestants.includes(id))));
};

/** Everything of the category is locked, entered and settled as `session` counts it; of everybody, where a sheet still out could make others void. */
const settledGround = (held: ArenaSession, session: ArenaSession, subject: string | null): Result<{ readonly ground: Ground; readonly rows: readonly RankedRow[] }> => {
  const category = asked(session, subject);
  if (!category.ok) return category;
  const result = resultOf(session);
  const isOwn = (id: string): boolean => category.value === null || session.contestants[id]?.category === category.value;
  const isWhole = standsAsAWhole(session.rules);
  const pending = result.pending.find((each) => isBlocking(each) && (isWhole || isOwn(each.contestant)));
  if (pending !== undefined) return { ok: false, refusal: refusalOf(session, pending) };
  const open = askedFor(held, result).find((each) => each.contestants.some(isOwn));
  if (open !== undefined) return refuse('resultOpen', { count: open.contestants.length });
  const rows = ofCategory(result.rows, category.value);
  const all = groundNow(session);
  const own = Object.fromEntries(Object.entries(all).filter(([id]) => isWhole || id === PARTS || isOwn(id)));
  return done({ ground: own, rows });
};

/** Steps and ground of the ranking: step 0 is the empty board, then one place (with all its tied rows) or one contestant a step. */
export const stageRanking = (session: ArenaSession, category: string | null): Result<Staging> => {
  if (session.rules.disclosure.ranking.show === 'none') return refuse('sceneNotAllowed', { scene: 'ranking' });
  const settled = settledGround(session, asShown(session), category);
  return settled.ok ? done({ steps: announced(asShown(session), settled.value.rows).length + 1, ground: settled.value.ground }) : settled;
};

/** Who is announced together, step by step: the places last first, or contestants in ascending order of the part the room knows. */
const announced = (session: ArenaSession, rows: readonly RankedRow[]): readonly (readonly RankedRow[])[] => {
  const { rankingReveal, disclosure } = session.rules;
  if (rankingReveal.by === 'knownPart' && disclosure.ranking.show === 'all') {
    const known = (row: RankedRow) => row.tally.parts.find((part) => part.part === rankingReveal.part)?.score ?? ZERO;
    return [...rows].sort((a, b) => compare(known(a), known(b)) || session.order.indexOf(a.contestant) - session.order.indexOf(b.contestant)).map((row) => [row]);
  }
  const limit = disclosure.ranking.show === 'first' ? disclosure.ranking.count : rows.length;
  const places = [...new Set(rows.map((row) => row.rank))].filter((rank) => rank <= limit).sort((a, b) => b - a);
  return places.map((rank) => rows.filter((row) => row.rank === rank));
};

/** Under "known part" the rank of a row is its place among those revealed so far; the last step gives everybody the final one. */
const ranksSoFar = (session: ArenaSession, revealed: readonly RankedRow[]): readonly RankedRow[] => {
  if (session.rules.rankingReveal.by !== 'knownPart') return revealed;
  const { rows } = standings(session.rules, revealed, { draws: session.draws, playOffs: session.playOffs });
  return rows.map((row) => ({ ...row, category: revealed[0]?.category ?? null }));
};

/** The ranking picture at a step. With "first k" the rest stand in speaking order without figures, from the first step on. */
export const rankingPicture = (held: ArenaSession, words: Words, at: { readonly ground: Ground; readonly step: number; readonly category: string | null }): PictureOf<'ranking'> => {
  const session = asShown(held);
  const rows = ofCategory(resultOn(session, at.ground).rows, at.category);
  const groups = announced(session, rows);
  const revealed = groups.slice(0, at.step);
  const shownRows = revealed.flat();
  const shown = ranksSoFar(session, rows.filter((row) => shownRows.includes(row)));
  const ranked = shown.map(rowOf(session, words, { ground: at.ground, rows, shown }));
  const isAnnounced = (row: RankedRow): boolean => groups.some((group) => group.includes(row));
  const rest = rows.filter((row) => !isAnnounced(row)).map((row) => row.contestant);
  const unranked = at.step === 0 ? [] : session.order.filter((id) => rest.includes(id)).map((id) => ({ rank: null, name: words.name(id), total: null, corrected: false, note: '' }));
  return {
    scene: 'ranking', title: words.title, of: rows.length, rows: [...ranked, ...unranked],
    ...(at.category === null ? {} : { category: categoryName(session, at.category) }),
    ...(figureShown(held) === 'onSite' && held.rules.parts.length > 1 ? { figure: 'onSite' as const } : {}),
    newest: (revealed.at(-1) ?? []).map((row) => words.name(row.contestant)),
    complete: groups.length > 0 && at.step >= groups.length,
  };
};

/** Standings between contestants, only where the rules allow them, over what the room has already seen. */
export const stageStandings = (session: ArenaSession, category: string | null): Result<Staging> => {
  if (!session.rules.disclosure.standings) return refuse('sceneNotAllowed', { scene: 'standings' });
  const known = asked(session, category);
  if (!known.ok) return known;
  const seen = session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => each.window.revealedLock > 0 && each.stage !== 'withdrawn' && each.stage !== 'forfeited' && (category === null || each.category === category));
  const version = session.parts.length === 0 ? {} : { [PARTS]: session.parts.length };
  return done({ steps: 1, ground: { ...Object.fromEntries(seen.map((each) => [each.id, each.window.revealedLock])), ...version } });
};

export const standingsPicture = (held: ArenaSession, words: Words, at: { readonly ground: Ground; readonly category: string | null }): PictureOf<'standings'> => {
  const session = asShown(held);
  const rows = ofCategory(resultOn(session, at.ground).rows, at.category);
  return { scene: 'standings', title: words.title, rows: rows.map(rowOf(session, words, { ground: at.ground, rows, shown: rows })), ...(at.category === null ? {} : { category: categoryName(session, at.category) }) };
};

/** Awards tier by tier, lowest first (三→二→一) or all at once; only once the result of the category is settled. They go by the combined total always. */
export const stageAwards = (session: ArenaSession, category: string | null): Result<Staging> => {
  if (session.rules.awards.tiers.length === 0) return refuse('sceneNotAllowed', { scene: 'awards' });
  const settled = settledGround(session, session, category);
  if (!settled.ok) return settled;
  const tiers = session.rules.awards.tiers.filter((tier) => tier.category === null || tier.category === category).length;
  return done({ steps: session.rules.awards.announce === 'straight' ? 1 : tiers + 1, ground: settled.value.ground });
};

export const awardsPicture = (session: ArenaSession, words: Words, at: { readonly ground: Ground; readonly step: number; readonly category: string | null }): PictureOf<'awards'> => {
  const rows = ofCategory(resultOn(session, at.ground).rows, at.category);
  const given = tiersOf(session, at.category, rows);
  const tiers = session.rules.awards.tiers.filter((tier) => tier.category === null || tier.category === at.category);
  const first = session.rules.awards.announce === 'straight' ? 0 : Math.max(0, tiers.length - at.step);
  const { ranking } = session.rules.disclosure;
  const limit = ranking.show === 'all' ? rows.length : ranking.show === 'first' ? ranking.count : 0;
  const named = tiers.slice(first);
  const shown = rows.filter((row) => named.some((tier) => tier === given.get(row.contestant)));
  const plain = rowOf(session, words, { ground: at.ground, rows, shown });
  // A tier is named without a place where places are not made public.
  const placed = (row: RankedRow): Row => (row.rank <= limit ? plain(row) : { ...plain(row), rank: null, note: '' });
  // Where the wall has the on-site score alone, neither the place nor the figure that the tier was earned by is made public.
  const toRow = (row: RankedRow): Row => (figureShown(session) === 'onSite' ? { ...placed(row), rank: null, total: null, note: '' } : placed(row));
  return {
    scene: 'awards', title: words.title, ...(at.category === null ? {} : { category: categoryName(session, at.category) }),
    tiers: named.map((tier) => ({ name: tier.name, rows: rows.filter((row) => given.get(row.contestant) === tier).map(toRow) })),
    complete: first === 0,
  };
};
