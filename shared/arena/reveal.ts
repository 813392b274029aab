// 亮分: whether a contestant's score may be shown, in how many steps, and the picture at each step. A picture holds only what its step has
// revealed and the 公布范围 allows; everything stands on lock numbers (the ground), so later corrections do not move it.
import { compare, decimal, divide, exactText, format, multiply, roundHalfUp, ZERO, type Fraction } from '../kernel/fraction.ts';
import type { PictureOf } from '../kernel/picture.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { sha256Hex } from '../kernel/draw.ts';
import { asShown, figureShown } from './figures.ts';
import type { Rules, TieRule } from './rules.ts';
import { position, running, togetherWith } from './order.ts';
import { groundNow, PARTS, tallyOn, type Ground } from './sessionResult.ts';
import { standsAsAWhole } from './checkRules.ts';
import { isSmallPanel } from './smallGroups.ts';
import type { ArenaSession, Contestant } from './state.ts';
import type { Tally } from './tally.ts';

export interface Staging { readonly steps: number; readonly ground: Ground }
/** Names as the wall writes them. */
export interface Words {
  readonly name: (contestant: string) => string; readonly judge: (judge: string) => string; readonly title: string;
  /** Which rule settled a tie, in words. */
  readonly tie: (tie: TieRule) => string;
}
export type Scored = Extract<Tally, { ok: true }>;

/** The parts of a score reveal in order, as far as the 公布范围 allows: marks together → dropped struck → panel means → parts → total. */
export const scoreParts = (rules: Rules): readonly ('marks' | 'struck' | 'panels' | 'parts' | 'total')[] => [
  ...(rules.disclosure.marks === 'hidden' ? [] : (['marks', 'struck'] as const)),
  ...(rules.disclosure.panelMeans ? (['panels'] as const) : []),
  ...(rules.disclosure.parts && rules.parts.length > 1 ? (['parts'] as const) : []),
  ...(rules.disclosure.total === 'figure' ? (['total'] as const) : []),
];

/** A contestant whose score is locked has spoken, though nobody has been called after it. */
const spoken = ({ stage, window }: Contestant): boolean => stage === 'done' || (stage === 'presenting' && window.locks.length > 0);
const isLocked = ({ window }: Contestant): boolean => window.locks.length > 0;

/** Whether the rule for reveal lets this score be shown: at once, after the next has spoken, the first k together, all at the end. */
const isDue = (session: ArenaSession, contestant: Contestant): boolean => {
  const all = running(session);
  switch (session.rules.reveal) {
    case 'atOnce': return true;
    case 'afterNext': { const next = all[all.indexOf(contestant) + 1]; return next === undefined || spoken(next); }
    case 'calibration': return (togetherWith(session, contestant.id) ?? []).every(isLocked);
    case 'allAtEnd': return all.every(isLocked);
  }
};

/** What a score picture stands on: its own lock, or every lock where sheets stand or fall as a whole; and the part scores entered so far. */
const groundOf = (session: ArenaSession, contestant: Contestant): Ground => {
  const { [PARTS]: version, ...locks } = groundNow(session);
  return { ...(standsAsAWhole(session.rules) ? locks : {}), [contestant.id]: contestant.window.locks.length, ...(version === undefined ? {} : { [PARTS]: version }) };
};

/** Whether this contestant's score may be shown now, and why not. */
export const mayReveal = (session: ArenaSession, id: string): Result<true> => {
  const contestant = session.contestants[id];
  if (contestant === undefined) return refuse('unknownContestant', { contestant: id });
  if (contestant.stage === 'withdrawn' || contestant.stage === 'forfeited') return refuse('contestantWithdrawn', { contestant: id });
  // A figure that is being corrected does not go before the room.
  if (contestant.window.phase !== 'locked') return refuse('notLocked', { contestant: id });
  if (scoreParts(asShown(session).rules).length === 0) return refuse('sceneNotAllowed', { scene: 'score' });
  if (!isDue(session, contestant)) return refuse('revealTooEarly', { contestant: id });
  const tallied = tallyOn(asShown(session), groundOf(session, contestant), id);
  return tallied?.ok === false && tallied.why === 'partMissing' ? refuse('partMissing', { contestant: id }) : done(true);
};

