// The hard moments of scoring at the desk: a late sheet, too few sheets, a tie, a faulty workbook, a second phone, a result opened again.
// Real host, real sockets, the desk and the wall in a real browser; one house for all, a meeting of its own for each.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import { fullMarks, lockWindow, openWindow, plainRules } from '../support/aMeeting.ts';
import { root } from '../support/aHouse.ts';
import { deskRoom, type DeskRoom } from './support/deskRoom.ts';

let room: DeskRoom;
beforeAll(async () => { room = await deskRoom(); });
afterAll(() => room.close());

const lower = { ...fullMarks, c1: '18.5' };

test('a sheet sent after the lock is listed, not counted, and counts after a correction with a reason', async () => {
  const at = await room.onDesk({ units: 1, judges: 3 });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  const phone = await room.phone(at, 2);
  for (const place of [0, 1]) await room.key(at, at.first, place);
  await room.big('collect').or(room.blockedBig('collect')).click();
  await room.button('选中全部未交').click();
  await room.look('gaps');
  await room.button('缺席').click();
  for (const action of ['check', 'lock', 'reveal']) await room.big(action).click();
  await room.wall.getByText('93.50').waitFor();
  await phone.must('sheet.submit', { session: at.session, contestant: at.first, kind: 'marks', marks: lower, basis: 0 });

  const late = room.page.getByRole('region', { name: '迟到票' });
  await late.getByText('示例评委3').waitFor();
  await room.look('late');
  expect(await late.getByRole('button', { name: '采纳' }).isDisabled()).toBe(true);
  expect(await room.page.locator('.check-total em').innerText()).toBe('93.50');
  await room.button('更正').click();
  expect(await room.dialog().getByRole('button', { name: '重新打开' }).isDisabled()).toBe(true);
  await room.dialog().getByRole('textbox', { name: '理由' }).fill('评委三的票在锁定后到达');
  await room.look('correct');
  await room.dialog().getByRole('button', { name: '重新打开' }).click();
  await late.getByRole('button', { name: '采纳' }).click();
  await late.getByText('已采纳').waitFor();
  await room.look('admitted');
  for (const action of ['check', 'lock', 'reveal']) await room.big(action).click();
  // (93.5 + 93.5 + 83.5) ÷ 3 = 90.17
  await room.wall.getByText('90.17').waitFor();
  expect(await room.wallText()).toContain('更正');
  await room.page.locator('.stage-head').getByText('已更正').waitFor();
});

test('with too few sheets for the trimming the big button asks to relax it, and the reason stands on the desk and on the paper', async () => {
  const at = await room.onDesk({ units: 1, judges: 5, rules: defaultRules });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  for (const place of [0, 1, 2]) await room.key(at, at.first, place);
  for (const place of [3, 4]) await room.clerk.must('gap.decide', { session: at.session, contestant: at.first, judge: at.judges[place], cause: 'absent', note: '' });
  await room.blockedBig('check').waitFor();
  expect(await room.page.locator('.big-blocked').innerText()).toContain('有效票 3 张');
  await room.blockedBig('check').click();
  const relax = room.dialog().getByRole('button', { name: '放宽去分' });
  await room.look('relax');
  expect(await relax.isDisabled()).toBe(true);
  await room.dialog().getByRole('textbox', { name: '理由' }).fill('两位评委临时缺席');
  await relax.click();
  await room.big('check').click();
  await room.page.getByText('两位评委临时缺席').waitFor();
  await room.look('relaxed');
  await room.big('lock').click();
  await room.big('reveal').waitFor();
  const made = await room.clerk.must('document.make', { kind: 'resultSheet', session: at.session });
  expect(await (await fetch(String(made['url']))).text()).toContain('两位评委临时缺席');
});

