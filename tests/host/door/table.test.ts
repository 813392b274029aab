// The one table, walked: every command and view for every role on every listener, through the real sockets where a role can have one
// and through the same door in memory where it cannot. What the table forbids leaves journal and state as they were.
import { rmSync } from 'node:fs';
import type { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyHouse } from '../../../electron/application/house.ts';
import { Publisher } from '../../../electron/application/publisher.ts';
import { Connection } from '../../../electron/server/connection.ts';
import { receive, type House } from '../../../electron/server/messages.ts';
import { COMMANDS, maySee, maySend, permissionRows, VIEWS, type Listener } from '../../../shared/contract/table.ts';
import type { Answer, HostMessage } from '../../../shared/contract/wire.ts';
import { ROLES, type Role } from '../../../shared/kernel/decision.ts';
import { aDispatcher } from '../../support/aDispatcher.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { journalCount } from '../../support/journalFile.ts';
import type { WireClient } from '../../support/wireClient.ts';

let at: AtTheDesk;
beforeAll(async () => {
  at = await atTheDesk({ units: 2, judges: 2 });
  // The first scan binds a seat, which is an event of its own.
  for (const first of [await at.phone(0), await at.stageTimer(), await at.station('clerk'), await at.station('supervisor')]) first.close();
});
afterAll(() => at.end());

type Entry = readonly [role: Role, listener: Listener, open: () => Promise<WireClient>];
const entries = (): readonly Entry[] => [
  ['host', 'desk', () => at.anotherDesk()], ['screen', 'desk', () => at.screen()], ['judge', 'room', () => at.phone(0)], ['screen', 'room', () => at.stageTimer()],
  ['clerk', 'room', () => at.station('clerk')], ['supervisor', 'room', () => at.station('supervisor')],
];
/** Pieces small enough for one connection's rate. */
const pieces = <T>(all: readonly T[], size = 40): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / size) }, (_, piece) => all.slice(piece * size, (piece + 1) * size));

test('a command that the table forbids a role is refused with notAllowed on its socket and changes nothing', async () => {
  for (const [role, listener, open] of entries()) {
    const forbidden = [...COMMANDS.values()].filter((command) => !maySend(role, listener, command)).map(({ name }) => name);
    const before = [journalCount(at.house.folder), at.house.state()] as const;
    for (const piece of pieces(forbidden)) {
      const client = await open();
      for (const name of piece) expect([role, listener, name, await client.command(name, { session: at.session, contestant: at.units[0] })]).toEqual([role, listener, name, { ok: false, code: 'notAllowed', details: {} }]);
      client.close();
    }
    expect(journalCount(at.house.folder)).toBe(before[0]);
    expect(at.house.state()).toBe(before[1]);
  }
});

test('a command that the table allows a role passes the door and is judged by its input', async () => {
  const count = journalCount(at.house.folder);
  for (const [role, listener, open] of entries()) {
    const allowed = [...COMMANDS.values()].filter((command) => maySend(role, listener, command) && !command.input.safeParse({}).success).map(({ name }) => name);
    for (const piece of pieces(allowed)) {
      const client = await open();
      for (const name of piece) expect([role, name, await client.command(name, {})]).toEqual([role, name, { ok: false, code: 'badInput', details: { where: expect.stringMatching(/\S/) as string } }]);
      client.close();
    }
  }
  expect(journalCount(at.house.folder)).toBe(count);
});

test('a view that the table forbids a role is refused with notAllowed and one it allows is judged by its parameters', async () => {
  for (const [role, listener, open] of entries()) {
    const client = await open();
    for (const view of VIEWS.values()) {
      client.refusals.delete(view.name);
      client.subscribe(view.name, { wrong: 'parameter' });
      await client.until((each) => each.refusals.has(view.name));
      expect([role, listener, view.name, client.refusals.get(view.name)]).toEqual([role, listener, view.name, maySee(role, listener, view) ? 'badInput' : 'notAllowed']);
    }
    expect(client.views.size).toBe(0);
    client.close();
  }
});

test('a desk view given to a screen is refused although its parameters are right', async () => {
  const screen = await at.screen();
  screen.subscribe('session', { session: at.session });
  screen.subscribe('home');
  screen.subscribe('seat');
  screen.subscribe('wall');
  await screen.view('wall');
  expect(Object.fromEntries(screen.refusals)).toEqual({ session: 'notAllowed', home: 'notAllowed', seat: 'notAllowed' });
  expect([...screen.views.keys()]).toEqual(['wall']);
});

