// A sheet that arrives after the lock: received, not counted, counted only by the host's correction; an archived session takes nothing.
import { expect, test } from 'vitest';
import type { MySheetView, ResultView, WindowView } from '../../../shared/arena/views.ts';
import { fullMarks, lockWindow, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk } from '../../support/atTheDesk.ts';

const lower = { ...fullMarks, c1: '18.5' };

test('a sheet after the lock is recorded and does not count; after reopening and admitting it counts; an archived session refuses', async () => {
  const at = await atTheDesk({ units: 1, judges: 2 });
  const { session, desk } = at;
  const contestant = at.units[0] ?? '';
  const sheet = (marks: unknown, basis: number): unknown => ({ session, contestant, kind: 'marks', marks, basis });
  await openWindow(desk, session, contestant);
  const [first, second] = [await at.phone(0), await at.phone(1)];
  await first.must('sheet.submit', sheet(fullMarks, 0));
  await second.must('sheet.submit', sheet(fullMarks, 0));
  await lockWindow(desk, session, contestant);

  const late = await second.command('sheet.submit', sheet(lower, 1), 'late-1');
  expect(late).toMatchObject({ ok: true, result: { late: true, revision: 1 } });
  expect(await second.command('sheet.submit', sheet(lower, 1), 'late-1')).toEqual(late);
  second.subscribe('mySheet', { session, contestant });
  expect(await second.view<MySheetView>('mySheet')).toMatchObject({ late: true, revision: 1, marks: fullMarks });
  desk.subscribe('window', { session, contestant });
  desk.subscribe('result', { session });
  const window = await desk.view<WindowView>('window', (view) => view.late.length === 1);
  expect(window.late[0]).toMatchObject({ judge: at.judges[1], marks: lower, admitted: false });
  expect((await desk.view<ResultView>('result')).rows[0]?.total).toBe('93.50');

  const id = window.late[0]?.late ?? '';
  expect(await desk.command('sheet.admit', { session, contestant, late: id })).toMatchObject({ code: 'unlockedCorrection' });
  await desk.must('window.reopen', { session, contestant, reason: '更正' });
  expect(await desk.command('sheet.admit', { session, contestant, late: 'other' })).toMatchObject({ code: 'unknownLateSheet' });
  await desk.must('sheet.admit', { session, contestant, late: id });
  expect(await desk.command('sheet.admit', { session, contestant, late: id })).toMatchObject({ code: 'unknownLateSheet' });
  await lockWindow(desk, session, contestant);
  // (93.5 + 83.5) ÷ 2
  expect((await desk.view<ResultView>('result', (view) => view.rows[0]?.corrected === true)).rows[0]?.total).toBe('88.50');

  await desk.must('session.finalise', { session });
  expect(await second.command('sheet.submit', sheet(fullMarks, 2))).toMatchObject({ ok: true, result: { late: true } });
  expect(await desk.command('window.reopen', { session, contestant, reason: 'x' })).toMatchObject({ code: 'wrongPhase' });
  await desk.must('session.archive', { session });
  expect(await second.command('sheet.submit', sheet(fullMarks, 2))).toMatchObject({ ok: false, code: 'wrongPhase' });
  expect(await desk.command('session.reopen', { session, reason: 'x' })).toMatchObject({ code: 'wrongPhase' });
  await at.end();
});

test('the ranking of an archived session can still be shown to its last step', async () => {
  const at = await atTheDesk({ units: 1, judges: 1 });
  const { session, meeting, desk } = at;
  const contestant = at.units[0] ?? '';
  await openWindow(desk, session, contestant);
  await (await at.phone(0)).must('sheet.submit', { session, contestant, kind: 'marks', marks: fullMarks, basis: 0 });
  await lockWindow(desk, session, contestant);
  await desk.must('session.finalise', { session });
  await desk.must('session.archive', { session });
  await desk.must('air.show', { meeting, scene: 'score', item: session, subject: contestant });
  await at.end();
});
