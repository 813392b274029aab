// A socket that says exactly what it is told, for frames that no client of ours would send. It never answers a close on its own when asked not to.
import http from 'node:http';
import WebSocket from 'ws';
import { proofOf, sealedChannel, type SealedChannel, type Transcript } from '../../shared/contract/channel.ts';

export class RawSocket {
  readonly socket: WebSocket;
  readonly heard: Buffer[] = [];
  readonly closed: Promise<number>;
  readonly #waiting: ((data: Buffer) => void)[] = [];
  #read = 0;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.closed = new Promise((settle) => { this.socket.on('close', settle); });
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => { this.heard.push(data); this.#waiting.shift()?.(data); });
  }

  opened(): Promise<void> {
    return new Promise((settle, fail) => { this.socket.once('open', () => settle()); this.socket.once('error', fail); });
  }

  send(data: string | Uint8Array): void {
    this.socket.send(data);
  }

  /** The next frame that was not yet read by `next`. */
  async next(): Promise<Buffer> {
    const held = this.heard[this.#read];
    this.#read += 1;
    if (held !== undefined) return held;
    return Promise.race([new Promise<Buffer>((settle) => { this.#waiting.push(settle); }), this.closed.then((code) => { throw new Error(`closed ${code}`); })]);
  }

  async nextJson(): Promise<Readonly<Record<string, string>>> {
    return JSON.parse((await this.next()).toString('utf8')) as Readonly<Record<string, string>>;
  }
}

export const rawSocket = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawSocket> => {
  const raw = new RawSocket(url, headers);
  await raw.opened();
  return raw;
};

/** Scans a card by hand; gives the open socket and this side's channel, with the host's hello still sealed in `heard`. */
export const pairedByHand = async (url: string, card: { readonly seat: string; readonly secret: string; readonly browser: string }): Promise<{ readonly raw: RawSocket; readonly channel: SealedChannel }> => {
  const raw = await rawSocket(url);
  const transcript: Transcript = { seat: card.seat, browser: card.browser, pageNonce: 'ab'.repeat(16), hostNonce: '' };
  raw.send(JSON.stringify({ type: 'hello', seat: card.seat, browser: card.browser, nonce: transcript.pageNonce }));
  const { nonce = '' } = await raw.nextJson();
  const whole = { ...transcript, hostNonce: nonce };
  raw.send(JSON.stringify({ type: 'proof', proof: proofOf('page', card.secret, whole) }));
  return { raw, channel: sealedChannel('page', card.secret, whole) };
};

export const sealText = (channel: SealedChannel, message: unknown): Uint8Array => channel.seal(new TextEncoder().encode(JSON.stringify(message)));

/** One HTTP request with the path and headers exactly as given; nothing is normalised. */
export const rawRequest = (port: number, path: string, given: { readonly headers?: Readonly<Record<string, string>>; readonly method?: string; readonly body?: string } = {}): Promise<{ readonly status: number; readonly body: string; readonly headers: http.IncomingHttpHeaders }> =>
  new Promise((settle, fail) => {
    const request = http.request({ host: '127.0.0.1', port, path, method: given.method ?? 'GET', headers: given.headers ?? {}, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => settle({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), headers: response.headers }));
    });
    request.on('error', fail);
    request.on('upgrade', (_response, socket) => { socket.destroy(); settle({ status: 101, body: '', headers: {} }); });
    request.end(given.body);
  });
