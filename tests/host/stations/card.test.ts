// A station's card and short code: which page takes which code, what the card says, and where the stations' page is served.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMeeting } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { rawRequest } from '../../support/rawSocket.ts';
import { typeCode, type CodeCard } from '../../support/typeCode.ts';
import { judgeClient } from '../../support/wireClient.ts';

let at: AtTheDesk;
let clerk: string;
let supervisor: string;
beforeAll(async () => {
  at = await atTheDesk({ units: 1, judges: 2 });
  const add = async (role: string, name: string): Promise<string> => String((await at.desk.must('station.add', { meeting: at.meeting, role, name }))['seat']);
  clerk = await add('clerk', '录票台 1');
  supervisor = await add('supervisor', '监督员');
});
afterAll(() => at.end());

const codeFor = async (seat: string): Promise<string> => String((await at.desk.must('seat.code', { meeting: at.meeting, seat }))['code']);
const typed = (page: 'judge' | 'clerk', code: string): Promise<CodeCard | null> => typeCode(`${at.room.replace('http', 'ws')}/${page}/code`, code);
const judge = (): string => at.cards[0]?.seat ?? '';

test('a station’s code brings its card with its role at the stations’ page, and the card pairs', async () => {
  for (const [seat, role] of [[clerk, 'clerk'], [supervisor, 'supervisor']] as const) {
    const code = await codeFor(seat);
    const card = await typed('clerk', code);
    expect(card).toEqual({ seat, secret: at.house.secretOf(seat), role });
    expect(await typed('clerk', code)).toBe(null);
    const client = await judgeClient({ origin: at.room, seat, secret: card?.secret ?? '', path: `/${role}` });
    expect(client.epoch).toBe(at.house.epoch);
    client.close();
  }
});

test('a code is taken only at the page of its kind, and typed at the other it is not used up', async () => {
  const [station, own] = [await codeFor(clerk), await codeFor(judge())];
  expect([await typed('judge', station), await typed('clerk', own)]).toEqual([null, null]);
  expect([(await typed('clerk', station))?.seat, (await typed('judge', own))?.seat]).toEqual([clerk, judge()]);
});

test('wrong tries at one page cost the other page’s codes nothing, and five at its own end a code', async () => {
  const [station, own] = [await codeFor(clerk), await codeFor(judge())];
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await typed('clerk', '222222')).toBe(null);
  expect(await typed('clerk', station)).toBe(null);
  expect((await typed('judge', own))?.seat).toBe(judge());
});

test('the desk gets a station’s card as an address, and no other seat’s', async () => {
  const card = await at.desk.must('station.card', { meeting: at.meeting, seat: supervisor });
  expect(card).toEqual({ url: expect.stringMatching(new RegExp(`^http://[^/]+/clerk/#s=${supervisor}&k=${at.house.secretOf(supervisor)}&r=supervisor$`)) as string, address: expect.stringMatching(/^http:\/\/[^/]+\/c$/) as string });
  for (const [meeting, seat] of [[at.meeting, judge()], [at.meeting, at.stage], ['elsewhere', clerk], [at.meeting, 'nobody']]) {
    expect([seat, await at.desk.command('station.card', { meeting, seat })]).toMatchObject([seat, { ok: false, code: 'unknownSeat' }]);
  }
});

test('a clerk’s card of one meeting opens nothing of another', async () => {
  const other = await aMeeting(at.desk, { units: 1, judges: 1 });
  const client = await at.station('clerk');
  const input = { batch: 'none', voter: at.judges[0], pass: 1, cells: {} };
  expect(await client.command('entry.key', { ...input, session: other.session })).toMatchObject({ ok: false, code: 'notAllowed' });
  expect(await client.command('entry.key', { ...input, session: at.session })).toMatchObject({ ok: false, code: 'unknownBatch' });
});

test('the stations’ page is served to the room under a strict policy, also by its short address, and the desk listener has none', async () => {
  const headers = { host: `127.0.0.1:${at.house.roomPort}` };
  const own = await rawRequest(at.house.roomPort, '/clerk/', { headers });
  expect([own.status, own.headers['content-security-policy']]).toEqual([200, expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/) as string]);
  expect(own.body).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
  for (const path of ['/c', '/clerk', '/supervisor', '/supervisor/']) expect([path, (await rawRequest(at.house.roomPort, path, { headers })).status]).toEqual([path, 302]);
  for (const path of ['/clerk/', '/c', '/supervisor/', '/clerk/code']) expect([path, (await rawRequest(at.house.deskPort, path, { headers: { host: `127.0.0.1:${at.house.deskPort}` } })).status]).toEqual([path, 404]);
  for (const path of ['/clerk/../console/index.html', '/clerk/..%2fconsole/index.html', '/clerk/%2e%2e%2fconsole%2findex.html', '/clerk/..%5cconsole%5cindex.html', '/clerk/..%2f..%2f..%2fpackage.json']) {
    const { status, body } = await rawRequest(at.house.roomPort, path, { headers });
    expect([path, status >= 400 && status < 500, /doctype/i.test(body)]).toEqual([path, true, false]);
  }
});
