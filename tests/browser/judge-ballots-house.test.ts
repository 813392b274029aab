// Whole sheets against the real house: a rank ballot under a name and a grade ballot into the sealed box, from the card to what the desk then has.
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFreshPanel, defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import type { SessionView, WindowView } from '../../shared/arena/views.ts';
import type { SeatsView } from '../../shared/meeting/views.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import { aHouse } from '../support/aHouse.ts';
import { launchBrowser } from '../support/chromium.ts';
import { tokenClient, type WireClient } from '../support/wireClient.ts';
import { buildJudgePages, says } from './support/judgeRoom.ts';

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

const untrimmed = { dropHighest: 0, dropLowest: 0, minimum: 1, recusal: 'never' } as const;
const rules: Rules = {
  ...defaultRules,
  forms: [
    { kind: 'rank', id: 'places', name: '名次票', points: { by: 'linear', top: '100', step: '3' } },
    { kind: 'grade', id: 'grades', name: '评价票', fullMark: '100', blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false, grades: [{ id: 'good', name: '好', value: '100' }, { id: 'fair', name: '一般', value: '60' }] },
  ],
  panels: [
    { ...aFreshPanel({ id: 'A', name: '领导评委组', colour: '#b3261e', form: 'places', part: 'onSite', points: '60' }), ...untrimmed },
    { ...aFreshPanel({ id: 'B', name: '群众代表组', colour: '#1f5fa8', form: 'grades', part: 'onSite', points: '40' }), ...untrimmed, voters: 'anonymous' },
  ],
  ties: [{ by: 'shared' }], windows: { policy: 'wholeSession' }, reveal: 'allAtEnd',
};

interface Opened { readonly session: string; readonly order: readonly string[]; readonly cards: readonly string[] }
/** A live session of three units: 张三 ranks them under his name, 李四 grades them without one. */
const openedSession = async (): Promise<Opened> => {
  for (const name of ['甲区', '乙区', '丙区']) await desk.must('unit.keep', { unit: null, values: { fullName: `示例市${name}`, shortName: name, aliases: [], kind: '区', group: '' } });
  for (const name of ['张三', '李四']) await desk.must('person.keep', { person: null, values: { name, title: '', panel: '', home: '' } });
  desk.subscribe('register');
  const register = await desk.view<RegisterView>('register', (view) => view.units.length === 3 && view.people.length === 2);
  const { meeting } = await desk.must('meeting.create', { title: '示例会议' });
  const { session } = (await desk.must('session.create', { meeting, title: '示例擂台', rules })) as { session: string };
  const judges = ['张三', '李四'].map((name) => register.people.find((person) => person.name === name)?.id ?? '');
  await desk.must('session.contestants', { session, contestants: register.units.map((unit) => unit.id) });
  await desk.must('session.judges', { session, judges: judges.map((judge, at) => ({ judge, panel: at === 0 ? 'A' : 'B' })) });
  await desk.must('session.order', { session, method: 'draw' });
  await desk.must('session.ready', { session });
  await desk.must('seat.issue', { meeting, seats: judges.map((subject) => ({ role: 'judge', subject })) });
  desk.subscribe('session', { session });
  const ready = await desk.view<SessionView>('session', (view) => view.phase === 'ready');
  for (const { id } of ready.contestants) await desk.must('recusal.confirm', { session, contestant: id, judges: [] });
  await desk.must('session.start', { session });
  desk.subscribe('seats', { meeting: String(meeting) });
  const seats = await desk.view<SeatsView>('seats', (view) => view.seats.length === 2);
  const cards = judges.map((judge) => {
    const seat = seats.seats.find((each) => each.subject === judge)?.seat ?? '';
    return `http://room.test:${house.roomPort}/judge/#s=${seat}&k=${house.secretOf(seat)}`;
  });
  return { session, order: ready.contestants.map((contestant) => contestant.name), cards };
};

const scan = async (address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.getByRole('button', { name: '是，进入评分' }).click();
  await page.getByRole('button', { name: /一张票/ }).click();
  return page;
};

test('a ranking arrives as one receipt, a ballot without a name only as "cast", and the sealed box holds it alone', async () => {
  const { session, order, cards } = await openedSession();
  const ranking = await scan(cards[0] ?? '');
  for (const name of [...order].reverse()) await ranking.getByRole('button', { name: new RegExp(`${name}.*排为第`) }).click();
  await ranking.getByRole('button', { name: '提交整张票（3 个单位）' }).click();
  await says(ranking, /已收到 \d\d:\d\d:\d\d · 回执 [0-9A-F]{4}/);
  const last = (await desk.view<SessionView>('session', (view) => view.contestants.every((each) => each.received === 1))).contestants.at(-1)?.id ?? '';
  desk.subscribe('window', { session, contestant: last });
  expect((await desk.view<WindowView>('window', (view) => view.judges[0]?.revision === 1)).judges[0]?.marks).toEqual({ cell: '1' });

  const voting = await scan(cards[1] ?? '');
  await says(voting, /不记名/);
  expect(await voting.getByText('李四').count()).toBe(0);
  for (const name of order) await voting.getByRole('group', { name: new RegExp(name) }).getByRole('button', { name: name === order[0] ? '一般' : '好', exact: true }).click();
  await voting.getByRole('button', { name: '投入密封票箱' }).click();
  await voting.getByRole('alertdialog').getByRole('button', { name: '投入密封票箱' }).click();
  await says(voting, '已投入密封票箱');
  expect((await desk.view<SessionView>('session', (view) => view.boxes[0]?.cast === 1)).boxes[0]).toMatchObject({ phase: 'open', expected: 1, count: 0 });
  expect(await voting.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toMatch(/good|fair/);

  await desk.must('box.close', { session, panel: 'B' });
  expect((await desk.view<SessionView>('session', (view) => view.boxes[0]?.phase === 'sealed')).boxes[0]).toMatchObject({ count: 1 });
  await voting.reload();
  await says(voting, '已投入密封票箱');
});
