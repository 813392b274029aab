// The HTTP side of both listeners: Host and Origin, what is served where, and the programmable interface with and without its token.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { journalCount } from '../../support/journalFile.ts';
import { rawRequest } from '../../support/rawSocket.ts';

let at: AtTheDesk;
let doors: readonly (readonly [name: string, port: number, socket: string])[];
beforeAll(async () => {
  at = await atTheDesk({ units: 1, judges: 1 });
  doors = [['desk', at.house.deskPort, '/desk'], ['room', at.house.roomPort, '/judge']];
});
afterAll(() => at.end());

const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
const token = (): string => new URL(at.house.deskUrl).hash.slice(3);

test('a Host header that is not ours gets 403, on a page as on an upgrade', async () => {
  for (const [name, port, socket] of doors) {
    for (const host of ['evil.test', `evil.test:${port}`, `127.0.0.1:${port + 1}`, '127.0.0.1', `127.0.0.1.evil.test:${port}`]) {
      expect([name, host, (await rawRequest(port, '/', { headers: { host } })).status]).toEqual([name, host, 403]);
      expect([name, host, (await rawRequest(port, socket, { headers: { ...upgrade, host } })).status]).toEqual([name, host, 403]);
    }
    expect((await rawRequest(port, socket, { headers: { ...upgrade, host: `127.0.0.1:${port}` } })).status).toBe(101);
  }
});

test('an Origin of another site is refused, on a page as on an upgrade', async () => {
  for (const [name, port, socket] of doors) {
    for (const origin of ['http://evil.test', `http://evil.test:${port}`, `https://127.0.0.1:${port}`, 'null', `http://127.0.0.1:${port + 1}`, `http://127.0.0.1:${port}.evil.test`]) {
      const headers = { host: `127.0.0.1:${port}`, origin };
      expect([name, origin, (await rawRequest(port, '/', { headers })).status]).toEqual([name, origin, 403]);
      expect([name, origin, (await rawRequest(port, socket, { headers: { ...upgrade, ...headers } })).status]).toEqual([name, origin, 403]);
    }
  }
});

test('the room listener does not answer to the desk’s paths', async () => {
  const host = `127.0.0.1:${at.house.roomPort}`;
  for (const path of ['/desk/', '/desk', '/projector/', '/api', '/api/command', '/api/view/home', '/documents/x', '/blank', '/screen']) {
    expect([path, (await rawRequest(at.house.roomPort, path, { headers: { host } })).status]).toEqual([path, 404]);
    expect([path, (await rawRequest(at.house.roomPort, path, { headers: { ...upgrade, host } })).status]).toEqual([path, 404]);
  }
});

test('no path leads from the judges’ pages to the desk’s or out of the folder', async () => {
  const headers = { host: `127.0.0.1:${at.house.roomPort}` };
  const own = await rawRequest(at.house.roomPort, '/judge/', { headers });
  expect([own.status, own.headers['content-security-policy']]).toEqual([200, expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/) as string]);
  for (const path of ['/judge/../console/index.html', '/judge/..%2fconsole/index.html', '/judge/%2e%2e/console/index.html', '/judge/%2e%2e%2fconsole%2findex.html', '/judge/..%5cconsole%5cindex.html', '/judge/..%2f..%2f..%2fpackage.json', '/judge/%00', '/judge//etc/passwd', '/judge/..%2fprojector/index.html']) {
    const { status, body } = await rawRequest(at.house.roomPort, path, { headers });
    expect([path, status, body.slice(0, 80)]).toEqual([path, expect.toSatisfy((code: number) => code >= 400 && code < 500), expect.not.stringMatching(/doctype/i)]);
  }
});

const command = (name: string, input: unknown, id = 'api-1'): string => JSON.stringify({ id, name, input });
const json = (headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({ host: `127.0.0.1:${at.house.deskPort}`, 'content-type': 'application/json', ...headers });

test('the programmable interface answers only to the installation’s token, however its path is spelled', async () => {
  const before = journalCount(at.house.folder);
  const body = command('meeting.create', { title: '不速之客' });
  for (const authorization of [undefined, 'Bearer ', 'Bearer x', `Bearer ${new URL(at.house.projectorUrl).hash.slice(3)}`, token()]) {
    for (const path of ['/api/command', '/%61pi/command', '/ap%69/command', '/api%2fcommand', '//api/command', '/./api/command', '/API/command', '/api/%63ommand', '/api/command/']) {
      const { status } = await rawRequest(at.house.deskPort, path, { method: 'POST', body, headers: json(authorization === undefined ? {} : { authorization }) });
      expect([path, authorization, status]).toEqual([path, authorization, expect.toBeOneOf([401, 404, 400])]);
    }
    for (const path of ['/api', '/api/view/home', '/%61pi/view/home', '/%61pi', '/api/view/wall']) {
      const { status } = await rawRequest(at.house.deskPort, path, { headers: json(authorization === undefined ? {} : { authorization }) });
      expect([path, authorization, status]).toEqual([path, authorization, expect.toBeOneOf([401, 404])]);
    }
  }
  expect(journalCount(at.house.folder)).toBe(before);
});

test('with the token the programmable interface passes the same door: same answers, same refusals, same resends', async () => {
  const authorization = `Bearer ${token()}`;
  const post = async (body: string): Promise<unknown> => JSON.parse((await rawRequest(at.house.deskPort, '/api/command', { method: 'POST', body, headers: json({ authorization }) })).body);
  const first = await post(command('meeting.create', { title: '示例会议二' }, 'same'));
  expect(first).toMatchObject({ ok: true, result: { meeting: expect.any(String) as string } });
  expect(await post(command('meeting.create', { title: '示例会议二' }, 'same'))).toEqual(first);
  expect(await post(command('meeting.create', { title: '别的' }, 'same'))).toMatchObject({ ok: false, code: 'idReused' });
  expect(await post(command('sheet.submit', {}, 'n1'))).toMatchObject({ ok: false, code: 'notAllowed' });
  expect(await post(command('window.revealed', {}, 'n2'))).toMatchObject({ ok: false, code: 'notAllowed' });
  expect(await post(command('no.such', {}, 'n3'))).toMatchObject({ ok: false, code: 'unknownCommand' });
  expect(await post('{"id":7}')).toMatchObject({ ok: false, code: 'badInput' });
  const get = async (path: string): Promise<number> => (await rawRequest(at.house.deskPort, path, { headers: json({ authorization }) })).status;
  expect([await get('/api'), await get('/api/view/home'), await get('/api/view/seat'), await get('/api/view/nothing'), await get('/api/view/session')]).toEqual([200, 200, 404, 404, 400]);
});

test('a document stands on an address nobody can guess and nowhere else', async () => {
  const { url } = (await at.desk.must('document.make', { kind: 'sessionFile', session: at.session })) as { url: string };
  const headers = { host: `127.0.0.1:${at.house.deskPort}` };
  const { pathname } = new URL(url);
  expect(pathname).toMatch(/^\/documents\/[0-9a-f]{32}$/);
  expect((await rawRequest(at.house.deskPort, pathname, { headers })).status).toBe(200);
  expect((await rawRequest(at.house.deskPort, `/documents/${'0'.repeat(32)}`, { headers })).status).toBe(404);
  expect((await rawRequest(at.house.deskPort, '/documents/__proto__', { headers })).status).toBe(404);
});
