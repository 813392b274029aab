// Sheets: one contestant's or a whole one, from a phone or keyed, checked against the ballot; after a lock they are late, never dropped (design §1 item 4).
import type { Decision } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { checkMarks, checkRanking } from './ballot.ts';
import type { InputOf } from './commands.ts';
import { happen, happenWith, type InSession } from './deciding.ts';
import type { ArenaEvent, BodyOf } from './events.ts';
import { judgesFor, panelsFor } from './missing.ts';
import { formOf } from './rules.ts';
import { rankedOf } from './sessionResult.ts';
import { TRIAL, type ArenaSession, type Contestant } from './state.ts';

/** `isLate`: the sheet it belongs to comes after a lock, though this window may be open. */
type SheetInput = InputOf<'sheet.key'> & { readonly source: 'phone' | 'paper'; readonly isLate?: boolean };

function mayScore(session: ArenaSession, contestant: Contestant, input: SheetInput): Result<true> {
  const seat = session.judges.find((judge) => judge.id === input.judge);
  if (seat === undefined) return refuse('unknownJudge', { judge: input.judge });
  const panel = panelsFor(session, contestant).find((each) => each.id === seat.panel);
  if (panel === undefined || panel.voters !== 'named') return refuse('notYourPanel');
  const gap = contestant.window.gaps[input.judge]?.cause;
  if (gap === 'recused') return refuse('judgeRecused');
  if (gap === 'leftEarly') return refuse('judgeLeft');
  if (contestant.window.phase === 'closed') return refuse('scoringNotOpened', { contestant: contestant.id });
  if (input.kind !== 'marks') return Object.keys(input.marks).length === 0 ? done(true) : refuse('markUnknown', { criterion: Object.keys(input.marks)[0] ?? '' });
  const form = formOf(session.rules, panel);
  return checkMarks(form, input.marks, form.kind === 'rank' ? rankedOf(session, contestant.category) : 1);
}

/** A place means something only among all the others, so a rank ballot comes whole. */
export const isRankBallot = (session: ArenaSession, judge: string): boolean => {
  const seat = session.judges.find((each) => each.id === judge);
  const panel = session.rules.panels.find((each) => each.id === seat?.panel);
  return panel !== undefined && formOf(session.rules, panel).kind === 'rank';
};

type WholeInput = InputOf<'sheet.submitAll'>;

/** A whole sheet from a phone: every contestant of the judge's panel at once, and for a rank ballot every place once; all cells are recorded or none. */
export function submitAll(given: InSession, input: WholeInput): Decision<ArenaEvent> {
  const { session, tools } = given;
  const asked = session.order.flatMap((id) => session.contestants[id] ?? []).filter((each) => judgesFor(session, each).some((judge) => judge.id === tools.by.subject) && each.window.phase !== 'closed' && each.stage !== 'withdrawn' && each.stage !== 'forfeited');
  const left = asked.find((each) => input.cells[each.id] === undefined && each.window.gaps[tools.by.subject]?.cause !== 'recused');
  if (asked.length === 0) return refuse('scoringNotOpened', { contestant: '' });
  if (left !== undefined) return refuse('markMissing', { criterion: left.id });
  const panel = session.rules.panels.find((each) => session.judges.some((judge) => judge.id === tools.by.subject && judge.panel === each.id));
  if (panel !== undefined && formOf(session.rules, panel).kind === 'rank') {
    const ranking = checkRanking(input.cells);
    if (!ranking.ok) return ranking;
  }
  const events: ArenaEvent[] = [];
  const revisions: Record<string, number> = {};
  // A sheet of which one window is locked is late as a whole: half of it beside the old half would be a ballot nobody has cast.
  const isLate = Object.keys(input.cells).some((id) => session.contestants[id]?.window.phase === 'locked');
  for (const [id, cell] of Object.entries(input.cells)) {
    const contestant = session.contestants[id];
    if (contestant === undefined) return refuse('unknownContestant', { contestant: id });
    const decided = recordSheet(given, contestant, { session: session.id, contestant: id, judge: tools.by.subject, source: 'phone', isLate, ...cell });
    if (!decided.ok) return decided;
    events.push(...decided.value.events);
    revisions[id] = Number(decided.value.answer?.['revision'] ?? 0);
  }
  return happenWith(events, { late: isLate, revisions });
}

/** Far beyond what a person sends; keeps one phone from filling the journal. */
const MOST_REVISIONS = 200;
const MOST_LATE = 20;

/** A new revision of one judge's sheet; after the lock, a late sheet. The basis keeps one sender from overwriting what it has not seen. */
export function recordSheet({ session, tools }: InSession, contestant: Contestant, input: SheetInput): Decision<ArenaEvent> {
  const fault = mayScore(session, contestant, input);
  if (!fault.ok) return fault;
  if (contestant.id === TRIAL && contestant.window.phase !== 'open') return refuse('scoringClosed', { contestant: TRIAL });
  const current = contestant.window.sheets[input.judge]?.revision ?? 0;
  const late = contestant.window.late.filter((each) => each.sheet.judge === input.judge).length;
  if (current >= MOST_REVISIONS || late >= MOST_LATE) return refuse('tooManySheets', { contestant: contestant.id });
  const sheet: BodyOf<'sheetRecorded'> = {
    session: session.id, contestant: contestant.id, judge: input.judge, revision: current + 1, source: input.source, kind: input.kind, marks: input.marks,
  };
  if (contestant.window.phase === 'locked' || input.isLate === true) {
    if (input.source === 'paper') return refuse('scoringClosed', { contestant: contestant.id });
    return happenWith([{ name: 'lateSheetRecorded', body: { session: session.id, contestant: contestant.id, late: tools.id(), sheet, reason: 'locked' } }], { late: true, revision: current });
  }
  if (session.phase !== 'live') return refuse('wrongPhase', { phase: session.phase });
  if (input.basis !== current) return refuse('staleRevision', { revision: current });
  return happenWith([{ name: 'sheetRecorded', body: sheet }], { late: false, revision: current + 1 });
}

/** A late sheet counts only in a window reopened for correction. */
export function admitLate(session: ArenaSession, contestant: Contestant, late: string): Decision<ArenaEvent> {
  const found = contestant.window.late.find((each) => each.late === late && !each.admitted);
  if (found === undefined) return refuse('unknownLateSheet');
  if (contestant.window.phase === 'locked') return refuse('unlockedCorrection', { contestant: contestant.id });
  if (contestant.window.gaps[found.sheet.judge]?.cause === 'recused') return refuse('judgeRecused');
  const { wall: _wall, device: _device, ...sheet } = found.sheet;
  const revision = (contestant.window.sheets[sheet.judge]?.revision ?? 0) + 1;
  const body = { session: session.id, contestant: contestant.id };
  return happen({ name: 'lateSheetAdmitted', body: { ...body, late } }, { name: 'sheetRecorded', body: { ...body, ...sheet, revision } });
}
