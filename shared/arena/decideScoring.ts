// The scoring windows: opening, sheets, gaps, check, lock, correction. Nothing acknowledged or sent is silently dropped:
// a sheet after the lock is recorded as late and counts only by the host's correction (design §1 item 4).
import type { Decision } from '../kernel/decision.ts';
import { drawOrder } from '../kernel/draw.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { checkMarks } from './ballot.ts';
import type { ArenaCommand, InputOf } from './commands.ts';
import { happen, happenWith, withContestant, type InSession } from './deciding.ts';
import type { ArenaEvent, BodyOf } from './events.ts';
import { missingJudges } from './missing.ts';
import { resultOf } from './sessionResult.ts';
import { openingEvents } from './opening.ts';
import type { ArenaSession, Contestant } from './state.ts';
import { tally } from './tally.ts';

/** Decides a command about windows, sheets, gaps or draws; undefined for any other. */
export function decideScoring(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session } = given;
  // Under "whole session" every recusal is confirmed before the start, which opens the windows.
  if (session.phase === 'ready' && command.name === 'recusal.confirm') return withContestant(session, command.input.contestant, (contestant) => confirmRecusals(session, contestant, command.input.judges));
  if (session.phase === 'setup' || session.phase === 'ready' || session.phase === 'archived') return refuse('wrongPhase', { phase: session.phase });
  if (command.name === 'tie.draw') return session.phase === 'live' ? drawTie(given, command.input.contestants) : refuse('wrongPhase', { phase: session.phase });
  if (!('contestant' in command.input)) return undefined;
  return withContestant(session, command.input.contestant, (contestant) => inWindow(given, contestant, command) ?? refuse('unknownCommand', { name: command.name }));
}

