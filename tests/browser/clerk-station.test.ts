// The stations' page as built, on the real host over plain HTTP: in by code or card, calm at every size, out when the desk says so.
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aMeeting } from '../support/aMeeting.ts';
import { says, StationRoom } from './support/stationRoom.ts';

let room: StationRoom;
beforeAll(async () => {
  room = await StationRoom.open();
});
afterAll(() => room.close());
afterEach(async () => {
  await room.leave();
  if (room.complaints.length > 0) throw new Error(room.complaints.splice(0).join('\n'));
});

const EMPTY = '录票任务还没有分到本台';

describe('into a station', () => {
  test('a laptop opens the short address, types the code and stands at its station, also after a reload', async () => {
    const seat = await room.add('clerk', '录票台 1');
    const page = await room.tablet(room.address('', 'c'));
    await says(page, '请输入席位码');
    await room.look(page, 'station-code');
    await page.getByLabel('席位码（6 位）').fill('222222');
    await page.getByRole('button', { name: '进入本台' }).click();
    await says(page, '席位码不对或已过期');
    await page.getByLabel('席位码（6 位）').fill((await room.code(seat)).toLowerCase());
    await page.getByRole('button', { name: '进入本台' }).click();
    await says(page, EMPTY);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('录票台 1');
    await says(page, '2026 年第四季度书记擂台暨民主测评');
    await page.reload();
    await says(page, EMPTY);
    expect(await page.evaluate('typeof crypto.subtle')).toBe('undefined');
  });

  test('a scanned card leaves the address bar, and its secret stands in no frame and no request', async () => {
    const seat = await room.add('supervisor', '监督员');
    const sent: string[] = [];
    const page = await room.tablet(room.address());
    page.on('request', (request) => sent.push(request.url().replace(/#.*/, '')));
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(payload.toString())));
    await page.goto(await room.card(seat));
    await says(page, '还没有送到本台复核的票批');
    expect(page.url()).toBe(room.address());
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.join('\n')).not.toContain(room.house.secretOf(seat));
  });

  test('a judge’s card is none here, and a station’s card none on the judges’ page', async () => {
    const { cards } = await aMeeting(room.desk, { units: 1, judges: 1 });
    const judge = cards[0]?.seat ?? '';
    const here = await room.tablet(room.address(`#s=${judge}&k=${room.house.secretOf(judge)}`));
    await says(here, '请输入席位码');
    const seat = await room.add('clerk', '录票台 乙');
    const there = await room.tablet((await room.card(seat)).replace('/clerk/', '/judge/'));
    await says(there, '请输入席位码');
    await here.goto(await room.card(seat));
    await says(here, EMPTY);
  });
});

