// What the judge's page knows, in one place: the link, the host's views and the outbox become one snapshot; the page's acts go in here.
// It draws nothing. Every entry is kept on the phone before anything else happens.
import type { MySheetView, SeatView } from '../../shared/arena/views.ts';
import type { ClientMessage, HostMessage } from '../../shared/contract/wire.ts';
import type { Card } from '../common/sealed/card.ts';
import type { Revisions } from './ballot.ts';
import { BallotLine } from './ballotLine.ts';
import { TRIAL } from './forms.ts';
import { readBox, readMySheet, readSeat } from './guards.ts';
import { SealedLink, type LinkStatus } from '../common/sealed/link.ts';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import { answered, dropDraft, meantFor, placeKey, saveDraft, sheetOf, submit, unanswered, type Box, type Cells, type Content, type Place } from './outbox.ts';
import { forgetArchived, hostShows, unsettled } from './reconcile.ts';
import { readJson, type Storage } from '../common/sealed/storage.ts';

export interface Version { readonly epoch: string; readonly seq: number }
export interface Snapshot {
  readonly status: LinkStatus;
  readonly epoch: string | null;
  readonly seat: SeatView | null;
  /** The newest version of any view that has come: what the heartbeat reports once it is drawn. */
  readonly version: Version | null;
  readonly box: Box;
  /** Windows seen to open while this page was up, newest last. */
  readonly opened: readonly string[];
  /** Whether entries outlive this page on this phone. */
  readonly lasting: boolean;
}
export interface StoreParts extends LinkParts {
  readonly storage: Storage;
  /** Wall time in ms, for ages of drafts only. */
  readonly wall: () => number;
  readonly received: () => void;
}

const RESEND_AFTER = 4000;
/** Sheets of another epoch asked for at one time; the next follow as these are settled. The host allows a page 40 views. */
const ASKED_AT_ONCE = 20;

export class JudgeStore {
  readonly #parts: StoreParts;
  readonly #link: SealedLink;
  readonly #boxName: string;
  readonly #listeners = new Set<() => void>();
  readonly #watched = new Map<string, Place>();
  readonly #sentAt = new Map<string, number>();
  readonly #ballots: BallotLine;
  #open: Place | null = null;
  #drawn: Version | null = null;
  #seatVersion: Version | null = null;
  #snapshot: Snapshot;

