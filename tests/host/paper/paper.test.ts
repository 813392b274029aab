// The paper desk over the wire: who may key which batch, two people for every sheet, blind second passes, and figures that are not taken until they balance.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { StationView } from '../../../shared/contract/station.ts';
import { aPaperDesk, batchSeen, cellsFrom, type Given, type PaperDesk, type Station } from './aPaperDesk.ts';

let room: PaperDesk;
beforeAll(async () => {
  room = await aPaperDesk();
});
afterAll(() => room.end());

const key = (station: Pick<Station, 'client'>, given: Given, what: { readonly voter?: string | undefined; readonly pass?: 1 | 2; readonly keys: string }) =>
  station.client.command('entry.key', { session: room.at.session, batch: given.batch, voter: what.voter ?? given.voters[0], pass: what.pass ?? 1, cells: cellsFrom(room.at.units, what.keys) });
const desk = (): Pick<Station, 'client'> => ({ client: room.at.desk });
const entryOf = (given: Given, at = 0) => room.session().batches[given.batch]?.entries[given.voters[at] ?? ''];
const onSheet = (given: Given, at = 0) => room.at.units.map((unit) => room.session().contestants[unit]?.window.sheets[given.voters[at] ?? '']?.marks['cell'] ?? null);

describe('a batch', () => {
  test('stands on the two stations it was given to with their pass, on the supervisor’s, and on no other', async () => {
    const given = await room.give(2);
    const stranger = await room.station('clerk');
    const shown = async ({ client }: Station): Promise<unknown> => {
      client.subscribe('station');
      return (await client.view<StationView>('station')).batches.filter((batch) => batch.batch === given.batch).map(({ pass, sheets, contestants, done }) => ({ pass, sheets, contestants, done }));
    };
    const row = { sheets: 2, contestants: 3, done: 0 };
    expect([await shown(room.first), await shown(room.second), await shown(room.supervisor), await shown(stranger)]).toEqual([[{ pass: 1, ...row }], [{ pass: 2, ...row }], [{ pass: null, ...row }], []]);
    stranger.client.subscribe('batch', { session: room.at.session, batch: given.batch });
    await stranger.client.until((each) => each.refusals.has('batch'));
    expect(stranger.client.views.has('batch')).toBe(false);
  });

  test('is keyed only at its stations, each in its own pass', async () => {
    const given = await room.give(1);
    const stranger = await room.station('clerk');
    expect(await key(stranger, given, { keys: '111' })).toMatchObject({ ok: false, code: 'notYourBatch' });
    expect(await key(room.second, given, { keys: '111' })).toMatchObject({ ok: false, code: 'notYourBatch' });
    expect(await key(room.first, given, { keys: '111', pass: 2 })).toMatchObject({ ok: false, code: 'notYourBatch' });
    expect(await key(room.first, given, { keys: '111', voter: 'A-p999' })).toMatchObject({ ok: false, code: 'unknownJudge' });
    expect((await room.supervisor.client.command('entry.key', { session: room.at.session, batch: given.batch, voter: given.voters[0], pass: 1, cells: cellsFrom(room.at.units, '111') }))).toMatchObject({ ok: false, code: 'notAllowed' });
    expect(entryOf(given)).toBe(undefined);
  });

  test('is given to two different stations, exists once, and takes nothing once it was closed', async () => {
    const to = { session: room.at.session, panel: room.panel, contestants: room.at.units, from: 900, to: 901 };
    expect(await room.at.desk.command('batch.give', { ...to, first: room.first.seat, second: room.first.seat })).toMatchObject({ ok: false, code: 'sameKeyer' });
    expect(await room.at.desk.command('batch.give', { ...to, first: 'nobody', second: room.first.seat })).toMatchObject({ ok: false, code: 'unknownSeat' });
    const given = await room.give(1);
    const number = Number(given.voters[0]?.slice(room.panel.length + 2));
    expect(await room.at.desk.command('batch.give', { ...to, from: number, to: number, first: room.second.seat, second: room.first.seat })).toMatchObject({ ok: false, code: 'batchInUse' });
    await room.at.desk.must('batch.close', { session: room.at.session, batch: given.batch });
    expect(await key(room.first, given, { keys: '111' })).toMatchObject({ ok: false, code: 'batchClosed' });
  });
});

