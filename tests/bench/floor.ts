// The floors of the bench: a bare WebSocket server that answers each message either at once (echo)
// or after one durable commit (commit). No crypto, no rules, no views: what the machine itself costs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { WebSocketServer } from 'ws';
import { answerCalls } from './calls.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'leitai-floor-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** One INSERT, committed by itself, WAL and synchronous=FULL as in the house. */
const durableInsert = (): ((body: Buffer) => void) => {
  const database = new Database(path.join(folder, 'floor.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE lines (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)');
  const insert = database.prepare('INSERT INTO lines (body) VALUES (?)');
  return (body) => { insert.run(body); };
};

const listen = ({ kind }: { readonly kind: 'echo' | 'commit' }): Promise<number> => new Promise((settle) => {
  const keep = kind === 'commit' ? durableInsert() : (): void => undefined;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => socket.on('message', (data: Buffer) => { keep(data); socket.send(data); }));
  server.once('listening', () => {
    const address = server.address();
    settle(typeof address === 'object' && address !== null ? address.port : 0);
  });
});

const handlers = { listen };
export type Floor = typeof handlers;
answerCalls(handlers);
