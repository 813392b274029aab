// The desk's PIN lock: a locked desk sees home and may only unlock; the wall goes on; guessing is slow.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HomeView } from '../../../shared/contract/home.ts';
import type { WallView } from '../../../shared/meeting/views.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { journalCount } from '../../support/journalFile.ts';
import { rawRequest } from '../../support/rawSocket.ts';
import { aHouse } from '../../support/aHouse.ts';
import { tokenClient } from '../../support/wireClient.ts';

const PIN = '2468';
let at: AtTheDesk;
beforeAll(async () => {
  at = await atTheDesk({ units: 2, judges: 1 });
  await at.desk.must('pin.set', { pin: PIN });
});
afterAll(() => at.end());

test('without a PIN a desk cannot be locked', async () => {
  const other = await aHouse();
  const desk = await tokenClient(other.deskUrl, 'desk');
  expect(await desk.command('desk.lock', {})).toMatchObject({ ok: false, code: 'wrongPin' });
  desk.close();
  await other.end();
});

test('a PIN is changed only by who knows the old one', async () => {
  expect(await at.desk.command('pin.set', { pin: '1111' })).toMatchObject({ code: 'wrongPin' });
  expect(await at.desk.command('pin.set', { pin: '1111', old: '0000' })).toMatchObject({ code: 'wrongPin' });
});

test('a locked desk takes no command but unlock and shows no view but home, on any of its connections and over HTTP; the wall goes on', async () => {
  const watcher = await at.anotherDesk();
  watcher.subscribe('home');
  watcher.subscribe('session', { session: at.session });
  await watcher.view('session');
  const wall = await at.screen();
  wall.subscribe('wall');
  await wall.view('wall');
  expect(await at.desk.command('desk.lock', {})).toMatchObject({ ok: true });
  await watcher.view<HomeView>('home', (home) => home.deskLocked);

  const before = journalCount(at.house.folder);
  for (const name of ['session.title', 'air.show', 'settings.set', 'pin.set', 'document.make', 'seat.code', 'no.such']) expect([name, await at.desk.command(name, {})]).toEqual([name, { ok: false, code: 'deskLocked', details: {} }]);
  const late = await at.anotherDesk();
  for (const topic of ['session', 'register', 'air', 'window', 'result']) {
    late.subscribe(topic, { session: at.session });
    await late.until((each) => each.refusals.get(topic) === 'deskLocked');
  }
  const headers = { host: `127.0.0.1:${at.house.deskPort}`, authorization: `Bearer ${new URL(at.house.deskUrl).hash.slice(3)}`, 'content-type': 'application/json' };
  const posted = await rawRequest(at.house.deskPort, '/api/command', { method: 'POST', headers, body: JSON.stringify({ id: 'l1', name: 'meeting.create', input: { title: 'x' } }) });
  expect(JSON.parse(posted.body)).toMatchObject({ ok: false, code: 'deskLocked' });
  expect(JSON.parse((await rawRequest(at.house.deskPort, `/api/view/session?session=${at.session}`, { headers })).body)).toMatchObject({ code: 'deskLocked' });
  expect(journalCount(at.house.folder)).toBe(before);

  // What happens meanwhile (here by the house itself) reaches the wall and not the locked desk.
  const seen = watcher.frames.filter((frame) => frame.includes('"topic":"session"')).length;
  const asHost = { role: 'host', subject: 'host', device: 'stand-in' } as const;
  await at.house.submit({ id: 'call', name: 'stage.call', input: { session: at.session, contestant: at.units[0] }, actor: asHost });
  await at.house.submit({ id: 'scene', name: 'air.show', input: { meeting: at.meeting, scene: 'cover', item: at.session, subject: null }, actor: asHost });
  await wall.view<WallView>('wall', (view) => view.picture.scene === 'cover');
  await new Promise((wait) => setTimeout(wait, 150));
  expect(watcher.frames.filter((frame) => frame.includes('"topic":"session"')).length).toBe(seen);

  expect(await at.desk.command('desk.unlock', { pin: PIN })).toMatchObject({ ok: true });
  await watcher.until(() => watcher.frames.filter((frame) => frame.includes('"topic":"session"')).length > seen);
});

test('a house with a PIN starts locked', async () => {
  const folder = at.house.folder;
  await at.house.stop();
  const again = await aHouse({ folder });
  const desk = await tokenClient(again.deskUrl, 'desk');
  expect(await desk.command('meeting.create', { title: 'x' })).toMatchObject({ code: 'deskLocked' });
  expect(await desk.command('desk.unlock', { pin: PIN })).toMatchObject({ ok: true });
  expect(await desk.command('desk.lock', {})).toMatchObject({ ok: true });
  // Guessing: five wrong ones are answered, after that the desk waits before it looks at another, right or wrong.
  const codes: string[] = [];
  for (let guess = 0; guess < 8; guess += 1) { const answer = await desk.command('desk.unlock', { pin: String(1000 + guess) }); codes.push(answer.ok ? 'ok' : answer.code); }
  expect(codes).toEqual(['wrongPin', 'wrongPin', 'wrongPin', 'wrongPin', 'wrongPin', 'tooFast', 'tooFast', 'tooFast']);
  expect(await desk.command('desk.unlock', { pin: PIN })).toMatchObject({ code: 'tooFast' });
  desk.close();
  await again.stop();
});
