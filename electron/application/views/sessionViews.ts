// The desk's view of a session: run sheet, rules in words, clock, boxes, batches and the big button. Nothing here goes to the wall.
import type { SessionView } from '../../../shared/arena/views.ts';
import { casesWithoutResult } from '../../../shared/arena/cases.ts';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { proposals } from '../../../shared/arena/decideAdjusting.ts';
import { isDisputed } from '../../../shared/arena/decideBatches.ts';
import { readiness } from '../../../shared/arena/decideSetUp.ts';
import { elapsedAt } from '../../../shared/arena/decideStage.ts';
import { figureShown } from '../../../shared/arena/figures.ts';
import { windowPhase } from '../../../shared/arena/missing.ts';
import { nextStep } from '../../../shared/arena/nextStep.ts';
import { wrongPrints } from '../../../shared/arena/prints.ts';
import { recusalPlan } from '../../../shared/arena/recusal.ts';
import { received } from '../../../shared/arena/scenes.ts';
import { TRIAL, type ArenaSession, type Batch, type Contestant } from '../../../shared/arena/state.ts';
import { ruleSheetLines } from '../../documents/ruleSheet/ruleSheet.ts';
import { arenaFacts } from '../facts.ts';
import type { ViewContext } from './context.ts';
import { contestantFullName, contestantName, judgeName } from './names.ts';

const faultOf = (result: ReturnType<typeof checkRules>): SessionView['rulesFault'] => (result.ok ? null : { code: result.refusal.code, details: { ...result.refusal.details } });

/** The running timer as screens count it: elapsed ms at the host's wall time now. */
export const timerView = (context: ViewContext, session: ArenaSession): SessionView['timer'] => {
  const { timer, rules } = session;
  if (timer === null) return null;
  const now = context.now();
  return {
    contestant: timer.contestant, phase: timer.phase, limit: timer.phase === 'speech' ? rules.time.speechSeconds : rules.time.questionSeconds,
    firstWarning: rules.time.firstWarning, secondWarning: rules.time.secondWarning,
    // Anchored at the start, so that the same running timer is the same bytes whenever it is computed.
    elapsed: timer.startedAt === null || timer.startedAt.boot !== now.boot ? elapsedAt(timer, now) : timer.elapsed,
    at: timer.startedAt?.wall ?? 0, running: timer.startedAt !== null, uncertain: timer.uncertain,
  };
};

const contestantRow = (context: ViewContext, session: ArenaSession, contestant: Contestant): SessionView['contestants'][number] => ({
  id: contestant.id, name: contestantName(context, session, contestant.id), fullName: contestantFullName(context, session, contestant.id),
  speaker: context.read(contestant.speaker), file: context.read(contestant.file), promises: contestant.promises.map(context.read), problems: contestant.problems.map(context.read),
  stage: contestant.stage, window: windowPhase(session, contestant), ...received(session, contestant.id),
  lock: contestant.window.locks.length, corrections: contestant.window.corrections.length, late: contestant.window.late.filter((late) => !late.admitted).length,
  category: contestant.category, parts: { ...session.parts.at(-1)?.[contestant.id] }, proposals: proposals(session, contestant).map((each) => ({ ...each })),
  forfeit: contestant.forfeit === null ? null : { cause: contestant.forfeit.cause, reason: context.read(contestant.forfeit.reason) },
  proposedRecusals: session.phase === 'setup' ? [] : [...recusalPlan(session, contestant.id).proposed], recusalsConfirmed: contestant.window.recusalsConfirmed,
});

/** 评分办法 as it was frozen; in English, or before it is frozen, as the rules are said today. */
export const spokenRules = (context: ViewContext, session: ArenaSession, language: 'zh' | 'en'): readonly string[] =>
  language === 'zh' && session.ruleSheet !== null ? context.read(session.ruleSheet.text).split('\n').slice(1).filter((line) => line !== '') : ruleSheetLines(session.rules, language);

/** How far a batch has come. */
export const batchRow = (batch: Batch): SessionView['batches'][number] => {
  const entries = Object.values(batch.entries);
  return {
    batch: batch.batch, panel: batch.panel, contestants: batch.contestants.length, sheets: batch.voters.length, first: batch.first, second: batch.second, closed: batch.closed,
    keyed: entries.filter((entry) => entry.first !== null).length, secondKeyed: entries.filter((entry) => entry.second !== null).length, settled: entries.filter((entry) => entry.settled).length,
    differing: entries.filter(isDisputed).length,
  };
};

export const sessionView = (context: ViewContext, session: ArenaSession): SessionView => {
  const facts = arenaFacts(context.state, {});
  const air = context.state.meeting.meetings[session.meeting]?.air;
  const show = air?.show?.item === session.id && context.state.meeting.onAir === session.meeting ? { scene: air.show.scene, subject: air.show.subject, step: air.step, steps: air.steps } : null;
  const hidden = air !== undefined && (air.mode !== 'live' || air.yielded);
  const order = session.order.length > 0 ? session.order : Object.keys(session.contestants).filter((id) => id !== TRIAL);
  return {
    session: session.id, meeting: session.meeting, title: context.read(session.title), phase: session.phase,
    rules: session.rules, rulesFault: faultOf(checkRules(session.rules)), orderMethod: session.orderMethod, orderSeed: session.orderSeed,
    judges: session.judges.map((judge) => ({ id: judge.id, name: judgeName(context, session, judge.id), title: context.read(judge.title ?? context.state.register.people[judge.id]?.title ?? null), panel: judge.panel, home: judge.home })),
    contestants: order.flatMap((id) => session.contestants[id] ?? []).map((contestant) => contestantRow(context, session, contestant)),
    onStage: session.onStage, timer: timerView(context, session), next: nextStep(session, readiness(session, facts), { show, hidden }),
    // Once ballots come in, what is short is said where it is short.
    cases: session.phase === 'setup' || session.phase === 'ready' ? [...casesWithoutResult(session, (judge) => facts.people[judge]?.home ?? null)] : [],
    ruleSheet: { zh: [...spokenRules(context, session, 'zh')], en: [...ruleSheetLines(session.rules, 'en')], hash: session.ruleSheet?.hash ?? null },
    lot: session.lot === null ? null : { commitment: session.lot.commitment, secret: session.orderCalled === null ? null : session.lot.secret, called: session.orderCalled },
    figure: figureShown(session), trial: session.trial, from: session.from,
    boxes: Object.entries(session.boxes).map(([panel, box]) => ({ panel, phase: box.phase, cast: context.castSeats(box.box).length, expected: session.judges.filter((judge) => judge.panel === panel).length, count: box.count, root: box.root })),
    batches: Object.values(session.batches).map(batchRow),
    wrongPrints: wrongPrints(session).map((wrong) => ({ ...wrong, contestants: [...wrong.contestants], judges: [...wrong.judges] })),
  };
};