test('a tie that reaches the lot is drawn once on the result page, with its seed, and the ranking follows', async () => {
  const rules: Rules = { ...plainRules, ties: [{ by: 'draw' }] };
  const at = await room.onDesk({ units: 2, judges: 1, rules });
  for (const unit of at.units) {
    await openWindow(room.clerk, at.session, unit);
    await room.clerk.must('timer.start', { session: at.session, contestant: unit, phase: 'speech' });
    await room.key(at, unit, 0);
    await lockWindow(room.clerk, at.session, unit);
    await room.clerk.must('air.show', { meeting: at.meeting, scene: 'score', item: at.session, subject: unit });
  }
  await room.blockedBig('finalise').waitFor();
  await room.look('tie');
  await room.blockedBig('finalise').click();
  await room.page.getByRole('alert').getByText('抽签决定名次').waitFor();
  await room.look('draw');
  await room.button('抽签').click();
  const [draw] = await expect.poll(() => room.session(at.session).draws).toHaveLength(1).then(() => room.session(at.session).draws);
  await room.page.getByText(`种子 ${draw?.seed ?? '?'}`).waitFor();
  expect(await room.button('抽签').count()).toBe(0);
  await expect.poll(() => room.page.locator('.result-table .rank').allInnerTexts()).toEqual(['1', '2']);
  const names = await room.page.locator('.result-table tbody th').allInnerTexts();
  expect(names.map((name) => name.includes('第1区'))).toEqual([draw?.order[0] === at.first, draw?.order[0] !== at.first]);
  expect(await room.clerk.command('tie.draw', { session: at.session, contestants: at.units })).toMatchObject({ ok: false, code: 'alreadyDrawn' });
  await room.look('drawn');
});

test('a workbook with faults is shown row by row and column by column, and nothing of it is taken in', async () => {
  const before = Object.keys(room.house.state().register.units).length;
  await room.go('#/register/units');
  await room.button('文件导入').click();
  await room.look('import-file');
  await room.dialog().locator('input[type=file]').setInputFiles(path.join(root, 'tests/documents/fixtures/messyUnits.xlsx'));
  await room.dialog().getByText(/第 \d+ 行 [A-Z]+ 列/).first().waitFor();
  await room.look('import-faults');
  expect(await room.dialog().getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
  await room.dialog().getByRole('button', { name: '取消' }).click();
  expect(Object.keys(room.house.state().register.units)).toHaveLength(before);
});

test('a second phone asks, the desk shows who asks and lets it in; a short code is given with its time', async () => {
  const at = await room.onDesk({ units: 1, judges: 2 });
  await openWindow(room.clerk, at.session, at.first);
  await room.phone(at, 0, 'phone-a');
  const second = await room.phone(at, 0, 'phone-b');
  expect(second.closed).toBe(4403);
  await room.page.locator('.square').getByText('新设备请求').waitFor();
  await room.page.locator(`.square[data-judge="${at.judges[0] ?? ''}"]`).click();
  await room.dialog().getByRole('button', { name: '短码' }).first().click();
  await room.dialog().getByText(/短码 [2-9A-HJ-NP-Z]{6}，\d\d:\d\d:\d\d 前有效/).waitFor();
  await room.look('devices');
  await room.dialog().getByRole('button', { name: '允许新设备' }).click();
  await expect.poll(async () => (await room.phone(at, 0, 'phone-b')).closed).toBeNull();
  await room.page.keyboard.press('Escape');
  await room.dialog().waitFor({ state: 'detached' });
});

test('a final result is opened again with a reason, corrected, and made final again', async () => {
  const at = await room.onDesk({ units: 1, judges: 1 });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  await room.key(at, at.first, 0);
  await lockWindow(room.clerk, at.session, at.first);
  for (const action of ['reveal', 'finalise']) await room.big(action).click();
  await room.big('printResult').waitFor();
  await room.look('final');
  await room.go(`#/session/${at.session}/result`);
  await room.button('重新打开').click();
  await room.dialog().getByRole('textbox', { name: '理由' }).fill('复核发现录票有误');
  await room.look('reopen');
  await room.dialog().getByRole('button', { name: '重新打开' }).click();
  await room.dialog().waitFor({ state: 'detached' });
  await room.go(`#/session/${at.session}/live`);
  await room.button('更正').click();
  await room.dialog().getByRole('textbox', { name: '理由' }).fill('评委一第一项录错');
  await room.dialog().getByRole('button', { name: '重新打开' }).click();
  await room.dialog().waitFor({ state: 'detached' });
  await room.clerk.must('sheet.key', { session: at.session, contestant: at.first, judge: at.judges[0], kind: 'marks', marks: lower, basis: 1 });
  for (const action of ['check', 'lock', 'reveal', 'finalise']) await room.big(action).click();
  await room.big('printResult').waitFor();
  await room.go(`#/session/${at.session}/result`);
  const row = room.page.locator('.result-table tbody tr');
  await row.getByText('83.50').waitFor();
  await row.getByText('更正').waitFor();
  await room.look('final-again');
});

test('the page kept to its own rules: no error, no warning, nothing against the content policy', () => {
  expect(room.faults).toEqual([]);
});
