// The one big button: the next step of a session and what stands in its way. It proposes; every step is still decided when pressed.
import type { Refusal, Result } from '../kernel/result.ts';
import { mayCheck } from './decideScoring.ts';
import { mayCall } from './decideStage.ts';
import { missingJudges, panelsDue, windowPhase } from './missing.ts';
import { running, togetherWith } from './order.ts';
import { recusalPlan } from './recusal.ts';
import { mayReveal } from './reveal.ts';
import { categoriesOf, refusalOf, resultOf } from './sessionResult.ts';
import type { ArenaSession, Contestant } from './state.ts';
import type { NextStep } from './views.ts';

/** The wall as far as it concerns this session: what it shows of it, if anything, and whether the room can see it at all. */
export interface Wall {
  readonly show: { readonly scene: string; readonly subject: string | null; readonly step: number; readonly steps: number } | null;
  /** Frozen, blank or yielded to a PPT. */
  readonly hidden: boolean;
}

const step = (action: NextStep['action'], contestant: string | null = null, blocked: Refusal | null = null): NextStep =>
  ({ action, contestant, blocked: blocked === null ? null : { code: blocked.code, details: { ...blocked.details } } });
const why = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);

/**
 * 开始汇报 → 开始打分 → 收齐 → 复核 → 锁定 → 上屏公布 → 下一位 (looks.md §2), by the rule for windows and reveal.
 * `ready` says whether the session can be frozen. What reveals is blocked (wallHidden) while the room cannot see the wall.
 */
export const nextStep = (session: ArenaSession, ready: Result<true>, wall: Wall): NextStep => {
  const next = proposed(session, ready, wall.show);
  const unseenAnyway = wall.hidden && next.blocked === null && REVEALS.includes(next.action);
  return unseenAnyway ? { ...next, blocked: { code: 'wallHidden', details: {} } } : next;
};

const REVEALS: readonly NextStep['action'][] = ['reveal', 'revealStep', 'showRanking', 'rankingStep', 'showAwards'];

const proposed = (session: ArenaSession, ready: Result<true>, onAir: Wall['show']): NextStep => {
  if (session.phase === 'setup') return step('ready', null, why(ready));
  if (session.phase === 'ready') return startStep(session);
  if (session.phase === 'archived') return step('none');
  const midway = onAir !== null && onAir.step < onAir.steps - 1;
  if (midway && onAir.scene === 'score') return step('revealStep', onAir.subject);
  if (midway && (onAir.scene === 'ranking' || onAir.scene === 'awards')) return step('rankingStep');
  return session.phase === 'finalised' ? step('printResult') : liveStep(session);
};

const startStep = (session: ArenaSession): NextStep => {
  const undecided = session.rules.windows.policy === 'wholeSession' ? session.order.find((id) => recusalPlan(session, id).undecided) : undefined;
  return undecided === undefined ? step('start') : step('confirmRecusals', undecided);
};

/** What is due, in this order; the first that applies is the next step. */
const liveStep = (session: ArenaSession): NextStep =>
  presenting(session) ?? openingDue(session) ?? scoringDue(session) ?? revealDue(session) ?? callDue(session) ?? rest(session);

const onStage = (session: ArenaSession): Contestant | undefined => (session.onStage === null ? undefined : session.contestants[session.onStage]);

/** The called contestant begins; the last speaker of a batch, and the last of all under "whole session", leave the stage before anything is collected. */
function presenting(session: ArenaSession): NextStep | undefined {
  const current = onStage(session);
  if (current === undefined) return undefined;
  if (current.stage === 'called') return step('present', current.id);
  const together = session.rules.windows.policy === 'wholeSession' ? running(session) : togetherWith(session, current.id);
  return together?.every((each) => each.id === current.id || each.stage === 'done') === true ? step('finish', current.id) : undefined;
}

/** A window that should be open by now: the speaker's, or those of a batch that has spoken. */
function openingDue(session: ArenaSession): NextStep | undefined {
  const isDue = ({ id, stage }: Contestant): boolean => {
    if (session.rules.windows.policy === 'wholeSession') return false;
    const together = togetherWith(session, id);
    if (together !== null) return stage === 'done' && together.every((each) => each.stage === 'done');
    return stage === 'done' || id === session.onStage;
  };
  const due = running(session).find((each) => each.window.phase === 'closed' && isDue(each));
  return due === undefined ? undefined : opening(session, due);
}

