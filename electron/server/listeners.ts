// The two listeners: desk on 127.0.0.1 only, room on the LAN. Static pages, compressed when they were built, with a strict CSP;
// and the sockets whose path fixes the role.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifyWebsocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { WebSocket } from 'ws';
import { withNonce, type MadeDocument } from '../application/documents.ts';
import { isOurOrigin } from './guard.ts';

const DESK_FRAME_BYTES = 8 * 1024 * 1024;
/** The most any seat may send at once; each role has its own limit below it. */
const ROOM_FRAME_BYTES = 64 * 1024;

export interface ListenerParts {
  readonly pages: string;
  /** Host headers that are ours, lower case with port. */
  readonly hosts: () => readonly string[];
  readonly sockets: Readonly<Record<string, (socket: WebSocket) => void>>;
}

/** `connect`: what a page may connect to besides its own origin. */
const secure = (reply: FastifyReply, style: string, connect = ''): void => {
  void reply.headers({
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'${connect}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-cache',
  });
};

interface Base { readonly maxPayload: number; readonly connect: (host: string) => string }

const base = async (parts: ListenerParts, { maxPayload, connect }: Base): Promise<FastifyInstance> => {
  const app = Fastify({ logger: false, bodyLimit: maxPayload, forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: false } });
  await app.register(fastifyStatic, { root: parts.pages, serve: false, preCompressed: true });
  await app.register(fastifyWebsocket, { options: { maxPayload, perMessageDeflate: false } });
  app.addHook('onRequest', async (request, reply) => {
    if (!isOurOrigin(request.raw, parts.hosts())) return reply.code(403).type('text/plain; charset=utf-8').send('forbidden');
    secure(reply, "'self'", connect(request.headers.host ?? ''));
  });
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  for (const [url, take] of Object.entries(parts.sockets)) {
    // A socket's path fixes the role for life; the same address without an upgrade leads to the page.
    app.route({ method: 'GET', url, handler: (_request, reply) => reply.redirect(`${url}/`), wsHandler: (socket) => take(socket) });
  }
  return app;
};

/** A surface's pages under its own path; hashed assets may be kept for ever, the page itself is asked for anew. */
const servePages = (app: FastifyInstance, surface: string, folder: string): void => {
  app.get(`/${surface}/*`, (request, reply) => {
    const file = (request.params as { '*': string })['*'];
    void reply.header('cache-control', file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(`${folder}/${file === '' ? 'index.html' : file}`, { cacheControl: false });
  });
};

/** The room listener: the judges' page (with the stage timer in it), the stations' page and their sockets; nothing of the desk exists here. */
export const roomListener = async (parts: ListenerParts): Promise<FastifyInstance> => {
  // Safari before 15.4 does not count sockets under 'self'. The host was checked to be one of ours.
  const app = await base(parts, { maxPayload: ROOM_FRAME_BYTES, connect: (host) => ` ws://${host}` });
  servePages(app, 'judge', 'judge');
  servePages(app, 'clerk', 'clerk');
  // One page for both kinds of station; /c is short enough to be typed on a laptop.
  for (const url of ['/c', '/supervisor/']) app.get(url, (_request, reply) => reply.redirect('/clerk/'));
  app.get('/', (_request, reply) => reply.redirect('/judge/'));
  return app;
};

export interface DeskParts extends ListenerParts {
  /** A one-time document by its key, or undefined. */
  readonly document: (key: string) => MadeDocument | undefined;
  readonly api: (app: FastifyInstance) => void;
}

/** The desk listener: desk, projector, one-time documents and the programmable interface. */
export const deskListener = async (parts: DeskParts): Promise<FastifyInstance> => {
  const app = await base(parts, { maxPayload: DESK_FRAME_BYTES, connect: () => '' });
  servePages(app, 'projector', 'projector');
  app.get('/desk/', (_request, reply) => deskPage(parts.pages, reply));
  servePages(app, 'desk', 'console');
  app.get('/', (_request, reply) => reply.redirect('/desk/'));
  app.get('/blank', (_request, reply) => reply.type('text/html').send('<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body bgcolor="#000">'));
  app.get('/documents/:key', (request, reply) => {
    const found = parts.document((request.params as { key: string }).key);
    if (found === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('gone');
    const nonce = randomBytes(12).toString('base64');
    secure(reply, `'nonce-${nonce}'`);
    const disposition = found.inline ? 'inline' : 'attachment';
    void reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(found.fileName)}`);
    return reply.type(found.type).send(withNonce(found, nonce));
  });
  parts.api(app);
  return app;
};

/** The desk's page with a fresh style nonce for antd. */
const deskPage = (pages: string, reply: FastifyReply): FastifyReply => {
  const nonce = randomBytes(12).toString('base64');
  secure(reply, `'self' 'nonce-${nonce}'`);
  const html = readFileSync(path.join(pages, 'console', 'index.html'), 'utf8').replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`);
  return reply.type('text/html; charset=utf-8').send(html);
};
