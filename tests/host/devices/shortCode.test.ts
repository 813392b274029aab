// The short code for a phone that cannot scan: six characters, two minutes, five tries, used once. What it brings is the card, sealed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeatKeys } from '../../../electron/server/seatKeys.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { rawSocket } from '../../support/rawSocket.ts';
import { typeCode } from '../../support/typeCode.ts';
import { judgeClient } from '../../support/wireClient.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import path from 'node:path';
import { rmSync } from 'node:fs';

let at: AtTheDesk;
beforeAll(async () => { at = await atTheDesk({ units: 1, judges: 3 }); });
afterAll(() => at.end());

const issue = async (place = 0): Promise<string> => ((await at.desk.must('seat.code', { meeting: at.meeting, seat: at.cards[place]?.seat })) as { code: string }).code;

const typed = (code: string): ReturnType<typeof typeCode> => typeCode(`${at.room.replace('http', 'ws')}/judge/code`, code);

test('a right code brings the seat’s card, which then pairs as if scanned; used once, it is gone', async () => {
  const code = await issue();
  expect(code).toMatch(/^[23456789A-HJ-NP-Z]{6}$/);
  const card = await typed(code);
  expect(card).toEqual({ seat: at.cards[0]?.seat, secret: at.house.secretOf(at.cards[0]?.seat ?? '') });
  expect(await typed(code)).toBe(null);
  const phone = await judgeClient({ origin: at.room, seat: card?.seat ?? '', secret: card?.secret ?? '' });
  expect(phone.epoch).toBe(at.house.epoch);
  phone.close();
});

test('a wrong code is refused and costs one of five tries; after five the right one is refused too', async () => {
  const four = await issue(1);
  for (let attempt = 0; attempt < 4; attempt += 1) expect(await typed('222222')).toBe(null);
  expect(await typed(four)).toMatchObject({ seat: at.cards[1]?.seat });
  const five = await issue(1);
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await typed('222222')).toBe(null);
  expect(await typed(five)).toBe(null);
});

test('a newer code for a seat does not bring another seat’s card', async () => {
  const [first, second] = [await issue(1), await issue(2)];
  expect(await typed(second)).toMatchObject({ seat: at.cards[2]?.seat });
  expect(await typed(first)).toMatchObject({ seat: at.cards[1]?.seat });
});

test('a code for a seat that does not exist is not given out', async () => {
  expect(await at.desk.command('seat.code', { meeting: at.meeting, seat: 'nobody' })).toMatchObject({ code: 'unknownSeat' });
  expect(await at.desk.command('seat.code', { meeting: 'elsewhere', seat: at.cards[0]?.seat })).toMatchObject({ code: 'unknownSeat' });
});

test('a code lives two minutes', () => {
  const folder = temporaryFolder();
  const keys = new SeatKeys(path.join(folder, 'seat.keys'));
  const { code, expiresAt } = keys.issueCode('seat', 1000);
  expect(expiresAt).toBe(121_000);
  expect(keys.redeem((each) => each === code, 121_001, () => true)).toBe(null);
  const second = keys.issueCode('seat', 1000).code;
  expect(keys.redeem((each) => each === second, 121_000, () => true)).toEqual({ seat: 'seat', code: second });
  rmSync(folder, { recursive: true });
});

test('a key agreement with a point of small order is no agreement', async () => {
  for (const key of ['00'.repeat(32), `01${'00'.repeat(31)}`, 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f']) {
    const raw = await rawSocket(`${at.room.replace('http', 'ws')}/judge/code`);
    raw.send(JSON.stringify({ type: 'code', key, browser: 'phone' }));
    expect([key, await raw.closed]).toEqual([key, 4400]);
  }
});
