// The worker thread itself: what it makes is what the drawing functions make, one job at a time; what goes wrong ends as a reason, not as silence.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { threadId, type Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { blankBallots } from '../../../electron/documents/print/blankBallots.ts';
import { orderSheet } from '../../../electron/documents/print/orderSheet.ts';
import { resultSheet } from '../../../electron/documents/print/resultSheet.ts';
import { scoreDetail } from '../../../electron/documents/print/scoreDetail.ts';
import { resultWorkbook } from '../../../electron/documents/workbook/resultWorkbook.ts';
import { sessionParts } from '../../../electron/worker/parts.ts';
import { Workshop, type WorkshopOptions } from '../../../electron/worker/workshop.ts';
import { anArena, readText } from '../../support/anArena.ts';
import { seeded } from '../../support/chance.ts';
import { recalculated } from '../../documents/results/recalculated.ts';

const reports: string[] = [];
const open: Workshop[] = [];
const aWorkshop = (options: Partial<WorkshopOptions> = {}): Workshop => {
  const workshop = new Workshop({ report: (line) => { reports.push(line); }, ...options });
  open.push(workshop);
  return workshop;
};
afterEach(async () => {
  for (const workshop of open.splice(0)) await workshop.close();
  reports.splice(0);
});

const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', `${name}.ts`);
const template = { kind: 'unitsTemplate', order: { marking: '内部资料' } } as const;
const printed = { marking: '内部资料', printedAt: '2026年11月3日' };
const scored = () => [0, 1, 2].reduce((arena, unit) => arena.randomSheets(unit, seeded(unit + 1)).locked(unit), anArena().withUnits(8).withJudges(7)).session();

test('every page drawn by the thread is the page the drawing function draws, and none is drawn on the host\'s own thread', async () => {
  const workshop = aWorkshop();
  const session = scored();
  const given = { ...printed, session, read: readText };
  const parts = () => sessionParts(session, readText);
  const done = await Promise.all([
    workshop.run({ kind: 'orderSheet', order: printed }, parts()),
    workshop.run({ kind: 'resultSheet', order: { ...printed, recountHint: '校验码' } }, parts()),
    workshop.run({ kind: 'scoreDetail', order: { ...printed, contestant: 'u2' } }, parts()),
    workshop.run({ kind: 'ballots', order: { ...printed, form: 'allUnits', panels: ['A'], spares: 2, batch: 'b1' } }, parts()),
  ]);
  expect(done.map((outcome) => outcome.ok && new TextDecoder().decode(outcome.product))).toEqual([
    orderSheet(given), resultSheet({ ...given, recountHint: '校验码' }), scoreDetail({ ...given, contestant: 'u2', names: true }), blankBallots({ ...given, form: 'allUnits', panels: ['A'], spares: 2, batch: 'b1' }),
  ]);
  const threads = new Set(done.map((outcome) => (outcome.ok ? outcome.thread : threadId)));
  expect(threads.size).toBe(1);
  expect(threads.has(threadId)).toBe(false);
});

test('a large workbook is written by the thread while the host goes on serving', async () => {
  const chance = seeded(71);
  let arena = anArena().withUnits(30).withJudges(60);
  for (let unit = 0; unit < 30; unit += 1) arena = arena.randomSheets(unit, chance).locked(unit);
  const session = arena.session();
  let turns = 0;
  const pulse = setInterval(() => { turns += 1; }, 10);
  const outcome = await aWorkshop().run({ kind: 'workbook', order: { marking: '内部资料' } }, sessionParts(session, readText));
  clearInterval(pulse);
  if (!outcome.ok) throw new Error(outcome.why);
  expect(outcome.thread).not.toBe(threadId);
  expect(Buffer.from(outcome.product.subarray(0, 2)).toString()).toBe('PK');
  expect(outcome.product.length).toBeGreaterThan(50_000);
  // On one thread the pulse would have stood still from the first to the last cell.
  expect(turns).toBeGreaterThan(5);
});

