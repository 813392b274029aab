// In which state a whole sheet is, as the list says it. Of a ballot without a name it says whether it is in the box, never what stands on it.
import { say } from '../../shared/text/say.ts';
import type { JudgeWords } from '../../shared/text/en/judge.ts';
import { ballotInConflict } from './ballot.ts';
import { filledCount } from './ballotForm.ts';
import { hasCast } from './ballotMeets.ts';
import type { Ballot } from './outbox.ts';
import { ballotWindows, receiptText, type SeatSession } from './sheetState.ts';

export interface BallotRow {
  readonly tone: 'good' | 'due' | 'bad' | '';
  readonly text: string;
  /** The word for going into it while there is something to do; null when it is only to be looked at. */
  readonly action: string | null;
}

const draftText = (words: JudgeWords, session: SeatSession, { draft }: Ballot): string => {
  const ids = ballotWindows(session).map((window) => window.id);
  return draft === null ? '' : say(words.ballot.progress, { n: filledCount(session.form, ids, draft.cells), all: ids.length });
};

const sealedRow = (words: JudgeWords, session: SeatSession, { ballot, epoch }: { readonly ballot: Ballot; readonly epoch: string | null }): BallotRow => {
  const told = words.ballot.listState;
  if (ballot.sending !== null) return { tone: '', text: told.casting, action: null };
  if (hasCast(session, ballot, epoch)) return { tone: 'good', text: told.cast, action: null };
  if (session.box?.open !== true) return { tone: '', text: session.box === undefined ? words.ballot.notOpen : told.closed, action: null };
  return { tone: 'due', text: ballot.draft === null ? told.due : draftText(words, session, ballot), action: ballot.draft === null ? words.list.fill : words.list.continue };
};

/** The list's row of a whole sheet. */
export const ballotRow = (words: JudgeWords, session: SeatSession, given: { readonly ballot: Ballot; readonly epoch: string | null }): BallotRow => {
  if (session.send === 'box') return sealedRow(words, session, given);
  const { ballot } = given;
  const { draft, sending, held, refused } = ballot;
  if (sending !== null) return { tone: '', text: words.state.sending, action: null };
  if (ballotInConflict(ballot)) return { tone: 'bad', text: words.state.conflict, action: words.list.continue };
  if (refused !== null) return { tone: 'bad', text: words.state.refused, action: words.list.continue };
  if (draft !== null) return { tone: 'due', text: held === null ? draftText(words, session, ballot) : words.state.changed, action: words.list.continue };
  if (held !== null) return { tone: held.late ? '' : 'good', text: held.late ? words.ballot.listState.late : receiptText(words, held), action: null };
  if (ballotWindows(session).some((window) => window.rev > 0)) return { tone: 'good', text: words.state.receivedPlain, action: null };
  return { tone: 'due', text: words.ballot.listState.unfilled, action: words.list.fill };
};
