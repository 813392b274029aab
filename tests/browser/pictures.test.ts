// The README's pictures from a real run with the sample data: desk, projector and phones of one meeting, each checked for what it must show.
// They are written into the guide only when LEITAI_PICTURES=write; otherwise they are taken, checked and thrown away.
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { criteriaOf } from '../../shared/arena/rules.ts';
import { SeatKeys } from '../../electron/server/seatKeys.ts';
import type { SessionView } from '../../shared/arena/views.ts';
import type { HomeView } from '../../shared/contract/home.ts';
import type { SeatsView } from '../../shared/meeting/views.ts';
import { Album, shotOf, sizeOf } from './support/album.ts';
import { Hall } from './support/hall.ts';
import { Operator } from './support/operator.ts';
import { marksFor, Phone } from './support/phone.ts';
import { command, viewOf } from './support/program.ts';

const hall = new Hall(['--sample']);
const DESK = { width: 1366, height: 768 };
const WALL = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 640 };
const withPhones = ['赵知远', '钱思齐', '孙明理', '李守正'] as const;
const phones = new Map<string, Phone>();
let album: Album;
let desk: Operator;
let wall: Page;
let open: HomeView['sessions'][number];

beforeAll(async () => {
  await hall.open();
  album = new Album(hall.browser);
}, 90_000);
afterEach(async ({ task }) => { if (task.result?.state === 'fail') await hall.testify(); });
afterAll(async () => {
  if (process.env['LEITAI_PICTURES'] !== 'write') rmSync(album.folder, { recursive: true, force: true });
  await hall.close();
}, 30_000);

const sessionView = (): Promise<SessionView> => viewOf<SessionView>(hall.host, `session?session=${open.id}`);
const first = (): Phone => {
  const found = phones.get(withPhones[0]);
  if (found === undefined) throw new Error('no phone');
  return found;
};
/** Fails unless every one of these stands on the page. */
const shows = async (page: Page, ...texts: readonly string[]): Promise<void> => {
  for (const text of texts) await page.getByText(text).first().waitFor();
};

const pairPhones = async (): Promise<void> => {
  const { judges } = await sessionView();
  await command(hall.host, 'seat.issue', { meeting: open.meeting, seats: judges.map((judge) => ({ role: 'judge', subject: judge.id })) });
  const { seats } = await viewOf<SeatsView>(hall.host, `seats?meeting=${open.meeting}`);
  const keys = new SeatKeys(path.join(hall.folder, 'seat.keys'));
  for (const name of withPhones) {
    const seat = seats.find((each) => each.name === name)?.seat ?? '';
    const page = hall.watched(await (await hall.phone()).newPage(), name);
    await page.goto(hall.cardUrl({ seat, secret: keys.secret(seat, 1) }));
    const phone = new Phone(page);
    await phone.confirm(name);
    phones.set(name, phone);
  }
};

/** Keys paper for everyone who owes a sheet and has no phone, but for the last `left`. */
const keyRest = async (name: string, left: number): Promise<void> => {
  const { contestants, judges, rules } = await sessionView();
  const contestant = contestants.find((each) => each.name === name);
  const owing = judges.filter((judge) => judge.home !== contestant?.id && !withPhones.some((each) => each === judge.name));
  for (const [at, judge] of owing.slice(0, owing.length - left).entries()) {
    const marks = Object.fromEntries(marksFor(84 + ((at * 5) % 11)).map((mark, column) => [criteriaOf(rules)[column]?.id ?? '', mark]));
    await command(hall.host, 'sheet.key', { session: open.id, contestant: contestant?.id, judge: judge.id, kind: 'marks', marks, basis: 0 });
  }
};

test('the rules page of the set-up sums up every section in a line, says that all adds up and writes the rule sheet beside', async () => {
  const { sessions } = await viewOf<HomeView>(hall.host, 'home');
  const found = sessions.find((each) => each.phase === 'ready');
  if (found === undefined) throw new Error('the sample has no session that is ready');
  open = found;
  desk = new Operator(await hall.desk(DESK));
  wall = await hall.projector();
  await desk.choose(open.title);
  await desk.press('筹备', 'link');
  await desk.press('解锁修改');
  await desk.choose('顺序');
  await desk.press('按建制序');
  await desk.choose('规则');
  await shows(desk.page, '示例数据', '规则对得上', '打分票：5 项共 100 分', '市领导 40', '评分办法');
  await album.keep('desk-rules', [await shotOf(desk.page)], DESK);
});

