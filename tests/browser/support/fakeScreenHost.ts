// A host for the wall's page alone: serves the built page under the real content policy and speaks /screen as the wire says.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';

const folder = resolve(import.meta.dirname, '../../../dist/pages/projector');
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export interface FakeScreenHost {
  readonly port: number;
  readonly frames: readonly Readonly<Record<string, unknown>>[];
  readonly send: (topic: string, data: unknown) => void;
  /** Cuts every connection and takes no new one until `back`. */
  readonly away: () => void;
  readonly back: () => void;
  readonly stop: () => Promise<void>;
}

const pages = (): Server =>
  createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://wall').pathname.replace(/^\/projector\//, '/');
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });

/** The newest data of a topic go to whoever subscribes, as the real host does. */
export const fakeScreenHost = async (): Promise<FakeScreenHost> => {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('build the pages first (npm run build)');
  const server = pages();
  const sockets = new WebSocketServer({ noServer: true });
  const frames: Record<string, unknown>[] = [];
  const newest = new Map<string, unknown>();
  let seq = 0;
  let present = true;
  const say = (socket: WebSocket, message: unknown): void => socket.send(JSON.stringify(message));
  const view = (topic: string): unknown => ({ type: 'view', topic, params: {}, epoch: 'e1', seq, data: newest.get(topic) });
  const hear = (socket: WebSocket, frame: Record<string, unknown>): void => {
    frames.push(frame);
    if (frame['type'] === 'token') say(socket, { type: 'hello', epoch: 'e1', build: 'b1' });
    if (frame['type'] === 'beat') say(socket, { type: 'beat', wall: Date.now(), sentAt: frame['sentAt'] });
    if (frame['type'] === 'subscribe' && newest.has(String(frame['topic']))) say(socket, view(String(frame['topic'])));
  };
  server.on('upgrade', (request, socket, head) => {
    if (!present || request.url !== '/screen') {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('message', (data: Buffer) => hear(opened, JSON.parse(data.toString('utf8')) as Record<string, unknown>));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    frames,
    send: (topic, data) => {
      seq += 1;
      newest.set(topic, data);
      for (const socket of sockets.clients) say(socket, view(topic));
    },
    away: () => {
      present = false;
      for (const socket of sockets.clients) socket.terminate();
    },
    back: () => { present = true; },
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
