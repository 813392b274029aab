// Documents and import previews through the desk: everything that takes long is done by the worker thread, and the answers are as before.
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentMaker, type MakerParts } from '../../../electron/application/documentMaker.ts';
import { previewImport } from '../../../electron/application/importPreview.ts';
import type { ViewContext } from '../../../electron/application/views/context.ts';
import { Workshop } from '../../../electron/worker/workshop.ts';
import type { DocumentRequest } from '../../../shared/contract/local.ts';
import { emptyRegister } from '../../../shared/register/state.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { fullMarks, lockWindow, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';

const started: Worker[] = [];
const note = (worker: Worker): void => { started.push(worker); };
let at: AtTheDesk;
beforeAll(async () => {
  // The thread is started by the check of the journal, right after the house.
  process.on('worker', note);
  at = await atTheDesk({ units: 2, judges: 2 });
  const contestant = at.units[0] ?? '';
  await openWindow(at.desk, at.session, contestant);
  for (const judge of at.judges) await at.desk.must('sheet.key', { session: at.session, contestant, judge, kind: 'marks', marks: fullMarks, basis: 0 });
  await lockWindow(at.desk, at.session, contestant);
});
afterAll(() => at.end());
afterAll(() => { process.off('worker', note); });

const fetched = async (request: DocumentRequest): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const { url, fileName } = (await at.desk.must('document.make', request)) as { url: string; fileName: string };
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { name: fileName, bytes: Buffer.from(await response.arrayBuffer()) };
};

test('every kind of document comes from the one worker thread, complete and under its name', async () => {
  const { session, units: [contestant = ''] } = at;
  const kinds: readonly (readonly [DocumentRequest, string, string])[] = [
    [{ kind: 'unitsTemplate' }, '单位名册模板.xlsx', 'PK'], [{ kind: 'peopleTemplate' }, '评委名册模板.xlsx', 'PK'],
    [{ kind: 'seatCards', session }, '示例擂台-席位卡.html', '示例评委2'], [{ kind: 'ballots', session, form: 'perContestant', panels: ['A'], spares: 1 }, '示例擂台-选票.html', '示例市第2区'],
    [{ kind: 'orderSheet', session }, '示例擂台-出场顺序.html', '示例市第2区'], [{ kind: 'resultSheet', session }, '示例擂台-成绩单.html', '93.50'],
    [{ kind: 'scoreDetail', session, contestant }, '示例擂台-算给你看.html', '示例评委1'], [{ kind: 'workbook', session }, '示例擂台-成绩明细.xlsx', 'PK'],
    [{ kind: 'sessionFile', session }, '示例擂台-会话文件.json', '"leitai-session"'],
  ];
  for (const [request, name, content] of kinds) {
    const made = await fetched(request);
    expect([made.name, made.bytes.includes(content)]).toEqual([name, true]);
  }
  expect(started.map((worker) => worker.threadId > 0)).toEqual([true]);
  expect(await at.desk.command('document.make', { kind: 'workbook', session: 'other' })).toMatchObject({ code: 'unknownSession' });
  expect(await at.desk.command('document.make', { kind: 'scoreDetail', session, contestant: 'other' })).toMatchObject({ code: 'unknownContestant' });
});

test('the session file holds every revision of the sheets that stood when it was asked for', async () => {
  const { bytes } = await fetched({ kind: 'sessionFile', session: at.session });
  const file = JSON.parse(bytes.toString('utf8')) as { contestants: { id: string; revisions: { judge: string }[]; sheets: { judge: string }[] }[] };
  expect(file.contestants.map(({ revisions, sheets }) => [revisions.length, sheets.length])).toEqual([[2, 2], [0, 0]]);
});

test('two thousand pasted rows are planned on the register as it is, and the plan can be imported', async () => {
  const rows = Array.from({ length: 2000 }, (_, row) => `示例市第${row + 1}区\t第${row + 1}区\t\t区\t`).join('\n');
  const planned = await at.desk.must('import.preview', { what: 'units', source: { from: 'paste', text: rows } }) as { basis: string; sourceHash: string; rows: unknown[]; changes: { kind: string }[] };
  expect([planned.rows.length, planned.changes.filter((change) => change.kind === 'same').length]).toEqual([2000, 2]);
  expect(await at.desk.command('units.import', { basis: planned.basis, sourceHash: planned.sourceHash, rows: planned.rows })).toMatchObject({ ok: true });
});

test('a file that is none is refused with its reason', async () => {
  const base64 = Buffer.from('<html><body>表</body></html>').toString('base64');
  expect(await at.desk.command('import.preview', { what: 'units', source: { from: 'file', name: '名册.xls', base64 } })).toMatchObject({ code: 'importInvalid', details: { reason: expect.stringContaining('网页文件') as string } });
});

const context = { state: { register: emptyRegister, arena: { sessions: {} } }, read: () => '', settings: { language: 'zh', marking: '内部资料' } } as unknown as ViewContext;
const brokenBy = async (name: string): Promise<{ readonly preview: Answer; readonly document: unknown; readonly reports: readonly string[] }> => {
  const reports: string[] = [];
  const workshop = new Workshop({ report: (line) => { reports.push(line); }, limit: 400, module: path.join(import.meta.dirname, 'fixtures', `${name}.ts`) });
  const preview = await previewImport({ context, workshop }, { what: 'units', source: { from: 'paste', text: '甲区' } });
  const document = await documentMaker({ workshop, context: () => context } as unknown as MakerParts)({ kind: 'unitsTemplate' });
  await workshop.close();
  return { preview, document, reports };
};

test('a thread that ends or never answers refuses the import in a sentence and the document as an internal fault', async () => {
  const internal = { ok: false, code: 'internal', details: {} };
  const died = await brokenBy('dying');
  expect(died.document).toEqual(internal);
  expect(died.preview).toMatchObject({ ok: false, code: 'importInvalid' });
  const silent = await brokenBy('silent');
  expect(silent.document).toEqual(internal);
  expect(silent.preview).toEqual({ ok: false, code: 'importInvalid', details: { reason: '60 秒内没有读完，已停止；请只保留要导入的内容后再试', most: 60 } });
});
