// What is sent, how often and to whom: a snapshot only when its bytes changed, a burst as a few, each computed once for all who look.
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { WallView } from '../../../shared/meeting/views.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { Committed } from '../../../electron/application/dispatch.ts';
import { Publisher } from '../../../electron/application/publisher.ts';
import type { ViewContext } from '../../../electron/application/views/context.ts';
import { Connection } from '../../../electron/server/connection.ts';
import { fullMarks, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';

let at: AtTheDesk;
beforeAll(async () => {
  at = await atTheDesk({ units: 2, judges: 100 });
  await openWindow(at.desk, at.session, at.units[0] ?? '');
});
afterAll(() => at.end());
afterEach(() => { vi.useRealTimers(); });

const submit = (place: number, basis: number) => at.house.submit({
  id: `s-${place}-${basis}`, name: 'sheet.submit', input: { session: at.session, contestant: at.units[0], kind: 'marks', marks: fullMarks, basis },
  actor: { role: 'judge', subject: at.judges[place] ?? '', device: `device-${place}` },
});
const framesOf = (client: { readonly frames: readonly string[] }, topic: string): readonly string[] => client.frames.filter((frame) => frame.includes(`"topic":"${topic}"`));

test('a topic is sent again only when its bytes changed, however much happens elsewhere', async () => {
  const wall = await at.screen();
  await at.desk.must('air.show', { meeting: at.meeting, scene: 'cover', item: at.session, subject: null });
  wall.subscribe('wall');
  await wall.view<WallView>('wall', (view) => view.picture.scene === 'cover');
  const sent = framesOf(wall, 'wall').length;
  for (let place = 0; place < 10; place += 1) expect(await submit(place, 0)).toMatchObject({ ok: true });
  await at.desk.must('session.card', { session: at.session, contestant: at.units[1], speaker: '示例', file: '', promises: [], problems: [] });
  // Longer than the presence pulse, which makes every ambient topic anew.
  await pause(2200);
  expect(framesOf(wall, 'wall').length).toBe(sent);
});

test('a burst of 100 sheets reaches wall and desk as a few snapshots, the last of which is right', async () => {
  const wall = await at.screen();
  wall.subscribe('wall');
  const desk = await at.anotherDesk();
  desk.subscribe('session', { session: at.session });
  await at.desk.must('air.show', { meeting: at.meeting, scene: 'scoring', item: at.session, subject: at.units[0] });
  await wall.view<WallView>('wall', (view) => view.picture.scene === 'scoring');
  const [onWall, onDesk] = [framesOf(wall, 'wall').length, framesOf(desk, 'session').length];
  const begun = performance.now();
  // One turn each, as from a hundred phones.
  for (let place = 0; place < 100; place += 1) await submit(place, place < 10 ? 1 : 0);
  const turns = Math.ceil((performance.now() - begun) / 50) + 2;
  await wall.view<WallView>('wall', ({ picture }) => picture.scene === 'scoring' && picture.received === 100);
  await desk.view<SessionView>('session', (view) => view.contestants[0]?.received === 100);
  expect(framesOf(wall, 'wall').length - onWall).toBeLessThanOrEqual(turns);
  expect(framesOf(desk, 'session').length - onDesk).toBeLessThanOrEqual(turns);
  expect(turns).toBeLessThan(50);
});

test('each version a client sees is higher than or equal to the one before', async () => {
  const desk = await at.anotherDesk();
  desk.subscribe('session', { session: at.session });
  for (let turn = 0; turn < 20; turn += 1) { await at.desk.must('session.card', { session: at.session, contestant: at.units[1], speaker: `示例${turn}`, file: '', promises: [], problems: [] }); await pause(10); }
  await pause(120);
  const versions = framesOf(desk, 'session').map((frame) => (JSON.parse(frame) as { seq: number }).seq);
  expect(versions.length).toBeGreaterThan(2);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

interface Counted { readonly publisher: Publisher; readonly made: string[]; readonly bugs: unknown[]; value: string }
/** A publisher with one topic that counts how often it is made. */
const counted = (): Counted => {
  const made: string[] = [];
  const bugs: unknown[] = [];
  const given: Counted = {
    made, bugs, value: 'a',
    publisher: new Publisher({
      topics: {
        wall: { make: () => { made.push('wall'); if (given.value === 'bug') throw new Error('planted'); return { value: given.value }; }, touchedBy: () => true },
        seat: { make: (_context, _params, viewer) => { made.push(viewer.subject); return { of: viewer.subject }; }, touchedBy: () => true },
        other: { make: () => { made.push('other'); return { value: given.value }; }, touchedBy: () => true },
      },
      context: () => ({}) as ViewContext, epoch: 'e', seq: () => 1, reportBug: (error) => { bugs.push(error); },
    }),
  };
  return given;
};
const looker = (subject = ''): { readonly viewer: { meeting: string; subject: string }; readonly seen: string[]; readonly offer: (key: string, message: string) => void; readonly dropped: () => void } => {
  const seen: string[] = [];
  return { viewer: { meeting: 'm', subject }, seen, offer: (_key, message) => { seen.push(JSON.stringify((JSON.parse(message) as { data: unknown }).data)); }, dropped: () => undefined };
};
const something = [{ happened: { area: 'arena', event: { name: 'sessionStarted', body: { session: 's' } } } } as unknown as Committed];

test('two connections that look at the same share one computation; private topics are made for each judge', async () => {
  const { publisher, made } = counted();
  const [a, b] = [looker(), looker()];
  publisher.subscribe(a, 'wall', {});
  publisher.subscribe(b, 'wall', {});
  expect(made).toEqual(['wall']);
  publisher.subscribe(looker('j1'), 'seat', {});
  publisher.subscribe(looker('j2'), 'seat', {});
  expect(made.slice(1)).toEqual(['j1', 'j2']);
  publisher.committed(something);
  await pause(120);
  expect([...made].sort()).toEqual(['j1', 'j1', 'j2', 'j2', 'wall', 'wall']);
  expect([a.seen.length, b.seen.length]).toEqual([1, 1]);
  publisher.close();
});

test('whoever subscribes between a commit and its snapshot is not given the picture of before', async () => {
  const given = counted();
  given.publisher.subscribe(looker(), 'wall', {});
  given.value = 'b';
  given.publisher.committed(something);
  const late = looker();
  given.publisher.subscribe(late, 'wall', {});
  expect(late.seen).toEqual(['{"value":"b"}']);
  given.publisher.close();
});

test('a view that cannot be made is reported and keeps its last snapshot; the others go on', async () => {
  const given = counted();
  const [wall, other] = [looker(), looker()];
  given.publisher.subscribe(wall, 'wall', {});
  given.publisher.subscribe(other, 'other', {});
  given.value = 'bug';
  given.publisher.committed(something);
  await pause(120);
  expect([given.bugs.length, wall.seen.length, other.seen]).toEqual([1, 1, ['{"value":"a"}', '{"value":"bug"}']]);
  given.publisher.close();
});

/** A socket whose other side reads when told to. */
const slowSocket = (): { readonly socket: WebSocket; readonly sent: string[]; full: boolean; closed: number | null } => {
  const given = { sent: [] as string[], full: false, closed: null as number | null, socket: undefined as unknown as WebSocket };
  given.socket = { OPEN: 1, get readyState() { return given.closed === null ? 1 : 2; }, get bufferedAmount() { return given.full ? 1_000_000 : 0; }, close: (code: number) => { given.closed = code; }, terminate: () => undefined } as unknown as WebSocket;
  return given;
};
const connectionOn = (slow: ReturnType<typeof slowSocket>): Connection => new Connection({
  socket: slow.socket, outlet: { send: (text) => { slow.sent.push(text); } }, actor: { role: 'screen', subject: 'main', device: 'd' }, listener: 'desk', viewer: { meeting: '', subject: '' }, seat: null, rate: { burst: 1, perSecond: 1 },
});

test('a socket that does not drain gets only the newest snapshot of each topic, and never an older one after a newer', () => {
  vi.useFakeTimers();
  const slow = slowSocket();
  const connection = connectionOn(slow);
  connection.offer('wall', 'wall 1', 1);
  slow.full = true;
  for (let version = 2; version <= 50; version += 1) { connection.offer('wall', `wall ${version}`, version); connection.offer('timer', `timer ${version}`, version); }
  slow.full = false;
  vi.advanceTimersByTime(150);
  expect(slow.sent).toEqual(['wall 1', 'wall 50', 'timer 50']);
  slow.full = true;
  connection.offer('wall', 'wall 51', 51);
  slow.full = false;
  connection.offer('wall', 'wall 52', 52);
  vi.advanceTimersByTime(500);
  expect(slow.sent.slice(3)).toEqual(['wall 52']);
});

test('a socket that does not drain for ten seconds is closed with 4408, one that drains in time is not', () => {
  vi.useFakeTimers();
  const [slow, stuck] = [slowSocket(), slowSocket()];
  for (const each of [slow, stuck]) { each.full = true; connectionOn(each).offer('wall', 'x', 1); }
  vi.advanceTimersByTime(9000);
  slow.full = false;
  vi.advanceTimersByTime(2000);
  expect([slow.closed, slow.sent, stuck.closed, stuck.sent]).toEqual([null, ['x'], 4408, []]);
});
