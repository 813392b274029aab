// The one big button: the next step of a session and what stands in its way. It proposes; every step is still decided when pressed.
import type { Refusal, Result } from '../kernel/result.ts';
import { mayCheck } from './decideScoring.ts';
import { mayCall } from './decideStage.ts';
import { missingJudges, proposedRecusals, windowPhase } from './missing.ts';
import { mayReveal } from './reveal.ts';
import { resultOf } from './sessionResult.ts';
import type { ArenaSession, Contestant } from './state.ts';
import type { NextStep } from './views.ts';

/** What the wall shows of this session, if anything. */
export interface OnAir { readonly scene: string; readonly subject: string | null; readonly step: number; readonly steps: number }

const step = (action: NextStep['action'], contestant: string | null = null, blocked: Refusal | null = null): NextStep =>
  ({ action, contestant, blocked: blocked === null ? null : { code: blocked.code, details: { ...blocked.details } } });
const why = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);

/**
 * 开始汇报 → 开始打分 → 收齐 → 复核 → 锁定 → 上屏公布 → 下一位 (looks.md §2), by the rule for windows and reveal.
 * `ready` says whether the session can be frozen; `onAir` what the wall shows of it.
 */
export const nextStep = (session: ArenaSession, ready: Result<true>, onAir: OnAir | null): NextStep => {
  if (session.phase === 'setup') return step('ready', null, why(ready));
  if (session.phase === 'ready') return startStep(session);
  if (session.phase === 'archived') return step('none');
  const midway = onAir !== null && onAir.step < onAir.steps - 1;
  if (midway && onAir.scene === 'score') return step('revealStep', onAir.subject);
  if (midway && onAir.scene === 'ranking') return step('rankingStep');
  return session.phase === 'finalised' ? step('printResult') : liveStep(session);
};

const startStep = (session: ArenaSession): NextStep => {
  if (session.rules.windows.policy !== 'wholeSession') return step('start');
  const undecided = session.order.find((id) => needsRecusals(session, session.contestants[id]));
  return undecided === undefined ? step('start') : step('confirmRecusals', undecided);
};

const needsRecusals = (session: ArenaSession, contestant: Contestant | undefined): boolean => {
  if (contestant === undefined || contestant.window.recusalsConfirmed) return false;
  const automatic = (judge: string): boolean => session.rules.panels.find((panel) => panel.id === session.judges.find((each) => each.id === judge)?.panel)?.recusal === 'automatic';
  return proposedRecusals(session, contestant.id).some((judge) => !automatic(judge));
};

function liveStep(session: ArenaSession): NextStep {
  const running = session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => each.stage !== 'withdrawn');
  const current = session.onStage === null ? undefined : session.contestants[session.onStage];
  if (current?.stage === 'called') return step('present', current.id);
  const together = session.rules.windows.policy === 'batch' || session.rules.windows.policy === 'wholeSession';
  const unopened = together ? undefined : running.find((each) => each.window.phase === 'closed' && (each.stage === 'done' || each === current));
  if (unopened !== undefined) return opening(session, unopened);
  const reopened = running.find((each) => each.window.corrections.length > 0 && each.window.phase !== 'locked');
  const scored = reopened ?? (together ? undefined : windowDue(session, running));
  if (scored !== undefined) return scoring(session, scored);
  const singly = session.rules.reveal !== 'allAtEnd' || session.rules.disclosure.ranking.show === 'none';
  const due = singly ? running.find((each) => unseen(each) && mayReveal(session, each.id).ok) : undefined;
  if (due !== undefined) return step('reveal', due.id);
  const waiting = running.find((each) => each.stage === 'waiting');
  if (waiting !== undefined) {
    const allowed = mayCall(session, waiting);
    return together && current !== undefined && current.stage === 'presenting' ? step('call', waiting.id) : step('call', waiting.id, why(allowed));
  }
  if (together && current !== undefined) return step('finish', current.id);
  const open = running.find((each) => each.window.phase !== 'locked');
  return open === undefined ? ending(session) : open.window.phase === 'closed' ? opening(session, open) : scoring(session, open);
}

/** Locked, and the room has not seen this lock. */
const unseen = ({ window }: Contestant): boolean => window.phase === 'locked' && window.revealedLock < window.locks.length;

/** The window that is due now: with the contestant at once, else the oldest one that has to be locked before the next call. */
const windowDue = (session: ArenaSession, running: readonly Contestant[]): Contestant | undefined => {
  const open = running.filter((each) => each.window.phase === 'open' || each.window.phase === 'checked');
  const first = open[0];
  if (first === undefined || session.rules.windows.policy === 'withContestant') return first;
  const ready = open.find((each) => windowPhase(session, each) !== 'open');
  const waiting = running.find((each) => each.stage === 'waiting');
  return ready ?? (waiting !== undefined && mayCall(session, waiting).ok ? undefined : first);
};

const opening = (session: ArenaSession, contestant: Contestant): NextStep =>
  needsRecusals(session, contestant) ? step('confirmRecusals', contestant.id) : step('openWindow', contestant.id);

function scoring(session: ArenaSession, contestant: Contestant): NextStep {
  const phase = windowPhase(session, contestant);
  if (phase === 'checked') return step('lock', contestant.id);
  const missing = missingJudges(session, contestant).length;
  if (phase === 'open') return step('collect', contestant.id, { code: 'sheetsMissing', details: { missing } });
  return step('check', contestant.id, why(mayCheck(session, contestant)));
}

/** The ranking is announced before the result is final, where the rules show one and the room has not seen every score. */
function ending(session: ArenaSession): NextStep {
  const result = resultOf(session);
  const blocked: Refusal | null = result.needsDraw.length > 0 ? { code: 'resultOpen', details: { count: result.needsDraw.length } } : null;
  const unannounced = result.rows.some((row) => { const contestant = session.contestants[row.contestant]; return contestant !== undefined && unseen(contestant); });
  if (blocked === null && unannounced && session.rules.disclosure.ranking.show !== 'none') return step('showRanking');
  return step('finalise', null, blocked);
}
