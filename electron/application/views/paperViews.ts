// Batches of paper as a viewer may see them: a clerk sees what the desk gave to its station and its own entries, never what another has keyed
// of a sheet that it is to key blind; the host and the supervisor see where two passes differ.
import { differences, differingFields, isDisputed } from '../../../shared/arena/decideBatches.ts';
import { formOf } from '../../../shared/arena/rules.ts';
import type { ArenaSession, Batch, BatchEntry } from '../../../shared/arena/state.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { ViewContext } from './context.ts';
import { contestantName, judgeName } from './names.ts';

/** Who looks: the desk, or a station of a meeting. */
export interface PaperViewer { readonly meeting: string; readonly subject: string }
/** The two who key see their own; who keys neither pass sees both where they differ. */
type Looks = 'first' | 'second' | 'neither';

/** The desk keys the pass that was given to nobody; where both are its own (单人), the first of all sheets, then the second, then what differs. */
const deskLooksAs = (session: ArenaSession, batch: Batch): Looks => {
  if (batch.first !== null) return batch.second === null ? 'second' : 'neither';
  if (batch.second !== null) return 'first';
  const entries = batch.voters.map((voter) => batch.entries[voter]);
  if (entries.some((entry) => entry === undefined || entry.first === null || entry.sentBack === true)) return 'first';
  const isRead = session.rules.paperCheck === 'readBack';
  return entries.some((entry) => entry?.settled !== true && (isRead || entry?.second === null)) ? 'second' : 'neither';
};

/** As whom somebody looks at a batch, or null for somebody it was not given to. */
const looksAs = (context: ViewContext, session: ArenaSession, given: { readonly batch: Batch; readonly viewer: PaperViewer }): Looks | null => {
  const { batch, viewer } = given;
  if (viewer.meeting === '') return deskLooksAs(session, batch);
  const station = context.state.meeting.meetings[viewer.meeting]?.stations[viewer.subject];
  if (session.meeting !== viewer.meeting || station === undefined || station.removed) return null;
  if (station.role === 'supervisor') return 'neither';
  return batch.first === viewer.subject ? 'first' : batch.second === viewer.subject ? 'second' : null;
};

type SheetRow = BatchView['sheets'][number];

const stateOf = (entry: BatchEntry | undefined): SheetRow['state'] => {
  if (entry === undefined || entry.first === null) return 'empty';
  if (entry.settled) return 'settled';
  return isDisputed(entry) ? 'differs' : 'keyed';
};

interface Looked { readonly batch: Batch; readonly voter: string; readonly looks: Looks }

/** A sheet without its cells: what it is called and how far it is; where it differs for the two who keyed it. */
function sheetHead(context: ViewContext, session: ArenaSession, { batch, voter, looks }: Looked): SheetRow {
  const entry = batch.entries[voter];
  const differsAt = looks !== 'neither' && entry?.first != null && entry.second !== null && !entry.settled ? differingFields(entry.first, entry.second) : [];
  return {
    voter, label: session.judges.some((judge) => judge.id === voter) ? judgeName(context, session, voter) : voter.slice(batch.panel.length + 2), state: stateOf(entry), cells: null,
    ...(differsAt.length === 0 ? {} : { differsAt: differsAt.map(({ contestant, columns }) => ({ contestant, columns: [...columns] })) }),
  };
}

function wholeSheet(context: ViewContext, session: ArenaSession, given: Looked): SheetRow {
  const { batch, voter, looks } = given;
  const entry = batch.entries[voter];
  const isBlind = looks === 'second' && session.rules.paperCheck === 'secondEntry';
  const isClosedToIt = looks === 'neither' && (entry === undefined || !isDisputed(entry));
  const shown = isClosedToIt ? null : isBlind ? entry?.second : entry?.first;
  return {
    ...sheetHead(context, session, given), cells: shown?.cells ?? null,
    ...(looks === 'neither' && entry !== undefined && isDisputed(entry) && entry.first !== null && entry.second !== null ? { differences: differences(entry.first, entry.second).map((each) => ({ contestant: each.contestant, first: each.first ?? null, second: each.second ?? null })) } : {}),
  };
}

/** Topic `batch`, of all sheets without cells or of one sheet whole; null for a viewer the batch was not given to. */
export const batchView = (context: ViewContext, session: ArenaSession, given: { readonly batch: string; readonly voter: string | null; readonly viewer: PaperViewer }): BatchView | null => {
  const batch = session.batches[given.batch];
  const looks = batch === undefined ? null : looksAs(context, session, { batch, viewer: given.viewer });
  const panel = session.rules.panels.find((each) => each.id === batch?.panel);
  if (batch === undefined || panel === undefined || looks === null || (given.voter !== null && !batch.voters.includes(given.voter))) return null;
  return {
    session: session.id, title: context.read(session.title), batch: batch.batch, panel: panel.name, form: formOf(session.rules, panel), closed: batch.closed, check: session.rules.paperCheck,
    pass: looks === 'first' ? 1 : looks === 'second' ? 2 : null,
    contestants: batch.contestants.map((id) => ({
      id, name: contestantName(context, session, id), order: session.order.indexOf(id) + 1,
      recused: Object.entries(session.contestants[id]?.window.gaps ?? {}).flatMap(([judge, gap]) => (gap.cause === 'recused' ? [judge] : [])),
    })),
    sheets: given.voter === null ? batch.voters.map((voter) => sheetHead(context, session, { batch, voter, looks })) : [wholeSheet(context, session, { batch, voter: given.voter, looks })],
  };
};

/** The open batches a station has been given, session by session. */
export const batchesOf = (context: ViewContext, viewer: PaperViewer): readonly { readonly session: ArenaSession; readonly batch: Batch; readonly pass: 1 | 2 | null }[] =>
  Object.values(context.state.arena.sessions).filter((session) => session.meeting === viewer.meeting && session.phase === 'live').flatMap((session) =>
    Object.values(session.batches).flatMap((batch) => {
      const looks = batch.closed ? null : looksAs(context, session, { batch, viewer });
      return looks === null ? [] : [{ session, batch, pass: looks === 'first' ? 1 as const : looks === 'second' ? 2 as const : null }];
    }));
