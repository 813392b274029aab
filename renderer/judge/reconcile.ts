// What follows when the host shows what it holds: adopting newer versions, offering again what a restored host has lost, asking where both differ.
// Pure, like the outbox. It never overwrites a version the judge has not seen.
import type { MySheetView } from '../../shared/arena/views.ts';
import { placeKey, sameContent, sheetOf, withSheet, type Ballot, type Box, type Content, type Held, type Sheet } from './outbox.ts';

const DRAFT_KEPT = 3 * 24 * 3600 * 1000;
/** A basis below every revision: whatever the host holds, the judge is asked. */
const UNSEEN = -1;

export interface Seen { readonly epoch: string; readonly id: string; readonly at: number }

const heldBy = (view: MySheetView, epoch: string): Held | null =>
  view.kind === null ? null : { kind: view.kind, marks: view.marks, revision: view.revision, at: view.at ?? 0, code: '', epoch, source: view.source ?? 'phone' };

const offer = (sheet: Sheet, content: Content, { view, seen }: { readonly view: MySheetView; readonly seen: Seen }): Sheet =>
  ({ ...sheet, sending: { id: seen.id, kind: content.kind, marks: content.marks, basis: view.revision, epoch: seen.epoch, since: seen.at } });

/** An acknowledged sheet meets another epoch: found there, lost there (offered again), or something else stands there (the judge is asked). */
const afterRestore = (sheet: Sheet, held: Held, { view, seen }: { readonly view: MySheetView; readonly seen: Seen }): Sheet => {
  const host = heldBy(view, seen.epoch);
  if (host !== null && sameContent(host, held)) return { ...sheet, held: { ...held, revision: view.revision, epoch: seen.epoch } };
  const lost = host === null || (host.revision < held.revision && host.source === 'phone');
  if (!lost) return { ...sheet, held: host, draft: { kind: held.kind, marks: held.marks, savedAt: seen.at, ...sheet.draft, basis: UNSEEN } };
  if (sheet.sending !== null) return sheet;
  const refusedSubmission = sheet.refused?.code === 'staleRevision' ? sheet.draft : null;
  return offer({ ...sheet, draft: refusedSubmission === null ? sheet.draft : null, refused: null }, refusedSubmission ?? held, { view, seen });
};

const lateAfterRestore = (sheet: Sheet, held: Held, { view, seen }: { readonly view: MySheetView; readonly seen: Seen }): Sheet => {
  if (view.late) return { ...sheet, late: { ...held, epoch: seen.epoch } };
  const settled = sheet.held === null || sheet.held.epoch === seen.epoch;
  return sheet.sending === null && settled ? offer(sheet, held, { view, seen }) : sheet;
};

const adopt = (sheet: Sheet, view: MySheetView, seen: Seen): Sheet => {
  const host = heldBy(view, seen.epoch);
  if (host === null || (sheet.held !== null && sheet.held.revision >= host.revision)) return sheet;
  return { ...sheet, held: host };
};

/** A draft that equals what the host holds is no draft; one begun from a revision that no longer exists stands on the newest. */
const settleDraft = (sheet: Sheet, view: MySheetView, epoch: string): Sheet => {
  const { draft, held } = sheet;
  if (draft === null || (held !== null && held.epoch !== epoch)) return sheet;
  if (held !== null && sheet.late === null && sheet.sending === null && sameContent(held, draft)) return { ...sheet, draft: null, refused: null };
  const newest = Math.max(view.revision, held?.revision ?? 0);
  return draft.basis > newest ? { ...sheet, draft: { ...draft, basis: newest } } : sheet;
};

/** The host's own view of a sheet has come. `seen.id` is a fresh command id, used only if something must be offered again. */
export const hostShows = (box: Box, view: MySheetView, seen: Seen): Box => {
  const before = sheetOf(box, view);
  const { held, late } = before;
  const met = held !== null && held.epoch !== seen.epoch ? afterRestore(before, held, { view, seen }) : adopt(before, view, seen);
  const whole = late !== null && late.epoch !== seen.epoch ? lateAfterRestore(met, late, { view, seen }) : met;
  const after = settleDraft(whole, view, seen.epoch);
  return after === before ? box : withSheet(box, after);
};

/** Sheets acknowledged in another epoch: the host must be asked whether it still has them. */
export const unsettled = (box: Box, epoch: string): readonly Sheet[] =>
  Object.values(box.sheets).filter(({ held, late }) => (held !== null && held.epoch !== epoch) || (late !== null && late.epoch !== epoch));

/** Whether the host holds a version that this phone's draft was not begun from: both are shown and the judge chooses. */
export const inConflict = (sheet: Sheet): boolean =>
  sheet.draft !== null && sheet.sending === null && sheet.held !== null && sheet.held.revision > sheet.draft.basis;

/** Lets go of sheets whose session the host no longer lists; unanswered ones, ones of another epoch and fresh drafts stay. */
export const forgetArchived = (box: Box, sessions: readonly string[], now: { readonly epoch: string; readonly at: number }): Box => {
  const waiting = unsettled(box, now.epoch).map(placeKey);
  const keeps = (sheet: Sheet): boolean =>
    sessions.indexOf(sheet.session) >= 0 || sheet.sending !== null || waiting.indexOf(placeKey(sheet)) >= 0 ||
    (sheet.draft !== null && now.at - sheet.draft.savedAt < DRAFT_KEPT);
  const keepsBallot = ({ session, draft, sending, held }: Ballot): boolean =>
    sessions.indexOf(session) >= 0 || sending !== null || (held !== null && held.epoch !== now.epoch) || (draft !== null && now.at - draft.savedAt < DRAFT_KEPT);
  const kept = Object.values(box.sheets).filter(keeps);
  const ballots = Object.values(box.ballots).filter(keepsBallot);
  if (kept.length === Object.keys(box.sheets).length && ballots.length === Object.keys(box.ballots).length) return box;
  return { sheets: Object.fromEntries(kept.map((sheet) => [placeKey(sheet), sheet])), ballots: Object.fromEntries(ballots.map((ballot) => [ballot.session, ballot])) };
};