/** Steps and ground of a score reveal: step k shows the first k + 1 parts. */
export const stageScore = (session: ArenaSession, id: string): Result<Staging> => {
  const allowed = mayReveal(session, id);
  if (!allowed.ok) return allowed;
  const contestant = session.contestants[id];
  return contestant === undefined ? refuse('unknownContestant', { contestant: id }) : done({ steps: scoreParts(asShown(session).rules).length, ground: groundOf(session, contestant) });
};

/** Places for figures of one kind, the same for all: the final score's where that shows them exactly, else two more. */
export const placesFor = (rules: Rules, values: readonly Fraction[]): number => {
  const { final } = rules.rounding;
  return values.every((value) => compare(roundHalfUp(value, final), value) === 0) ? final : final + 2;
};

/** A factor as people write it: 60% where the ballot's full mark is 100, 24/30 otherwise. Example: 24 of 100 → '24%'; 60 of 10 → '60/10'. */
export const factorText = (points: Fraction, fullMark: Fraction): string => {
  if (compare(fullMark, ZERO) === 0) return '0%';
  const share = exactText(divide(multiply(points, decimal('100')), fullMark));
  return compare(fullMark, decimal('100')) === 0 && share !== null ? `${share}%` : `${exactText(points) ?? format(points, 6)}/${exactText(fullMark) ?? format(fullMark, 6)}`;
};

interface Term { readonly factor: string; readonly value: Fraction }
const termsOf = (rules: Rules, tallied: Scored): readonly Term[] => {
  if (tallied.parts.length === 1) {
    return tallied.panels.map((panel) => ({ factor: factorText(multiply(panel.weight, panel.fullMark), panel.fullMark), value: panel.mean }));
  }
  return tallied.parts.map((part, at) => ({ factor: factorText(decimal(rules.parts[at]?.points ?? '0'), decimal(rules.parts[at]?.fullMark ?? '1')), value: part.score }));
};

/** The total's formula with figures, such as 60% × 81.00 + 40% × 79.50 − 0.5 = 79.90; 「≈」 where a figure shown is itself rounded. */
export const formulaOf = (rules: Rules, tallied: Scored): string => {
  const terms = termsOf(rules, tallied);
  const places = placesFor(rules, terms.map((term) => term.value));
  const signed = tallied.adjustments.map((line) => `${line.sign === 'bonus' ? ' + ' : ' − '}${exactText(roundHalfUp(line.sign === 'bonus' ? line.points : { top: -line.points.top, bottom: line.points.bottom }, 6)) ?? ''}`);
  const faithful = terms.every((term) => compare(roundHalfUp(term.value, places), term.value) === 0) && compare(tallied.exact, tallied.total) === 0;
  return `${terms.map((term) => `${term.factor} × ${format(term.value, places)}`).join(' + ')}${signed.join('')} ${faithful ? '=' : '≈'} ${tallied.text}`;
};

