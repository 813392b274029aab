// Frames that no page of ours would send: too large, no JSON, binary where text belongs, forged, replayed, reordered, too many.
// Whoever sends them loses its connection; nobody else notices, and the host goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { fullMarks, openWindow } from '../../support/aMeeting.ts';
import { journalCount } from '../../support/journalFile.ts';
import { pairedByHand, rawSocket, sealText, type RawSocket } from '../../support/rawSocket.ts';
import type { SealedChannel } from '../../../shared/contract/channel.ts';
import type { WireClient } from '../../support/wireClient.ts';

let at: AtTheDesk;
let bystander: WireClient;
const reports: string[] = [];
beforeAll(async () => {
  at = await atTheDesk({ units: 1, judges: 3 }, { report: (line) => { reports.push(line); } });
  await openWindow(at.desk, at.session, at.units[0] ?? '');
  bystander = await at.phone(2);
  bystander.subscribe('seat');
  await bystander.view('seat');
});
afterAll(() => at.end());

const card = (place = 0): { seat: string; secret: string; browser: string } => {
  const seat = at.cards[place]?.seat ?? '';
  return { seat, secret: at.house.secretOf(seat), browser: `browser-${seat}` };
};
const byHand = async (place = 0): Promise<{ raw: RawSocket; channel: SealedChannel }> => {
  const paired = await pairedByHand(`${at.room.replace('http', 'ws')}/judge`, card(place));
  await paired.raw.next();
  return paired;
};
const submission = (id: string, basis = 0): unknown => ({ type: 'command', id, epoch: at.house.epoch, name: 'sheet.submit', input: { session: at.session, contestant: at.units[0], kind: 'marks', marks: fullMarks, basis } });
const deskUrl = (): string => `ws://127.0.0.1:${at.house.deskPort}/desk`;
const roomUrl = (path: string): string => `${at.room.replace('http', 'ws')}${path}`;
const token = (): string => new URL(at.house.deskUrl).hash.slice(3);

/** The connection that should not have noticed still answers. */
const othersGoOn = async (): Promise<void> => {
  expect(bystander.closed).toBe(null);
  expect(await bystander.command('sheet.submit', {})).toMatchObject({ code: 'badInput' });
};

test('a frame over 16 kB on the room listener ends that connection only', async () => {
  const { raw } = await byHand();
  raw.send(new Uint8Array(16 * 1024 + 1));
  expect(await raw.closed).toBe(1009);
  const before = await rawSocket(roomUrl('/judge'));
  before.send('x'.repeat(20_000));
  expect(await before.closed).toBe(1009);
  await othersGoOn();
});

test('a frame that is no message of ours closes the connection with 4400, at every door and before as after the greeting', async () => {
  const wrong: readonly (string | Uint8Array)[] = ['{', '[]', 'null', '{"type":"subscribe"}', '{"type":"fly"}', new Uint8Array([1, 2, 3])];
  for (const frame of wrong) {
    for (const url of [deskUrl(), `ws://127.0.0.1:${at.house.deskPort}/screen`, roomUrl('/judge'), roomUrl('/stage'), roomUrl('/judge/code'), roomUrl('/clerk'), roomUrl('/supervisor'), roomUrl('/clerk/code')]) {
      const raw = await rawSocket(url);
      raw.send(frame);
      expect([url, frame, await raw.closed]).toEqual([url, frame, 4400]);
    }
    const greeted = await rawSocket(deskUrl());
    greeted.send(JSON.stringify({ type: 'token', token: token() }));
    await greeted.next();
    greeted.send(frame);
    expect([frame, await greeted.closed]).toEqual([frame, 4400]);
    if (typeof frame !== 'string') continue;
    const { raw, channel } = await byHand();
    raw.send(channel.seal(new TextEncoder().encode(frame)));
    expect([frame, await raw.closed]).toEqual([frame, 4400]);
  }
  await othersGoOn();
});

test('a text frame on a sealed connection, though it is a right message, closes it with 4400', async () => {
  const { raw } = await byHand();
  raw.send(JSON.stringify(submission('plain')));
  expect(await raw.closed).toBe(4400);
});

