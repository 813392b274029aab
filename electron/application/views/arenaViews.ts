// Desk and judge views of an arena session, made from the state and the words. Nothing here goes to the wall.
import { exactText, format, sum, decimal } from '../../../shared/kernel/fraction.ts';
import type { SessionView, ResultView, WindowView, SeatView, MySheetView } from '../../../shared/arena/views.ts';
import { readiness } from '../../../shared/arena/decideSetUp.ts';
import { elapsedAt } from '../../../shared/arena/decideStage.ts';
import { isExcused, seatStatus, windowPhase } from '../../../shared/arena/missing.ts';
import { nextStep } from '../../../shared/arena/nextStep.ts';
import { formulaOf } from '../../../shared/arena/reveal.ts';
import { recusalPlan } from '../../../shared/arena/recusal.ts';
import { checkRules, type Rules } from '../../../shared/arena/rules.ts';
import { received } from '../../../shared/arena/scenes.ts';
import { resultOf } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession, Contestant, Sheet } from '../../../shared/arena/state.ts';
import { tally, type PanelTally, type Tally } from '../../../shared/arena/tally.ts';
import { wrongPrints } from '../../../shared/arena/prints.ts';
import { arenaFacts } from '../facts.ts';
import type { ViewContext } from './context.ts';

/** The name of a contestant as frozen, or as the register has it now during set-up. */
export const contestantName = (context: ViewContext, session: ArenaSession, id: string): string =>
  context.read(session.contestants[id]?.shortName ?? context.state.register.units[id]?.shortName ?? null);
const contestantFullName = (context: ViewContext, session: ArenaSession, id: string): string =>
  context.read(session.contestants[id]?.name ?? context.state.register.units[id]?.fullName ?? null);
export const judgeName = (context: ViewContext, session: ArenaSession, id: string): string => {
  const judge = session.judges.find((each) => each.id === id);
  return context.read(judge?.name ?? context.state.register.people[id]?.name ?? null);
};

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
  proposedRecusals: session.phase === 'setup' ? [] : [...recusalPlan(session, contestant.id).proposed], recusalsConfirmed: contestant.window.recusalsConfirmed,
});

export const sessionView = (context: ViewContext, session: ArenaSession): SessionView => {
  const facts = arenaFacts(context.state, {});
  const air = context.state.meeting.meetings[session.meeting]?.air;
  const show = air?.show?.item === session.id && context.state.meeting.onAir === session.meeting ? { scene: air.show.scene, subject: air.show.subject, step: air.step, steps: air.steps } : null;
  const hidden = air !== undefined && (air.mode !== 'live' || air.yielded);
  const order = session.order.length > 0 ? session.order : Object.keys(session.contestants);
  return {
    session: session.id, meeting: session.meeting, title: context.read(session.title), phase: session.phase,
    rules: session.rules, rulesFault: faultOf(checkRules(session.rules)), orderMethod: session.orderMethod, orderSeed: session.orderSeed,
    judges: session.judges.map((judge) => ({ id: judge.id, name: judgeName(context, session, judge.id), title: context.read(judge.title ?? context.state.register.people[judge.id]?.title ?? null), panel: judge.panel, home: judge.home })),
    contestants: order.flatMap((id) => session.contestants[id] ?? []).map((contestant) => contestantRow(context, session, contestant)),
    onStage: session.onStage, timer: timerView(context, session), next: nextStep(session, readiness(session, facts), { show, hidden }),
    wrongPrints: wrongPrints(session).map((wrong) => ({ ...wrong, contestants: [...wrong.contestants], judges: [...wrong.judges] })),
  };
};

const totalOf = (session: ArenaSession, sheet: Sheet | undefined): string | null => {
  if (sheet === undefined || sheet.kind !== 'marks') return null;
  const total = sum(session.rules.criteria.map((criterion) => decimal(sheet.marks[criterion.id] ?? '0')));
  return exactText(total) ?? format(total, 6);
};

/** Fixed places, so that columns align: the panel's own rounding, else two more than the final score. */
const panelMeanText = (rules: Rules, panel: PanelTally): string => format(panel.mean, rules.rounding.panel ?? rules.rounding.final + 2);

const panelResult = (session: ArenaSession, panel: PanelTally): Extract<WindowView['result'], { ok: true }>['panels'][number] => {
  const { rules } = session;
  const out = panel.dropped.filter((drop) => drop.criterion === null).map((drop) => drop.judge);
  const kept = panel.sheets.filter((sheet) => !out.includes(sheet.judge));
  const terms = rules.trimOf === 'totals' ? kept.map((sheet) => exactText(sheet.total) ?? format(sheet.total, 4)) : panel.criterionMeans.map((mean) => exactText(mean) ?? `${format(mean, 4)}…`);
  const sumText = terms.join(' + ');
  return {
    panel: panel.panel, mean: panelMeanText(rules, panel), exact: `${panel.mean.top}/${panel.mean.bottom}`, kept: kept.length,
    formula: rules.trimOf === 'totals' ? `(${sumText}) ÷ ${kept.length}` : sumText, dropped: panel.dropped.map((drop) => ({ ...drop })),
  };
};

