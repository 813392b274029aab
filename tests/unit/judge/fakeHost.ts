// A judge's link under a test's hand: a clock only the test moves, and sockets whose other end proves and seals as the host does.
import { proofOf, sealedChannel, type SealedChannel } from '../../../shared/contract/channel.ts';
import type { Answer, ClientMessage, HostMessage } from '../../../shared/contract/wire.ts';
import type { LinkSocket, SocketEvents } from '../../../renderer/common/sealed/linkParts.ts';
import { pageStorage, type Storage } from '../../../renderer/common/sealed/storage.ts';

export const CARD = { seat: 'seat-7', secret: '000102030405060708090a0b0c0d0e0f' };
export const WHO = { card: CARD, browser: 'b1' };
interface Timer { readonly at: number; readonly run: () => void }

export class FakeSocket {
  readonly path: string;
  readonly texts: Readonly<Record<string, unknown>>[] = [];
  readonly heard: ClientMessage[] = [];
  closed = false;
  readonly #events: SocketEvents;
  #channel: SealedChannel | null = null;

  constructor(path: string, events: SocketEvents) {
    this.path = path;
    this.#events = events;
  }
  readonly port: LinkSocket = {
    sendText: (text) => void this.texts.push(JSON.parse(text) as Readonly<Record<string, unknown>>),
    sendBytes: (bytes) => {
      const opened = this.#channel?.open(bytes) ?? null;
      if (opened === null) throw new Error('the page sent a frame that does not open');
      this.heard.push(JSON.parse(new TextDecoder().decode(opened)) as ClientMessage);
    },
    close: () => void (this.closed = true),
  };

  open(): void {
    this.#events.opened();
  }
  text(message: unknown): void {
    this.#events.text(JSON.stringify(message));
  }
  bytes(bytes: Uint8Array): void {
    this.#events.bytes(bytes);
  }
  cut(code = 1006): void {
    this.#events.closed(code);
  }
  challenge(secret = CARD.secret): void {
    const { nonce } = this.texts[0] ?? {};
    const transcript = { seat: CARD.seat, browser: 'b1', pageNonce: String(nonce), hostNonce: 'ab'.repeat(16) };
    this.#channel = sealedChannel('host', secret, transcript);
    this.text({ type: 'challenge', nonce: transcript.hostNonce, proof: proofOf('host', secret, transcript) });
  }
  say(message: HostMessage): void {
    if (this.#channel === null) throw new Error('not paired');
    this.bytes(this.#channel.seal(new TextEncoder().encode(JSON.stringify(message))));
  }
  /** Opens, pairs and greets, as the host does. */
  greet(epoch = 'e1'): void {
    this.open();
    this.challenge();
    this.say({ type: 'hello', epoch, build: 'b' });
  }
  answer(id: string, answer: Answer): void {
    this.say({ type: 'answer', id, answer });
  }
  of<T extends ClientMessage['type']>(type: T): readonly (ClientMessage & { readonly type: T })[] {
    return this.heard.filter((message): message is ClientMessage & { readonly type: T } => message.type === type);
  }
}

export class FakeParts {
  readonly sockets: FakeSocket[] = [];
  readonly shelf = new Map<string, string>();
  readonly storage: Storage;
  buzzes = 0;
  #time = 50_000;
  #random = 0;
  #timers: readonly Timer[] = [];

  constructor(shelf = new Map<string, string>()) {
    this.shelf = shelf;
    this.storage = pageStorage('judge', () => ({
      getItem: (name) => shelf.get(name) ?? null,
      setItem: (name, text) => void shelf.set(name, text),
      removeItem: (name) => void shelf.delete(name),
    }));
  }
  get socket(): FakeSocket {
    const newest = this.sockets.at(-1);
    if (newest === undefined) throw new Error('no socket was opened');
    return newest;
  }
  readonly openSocket = (path: string, events: SocketEvents): LinkSocket => {
    const socket = new FakeSocket(path, events);
    this.sockets.push(socket);
    return socket.port;
  };
  readonly now = (): number => this.#time;
  readonly wall = (): number => 1_700_000_000_000 + this.#time;
  readonly chance = (): number => 0.5;
  readonly received = (): void => void (this.buzzes += 1);
  readonly randomHex = (bytes: number): string => (this.#random += 1).toString(16).padStart(bytes * 2, '0');
  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, run };
    this.#timers = [...this.#timers, timer];
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  };
  pass(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#time = Math.max(this.#time, next.at);
      next.run();
    }
    this.#time = end;
  }
}
