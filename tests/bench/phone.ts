// A judge's phone for the bench: the real handshake and the real seals, but frames that arrive in a burst are only noted with their time
// and opened afterwards. In the room every phone opens its own frames; here one process would open those of all of them in turn.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import WebSocket from 'ws';
import { proofOf, sealedChannel, type SealedChannel } from '../../shared/contract/channel.ts';
import type { Answer, HostMessage } from '../../shared/contract/wire.ts';

type View = Extract<HostMessage, { type: 'view' }>;
/** An answer and when the phone had opened it: its arrival and the time opening this frame took, in ms. */
export interface Opened { readonly answer: Answer; readonly at: number }

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const nextText = (socket: WebSocket): Promise<string> => new Promise((settle, fail) => {
  socket.once('message', (data: Buffer) => settle(data.toString('utf8')));
  socket.once('close', (code) => fail(new Error(`a phone was closed with ${code}`)));
});

export class Phone {
  readonly #socket: WebSocket;
  readonly #channel: SealedChannel;
  readonly #answers = new Map<string, Opened>();
  readonly views = new Map<string, View>();
  epoch = '';
  #unopened: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  #changed: () => void = () => undefined;
  /** While true, frames wait unopened. */
  holding = false;

  constructor(socket: WebSocket, channel: SealedChannel) {
    this.#socket = socket;
    this.#channel = channel;
    socket.on('message', (data: Buffer) => {
      this.#unopened.push({ at: performance.now(), bytes: data });
      if (!this.holding) this.open();
    });
  }

  get isConnected(): boolean {
    return this.epoch !== '' && this.#socket.readyState === WebSocket.OPEN;
  }

  /** Opens everything that has arrived. */
  open(): void {
    const frames = this.#unopened;
    this.#unopened = [];
    for (const { at, bytes } of frames) {
      const began = performance.now();
      const text = this.#channel.open(bytes);
      if (text === null) throw new Error('a frame of the host does not open');
      this.#take(JSON.parse(decoder.decode(text)) as HostMessage, () => at + performance.now() - began);
    }
    if (frames.length > 0) this.#changed();
  }

  #take(message: HostMessage, openedAt: () => number): void {
    if (message.type === 'hello') this.epoch = message.epoch;
    if (message.type === 'view') this.views.set(message.topic, message);
    if (message.type === 'answer') this.#answers.set(message.id, { answer: message.answer, at: openedAt() });
  }

  /** Resolves when the state fits; a phone waits for one thing at a time. */
  until(fits: () => boolean): Promise<void> {
    return new Promise((settle) => {
      this.#changed = () => { if (fits()) { this.#changed = () => undefined; settle(); } };
      this.#changed();
    });
  }

  subscribe(topic: string, params: Readonly<Record<string, string>> = {}): void {
    this.#send({ type: 'subscribe', topic, params });
  }

  /** Seals a command and sends it; `sent` is taken between the two. */
  command(name: string, input: unknown): { readonly id: string; readonly sent: number } {
    const id = randomUUID();
    const sent = this.#send({ type: 'command', id, epoch: this.epoch, name, input });
    return { id, sent };
  }

  #send(message: unknown): number {
    const sealed = this.#channel.seal(encoder.encode(JSON.stringify(message)));
    const sent = performance.now();
    this.#socket.send(sealed);
    return sent;
  }

  /** The answer to a command once it has been opened; null when none comes within `limit` ms. */
  async answerTo(id: string, limit: number): Promise<Opened | null> {
    const patience = new AbortController();
    await Promise.race([this.until(() => this.#answers.has(id)), setTimeout(limit, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    return this.#answers.get(id) ?? null;
  }
}

/** Pairs by the card, as the judge's page does. */
export const pairedPhone = async (room: string, { seat, secret }: { readonly seat: string; readonly secret: string }): Promise<Phone> => {
  const socket = new WebSocket(`ws://${new URL(room).host}/judge`, { origin: room });
  await new Promise((settle, fail) => { socket.once('open', settle); socket.once('error', fail); });
  const browser = `browser-${seat}`;
  const pageNonce = randomBytes(16).toString('hex');
  socket.send(JSON.stringify({ type: 'hello', seat, browser, nonce: pageNonce }));
  const challenge = JSON.parse(await nextText(socket)) as { readonly nonce: string; readonly proof: string };
  const transcript = { seat, browser, pageNonce, hostNonce: challenge.nonce };
  if (challenge.proof !== proofOf('host', secret, transcript)) throw new Error('this is not the host of the card');
  const phone = new Phone(socket, sealedChannel('page', secret, transcript));
  socket.send(JSON.stringify({ type: 'proof', proof: proofOf('page', secret, transcript) }));
  await phone.until(() => phone.epoch !== '');
  return phone;
};
