// What follows when the host shows what it holds of a whole sheet: adopting a newer version, offering again what a restored host has lost, asking where
// both differ; and forgetting a sealed ballot. Pure; it never overwrites a version the judge has not seen.
import type { MySheetView } from '../../shared/arena/views.ts';
import { ballotOf, sameCells, withBallot, type Revisions } from './ballot.ts';
import type { Ballot, BallotHeld, Box } from './outbox.ts';
import type { Seen } from './reconcile.ts';
import type { SeatSession, SeatWindow } from './sheetState.ts';

/** Below every revision: whatever the host holds, the judge is asked. */
const UNSEEN = -1;

const revisionsOf = (views: readonly MySheetView[]): Revisions => Object.fromEntries(views.map((view) => [view.contestant, view.revision]));

const heldBy = (views: readonly MySheetView[], epoch: string): BallotHeld | null => {
  const filled = views.filter((view) => view.kind !== null);
  if (filled.length === 0) return null;
  return {
    cells: Object.fromEntries(filled.map((view) => [view.contestant, { kind: view.kind ?? 'marks', marks: view.marks }])), revisions: revisionsOf(views),
    at: Math.max(...filled.map((view) => view.at ?? 0)), code: '', epoch, source: filled.some((view) => view.source === 'paper') ? 'paper' : 'phone', late: false,
  };
};

/** A held sheet meets another epoch: found there, lost there (offered again), or something else stands there (the judge is asked). */
const afterRestore = (ballot: Ballot, held: BallotHeld, { views, seen }: { readonly views: readonly MySheetView[]; readonly seen: Seen }): Ballot => {
  const host = heldBy(views, seen.epoch);
  const revisions = revisionsOf(views);
  if (host !== null && sameCells(host.cells, held.cells)) return { ...ballot, held: { ...held, revisions, epoch: seen.epoch } };
  if (held.late && views.some((view) => view.late)) return { ...ballot, held: { ...held, epoch: seen.epoch } };
  const lost = host === null || (host.source === 'phone' && views.every((view) => view.revision < (held.revisions[view.contestant] ?? 0)));
  if (!lost) return { ...ballot, held: host, draft: { cells: held.cells, savedAt: seen.at, ...ballot.draft, bases: Object.fromEntries(views.map((view) => [view.contestant, UNSEEN])) } };
  const wanted = ballot.refused?.code === 'staleRevision' ? ballot.draft : null;
  return { ...ballot, refused: null, draft: wanted === null ? ballot.draft : null, sending: { id: seen.id, token: null, cells: wanted?.cells ?? held.cells, bases: revisions, epoch: seen.epoch, since: seen.at } };
};

const adopt = (ballot: Ballot, views: readonly MySheetView[], epoch: string): Ballot => {
  const host = heldBy(views, epoch);
  const newer = host !== null && views.some((view) => view.revision > (ballot.held?.revisions[view.contestant] ?? 0));
  if (!newer) return ballot;
  const isSame = ballot.draft !== null && sameCells(ballot.draft.cells, host.cells);
  return { ...ballot, held: host, draft: isSame ? null : ballot.draft };
};

/** The host has shown every cell of one whole sheet. `seen.id` is a fresh command id, used only if the sheet must be offered again. */
export const ballotShown = (box: Box, session: string, { views, seen }: { readonly views: readonly MySheetView[]; readonly seen: Seen }): Box => {
  const before = ballotOf(box, session);
  if (before.sending !== null) return box;
  const { held } = before;
  const after = held !== null && held.epoch !== seen.epoch ? afterRestore(before, held, { views, seen }) : adopt(before, views, seen.epoch);
  return after === before ? box : withBallot(box, after);
};

/** Whether the host must be asked what it holds: it was restored, or it has a revision this phone has not seen. */
export const needsShowing = ({ sending, held }: Ballot, windows: readonly SeatWindow[], epoch: string): boolean => {
  if (sending !== null) return false;
  return (held !== null && held.epoch !== epoch) || windows.some((window) => window.rev > (held?.revisions[window.id] ?? 0));
};

/** Whether this seat has cast: the host says so, or did in this epoch before the box was closed. */
export const hasCast = (session: SeatSession, ballot: Ballot, epoch: string | null): boolean => session.box?.cast === true || (ballot.cast !== null && ballot.cast === epoch);

/** Nothing of a ballot without a name stays on the phone once it is cast, or once the box takes no more. */
export const forgetSealed = (box: Box, sessions: readonly SeatSession[], epoch: string): Box => {
  let after = box;
  for (const session of sessions) {
    const ballot = box.ballots[session.id];
    if (session.send !== 'box' || ballot === undefined || ballot.sending !== null || ballot.draft === null) continue;
    if (hasCast(session, ballot, epoch) || session.box?.open === false) after = withBallot(after, { ...ballot, draft: null });
  }
  return after;
};
