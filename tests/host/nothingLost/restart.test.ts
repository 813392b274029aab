// What the room sees and hears survives a kill: a running timer within two seconds and marked, a frozen picture, the scene and its step.
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AirView, StageTimerView, WallView } from '../../../shared/meeting/views.ts';
import { hostProcess, temporaryFolder, type HostProcess } from '../../support/aHouse.ts';
import { aMeeting, plainRules, type AMeeting } from '../../support/aMeeting.ts';
import { databaseFile } from '../../support/journalFile.ts';
import { tokenClient, type WireClient } from '../../support/wireClient.ts';

const folder = temporaryFolder();
let host: HostProcess;
let desk: WireClient;
let made: AMeeting;
beforeAll(async () => {
  host = await hostProcess(folder);
  desk = await tokenClient(host.desk, 'desk');
  made = await aMeeting(desk, { units: 3, judges: 2, rules: { ...plainRules, disclosure: { ...plainRules.disclosure, panelMeans: true, marks: 'byName', standings: true } } });
});
afterAll(async () => { await host.stop(); rmSync(folder, { recursive: true }); });

const restart = async (between: () => void = () => undefined): Promise<void> => {
  await host.kill();
  between();
  host = await hostProcess(folder);
  desk = await tokenClient(host.desk, 'desk');
};
const see = async <T>(topic: 'wall' | 'stageTimer'): Promise<T> => {
  const screen = await tokenClient(host.projector, 'screen');
  screen.subscribe(topic);
  const view = await screen.view<T>(topic);
  screen.close();
  return view;
};
const counted = (timer: StageTimerView['timer']): number => (timer === null ? NaN : timer.elapsed + (timer.running ? Date.now() - timer.at : 0));

test('a running timer goes on counting through a kill within two seconds and is marked as uncertain; paused it stays', async () => {
  const { session, units } = made;
  const contestant = units[0];
  await desk.must('stage.call', { session, contestant });
  const started = Date.now();
  await desk.must('timer.start', { session, contestant, phase: 'speech' });
  await new Promise((wait) => setTimeout(wait, 1200));
  await restart();
  const { timer } = await see<StageTimerView>('stageTimer');
  expect(timer).toMatchObject({ running: true, uncertain: true, phase: 'speech' });
  expect(Math.abs(counted(timer) - (Date.now() - started))).toBeLessThan(2000);
  await desk.must('timer.pause', { session, contestant });
  const paused = counted((await see<StageTimerView>('stageTimer')).timer);
  await restart();
  expect((await see<StageTimerView>('stageTimer')).timer).toMatchObject({ running: false, uncertain: true, elapsed: paused });
});

test('a timer whose host was away for more than ten minutes, or whose clock went back, stands still at its last mark', async () => {
  const { session, units } = made;
  const contestant = units[0];
  for (const away of [11 * 60_000, -60_000]) {
    await desk.must('timer.start', { session, contestant, phase: 'speech' });
    await new Promise((wait) => setTimeout(wait, 1100));
    let marked = 0;
    await restart(() => {
      const database = new Database(databaseFile(folder));
      database.prepare('UPDATE timer_marks SET wall = wall - ? WHERE session = ?').run(away, session);
      marked = database.prepare('SELECT elapsed FROM timer_marks WHERE session = ?').pluck().get(session) as number;
      database.close();
    });
    const { timer } = await see<StageTimerView>('stageTimer');
    expect([away, timer?.running, timer?.uncertain]).toEqual([away, false, true]);
    expect(Math.abs(counted(timer) - marked)).toBeLessThan(200);
  }
});

test('scene and step come back after a kill, and a frozen picture stays though what is behind it has changed', async () => {
  const { meeting, session, units } = made;
  const contestant = units[0];
  await desk.must('window.open', { session, contestant });
  for (const judge of made.judges) await desk.must('sheet.key', { session, contestant, judge, kind: 'marks', marks: { c1: '20', c2: '10', c3: '10', c4: '10', c5: '5' }, basis: 0 });
  await desk.must('window.check', { session, contestant });
  await desk.must('window.lock', { session, contestant });
  await desk.must('air.show', { meeting, scene: 'score', item: session, subject: contestant });
  await desk.must('air.step', { meeting, step: 1 });
  const before = await see<WallView>('wall');
  await restart();
  expect(await see<WallView>('wall')).toEqual(before);
  expect(before).toMatchObject({ mode: 'live', step: 1, picture: { scene: 'score' } });

  await desk.must('air.freeze', { meeting });
  await desk.must('air.step', { meeting, step: 2 });
  await desk.must('settings.set', { theme: 'ocean' });
  await restart();
  expect(await see<WallView>('wall')).toEqual({ ...before, mode: 'frozen' });
  desk.subscribe('air', { meeting });
  expect(await desk.view<AirView>('air')).toMatchObject({ mode: 'frozen', step: 2, onAir: true });
  await desk.must('air.live', { meeting });
  expect(await see<WallView>('wall')).toMatchObject({ mode: 'live', step: 2, theme: 'ocean', picture: { panels: [{ mean: '55.00' }] } });

  await desk.must('air.blank', { meeting });
  await desk.must('air.yield', { meeting });
  await restart();
  expect(await see<WallView>('wall')).toMatchObject({ mode: 'blank', picture: { scene: 'blank' } });
  desk.subscribe('air', { meeting });
  expect(await desk.view<AirView>('air')).toMatchObject({ mode: 'blank', yielded: true, scene: 'score' });
});
