// What a station's page knows: the sealed link, the host's views and the commands under way. It draws nothing and decides nothing.
// A command is sent again under its own id until the host answers, also by the page that comes after a reload; what was not answered is counted,
// never called done.
import * as z from 'zod/mini';
import { stationViewSchema, type StationView } from '../../shared/contract/station.ts';
import type { Answer, ClientMessage, HostMessage } from '../../shared/contract/wire.ts';
import { LinkViews, type HeldView, type Params, type Version } from '../common/linkViews.ts';
import type { Card } from '../common/sealed/card.ts';
import { SealedLink, type LinkStatus } from '../common/sealed/link.ts';
import type { LinkParts } from '../common/sealed/linkParts.ts';
import { noShelf, type CommandShelf } from './commandShelf.ts';

export interface StationSnapshot {
  readonly status: LinkStatus;
  /** Null until the host has shown it. */
  readonly station: StationView | null;
  /** The newest version of any view that has come: what the heartbeat reports once it is drawn. */
  readonly version: Version | null;
  /** Commands the host has not answered yet. */
  readonly unsent: number;
}
/** What a screen sends; the input is the host's to judge. */
export interface StationCommand { readonly name: string; readonly input: unknown }
export type Send = (command: StationCommand) => Promise<Answer>;
export type Watch = (topic: string, params?: Params) => HeldView;

interface Pending extends StationCommand {
  readonly id: string;
  /** The epoch it was meant for; null until the first hello. A resend never changes it. */
  epoch: string | null;
  sentAt: number | null;
  readonly settle: (answer: Answer) => void;
}
/** Hears of every answer, those to commands of the page before a reload too. */
export type AnswerListener = (command: StationCommand, answer: Answer) => void;
const RESEND_AFTER = 4000;
/** Refused for now only: the same command goes out again with a later heartbeat. */
const PASSING = 'tooFast';

export class StationStore {
  readonly #parts: LinkParts;
  readonly #link: SealedLink;
  readonly #views = new LinkViews((wanted, view) => this.#ask(wanted, view));
  readonly #pending = new Map<string, Pending>();
  readonly #listeners = new Set<() => void>();
  readonly #answerListeners = new Set<AnswerListener>();
  readonly #shelf: CommandShelf;
  #epoch: string | null = null;
  #drawn: Version | null = null;
  #snapshot: StationSnapshot;

  constructor(who: { readonly card: Card; readonly browser: string; readonly shelf?: CommandShelf }, parts: LinkParts) {
    this.#parts = parts;
    this.#shelf = who.shelf ?? noShelf;
    this.#link = new SealedLink(who, parts, {
      changed: (status) => this.#change({ status }),
      message: (message) => this.#heard(message),
      drawn: () => this.#drawn,
    });
    this.#snapshot = { status: this.#link.status(), station: null, version: null, unsent: 0 };
    const station = this.watch('station');
    station.listen(() => this.#stationShown(station.state().data));
    this.#takeUp();
  }

  snapshot = (): StationSnapshot => this.#snapshot;
  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  /** Tells the store what has reached the glass, for the heartbeat. */
  drawn = (version: Version | null): void => {
    this.#drawn = version;
  };
  /** A view of the host, asked for as long as someone listens to it. */
  watch: Watch = (topic, params = {}) => this.#views.view(topic, params);
  /** Sends a command under an id of its own until the host answers. Refusals are answers. */
  send: Send = ({ name, input }) =>
    new Promise((settle) => {
      const pending: Pending = { id: this.#parts.randomHex(16), name, input, epoch: this.#epoch, sentAt: null, settle };
      this.#pending.set(pending.id, pending);
      this.#pendingChanged();
      this.#flush();
    });

  /** Commands without an answer, oldest first. */
  waiting = (): readonly StationCommand[] => [...this.#pending.values()];
  onAnswer = (listener: AnswerListener): (() => void) => {
    this.#answerListeners.add(listener);
    return () => void this.#answerListeners.delete(listener);
  };

  start(): void {
    this.#takeUp();
    this.#link.retry();
  }
  stop(): void {
    this.#link.stop();
  }
  wake(longAway: boolean): void {
    this.#link.wake(longAway);
  }

  #change(part: Partial<StationSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  #heard(message: HostMessage): void {
    switch (message.type) {
      case 'hello': return this.#greeted(message.epoch);
      case 'view': return this.#viewed(message);
      case 'answer': return this.#answered(message.id, message.answer);
      case 'beat': return this.#flush();
      case 'refused': return this.#views.refuse(message.topic, message.code);
      default: return message satisfies never;
    }
  }

  /** A new connection: every view is asked for and every unanswered command sent again, under its old id. */
  #greeted(epoch: string): void {
    this.#epoch = epoch;
    for (const pending of this.#pending.values()) pending.sentAt = null;
    for (const view of this.#views.wanted()) this.#ask(true, view);
    this.#flush();
  }

  #viewed(message: HostMessage & { readonly type: 'view' }): void {
    const { epoch, seq } = message;
    const { version } = this.#snapshot;
    this.#views.receive(message);
    if (version === null || version.epoch !== epoch || seq > version.seq) this.#change({ version: { epoch, seq } });
  }

  #stationShown(data: unknown): void {
    const parsed = z.safeParse(stationViewSchema, data);
    if (parsed.success) this.#change({ station: parsed.data });
  }

  #answered(id: string, answer: Answer): void {
    const pending = this.#pending.get(id);
    if (pending === undefined || (!answer.ok && answer.code === PASSING)) return;
    this.#pending.delete(id);
    for (const listener of this.#answerListeners) listener(pending, answer);
    this.#pendingChanged();
    pending.settle(answer);
  }

  /** What this device still owes the host: after a reload, or when another tab of the seat had it meanwhile. */
  #takeUp(): void {
    for (const kept of this.#shelf.read()) {
      if (!this.#pending.has(kept.id)) this.#pending.set(kept.id, { ...kept, sentAt: null, settle: () => undefined });
    }
    this.#pendingChanged();
  }

  #pendingChanged(): void {
    this.#shelf.write([...this.#pending.values()].map(({ id, name, input, epoch }) => ({ id, name, input, epoch })));
    this.#change({ unsent: this.#pending.size });
  }

  #ask(wanted: boolean, { topic, params }: HeldView): void {
    this.#say({ type: wanted ? 'subscribe' : 'unsubscribe', topic, params: { ...params } });
  }

  #flush(): void {
    if (this.#epoch === null) return;
    for (const pending of this.#pending.values()) {
      if (pending.sentAt !== null && this.#parts.now() - pending.sentAt <= RESEND_AFTER) continue;
      if (pending.epoch === null) {
        pending.epoch = this.#epoch;
        this.#pendingChanged();
      }
      const { id, epoch, name, input } = pending;
      if (this.#say({ type: 'command', id, epoch, name, input })) pending.sentAt = this.#parts.now();
    }
  }

  #say(message: ClientMessage): boolean {
    return this.#link.send(message);
  }
}
