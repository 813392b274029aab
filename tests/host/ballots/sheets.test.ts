// A judge's sheet on its way in: what is refused and why, whose sheet it is, and that a resend is never a second sheet.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MySheetView, WindowView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { aMeeting, fullMarks, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { journalCount, journalRows } from '../../support/journalFile.ts';
import type { WireClient } from '../../support/wireClient.ts';

let at: AtTheDesk;
let phone: WireClient;
let unit: string;
beforeAll(async () => {
  at = await atTheDesk({ units: 3, judges: 4 });
  unit = at.units[0] ?? '';
  await openWindow(at.desk, at.session, unit);
  phone = await at.phone(0);
  (await at.phone(1)).close();
});
afterAll(() => at.end());

const submit = (client: WireClient, change: Readonly<Record<string, unknown>> = {}, id?: string): Promise<Answer> =>
  client.command('sheet.submit', { session: at.session, contestant: unit, kind: 'marks', marks: fullMarks, basis: 0, ...change }, id);
const marks = (change: Readonly<Record<string, string>>): { readonly marks: Readonly<Record<string, string>> } => ({ marks: { ...fullMarks, ...change } });

test('a sheet off the step, out of range, incomplete, with an unknown mark or with what is no number is refused by name and leaves nothing', async () => {
  const before = journalCount(at.house.folder);
  const wrong: readonly (readonly [Readonly<Record<string, unknown>>, string, string])[] = [
    [marks({ c1: '28.3' }), 'markOffStep', '晒成绩'], [marks({ c1: '30.5' }), 'markOutOfRange', '晒成绩'], [marks({ c5: '-0.5' }), 'markOutOfRange', '汇报表现'],
    [marks({ c2: '' }), 'markMissing', '摆问题'], [{ marks: { c1: '28.5' } }, 'markMissing', '摆问题'], [{ marks: {} }, 'markMissing', '晒成绩'],
    [marks({ c9: '1' }), 'markUnknown', 'c9'],
    ...['1e1', '２８', '28,5', ' 28', '0x1c', 'NaN', 'Infinity', '28.', '+28', '--1'].map((text) => [marks({ c1: text }), 'markMalformed', '晒成绩'] as const),
    [{ kind: 'abstained' }, 'markUnknown', 'c1'], [{ kind: 'void' }, 'markUnknown', 'c1'],
  ];
  for (const [change, code, criterion] of wrong) expect([change, await submit(phone, change)]).toMatchObject([change, { ok: false, code, details: { criterion } }]);
  expect(journalCount(at.house.folder)).toBe(before);
});

test('a window that is not open takes no sheet', async () => {
  expect(await submit(phone, { contestant: at.units[1] })).toMatchObject({ ok: false, code: 'scoringNotOpened' });
  expect(await submit(phone, { contestant: 'nobody' })).toMatchObject({ ok: false, code: 'unknownContestant' });
  expect(await submit(phone, { session: 'nothing' })).toMatchObject({ ok: false, code: 'unknownSession' });
});

test('a sheet always stands under the seat whose connection brought it, whatever its words say', async () => {
  const other = await at.phone(1);
  const answer = await other.command('sheet.submit', { session: at.session, contestant: unit, kind: 'marks', marks: fullMarks, basis: 0, judge: at.judges[0], subject: at.judges[0], actor: { role: 'host', subject: at.judges[0] } });
  expect(answer).toMatchObject({ ok: true, result: { revision: 1 } });
  const line = journalRows(at.house.folder).at(-1);
  expect(JSON.parse(line?.body ?? '{}')).toMatchObject({ judge: at.judges[1], contestant: unit });
  expect(line).toMatchObject({ who: `judge:${at.judges[1]}`, device: `${at.cards[1]?.seat}-browser-${at.cards[1]?.seat}` });
  expect(await phone.command('sheet.key', { session: at.session, contestant: unit, judge: at.judges[1], kind: 'marks', marks: fullMarks, basis: 1 })).toMatchObject({ code: 'notAllowed' });
});

test('a judge sees its own sheet and nobody else’s', async () => {
  for (const [client, revision] of [[phone, 0], [await at.phone(1), 1]] as const) {
    client.subscribe('mySheet', { session: at.session, contestant: unit });
    expect(await client.view<MySheetView>('mySheet')).toMatchObject({ revision });
    client.subscribe('seat');
    await client.view('seat');
    const other = at.judges[client === phone ? 1 : 0] ?? '';
    expect(client.frames.filter((frame) => frame.includes(other))).toEqual([]);
  }
});