const windowResult = (session: ArenaSession, tallied: Tally): WindowView['result'] =>
  tallied.ok ? { ok: true, total: tallied.text, panels: tallied.panels.map((panel) => panelResult(session, panel)), formula: formulaOf(session.rules, tallied) } : tallied;

export const windowView = (context: ViewContext, session: ArenaSession, contestant: Contestant): WindowView => {
  const { window } = contestant;
  return {
    session: session.id, contestant: contestant.id, phase: windowPhase(session, contestant),
    judges: session.judges.map((judge) => {
      const sheet = window.sheets[judge.id];
      return { judge: judge.id, status: seatStatus(window, judge.id), revision: sheet?.revision ?? 0, source: sheet?.source ?? null, marks: { ...sheet?.marks }, total: totalOf(session, sheet), at: sheet?.wall ?? null, note: context.read(window.gaps[judge.id]?.note ?? null) };
    }),
    late: window.late.map(({ late, sheet, admitted }) => ({ late, judge: sheet.judge, marks: { ...sheet.marks }, at: sheet.wall, admitted })),
    relaxed: Object.fromEntries(Object.entries(window.relaxed).map(([panel, drop]) => [panel, { ...drop, reason: context.read(drop.reason) }])), corrections: window.corrections.map(context.read),
    result: windowResult(session, tally(session.rules, session.judges, { lock: 0, ...window })),
  };
};

export const resultView = (context: ViewContext, session: ArenaSession): ResultView => {
  const result = resultOf(session);
  const name = (id: string): string => contestantName(context, session, id);
  return {
    session: session.id,
    rows: result.rows.map((row) => ({
      contestant: row.contestant, name: name(row.contestant), rank: row.rank, shared: row.shared, total: row.tally.text, decidedBy: row.decidedBy,
      panels: row.tally.panels.map((panel) => ({ panel: panel.panel, mean: panelMeanText(session.rules, panel) })),
      corrected: (session.contestants[row.contestant]?.window.locks.length ?? 1) > 1,
    })),
    pending: result.pending.map((each) => ({ ...each, name: name(each.contestant) })), needsDraw: [...result.needsDraw],
    draws: session.draws.map((draw) => ({ order: [...draw.order], seed: draw.seed })),
  };
};

/** Sessions of a meeting in which this person judges and that phones may see. */
const sessionsOfJudge = (context: ViewContext, meeting: string, judge: string): readonly ArenaSession[] =>
  Object.values(context.state.arena.sessions).filter((session) => session.meeting === meeting && session.phase !== 'setup' && session.phase !== 'archived' && session.judges.some((each) => each.id === judge));

const seatWindow = (context: ViewContext, session: ArenaSession, given: { readonly contestant: Contestant; readonly judge: string; readonly order: number }): SeatView['sessions'][number]['windows'] => {
  const { contestant, judge, order } = given;
  const { window } = contestant;
  const rev = window.sheets[judge]?.revision ?? 0;
  const open = window.phase === 'open' || window.phase === 'checked';
  if (contestant.stage === 'withdrawn' || (!open && rev === 0 && window.phase !== 'locked')) return [];
  const cause = isExcused(window, judge) ? window.gaps[judge]?.cause : undefined;
  return [{ id: contestant.id, name: contestantName(context, session, contestant.id), order, rev, open: open && cause !== 'recused' && cause !== 'leftEarly', ...(cause === undefined ? {} : { excused: cause }) }];
};

export const seatView = (context: ViewContext, given: { readonly meeting: string; readonly judge: string }): SeatView => {
  const sessions = sessionsOfJudge(context, given.meeting, given.judge);
  const person = context.state.register.people[given.judge];
  const frozen = sessions[0]?.judges.find((each) => each.id === given.judge);
  return {
    name: context.read(frozen?.name ?? person?.name ?? null), title: context.read(frozen?.title ?? person?.title ?? null),
    marking: context.settings.marking, sample: context.sample,
    sessions: sessions.map((session) => ({
      shown: session.rules.disclosure.marks,
      id: session.id, title: context.read(session.title), open: session.phase === 'live',
      panel: session.rules.panels.find((panel) => panel.id === session.judges.find((each) => each.id === given.judge)?.panel)?.name ?? '',
      criteria: session.rules.criteria,
      windows: session.order.flatMap((id, at) => {
        const contestant = session.contestants[id];
        return contestant === undefined ? [] : seatWindow(context, session, { contestant, judge: given.judge, order: at + 1 });
      }),
    })),
  };
};

export const mySheetView = (context: ViewContext, session: ArenaSession, given: { readonly contestant: Contestant; readonly judge: string }): MySheetView => {
  const { window } = given.contestant;
  const sheet = window.sheets[given.judge];
  return {
    session: session.id, contestant: given.contestant.id, name: contestantName(context, session, given.contestant.id), open: window.phase === 'open' || window.phase === 'checked',
    revision: sheet?.revision ?? 0, kind: sheet?.kind ?? null, marks: { ...sheet?.marks }, at: sheet?.wall ?? null, source: sheet?.source ?? null,
    late: window.late.some((late) => late.sheet.judge === given.judge && !late.admitted),
  };
};
