// One judge, one contestant, a projector, killed and restarted: the thin slice through every room.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SeatView, SessionView } from '../../shared/arena/views.ts';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { SeatsView, WallView } from '../../shared/meeting/views.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import { hostProcess, temporaryFolder, type HostProcess } from '../support/aHouse.ts';
import { judgeClient, tokenClient, type WireClient } from '../support/wireClient.ts';
import { SeatKeys } from '../../electron/server/seatKeys.ts';
import path from 'node:path';

const folder = temporaryFolder();
let host: HostProcess;
beforeAll(async () => { host = await hostProcess(folder); });
afterAll(async () => { await host.stop(); rmSync(folder, { recursive: true, force: true }); });

const rules = { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, dropHighest: 0, dropLowest: 0, minimum: 1 })) };

const prepare = async (desk: WireClient): Promise<{ session: string; meeting: string; unit: string; seat: string }> => {
  await desk.must('unit.keep', { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '区', group: '' } });
  await desk.must('person.keep', { person: null, values: { name: '评委一', title: '主任', panel: '', home: '' } });
  desk.subscribe('register');
  const register = await desk.view<RegisterView>('register', (view) => view.units.length === 1 && view.people.length === 1);
  const unit = register.units[0]?.id ?? '';
  const judge = register.people[0]?.id ?? '';
  const { meeting } = await desk.must('meeting.create', { title: '示例会议' }) as { meeting: string };
  const { session } = await desk.must('session.create', { meeting, title: '示例擂台', rules }) as { session: string };
  await desk.must('session.contestants', { session, contestants: [unit] });
  await desk.must('session.judges', { session, judges: [{ judge, panel: 'A' }] });
  await desk.must('session.order', { session, method: 'draw' });
  await desk.must('session.ready', { session });
  await desk.must('seat.issue', { meeting, seats: [{ role: 'judge', subject: judge }] });
  await desk.must('session.start', { session });
  desk.subscribe('seats', { meeting });
  const seats = await desk.view<SeatsView>('seats', (view) => view.seats.length === 1);
  return { session, meeting, unit, seat: seats.seats[0]?.seat ?? '' };
};

test('a ballot receipted before the host is killed stands after its restart, and the projector comes back to the same picture', async () => {
  const desk = await tokenClient(host.desk, 'desk');
  const { session, meeting, unit, seat } = await prepare(desk);
  const secret = new SeatKeys(path.join(folder, 'seat.keys')).secret(seat, 1);
  const phone = await judgeClient({ origin: `http://room.test:${host.roomPort}`.replace('room.test', '127.0.0.1'), seat, secret });
  await desk.must('stage.call', { session, contestant: unit });
  await desk.must('timer.start', { session, contestant: unit, phase: 'speech' });
  await desk.must('window.open', { session, contestant: unit });
  phone.subscribe('seat');
  const seatView = await phone.view<SeatView>('seat', (view) => view.sessions[0]?.windows.length === 1);
  expect(seatView.name).toBe('评委一');
  const marks = { c1: '28.5', c2: '18', c3: '19', c4: '23.5', c5: '4.5' };
  const answer = await phone.command('sheet.submit', { session, contestant: unit, kind: 'marks', marks, basis: 0 }, 'sheet-1');
  expect(answer).toMatchObject({ ok: true, receipt: { code: expect.stringMatching(/^[0-9A-F]{4}$/) as string }, result: { late: false, revision: 1 } });
  await host.kill();

  host = await hostProcess(folder);
  const again = await judgeClient({ origin: `http://127.0.0.1:${host.roomPort}`, seat, secret });
  expect(await again.command('sheet.submit', { session, contestant: unit, kind: 'marks', marks, basis: 0 }, 'sheet-1')).toEqual(answer);
  const desk2 = await tokenClient(host.desk, 'desk');
  await desk2.must('window.check', { session, contestant: unit });
  await desk2.must('window.lock', { session, contestant: unit });
  await desk2.must('air.show', { meeting, scene: 'score', item: session, subject: unit });
  const wall = await tokenClient(host.projector, 'screen');
  wall.subscribe('wall');
  // 28.5 + 18 + 19 + 23.5 + 4.5 = 93.5, one judge, nothing dropped.
  expect(await wall.view<WallView>('wall')).toMatchObject({ mode: 'live', picture: { scene: 'score', name: '甲区', total: '93.50' } });
  await host.kill();
  host = await hostProcess(folder);
  const wall2 = await tokenClient(host.projector, 'screen');
  wall2.subscribe('wall');
  expect((await wall2.view<WallView>('wall')).picture).toEqual((await wall.view<WallView>('wall')).picture);
  const desk3 = await tokenClient(host.desk, 'desk');
  desk3.subscribe('session', { session });
  expect((await desk3.view<SessionView>('session')).contestants[0]).toMatchObject({ window: 'revealed', received: 1, stage: 'presenting' });
}, 30_000);
