// The moments at the desk that do not go by the book: late and missing sheets, ties, corrections, a frozen wall, a lost pane, keys alone.
// Real host, real sockets, the desk and the wall in a real browser; one house for all, a meeting of its own for each.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import { aMeeting, fullMarks, lockWindow, openWindow, plainRules, type AMeeting, type Wanted } from '../support/aMeeting.ts';
import { root } from '../support/aHouse.ts';
import { deskRoom, type DeskRoom } from './support/deskRoom.ts';

let room: DeskRoom;
beforeAll(async () => {
  room = await deskRoom();
  await room.page.goto(room.house.deskUrl);
  await room.wall.goto(room.house.projectorUrl);
});
afterAll(() => room.close());

const lower = { ...fullMarks, c1: '18.5' };
const big = (action: string) => room.page.locator(`.big-button[data-action="${action}"]:not([data-blocked]):not([disabled])`);
const blockedBig = (action: string) => room.page.locator(`.big-button[data-action="${action}"][data-blocked]`);
const button = (name: string) => room.page.getByRole('button', { name, exact: true });
const dialog = () => room.page.getByRole('dialog');
const wallText = (): Promise<string> => room.wall.locator('.leitai-stage').innerText();

const key = (meeting: AMeeting, contestant: string, at: number, marks = fullMarks): Promise<unknown> =>
  room.clerk.must('sheet.key', { session: meeting.session, contestant, judge: meeting.judges[at], kind: 'marks', marks, basis: 0 });

/** A meeting on the live desk, the wall already its own. */
const onDesk = async (wanted: Wanted): Promise<AMeeting & { readonly first: string; readonly second: string }> => {
  const made = await aMeeting(room.clerk, wanted);
  await room.clerk.must('air.show', { meeting: made.meeting, scene: 'cover', item: made.session, subject: null });
  await room.go(`#/session/${made.session}/live`);
  return { ...made, first: made.units[0] ?? '', second: made.units[1] ?? '' };
};

test('a sheet sent after the lock is listed, not counted, and counts after a correction with a reason', async () => {
  const at = await onDesk({ units: 1, judges: 3 });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  const phone = await room.phone(at, 2);
  for (const place of [0, 1]) await key(at, at.first, place);
  await big('collect').or(blockedBig('collect')).click();
  await button('选中全部未交').click();
  await room.look('gaps');
  await button('缺席').click();
  for (const action of ['check', 'lock', 'reveal']) await big(action).click();
  await room.wall.getByText('93.50').waitFor();
  await phone.must('sheet.submit', { session: at.session, contestant: at.first, kind: 'marks', marks: lower, basis: 0 });

  const late = room.page.getByRole('region', { name: '迟到票' });
  await late.getByText('示例评委3').waitFor();
  await room.look('late');
  expect(await late.getByRole('button', { name: '采纳' }).isDisabled()).toBe(true);
  expect(await room.page.locator('.check-total em').innerText()).toBe('93.50');
  await button('更正').click();
  expect(await dialog().getByRole('button', { name: '重新打开' }).isDisabled()).toBe(true);
  await dialog().getByRole('textbox', { name: '理由' }).fill('评委三的票在锁定后到达');
  await room.look('correct');
  await dialog().getByRole('button', { name: '重新打开' }).click();
  await late.getByRole('button', { name: '采纳' }).click();
  await late.getByText('已采纳').waitFor();
  await room.look('admitted');
  for (const action of ['check', 'lock', 'reveal']) await big(action).click();
  // (93.5 + 93.5 + 83.5) ÷ 3 = 90.17
  await room.wall.getByText('90.17').waitFor();
  expect(await wallText()).toContain('更正');
  await room.page.locator('.stage-head').getByText('已更正').waitFor();
});