/** A correction goes first; else the window that is due by the rule for windows. */
function scoringDue(session: ArenaSession): NextStep | undefined {
  const all = running(session);
  const due = all.find((each) => each.window.corrections.length > 0 && each.window.phase !== 'locked') ?? windowDue(session, all);
  return due === undefined ? undefined : scoring(session, due);
}

function revealDue(session: ArenaSession): NextStep | undefined {
  if (session.rules.reveal === 'allAtEnd' && session.rules.disclosure.ranking.show !== 'none') return undefined;
  const due = running(session).find((each) => unseen(each) && mayReveal(session, each.id).ok);
  return due === undefined ? undefined : step('reveal', due.id);
}

function callDue(session: ArenaSession): NextStep | undefined {
  const waiting = running(session).find((each) => each.stage === 'waiting');
  return waiting === undefined ? undefined : step('call', waiting.id, why(mayCall(session, waiting)));
}

/** Everybody has spoken: what is still open, then the end. */
function rest(session: ArenaSession): NextStep {
  const open = running(session).find((each) => each.window.phase !== 'locked');
  if (open === undefined) return ending(session);
  return open.window.phase === 'closed' ? opening(session, open) : scoring(session, open);
}

/** Locked, and the room has not seen this lock. */
const unseen = ({ window }: Contestant): boolean => window.phase === 'locked' && window.revealedLock < window.locks.length;

/** With the contestant and in batches the first open window; until the next has finished, the one that is all in or stands in the way of a call. */
const windowDue = (session: ArenaSession, all: readonly Contestant[]): Contestant | undefined => {
  const { policy } = session.rules.windows;
  if (policy === 'wholeSession') return undefined;
  const open = all.filter((each) => each.window.phase === 'open' || each.window.phase === 'checked');
  if (policy !== 'untilNextFinished') return open[0];
  const waiting = all.find((each) => each.stage === 'waiting');
  return open.find((each) => windowPhase(session, each) !== 'open') ?? (waiting !== undefined && mayCall(session, waiting).ok ? undefined : open[0]);
};

const opening = (session: ArenaSession, contestant: Contestant): NextStep =>
  recusalPlan(session, contestant.id).undecided ? step('confirmRecusals', contestant.id) : step('openWindow', contestant.id);

function scoring(session: ArenaSession, contestant: Contestant): NextStep {
  const phase = windowPhase(session, contestant);
  if (phase === 'checked') return step('lock', contestant.id);
  const missing = missingJudges(session, contestant).length;
  const [due] = panelsDue(session, contestant);
  if (phase === 'open') return step('collect', contestant.id, missing > 0 || due === undefined ? { code: 'sheetsMissing', details: { missing } } : { code: due.why, details: { panel: due.panel.name } });
  return step('check', contestant.id, why(mayCheck(session, contestant)));
}

/** The ranking of every category is announced before the result is final, where the rules show one and the room has not seen every score. */
function ending(session: ArenaSession): NextStep {
  const result = resultOf(session);
  const pending = result.pending.find((each) => each.reason === 'partMissing' || each.reason === 'tooFewSheets');
  // Who is not ranked yet may still join a tie: lots are drawn last.
  if (pending !== undefined) return step('finalise', pending.contestant, refusalOf(session, pending));
  const [open] = result.open;
  const blocked: Refusal | null = open === undefined ? null : { code: 'resultOpen', details: { count: open.contestants.length } };
  const unannounced = result.rows.find((row) => { const contestant = session.contestants[row.contestant]; return contestant !== undefined && unseen(contestant); });
  if (blocked === null && unannounced !== undefined && session.rules.disclosure.ranking.show !== 'none') return step('showRanking', unannounced.category);
  const category = session.rules.awards.tiers.length === 0 ? undefined : categoriesOf(session).find((each) => !session.awardsShown.includes(each ?? ''));
  if (blocked === null && category !== undefined && result.rows.length > 0) return step('showAwards', category);
  return step('finalise', null, blocked);
}
