// A whole sheet in the outbox, under one's name or into the sealed box: from the first tap to the host's answer. Pure: a box in, a box out.
// Of a ballot without a name nothing but "cast" is left on the phone once the host has it.
import type { Answer } from '../../shared/contract/wire.ts';
import { PASSING, sameContent, type Ballot, type BallotHeld, type BallotSending, type Box, type Cells } from './outbox.ts';

export type Revisions = Readonly<Record<string, number>>;

export const ballotOf = (box: Box, session: string): Ballot => box.ballots[session] ?? { session, draft: null, sending: null, held: null, cast: null, refused: null };
export const withBallot = (box: Box, ballot: Ballot): Box => ({ ...box, ballots: { ...box.ballots, [ballot.session]: ballot } });

/** Same contestants, and the same in every cell. */
export const sameCells = (a: Cells, b: Cells): boolean => {
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => { const [one, other] = [a[id], b[id]]; return one !== undefined && other !== undefined && sameContent(one, other); });
};

/** The revisions this phone last saw in this epoch, none in another. */
const seenRevisions = ({ held }: Ballot, epoch: string | null): Revisions => (held !== null && (epoch === null || held.epoch === epoch) ? held.revisions : {});

/** Keeps what was entered; what equals the held sheet is no draft, nor is an empty one where the host holds nothing. */
export const keepBallot = (box: Box, session: string, entered: { readonly cells: Cells; readonly at: number; readonly epoch: string | null }): Box => {
  const ballot = ballotOf(box, session);
  const { cells, at, epoch } = entered;
  const unchanged = ballot.held !== null && ballot.sending === null && sameCells(ballot.held.cells, cells);
  const empty = ballot.held === null && Object.keys(cells).length === 0;
  const bases = ballot.draft?.bases ?? seenRevisions(ballot, epoch);
  return withBallot(box, { ...ballot, refused: null, draft: unchanged || empty ? null : { cells, bases, savedAt: at } });
};

export const dropBallot = (box: Box, session: string): Box => withBallot(box, { ...ballotOf(box, session), draft: null, refused: null });

export interface BallotSubmission {
  readonly id: string; readonly token: string | null; readonly cells: Cells; readonly epoch: string | null; readonly at: number;
  /** The revisions the judge has looked at and means to replace. */
  readonly bases?: Revisions;
}
/** Puts a whole sheet into the outbox; while one is unanswered the box comes back unchanged. */
export const sendBallot = (box: Box, session: string, { id, token, cells, epoch, at, bases }: BallotSubmission): Box => {
  const ballot = ballotOf(box, session);
  if (ballot.sending !== null) return box;
  const sending: BallotSending = { id, token, cells, bases: bases ?? ballot.draft?.bases ?? seenRevisions(ballot, epoch), epoch, since: at };
  return withBallot(box, { ...ballot, draft: null, refused: null, sending });
};

export const unansweredBallots = (box: Box): readonly Ballot[] => Object.values(box.ballots).filter((ballot) => ballot.sending !== null);

/** Notes for which epoch an unanswered sheet is first sent. */
export const ballotMeantFor = (box: Box, ballot: Ballot, epoch: string): Box =>
  ballot.sending === null || ballot.sending.epoch !== null ? box : withBallot(box, { ...ballot, sending: { ...ballot.sending, epoch } });

const isRevisions = (value: unknown): value is Revisions => typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'number');

const heldNow = (sending: BallotSending, answer: Answer & { readonly ok: true }, epoch: string): BallotHeld => {
  const told = answer.result['revisions'];
  const late = answer.result['late'] === true;
  const guessed = Object.fromEntries(Object.keys(sending.cells).map((id) => [id, (sending.bases[id] ?? 0) + 1]));
  return { cells: sending.cells, revisions: isRevisions(told) ? told : guessed, at: answer.receipt?.at ?? 0, code: answer.receipt?.code ?? '', epoch, source: 'phone', late };
};

const CAST = { draft: null, sending: null, held: null, refused: null } as const;

/**
 * The host's answer to a whole sheet. A receipt makes it held, or cast and forgotten; a refusal makes it a draft again; haste and a passed epoch leave it
 * to be sent again under the same id and token. Answers to unknown ids change nothing.
 */
export const ballotAnswered = (box: Box, id: string, { answer, epoch }: { readonly answer: Answer; readonly epoch: string }): Box => {
  const ballot = Object.values(box.ballots).filter((each) => each.sending?.id === id)[0];
  const sending = ballot?.sending;
  if (ballot === undefined || sending === undefined || sending === null) return box;
  if (answer.ok) {
    if (sending.token !== null) return withBallot(box, { session: ballot.session, ...CAST, cast: epoch });
    const held = heldNow(sending, answer, epoch);
    return withBallot(box, { ...ballot, sending: null, refused: null, held, draft: ballot.draft === null || sameCells(ballot.draft.cells, sending.cells) ? null : { ...ballot.draft, bases: held.revisions } });
  }
  if (PASSING.indexOf(answer.code) >= 0) return box;
  if (answer.code === 'staleEpoch' && sending.epoch !== epoch) return withBallot(box, { ...ballot, sending: { ...sending, epoch } });
  const refused = { code: answer.code, details: answer.details };
  // Another device of this seat has cast: this sheet can never be, so nothing of it stays.
  if (answer.code === 'alreadyCast') return withBallot(box, { session: ballot.session, ...CAST, cast: epoch, refused });
  return withBallot(box, { ...ballot, sending: null, refused, draft: ballot.draft ?? { cells: sending.cells, bases: sending.bases, savedAt: sending.since } });
};

/** Whether the host holds a version that this draft was not begun from: both are shown and the judge chooses. */
export const ballotInConflict = ({ draft, sending, held }: Ballot): boolean =>
  draft !== null && sending === null && held !== null && Object.keys(held.revisions).some((id) => (held.revisions[id] ?? 0) > (draft.bases[id] ?? 0));
