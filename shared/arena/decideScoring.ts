// The scoring windows: opening, sheets, gaps, check, lock, correction. Nothing acknowledged or sent is silently dropped:
// a sheet after the lock is recorded as late and counts only by the host's correction (design §1 item 4).
import type { Decision } from '../kernel/decision.ts';
import { drawOrder } from '../kernel/draw.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { ArenaCommand, InputOf } from './commands.ts';
import { happen, happenWith, withContestant, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import { decideAdjusting, undecidedTime } from './decideAdjusting.ts';
import { decidePaper } from './decidePaper.ts';
import { admitLate, isRankBallot, recordSheet, submitAll } from './decideSheets.ts';
import { missingJudges, panelsDue } from './missing.ts';
import { resultOf, tallyIfLocked } from './sessionResult.ts';
import { openingEvents } from './opening.ts';
import { TRIAL, type ArenaSession, type Contestant } from './state.ts';

/** Decides a command about windows, sheets, gaps or draws; undefined for any other. */
export function decideScoring(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session } = given;
  // Under "whole session" every recusal is confirmed before the start, which opens the windows.
  if (session.phase === 'ready' && command.name === 'recusal.confirm') return withContestant(session, command.input.contestant, (contestant) => confirmRecusals(session, contestant, command.input.judges));
  if (session.phase === 'setup' || session.phase === 'ready' || session.phase === 'archived') return refuse('wrongPhase', { phase: session.phase });
  const wide = ofSession(given, command);
  if (wide !== undefined) return wide;
  if (!('contestant' in command.input)) return undefined;
  return withContestant(session, command.input.contestant, (contestant) => inWindow(given, contestant, command) ?? refuse('unknownCommand', { name: command.name }));
}

/** Commands that concern no single window. */
function ofSession(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session } = given;
  const live = (then: () => Decision<ArenaEvent>): Decision<ArenaEvent> => (session.phase === 'live' ? then() : refuse('wrongPhase', { phase: session.phase }));
  switch (command.name) {
    case 'tie.draw': return live(() => drawTie(given, command.input.contestants));
    case 'tie.playOff': return live(() => holdPlayOff(given, command.input));
    case 'sheet.submitAll': return submitAll(given, command.input);
    case 'trial.open': return live(() => openTrial(session));
    case 'trial.close': return live(() => (session.trial === 'open' ? happen({ name: 'trialClosed', body: { session: session.id } }) : refuse('nothingToDecide')));
    default: return decidePaper(given, command);
  }
}

