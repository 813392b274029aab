// What a phone follows of its own sheet: told of every change to it, whoever made it, and of nobody else's.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MySheetView, SeatView } from '../../../shared/arena/views.ts';
import { fullMarks, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';

let at: AtTheDesk;
beforeAll(async () => {
  at = await atTheDesk({ units: 1, judges: 2 });
  await openWindow(at.desk, at.session, at.units[0] ?? '');
});
afterAll(() => at.end());

test('a phone is told of its own sheet in seat and sheet, also of one keyed from paper, and hears nothing of another judge’s', async () => {
  const contestant = at.units[0] ?? '';
  const place = { session: at.session, contestant };
  const [mine, other] = [await at.phone(0), await at.phone(1)];
  for (const phone of [mine, other]) {
    phone.subscribe('seat');
    phone.subscribe('mySheet', place);
    await phone.view<SeatView>('seat');
    await phone.view<MySheetView>('mySheet');
  }
  await pause(120);
  const heard = other.frames.length;
  expect(await mine.command('sheet.submit', { ...place, kind: 'marks', marks: fullMarks, basis: 0 })).toMatchObject({ ok: true });
  await mine.view<MySheetView>('mySheet', (view) => view.revision === 1 && view.source === 'phone');
  await mine.view<SeatView>('seat', (view) => view.sessions[0]?.windows[0]?.rev === 1);
  await at.desk.must('sheet.key', { ...place, judge: at.judges[0], kind: 'marks', marks: { ...fullMarks, c1: '20' }, basis: 1 });
  expect(await mine.view<MySheetView>('mySheet', (view) => view.revision === 2)).toMatchObject({ source: 'paper', marks: { c1: '20' } });
  await pause(120);
  expect(other.frames.length).toBe(heard);
});
