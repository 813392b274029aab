// Stations over the LAN: each card on the path of its role only, its own browser, its own view, its own meeting; and gone when it is removed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StationView } from '../../../shared/contract/station.ts';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { aHouse } from '../../support/aHouse.ts';
import { journalRows } from '../../support/journalFile.ts';
import { pairedByHand, rawSocket, sealText } from '../../support/rawSocket.ts';
import { judgeClient, tokenClient, type WireClient } from '../../support/wireClient.ts';

type House = Awaited<ReturnType<typeof aHouse>>;
interface Added { readonly seat: string; readonly role: 'clerk' | 'supervisor' }

let house: House;
let desk: WireClient;
let meeting: string;
let count = 0;
const clients: WireClient[] = [];

beforeAll(async () => {
  house = await aHouse();
  desk = await tokenClient(house.deskUrl, 'desk');
  meeting = String((await desk.must('meeting.create', { title: '示例会议' }))['meeting']);
  await desk.must('seat.issue', { meeting, seats: [{ role: 'judge', subject: 'somebody' }, { role: 'screen', subject: 'timer' }] });
  desk.subscribe('seats', { meeting });
});
afterAll(async () => {
  for (const client of [desk, ...clients]) client.close();
  await house.end();
});

const add = async (role: Added['role'], name = `示例台 ${(count += 1)}`): Promise<Added> => ({ role, seat: String((await desk.must('station.add', { meeting, role, name }))['seat']) });
const room = (): string => `http://127.0.0.1:${house.roomPort}`;
const enter = async ({ seat, role }: Added, browser = 'tablet', secret = house.secretOf(seat)): Promise<WireClient> => {
  const client = await judgeClient({ origin: room(), seat, secret, browser, path: `/${role}` });
  clients.push(client);
  return client;
};
const shown = async (station: Added, fits: (view: StationView) => boolean = () => true): Promise<StationView> => {
  const client = await enter(station);
  client.subscribe('station');
  return client.view<StationView>('station', fits);
};
const closed = async (client: WireClient): Promise<number | null> => { await client.until((each) => each.closed !== null); return client.closed; };
const onDesk = async (seat: string, fits: (found: SeatsView['seats'][number]) => boolean): Promise<SeatsView['seats'][number]> => {
  const find = (view: SeatsView): SeatsView['seats'][number] | undefined => view.seats.find((each) => each.seat === seat);
  const view = await desk.view<SeatsView>('seats', (each) => { const found = find(each); return found !== undefined && fits(found); });
  return find(view) as SeatsView['seats'][number];
};

test('a station is shown its own name, role and meeting, and that nothing was given to it yet', async () => {
  const station = await add('clerk', '录票台 甲');
  expect(await shown(station)).toEqual({ station: station.seat, name: '录票台 甲', role: 'clerk', meeting, title: '示例会议', marking: expect.any(String) as string, sample: false, batches: [] });
  expect(await shown(await add('supervisor', '监督员'))).toMatchObject({ name: '监督员', role: 'supervisor' });
});

test('its name stands in no journal row, only the reference of the text', async () => {
  const { seat } = await add('clerk', '不进链的名字');
  const row = journalRows(house.folder).at(-1);
  expect([row?.name, row?.body.includes(seat), row?.body.includes('不进链')]).toEqual(['stationAdded', true, false]);
});

test('every card pairs on the path of its own role and on no other', async () => {
  const seats = Object.values(house.state().meeting.meetings[meeting]?.seats ?? {});
  const wanted = { judge: '/judge', screen: '/stage', clerk: '/clerk', supervisor: '/supervisor' } as const;
  const added = [await add('clerk'), await add('supervisor')];
  const held = [...seats.filter((seat) => seat.role === 'judge' || seat.role === 'screen'), ...added];
  for (const { seat, role } of held) {
    for (const path of Object.values(wanted)) {
      const { raw } = await pairedByHand(`${room().replace('http', 'ws')}${path}`, { seat, secret: house.secretOf(seat), browser: 'b' });
      const own = wanted[role as keyof typeof wanted] === path;
      const outcome = await Promise.race([raw.closed, raw.next().then(() => 'in', () => raw.closed)]);
      expect([role, path, outcome]).toEqual([role, path, own ? 'in' : 4401]);
      raw.socket.terminate();
    }
  }
});

test('the same browser comes back silently; another waits for the desk’s tap and then puts the first out', async () => {
  const station = await add('clerk');
  const first = await enter(station, 'tablet-a');
  await onDesk(station.seat, (each) => each.bound && each.liveness !== 'gone');
  const rows = journalRows(house.folder).length;
  expect([(await enter(station, 'tablet-a')).closed, journalRows(house.folder).length]).toEqual([null, rows]);
  expect(await closed(await enter(station, 'tablet-b'))).toBe(4403);
  expect((await onDesk(station.seat, (each) => each.waiting.length > 0)).waiting).toEqual(['tablet-b']);
  await desk.must('device.approve', { meeting, seat: station.seat, browser: 'tablet-b' });
  expect([await closed(first), (await enter(station, 'tablet-b')).closed]).toEqual([4403, null]);
});

test('renewing its card closes it and voids the old secret', async () => {
  const station = await add('supervisor');
  const old = house.secretOf(station.seat);
  const before = await enter(station);
  await desk.must('seat.renew', { meeting, seat: station.seat });
  expect(await closed(before)).toBe(4401);
  await expect(enter(station, 'tablet', old)).rejects.toThrow('not this host');
  expect((await enter(station, 'another')).closed).toBe(null);
});

