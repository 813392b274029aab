// The paper desk beside the batches: keyed counts, balances, sheets from a file, and the sealed box.
// Totals are not accepted until they balance or someone writes why.
import type { Decision } from '../kernel/decision.ts';
import { refuse } from '../kernel/result.ts';
import { checkMarks } from './ballot.ts';
import type { ArenaCommand, InputOf } from './commands.ts';
import { happen, happenWith, withContestant, type InSession } from './deciding.ts';
import { decideBatches, panelOf } from './decideBatches.ts';
import type { ArenaEvent } from './events.ts';
import { panelsFor } from './missing.ts';
import { formOf } from './rules.ts';
import { rankedOf } from './sessionResult.ts';
import type { ArenaSession, Contestant } from './state.ts';
import { countKeys, isOnPaper } from './voters.ts';

/** Decides a command of the paper desk or a box; undefined for any other. */
export function decidePaper(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session } = given;
  const live = (then: () => Decision<ArenaEvent>): Decision<ArenaEvent> => (session.phase === 'live' ? then() : refuse('wrongPhase', { phase: session.phase }));
  switch (command.name) {
    case 'sheets.import': return live(() => importSheets(given, command.input));
    case 'counts.enter': return live(() => withContestant(session, command.input.contestant, (contestant) => enterCounts(given, contestant, command.input)));
    case 'ballots.balance': return live(() => balance(given, command.input));
    case 'box.close': return live(() => closeBox(session, command.input.panel));
    case 'box.sealed': return sealed(session, command.input);
    default: return command.name.startsWith('batch.') || command.name.startsWith('entry.') ? live(() => decideBatches(given, command) ?? refuse('unknownCommand', { name: command.name })) : undefined;
  }
}

function enterCounts({ session }: InSession, contestant: Contestant, input: InputOf<'counts.enter'>): Decision<ArenaEvent> {
  const panel = panelsFor(session, contestant).find((each) => each.id === input.panel && each.voters === 'counts');
  if (panel === undefined) return refuse('unknownPanel', { panel: input.panel });
  if (contestant.window.phase === 'locked') return refuse('scoringClosed', { contestant: contestant.id });
  if (contestant.window.phase === 'closed') return refuse('scoringNotOpened', { contestant: contestant.id });
  const keys = countKeys(session.rules, panel, rankedOf(session, contestant.category));
  const unknown = Object.keys(input.counts).find((each) => !keys.includes(each));
  if (unknown !== undefined) return refuse('gradeUnknown', { form: panel.name, grade: unknown });
  const current = contestant.window.counts[panel.id]?.revision ?? 0;
  if (input.basis !== current) return refuse('staleRevision', { revision: current });
  return happen({ name: 'countsEntered', body: { session: session.id, contestant: contestant.id, panel: panel.id, revision: current + 1, counts: { ...input.counts }, blank: input.blank, void: input.void } });
}

/** Sheets from a file go into empty places only: what somebody has sent or keyed is never overwritten by a file. */
function importSheets({ session }: InSession, input: InputOf<'sheets.import'>): Decision<ArenaEvent> {
  const panel = panelOf(session, input.panel);
  if (panel === undefined || panel.voters === 'counts') return refuse('unknownPanel', { panel: input.panel });
  const events: ArenaEvent[] = [];
  const taken = new Set<string>();
  for (const { contestant: id, voter, marks } of input.sheets) {
    const contestant = session.contestants[id];
    if (contestant === undefined || !panelsFor(session, contestant).includes(panel)) return refuse('unknownContestant', { contestant: id });
    const isVoter = panel.voters === 'named' ? session.judges.some((judge) => judge.id === voter && judge.panel === panel.id) : isOnPaper(panel.id, voter);
    if (!isVoter) return refuse('unknownJudge', { judge: voter });
    if (contestant.window.phase === 'locked') return refuse('scoringClosed', { contestant: id });
    if (contestant.window.phase === 'closed') return refuse('scoringNotOpened', { contestant: id });
    const cause = contestant.window.gaps[voter]?.cause;
    if (cause === 'recused' || cause === 'leftEarly') return refuse(cause === 'recused' ? 'judgeRecused' : 'judgeLeft');
    const place = `${id} ${voter}`;
    if (contestant.window.sheets[voter] !== undefined || taken.has(place)) return refuse('sheetIsIn');
    taken.add(place);
    const fault = checkMarks(formOf(session.rules, panel), marks, rankedOf(session, contestant.category));
    if (!fault.ok) return fault;
    events.push({ name: 'sheetRecorded', body: { session: session.id, contestant: id, judge: voter, revision: 1, source: 'paper', kind: 'marks', marks } });
  }
  return happenWith(events, { sheets: events.length });
}

/** Issued and returned are keyed by the desk; that they agree with the sheets at hand is looked at when the window is checked. */
function balance({ session, tools }: InSession, input: InputOf<'ballots.balance'>): Decision<ArenaEvent> {
  const panel = panelOf(session, input.panel);
  if (panel === undefined || panel.voters === 'named') return refuse('unknownPanel', { panel: input.panel });
  const wrong = input.contestants.find((id) => { const contestant = session.contestants[id]; return contestant === undefined || !panelsFor(session, contestant).includes(panel); });
  if (wrong !== undefined) return refuse('unknownContestant', { contestant: wrong });
  const locked = input.contestants.find((id) => session.contestants[id]?.window.phase === 'locked');
  if (locked !== undefined) return refuse('scoringClosed', { contestant: locked });
  const words = input.reason.trim();
  if (input.returned > input.issued && words === '') return refuse('balanceWrong', { issued: input.issued, returned: input.returned });
  return happen({ name: 'panelBalanced', body: { session: session.id, panel: panel.id, contestants: [...input.contestants], issued: input.issued, returned: input.returned, reason: words === '' ? null : tools.text(words) } });
}

/** A box that is closed and not sealed yet may be closed again: a sealing that failed (a full disk) is then tried anew. */
const closeBox = (session: ArenaSession, panel: string): Decision<ArenaEvent> => {
  const phase = session.boxes[panel]?.phase;
  return phase === 'open' || phase === 'closed' ? happen({ name: 'boxClosed', body: { session: session.id, panel } }) : refuse('boxNotOpen');
};

/** Taken up again after a crash: a box that is sealed already stays as it is. */
function sealed(session: ArenaSession, input: InputOf<'box.sealed'>): Decision<ArenaEvent> {
  const box = session.boxes[input.panel];
  if (box === undefined || box.phase === 'open') return refuse('boxNotOpen');
  if (box.phase === 'sealed') return happen();
  return happen({ name: 'boxSealed', body: { session: session.id, panel: input.panel, count: input.count, root: input.root, ballots: input.ballots } });
}
