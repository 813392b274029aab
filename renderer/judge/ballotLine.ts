// The whole sheets' way to the host: sends them under their own ids and tokens until answered, and asks what the host holds where it must know.
// It has no connection of its own; the store lends it one.
import type { MySheetView, SeatView } from '../../shared/arena/views.ts';
import type { ClientMessage, HostMessage } from '../../shared/contract/wire.ts';
import { ballotAnswered, ballotMeantFor, ballotOf, dropBallot, keepBallot, sendBallot, unansweredBallots, type Revisions } from './ballot.ts';
import { ballotShown, forgetSealed, needsShowing } from './ballotMeets.ts';
import { TRIAL } from './forms.ts';
import { placeKey, type Ballot, type Box, type Cells, type Place } from './outbox.ts';
import { ballotWindows } from './sheetState.ts';

export interface BallotParts {
  readonly box: () => Box;
  readonly keep: (box: Box) => void;
  readonly seat: () => SeatView | null;
  readonly epoch: () => string | null;
  readonly say: (message: ClientMessage) => boolean;
  readonly now: () => number;
  readonly wall: () => number;
  readonly randomHex: (bytes: number) => string;
}

const RESEND_AFTER = 4000;

export class BallotLine {
  readonly #parts: BallotParts;
  readonly #sentAt = new Map<string, number>();
  /** What the host has shown of single cells, and in which epoch. */
  readonly #shown = new Map<string, { readonly epoch: string; readonly view: MySheetView }>();

  constructor(parts: BallotParts) {
    this.#parts = parts;
  }

  keep(session: string, cells: Cells): void {
    this.#parts.keep(keepBallot(this.#parts.box(), session, { cells, at: this.#parts.wall(), epoch: this.#parts.epoch() }));
  }
  drop(session: string): void {
    this.#parts.keep(dropBallot(this.#parts.box(), session));
  }
  /** Sends a whole sheet; with `sealed` into the box, with `bases` over the revisions that the judge has looked at. */
  send(session: string, cells: Cells, how: { readonly sealed: boolean; readonly bases?: Revisions }): void {
    const { randomHex, epoch, wall } = this.#parts;
    const submission = { id: randomHex(16), token: how.sealed ? randomHex(16) : null, cells, epoch: epoch(), at: wall() };
    this.#parts.keep(sendBallot(this.#parts.box(), session, how.bases === undefined ? submission : { ...submission, bases: how.bases }));
    this.flush();
  }

  /** A new connection: everything is sent again. */
  greeted(): void {
    this.#sentAt.clear();
  }
  seatShown(seat: SeatView, epoch: string): void {
    this.#parts.keep(forgetSealed(this.#parts.box(), seat.sessions, epoch));
    this.#meet();
  }
  /** Takes a view of one cell of a whole sheet; false when it belongs to a sheet of its own. */
  sheetShown(view: MySheetView, epoch: string): boolean {
    const session = this.#parts.seat()?.sessions.filter((each) => each.id === view.session)[0];
    if (session === undefined || session.send === 'each' || view.contestant === TRIAL) return false;
    this.#shown.set(placeKey(view), { epoch, view });
    this.#meet();
    return true;
  }
  /** True when the answer was to a whole sheet and is a receipt; null when it was to something else. */
  answered({ id, answer }: HostMessage & { readonly type: 'answer' }, epoch: string): boolean | null {
    const before = this.#parts.box();
    if (!unansweredBallots(before).some((ballot) => ballot.sending?.id === id)) return null;
    this.#parts.keep(ballotAnswered(before, id, { answer, epoch }));
    if (answer.ok || answer.code === 'staleEpoch') this.#sentAt.delete(id);
    this.#meet();
    return answer.ok;
  }

  /** The cells whose views are wanted now, of sheets that the host must show as a whole. */
  wanted(): readonly Place[] {
    const epoch = this.#parts.epoch();
    if (epoch === null) return [];
    return (this.#parts.seat()?.sessions ?? []).flatMap((session) => {
      const windows = ballotWindows(session);
      if (session.send !== 'whole' || !needsShowing(ballotOf(this.#parts.box(), session.id), windows, epoch)) return [];
      return windows.map((window) => ({ session: session.id, contestant: window.id, rev: window.rev })).filter((place) => this.#viewOf(place, epoch) === null);
    });
  }
  #viewOf(place: Place & { readonly rev: number }, epoch: string): MySheetView | null {
    const shown = this.#shown.get(placeKey(place));
    return shown !== undefined && shown.epoch === epoch && shown.view.revision >= place.rev ? shown.view : null;
  }

  /** Compares every whole sheet that the host has shown cell by cell with what is kept here. */
  #meet(): void {
    const { seat, epoch, box, keep, randomHex, wall } = this.#parts;
    const now = epoch();
    if (now === null) return;
    for (const session of seat()?.sessions ?? []) {
      const windows = ballotWindows(session);
      if (session.send !== 'whole' || !needsShowing(ballotOf(box(), session.id), windows, now)) continue;
      const views = windows.map((window) => this.#viewOf({ session: session.id, contestant: window.id, rev: window.rev }, now));
      const known = views.filter((view): view is MySheetView => view !== null);
      if (known.length === windows.length) keep(ballotShown(box(), session.id, { views: known, seen: { epoch: now, id: randomHex(16), at: wall() } }));
    }
    this.flush();
  }

  flush(): void {
    const epoch = this.#parts.epoch();
    if (epoch === null) return;
    for (const ballot of unansweredBallots(this.#parts.box())) {
      const since = this.#sentAt.get(ballot.sending?.id ?? '');
      if (since === undefined || this.#parts.now() - since > RESEND_AFTER) this.#send(ballot, epoch);
    }
  }
  #send(ballot: Ballot, epoch: string): void {
    this.#parts.keep(ballotMeantFor(this.#parts.box(), ballot, epoch));
    const { sending, session } = ballotOf(this.#parts.box(), ballot.session);
    if (sending === null) return;
    const { id, token, bases } = sending;
    const cell = ([contestant, content]: readonly [string, Cells[string]]): readonly [string, unknown] =>
      [contestant, token === null ? { ...content, basis: Math.max(0, bases[contestant] ?? 0) } : content];
    const cells = Object.fromEntries(Object.entries(sending.cells).map(cell));
    const command = token === null ? { name: 'sheet.submitAll', input: { session, cells } } : { name: 'box.cast', input: { session, token, cells } };
    if (this.#parts.say({ type: 'command', id, epoch: sending.epoch ?? epoch, ...command })) this.#sentAt.set(id, this.#parts.now());
  }
}