describe('two passes', () => {
  test('that agree make one sheet on paper; before that nothing counts', async () => {
    const given = await room.give(1);
    expect(await key(room.second, given, { keys: '12*', pass: 2 })).toMatchObject({ ok: false, code: 'notKeyed' });
    expect(await key(room.first, given, { keys: '12*' })).toMatchObject({ ok: true, result: { alike: false, differences: 0 } });
    expect(onSheet(given)).toEqual([null, null, null]);
    expect(await key(room.second, given, { keys: '12*', pass: 2 })).toMatchObject({ ok: true, result: { alike: true, differences: 0 } });
    expect([onSheet(given), entryOf(given)?.settled]).toEqual([['good', 'fairlyGood', null], true]);
    const sheet = room.session().contestants[room.at.units[2] ?? '']?.window.sheets[given.voters[0] ?? ''];
    expect(sheet).toMatchObject({ kind: 'void', source: 'paper', revision: 1 });
  });

  test('by the same person are refused, at the desk as well', async () => {
    const given = await room.give(1, { first: null, second: null }).catch(() => null);
    expect(given).toBe(null);
    const mixed = await room.give(1, { first: null });
    expect(await key(desk(), mixed, { keys: '123' })).toMatchObject({ ok: true });
    expect(await key(desk(), mixed, { keys: '123', pass: 2 })).toMatchObject({ ok: false, code: 'sameKeyer' });
    expect(await key(room.second, mixed, { keys: '123', pass: 2 })).toMatchObject({ ok: true, result: { alike: true } });
  });

  test('that differ say in which rows, and neither keyer is shown what the other has keyed', async () => {
    const given = await room.give(1);
    const params = { session: room.at.session, batch: given.batch };
    await key(room.first, given, { keys: '123' });
    const before = room.second.client.frames.length;
    expect((await batchSeen(room.second.client, { ...params, voter: given.voters[0] ?? '' })).sheets[0]).toMatchObject({ state: 'keyed', cells: null });
    expect(room.second.client.frames.slice(before).join('\n')).not.toContain('"cell"');
    expect(await key(room.second, given, { keys: '143', pass: 2 })).toMatchObject({ ok: true, result: { alike: false, differences: 1 } });
    const at = [{ contestant: room.at.units[1], columns: ['cell'] }];
    for (const [station, own] of [[room.first, 'fairlyGood'], [room.second, 'poor']] as const) {
      const view = await batchSeen(station.client, params, (each) => each.sheets[0]?.state === 'differs');
      expect(view.sheets[0]).toEqual({ voter: given.voters[0], label: given.voters[0]?.slice(room.panel.length + 2), state: 'differs', cells: null, differsAt: at });
      const sheet = (await batchSeen(station.client, { ...params, voter: given.voters[0] ?? '' }, (each) => each.sheets[0]?.cells !== null)).sheets[0];
      expect([sheet?.cells?.[room.at.units[1] ?? '']?.marks['cell'], sheet?.differences]).toEqual([own, undefined]);
    }
    expect(await key(room.second, given, { keys: '123', pass: 2 })).toMatchObject({ ok: true, result: { alike: true } });
    expect(entryOf(given)?.settled).toBe(true);
  });

  test('looked at by both keyers at the same moment are shown to each as its own', async () => {
    const given = await room.give(1);
    const params = { session: room.at.session, batch: given.batch, voter: given.voters[0] ?? '' };
    room.first.client.views.delete('batch');
    room.first.client.subscribe('batch', params);
    await key(room.first, given, { keys: '123' });
    await key(room.second, given, { keys: '423', pass: 2 });
    const own = async (station: Station, fits: (sheet: BatchView['sheets'][number] | undefined) => boolean): Promise<unknown> => {
      const view = await station.client.view<BatchView>('batch', (each) => each.batch === given.batch && fits(each.sheets[0]));
      return view.sheets[0]?.cells?.[room.at.units[0] ?? '']?.marks['cell'];
    };
    expect(await own(room.first, (sheet) => sheet?.state === 'differs')).toBe('good');
    room.second.client.views.delete('batch');
    room.second.client.subscribe('batch', params);
    expect(await own(room.second, (sheet) => sheet?.state === 'differs')).toBe('poor');
    for (const { client } of [room.first, room.second]) client.send({ type: 'unsubscribe', topic: 'batch', params });
  });

  test('that differ are settled by the supervisor, who sees both, and by nobody who keyed one of them', async () => {
    const given = await room.give(1, { first: null });
    const settle = (station: Pick<Station, 'client'>, keys: string) => station.client.command('entry.settle', { session: room.at.session, batch: given.batch, voter: given.voters[0], cells: cellsFrom(room.at.units, keys) });
    await key(desk(), given, { keys: '123' });
    expect(await settle(room.supervisor, '123')).toMatchObject({ ok: false, code: 'nothingToDecide' });
    await key(room.second, given, { keys: '124', pass: 2 });
    expect(await settle(desk(), '123')).toMatchObject({ ok: false, code: 'sameKeyer' });
    expect(await settle(room.second, '124')).toMatchObject({ ok: false, code: 'notAllowed' });
    const sheet = (await batchSeen(room.supervisor.client, { session: room.at.session, batch: given.batch, voter: given.voters[0] ?? '' }, (each) => each.sheets[0]?.cells !== null)).sheets[0];
    expect(sheet?.differences).toMatchObject([{ contestant: room.at.units[2], first: { marks: { cell: 'fair' } }, second: { marks: { cell: 'poor' } } }]);
    expect(await settle(room.supervisor, '124')).toMatchObject({ ok: true });
    expect(onSheet(given)).toEqual(['good', 'fairlyGood', 'poor']);
    expect(await settle(room.supervisor, '111')).toMatchObject({ ok: false, code: 'nothingToDecide' });
  });

  test('a sheet that is keyed anew after the check sends its windows back to be checked', async () => {
    const own = await aPaperDesk({ units: 1 });
    const given = await own.give(1);
    const enter = (station: Station, pass: 1 | 2, keys: string) => station.client.must('entry.key', { session: own.at.session, batch: given.batch, voter: given.voters[0], pass, cells: cellsFrom(own.at.units, keys) });
    await enter(own.first, 1, '1');
    await enter(own.second, 2, '1');
    const contestant = own.at.units[0] ?? '';
    await own.at.desk.must('ballots.balance', { session: own.at.session, panel: own.panel, contestants: own.at.units, issued: 1, returned: 1, reason: '' });
    await own.at.desk.must('window.check', { session: own.at.session, contestant });
    await enter(own.first, 1, '2');
    expect(await own.at.desk.command('window.lock', { session: own.at.session, contestant })).toMatchObject({ ok: false, code: 'notChecked' });
    expect(await own.at.desk.command('window.check', { session: own.at.session, contestant })).toMatchObject({ ok: false, code: 'entryUnsettled' });
    await own.end();
  });
});