  constructor(who: { readonly card: Card; readonly browser: string }, parts: StoreParts) {
    this.#parts = parts;
    this.#boxName = `box.${who.card.seat}`;
    this.#link = new SealedLink(who, parts, {
      changed: (status) => this.#change({ status }),
      message: (message) => this.#heard(message),
      drawn: () => this.#drawn,
    });
    const { now, wall, randomHex } = parts;
    this.#ballots = new BallotLine({
      box: () => this.#snapshot.box, keep: (kept) => this.#keep(kept), seat: () => this.#snapshot.seat, epoch: () => this.#snapshot.epoch,
      say: (message) => this.#say(message), now, wall, randomHex,
    });
    const box = this.#storedBox();
    this.#snapshot = { status: this.#link.status(), epoch: null, seat: null, version: null, box, opened: [], lasting: parts.storage.lasting() };
  }

  snapshot = (): Snapshot => this.#snapshot;
  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  /** Tells the store what has reached the glass, for the heartbeat. */
  drawn(version: Snapshot['version']): void {
    this.#drawn = version;
  }

  /** Starts or resumes: another tab may have changed the outbox meanwhile. */
  start(): void {
    this.#change({ box: this.#storedBox() });
    this.#link.retry();
  }
  stop(): void {
    this.#link.stop();
  }
  wake(longAway: boolean): void {
    this.#link.wake(longAway);
  }

  /** The sheet on the glass; its own view is asked for as long as it is open. */
  show(place: Place | null): void {
    this.#open = place;
    this.#watch();
  }
  saveDraft(place: Place, content: Content): void {
    this.#keep(saveDraft(this.#snapshot.box, place, { ...content, at: this.#parts.wall(), epoch: this.#snapshot.epoch }));
  }
  dropDraft(place: Place): void {
    this.#keep(dropDraft(this.#snapshot.box, place));
  }
  /** Sends a sheet; with `seen` the judge has looked at the host's revision and means to replace it. */
  submit(place: Place, content: Content, seen?: number): void {
    const submission = { ...content, id: this.#parts.randomHex(16), epoch: this.#snapshot.epoch, at: this.#parts.wall() };
    this.#keep(submit(this.#snapshot.box, place, seen === undefined ? submission : { ...submission, basis: seen }));
    this.#flush();
  }

  /** The same for a whole sheet: every tap is kept, sent once as a whole, into the sealed box or under one's name. */
  keepBallot(session: string, cells: Cells): void {
    this.#ballots.keep(session, cells);
  }
  dropBallot(session: string): void {
    this.#ballots.drop(session);
  }
  sendBallot(session: string, cells: Cells, how: { readonly sealed: boolean; readonly bases?: Revisions }): void {
    this.#ballots.send(session, cells, how);
  }

  #storedBox(): Box {
    return readBox(readJson(this.#parts.storage.read(this.#boxName)));
  }
  #keep(box: Box): void {
    if (box === this.#snapshot.box) return;
    this.#parts.storage.write(this.#boxName, JSON.stringify(box));
    this.#change({ box, lasting: this.#parts.storage.lasting() });
  }
  #change(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  #heard(message: HostMessage): void {
    switch (message.type) {
      case 'hello': return this.#greeted(message.epoch);
      case 'view': return this.#viewed(message);
      case 'answer': return this.#answered(message);
      case 'beat': return this.#flush();
      case 'refused': return undefined;
      default: return message satisfies never;
    }
  }

  /** A new connection: everything is asked and sent again, commands under their old ids. */
  #greeted(epoch: string): void {
    this.#change({ epoch });
    this.#watched.clear();
    this.#sentAt.clear();
    this.#ballots.greeted();
    this.#say({ type: 'subscribe', topic: 'seat', params: {} });
    this.#watch();
    this.#flush();
  }

  #viewed(message: HostMessage & { readonly type: 'view' }): void {
    const { epoch, seq, topic, data } = message;
    const { version } = this.#snapshot;
    if (epoch !== this.#snapshot.epoch) this.#change({ epoch });
    if (!isOlder({ epoch, seq }, version)) this.#change({ version: { epoch, seq } });
    const mine = topic === 'mySheet' ? readMySheet(data) : null;
    if (mine !== null) this.#sheetShown(mine, epoch);
    const seat = topic === 'seat' ? readSeat(data) : null;
    if (seat === null || isOlder({ epoch, seq }, this.#seatVersion)) return;
    this.#seatVersion = { epoch, seq };
    this.#seatShown(seat, epoch);
  }

  #sheetShown(view: MySheetView, epoch: string): void {
    if (!this.#ballots.sheetShown(view, epoch)) this.#keep(hostShows(this.#snapshot.box, view, { epoch, id: this.#parts.randomHex(16), at: this.#parts.wall() }));
    this.#watch();
    this.#flush();
  }

  #seatShown(seat: SeatView, epoch: string): void {
    const before = openWindows(this.#snapshot.seat);
    const fresh = this.#snapshot.seat === null ? [] : openWindows(seat).filter((key) => before.indexOf(key) < 0);
    this.#change({ seat, opened: [...this.#snapshot.opened.filter((key) => fresh.indexOf(key) < 0), ...fresh] });
    this.#keep(forgetArchived(this.#snapshot.box, seat.sessions.map((session) => session.id), { epoch, at: this.#parts.wall() }));
    this.#ballots.seatShown(seat, epoch);
    this.#watch();
  }

  #answered(message: HostMessage & { readonly type: 'answer' }): void {
    const { box, epoch } = this.#snapshot;
    const ballot = epoch === null ? null : this.#ballots.answered(message, epoch);
    if (ballot !== null) {
      if (ballot) this.#parts.received();
      return this.#watch();
    }
    const sheet = unanswered(box).find((each) => each.sending?.id === message.id);
    if (sheet === undefined || epoch === null) return;
    this.#keep(answered(box, message.id, { answer: message.answer, epoch }));
    if (message.answer.ok) this.#parts.received();
    else if (message.answer.code === 'staleRevision') this.#ask(sheet);
    // What the host put off is sent again with a later heartbeat, the rest at once.
    if (message.answer.ok || message.answer.code === 'staleEpoch') this.#sentAt.delete(message.id);
    this.#flush();
  }

  /** Asks for a sheet's view afresh: its snapshot comes with the subscription. */
  #ask(place: Place): void {
    const params = { session: place.session, contestant: place.contestant };
    if (this.#watched.delete(placeKey(place))) this.#say({ type: 'unsubscribe', topic: 'mySheet', params });
    this.#watched.set(placeKey(place), params);
    this.#say({ type: 'subscribe', topic: 'mySheet', params });
  }

  /** Keeps exactly the needed views subscribed: the open sheet, and sheets acknowledged in another epoch that the host knows of. */
  #watch(): void {
    const { epoch, box, seat } = this.#snapshot;
    if (epoch === null || this.#link.status().phase !== 'open') return;
    const listed = windowKeys(seat, () => true);
    const open = windowKeys(seat, (window) => window.open);
    const askable = unsettled(box, epoch).filter((sheet) => listed.indexOf(placeKey(sheet)) >= 0).sort((a, b) => open.indexOf(placeKey(b)) - open.indexOf(placeKey(a)));
    const needed = [...[...this.#ballots.wanted(), ...askable].slice(0, ASKED_AT_ONCE), ...(this.#open === null || !isOwnSheet(seat, this.#open) ? [] : [this.#open])];
    for (const place of needed) if (!this.#watched.has(placeKey(place))) this.#ask(place);
    for (const [key, params] of this.#watched) {
      const refused = sheetOf(box, params).refused?.code === 'staleRevision';
      if (refused || needed.some((place) => placeKey(place) === key)) continue;
      this.#watched.delete(key);
      this.#say({ type: 'unsubscribe', topic: 'mySheet', params: { ...params } });
    }
  }

  #flush(): void {
    const { epoch } = this.#snapshot;
    if (epoch === null) return;
    this.#ballots.flush();
    for (const sheet of unanswered(this.#snapshot.box)) {
      const since = this.#sentAt.get(sheet.sending?.id ?? '');
      if (since === undefined || this.#parts.now() - since > RESEND_AFTER) this.#send(sheet, epoch);
    }
  }

  #send(place: Place, epoch: string): void {
    this.#keep(meantFor(this.#snapshot.box, sheetOf(this.#snapshot.box, place), epoch));
    const { sending, session, contestant } = sheetOf(this.#snapshot.box, place);
    if (sending === null) return;
    const input = { session, contestant, kind: sending.kind, marks: sending.marks, basis: sending.basis };
    const sent = this.#say({ type: 'command', id: sending.id, epoch: sending.epoch ?? epoch, name: 'sheet.submit', input });
    if (sent) this.#sentAt.set(sending.id, this.#parts.now());
  }
  #say(message: ClientMessage): boolean {
    return this.#link.send(message);
  }
}

/** Whether this place is one contestant's own sheet, not a cell of a whole one. */
const isOwnSheet = (seat: SeatView | null, { session, contestant }: Place): boolean =>
  contestant === TRIAL || (contestant !== '' && !(seat?.sessions ?? []).some((each) => each.id === session && each.send !== 'each'));

/** Of one epoch and earlier. Another epoch is never older: it replaces. */
export const isOlder = (version: Version, than: Version | null): boolean => than !== null && than.epoch === version.epoch && version.seq < than.seq;

const windowKeys = (seat: SeatView | null, wanted: (window: SeatView['sessions'][number]['windows'][number]) => boolean): readonly string[] =>
  (seat?.sessions ?? []).flatMap((session) => session.windows.filter(wanted).map((window) => placeKey({ session: session.id, contestant: window.id })));

const openWindows = (seat: SeatView | null): readonly string[] => windowKeys(seat, (window) => window.open);
