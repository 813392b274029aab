// The place in 算给你看: rank, the rule that settled a tie with everybody's value, tier and 名次分. It ranks nobody: ranks are the session's.
import type { TextRef } from '../kernel/decision.ts';
import { compare, format, mean, roundHalfUp, ZERO, type Fraction } from '../kernel/fraction.ts';
import { awardsOf, placePointsOf } from './awards.ts';
import { equationOf, figureOf, joined, plain } from './explainFigures.ts';
import type { Figure, RankWorking, TieWorking } from './explainShape.ts';
import { placeValue } from './forms.ts';
import type { Rules, TieRule } from './rules.ts';
import { isBlocking, type RankedRow, type SessionResult } from './sessionResult.ts';
import { criterionMean, standings, type Entry, type Settled, type Standing } from './standings.ts';
import type { ArenaSession } from './state.ts';

type Read = (reference: TextRef) => string;
const MOST_PLACES = 12;

/** Whether a category is ranked: nobody in it stands at "ask" (domain.md §2.4 item 8). */
export const isRanked = (session: ArenaSession, result: SessionResult, category: string | null): boolean => {
  const isOwn = (id: string): boolean => category === null || session.contestants[id]?.category === category;
  return !result.pending.some((each) => isBlocking(each) && isOwn(each.contestant)) && !result.open.some((each) => each.contestants.some(isOwn));
};

/** The ranked rows of a contestant's category, or null while it is not ranked. */
export const rowsAround = (session: ArenaSession, result: SessionResult, id: string): readonly RankedRow[] | null => {
  const own = result.rows.find((row) => row.contestant === id);
  if (own === undefined || !isRanked(session, result, own.category)) return null;
  return result.rows.filter((row) => row.category === own.category);
};

/** Those who were still tied with this row when the rule that settled it was asked. */
const tiedBefore = (rules: Rules, rows: readonly Standing[], given: { readonly own: Standing; readonly rule: TieRule; readonly settled: Settled }): readonly Entry[] => {
  const equal = rows.filter((row) => compare(row.tally.total, given.own.tally.total) === 0);
  const before = standings({ ...rules, ties: rules.ties.slice(0, rules.ties.indexOf(given.rule)) }, equal, given.settled).rows;
  const rank = before.find((row) => row.contestant === given.own.contestant)?.rank;
  return before.filter((row) => row.rank === rank);
};

const valueBy = (rules: Rules, rule: TieRule): ((entry: Entry) => Fraction) | null => {
  switch (rule.by) {
    case 'moreDecimals': return ({ tally }) => tally.exact;
    case 'panel': return ({ tally }) => tally.panels.find((panel) => panel.panel === rule.id)?.mean ?? ZERO;
    case 'criterion': return criterionMean(rules, rule.id);
    case 'untrimmedMean': return ({ tally }) => tally.untrimmed;
    case 'part': return ({ tally }) => tally.parts.find((part) => part.part === rule.id)?.score ?? ZERO;
    default: return null;
  }
};

/** Values shown at the first place, from `from` on, that tells them apart. */
const apart = (values: readonly Fraction[], from: number): readonly Figure[] => {
  const kinds = values.filter((value, at) => values.findIndex((each) => compare(each, value) === 0) === at).length;
  let places = from;
  while (places < MOST_PLACES && new Set(values.map((value) => format(value, places))).size < kinds) places += 1;
  return values.map((value) => ({ text: format(value, places), cut: compare(roundHalfUp(value, places), value) !== 0 }));
};

/** "More decimals" compares what it shows: the total at the first place that splits the group, itself no cut figure. */
const decimals = (values: readonly Fraction[], final: number): readonly Figure[] => {
  let places = final + 1;
  while (places < MOST_PLACES && new Set(values.map((value) => format(value, places))).size < 2) places += 1;
  return values.map((value) => plain(format(value, places)));
};

/** Place of a contestant in a play-off or a drawn order. */
const settledPlace = (rule: TieRule, entries: readonly Entry[], settled: Settled) => (entry: Entry): Figure | null => {
  const concerns = (ids: readonly string[]): boolean => ids.length === entries.length && entries.every((each) => ids.includes(each.contestant));
  const order = rule.by === 'playOff' ? settled.playOffs.filter((each) => concerns(each.contestants)).at(-1)?.order
    : rule.by === 'draw' ? settled.draws.find((each) => concerns(each.contestants))?.order.map((id) => [id]) : undefined;
  const at = order?.findIndex((ids) => ids.includes(entry.contestant)) ?? -1;
  return order === undefined || at === -1 ? null : plain(String(1 + order.slice(0, at).reduce((before, ids) => before + ids.length, 0)));
};

const tieOf = (session: ArenaSession, rows: readonly RankedRow[], given: { readonly own: RankedRow; readonly read: Read }): TieWorking | null => {
  const rule = given.own.decidedBy;
  if (rule === null) return null;
  const { rules } = session;
  const entries = tiedBefore(rules, rows, { own: given.own, rule, settled: session });
  const value = valueBy(rules, rule);
  const place = settledPlace(rule, entries, session);
  const figures = value === null ? entries.map(place) : (rule.by === 'moreDecimals' ? decimals : apart)(entries.map(value), rules.rounding.final);
  const name = (id: string): string => { const text = session.contestants[id]?.name; return text == null ? '' : given.read(text); };
  return { rule, compared: entries.map(({ contestant }, at) => ({ contestant, name: name(contestant), figure: figures[at] ?? null })) };
};

/** 名次分 with the places a tied group fills. Example: places 2 and 3 worth 7 and 6 → (7 + 6) ÷ 2 = 6.5. */
const placePoints = (rules: Rules, rows: readonly RankedRow[], own: RankedRow): RankWorking['placePoints'] => {
  const points = placePointsOf(rules, rows).get(own.contestant);
  if (points === undefined || rules.placePoints === null) return null;
  const tied = rows.filter((row) => row.rank === own.rank).length;
  if (tied === 1 || rules.placePoints.ties === 'same') return { equation: null, text: figureOf(points) };
  const setting = rules.placePoints.points;
  const values = Array.from({ length: tied }, (_, at) => placeValue(setting, own.rank + at, rows.length) ?? ZERO);
  return { equation: equationOf(['(', ...joined(values.map((value) => [figureOf(value)]), ' + '), `) ÷ ${tied}`], mean(values)), text: figureOf(points) };
};

/** The place of one contestant in its category, or null while nobody there is ranked. */
export const rankWorking = (session: ArenaSession, result: SessionResult, given: { readonly id: string; readonly read: Read }): RankWorking | null => {
  const rows = rowsAround(session, result, given.id);
  const own = rows?.find((row) => row.contestant === given.id);
  if (rows === null || own === undefined) return null;
  const { rules } = session;
  return {
    rank: own.rank, of: rows.length, category: rules.categories.find((each) => each.id === own.category)?.name ?? null, shared: own.shared,
    tie: tieOf(session, rows, { own, read: given.read }), tier: awardsOf(rules, own.category, rows).get(own.contestant)?.name ?? null, placePoints: placePoints(rules, rows, own),
  };
};