/** What a connection of this role hears after one message: for roles that have no socket yet, through the very same `receive`. No topic exists behind it. */
const heardBy = async (role: Role, listener: Listener, message: unknown): Promise<HostMessage | undefined> => {
  const heard: string[] = [];
  const socket = { readyState: 1, OPEN: 1, bufferedAmount: 0 } as WebSocket;
  const connection = new Connection({
    socket, outlet: { send: (text) => { heard.push(text); } }, actor: { role, subject: 'x', device: `memory-${role}` }, listener, viewer: { meeting: '', subject: 'x' }, seat: null, rate: { burst: 9, perSecond: 9 },
  });
  const publisher = new Publisher({ topics: {}, context: () => { throw new Error('nothing is to be shown'); }, epoch: 'e', seq: () => 0 });
  const passed: Answer = { ok: true, receipt: null, result: { passed: true } };
  const house: House = { epoch: 'e', publisher, wall: () => 0, deskLocked: () => false, submit: () => Promise.resolve(passed), submitLocal: () => Promise.resolve(passed) };
  await receive(house, connection, JSON.stringify(message));
  return heard[0] === undefined ? undefined : (JSON.parse(heard[0]) as HostMessage);
};
const everywhere = ROLES.flatMap((role) => (['desk', 'room'] as const).map((listener) => ({ role, listener })));

test('no role sees on a listener what the table does not give it there, also those that have no socket yet', async () => {
  for (const { role, listener } of everywhere) {
    for (const view of VIEWS.values()) {
      const message = await heardBy(role, listener, { type: 'subscribe', topic: view.name, params: { wrong: 'parameter' } });
      expect([role, listener, view.name, message]).toEqual([role, listener, view.name, { type: 'refused', topic: view.name, code: maySee(role, listener, view) ? 'badInput' : 'notAllowed' }]);
    }
  }
});

test('no role sends on a listener what the table does not give it there, and a local command is no exception', async () => {
  const folder = temporaryFolder();
  const alone = aDispatcher(folder);
  for (const { role, listener } of everywhere) {
    for (const command of COMMANDS.values()) {
      const answer = command.area === 'local'
        ? await heardBy(role, listener, { type: 'command', id: 'c', epoch: 'e', name: command.name, input: null }).then((message) => (message?.type === 'answer' ? message.answer : undefined))
        : await alone.send(command.name, null, { listener, actor: { role, subject: 'x', device: `x-${role}` } });
      expect([role, listener, command.name, answer]).toMatchObject([role, listener, command.name, { ok: false, code: maySend(role, listener, command) ? 'badInput' : 'notAllowed' }]);
    }
  }
  expect([journalCount(folder), alone.dispatcher.state]).toEqual([0, emptyHouse]);
  alone.close();
  rmSync(folder, { recursive: true });
});

test('nothing of the host exists on the room listener, and the house itself has no connection at all', () => {
  const roomCommands = [...COMMANDS.values()].filter((command) => ROLES.some((role) => maySend(role, 'room', command))).map(({ name }) => name);
  expect(roomCommands.sort()).toEqual(['box.cast', 'entry.key', 'entry.readBack', 'entry.sendBack', 'entry.settle', 'sheet.submit', 'sheet.submitAll', 'window.check']);
  expect(permissionRows().filter(({ role, listener }) => (role === 'host' && listener === 'room') || role === 'system')).toEqual([]);
});

test('a command or view that does not exist is answered by name, also one named after a property of every object', async () => {
  const desk = await at.anotherDesk();
  for (const name of ['session.destroy', 'constructor', '__proto__', 'toString', 'SESSION.CREATE', ' sheet.submit', '']) {
    expect(await desk.command(name, {})).toEqual({ ok: false, code: 'unknownCommand', details: { name } });
    desk.subscribe(name);
    await desk.until((each) => each.refusals.get(name) === 'unknownView');
  }
  expect(await desk.command('window.revealed', { session: at.session, contestant: at.units[0], lock: 1 })).toMatchObject({ code: 'notAllowed' });
});