test('a forged, replayed, reordered, cut or foreign sealed frame closes the connection with 4400 and records nothing', async () => {
  const before = journalCount(at.house.folder);
  const attacks: Readonly<Record<string, (raw: RawSocket, channel: SealedChannel) => Promise<void> | void>> = {
    forged: (raw, channel) => { const frame = sealText(channel, submission('f')); frame[10] = (frame[10] ?? 0) ^ 1; raw.send(frame); },
    wrongTag: (raw, channel) => { const frame = sealText(channel, submission('t')); frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 128; raw.send(frame); },
    wrongCounter: (raw, channel) => { const frame = sealText(channel, submission('c')); frame[3] = 2; raw.send(frame); },
    cut: (raw, channel) => { raw.send(sealText(channel, submission('k')).slice(0, -1)); },
    empty: (raw) => { raw.send(new Uint8Array()); },
    reordered: (raw, channel) => { const [first, second] = [sealText(channel, submission('r1')), sealText(channel, submission('r2'))]; raw.send(second); raw.send(first); },
    replayed: (raw, channel) => { const beat = sealText(channel, { type: 'beat', epoch: '', seq: 0, sentAt: 0 }); raw.send(beat); raw.send(beat); },
    echoed: async (raw) => { raw.send(raw.heard.at(-1) ?? ''); },
    foreign: async (raw) => { const other = await byHand(1); raw.send(sealText(other.channel, submission('o'))); },
  };
  for (const [name, attack] of Object.entries(attacks)) {
    const { raw, channel } = await byHand();
    await attack(raw, channel);
    expect([name, await raw.closed]).toEqual([name, 4400]);
  }
  // The second judge's first scan bound its seat.
  expect(journalCount(at.house.folder)).toBe(before + 1);
  await othersGoOn();
});

test('a client that ignores the close after a forged frame is heard no more', async () => {
  const { raw, channel } = await byHand();
  const before = journalCount(at.house.folder);
  // Refuses to take part in the closing handshake: the host's close frame is never read.
  raw.socket.pause();
  raw.send(new Uint8Array(40));
  raw.send(sealText(channel, submission('after-close')));
  await new Promise((wait) => setTimeout(wait, 150));
  expect(journalCount(at.house.folder)).toBe(before);
  raw.socket.resume();
  expect(await raw.closed).toBe(4400);
});

test('a wrong token closes with 4401, and a screen token opens no desk', async () => {
  const screenToken = new URL(at.house.projectorUrl).hash.slice(3);
  for (const wrong of ['', 'x', '0'.repeat(32), screenToken, `${token()}0`]) {
    const raw = await rawSocket(deskUrl());
    raw.send(JSON.stringify({ type: 'token', token: wrong }));
    expect(await raw.closed).toBe(4401);
  }
  const screen = await rawSocket(`ws://127.0.0.1:${at.house.deskPort}/screen`);
  screen.send(JSON.stringify({ type: 'token', token: token() }));
  expect(await screen.closed).toBe(4401);
});

test('an unknown seat and a wrong secret look alike from outside: one challenge, then 4401', async () => {
  const seen: unknown[] = [];
  const seats = [card().seat, 'f'.repeat(16), at.stage, at.judges[0] ?? ''];
  for (const seat of seats) {
    const raw = await rawSocket(roomUrl('/judge'));
    raw.send(JSON.stringify({ type: 'hello', seat, browser: 'b', nonce: '0'.repeat(32) }));
    const challenge = await raw.nextJson();
    raw.send(JSON.stringify({ type: 'proof', proof: 'e'.repeat(64) }));
    seen.push([Object.keys(challenge), challenge['type'], challenge['nonce']?.length, challenge['proof']?.length, await raw.closed, raw.heard.length]);
  }
  expect(seen).toEqual(seats.map(() => [['type', 'nonce', 'proof'], 'challenge', 32, 64, 4401, 1]));
});

test('a card takes a place only on the path of its role', async () => {
  const asStage = await pairedByHand(roomUrl('/stage'), card());
  expect(await asStage.raw.closed).toBe(4401);
  const timer = { seat: at.stage, secret: at.house.secretOf(at.stage), browser: 'b' };
  expect(await (await pairedByHand(roomUrl('/judge'), timer)).raw.closed).toBe(4401);
});