describe('what is keyed', () => {
  test('is a whole sheet of the ballot’s own grades, or nothing of it is taken', async () => {
    const given = await room.give(1);
    const send = (cells: unknown) => room.first.client.command('entry.key', { session: room.at.session, batch: given.batch, voter: given.voters[0], pass: 1, cells });
    const whole = cellsFrom(room.at.units, '123');
    const { [room.at.units[0] ?? '']: one, ...others } = whole;
    expect(await send(others)).toMatchObject({ ok: false, code: 'entryIncomplete' });
    expect(await send({ ...whole, stranger: one })).toMatchObject({ ok: false, code: 'entryIncomplete' });
    expect(await send({ ...whole, [room.at.units[0] ?? '']: { kind: 'marks', marks: { cell: 'great' } } })).toMatchObject({ ok: false, code: 'gradeUnknown' });
    expect(entryOf(given)).toBe(undefined);
  });

  test('sent twice under one id is taken once', async () => {
    const given = await room.give(1);
    const input = { session: room.at.session, batch: given.batch, voter: given.voters[0], pass: 1, cells: cellsFrom(room.at.units, '123') };
    const answers = [await room.first.client.command('entry.key', input, 'same-id-1'), await room.first.client.command('entry.key', input, 'same-id-1')];
    expect(answers[1]).toEqual(answers[0]);
  });
});

test('a batch of 600 sheets of 71 units is shown within 64 kB, its cells sheet by sheet', async () => {
  const own = await aPaperDesk({ units: 71 });
  const given = await own.give(600);
  const before = own.first.client.frames.length;
  await batchSeen(own.first.client, { session: own.at.session, batch: given.batch });
  const size = Math.max(...own.first.client.frames.slice(before).map((frame) => Buffer.byteLength(frame)));
  expect(size).toBeLessThanOrEqual(64 * 1024);
  await own.end();
});
