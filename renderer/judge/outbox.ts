// The outbox: what this phone holds of each sheet, from the first tap to the host's receipt. Pure: a box in, a box out.
// Nothing is called received without the host's answer, nothing sent is lost, and a command is repeated only under its own id.
import type { Answer } from '../../shared/contract/wire.ts';
import type { Marks } from './marks.ts';

export type SheetKind = 'marks' | 'abstained' | 'void';
export interface Place { readonly session: string; readonly contestant: string }
export interface Content { readonly kind: SheetKind; readonly marks: Marks }
/** Not yet sent. `basis`: the host's revision it was begun from. */
export interface Draft extends Content { readonly basis: number; readonly savedAt: number }
/** Sent or waiting for a connection, without an answer. `epoch` is the one it was meant for, null before any was known. */
export interface Sending extends Content { readonly id: string; readonly basis: number; readonly epoch: string | null; readonly since: number }
/** What the host acknowledged or shows as held. `code` is the receipt's four digits, empty when another device or paper brought it. */
export interface Held extends Content { readonly revision: number; readonly at: number; readonly code: string; readonly epoch: string; readonly source: 'phone' | 'paper' }
export interface Refused { readonly code: string; readonly details: Readonly<Record<string, string | number>> }
export interface Sheet extends Place {
  readonly draft: Draft | null;
  readonly sending: Sending | null;
  readonly held: Held | null;
  /** Received after the lock or a restore: not counted unless the host corrects. */
  readonly late: Held | null;
  readonly refused: Refused | null;
}
/** A cell per contestant. */
export type Cells = Readonly<Record<string, Content>>;
/** A whole sheet not yet sent; `bases`: the host's revisions it was begun from, by contestant. */
export interface BallotDraft { readonly cells: Cells; readonly bases: Readonly<Record<string, number>>; readonly savedAt: number }
/** `token` is what the sealed box knows the ballot by; null for a sheet under one's name. */
export interface BallotSending { readonly id: string; readonly token: string | null; readonly cells: Cells; readonly bases: Readonly<Record<string, number>>; readonly epoch: string | null; readonly since: number }
export interface BallotHeld { readonly cells: Cells; readonly revisions: Readonly<Record<string, number>>; readonly at: number; readonly code: string; readonly epoch: string; readonly source: 'phone' | 'paper'; readonly late: boolean }
/** A whole sheet: all contestants of one session at once (see ballot.ts). `cast`: the epoch in which the sealed box took it. */
export interface Ballot { readonly session: string; readonly draft: BallotDraft | null; readonly sending: BallotSending | null; readonly held: BallotHeld | null; readonly cast: string | null; readonly refused: Refused | null }
export interface Box { readonly sheets: Readonly<Record<string, Sheet>>; readonly ballots: Readonly<Record<string, Ballot>> }

export const EMPTY_BOX: Box = { sheets: {}, ballots: {} };
/** Refusals after which the same command is simply sent again. */
export const PASSING: readonly string[] = ['tooFast', 'deskLocked'];

export const placeKey = (place: Place): string => `${place.session}/${place.contestant}`;
export const sheetOf = (box: Box, place: Place): Sheet =>
  box.sheets[placeKey(place)] ?? { session: place.session, contestant: place.contestant, draft: null, sending: null, held: null, late: null, refused: null };
export const withSheet = (box: Box, sheet: Sheet): Box => ({ ...box, sheets: { ...box.sheets, [placeKey(sheet)]: sheet } });

const filled = (marks: Marks): readonly string[] => Object.keys(marks).filter((id) => marks[id] !== '').sort();
/** Same kind and the same marks; an empty text is no mark. */
export const sameContent = (a: Content, b: Content): boolean => {
  const [left, right] = [filled(a.marks), filled(b.marks)];
  return a.kind === b.kind && left.length === right.length && left.every((id, index) => right[index] === id && a.marks[id] === b.marks[id]);
};

/** The revision this phone last saw of a sheet in this epoch; 0 when none. */
export const seenRevision = (sheet: Sheet, epoch: string | null): number => (sheet.held !== null && (epoch === null || sheet.held.epoch === epoch) ? sheet.held.revision : 0);

