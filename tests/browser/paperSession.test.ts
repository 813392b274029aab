// A paper session in real Chromium: one sheet a judge lists all units and is collected at the end. The stage runs two speakers ahead of the
// keying, the order changes after the sheets were printed, and the last place is announced first. Figures are worked out by hand in the comments.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SessionView } from '../../shared/arena/views.ts';
import type { HomeView } from '../../shared/contract/home.ts';
import type { AirView } from '../../shared/meeting/views.ts';
import { Hall } from './support/hall.ts';
import { Operator } from './support/operator.ts';
import { keyMarks, keySheets, printed, type PaperSheet } from './support/paper.ts';
import { viewOf } from './support/program.ts';

const hall = new Hall();
const judges = ['评委一', '评委二', '评委三', '评委四', '评委五'] as const;
// 评委三 comes from 乙区 and is recused there, 评委二 abstains on 丙区, 评委四's sheet for 丁区 is void. In the order of the judges:
const paper: Readonly<Record<'甲区' | '乙区' | '丙区' | '丁区', readonly (PaperSheet | null)[]>> = {
  甲区: [90, 88, 92, 85, 95], // 85 and 95 dropped: 88 + 90 + 92 = 270; 270 ÷ 3 = 90.00
  乙区: [89, 90.5, null, 88.5, 93], // 88.5 and 93 dropped: 89 + 90.5 = 179.5; 179.5 ÷ 2 = 89.75; untrimmed (179.5 + 88.5 + 93) ÷ 4 = 90.25
  丙区: [91, 'abstained', 89, 90.5, 86], // 86 and 91 dropped: 89 + 90.5 = 179.5; 179.5 ÷ 2 = 89.75; untrimmed (179.5 + 91 + 86) ÷ 4 = 89.125
  丁区: [87, 86, 88, 'void', 90], // 86 and 90 dropped: 87 + 88 = 175; 175 ÷ 2 = 87.50
};
let desk: Operator;
let wall: Page;
let session = '';
let meeting = '';
let batch = '';

beforeAll(() => hall.open(), 90_000);
afterEach(async ({ task }) => { if (task.result?.state === 'fail') await hall.testify(); });
afterAll(() => hall.close(), 30_000);

const sessionView = (): Promise<SessionView> => viewOf<SessionView>(hall.host, `session?session=${session}`);
const onWall = async (): Promise<Pick<AirView, 'scene' | 'subject' | 'step' | 'mode'>> => {
  const { scene, subject, step, mode } = await viewOf<AirView>(hall.host, `air?meeting=${meeting}`);
  return { scene, subject, step, mode };
};
const words = async (): Promise<string> => (await wall.locator('.leitai-stage').innerText()).replaceAll(/\s+/g, ' ');
const alert = () => desk.page.getByRole('alert').filter({ hasText: '票批' });
const runRow = (name: string) => desk.page.getByRole('navigation', { name: '流程单' }).getByRole('button', { name });
const grid = () => desk.page.getByRole('grid', { name: '录票表' });

test('the sheet that lists all units is printed once for each judge and each spare, with every unit in speaking order', async () => {
  desk = new Operator(await hall.desk());
  wall = await hall.projector();
  await desk.newSession('示例纸票擂台', {
    units: ['示例市甲区\t甲区', '示例市乙区\t乙区', '示例市丙区\t丙区', '示例市丁区\t丁区'],
    judges: judges.map((name) => `${name}\t主任\t\t${name === '评委三' ? '乙区' : ''}`),
  });
  await desk.choose('规则');
  const home = await viewOf<HomeView>(hall.host, 'home');
  [session, meeting] = [home.sessions[0]?.id ?? '', home.sessions[0]?.meeting ?? ''];
  await desk.choose('打分与公布次序');
  await desk.select('哪些单位一起打分', '全场统一，最后收票');
  await desk.select('得分公布', '全部打完后');
  // One recusal, abstention or void sheet leaves four of five: the rules must allow that beforehand.
  await desk.choose('去分与平均');
  await desk.paste('评委组 最少有效票', '4');
  await desk.choose(/^就绪$/);
  await desk.press('就绪');
  await desk.choose('席位卡与选票');
  const pages = await printed(desk, () => desk.press('打印选票'));
  expect(pages).toHaveLength(judges.length + 2);
  for (const page of pages) expect(page).toMatch(/评委组.*打分票\(全部单位\).*1 示例市甲区.*2 示例市乙区.*3 示例市丙区.*4 示例市丁区/);
  for (const [at, name] of judges.entries()) {
    expect(pages[at]).toContain(`${at + 1} 号席`);
    expect(pages[at]).toContain(`${name} 主任`);
  }
  expect(pages[2]).toMatch(/2 示例市乙区.*所在单位,拟回避.*3 示例市丙区/);
  for (const spare of pages.slice(5)) expect(spare).toMatch(/备用票:启用时由工作人员填写评委姓名并登记/);
  batch = /票批 (\w{6})/.exec(pages[0] ?? '')?.[1] ?? '';
  for (const page of pages) expect(page).toContain(`票批 ${batch}`);
}, 120_000);

