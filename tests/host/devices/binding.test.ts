// Whose phone holds a seat: the first browser that scans, silently at every later scan; another by one tap at the desk; none after renewal.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SeatsView } from '../../../shared/meeting/views.ts';
import { fullMarks, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { journalCount, journalRows } from '../../support/journalFile.ts';
import { proofOf } from '../../../shared/contract/channel.ts';
import { pairedByHand, rawSocket, sealText } from '../../support/rawSocket.ts';
import { judgeClient, type WireClient } from '../../support/wireClient.ts';

let at: AtTheDesk;
/** Each test has a seat of its own. */
let place = -1;
beforeAll(async () => {
  at = await atTheDesk({ units: 1, judges: 12 });
  await openWindow(at.desk, at.session, at.units[0] ?? '');
  at.desk.subscribe('seats', { meeting: at.meeting });
});
beforeEach(() => { place += 1; });
afterAll(() => at.end());

const seat = (): string => at.cards[place]?.seat ?? '';
const scan = (browser: string, secret = at.house.secretOf(seat())): Promise<WireClient> => judgeClient({ origin: at.room, seat: seat(), secret, browser });
const seatView = async (fits: (found: SeatsView['seats'][number]) => boolean): Promise<SeatsView['seats'][number]> => {
  const find = (view: SeatsView): SeatsView['seats'][number] | undefined => view.seats.find((each) => each.seat === seat());
  const view = await at.desk.view<SeatsView>('seats', (each) => { const found = find(each); return found !== undefined && fits(found); });
  return find(view) as SeatsView['seats'][number];
};
const closed = async (client: WireClient): Promise<number | null> => { await client.until((each) => each.closed !== null); return client.closed; };
const holder = (): string | null => at.house.state().meeting.meetings[at.meeting]?.seats[seat()]?.browser ?? null;
const sheet = (basis = 0): unknown => ({ session: at.session, contestant: at.units[0], kind: 'marks', marks: fullMarks, basis });
const url = (): string => `${at.room.replace('http', 'ws')}/judge`;

test('the first browser to scan binds the seat, and the same one comes back without a further event', async () => {
  const first = await scan('phone-a');
  await seatView((each) => each.bound && each.liveness !== 'gone');
  const count = journalCount(at.house.folder);
  expect(JSON.parse(journalRows(at.house.folder).at(-1)?.body ?? '')).toMatchObject({ seat: seat(), browser: 'phone-a', approved: false });
  first.close();
  const again = await scan('phone-a');
  expect([again.closed, again.epoch, journalCount(at.house.folder)]).toEqual([null, at.house.epoch, count]);
});

test('another browser with the right card is closed with 4403 and waits at the desk for one tap', async () => {
  await scan('phone-a');
  expect(await closed(await scan('phone-b'))).toBe(4403);
  expect((await seatView((each) => each.waiting.length > 0)).waiting).toEqual(['phone-b']);
  expect(holder()).toBe('phone-a');
});

test('a tap at the desk lets the other browser in and puts the first out at once', async () => {
  const old = await scan('phone-a');
  await closed(await scan('phone-b'));
  await at.desk.must('device.approve', { meeting: at.meeting, seat: seat(), browser: 'phone-b' });
  expect(await closed(old)).toBe(4403);
  const fresh = await scan('phone-b');
  expect([fresh.closed, holder()]).toEqual([null, 'phone-b']);
  expect(await closed(await scan('phone-a'))).toBe(4403);
  expect(await fresh.command('sheet.submit', sheet())).toMatchObject({ ok: true });
});

test('a phone put out by the tap is heard no more, though it ignores the close', async () => {
  const card = { seat: seat(), secret: at.house.secretOf(seat()), browser: 'phone-a' };
  const { raw, channel } = await pairedByHand(url(), card);
  await raw.next();
  raw.socket.pause();
  await at.desk.must('device.approve', { meeting: at.meeting, seat: seat(), browser: 'phone-b' });
  const count = journalCount(at.house.folder);
  raw.send(sealText(channel, { type: 'command', id: 'x', epoch: at.house.epoch, name: 'sheet.submit', input: sheet() }));
  await new Promise((wait) => setTimeout(wait, 150));
  expect(journalCount(at.house.folder)).toBe(count);
  raw.socket.terminate();
});

test('of two browsers that scan at the same instant one gets the seat and the other waits', async () => {
  const both = await Promise.all([scan('phone-a'), scan('phone-b'), scan('phone-c')]);
  await expect.poll(() => both.filter((client) => client.closed === 4403).length).toBe(2);
  const winner = both.findIndex((client) => client.closed === null);
  expect(holder()).toBe(['phone-a', 'phone-b', 'phone-c'][winner]);
  expect(journalRows(at.house.folder).filter((line) => line.name === 'deviceBound' && line.body.includes(seat())).length).toBe(1);
});

test('of two bindings in one turn only the first is made; the same browser again changes nothing', async () => {
  const bind = (browser: string) => at.house.submit({ id: `${place}-${browser}-${Math.random()}`, name: 'device.bind', input: { meeting: at.meeting, seat: seat(), browser }, actor: { role: 'system', subject: 'house', device: 'house' } });
  const count = journalCount(at.house.folder);
  expect(await Promise.all([bind('phone-a'), bind('phone-b'), bind('phone-a')])).toMatchObject([{ ok: true }, { ok: false, code: 'notThisDevice' }, { ok: true, receipt: null }]);
  expect([holder(), journalCount(at.house.folder)]).toEqual(['phone-a', count + 1]);
});

test('a browser with a long name is bound like any other, also after the card was renewed', async () => {
  const [long, twin] = [`${'x'.repeat(63)}1`, `${'x'.repeat(63)}2`];
  await scan(long);
  expect(await closed(await scan(twin))).toBe(4403);
  await at.desk.must('seat.renew', { meeting: at.meeting, seat: seat() });
  const again = await scan(long);
  expect([again.closed, holder()]).toEqual([null, long]);
  expect(await closed(await scan(twin))).toBe(4403);
});

test('renewing the card closes its sockets with 4401, voids the old secret and frees the seat for the new card', async () => {
  const old = at.house.secretOf(seat());
  const [first, second] = [await scan('phone-a'), await scan('phone-a')];
  await at.desk.must('seat.renew', { meeting: at.meeting, seat: seat() });
  expect([await closed(first), await closed(second)]).toEqual([4401, 4401]);
  expect(at.house.secretOf(seat())).not.toBe(old);
  await expect(scan('phone-a', old)).rejects.toThrow('not this host');
  const fresh = await scan('phone-z');
  expect([fresh.closed, holder(), (await seatView((each) => each.issue === 2)).issue]).toEqual([null, 'phone-z', 2]);
});

test('a handshake begun with the old card before the renewal does not get in after it', async () => {
  const secret = at.house.secretOf(seat());
  const raw = await rawSocket(url());
  const transcript = { seat: seat(), browser: 'phone-a', pageNonce: '0'.repeat(32) };
  raw.send(JSON.stringify({ type: 'hello', seat: seat(), browser: 'phone-a', nonce: transcript.pageNonce }));
  const { nonce = '' } = await raw.nextJson();
  await at.desk.must('seat.renew', { meeting: at.meeting, seat: seat() });
  raw.send(JSON.stringify({ type: 'proof', proof: proofOf('page', secret, { ...transcript, hostNonce: nonce }) }));
  expect([await raw.closed, holder()]).toEqual([4401, null]);
});

test('a seat is live while its phone beats and has drawn what it was sent, stale when silent, gone when closed', async () => {
  const phone = await scan('phone-a');
  phone.subscribe('seat');
  await phone.view('seat');
  phone.send({ type: 'beat', epoch: phone.epoch, seq: phone.views.get('seat')?.seq ?? 0, sentAt: 1 });
  await seatView((each) => each.liveness === 'live');
  phone.close();
  await seatView((each) => each.liveness === 'gone');
});