test('the workbook of the thread holds the figures and formulas of the one written directly', async () => {
  const session = scored();
  const outcome = await aWorkshop().run({ kind: 'workbook', order: { marking: '内部资料' } }, sessionParts(session, readText));
  if (!outcome.ok) throw new Error(outcome.why);
  const [there, here] = [await recalculated(outcome.product), await recalculated(await resultWorkbook(session, readText, { marking: '内部资料' }))];
  expect(there.formulas.length).toBeGreaterThan(50);
  expect(there.formulas).toEqual(here.formulas);
});

test('a job that was not sent what it needs fails with a report, and the same thread does the next one', async () => {
  const workshop = aWorkshop();
  const first = await workshop.run(template);
  expect(await workshop.run({ kind: 'orderSheet', order: printed })).toEqual({ ok: false, why: 'failed' });
  expect(reports).toEqual([expect.stringContaining('no session was sent')]);
  const unread = { session: scored(), words: new Map<string, string>() };
  expect(await workshop.run({ kind: 'orderSheet', order: printed }, [unread])).toEqual({ ok: false, why: 'failed' });
  expect(reports[1]).toContain('were not sent');
  expect(await workshop.run(template)).toMatchObject({ ok: true, thread: first.ok ? first.thread : -1 });
});

test('a thread that answers nothing is given up at the limit, and so is everything it was still to be sent', async () => {
  const workshop = aWorkshop({ module: fixture('silent'), limit: 200 });
  const began = performance.now();
  const outcomes = await Promise.all([workshop.run(template), workshop.run(template, sessionParts(scored(), readText))]);
  expect(outcomes).toEqual([{ ok: false, why: 'tooSlow' }, { ok: false, why: 'tooSlow' }]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(390);
});

test('a thread that ends or fills its memory costs the one job, not the host', async () => {
  const workshop = aWorkshop({ module: fixture('dying'), memory: 64 });
  const hungry = { words: new Map<string, string>() };
  expect(await Promise.all([workshop.run(template), workshop.run(template, [hungry]), workshop.run(template)])).toEqual(Array.from({ length: 3 }, () => ({ ok: false, why: 'crashed' })));
  expect(reports).toEqual(['worker: the worker thread ended', expect.stringContaining('reaching memory limit'), 'worker: the worker thread ended']);
});

test('an error while the parts are cut ends the job, and the next one is done', async () => {
  const workshop = aWorkshop();
  const broken: Iterable<never> = { [Symbol.iterator]: () => ({ next: () => { throw new Error('unreadable row'); } }) };
  expect(await workshop.run(template, broken)).toEqual({ ok: false, why: 'failed' });
  expect(reports).toEqual([expect.stringContaining('unreadable row')]);
  expect(await workshop.run(template)).toMatchObject({ ok: true });
});

test('without work the thread is ended, and started again when there is some', async () => {
  const started: Worker[] = [];
  const note = (worker: Worker): void => { started.push(worker); };
  process.on('worker', note);
  const workshop = aWorkshop({ idle: 30 });
  const first = await workshop.run(template);
  for (let tries = 0; tries < 100 && started[0]?.threadId !== -1; tries += 1) await pause(20);
  expect(started.map((worker) => worker.threadId)).toEqual([-1]);
  const second = await workshop.run(template);
  process.off('worker', note);
  expect([first.ok, second.ok, started.length]).toEqual([true, true, 2]);
});

test('more than nine jobs at a time are refused; closing ends what waits, and a closed workshop takes nothing', async () => {
  const workshop = aWorkshop({ module: fixture('silent') });
  const asked = Array.from({ length: 10 }, () => workshop.run(template));
  expect(await asked[9]).toEqual({ ok: false, why: 'busy' });
  await workshop.close();
  expect(await Promise.all(asked.slice(0, 9))).toEqual(Array.from({ length: 9 }, () => ({ ok: false, why: 'closed' })));
  expect(await workshop.run(template)).toEqual({ ok: false, why: 'closed' });
});
