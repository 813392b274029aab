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

test('a frozen or blank wall keeps its picture while the desk goes on; what is revealed meanwhile is seen only at 直播', async () => {
  const at = await onDesk({ units: 1, judges: 1 });
  const page = room.page;
  await room.wall.getByText('示例会议').waitFor();
  await page.keyboard.press('f');
  await page.locator('.air-state[data-state="frozen"]').waitFor();
  const picture = await wallText();
  for (const action of ['call', 'present', 'openWindow']) await big(action).click();
  await key(at, at.first, 0);
  for (const action of ['check', 'lock']) await big(action).click();
  await blockedBig('reveal').waitFor();
  expect(await page.locator('.big-blocked').innerText()).toContain('请先按「直播」');
  await page.keyboard.press('F2');
  await page.locator('.ant-message').getByText('大屏已冻结').waitFor();
  await room.look('frozen');
  expect(room.house.state().meeting.meetings[at.meeting]?.air.show?.scene).toBe('cover');
  expect(await wallText()).toBe(picture);
  await page.keyboard.press('k');
  await page.locator('.air-state[data-state="blank"]').waitFor();
  await page.keyboard.press('F4');
  await expect.poll(() => room.house.state().meeting.meetings[at.meeting]?.air.show?.scene).toBe('score');
  await room.look('blank');
  expect(await wallText()).not.toContain('93.50');
  expect(room.session(at.session).contestants[at.first]?.window.revealedLock).toBe(0);
  await page.keyboard.press('l');
  await room.wall.getByText('93.50').waitFor();
  await expect.poll(() => room.session(at.session).contestants[at.first]?.window.revealedLock).toBe(1);
});

test('skip, to the end, another speaker and a withdrawal change the run sheet and nothing on the wall', async () => {
  const at = await onDesk({ units: 4, judges: 1 });
  const names = () => room.page.locator('.run-name').allInnerTexts();
  const menu = async (row: string, item: string): Promise<void> => {
    await room.page.locator('.run-row', { hasText: row }).click();
    await room.page.getByRole('heading', { name: row, level: 1 }).waitFor();
    await button('更多').click();
    await room.page.getByRole('menuitem', { name: item }).click();
  };
  await room.wall.getByText('示例会议').waitFor();
  const picture = await wallText();
  await menu('第1区', '跳过，排到下一位之后');
  await expect.poll(names).toEqual(['第2区', '第1区', '第3区', '第4区']);
  await menu('第1区', '移到最后');
  await expect.poll(names).toEqual(['第2区', '第3区', '第4区', '第1区']);
  await menu('第3区', '换人汇报');
  await dialog().getByRole('textbox', { name: '汇报人' }).fill('示例副职');
  await room.look('substitute');
  await dialog().getByRole('button', { name: '换人汇报' }).click();
  await room.page.getByText('汇报人 示例副职').waitFor();
  await menu('第4区', '退出');
  await dialog().getByRole('textbox', { name: '理由' }).fill('因防汛请假');
  await room.look('withdraw');
  await dialog().getByRole('button', { name: '确认退出' }).click();
  await room.page.locator('.run-row[data-stage="withdrawn"]', { hasText: '第4区' }).waitFor();
  await room.look('menu-done');
  expect(await big('call').innerText()).toContain('第2区');
  expect(Object.values(room.session(at.session).contestants).filter((each) => each.stage === 'withdrawn')).toHaveLength(1);
  expect(await wallText()).toBe(picture);
});

test('a final result is opened again with a reason, corrected, and made final again', async () => {
  const at = await onDesk({ units: 1, judges: 1 });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  await key(at, at.first, 0);
  await lockWindow(room.clerk, at.session, at.first);
  for (const action of ['reveal', 'finalise']) await big(action).click();
  await big('printResult').waitFor();
  await room.look('final');
  await room.go(`#/session/${at.session}/result`);
  await button('重新打开').click();
  await dialog().getByRole('textbox', { name: '理由' }).fill('复核发现录票有误');
  await room.look('reopen');
  await dialog().getByRole('button', { name: '重新打开' }).click();
  await dialog().waitFor({ state: 'detached' });
  await room.go(`#/session/${at.session}/live`);
  await button('更正').click();
  await dialog().getByRole('textbox', { name: '理由' }).fill('评委一第一项录错');
  await dialog().getByRole('button', { name: '重新打开' }).click();
  await room.clerk.must('sheet.key', { session: at.session, contestant: at.first, judge: at.judges[0], kind: 'marks', marks: lower, basis: 1 });
  for (const action of ['check', 'lock', 'reveal', 'finalise']) await big(action).click();
  await big('printResult').waitFor();
  await room.go(`#/session/${at.session}/result`);
  const row = room.page.locator('.result-table tbody tr');
  await row.getByText('83.50').waitFor();
  await row.getByText('更正').waitFor();
  await room.look('final-again');
});