test('the next contestant stands on the wall with unit, speaker and place', async () => {
  await desk.press('就绪并开始');
  await pairPhones();
  await desk.page.getByRole('checkbox', { name: '步骤同时上屏' }).check();
  await desk.big('call');
  await shows(wall, '第 1 位 · 共 10 位', '甲区', '晒成绩', '摆问题', '亮目标', '列举措');
  await album.keep('projector-next', [await shotOf(wall)], WALL);
});

test('a revealed score stands on the wall with the panel means and its formula', async () => {
  await desk.big('present');
  await desk.big('confirmRecusals');
  await desk.press('确认回避名单');
  await desk.big('openWindow');
  for (const [at, phone] of [...phones.values()].entries()) await phone.score('甲区', 86 + at * 1.5);
  await keyRest('甲区', 0);
  await desk.big('check');
  await desk.big('lock');
  await desk.big('reveal');
  await desk.big('revealStep');
  const { contestants } = await sessionView();
  const { result } = await viewOf<{ result: { total: string } }>(hall.host, `window?session=${open.id}&contestant=${contestants[0]?.id ?? ''}`);
  const parts = ['甲区', '市领导', '部门负责人', '代表评议', result.total];
  await wall.setViewportSize({ width: 1024, height: 768 });
  await shows(wall, ...parts);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await shows(wall, ...parts);
  // The count and the entrance have come to rest.
  await expect.poll(() => wall.evaluate(() => document.getAnimations().length)).toBe(0);
  await album.keep('projector-score', [await shotOf(wall)], WALL);
});

test('in the middle of scoring the wall counts the sheets and the desk shows every seat, without a figure', async () => {
  await desk.big('call');
  await desk.big('present');
  await desk.big('confirmRecusals');
  await desk.press('确认回避名单');
  await desk.big('openWindow');
  for (const [at, phone] of [...phones.values()].slice(1).entries()) await phone.score('乙区', 87 + at * 2);
  await keyRest('乙区', 5);
  await shows(wall, '评委打分', '已交');
  await expect.poll(() => wall.locator('.leitai-stage').innerText()).toMatch(/18\s*[/／]\s*24/);
  await album.keep('projector-scoring', [await shotOf(wall)], WALL);
  await shows(desk.page, '示例数据', '已交 18／24', '市领导', '尤可期', '回避', '直播中');
  expect(await desk.page.locator('.squares').innerText()).not.toMatch(/\d\d/);
  await album.keep('desk-live', [await shotOf(desk.page)], DESK);
});

test('a judge’s phone shows the list, the sheet with its total, and the receipt', async () => {
  const { page } = first();
  await page.getByRole('button', { name: /返回/ }).first().click();
  await shows(page, '乙区', '甲区', '未打分');
  const list = await shotOf(page);
  await first().open('乙区');
  await first().type(90.5);
  await shows(page, '给 乙区 提交 90.5 分', '晒成绩');
  await page.evaluate(() => { scrollTo(0, 0); });
  const sheet = await shotOf(page);
  expect(sizeOf(sheet)).toEqual({ width: PHONE.width * 2, height: PHONE.height * 2 });
  await album.keep('phone-sheet', [sheet], { width: 540, height: 960 });
  await first().submit('乙区', 90.5);
  await first().receipted();
  await album.keep('phone-list-and-receipt', [list, await shotOf(page)], { width: 540, height: 960 });
});

test('the ranking of the finished session is complete on the wall', async () => {
  await desk.press('首页', 'link');
  await desk.choose('第三季度书记擂台（示例·已结束）');
  await desk.press('现场', 'link');
  await desk.select('预览', '总排名');
  await desk.press('上屏');
  for (let place = 1; place <= 10; place += 1) await desk.big('rankingStep');
  await expect.poll(() => wall.locator('.ls-row').count()).toBe(10);
  await shows(wall, '甲区', '癸县', '庚区高新技术产业开发区');
  await album.keep('projector-ranking', [await shotOf(wall)], WALL);
  expect(hall.faults).toEqual([]);
});

test('there are eight pictures of the sizes they were meant to have', () => {
  const pair = { width: 540 * 2 + 16, height: 960 };
  expect(Object.fromEntries(album.taken)).toEqual({
    'desk-rules': DESK, 'desk-live': DESK, 'projector-next': WALL, 'projector-scoring': WALL, 'projector-score': WALL, 'projector-ranking': WALL,
    'phone-sheet': { width: 540, height: 960 }, 'phone-list-and-receipt': pair,
  });
});