test('wrong types are refused with the place that does not fit', async () => {
  const session = at.session;
  const contestant = at.units[0];
  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['sheet.submit', { session, contestant, kind: 'marks', marks: { c1: 28.5 }, basis: 0 }, /^marks\.c1 /],
    ['sheet.submit', { session, contestant, kind: 'marks', marks: [1], basis: 0 }, /^marks /],
    ['sheet.submit', { session, contestant, kind: 'all', marks: {}, basis: 0 }, /^kind /],
    ['sheet.submit', { session, contestant, kind: 'marks', marks: {}, basis: -1 }, /^basis /],
    ['sheet.submit', { session, contestant, kind: 'marks', marks: {}, basis: 0.5 }, /^basis /],
    ['sheet.submit', { session, contestant, kind: 'marks', marks: {}, basis: '0' }, /^basis /],
    ['sheet.submit', { session: '../etc', contestant, kind: 'marks', marks: {}, basis: 0 }, /^session /],
    ['sheet.submit', { session: ['x'], contestant, kind: 'marks', marks: {}, basis: 0 }, /^session /],
    ['sheet.submit', { session, contestant, kind: 'marks', marks: { c1: '1'.repeat(17) }, basis: 0 }, /^marks\.c1 /],
    ['sheet.submit', null, /invalid_type/],
    ['sheet.submit', 'marks', /invalid_type/],
  ];
  for (const [name, input, where] of wrong) expect([input, await bystander.command(name, input)]).toEqual([input, { ok: false, code: 'badInput', details: { where: expect.stringMatching(where) as string } }]);
});

test('ids named after a property of every object neither stop the host nor count as a bug', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
  const phone = await at.phone(2);
  for (const name of names) {
    for (const [session, contestant] of [[name, at.units[0]], [at.session, name]]) {
      expect(await phone.command('sheet.submit', { session, contestant, kind: 'marks', marks: fullMarks, basis: 0 })).toMatchObject({ ok: false });
      phone.refusals.clear();
      phone.subscribe('mySheet', { session: session ?? '', contestant: contestant ?? '' });
      await phone.until((each) => each.refusals.has('mySheet'));
    }
  }
  const desk = await at.anotherDesk();
  for (const name of names) {
    desk.subscribe('seats', { meeting: name });
    desk.subscribe('preview', { session: at.session, scene: 'score', subject: name, step: '0' });
    for (const command of ['unit.archive', 'session.title', 'seat.renew']) expect(await desk.command(command, { unit: name, session: name, meeting: name, seat: name, title: 'x', archived: true })).toMatchObject({ ok: false });
  }
  await othersGoOn();
  expect(reports).toEqual([]);
});

test('marks under the name of a property of every object are no marks', async () => {
  for (const marks of ['{"__proto__":"1"}', '{"constructor":"1","c1":"28.5","c2":"18","c3":"19","c4":"23.5","c5":"4.5"}']) {
    const input = JSON.parse(`{"session":"${at.session}","contestant":"${at.units[0]}","kind":"marks","basis":0,"marks":${marks}}`) as unknown;
    expect(await bystander.command('sheet.submit', input)).toMatchObject({ ok: false });
  }
});

test('whoever speaks too often is answered tooFast, subscriptions and commands alike, and others are not slowed', async () => {
  const { raw, channel } = await byHand();
  const { heard } = raw;
  for (let at_ = 0; at_ < 100; at_ += 1) raw.send(sealText(channel, { type: 'command', id: `x${at_}`, epoch: '', name: 'x', input: {} }));
  for (let at_ = 0; at_ < 20; at_ += 1) raw.send(sealText(channel, { type: 'subscribe', topic: 'wall', params: {} }));
  await expect.poll(() => heard.length).toBe(1 + 1 + 120);
  await othersGoOn();
  const phone = await at.phone(1);
  const answers = await Promise.all(Array.from({ length: 100 }, () => phone.command('sheet.submit', {})));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
  expect(codes.slice(0, 60)).toEqual(codes.slice(0, 60).map(() => 'badInput'));
  expect(codes.filter((code) => code === 'tooFast').length).toBeGreaterThan(30);
  phone.refusals.clear();
  for (let again = 0; again < 10; again += 1) phone.subscribe('wall');
  await phone.until((each) => each.refusals.get('wall') === 'tooFast');
});

test('beats count against the rate too: a flood of them is not answered one by one', async () => {
  const { raw, channel } = await byHand();
  const before = raw.heard.length;
  for (let beat = 0; beat < 500; beat += 1) raw.send(sealText(channel, { type: 'beat', epoch: at.house.epoch, seq: 1, sentAt: beat }));
  raw.send(sealText(channel, submission('')));
  await raw.closed;
  expect(raw.heard.length - before).toBeLessThan(120);
});

test('more than four sockets of one seat push the oldest out', async () => {
  const phones = [];
  for (let count = 0; count < 5; count += 1) phones.push(await at.phone(1));
  const [oldest, ...rest] = phones;
  await oldest?.until((each) => each.closed !== null);
  expect([oldest?.closed, ...rest.map((phone) => phone.closed)]).toEqual([4409, null, null, null, null]);
});