test('rules that do not add up are told in words and cannot be made ready; put right, they can', async () => {
  const { meeting } = await room.clerk.must('meeting.create', { title: '规则' });
  const { session } = await room.clerk.must('session.create', { meeting, title: '规则' });
  const { units, people } = room.house.state().register;
  await room.clerk.must('session.contestants', { session, contestants: Object.keys(units).slice(0, 2) });
  await room.clerk.must('session.judges', { session, judges: Object.keys(people).map((judge) => ({ judge, panel: 'A' })) });
  await room.clerk.must('session.order', { session, method: 'protocol' });
  await room.go(`#/session/${String(session)}/setup/rules`);
  const check = room.page.getByRole('status', { name: '检查' });
  const points = room.page.getByLabel('晒成绩 满分');
  await points.fill('20');
  await check.getByText('评分项满分合计 90，应为 100').waitFor();
  await room.page.locator('.setup-blocked').getByText('评分项满分合计 90，应为 100').waitFor();
  await room.look('rules-wrong');
  expect(await button('就绪并开始').isDisabled()).toBe(true);
  await points.fill('3o');
  await check.getByText('有空缺或格式不对的数字').waitFor();
  expect(await button('就绪并开始').isDisabled()).toBe(true);
  await points.fill('30');
  await check.getByText('规则对得上').waitFor();
  await room.go(`#/session/${String(session)}/setup/go`);
  await room.look('go');
  await button('就绪').click();
  await expect.poll(() => room.session(String(session)).phase).toBe('ready');
});

test('language, lock and reload leave a person where they were', async () => {
  const at = await onDesk({ units: 2, judges: 1 });
  await big('call').click();
  await room.page.getByText('EN', { exact: true }).click();
  await room.page.getByText('Start presentation').waitFor();
  await room.look('english');
  await room.page.getByText('中', { exact: true }).click();
  await big('present').waitFor();
  const here = room.page.url();
  await room.page.reload();
  await big('present').waitFor();
  expect(room.page.url()).toBe(here);
  await room.clerk.must('pin.set', { pin: '2468' });
  const before = await wallText();
  await button('锁屏').click();
  await room.page.getByRole('heading', { name: '主持台已锁定' }).waitFor();
  await room.look('locked');
  expect(await wallText()).toBe(before);
  await room.page.keyboard.type('1111');
  await room.page.keyboard.press('Enter');
  await room.page.getByRole('alert').getByText('口令不对').waitFor();
  await room.page.waitForTimeout(1_100);
  await room.page.keyboard.type('2468');
  await room.page.keyboard.press('Enter');
  await big('present').waitFor();
  expect(room.page.url()).toBe(here);
  expect(room.session(at.session).onStage).toBe(at.first);
});

test('a whole contestant goes from the call to the reveal by keys alone, and the focus is always to be seen', async () => {
  const at = await onDesk({ units: 1, judges: 1 });
  const { keyboard } = room.page;
  const step = async (action: string): Promise<void> => {
    await big(action).waitFor();
    await keyboard.press('F2');
  };
  await big('call').waitFor();
  await keyboard.press('Tab');
  const focused = await room.page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return { tag: document.activeElement?.tagName, seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' };
  });
  expect(focused).toEqual({ tag: expect.not.stringMatching('BODY'), seen: true });
  for (const action of ['call', 'present', 'openWindow']) await step(action);
  await blockedBig('collect').waitFor();
  await keyboard.press('e');
  await room.page.getByRole('grid', { name: '录票表' }).waitFor();
  for (const mark of Object.values(fullMarks)) {
    await keyboard.type(mark);
    await keyboard.press('Enter');
  }
  await room.page.getByText('全部录完').waitFor();
  await room.look('keyed');
  for (const action of ['check', 'lock', 'reveal']) await step(action);
  await room.wall.getByText('93.50').waitFor();
  expect(room.session(at.session).contestants[at.first]?.window.sheets).toHaveProperty(at.judges[0] ?? '');
});

test('a fault in one pane leaves the rest of the desk and the wall standing, and loading again mends it', async () => {
  const at = await onDesk({ units: 1, judges: 1 });
  await big('call').click();
  await big('present').waitFor();
  await room.wall.getByText('示例会议').waitFor();
  const picture = await wallText();
  let spoilt = true;
  // A view no host would send: the judges of the session are not a list.
  await room.page.routeWebSocket(/\/desk$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((frame) => host.send(frame));
    host.onMessage((frame) => {
      const message = JSON.parse(String(frame)) as { type: string; topic?: string; data?: object };
      socket.send(spoilt && message.topic === 'session' ? JSON.stringify({ ...message, data: { ...message.data, judges: 7 } }) : frame);
    });
  });
  await room.page.reload();
  await room.page.getByRole('alert').getByText('这一块显示出错').waitFor();
  await room.look('broken');
  expect(await room.page.getByRole('navigation', { name: '流程单' }).getByText('第1区').count()).toBe(1);
  expect(await wallText()).toBe(picture);
  await room.page.keyboard.press('F2');
  await expect.poll(() => room.session(at.session).contestants[at.first]?.stage).toBe('presenting');
  spoilt = false;
  await button('重新载入本页').click();
  await room.page.getByRole('region', { name: '评委组' }).getByText('示例评委1').waitFor();
  expect(room.faults.filter((fault) => fault.includes('not a function') || fault.includes('TypeError')).length).toBeGreaterThan(0);
  room.faults.splice(0);
});
