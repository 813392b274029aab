// The stage timer on a phone over the LAN, against the real house: the printed card's address, counting by the host's clock, both warnings,
// a pause, a host that goes away and comes back, both ways up.
import { rmSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SeatsView } from '../../shared/meeting/views.ts';
import { aHouse, temporaryFolder } from '../support/aHouse.ts';
import { aMeeting, plainRules, type AMeeting } from '../support/aMeeting.ts';
import { launchBrowser } from '../support/chromium.ts';
import { tokenClient, type WireClient } from '../support/wireClient.ts';
import { buildJudgePages, says } from './support/judgeRoom.ts';

const LIMIT = 12;
const rules = { ...plainRules, time: { ...plainRules.time, speechSeconds: LIMIT, firstWarning: 10, secondWarning: 7 } };

let pages: string;
let browser: Browser;
let folder: string;
let house: Awaited<ReturnType<typeof aHouse>>;
let desk: WireClient;
let made: AMeeting;
let tablet: BrowserContext;
let complaints: string[] = [];

const open = async (): Promise<void> => {
  house = await aHouse({ pages, folder });
  desk = await tokenClient(house.deskUrl, 'desk');
};
const card = (): string => `http://room.test:${house.roomPort}/judge/#s=${made.stage}&k=${house.secretOf(made.stage)}&r=stage`;

beforeAll(async () => {
  pages = buildJudgePages();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = temporaryFolder();
  await open();
  made = await aMeeting(desk, { units: 1, judges: 1, rules });
  complaints = [];
  tablet = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
  // Its clock is an hour and a bit behind: only the host's counts.
  await tablet.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() - 3_601_234;
  });
});
afterEach(async () => {
  desk.close();
  await tablet.close();
  await house.end();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
});

const scan = async (address = card()): Promise<Page> => {
  const page = await tablet.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy|TypeError|ReferenceError/.test(message.text())) complaints.push(message.text()); });
  await page.goto(address);
  return page;
};
const seconds = async (page: Page): Promise<number> => {
  const text = (await page.getByRole('timer').textContent()) ?? '';
  const [minutes = NaN, rest = NaN] = text.replace('+', '').split(':').map(Number);
  return (text.startsWith('+') ? -1 : 1) * (minutes * 60 + rest);
};
const tone = (page: Page): Promise<string | null> => page.locator('.stage-timer').getAttribute('data-tone');
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const stage = (name: 'timer.start' | 'timer.pause'): Promise<unknown> =>
  desk.must(name, { session: made.session, contestant: made.units[0], ...(name === 'timer.start' ? { phase: 'speech' } : {}) });
/** What is left by the host's own state, in whole seconds as shown. */
const left = (): number => {
  const { timer } = house.state().arena.sessions[made.session] ?? {};
  return Math.ceil((LIMIT * 1000 - (timer?.elapsed ?? 0) - (timer?.startedAt == null ? 0 : Date.now() - timer.startedAt.wall)) / 1000);
};

test('the card shows the title, then counts with the host, stands while it is paused, comes back by itself when opened again and is live at the desk', async () => {
  const page = await scan();
  await says(page, '示例擂台');
  expect(page.url()).toBe(`http://room.test:${house.roomPort}/judge/`);
  expect(await page.getByRole('button').count()).toBe(0);
  await desk.must('stage.call', { session: made.session, contestant: made.units[0] });
  await stage('timer.start');
  await says(page, '第1区');
  for (let count = 0; count < 3; count += 1) {
    expect(Math.abs((await seconds(page)) - left())).toBeLessThanOrEqual(1);
    await wait(900);
  }
  expect(left()).toBeLessThan(LIMIT - 1);
  await stage('timer.pause');
  await says(page, /计时暂停/);
  const stood = await seconds(page);
  await wait(1300);
  expect(await seconds(page)).toBe(stood);
  await page.goto(page.url());
  await says(page, /计时暂停/);
  expect([await seconds(page), await page.title()]).toEqual([stood, '台上计时']);
  desk.subscribe('seats', { meeting: made.meeting });
  await desk.view<SeatsView>('seats', (view) => view.seats.find((seat) => seat.seat === made.stage)?.liveness === 'live');
});

/** The figure and the tone right after a change; a busy machine may look a second or two later. */
const at = async (page: Page, figure: number, wanted: string): Promise<void> => {
  expect(await tone(page)).toBe(wanted);
  const shown = await seconds(page);
  expect(shown).toBeLessThanOrEqual(figure);
  expect(shown).toBeGreaterThanOrEqual(figure - 2);
};

test('both warnings, the end and the overtime come in colour and words, also while the host is away; then it is grey until it is back', async () => {
  const page = await scan();
  await desk.must('stage.call', { session: made.session, contestant: made.units[0] });
  await stage('timer.start');
  await says(page, /剩余时间/);
  expect(await tone(page)).toBe('calm');
  await says(page, /请注意时间/);
  await at(page, 10, 'amber');

  desk.close();
  await house.stop();
  await says(page, /即将到时/);
  await at(page, 7, 'orange');
  await says(page, /未确认 · 上次确认 [67] 秒前/);
  expect(await page.evaluate(() => document.body.className)).toBe('stale');
  await page.setViewportSize({ width: 640, height: 360 });
  const word = await page.locator('.stage-timer-word').boundingBox();
  const note = await page.getByRole('status').boundingBox();
  expect((word?.y ?? 999) + (word?.height ?? 999)).toBeLessThanOrEqual(note?.y ?? 0);

  await open();
  await says(page, /已超时（约）/);
  await expect.poll(() => page.evaluate(() => document.body.className)).toBe('');
  expect([await tone(page), Math.abs((await seconds(page)) - left()) <= 2]).toEqual(['red', true]);
});

test.each([[360, 640], [640, 360], [768, 1024], [1024, 768]])('at %d×%d the digits fill the glass and nothing is cut', async (width, height) => {
  const page = await scan();
  await page.setViewportSize({ width, height });
  await desk.must('stage.call', { session: made.session, contestant: made.units[0] });
  await stage('timer.start');
  await says(page, '第1区');
  const boxes = await page.locator('.stage-timer p').evaluateAll((lines) => lines.map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const { left: from, right, top, bottom } = range.getBoundingClientRect();
    return { from, right, top, bottom };
  }));
  const faults = boxes.filter((box) => box.from < 0 || box.right > width || box.top < 0 || box.bottom > height);
  const digits = await page.getByRole('timer').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect([faults, boxes.length]).toEqual([[], 3]);
  expect(digits).toBeGreaterThanOrEqual(Math.min(width * 0.35, height * 0.5));
});
