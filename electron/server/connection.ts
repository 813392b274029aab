// One socket after it has been let in: its role for life, what it subscribes to, and what it has acknowledged.
// Views replace each other while the socket does not drain; after 10 s without draining it is closed.
import type { WebSocket } from 'ws';
import type { Actor } from '../../shared/kernel/decision.ts';
import type { Listener } from '../../shared/contract/table.ts';
import type { HostMessage } from '../../shared/contract/wire.ts';
import type { Subscriber } from '../application/publisher.ts';
import type { Viewer } from '../application/views/topics.ts';
import { Rate } from './guard.ts';

const FULL_BYTES = 256 * 1024;
const DRAIN_LIMIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** How bytes leave: as text on the desk and screens, sealed on the judges' channel. */
export interface Outlet { readonly send: (text: string) => void }
export interface ConnectionGiven {
  readonly socket: WebSocket; readonly outlet: Outlet; readonly actor: Actor; readonly listener: Listener; readonly viewer: Viewer;
  readonly seat: string | null; readonly rate: { readonly burst: number; readonly perSecond: number };
  /** Whether a topic must not be shown now, such as on a locked desk; it is sent when that is over. */
  readonly isWithheld?: (key: string) => boolean;
}

export class Connection implements Subscriber {
  readonly actor: Actor;
  readonly listener: Listener;
  readonly viewer: Viewer;
  readonly seat: string | null;
  readonly rate: Rate;
  readonly #socket: WebSocket;
  readonly #outlet: Outlet;
  readonly #isWithheld: (key: string) => boolean;
  readonly #waiting = new Map<string, { message: string; seq: number }>();
  /** Topics this connection looks at. */
  readonly #topics = new Set<string>();
  #fullSince: number | null = null;
  #drain: NodeJS.Timeout | null = null;
  #sent = { seq: 0, at: 0 };
  #beat = { seq: -1, at: 0 };
  #closed = false;

  constructor(given: ConnectionGiven) {
    this.actor = given.actor;
    this.listener = given.listener;
    this.viewer = given.viewer;
    this.seat = given.seat;
    this.rate = new Rate(given.rate.burst, given.rate.perSecond, performance.now());
    this.#socket = given.socket;
    this.#outlet = given.outlet;
    this.#isWithheld = given.isWithheld ?? (() => false);
  }

  /** Answers and beats leave at once. */
  tell(message: HostMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#outlet.send(JSON.stringify(message));
  }

  /** Told to close: whatever it still says is not heard. */
  get isClosed(): boolean {
    return this.#closed;
  }

  get subscriptions(): number {
    return this.#topics.size;
  }

  offer(key: string, message: string, seq: number): void {
    this.#topics.add(key);
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#isFull() || this.#isWithheld(key)) {
      this.#waiting.set(key, { message, seq });
      this.#whenDrained();
      return;
    }
    // An older snapshot that waits must not follow a newer one.
    this.#waiting.delete(key);
    this.#sent = { seq, at: performance.now() };
    this.#outlet.send(message);
  }

  dropped(key: string): void {
    this.#topics.delete(key);
    this.#waiting.delete(key);
  }

  #isFull(): boolean {
    return this.#socket.bufferedAmount > FULL_BYTES;
  }

  /** Looks again soon; what still waits then is offered anew, the newest snapshot of each topic. */
  #whenDrained(): void {
    if (this.#isFull()) this.#fullSince ??= performance.now();
    this.#drain ??= setTimeout(() => {
      this.#drain = null;
      if (this.#closed) return;
      if (!this.#isFull()) this.#fullSince = null;
      else if (performance.now() - (this.#fullSince ?? Infinity) > DRAIN_LIMIT_MS) return this.close(4408);
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      for (const [key, { message, seq }] of waiting) this.offer(key, message, seq);
      if (this.#isFull()) this.#whenDrained();
    }, LOOK_AGAIN_MS).unref();
  }

  beat(seq: number): void {
    this.#beat = { seq, at: performance.now() };
  }

  /** live: beat within 6 s and has drawn what was sent (or had under 6 s to do so); stale otherwise. */
  isLive(now: number): boolean {
    const current = this.#beat.seq >= this.#sent.seq || now - this.#sent.at < 6000;
    return now - this.#beat.at < 6000 && current;
  }

  close(code: number): void {
    this.#closed = true;
    if (this.#drain !== null) clearTimeout(this.#drain);
    this.#drain = null;
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), 2000).unref();
  }
}