function marksShown(session: ArenaSession, words: Words, given: { readonly id: string; readonly tallied: Scored; readonly struck: boolean }): NonNullable<PictureOf<'score'>['marks']> {
  const { rules } = session;
  const named = new Set(rules.panels.filter((panel) => panel.voters === 'named').map((panel) => panel.id));
  // Ballots without names are never shown one by one.
  const sheets = given.tallied.panels.filter((panel) => named.has(panel.panel)).flatMap((panel) => panel.sheets.filter((sheet) => sheet.by === 'voter' || sheet.by === 'zero')
    .map((sheet) => ({ sheet, dropped: panel.dropped.some((drop) => drop.criterion === null && drop.voter === sheet.voter) })));
  const shuffled = rules.disclosure.marks === 'shuffled';
  // Shuffled by a hash that nobody in the room can invert to a seat, and that is the same at every restart.
  const sorted = shuffled ? [...sheets].sort((a, b) => (ticket(session, given.id, a.sheet.voter) < ticket(session, given.id, b.sheet.voter) ? -1 : 1)) : sheets;
  return sorted.map(({ sheet, dropped }, at) => ({
    label: rules.disclosure.marks === 'byName' ? words.judge(sheet.voter) : shuffled ? String(at + 1) : String(session.judges.findIndex((judge) => judge.id === sheet.voter) + 1),
    text: exactText(sheet.total) ?? format(sheet.total, rules.rounding.final), dropped: given.struck && dropped,
  }));
}
const ticket = (session: ArenaSession, contestant: string, judge: string): string => sha256Hex(`${session.id}:${contestant}:${judge}`);

/** A panel's figure as the wall shows it; — where too few ballots without names stand behind it. */
export const panelMeanShown = (rules: Rules, tallied: Scored, at: number): string => {
  const panel = tallied.panels[at];
  if (panel === undefined) return '';
  return isSmallPanel(rules, panel) ? '—' : format(panel.mean, placesFor(rules, tallied.panels.map((each) => each.mean)));
};

const panelsShown = (rules: Rules, tallied: Scored): NonNullable<PictureOf<'score'>['panels']> =>
  tallied.panels.map((panel, at) => ({ name: rules.panels.find((each) => each.id === panel.panel)?.name ?? '', mean: panelMeanShown(rules, tallied, at), weight: factorText(multiply(panel.weight, panel.fullMark), panel.fullMark) }));

/** A part that a small group without names has scored would give the group's figure away. */
const holdsSmallGroup = (rules: Rules, tallied: Scored, part: string): boolean =>
  tallied.panels.some((panel) => isSmallPanel(rules, panel) && rules.panels.find((each) => each.id === panel.panel)?.part === part);

const partsShown = (rules: Rules, tallied: Scored): NonNullable<PictureOf<'score'>['parts']> =>
  tallied.parts.map((part, at) => ({ name: rules.parts[at]?.name ?? '', score: holdsSmallGroup(rules, tallied, part.part) ? '—' : format(part.score, placesFor(rules, tallied.parts.map((each) => each.score))), weight: factorText(decimal(rules.parts[at]?.points ?? '0'), decimal(rules.parts[at]?.fullMark ?? '1')) }));

/** The score picture at a step. */
export const scorePicture = (held: ArenaSession, words: Words, at: { readonly id: string; readonly ground: Ground; readonly step: number }): PictureOf<'score'> => {
  const session = asShown(held);
  const { rules } = session;
  const shown = scoreParts(rules).slice(0, at.step + 1);
  const tallied = tallyOn(session, at.ground, at.id);
  const base = { scene: 'score' as const, name: words.name(at.id), ...position(session, at.id), corrected: (at.ground[at.id] ?? 1) > 1 };
  if (tallied === undefined || !tallied.ok) return base;
  const showsTerms = tallied.parts.length > 1 ? shown.includes('parts') : shown.includes('panels');
  const isSmall = tallied.panels.some((panel) => isSmallPanel(rules, panel));
  return {
    ...base,
    ...(shown.includes('marks') ? { marks: marksShown(session, words, { id: at.id, tallied, struck: shown.includes('struck') }), struck: shown.includes('struck') } : {}),
    ...(shown.includes('panels') ? { panels: panelsShown(rules, tallied) } : {}),
    ...(shown.includes('parts') ? { parts: partsShown(rules, tallied) } : {}),
    ...(shown.includes('total') ? { total: tallied.text } : {}),
    ...(figureShown(held) === 'onSite' && held.rules.parts.length > 1 ? { figure: 'onSite' as const } : {}),
    ...(shown.includes('total') && showsTerms && !isSmall ? { formula: formulaOf(rules, tallied) } : {}),
  };
};
