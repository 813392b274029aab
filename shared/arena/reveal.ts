// 亮分: whether a scene may be shown, in how many steps, and the picture at each step. A picture holds only what its step has
// revealed and the 公布范围 allows; everything stands on lock numbers (the ground), so later corrections do not move it.
import { compare, format, roundHalfUp, exactText, type Fraction } from '../kernel/fraction.ts';
import type { PictureOf } from '../kernel/picture.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { sha256Hex } from '../kernel/draw.ts';
import type { Rules } from './rules.ts';
import { position, running } from './order.ts';
import { lockedTally, resultOf, resultOn } from './sessionResult.ts';
import type { Standing } from './standings.ts';
import type { ArenaSession, Contestant, LockedSheets } from './state.ts';

export type Ground = Readonly<Record<string, number>>;
export interface Staging { readonly steps: number; readonly ground: Ground }
/** Names as the wall writes them. */
export interface Words { readonly name: (contestant: string) => string; readonly judge: (judge: string) => string; readonly title: string }

/** The parts of a score reveal in order, as far as the 公布范围 allows: marks together → dropped struck → panel means → total. */
export const scoreParts = (rules: Rules): readonly ('marks' | 'struck' | 'panels' | 'total')[] => [
  ...(rules.disclosure.marks === 'hidden' ? [] : (['marks', 'struck'] as const)),
  ...(rules.disclosure.panelMeans ? (['panels'] as const) : []),
  ...(rules.disclosure.total === 'figure' ? (['total'] as const) : []),
];

/** A contestant whose score is locked has spoken, though nobody has been called after it. */
const spoken = ({ stage, window }: Contestant): boolean => stage === 'done' || (stage === 'presenting' && window.locks.length > 0);

/** Whether this contestant's score may be shown now under the rule for reveal (at once, after the next has spoken, all at the end). */
export const mayReveal = (session: ArenaSession, id: string): Result<true> => {
  const contestant = session.contestants[id];
  if (contestant === undefined) return refuse('unknownContestant', { contestant: id });
  if (contestant.stage === 'withdrawn') return refuse('contestantWithdrawn', { contestant: id });
  // A figure that is being corrected does not go before the room.
  if (contestant.window.phase !== 'locked') return refuse('notLocked', { contestant: id });
  if (scoreParts(session.rules).length === 0) return refuse('sceneNotAllowed', { scene: 'score' });
  const all = running(session);
  const next = all[all.indexOf(contestant) + 1];
  if (session.rules.reveal === 'afterNext' && next !== undefined && !spoken(next)) return refuse('revealTooEarly', { contestant: id });
  const allLocked = all.every((each) => each.window.locks.length > 0);
  return session.rules.reveal === 'allAtEnd' && !allLocked ? refuse('revealTooEarly', { contestant: id }) : done(true);
};

/** Steps and ground of a score reveal: step k shows the first k + 1 parts. */
export const stageScore = (session: ArenaSession, id: string): Result<Staging> => {
  const allowed = mayReveal(session, id);
  if (!allowed.ok) return allowed;
  return done({ steps: scoreParts(session.rules).length, ground: { [id]: session.contestants[id]?.window.locks.length ?? 0 } });
};

/** Places for the panel means of one contestant, the same for all: the final score's where that shows them exactly, else two more. */
const meanPlaces = (rules: Rules, means: readonly Fraction[]): number => {
  const { final } = rules.rounding;
  return means.every((mean) => compare(roundHalfUp(mean, final), mean) === 0) ? final : final + 2;
};

/** The total's formula with figures, such as 60% × 81.00 + 40% × 79.50 = 80.40; 「≈」 where a figure shown is itself rounded. */
export const formulaOf = (rules: Rules, tallied: Extract<ReturnType<typeof lockedTally>, { ok: true }>): string => {
  const places = meanPlaces(rules, tallied.panels.map((panel) => panel.mean));
  const terms = tallied.panels.map((panel, at) => `${rules.panels[at]?.weight ?? ''}% × ${format(panel.mean, places)}`);
  const faithful = tallied.panels.every((panel) => compare(roundHalfUp(panel.mean, places), panel.mean) === 0) && compare(tallied.exact, tallied.total) === 0;
  return `${terms.join(' + ')} ${faithful ? '=' : '≈'} ${tallied.text}`;
};

function marksShown(session: ArenaSession, words: Words, given: { id: string; lock: LockedSheets; struck: boolean }): NonNullable<PictureOf<'score'>['marks']> {
  const tallied = lockedTally(session, given.lock);
  if (!tallied.ok) return [];
  const { rules } = session;
  const sheets = tallied.panels.flatMap((panel) => panel.sheets.map((sheet) => ({ sheet, dropped: panel.dropped.some((drop) => drop.criterion === null && drop.judge === sheet.judge) })));
  const shuffled = rules.disclosure.marks === 'shuffled';
  // Shuffled by a hash that nobody in the room can invert to a seat, and that is the same at every restart.
  const sorted = shuffled ? [...sheets].sort((a, b) => (ticket(session, given.id, a.sheet.judge) < ticket(session, given.id, b.sheet.judge) ? -1 : 1)) : sheets;
  return sorted.map(({ sheet, dropped }, at) => ({
    label: rules.disclosure.marks === 'byName' ? words.judge(sheet.judge) : shuffled ? String(at + 1) : String(session.judges.findIndex((judge) => judge.id === sheet.judge) + 1),
    text: exactText(sheet.total) ?? format(sheet.total, rules.rounding.final), dropped: given.struck && dropped,
  }));
}
const ticket = (session: ArenaSession, contestant: string, judge: string): string => sha256Hex(`${session.id}:${contestant}:${judge}`);