function inWindow(given: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const body = { session: session.id, contestant: contestant.id };
  switch (command.name) {
    case 'sheet.submit': return recordSheet(given, contestant, { ...command.input, judge: tools.by.subject, source: 'phone' });
    case 'sheet.key': return recordSheet(given, contestant, { ...command.input, source: 'paper' });
    case 'window.revealed': return contestant.window.revealedLock >= command.input.lock ? happen() : happen({ name: 'windowRevealed', body: { ...body, lock: command.input.lock } });
    default:
      if (session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
      return changeWindow(given, contestant, command);
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
  return unknown === undefined ? happen({ name: 'recusalsConfirmed', body: { session: session.id, contestant: contestant.id, judges: [...judges] } }) : refuse('unknownJudge', { judge: unknown });
}

function openWindow(session: ArenaSession, contestant: Contestant): Decision<ArenaEvent> {
  if (contestant.window.phase !== 'closed') return refuse('alreadyOpen', { contestant: contestant.id });
  if (contestant.stage === 'withdrawn') return refuse('contestantWithdrawn', { contestant: contestant.id });
  if (contestant.stage === 'waiting') return refuse('scoringNotOpened', { contestant: contestant.id });
  const opening = openingEvents(session, contestant.id);
  return opening.ok ? happen(...opening.value) : opening;
}

type SheetInput = InputOf<'sheet.key'> & { readonly source: 'phone' | 'paper' };

function mayScore(session: ArenaSession, contestant: Contestant, input: SheetInput): Result<true> {
  if (!session.judges.some((judge) => judge.id === input.judge)) return refuse('unknownJudge', { judge: input.judge });
  const gap = contestant.window.gaps[input.judge]?.cause;
  if (gap === 'recused') return refuse('judgeRecused');
  if (gap === 'leftEarly') return refuse('judgeLeft');
  if (contestant.window.phase === 'closed') return refuse('scoringNotOpened', { contestant: contestant.id });
  if (input.kind !== 'marks') return Object.keys(input.marks).length === 0 ? done(true) : refuse('markUnknown', { criterion: Object.keys(input.marks)[0] ?? '' });
  return checkMarks(session.rules, input.marks);
}

/** Far beyond what a person sends; keeps one phone from filling the journal. */
const MOST_REVISIONS = 200;
const MOST_LATE = 20;

/** A new revision of one judge's sheet; after the lock, a late sheet. The basis keeps one sender from overwriting what it has not seen. */
function recordSheet({ session, tools }: InSession, contestant: Contestant, input: SheetInput): Decision<ArenaEvent> {
  const fault = mayScore(session, contestant, input);
  if (!fault.ok) return fault;
  const current = contestant.window.sheets[input.judge]?.revision ?? 0;
  const late = contestant.window.late.filter((each) => each.sheet.judge === input.judge).length;
  if (current >= MOST_REVISIONS || late >= MOST_LATE) return refuse('tooManySheets', { contestant: contestant.id });
  const sheet: BodyOf<'sheetRecorded'> = {
    session: session.id, contestant: contestant.id, judge: input.judge, revision: current + 1, source: input.source, kind: input.kind, marks: input.marks,
  };
  if (contestant.window.phase === 'locked') {
    if (input.source === 'paper') return refuse('scoringClosed', { contestant: contestant.id });
    return happenWith([{ name: 'lateSheetRecorded', body: { session: session.id, contestant: contestant.id, late: tools.id(), sheet, reason: 'locked' } }], { late: true, revision: current });
  }
  if (session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
  if (input.basis !== current) return refuse('staleRevision', { revision: current });
  return happenWith([{ name: 'sheetRecorded', body: sheet }], { late: false, revision: current + 1 });
}

/** A late sheet counts only in a window reopened for correction. */
function admitLate(session: ArenaSession, contestant: Contestant, late: string): Decision<ArenaEvent> {
  const found = contestant.window.late.find((each) => each.late === late && !each.admitted);
  if (found === undefined) return refuse('unknownLateSheet');
  if (contestant.window.phase === 'locked') return refuse('unlockedCorrection', { contestant: contestant.id });
  if (contestant.window.gaps[found.sheet.judge]?.cause === 'recused') return refuse('judgeRecused');
  const { wall: _wall, device: _device, ...sheet } = found.sheet;
  const revision = (contestant.window.sheets[sheet.judge]?.revision ?? 0) + 1;
  const body = { session: session.id, contestant: contestant.id };
  return happen({ name: 'lateSheetAdmitted', body: { ...body, late } }, { name: 'sheetRecorded', body: { ...body, ...sheet, revision } });
}

function decideGap({ session, tools }: InSession, contestant: Contestant, input: InputOf<'gap.decide'>): Decision<ArenaEvent> {
  const { window } = contestant;
  if (window.phase === 'locked') return refuse('scoringClosed', { contestant: contestant.id });
  if (!session.judges.some((judge) => judge.id === input.judge)) return refuse('unknownJudge', { judge: input.judge });
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
  const tallied = tally(session.rules, session.judges, { lock: 0, ...window });
  return tallied.ok ? done(true) : refuse('tooFewSheets', { panel: tallied.panel, valid: tallied.valid, needed: tallied.needed });
};

function checkWindow(session: ArenaSession, contestant: Contestant): Decision<ArenaEvent> {
  const fault = mayCheck(session, contestant);
  return !fault.ok ? fault : happen({ name: 'windowChecked', body: { session: session.id, contestant: contestant.id } });
}

/** 抽签 among contestants still tied at the end of the list: made once, recorded, never redrawn (domain.md §2.2). */
function drawTie({ session, tools }: InSession, ids: readonly string[]): Decision<ArenaEvent> {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));
  if (session.draws.some((draw) => same(draw.contestants, ids))) return refuse('alreadyDrawn');
  const tied = resultOf(session).needsDraw;
  if (!same(tied, ids)) return refuse('drawNotNeeded');
  const seed = tools.id().slice(0, 8).toUpperCase();
  const order = drawOrder(seed, tied);
  return happenWith([{ name: 'tieDrawn', body: { session: session.id, contestants: [...tied], seed, order: [...order] } }], { seed });
}
