// Batches of paper: given to stations, keyed in two passes by two people, compared field by field, read back or settled.
// A sheet counts only when both passes agree or somebody has decided; a clerk keys only what the desk gave to its station.
import type { Decision } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import { checkMarks } from './ballot.ts';
import type { ArenaCommand, InputOf } from './commands.ts';
import { happen, happenWith, type InSession } from './deciding.ts';
import type { ArenaEvent, Cells } from './events.ts';
import { panelsFor } from './missing.ts';
import { formOf, type Panel } from './rules.ts';
import { rankedOf } from './sessionResult.ts';
import type { ArenaSession, Batch, BatchEntry, Entry } from './state.ts';
import { nameless } from './voters.ts';

/** Decides a command about a batch or an entry of a live session; undefined for any other. */
export function decideBatches(given: InSession, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session } = given;
  switch (command.name) {
    case 'batch.give': return give(given, command.input);
    case 'batch.close': return withBatch(session, command.input.batch, () => happen({ name: 'batchClosed', body: { session: session.id, batch: command.input.batch } }));
    case 'entry.key': return withBatch(session, command.input.batch, (batch) => key(given, batch, command.input));
    case 'entry.readBack': return withBatch(session, command.input.batch, (batch) => readBack(given, batch, command.input));
    case 'entry.sendBack': return withBatch(session, command.input.batch, (batch) => sendBack(given, batch, command.input.voter));
    case 'entry.settle': return withBatch(session, command.input.batch, (batch) => settle(given, batch, command.input));
    default: return undefined;
  }
}

export const panelOf = (session: ArenaSession, id: string): Panel | undefined => session.rules.panels.find((panel) => panel.id === id);

const withBatch = (session: ArenaSession, id: string, then: (batch: Batch) => Decision<ArenaEvent>): Decision<ArenaEvent> => {
  const batch = session.batches[id];
  if (batch === undefined) return refuse('unknownBatch');
  return batch.closed ? refuse('batchClosed') : then(batch);
};

/** The sheets of a batch: judges of the panel, or its nameless ballots from–to. A sheet lies in one open batch only. */
function voters(session: ArenaSession, panel: Panel, input: InputOf<'batch.give'>): Result<readonly string[]> {
  if (panel.voters === 'anonymous') {
    const { from, to } = input;
    if (from === undefined || to === undefined || from < 1 || to < from || to - from >= 600) return refuse('badInput', { what: 'from–to' });
    return done(Array.from({ length: to - from + 1 }, (_, at) => nameless(panel.id, 'p', from + at)));
  }
  const ids = input.judges ?? [];
  const unknown = ids.find((id) => !session.judges.some((judge) => judge.id === id && judge.panel === panel.id));
  if (unknown !== undefined || ids.length === 0) return refuse('unknownJudge', { judge: unknown ?? '' });
  return done(ids);
}

function give({ session, tools, facts }: InSession, input: InputOf<'batch.give'>): Decision<ArenaEvent> {
  const panel = panelOf(session, input.panel);
  if (panel === undefined || panel.voters === 'counts') return refuse('unknownPanel', { panel: input.panel });
  const wrong = input.contestants.find((id) => { const contestant = session.contestants[id]; return contestant === undefined || !panelsFor(session, contestant).includes(panel); });
  if (wrong !== undefined) return refuse('unknownContestant', { contestant: wrong });
  const own = voters(session, panel, input);
  if (!own.ok) return own;
  const strange = [input.first, input.second].find((station) => station !== null && !facts.stations.includes(station));
  if (strange !== undefined) return refuse('unknownSeat');
  if (input.first === input.second && session.rules.paperCheck === 'secondEntry' && !session.rules.singleOperator) return refuse('sameKeyer');
  const lies = Object.values(session.batches).some((each) => !each.closed && each.panel === panel.id && each.voters.some((voter) => own.value.includes(voter)) && each.contestants.some((id) => input.contestants.includes(id)));
  if (lies) return refuse('batchInUse');
  const batch = tools.id();
  return happenWith([{ name: 'batchGiven', body: { session: session.id, batch, panel: panel.id, contestants: [...input.contestants], voters: [...own.value], first: input.first, second: input.second } }], { batch });
}

