// 初赛到决赛: the next round of a finalised session with its best contestants, marks carried into a part of the new total, or dropped.
import type { Decision } from '../kernel/decision.ts';
import { compare, decimal, exactText, format, multiply, divide, subtract, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import { refuse } from '../kernel/result.ts';
import type { InputOf } from './commands.ts';
import { happenWith, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import type { Part, Rules } from './rules.ts';
import { categoriesOf, resultOf, type RankedRow } from './sessionResult.ts';
import type { ArenaSession } from './state.ts';

/** The part in which a round's marks are carried on. */
export const CARRIED = 'carried';

/** The first `take` of every category; a tie on the edge goes in whole, because nobody may be left out by the order of a list. */
const qualified = (session: ArenaSession, take: number): readonly RankedRow[] => {
  const { rows } = resultOf(session);
  return categoriesOf(session).flatMap((category) => rows.filter((row) => row.category === category && row.rank <= take));
};

/** The parts but the carried one, making up `points` together in their old proportions; null where that has no exact decimals. */
const ownParts = (rules: Rules, points: Fraction): readonly Part[] | null => {
  const own = rules.parts.filter((part) => part.id !== CARRIED);
  const factor = divide(points, sum(own.map((part) => decimal(part.points))));
  const scaled = own.map((part) => ({ part, points: exactText(multiply(decimal(part.points), factor)) }));
  if (compare(factor, ZERO) <= 0) return null;
  return scaled.every((each) => each.points !== null) ? scaled.map(({ part, points: text }) => ({ ...part, points: text ?? '' })) : null;
};

/** The rules of the round before with its total as a part of its own; the other parts make up the rest. */
const carrying = (rules: Rules, points: string): Rules | null => {
  const own = compare(decimal(points), ZERO) <= 0 ? null : ownParts(rules, subtract(decimal(rules.fullMark), decimal(points)));
  return own === null ? null : { ...rules, parts: [...own, { id: CARRIED, name: '上一轮得分', kind: 'carried', source: 'entered', fullMark: rules.fullMark, points }] };
};

/** Marks that are not carried leave no part behind that nobody would enter, nor a tie link or a reveal by it. */
const dropping = (rules: Rules): Rules | null => {
  if (!rules.parts.some((part) => part.id === CARRIED)) return rules;
  const own = ownParts(rules, decimal(rules.fullMark));
  const { rankingReveal } = rules;
  return own === null ? null : {
    ...rules, parts: [...own], ties: rules.ties.filter((tie) => tie.by !== 'part' || tie.id !== CARRIED),
    rankingReveal: rankingReveal.by === 'knownPart' && rankingReveal.part === CARRIED ? { by: 'lastFirst' } : rankingReveal,
  };
};

/**
 * Founds the next round: contestants by rank, judges and rules copied, and, if marks are carried, every qualified contestant's displayed total as the
 * score of the part 上一轮得分 with the points given. Errors: notFinalised, tooFewQualified, rulesInvalid. Example: take 3, carried 40 of 100 → 40 + 60.
 */
export const nextRound = ({ session, tools }: InSession, input: InputOf<'session.nextRound'>): Decision<ArenaEvent> => {
  if (session.phase !== 'finalised' && session.phase !== 'archived') return refuse('notFinalised');
  if (input.title === '') return refuse('nameEmpty', { what: 'title' });
  const rows = qualified(session, input.take);
  if (rows.length < 2) return refuse('tooFewQualified', { count: rows.length });
  const { carry } = input;
  const rules = carry.marks === 'carried' ? carrying(session.rules, carry.points) : dropping(session.rules);
  if (rules === null) return refuse('rulesInvalid', { what: carry.marks === 'carried' ? carry.points : '', reason: 'pointsNotPositive' });
  const id = tools.id();
  const contestants = rows.map((row) => row.contestant);
  const categories = Object.fromEntries(contestants.flatMap((contestant) => { const category = session.contestants[contestant]?.category; return category == null ? [] : [[contestant, category]]; }));
  const values = rows.map((row) => ({ contestant: row.contestant, part: CARRIED, value: format(row.tally.total, session.rules.rounding.final) }));
  const title = tools.text(input.title);
  return happenWith([
    { name: 'sessionCreated', body: { session: id, meeting: session.meeting, title, rules, from: session.id } },
    { name: 'contestantsChosen', body: { session: id, contestants } },
    ...(Object.keys(categories).length === 0 ? [] : [{ name: 'categoriesSet' as const, body: { session: id, categories } }]),
    { name: 'judgesChosen', body: { session: id, judges: session.judges.map((judge) => ({ judge: judge.id, panel: judge.panel })) } },
    ...(carry.marks === 'carried' ? [{ name: 'partsEntered' as const, body: { session: id, version: 1, values, source: session.title } }] : []),
  ], { session: id });
};
