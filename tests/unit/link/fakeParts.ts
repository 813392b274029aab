// A link's parts under a test's hand: sockets that the test opens, speaks through and cuts, and a clock that only the test moves.
import type { HostMessage } from '../../../shared/contract/wire.ts';
import type { LinkParts, SocketEvents } from '../../../renderer/common/linkParts.ts';

type Sent = Readonly<Record<string, unknown>>;
interface Timer { readonly at: number; readonly run: () => void }

export class FakeSocket {
  readonly sent: Sent[] = [];
  readonly #events: SocketEvents;
  closed = false;

  constructor(events: SocketEvents) {
    this.#events = events;
  }
  open(): void {
    this.#events.opened();
  }
  say(message: HostMessage): void {
    this.#events.text(JSON.stringify(message));
  }
  cut(code = 1006): void {
    this.#events.closed(code);
  }
  /** Opens and greets, as the host does after the credential. */
  greet(epoch = 'e1'): void {
    this.open();
    this.say({ type: 'hello', epoch, build: 'b1' });
  }
  types(): readonly unknown[] {
    return this.sent.map((message) => message['type']);
  }
  of(type: string): readonly Sent[] {
    return this.sent.filter((message) => message['type'] === type);
  }
}

export class FakeParts implements LinkParts {
  readonly sockets: FakeSocket[] = [];
  #time = 1_000_000;
  #timers: readonly Timer[] = [];
  #ids = 0;

  get socket(): FakeSocket {
    const newest = this.sockets.at(-1);
    if (newest === undefined) throw new Error('no socket was opened');
    return newest;
  }
  readonly openSocket = (events: SocketEvents): { send: (text: string) => void; close: () => void } => {
    const socket = new FakeSocket(events);
    this.sockets.push(socket);
    return { send: (text) => void socket.sent.push(JSON.parse(text) as Sent), close: () => void (socket.closed = true) };
  };
  readonly now = (): number => this.#time;
  readonly newId = (): string => `id${(this.#ids += 1)}`;
  readonly chance = (): number => 0.5;
  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, run };
    this.#timers = [...this.#timers, timer];
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  };
  pass(milliseconds: number): void {
    const until = this.#time + milliseconds;
    for (let due = this.#next(until); due !== undefined; due = this.#next(until)) {
      const timer = due;
      this.#timers = this.#timers.filter((other) => other !== timer);
      this.#time = timer.at;
      timer.run();
    }
    this.#time = until;
  }
  #next(until: number): Timer | undefined {
    return this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  }
}