function inWindow(given: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const body = { session: session.id, contestant: contestant.id };
  switch (command.name) {
    case 'sheet.submit': return isRankBallot(session, tools.by.subject) ? refuse('wholeSheetOnly') : recordSheet(given, contestant, { ...command.input, judge: tools.by.subject, source: 'phone' });
    case 'sheet.key': return recordSheet(given, contestant, { ...command.input, source: 'paper' });
    case 'window.revealed': return contestant.window.revealedLock >= command.input.lock ? happen() : happen({ name: 'windowRevealed', body: { ...body, lock: command.input.lock } });
    default:
      if (session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
      return contestant.id === TRIAL ? refuse('scoringClosed', { contestant: contestant.id }) : decideAdjusting(given, contestant, command) ?? changeWindow(given, contestant, command);
  }
}

function changeWindow(given: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const body = { session: session.id, contestant: contestant.id };
  switch (command.name) {
    case 'recusal.confirm': return confirmRecusals(session, contestant, command.input.judges);
    case 'window.open': return openWindow(session, contestant);
    case 'gap.decide': return decideGap(given, contestant, command.input);
    case 'trim.relax': return relaxTrim(given, contestant, command.input);
    case 'window.check': return checkWindow(session, contestant);
    case 'window.lock': return contestant.window.phase === 'checked' ? happen({ name: 'windowLocked', body: { ...body, lock: contestant.window.locks.length + 1 } }) : refuse('notChecked', { contestant: contestant.id });
    case 'window.reopen': return contestant.window.phase === 'locked' ? happen({ name: 'windowReopened', body: { ...body, reason: tools.text(command.input.reason) } }) : refuse('notLocked', { contestant: contestant.id });
    case 'sheet.admit': return admitLate(session, contestant, command.input.late);
    default: return undefined;
  }
}

function confirmRecusals(session: ArenaSession, contestant: Contestant, judges: readonly string[]): Decision<ArenaEvent> {
  if (contestant.window.phase === 'locked') return refuse('scoringClosed', { contestant: contestant.id });
  const unknown = judges.find((id) => !session.judges.some((judge) => judge.id === id));
  if (unknown !== undefined) return refuse('unknownJudge', { judge: unknown });
  if (judges.some((id) => isRankBallot(session, id))) return refuse('wholeSheetOnly');
  return happen({ name: 'recusalsConfirmed', body: { session: session.id, contestant: contestant.id, judges: [...judges] } });
}

function openWindow(session: ArenaSession, contestant: Contestant): Decision<ArenaEvent> {
  if (contestant.window.phase !== 'closed') return refuse('alreadyOpen', { contestant: contestant.id });
  if (contestant.stage === 'withdrawn') return refuse('contestantWithdrawn', { contestant: contestant.id });
  if (contestant.stage === 'waiting') return refuse('scoringNotOpened', { contestant: contestant.id });
  const opening = openingEvents(session, contestant.id);
  return opening.ok ? happen(...opening.value) : opening;
}

function openTrial(session: ArenaSession): Decision<ArenaEvent> {
  if (!session.rules.trial) return refuse('trialNotSet');
  return session.trial === 'none' ? happen({ name: 'trialOpened', body: { session: session.id } }) : refuse('alreadyOpen', { contestant: TRIAL });
}

function decideGap({ session, tools }: InSession, contestant: Contestant, input: InputOf<'gap.decide'>): Decision<ArenaEvent> {
  const { window } = contestant;
  if (window.phase === 'locked') return refuse('scoringClosed', { contestant: contestant.id });
  if (!session.judges.some((judge) => judge.id === input.judge)) return refuse('unknownJudge', { judge: input.judge });
  // A ballot that ranks all but one has no place for anybody.
  if (input.cause === 'recused' && isRankBallot(session, input.judge)) return refuse('wholeSheetOnly');
  // A sheet that was handed in is taken out by recusal only, and comes back by "wait".
  if (window.sheets[input.judge] !== undefined && input.cause !== 'recused' && input.cause !== 'wait') return refuse('sheetIsIn');
  const note = input.note.trim() === '' ? null : tools.text(input.note.trim());
  return happen({ name: 'gapDecided', body: { session: session.id, contestant: contestant.id, judge: input.judge, cause: input.cause, note } });
}

function relaxTrim({ session, tools }: InSession, contestant: Contestant, input: InputOf<'trim.relax'>): Decision<ArenaEvent> {
  if (contestant.window.phase === 'locked') return refuse('scoringClosed', { contestant: contestant.id });
  const panel = session.rules.panels.find((each) => each.id === input.panel);
  if (panel === undefined) return refuse('unknownPanel', { panel: input.panel });
  const { dropHighest, dropLowest } = input;
  if (dropHighest > panel.dropHighest || dropLowest > panel.dropLowest) return refuse('trimUnchanged', { panel: panel.name });
  return happen({ name: 'trimRelaxed', body: { session: session.id, contestant: contestant.id, panel: panel.id, dropHighest, dropLowest, reason: tools.text(input.reason) } });
}

/** Whether the window can be checked: all in, and enough valid sheets in every panel. */
export const mayCheck = (session: ArenaSession, contestant: Contestant): Result<true> => {
  const { window } = contestant;
  if (window.phase !== 'open') return refuse('notAllIn', { contestant: contestant.id });
  const missing = missingJudges(session, contestant).length;
  if (missing > 0) return refuse('sheetsMissing', { missing });
  const [due] = panelsDue(session, contestant);
  if (due !== undefined) return refuse(due.why, { panel: due.panel.name });
  // While the clock runs nobody knows what it will propose.
  if (session.rules.time.penalty !== null && session.timer?.contestant === contestant.id && session.timer.startedAt !== null) return refuse('timerRunning');
  const undecided = undecidedTime(session, contestant);
  if (undecided !== null) return refuse('penaltyUndecided', { seconds: undecided.seconds, amount: undecided.amount });
  const tallied = tallyIfLocked(session, contestant);
  // A part that is entered later does not keep the sheets from being locked.
  return tallied.ok || tallied.why === 'partMissing' ? done(true) : refuse('tooFewSheets', { panel: tallied.panel, valid: tallied.valid, needed: tallied.needed });
};

function checkWindow(session: ArenaSession, contestant: Contestant): Decision<ArenaEvent> {
  const fault = mayCheck(session, contestant);
  return !fault.ok ? fault : happen({ name: 'windowChecked', body: { session: session.id, contestant: contestant.id } });
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** 抽签 among contestants still tied at the end of the list: made once, recorded, never redrawn (domain.md §2.2). */
function drawTie({ session, tools }: InSession, ids: readonly string[]): Decision<ArenaEvent> {
  if (session.draws.some((draw) => same(draw.contestants, ids))) return refuse('alreadyDrawn');
  const tied = resultOf(session).open.find((open) => open.by === 'draw' && same(open.contestants, ids))?.contestants;
  if (tied === undefined) return refuse('drawNotNeeded');
  const seed = tools.id().slice(0, 8).toUpperCase();
  const order = drawOrder(seed, tied);
  return happenWith([{ name: 'tieDrawn', body: { session: session.id, contestants: [...tied], seed, order: [...order] } }], { seed });
}

/** 加赛: its outcome is keyed, best first; groups that are still equal go on with the tie rules behind it. */
function holdPlayOff({ session, tools }: InSession, input: InputOf<'tie.playOff'>): Decision<ArenaEvent> {
  const tied = resultOf(session).open.find((open) => open.by === 'playOff' && same(open.contestants, input.contestants))?.contestants;
  if (tied === undefined) return refuse('playOffNotNeeded');
  const placed = input.order.flat();
  if (!same(placed, tied) || new Set(placed).size !== tied.length || input.order.some((group) => group.length === 0)) return refuse('orderIncomplete', { given: placed.length, should: tied.length });
  return happen({ name: 'playOffHeld', body: { session: session.id, contestants: [...tied], order: input.order, note: input.note.trim() === '' ? null : tools.text(input.note.trim()) } });
}