test('the same id with the same input gets the same answer and one event, also from another socket of the same browser', async () => {
  const id = randomUUID();
  const first = await submit(phone, {}, id);
  expect(first).toMatchObject({ ok: true, result: { revision: 1, late: false }, receipt: { code: expect.stringMatching(/^[0-9A-F]{4}$/) as string } });
  const count = journalCount(at.house.folder);
  const again = await at.phone(0);
  expect(await Promise.all([submit(phone, {}, id), submit(again, {}, id)])).toEqual([first, first]);
  expect(journalCount(at.house.folder)).toBe(count);
});

test('many resends in one turn make one event', async () => {
  const third = await at.phone(2);
  const id = randomUUID();
  const count = journalCount(at.house.folder);
  // One promise per frame would be settled by the first answer: the frames are counted instead.
  for (let copy = 0; copy < 20; copy += 1) third.send({ type: 'command', id, epoch: third.epoch, name: 'sheet.submit', input: { session: at.session, contestant: unit, kind: 'marks', marks: fullMarks, basis: 0 } });
  await third.until((client) => client.frames.filter((frame) => frame.includes(id)).length === 20);
  expect(new Set(third.frames.filter((frame) => frame.includes(id))).size).toBe(1);
  expect(journalCount(at.house.folder)).toBe(count + 1);
});

test('the same id with other input is refused with idReused', async () => {
  const id = randomUUID();
  expect(await submit(phone, { basis: 1 }, id)).toMatchObject({ ok: true, result: { revision: 2 } });
  expect(await submit(phone, { basis: 1, ...marks({ c1: '20' }) }, id)).toEqual({ ok: false, code: 'idReused', details: {} });
  expect(await phone.command('sheet.submit', { session: at.session, contestant: at.units[1], kind: 'marks', marks: fullMarks, basis: 1 }, id)).toEqual({ ok: false, code: 'idReused', details: {} });
});

test('another sender’s id means nothing: two judges may use the same one', async () => {
  const id = 'sheet-1';
  const [first, second] = [await at.phone(0), await at.phone(3)];
  expect(await submit(first, { basis: 2 }, id)).toMatchObject({ ok: true, result: { revision: 3 } });
  expect(await submit(second, {}, id)).toMatchObject({ ok: true, result: { revision: 1 } });
});

test('a refusal is not kept: the same id may be used for the sheet put right', async () => {
  const id = randomUUID();
  expect(await submit(phone, { basis: 3, ...marks({ c1: '28.3' }) }, id)).toMatchObject({ code: 'markOffStep' });
  expect(await submit(phone, { basis: 3 }, id)).toMatchObject({ ok: true });
});

test('a sheet begun from another revision than the newest is refused with the newest', async () => {
  expect(await submit(phone, { basis: 0 })).toEqual({ ok: false, code: 'staleRevision', details: { revision: 4 } });
  expect(await submit(phone, { basis: 5 })).toMatchObject({ code: 'staleRevision' });
});

test('a command of another epoch is refused, also when its id is known', async () => {
  const id = randomUUID();
  expect(await submit(phone, { basis: 4 }, id)).toMatchObject({ ok: true });
  const stale = await at.phone(0);
  stale.epoch = '0'.repeat(16);
  expect(await submit(stale, { basis: 4 }, id)).toEqual({ ok: false, code: 'staleEpoch', details: {} });
});

test('a card opens only its own meeting: neither a sheet nor a look at another, though the judge sits in both', async () => {
  const second = await aMeeting(at.desk, { units: 1, judges: 1 });
  await openWindow(at.desk, second.session, second.units[0] ?? '');
  const place = { session: second.session, contestant: second.units[0] ?? '' };
  const before = journalCount(at.house.folder);
  const fresh = await at.phone(0);
  expect(await fresh.command('sheet.submit', { ...place, kind: 'marks', marks: fullMarks, basis: 0 })).toEqual({ ok: false, code: 'notAllowed', details: {} });
  fresh.subscribe('mySheet', place);
  await fresh.until((client) => client.refusals.has('mySheet'));
  expect([fresh.views.has('mySheet'), journalCount(at.house.folder)]).toEqual([false, before]);
});

test('a judge that is recused or has left scores no more', async () => {
  await at.desk.must('gap.decide', { session: at.session, contestant: unit, judge: at.judges[2], cause: 'recused', note: '' });
  expect(await submit(await at.phone(2), { basis: 1 })).toMatchObject({ ok: false, code: 'judgeRecused' });
  at.desk.subscribe('window', { session: at.session, contestant: unit });
  const view = await at.desk.view<WindowView>('window');
  expect(view.judges.map(({ revision, status }) => [revision, status])).toEqual([[5, 'submitted'], [1, 'submitted'], [1, 'recused'], [1, 'submitted']]);
});