/** Keeps what was entered. A draft equal to what the host holds is no draft, nor is an empty one where the host holds nothing. */
export const saveDraft = (box: Box, place: Place, entered: Content & { readonly at: number; readonly epoch: string | null }): Box => {
  const sheet = sheetOf(box, place);
  const { kind, marks, at, epoch } = entered;
  const unchanged = sheet.held !== null && sheet.sending === null && sheet.late === null && sameContent(sheet.held, entered);
  const empty = sheet.held === null && sheet.sending === null && kind === 'marks' && filled(marks).length === 0;
  const basis = sheet.draft?.basis ?? seenRevision(sheet, epoch);
  return withSheet(box, { ...sheet, refused: null, draft: unchanged || empty ? null : { kind, marks, basis, savedAt: at } });
};

/** Gives up an unsent change; what the host holds stands. */
export const dropDraft = (box: Box, place: Place): Box => withSheet(box, { ...sheetOf(box, place), draft: null, refused: null });

export interface Submission extends Content { readonly id: string; readonly epoch: string | null; readonly at: number; readonly basis?: number }
/** Puts a sheet into the outbox. While one is unanswered a second is not accepted: the box comes back unchanged. */
export const submit = (box: Box, place: Place, submission: Submission): Box => {
  const sheet = sheetOf(box, place);
  if (sheet.sending !== null) return box;
  const { id, kind, marks, epoch, at } = submission;
  const basis = submission.basis ?? sheet.draft?.basis ?? seenRevision(sheet, epoch);
  return withSheet(box, { ...sheet, draft: null, refused: null, sending: { id, kind, marks, basis, epoch, since: at } });
};

/** Every unanswered command, oldest first. */
export const unanswered = (box: Box): readonly Sheet[] =>
  Object.values(box.sheets).filter((sheet) => sheet.sending !== null).sort((a, b) => (a.sending?.since ?? 0) - (b.sending?.since ?? 0));

/** Notes for which epoch an unanswered command is first sent. */
export const meantFor = (box: Box, sheet: Sheet, epoch: string): Box =>
  sheet.sending === null || sheet.sending.epoch !== null ? box : withSheet(box, { ...sheet, sending: { ...sheet.sending, epoch } });

/** Whether anything entered here has not reached the host. */
export const hasUnsent = (box: Box): boolean => [...Object.values(box.sheets), ...Object.values(box.ballots)].some(({ draft, sending }) => draft !== null || sending !== null);

const accepted = (sheet: Sheet, sending: Sending, { answer, epoch }: { readonly answer: Answer & { ok: true }; readonly epoch: string }): Sheet => {
  const { kind, marks } = sending;
  const late = answer.result['late'] === true;
  const told = answer.result['revision'];
  const revision = late ? seenRevision(sheet, epoch) : typeof told === 'number' ? told : sending.basis + 1;
  const held: Held = { kind, marks, revision, at: answer.receipt?.at ?? 0, code: answer.receipt?.code ?? '', epoch, source: 'phone' };
  const draft = sheet.draft === null || sameContent(sheet.draft, sending) ? null : { ...sheet.draft, basis: late ? sheet.draft.basis : revision };
  return { ...sheet, draft, sending: null, refused: null, ...(late ? { late: held } : { held, late: null }) };
};

const refusedSheet = (sheet: Sheet, sending: Sending, refused: Refused): Sheet => {
  const { kind, marks, basis, since } = sending;
  const draft = sheet.draft === null ? { kind, marks, basis, savedAt: since } : { ...sheet.draft, basis };
  return { ...sheet, sending: null, draft, refused };
};

/**
 * The host's answer to a command of this box. A receipt makes the sheet held; a refusal sends it back to draft, never away;
 * an epoch that has passed is tried once more under the same id for the new one. Answers to unknown ids change nothing.
 */
export const answered = (box: Box, id: string, { answer, epoch }: { readonly answer: Answer; readonly epoch: string }): Box => {
  const sheet = Object.values(box.sheets).find((each) => each.sending?.id === id);
  const sending = sheet?.sending;
  if (sheet === undefined || sending === undefined || sending === null) return box;
  if (answer.ok) return withSheet(box, accepted(sheet, sending, { answer, epoch }));
  if (PASSING.indexOf(answer.code) >= 0) return box;
  if (answer.code === 'staleEpoch' && sending.epoch !== epoch) return withSheet(box, { ...sheet, sending: { ...sending, epoch } });
  return withSheet(box, refusedSheet(sheet, sending, { code: answer.code, details: answer.details }));
};