/** The score picture at a step. */
export const scorePicture = (session: ArenaSession, words: Words, at: { readonly id: string; readonly ground: Ground; readonly step: number }): PictureOf<'score'> => {
  const { rules } = session;
  const shown = scoreParts(rules).slice(0, at.step + 1);
  const lock = session.contestants[at.id]?.window.locks[(at.ground[at.id] ?? 0) - 1];
  const base = { scene: 'score' as const, name: words.name(at.id), ...position(session, at.id), corrected: (lock?.lock ?? 1) > 1 };
  const tallied = lock === undefined ? undefined : lockedTally(session, lock);
  if (lock === undefined || tallied === undefined || !tallied.ok) return base;
  const showFormula = shown.includes('total') && shown.includes('panels');
  return {
    ...base,
    ...(shown.includes('marks') ? { marks: marksShown(session, words, { id: at.id, lock, struck: shown.includes('struck') }), struck: shown.includes('struck') } : {}),
    ...(shown.includes('panels') ? { panels: tallied.panels.map((panel, index) => ({ name: rules.panels[index]?.name ?? '', mean: format(panel.mean, meanPlaces(rules, tallied.panels.map((each) => each.mean))), weight: rules.panels[index]?.weight ?? '' })) } : {}),
    ...(shown.includes('total') ? { total: tallied.text } : {}),
    ...(showFormula ? { formula: formulaOf(rules, tallied) } : {}),
  };
};

const rowOf = (session: ArenaSession, words: Words, ground: Ground) => (standing: Standing): PictureOf<'ranking'>['rows'][number] => ({
  rank: standing.rank, name: words.name(standing.contestant), total: session.rules.disclosure.total === 'figure' ? standing.tally.text : null,
  corrected: (ground[standing.contestant] ?? 1) > 1, note: '',
});

/** Steps and ground of the ranking from last to first: step 0 is the empty board, then one place (with all its tied rows) a step. */
export const stageRanking = (session: ArenaSession): Result<Staging> => {
  if (session.rules.disclosure.ranking.show === 'none') return refuse('sceneNotAllowed', { scene: 'ranking' });
  const result = resultOf(session);
  const open = result.pending.find((each) => each.reason !== 'withdrawn');
  if (open !== undefined) return refuse('windowsNotLocked', { contestant: open.contestant });
  if (result.needsDraw.length > 0) return refuse('resultOpen', { count: result.needsDraw.length });
  const ground = Object.fromEntries(result.rows.map((row) => [row.contestant, session.contestants[row.contestant]?.window.locks.length ?? 0]));
  return done({ steps: places(session, result.rows).length + 1, ground });
};

/** The places announced one by one, last first; with "first k" only those within k. */
const places = (session: ArenaSession, rows: readonly Standing[]): readonly number[] => {
  const limit = session.rules.disclosure.ranking.show === 'first' ? session.rules.disclosure.ranking.count : rows.length;
  return [...new Set(rows.map((row) => row.rank))].filter((rank) => rank <= limit).sort((a, b) => b - a);
};

/** The ranking picture at a step. With "first k" the rest stand in speaking order without figures, from the first step on. */
export const rankingPicture = (session: ArenaSession, words: Words, at: { readonly ground: Ground; readonly step: number }): PictureOf<'ranking'> => {
  const { rows } = resultOn(session, at.ground);
  const announced = places(session, rows);
  const revealed = announced.slice(0, at.step);
  const last = revealed.at(-1);
  const toRow = rowOf(session, words, at.ground);
  const ranked = rows.filter((row) => revealed.includes(row.rank)).map(toRow);
  const rest = rows.filter((row) => !announced.includes(row.rank)).map((row) => row.contestant);
  const unranked = at.step === 0 ? [] : session.order.filter((id) => rest.includes(id)).map((id) => ({ rank: null, name: words.name(id), total: null, corrected: false, note: '' }));
  return {
    scene: 'ranking', title: words.title, of: rows.length, rows: [...ranked, ...unranked],
    newest: last === undefined ? [] : rows.filter((row) => row.rank === last).map((row) => words.name(row.contestant)),
    complete: announced.length > 0 && at.step >= announced.length,
  };
};

/** Standings between contestants, only where the rules allow them, over what the room has already seen. */
export const stageStandings = (session: ArenaSession): Result<Staging> => {
  if (!session.rules.disclosure.standings) return refuse('sceneNotAllowed', { scene: 'standings' });
  const seen = Object.values(session.contestants).filter((each) => each.window.revealedLock > 0 && each.stage !== 'withdrawn');
  return done({ steps: 1, ground: Object.fromEntries(seen.map((each) => [each.id, each.window.revealedLock])) });
};

export const standingsPicture = (session: ArenaSession, words: Words, ground: Ground): PictureOf<'standings'> => ({
  scene: 'standings', title: words.title, rows: resultOn(session, ground).rows.map(rowOf(session, words, ground)),
});
