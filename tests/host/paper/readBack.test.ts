// 唱分 over the wire: the reader follows what was keyed, agrees or sends back, and agrees to nothing it has not seen. And: balances and locks.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneSheet } from '../../../shared/arena/presets/oneSheet.ts';
import { aPaperDesk, batchSeen, cellsFrom, type Given, type PaperDesk, type Station } from './aPaperDesk.ts';

let room: PaperDesk;
beforeAll(async () => {
  room = await aPaperDesk({ units: 2, rules: { ...oneSheet.rules, paperCheck: 'readBack' } });
});
afterAll(() => room.end());

const about = (given: Given) => ({ session: room.at.session, batch: given.batch, voter: given.voters[0] });
const key = (station: Pick<Station, 'client'>, given: Given, keys: string) => station.client.command('entry.key', { ...about(given), pass: 1, cells: cellsFrom(room.at.units, keys) });
const agree = (station: Pick<Station, 'client'>, given: Given, keys: string) => station.client.command('entry.readBack', { ...about(given), cells: cellsFrom(room.at.units, keys) });
const sheetAt = (given: Given) => room.at.units.map((unit) => room.session().contestants[unit]?.window.sheets[given.voters[0] ?? '']?.marks['cell'] ?? null);

test('the reader sees what was keyed and agrees; then it counts', async () => {
  const given = await room.give(1);
  expect(await agree(room.second, given, '12')).toMatchObject({ ok: false, code: 'notKeyed' });
  await key(room.first, given, '12');
  const seen = await batchSeen(room.second.client, { session: room.at.session, batch: given.batch, voter: given.voters[0] ?? '' }, (view) => view.sheets[0]?.cells !== null);
  expect(seen.sheets[0]?.cells).toEqual(cellsFrom(room.at.units, '12'));
  expect(await agree(room.first, given, '12')).toMatchObject({ ok: false, code: 'notYourBatch' });
  expect(await agree(room.second, given, '12')).toMatchObject({ ok: true });
  expect(sheetAt(given)).toEqual(['good', 'fairlyGood']);
});

test('nobody reads back what they keyed themselves', async () => {
  const given = await room.give(1, { first: null, second: null });
  await key({ client: room.at.desk }, given, '12');
  expect(await agree({ client: room.at.desk }, given, '12')).toMatchObject({ ok: false, code: 'sameKeyer' });
});

test('what was keyed anew while the old was read is not agreed to', async () => {
  const given = await room.give(1);
  await key(room.first, given, '12');
  await key(room.first, given, '13');
  expect(await agree(room.second, given, '12')).toMatchObject({ ok: false, code: 'entryChanged' });
  expect(sheetAt(given)).toEqual([null, null]);
});

test('a sheet that was sent back waits for its keyer, and keyed anew it is read again', async () => {
  const given = await room.give(1);
  await key(room.first, given, '12');
  expect(await room.second.client.command('entry.sendBack', about(given))).toMatchObject({ ok: true });
  const params = { session: room.at.session, batch: given.batch };
  expect((await batchSeen(room.first.client, params, (view) => view.sheets[0]?.state === 'differs')).sheets[0]?.differsAt).toBe(undefined);
  await key(room.first, given, '22');
  await batchSeen(room.second.client, params, (view) => view.sheets[0]?.state === 'keyed');
  expect(await agree(room.second, given, '22')).toMatchObject({ ok: true });
  expect(await room.second.client.command('entry.sendBack', about(given))).toMatchObject({ ok: false, code: 'nothingToDecide' });
});

test('a sheet that was sent back may also be settled by the supervisor', async () => {
  const given = await room.give(1);
  await key(room.first, given, '12');
  await room.second.client.must('entry.sendBack', about(given));
  expect(await room.supervisor.client.command('entry.settle', { ...about(given), cells: cellsFrom(room.at.units, '21') })).toMatchObject({ ok: true });
  expect(sheetAt(given)).toEqual(['fairlyGood', 'good']);
});

test('without a balance, or with a sheet too few and no reason, no window is locked; and a locked one takes no entry', async () => {
  const own = await aPaperDesk({ units: 2 });
  const given = await own.give(2);
  const enter = (station: Station, pass: 1 | 2, at: number) => station.client.command('entry.key', { session: own.at.session, batch: given.batch, voter: given.voters[at], pass, cells: cellsFrom(own.at.units, '12') });
  await enter(own.first, 1, 0);
  await enter(own.second, 2, 0);
  const contestant = own.at.units[0] ?? '';
  const check = () => own.at.desk.command('window.check', { session: own.at.session, contestant });
  const balance = (returned: number, reason: string, issued = 3) => own.at.desk.command('ballots.balance', { session: own.at.session, panel: own.panel, contestants: own.at.units, issued, returned, reason });
  expect(await check()).toMatchObject({ ok: false, code: 'notBalanced' });
  await balance(2, '');
  expect(await check()).toMatchObject({ ok: false, code: 'notBalanced' });
  expect(await balance(4, '')).toMatchObject({ ok: false, code: 'balanceWrong' });
  await balance(1, '');
  expect(await check()).toMatchObject({ ok: true });
  await enter(own.first, 1, 1);
  await enter(own.second, 2, 1);
  expect(await check()).toMatchObject({ ok: false, code: 'notBalanced' });
  await balance(3, '一张票交回后未入箱');
  expect(await check()).toMatchObject({ ok: true });
  await own.at.desk.must('window.lock', { session: own.at.session, contestant });
  expect(await enter(own.first, 1, 0)).toMatchObject({ ok: false, code: 'scoringClosed' });
  await own.end();
});