test('with too few sheets for the trimming the big button asks to relax it, and the reason stands on the desk and on the paper', async () => {
  const at = await onDesk({ units: 1, judges: 5, rules: defaultRules });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  for (const place of [0, 1, 2]) await key(at, at.first, place);
  for (const place of [3, 4]) await room.clerk.must('gap.decide', { session: at.session, contestant: at.first, judge: at.judges[place], cause: 'absent', note: '' });
  await blockedBig('check').waitFor();
  expect(await room.page.locator('.big-blocked').innerText()).toContain('有效票 3 张');
  await blockedBig('check').click();
  const relax = dialog().getByRole('button', { name: '放宽去分' });
  await room.look('relax');
  expect(await relax.isDisabled()).toBe(true);
  await dialog().getByRole('textbox', { name: '理由' }).fill('两位评委临时缺席');
  await relax.click();
  await big('check').click();
  await room.page.getByText('两位评委临时缺席').waitFor();
  await room.look('relaxed');
  await big('lock').click();
  await big('reveal').waitFor();
  const made = await room.clerk.must('document.make', { kind: 'resultSheet', session: at.session });
  expect(await (await fetch(String(made['url']))).text()).toContain('两位评委临时缺席');
});

test('a tie that reaches the lot is drawn once on the result page, with its seed, and the ranking follows', async () => {
  const rules: Rules = { ...plainRules, ties: [{ by: 'draw' }] };
  const at = await onDesk({ units: 2, judges: 1, rules });
  for (const unit of at.units) {
    await openWindow(room.clerk, at.session, unit);
    await room.clerk.must('timer.start', { session: at.session, contestant: unit, phase: 'speech' });
    await key(at, unit, 0);
    await lockWindow(room.clerk, at.session, unit);
    await room.clerk.must('air.show', { meeting: at.meeting, scene: 'score', item: at.session, subject: unit });
  }
  await blockedBig('finalise').waitFor();
  await room.look('tie');
  await blockedBig('finalise').click();
  await room.page.getByRole('alert').getByText('抽签决定名次').waitFor();
  await room.look('draw');
  await button('抽签').click();
  const [draw] = await expect.poll(() => room.session(at.session).draws).toHaveLength(1).then(() => room.session(at.session).draws);
  await room.page.getByText(`种子 ${draw?.seed ?? '?'}`).waitFor();
  expect(await button('抽签').count()).toBe(0);
  await expect.poll(() => room.page.locator('.result-table .rank').allInnerTexts()).toEqual(['1', '2']);
  const names = await room.page.locator('.result-table tbody th').allInnerTexts();
  expect(names.map((name) => name.includes('第1区'))).toEqual([draw?.order[0] === at.first, draw?.order[0] !== at.first]);
  expect(await room.clerk.command('tie.draw', { session: at.session, contestants: at.units })).toMatchObject({ ok: false, code: 'alreadyDrawn' });
  await room.look('drawn');
});

test('a workbook with faults is shown row by row and column by column, and nothing of it is taken in', async () => {
  const before = Object.keys(room.house.state().register.units).length;
  await room.go('#/register/units');
  await button('文件导入').click();
  await room.look('import-file');
  await dialog().locator('input[type=file]').setInputFiles(path.join(root, 'tests/documents/fixtures/messyUnits.xlsx'));
  await dialog().getByText(/第 \d+ 行 [A-Z]+ 列/).first().waitFor();
  await room.look('import-faults');
  expect(await dialog().getByRole('button', { name: '确认导入' }).isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: '取消' }).click();
  expect(Object.keys(room.house.state().register.units)).toHaveLength(before);
});

test('a second phone asks, the desk shows who asks and lets it in; a short code is given with its time', async () => {
  const at = await onDesk({ units: 1, judges: 2 });
  await openWindow(room.clerk, at.session, at.first);
  await room.phone(at, 0, 'phone-a');
  const second = await room.phone(at, 0, 'phone-b');
  expect(second.closed).toBe(4403);
  await room.page.locator('.square').getByText('新设备请求').waitFor();
  await room.page.locator(`.square[data-judge="${at.judges[0] ?? ''}"]`).click();
  await dialog().getByRole('button', { name: '短码' }).first().click();
  await dialog().getByText(/短码 [2-9A-HJ-NP-Z]{6}，\d\d:\d\d:\d\d 前有效/).waitFor();
  await room.look('devices');
  await dialog().getByRole('button', { name: '允许新设备' }).click();
  await expect.poll(async () => (await room.phone(at, 0, 'phone-b')).closed).toBeNull();
  await room.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});
