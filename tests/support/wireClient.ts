// Clients for tests and benches, speaking the real protocol over real sockets: a desk or screen by token, a judge by the card.
import { randomBytes, randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { proofOf, sealedChannel, type SealedChannel } from '../../shared/contract/channel.ts';
import type { Answer, HostMessage } from '../../shared/contract/wire.ts';

type View = Extract<HostMessage, { type: 'view' }>;

export class WireClient {
  readonly socket: WebSocket;
  readonly views = new Map<string, View>();
  readonly frames: string[] = [];
  /** The newest refusal of each topic. */
  readonly refusals = new Map<string, string>();
  epoch = '';
  closed: number | null = null;
  #seal: (text: string) => string | Uint8Array = (text) => text;
  readonly #answers = new Map<string, (answer: Answer) => void>();
  readonly #watchers = new Set<() => void>();

  constructor(url: string, origin: string) {
    this.socket = new WebSocket(url, { origin });
    this.socket.on('close', (code) => { this.closed = code; this.#wake(); });
    this.socket.on('error', () => undefined);
  }

  /** Starts taking host messages; `open` unseals binary frames. */
  listen(channel: SealedChannel | null): void {
    if (channel !== null) this.#seal = (text) => channel.seal(new TextEncoder().encode(text));
    this.socket.on('message', (data: Buffer) => {
      const text = channel === null ? data.toString('utf8') : new TextDecoder().decode(channel.open(new Uint8Array(data)) ?? new Uint8Array());
      this.frames.push(text);
      this.#take(JSON.parse(text) as HostMessage);
    });
  }

  #take(message: HostMessage): void {
    if (message.type === 'hello') this.epoch = message.epoch;
    if (message.type === 'view') this.views.set(message.topic, message);
    if (message.type === 'refused') this.refusals.set(message.topic, message.code);
    if (message.type === 'answer') { this.#answers.get(message.id)?.(message.answer); this.#answers.delete(message.id); }
    this.#wake();
  }

  #wake(): void {
    for (const watcher of this.#watchers) watcher();
  }

  send(message: unknown): void {
    this.socket.send(this.#seal(JSON.stringify(message)));
  }

  command(name: string, input: unknown, id: string = randomUUID()): Promise<Answer> {
    return new Promise((settle) => {
      this.#answers.set(id, settle);
      this.send({ type: 'command', id, epoch: this.epoch, name, input });
    });
  }

  /** The answer's result; throws with the refusal's code. */
  async must(name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.command(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code} ${JSON.stringify(answer.details)}`);
    return answer.result;
  }

  subscribe(topic: string, params: Readonly<Record<string, string>> = {}): void {
    this.send({ type: 'subscribe', topic, params });
  }

  /** Waits until the newest state fits, at most `limit` ms. */
  until(fits: (client: this) => boolean, limit = 5000): Promise<void> {
    return new Promise((settle, fail) => {
      const timer = setTimeout(() => { this.#watchers.delete(check); fail(new Error(`waited in vain; closed ${this.closed}, refused ${JSON.stringify(Object.fromEntries(this.refusals))}, newest ${this.frames.at(-1)?.slice(0, 400)}`)); }, limit);
      const check = (): void => {
        if (!fits(this)) return;
        clearTimeout(timer);
        this.#watchers.delete(check);
        settle();
      };
      this.#watchers.add(check);
      check();
    });
  }

  async view<T>(topic: string, fits: (data: T) => boolean = () => true): Promise<T> {
    await this.until(() => this.views.has(topic) && fits(this.views.get(topic)?.data as T));
    return this.views.get(topic)?.data as T;
  }

  close(): void {
    this.socket.terminate();
  }
}

const opened = (socket: WebSocket): Promise<void> => new Promise((settle, fail) => { socket.once('open', () => settle()); socket.once('error', fail); });
const nextText = (socket: WebSocket): Promise<string> => new Promise((settle, fail) => { socket.once('message', (data: Buffer) => settle(data.toString('utf8'))); socket.once('close', (code) => fail(new Error(`closed ${code}`))); });

/** A desk or screen: `url` as the house gives it, http://127.0.0.1:port/desk/#t=token. */
export const tokenClient = async (url: string, kind: 'desk' | 'screen', clientId = 'test-client'): Promise<WireClient> => {
  const { origin, host, hash } = new URL(url);
  const client = new WireClient(`ws://${host}/${kind}`, origin);
  await opened(client.socket);
  client.listen(null);
  client.send({ type: 'token', token: hash.slice(3), client: clientId });
  await client.until((each) => each.epoch !== '' || each.closed !== null);
  return client;
};

/** A judge's phone that has scanned its card. Throws when the host closes the socket. */
export const judgeClient = async (given: { readonly origin: string; readonly seat: string; readonly secret: string; readonly browser?: string; readonly path?: string }): Promise<WireClient> => {
  const { host } = new URL(given.origin);
  const client = new WireClient(`ws://${host}${given.path ?? '/judge'}`, given.origin);
  await opened(client.socket);
  const browser = given.browser ?? `browser-${given.seat}`;
  const pageNonce = randomBytes(16).toString('hex');
  client.send({ type: 'hello', seat: given.seat, browser, nonce: pageNonce });
  const challenge = JSON.parse(await nextText(client.socket)) as { nonce: string; proof: string };
  const transcript = { seat: given.seat, browser, pageNonce, hostNonce: challenge.nonce };
  if (challenge.proof !== proofOf('host', given.secret, transcript)) throw new Error('not this host');
  client.send({ type: 'proof', proof: proofOf('page', given.secret, transcript) });
  client.listen(sealedChannel('page', given.secret, transcript));
  await client.until((each) => each.epoch !== '' || each.closed !== null);
  return client;
};