/** The station that sends: null for the desk. A clerk keys only what the desk gave to its station (design §5). */
const stationOf = ({ tools }: InSession): string | null => (tools.by.role === 'clerk' ? tools.by.subject : null);

function checkCells(session: ArenaSession, batch: Batch, cells: Cells): Result<true> {
  const panel = panelOf(session, batch.panel);
  if (panel === undefined) return refuse('unknownPanel', { panel: batch.panel });
  const form = formOf(session.rules, panel);
  const left = batch.contestants.find((id) => cells[id] === undefined);
  const beyond = Object.keys(cells).find((id) => !batch.contestants.includes(id));
  if (left !== undefined || beyond !== undefined) return refuse('entryIncomplete', { contestant: left ?? beyond ?? '' });
  for (const id of batch.contestants) {
    const contestant = session.contestants[id];
    const cell = cells[id];
    if (contestant === undefined || cell === undefined) return refuse('unknownContestant', { contestant: id });
    if (contestant.window.phase === 'locked') return refuse('scoringClosed', { contestant: id });
    if (contestant.window.phase === 'closed') return refuse('scoringNotOpened', { contestant: id });
    const fault = cell.kind === 'marks' ? checkMarks(form, cell.marks, rankedOf(session, contestant.category)) : done(true as const);
    if (!fault.ok) return fault;
  }
  return done(true);
}

const sameCells = (a: Cells, b: Cells): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, cell]) => {
    const other = b[id];
    return other !== undefined && other.kind === cell.kind && Object.keys(cell.marks).length === Object.keys(other.marks).length && Object.entries(cell.marks).every(([column, mark]) => other.marks[column] === mark);
  });

/** Where two passes differ, field by field: the contestant, the column, and what each pass says. */
export const differences = (first: Entry, second: Entry): readonly { readonly contestant: string; readonly first: Cells[string] | undefined; readonly second: Cells[string] | undefined }[] =>
  [...new Set([...Object.keys(first.cells), ...Object.keys(second.cells)])].flatMap((contestant) => {
    const [a, b] = [first.cells[contestant], second.cells[contestant]];
    return a !== undefined && b !== undefined && sameCells({ a }, { a: b }) ? [] : [{ contestant, first: a, second: b }];
  });

/** Where two passes differ, by contestant and column, without what either says: for the one who is to look at the paper again. */
export const differingFields = (first: Entry, second: Entry): readonly { readonly contestant: string; readonly columns: readonly string[] }[] =>
  differences(first, second).map(({ contestant, first: a, second: b }) => ({
    contestant,
    columns: a?.kind !== 'marks' || b?.kind !== 'marks' ? [] : [...new Set([...Object.keys(a.marks), ...Object.keys(b.marks)])].filter((column) => a.marks[column] !== b.marks[column]),
  }));

function key(given: InSession, batch: Batch, input: InputOf<'entry.key'>): Decision<ArenaEvent> {
  const { session, tools } = given;
  const station = stationOf(given);
  if (!batch.voters.includes(input.voter)) return refuse('unknownJudge', { judge: input.voter });
  if (tools.by.role === 'clerk' && station !== (input.pass === 1 ? batch.first : batch.second)) return refuse('notYourBatch');
  const checked = checkCells(session, batch, input.cells);
  if (!checked.ok) return checked;
  const entries = batch.entries[input.voter] ?? { first: null, second: null, settled: false };
  const other = input.pass === 1 ? entries.second : entries.first;
  const by = tools.by.subject;
  if (input.pass === 2 && other === null) return refuse('notKeyed');
  if (other !== null && other.by === by && !session.rules.singleOperator) return refuse('sameKeyer');
  const keyed: ArenaEvent = { name: 'entryKeyed', body: { session: session.id, batch: batch.batch, voter: input.voter, pass: input.pass, cells: input.cells, by } };
  if (other === null) return happenWith([keyed], { alike: false, differences: 0 });
  const isAlike = sameCells(other.cells, input.cells);
  return happenWith(isAlike ? [keyed, ...settling(given, batch, { voter: input.voter, cells: input.cells, how: other.by === by ? 'single' : 'alike' })] : [keyed],
    { alike: isAlike, differences: isAlike ? 0 : differences(other, { cells: input.cells, by }).length });
}

