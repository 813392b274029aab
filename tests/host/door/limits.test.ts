// How many may be at the door and in the house at once, and what a full disk does to the timer's marks.
import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import type { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/database/open.ts';
import { timerMarks } from '../../../electron/database/recorder.ts';
import { Connection } from '../../../electron/server/connection.ts';
import { Connections } from '../../../electron/server/connections.ts';
import { temporaryFolder } from '../../support/aHouse.ts';

class Knocker extends EventEmitter {
  terminated = false;
  terminate(): void { this.terminated = true; this.emit('close'); }
}
const asSocket = (knocker: Knocker): WebSocket => knocker as unknown as WebSocket;

test('of more than a thousand sockets that prove nothing the oldest are put out, and those already in are never among them', () => {
  const connections = new Connections();
  const all = Array.from({ length: 1010 }, () => new Knocker());
  const [inside] = all;
  if (inside === undefined) throw new Error('nobody knocked');
  connections.knocks(asSocket(inside));
  connections.letIn(asSocket(inside));
  for (const each of all.slice(1)) connections.knocks(asSocket(each));
  expect(all.filter((each) => each.terminated)).toEqual(all.slice(1, 10));
});

test('the house takes 1200 connections and refuses the next; one that leaves makes room', () => {
  const connections = new Connections();
  const make = (seat: number): Connection => new Connection({
    socket: asSocket(new Knocker()), outlet: { send: () => undefined }, actor: { role: 'judge', subject: 's', device: 'd' }, listener: 'room', viewer: { meeting: '', subject: '' }, seat: `seat-${seat}`, rate: { burst: 1, perSecond: 1 },
  });
  const first = make(0);
  expect(connections.enter(first)).toBe(true);
  for (let seat = 1; seat < 1200; seat += 1) expect(connections.enter(make(seat))).toBe(true);
  expect(connections.enter(make(1200))).toBe(false);
  connections.leave(first);
  expect(connections.enter(make(1200))).toBe(true);
});

test('a disk too full for the timer’s mark costs the mark, not the host', () => {
  const folder = temporaryFolder();
  const { database, close } = openDatabase(folder);
  const marks = timerMarks(database);
  const mark = { session: 's', contestant: 'c', phase: 'speech', elapsed: 1000, wall: 1 } as const;
  marks.write(mark);
  database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`);
  marks.write({ ...mark, contestant: 'c'.repeat(100_000) });
  expect(marks.read('s')).toEqual(mark);
  close();
  rmSync(folder, { recursive: true });
});
