// The judge's page against the real house: card, confirmation, marks, receipt, the desk's own entry beside the phone's, lock.
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { WindowView } from '../../shared/arena/views.ts';
import type { SeatsView } from '../../shared/meeting/views.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import { aHouse } from '../support/aHouse.ts';
import { launchBrowser } from '../support/chromium.ts';
import { tokenClient, type WireClient } from '../support/wireClient.ts';
import { buildJudgePages, MARKS, says, TOTAL, typeMarks } from './support/judgeRoom.ts';

let pages: string;
let house: Awaited<ReturnType<typeof aHouse>>;
let browser: Browser;
let desk: WireClient;

beforeAll(async () => {
  pages = buildJudgePages();
  house = await aHouse({ pages });
  browser = await launchBrowser();
  desk = await tokenClient(house.deskUrl, 'desk');
});
afterAll(async () => {
  desk.close();
  await browser.close();
  await house.end();
  rmSync(pages, { recursive: true, force: true });
});

const rules = { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, dropHighest: 0, dropLowest: 0, minimum: 1 })) };

/** A session of one judge and one unit, open for scoring, and the card's address. */
const openedSession = async (): Promise<{ readonly window: { readonly session: string; readonly contestant: string }; readonly judge: string; readonly address: string }> => {
  await desk.must('unit.keep', { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '区', group: '' } });
  await desk.must('person.keep', { person: null, values: { name: '张三', title: '主任', panel: '', home: '' } });
  desk.subscribe('register');
  const register = await desk.view<RegisterView>('register', (view) => view.units.length === 1 && view.people.length === 1);
  const [contestant, judge] = [register.units[0]?.id ?? '', register.people[0]?.id ?? ''];
  const { meeting } = await desk.must('meeting.create', { title: '示例会议' });
  const { session } = (await desk.must('session.create', { meeting, title: '示例擂台', rules })) as { session: string };
  await desk.must('session.contestants', { session, contestants: [contestant] });
  await desk.must('session.judges', { session, judges: [{ judge, panel: 'A' }] });
  await desk.must('session.order', { session, method: 'draw' });
  await desk.must('session.ready', { session });
  await desk.must('seat.issue', { meeting, seats: [{ role: 'judge', subject: judge }] });
  await desk.must('session.start', { session });
  await desk.must('stage.call', { session, contestant });
  await desk.must('timer.start', { session, contestant, phase: 'speech' });
  await desk.must('window.open', { session, contestant });
  desk.subscribe('seats', { meeting: String(meeting) });
  const seats = await desk.view<SeatsView>('seats', (view) => view.seats.length === 1);
  const seat = seats.seats[0]?.seat ?? '';
  return { window: { session, contestant }, judge, address: `http://room.test:${house.roomPort}/judge/#s=${seat}&k=${house.secretOf(seat)}` };
};

const scan = async (address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
};

test('a judge scans the card, scores to the house\'s receipt, is asked about the desk\'s entry, and reads only after the lock', async () => {
  const { window, judge, address } = await openedSession();
  const page = await scan(address);
  await says(page, '评委组');
  await page.getByRole('button', { name: '是，进入评分' }).click();
  await page.getByRole('button', { name: /甲区/ }).click();
  await typeMarks(page);
  await page.getByRole('button', { name: `给 甲区 提交 ${TOTAL} 分` }).click();
  await says(page, /已收到 \d\d:\d\d:\d\d · 回执 [0-9A-F]{4}/);
  desk.subscribe('window', window);
  expect((await desk.view<WindowView>('window', (view) => view.judges[0]?.revision === 1)).judges[0]).toMatchObject({ status: 'submitted', marks: MARKS, source: 'phone' });

  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('晒成绩 减 0.5').click();
  await desk.must('sheet.key', { ...window, judge, kind: 'marks', marks: { ...MARKS, c1: '20' }, basis: 1 });
  await says(page, '主持台已有另一个版本，请选择');
  await page.getByRole('button', { name: '提交我填的 91.5' }).click();
  await says(page, /已收到 \d\d:\d\d:\d\d/);
  expect((await desk.view<WindowView>('window', (view) => view.judges[0]?.revision === 3)).judges[0]?.total).toBe('91.5');

  await desk.must('window.check', window);
  await desk.must('window.lock', window);
  await says(page, '已锁定，不能再改。');
  await page.reload();
  await says(page, '已锁定，不能再改。');
  expect(await page.locator('tfoot td').textContent()).toBe('91.5');
});

test('the desk sees the page as live for as long as it draws what it is sent', async () => {
  const liveness = (): string | undefined => (desk.views.get('seats')?.data as SeatsView | undefined)?.seats[0]?.liveness;
  await expect.poll(liveness, { timeout: 8000 }).toBe('live');
  await new Promise((resolve) => setTimeout(resolve, 7000));
  expect(liveness()).toBe('live');
});