interface Settling { readonly voter: string; readonly cells: Cells; readonly how: 'alike' | 'readBack' | 'settled' | 'single' }

/** A settled sheet becomes one recorded sheet per contestant, as if it had been keyed at the desk; not where its judge is recused or has left. */
const settling = ({ session, tools }: InSession, batch: Batch, { voter, cells, how }: Settling): readonly ArenaEvent[] => [
  { name: 'entrySettled', body: { session: session.id, batch: batch.batch, voter, how, by: tools.by.subject } },
  ...batch.contestants.flatMap((id): readonly ArenaEvent[] => {
    const cell = cells[id];
    const revision = (session.contestants[id]?.window.sheets[voter]?.revision ?? 0) + 1;
    const cause = session.contestants[id]?.window.gaps[voter]?.cause;
    return cell === undefined || cause === 'recused' || cause === 'leftEarly' ? [] : [{ name: 'sheetRecorded', body: { session: session.id, contestant: id, judge: voter, revision, source: 'paper', kind: cell.kind, marks: cell.marks } }];
  }),
];

/** What was keyed of a sheet, for the one who follows it while the paper is read aloud: never the one who keyed it, unless the rules say 单人. */
function readable(given: InSession, batch: Batch, voter: string): Result<Entry> {
  const { session, tools } = given;
  if (session.rules.paperCheck !== 'readBack') return refuse('notAllowed');
  if (tools.by.role === 'clerk' && stationOf(given) !== batch.second) return refuse('notYourBatch');
  const first = batch.entries[voter]?.first ?? null;
  if (first === null) return refuse('notKeyed');
  return first.by === tools.by.subject && !session.rules.singleOperator ? refuse('sameKeyer') : done(first);
}

/** 唱分: one reads the paper aloud, the other follows what was keyed and agrees. */
function readBack(given: InSession, batch: Batch, { voter, cells }: InputOf<'entry.readBack'>): Decision<ArenaEvent> {
  const first = readable(given, batch, voter);
  if (!first.ok) return first;
  // Keyed anew while it was read: nobody has agreed to that.
  if (!sameCells(first.value.cells, cells)) return refuse('entryChanged');
  return batch.entries[voter]?.settled === true ? happen() : happen(...settling(given, batch, { voter, cells: first.value.cells, how: 'readBack' }));
}

/** The paper says something else than was keyed: the sheet goes back to be keyed again. */
function sendBack(given: InSession, batch: Batch, voter: string): Decision<ArenaEvent> {
  const first = readable(given, batch, voter);
  if (!first.ok) return first;
  const entry = batch.entries[voter];
  if (entry?.settled === true) return refuse('nothingToDecide');
  return entry?.sentBack === true ? happen() : happen({ name: 'entrySentBack', body: { session: given.session.id, batch: batch.batch, voter, by: given.tools.by.subject } });
}

/** Whether a sheet waits for somebody's decision: two passes that differ, or one that was sent back. */
export const isDisputed = (entry: BatchEntry): boolean =>
  !entry.settled && entry.first !== null && (entry.sentBack === true || (entry.second !== null && differences(entry.first, entry.second).length > 0));

/** Of two entries that differ somebody who keyed neither decides by the paper itself; what is decided is recorded with who did it. */
function settle(given: InSession, batch: Batch, input: InputOf<'entry.settle'>): Decision<ArenaEvent> {
  const entries = batch.entries[input.voter];
  if (entries === undefined || entries.first === null) return refuse('notKeyed');
  if (!isDisputed(entries)) return refuse('nothingToDecide');
  const by = given.tools.by.subject;
  if ((entries.first.by === by || entries.second?.by === by) && !given.session.rules.singleOperator) return refuse('sameKeyer');
  const checked = checkCells(given.session, batch, input.cells);
  return checked.ok ? happen(...settling(given, batch, { voter: input.voter, cells: input.cells, how: 'settled' })) : checked;
}