test('a removed station is put out at once, cannot come back, and its name stays for what it keyed', async () => {
  const station = await add('clerk', '将移除');
  const secret = house.secretOf(station.seat);
  const there = await enter(station);
  await desk.must('station.remove', { meeting, seat: station.seat });
  expect(await closed(there)).toBe(4401);
  await expect(enter(station, 'tablet', secret)).rejects.toThrow('not this host');
  expect(await desk.command('seat.code', { meeting, seat: station.seat })).toMatchObject({ code: 'unknownSeat' });
  expect(house.state().meeting.meetings[meeting]?.stations[station.seat]).toMatchObject({ removed: true });
  await desk.view<SeatsView>('seats', (view) => view.seats.every((each) => each.seat !== station.seat));
});

test('a removed station that ignores the close is heard no more', async () => {
  const station = await add('clerk');
  const { raw, channel } = await pairedByHand(`${room().replace('http', 'ws')}/clerk`, { seat: station.seat, secret: house.secretOf(station.seat), browser: 'b' });
  await raw.next();
  raw.socket.pause();
  await desk.must('station.remove', { meeting, seat: station.seat });
  raw.send(sealText(channel, { type: 'subscribe', topic: 'station', params: {} }));
  await new Promise((wait) => setTimeout(wait, 150));
  raw.socket.resume();
  expect([await raw.closed, raw.heard.length]).toEqual([4401, 2]);
});

test('what happens at another station reaches no frame of this one', async () => {
  const station = await add('clerk', '静静的台');
  const client = await enter(station);
  client.subscribe('station');
  await client.view('station');
  const before = client.frames.length;
  await shown(await add('supervisor', '另一个台'));
  await new Promise((wait) => setTimeout(wait, 200));
  expect([client.frames.length, client.frames.some((frame) => frame.includes('另一个台'))]).toEqual([before, false]);
});

/** A sheet of ten marks a cell, under ids as the house makes them. */
const sheet = (cells: number): unknown => ({
  session: 's'.repeat(16), batch: 'b'.repeat(16), voter: 'v'.repeat(16), pass: 1,
  cells: Object.fromEntries(Array.from({ length: cells }, (_, at) => [`contestant-${at}`.padEnd(16, '0'), { kind: 'marks', marks: Object.fromEntries(Array.from({ length: 10 }, (_unused, mark) => [`c${mark}`.padEnd(16, '0'), '100.00'])) }])),
});

test('a sheet of eighty cells with ten marks each passes as one command, more than 64 kB ends the connection, and a judge’s frames stay small', async () => {
  const client = await enter(await add('clerk'));
  expect(JSON.stringify(sheet(80)).length).toBeGreaterThan(16 * 1024);
  const answer = await client.command('entry.key', sheet(80));
  expect([answer.ok, client.closed]).toEqual([false, null]);
  expect(answer).not.toMatchObject({ code: expect.toBeOneOf(['badInput', 'tooLarge', 'internal']) as string });
  void client.command('entry.key', sheet(300));
  expect(await closed(client)).toBe(1009);
  const seat = Object.values(house.state().meeting.meetings[meeting]?.seats ?? {}).find((each) => each.role === 'judge')?.seat ?? '';
  const judge = await judgeClient({ origin: room(), seat, secret: house.secretOf(seat), browser: 'b' });
  clients.push(judge);
  void judge.command('sheet.submit', sheet(80));
  expect(await closed(judge)).toBe(1009);
});

test('who has not paired says little: a long first frame ends the connection', async () => {
  const raw = await rawSocket(`${room().replace('http', 'ws')}/clerk`);
  raw.send(JSON.stringify({ type: 'hello', seat: 's', browser: 'b', nonce: '0'.repeat(32), more: 'x'.repeat(5000) }));
  expect(await raw.closed).toBe(1009);
});

test('a clerk who comes back sends a pile of sheets at once; a flood is answered tooFast and others are not slowed', async () => {
  const client = await enter(await add('clerk'));
  const codes = async (count: number): Promise<readonly string[]> => (await Promise.all(Array.from({ length: count }, () => client.command('entry.key', {})))).map((answer) => (answer.ok ? 'ok' : answer.code));
  expect(new Set(await codes(150)).has('tooFast')).toBe(false);
  expect((await codes(300)).filter((code) => code === 'tooFast').length).toBeGreaterThan(100);
  const other = await enter(await add('clerk'));
  expect(await other.command('entry.key', {})).not.toMatchObject({ code: 'tooFast' });
});

test('stations, their cards and their names are there again after a restart of the host', async () => {
  const own = await aHouse();
  const first = await tokenClient(own.deskUrl, 'desk');
  const made = String((await first.must('meeting.create', { title: '示例' }))['meeting']);
  const seat = String((await first.must('station.add', { meeting: made, role: 'clerk', name: '录票台 1' }))['seat']);
  const secret = own.secretOf(seat);
  first.close();
  await own.stop();
  const again = await aHouse({ folder: own.folder });
  const client = await judgeClient({ origin: `http://127.0.0.1:${again.roomPort}`, seat, secret, path: '/clerk' });
  client.subscribe('station');
  expect(await client.view<StationView>('station')).toMatchObject({ name: '录票台 1', role: 'clerk' });
  client.close();
  await again.end();
});
