// The link of a page to the host: a WebSocket of JSON texts that reconnects for ever, holds views, and sends each command until it is answered.
// The desk, the wall and the stage timer use it. It shows nothing, decides nothing and never gives up.
import type { Answer, ClientMessage, HostMessage } from '../../shared/contract/wire.ts';
import { clockOffset } from './clockOffset.ts';
import type { LinkParts, LinkSocket } from './linkParts.ts';
import { LinkViews, type HeldView, type Params, type Version } from './linkViews.ts';

const BEAT = 2000;
const UNANSWERED_BEATS = 3;
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;

/** `open` after the host's hello. `waiting`: the connection ended (closeCode says how) and will be tried again. */
export interface LinkStatus {
  readonly state: 'connecting' | 'open' | 'waiting';
  readonly closeCode: number | null;
  readonly epoch: string | null;
  readonly build: string | null;
}
interface Pending {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** The epoch the command was meant for; null until the first hello. It is never changed by a resend. */
  epoch: string | null;
  readonly resolve: (answer: Answer) => void;
}

export class Link {
  readonly #parts: LinkParts;
  readonly #credential: Readonly<Record<string, unknown>>;
  readonly #views = new LinkViews((wanted, view) => this.#ask(wanted, view));
  readonly #offset = clockOffset();
  readonly #pending = new Map<string, Pending>();
  readonly #listeners = new Set<() => void>();
  #status: LinkStatus = { state: 'waiting', closeCode: null, epoch: null, build: null };
  #socket: LinkSocket | null = null;
  #connection = 0;
  #failures = 0;
  #unanswered = 0;
  #drawn: Version | null = null;
  #cancelTimer: () => void = () => undefined;

  /** `credential` is the first frame of every connection, e.g. `{type: 'token', token}`. Nothing happens before `start()`. */
  constructor(credential: Readonly<Record<string, unknown>>, parts: LinkParts) {
    this.#credential = credential;
    this.#parts = parts;
  }

  start(): void {
    this.#connect();
  }

  /** Ends the connection for good; commands without an answer stay without one. */
  stop(): void {
    this.#connection += 1;
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
  }

  status(): LinkStatus {
    return this.#status;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  view(topic: string, params: Params = {}): HeldView {
    return this.#views.view(topic, params);
  }

  /** Sends a command under an id of its own, again after every reconnect under the same id, until the host answers. */
  command(name: string, input: unknown): Promise<Answer> {
    return new Promise((resolve) => {
      const pending: Pending = { id: this.#parts.newId(), name, input, epoch: this.#status.epoch, resolve };
      this.#pending.set(pending.id, pending);
      if (this.#status.state === 'open') this.#sendCommand(pending);
    });
  }

  /** Tells the link what the page has drawn; the newest goes out with the next heartbeat. */
  drawn(version: Version): void {
    if (this.#drawn === null || this.#drawn.epoch !== version.epoch || version.seq > this.#drawn.seq) this.#drawn = version;
  }

  /** The host's wall time in ms, as well as it is known. */
  hostNow(): number {
    return this.#parts.now() + this.#offset.value();
  }

  #connect(): void {
    this.#connection += 1;
    const connection = this.#connection;
    // What an earlier socket still says belongs to a connection that is over.
    const live = (): boolean => connection === this.#connection;
    this.#setStatus({ state: 'connecting' });
    this.#socket = this.#parts.openSocket({
      opened: () => live() && this.#socket?.send(JSON.stringify(this.#credential)),
      text: (text) => live() && this.#hear(text),
      closed: (code) => live() && this.#lost(code),
    });
    this.#unanswered = 0;
    this.#afterBeat();
  }

  /** The beat's timer also ends a connection that is silent, or that never came to a hello. */
  #afterBeat(): void {
    this.#cancelTimer = this.#parts.after(BEAT, () => {
      this.#unanswered += 1;
      if (this.#unanswered > UNANSWERED_BEATS) return this.#lost(0);
      if (this.#status.state === 'open') this.#beat();
      this.#afterBeat();
    });
  }

  #beat(): void {
    const { epoch, seq } = this.#drawn ?? { epoch: '', seq: 0 };
    this.#send({ type: 'beat', epoch, seq, sentAt: this.#parts.now() });
  }

  #lost(code: number): void {
    this.#connection += 1;
    this.#cancelTimer();
    this.#socket?.close();
    this.#socket = null;
    this.#setStatus({ state: 'waiting', closeCode: code });
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 1.7 ** this.#failures) * (0.8 + 0.4 * this.#parts.chance());
    this.#failures += 1;
    this.#cancelTimer = this.#parts.after(wait, () => this.#connect());
  }

  #hear(text: string): void {
    this.#unanswered = 0;
    const message = JSON.parse(text) as HostMessage;
    switch (message.type) {
      case 'hello': return this.#welcome(message.epoch, message.build);
      case 'view': return this.#views.receive(message);
      case 'refused': return this.#views.refuse(message.topic, message.code);
      case 'beat': return this.#offset.measured({ sentAt: message.sentAt, receivedAt: this.#parts.now(), host: message.wall });
      case 'answer': return this.#answered(message.id, message.answer);
    }
  }

  #welcome(epoch: string, build: string): void {
    this.#failures = 0;
    this.#setStatus({ state: 'open', closeCode: null, epoch, build });
    this.#beat();
    for (const view of this.#views.wanted()) this.#ask(true, view);
    for (const pending of this.#pending.values()) this.#sendCommand(pending);
  }

  #answered(id: string, answer: Answer): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.resolve(answer);
  }

  #sendCommand(pending: Pending): void {
    pending.epoch ??= this.#status.epoch ?? '';
    this.#send({ type: 'command', id: pending.id, epoch: pending.epoch, name: pending.name, input: pending.input });
  }

  #ask(wanted: boolean, { topic, params }: HeldView): void {
    if (this.#status.state === 'open') this.#send({ type: wanted ? 'subscribe' : 'unsubscribe', topic, params });
  }

  #send(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #setStatus(change: Partial<LinkStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }
}