describe('at a station', () => {
  test.each([[1280, 800], [1024, 768], [768, 1024]])('at %d×%d the surface fills the glass, nothing runs out and every target is 48 px high', async (width, height) => {
    const seat = await room.add('clerk', `市委组织部第一录票台（${width}）`);
    const page = await room.tablet(await room.card(seat), { width, height });
    await says(page, EMPTY);
    await room.look(page, `station-${width}`);
    const faults = await page.evaluate(() => {
      const small = Array.from(document.querySelectorAll('button')).filter((target) => target.getBoundingClientRect().height < 47.9).map((target) => target.textContent);
      const { scrollWidth, scrollHeight } = document.documentElement;
      const cut = Array.from(document.querySelectorAll('header h1, .linkLine')).filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => `cut: ${each.textContent}`);
      return [...small, ...cut, ...(scrollWidth > innerWidth ? ['sideways'] : []), ...(scrollHeight > innerHeight ? ['taller than the glass'] : [])];
    });
    expect(faults).toEqual([]);
    expect(await page.locator('footer').last().evaluate((foot) => Math.round(foot.getBoundingClientRect().bottom))).toBe(height);
  });

  test('English is one tap away and stays', async () => {
    const page = await room.tablet(await room.card(await room.add('clerk', '录票台 E')));
    await says(page, EMPTY);
    await page.getByRole('button', { name: '切换到英文' }).click();
    await says(page, 'No batch has been given to this station yet');
    await page.reload();
    await says(page, 'No batch has been given to this station yet');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('of two tabs the newer works and the older steps back until called', async () => {
    const card = await room.card(await room.add('clerk', '录票台 双'));
    const older = await room.tablet(card);
    await says(older, EMPTY);
    const newer = await older.context().newPage();
    await newer.goto(room.address());
    await says(newer, EMPTY);
    await says(older, '已在另一个页面打开');
    await older.getByRole('button', { name: '改在这里继续' }).click();
    await says(older, EMPTY);
    await says(newer, '已在另一个页面打开');
  });
});

describe('the desk decides', () => {
  test('another device waits for one tap; renewed and removed cards are said, and a new code brings the station back', async () => {
    const seat = await room.add('clerk', '录票台 换');
    const card = await room.card(seat);
    const first = await room.tablet(card);
    await says(first, EMPTY);
    const second = await room.tablet(card);
    await says(second, '请主持台确认本机');
    await room.look(second, 'station-tap');
    const approve = async (): Promise<void> => {
      room.desk.subscribe('seats', { meeting: room.meeting });
      const view = await room.desk.view<{ seats: readonly { seat: string; waiting: readonly string[] }[] }>('seats', (each) => each.seats.some((held) => held.seat === seat && held.waiting.length > 0));
      await room.desk.must('device.approve', { meeting: room.meeting, seat, browser: view.seats.find((held) => held.seat === seat)?.waiting[0] });
    };
    await approve();
    await says(second, EMPTY);
    await says(first, '请主持台确认本机');
    await room.desk.must('seat.renew', { meeting: room.meeting, seat });
    await says(second, '本台席位已失效');
    await room.look(second, 'station-void');
    await second.getByRole('button', { name: '输入席位码' }).click();
    await second.getByLabel('席位码（6 位）').fill(await room.code(seat));
    await second.getByRole('button', { name: '进入本台' }).click();
    await says(second, EMPTY);
    await room.desk.must('station.remove', { meeting: room.meeting, seat });
    await says(second, '本台席位已失效');
  });

  test('stations are added, shown and removed in the set-up’s seats step, with a card to scan and a code to type', async () => {
    const { session, meeting } = await aMeeting(room.desk, { units: 1, judges: 1, start: false });
    const desk = await room.browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    desk.setDefaultTimeout(10_000);
    desk.on('pageerror', (error) => room.complaints.push(error.message));
    desk.on('console', (message) => { if (message.type() === 'error') room.complaints.push(message.text()); });
    await desk.goto(room.house.deskUrl);
    await desk.locator('.desk').waitFor();
    await desk.evaluate((to) => { location.hash = to; }, `#/session/${session}/setup/seats`);
    await says(desk, '还没有录票台');
    await desk.getByRole('button', { name: '增加', exact: true }).click();
    await says(desk, '录票台 1');
    await desk.getByRole('button', { name: '增加', exact: true }).click();
    await says(desk, '录票台 2');
    await desk.getByText('监督员', { exact: true }).first().click();
    await desk.getByRole('button', { name: '增加', exact: true }).click();
    await expect.poll(() => Object.values(room.house.state().meeting.meetings[meeting]?.stations ?? {}).map((station) => station.role)).toEqual(['clerk', 'clerk', 'supervisor']);
    const line = desk.getByRole('listitem').filter({ hasText: '录票台 2' });
    await line.getByRole('button', { name: '席位卡' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('img', { name: '平板扫码进入' }).waitFor();
    await dialog.getByRole('button', { name: '给一个席位码' }).click();
    const code = await dialog.getByText(/^[2-9A-Z]{6}$/).innerText();
    await room.look(desk, 'desk-station-card');
    const page = await room.tablet(room.address());
    await page.getByLabel('席位码（6 位）').fill(code);
    await page.getByRole('button', { name: '进入本台' }).click();
    await says(page, '录票台 2');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await says(desk, '录票台 · 在线');
    await room.look(desk, 'desk-stations');
    await line.getByRole('button', { name: '移除' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await says(page, '本台席位已失效');
    await desk.close();
  });
});

test('a host that falls silent makes the page grey and say how long', async () => {
  const own = await StationRoom.open();
  const page = await own.tablet(await own.card(await own.add('clerk', '录票台 1')));
  await says(page, EMPTY);
  await own.house.stop();
  await expect.poll(() => page.locator('body').innerText(), { timeout: 15_000 }).toMatch(/上次确认 \d+ 秒前，正在重新连接/);
  expect(await page.locator('.station.stale').count()).toBe(1);
  await own.look(page, 'station-stale');
  await own.browser.close();
  own.desk.close();
  rmSync(own.house.folder, { recursive: true, force: true });
});