test('when two contestants change places after printing, the desk names the batch that is wrong and prints the new order', async () => {
  await desk.press('现场', 'link');
  await desk.big('confirmRecusals');
  await desk.press('确认回避名单');
  await desk.big('start');
  await desk.page.getByRole('checkbox', { name: '步骤同时上屏' }).check();
  expect(await alert().count()).toBe(0);
  await runRow('丙区').click();
  await desk.press('更多');
  await desk.press('移到最后', 'menuitem');
  await alert().waitFor();
  expect(await alert().innerText()).toBe(`已印选票（票批 ${batch}）与现在不符：出场顺序已变，整批不能再用。请收回旧票，重新打印。`);
  await desk.press('筹备', 'link');
  await desk.choose('席位卡与选票');
  const pages = await printed(desk, () => desk.press('打印选票'));
  expect(pages).toHaveLength(judges.length + 2);
  for (const page of pages) expect(page).toMatch(/1 示例市甲区.*2 示例市乙区.*3 示例市丁区.*4 示例市丙区/);
  // Confirmed by now: the row is closed, not merely marked.
  expect(pages[2]).toMatch(/2 示例市乙区 回避 3 示例市丁区/);
  await desk.press('现场', 'link');
}, 60_000);

test('with keying two speakers behind, the stage waits for no sheet and keying moves neither the stage nor the wall', async () => {
  for (const name of ['甲区', '乙区', '丁区']) {
    await desk.big('call');
    await wall.getByText(name).first().waitFor();
    await desk.big('present');
  }
  await wall.getByText('剩余时间').waitFor();
  const { onStage } = await sessionView();
  const [air, before] = [await onWall(), hall.events().length];
  await runRow('甲区').click();
  await desk.choose('录票');
  await grid().focus();
  await keyMarks(desk, Number(paper['甲区'][0]));
  await keyMarks(desk, Number(paper['甲区'][1]), { to: 3 });
  expect(new Set(hall.events().slice(before))).toEqual(new Set(['sheetRecorded']));
  expect(await onWall()).toEqual(air);
  expect((await sessionView()).onStage).toBe(onStage);
  expect(await words()).toContain('丁区');

  // The fourth is called in the middle of a sheet: nothing of it is lost, and the desk stays at the sheet.
  await desk.big('call');
  await wall.getByText('丙区').first().waitFor();
  await desk.big('present');
  await wall.getByText('剩余时间').waitFor();
  expect(await desk.page.locator('tr[data-current]').innerText()).toMatch(/评委二[\s\S]*\t25\t18\t16\t\t\t59/);
  await grid().focus();
  const [fourth, rest] = [await onWall(), hall.events().length];
  await keyMarks(desk, Number(paper['甲区'][1]), { from: 3 });
  await keySheets(desk, paper['甲区'].slice(2).map(Number));
  expect(hall.events().slice(rest)).toEqual(['sheetRecorded', 'sheetRecorded', 'sheetRecorded', 'sheetRecorded']);
  expect(await onWall()).toEqual(fourth);
  await desk.press('录完返回');
}, 90_000);

test('the sheets collected at the end are keyed judge by judge, and a recused, an abstained and a void sheet are three different things', async () => {
  await desk.big('finish');
  await desk.choose('录票');
  await desk.choose('按评委（一票多单位）');
  for (const [at, name] of judges.entries()) {
    await desk.select('评委', `${name} 主任`);
    await grid().focus();
    await keySheets(desk, [paper['乙区'][at] ?? null, paper['丁区'][at] ?? null, paper['丙区'][at] ?? null].filter((sheet) => sheet !== null));
  }
  await desk.press('录完返回');
  const { contestants } = await sessionView();
  expect(contestants.map(({ name, received, expected }) => `${name} ${received}/${expected}`)).toEqual(['甲区 5/5', '乙区 4/4', '丁区 5/5', '丙区 5/5']);
}, 60_000);

test('every contestant is checked and locked, then the ranking comes from last to first in the figures worked out by hand', async () => {
  for (const name of ['甲区', '乙区', '丁区', '丙区']) {
    await desk.page.getByRole('heading', { name, exact: true }).waitFor();
    await desk.big('check');
    await desk.big('lock');
  }
  await desk.big('showRanking');
  for (const name of ['丁区', '丙区', '乙区', '甲区']) {
    expect(await words()).not.toContain(name);
    await desk.big('rankingStep');
    await wall.getByText(name).first().waitFor();
  }
  // 乙区 and 丙区 both have 89.75: the untrimmed mean, 90.25 against 89.125, puts 乙区 second.
  expect(await words()).toMatch(/1 甲区 90\.00 2 乙区 同分：现场不去高低分的平均分 89\.75 3 丙区 同分：现场不去高低分的平均分 89\.75 4 丁区 87\.50/);
  await desk.big('finalise');
  const sheet = (await printed(desk, () => desk.big('printResult'))).join(' ');
  for (const line of [/1 1 示例市甲区 90\.00/, /2 2 示例市乙区 89\.75 同分,按现场不去高低分的 ?平均分排定\(90\.25\)/, /3 4 示例市丙区 89\.75 .*\(≈89\.13\)/, /4 3 示例市丁区 87\.50/]) expect(sheet).toMatch(line);
  // Issued, returned, valid, void, abstained, recused.
  for (const line of [/1 示例市甲区 5 5 5 0 0 0/, /2 示例市乙区 4 4 4 0 0 1/, /3 示例市丁区 5 5 4 1 0 0/, /4 示例市丙区 5 5 4 0 1 0/]) expect(sheet).toMatch(line);
  expect(hall.faults).toEqual([]);
}, 90_000);
