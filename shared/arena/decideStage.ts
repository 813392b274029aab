// The stage machine: called → presenting → done, one contestant at a time, and its timer. It never touches a score.
import type { Decision } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { ArenaCommand } from './commands.ts';
import { happen, withContestant, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import { openingEvents } from './opening.ts';
import { togetherWith } from './order.ts';
import { TRIAL, type ArenaSession, type Contestant, type Timer } from './state.ts';

/** Decides a command of stage or timer; undefined for any other. */
export function decideStage(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  if (!command.name.startsWith('stage.') && !command.name.startsWith('timer.')) return undefined;
  const { session } = given;
  if (session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
  if (!('contestant' in command.input)) return undefined;
  return withContestant(session, command.input.contestant, (contestant) =>
    contestant.stage === 'withdrawn' || contestant.stage === 'forfeited' || contestant.id === TRIAL ? refuse('contestantWithdrawn', { contestant: contestant.id }) : onStage(given, contestant, command) ?? refuse('unknownCommand', { name: command.name }));
}

function onStage(given: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const body = { session: session.id, contestant: contestant.id };
  switch (command.name) {
    case 'stage.call': return call(given, contestant);
    case 'stage.finish': return session.onStage === contestant.id ? happen(...finishing(given, contestant.id)) : refuse('nobodyOnStage');
    case 'stage.skip': return mayLeave(session, contestant, () => happen({ name: 'contestantSkipped', body }));
    case 'stage.moveToEnd': return mayLeave(session, contestant, () => happen({ name: 'contestantMovedToEnd', body }));
    case 'stage.withdraw': return happen({ name: 'contestantWithdrawn', body: { ...body, reason: tools.text(command.input.reason) } });
    case 'stage.forfeit': return contestant.stage === 'done' ? refuse('contestantNotWaiting', { contestant: contestant.id }) : happen({ name: 'contestantForfeited', body: { ...body, cause: command.input.cause, reason: tools.text(command.input.reason) } });
    case 'stage.substitute': return command.input.speaker === '' ? refuse('nameEmpty', { what: 'speaker' }) : happen({ name: 'speakerSubstituted', body: { ...body, speaker: tools.text(command.input.speaker) } });
    default: return decideTimer(given, contestant, command);
  }
}

/** Under "whole session" every window is open from the start, so it says nothing about the stage. */
const mayLeave = (session: ArenaSession, contestant: Contestant, then: () => Decision<ArenaEvent>): Decision<ArenaEvent> =>
  contestant.stage === 'done' || (session.rules.windows.policy !== 'wholeSession' && contestant.window.phase !== 'closed') ? refuse('contestantNotWaiting', { contestant: contestant.id }) : then();

/** The window that must be locked before another contestant may be called, under the rule for windows (design §1 item 8). */
const windowInTheWay = (session: ArenaSession, called: Contestant): string | undefined => {
  const spoken = session.order.filter((id) => id !== called.id && ['called', 'presenting', 'done'].includes(session.contestants[id]?.stage ?? ''));
  const { policy } = session.rules.windows;
  const must = policy === 'withContestant' ? spoken : policy === 'calibration' && togetherWith(session, called.id) === null ? spoken : policy === 'untilNextFinished' ? spoken.slice(0, -1) : [];
  return must.find((id) => session.contestants[id]?.window.phase !== 'locked');
};

/** Why this contestant cannot be called now, if anything. */
export const mayCall = (session: ArenaSession, contestant: Contestant): Result<true> => {
  if (session.onStage === contestant.id) return refuse('alreadyOnStage', { contestant: contestant.id });
  if (contestant.stage !== 'waiting') return refuse('contestantNotWaiting', { contestant: contestant.id });
  const open = windowInTheWay(session, contestant);
  return open === undefined ? done(true) : refuse('windowStillOpen', { contestant: open });
};

function call(given: InSession, contestant: Contestant): Decision<ArenaEvent> {
  const { session } = given;
  const allowed = mayCall(session, contestant);
  if (!allowed.ok) return allowed;
  const leaving = session.onStage === null ? [] : finishing(given, session.onStage);
  return happen(...leaving, { name: 'contestantCalled', body: { session: session.id, contestant: contestant.id } });
}

/** A clock that still runs stops with the presentation, so that what was spoken is on record. */
const stopping = ({ session, tools }: InSession, id: string): readonly ArenaEvent[] => {
  const { timer } = session;
  if (timer === null || timer.startedAt === null || timer.contestant !== id) return [];
  return [{ name: 'timerPaused', body: { session: session.id, contestant: id, phase: timer.phase, elapsed: elapsedAt(timer, tools.now) } }];
};

/** The end of a presentation; the last speaker of a batch opens its windows, but for those whose recusals are undecided. */
function finishing(given: InSession, id: string): readonly ArenaEvent[] {
  const { session } = given;
  const finished: readonly ArenaEvent[] = [...stopping(given, id), { name: 'presentationFinished', body: { session: session.id, contestant: id } }];
  const batch = togetherWith(session, id);
  if (batch === null || !batch.every((each) => each.id === id || each.stage === 'done')) return finished;
  const openings = batch.filter((each) => each.window.phase === 'closed').map((each) => openingEvents(session, each.id));
  return [...finished, ...openings.flatMap((opening) => (opening.ok ? opening.value : []))];
}

/**
 * Milliseconds counted by a timer at an instant of the same boot. Durations are sums of mono differences (design §4).
 * Example: 3,000 ms before the last start, started at mono 1,000, now mono 6,000 → 8,000.
 */
export const elapsedAt = (timer: Timer, now: { readonly mono: number }): number =>
  timer.elapsed + (timer.startedAt === null ? 0 : Math.max(0, Math.round(now.mono - timer.startedAt.mono)));

function decideTimer({ session, tools, facts }: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> {
  const { timer } = session;
  const body = { session: session.id, contestant: contestant.id };
  switch (command.name) {
    case 'timer.start': {
      if (session.onStage !== contestant.id) return refuse('nobodyOnStage');
      if (timer?.startedAt !== null && timer?.startedAt !== undefined && timer.phase === command.input.phase) return refuse('timerRunning');
      const elapsed = timer !== null && timer.phase === command.input.phase ? timer.elapsed : contestant.spoken[command.input.phase]?.elapsed ?? 0;
      return happen(...stopping({ session, tools, facts }, contestant.id), { name: 'timerStarted', body: { ...body, phase: command.input.phase, elapsed, at: tools.now, uncertain: false } });
    }
    case 'timer.pause': return timer === null || timer.startedAt === null || timer.contestant !== contestant.id ? refuse('timerNotRunning') : happen({ name: 'timerPaused', body: { ...body, phase: timer.phase, elapsed: elapsedAt(timer, tools.now) } });
    case 'timer.resume': return happen({ name: 'timerStarted', body: { ...body, phase: command.input.phase, elapsed: command.input.elapsed, at: tools.now, uncertain: true } });
    default: return refuse('unknownCommand', { name: command.name });
  }
}
