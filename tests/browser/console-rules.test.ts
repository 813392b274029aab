// The rules page of the desk in a real browser on the real host: presets, sections, faults with a way to them, and what set-up needs for every rule.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInPreset } from '../../shared/arena/presets/presets.ts';
import type { ArenaSession } from '../../shared/arena/state.ts';
import { deskHouse, type DeskHouse } from './support/deskHouse.ts';

let desk: DeskHouse;
let id: string;
let units: readonly string[] = [];
beforeAll(async () => { desk = await deskHouse(); });
afterAll(() => desk.close());

const session = (): ArenaSession => desk.session(id);
const page = () => desk.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const section = (name: string) => page().locator(`[data-section="${name}"]`);
const open = (name: string): Promise<void> => section(name).locator('.section-head').click();
const field = (label: string) => page().getByRole('textbox', { name: label, exact: true });
const dialog = () => page().getByRole('dialog');
const step = (name: string): Promise<void> => desk.go(`#/session/${id}/setup/${name}`);
const choose = async (label: string, option: string): Promise<void> => {
  await page().getByRole('combobox', { name: label, exact: true }).click();
  await page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option }).first().click();
};
/** A picture at both sizes of the office, where LEITAI_SHOTS names a folder. */
const look = async (name: string): Promise<void> => {
  const folder = process.env['LEITAI_SHOTS'];
  if (folder === undefined) return;
  for (const [width, height] of [[1093, 614], [1366, 768]] as const) {
    await page().setViewportSize({ width, height });
    await page().waitForTimeout(150);
    await page().screenshot({ path: path.join(folder, `${name}-${width}.png`) });
  }
};
const take = async (preset: string): Promise<void> => {
  await button('选用一套办法…').click();
  await dialog().locator('.preset-list button', { hasText: builtInPreset(preset)?.name ?? '' }).first().click();
  await dialog().getByRole('button', { name: '采用' }).click();
  await expect.poll(() => session().rules).toEqual(builtInPreset(preset)?.rules);
};

beforeEach(async () => {
  const { meeting } = (await desk.must('meeting.create', { title: '示例会议' })) as { meeting: string };
  id = ((await desk.must('session.create', { meeting, title: '示例擂台' })) as { session: string }).session;
  const [sample] = desk.sessions();
  units = Object.keys(sample?.contestants ?? {}).slice(0, 4);
  await desk.must('session.contestants', { session: id, contestants: units });
  await desk.must('session.judges', { session: id, judges: (sample?.judges ?? []).slice(0, 7).map((judge) => ({ judge: judge.id, panel: 'A' })) });
  await desk.must('session.order', { session: id, method: 'protocol' });
  await step('rules');
  await section('ballots').waitFor();
});

test.each([[1366, 768], [1093, 614]])('every section opens at %i×%i with nothing wider than the page, and one at a time', async (width, height) => {
  await page().setViewportSize({ width, height });
  await take('countySecretaries');
  const names = await page().locator('.rules-section').evaluateAll((all) => all.map((each) => each.getAttribute('data-section') ?? ''));
  for (const name of names) {
    await open(name);
    expect(await page().evaluate(() => ({ open: document.querySelectorAll('.section-body').length, wide: [...document.querySelectorAll('.section-body')].filter((body) => body.scrollWidth > body.clientWidth + 1).length, page: document.documentElement.scrollWidth > innerWidth }))).toEqual({ open: 1, wide: 0, page: false });
    await look(`rules-${name}`);
  }
  expect(names).toHaveLength(13);
});

test('a preset is read in full before it is taken, and replaces all rules', async () => {
  await button('选用一套办法…').click();
  await dialog().locator('.preset-list button', { hasText: '现场观摩' }).click();
  await dialog().getByText('往后每名少 3 分').waitFor();
  await look('rules-presets');
  expect(session().rules.forms[0]?.kind).toBe('score');
  await dialog().getByRole('button', { name: '采用' }).click();
  await expect.poll(() => session().rules.forms[0]?.kind).toBe('rank');
  await page().locator('.beside').getByText('往后每名少 3 分').waitFor();
});

test('panels that do not add up are said beside, with the way there, and the sum is live', async () => {
  await take('countySecretaries');
  await open('parts');
  await field('市级领导 分值').fill('50');
  const check = page().locator('.rules-check');
  await check.getByText('「现场得分」里各评委组合计 90 分，应为 100 分').waitFor();
  await section('parts').getByText('50 + 40 = 90／100').waitFor();
  await open('time');
  await check.getByRole('button', { name: '去改' }).click();
  await field('市级领导 分值').fill('60');
  await check.getByText('规则对得上').waitFor();
});

test('what one plain change mends is mended by one press', async () => {
  await open('parts');
  await choose('评委组 怎样投', '无记名');
  const check = page().locator('.rules-check');
  await check.getByText('打分时段').first().waitFor();
  await check.getByRole('button', { name: '照此改好' }).click();
  await check.getByText('规则对得上').waitFor();
  await expect.poll(() => session().rules.windows.policy).toBe('wholeSession');
});

test('a figure that cannot be read is not kept, and stands there still after leaving the page', async () => {
  await open('ballots');
  await field('晒成绩 满分').fill('三十');
  await page().locator('.rules-check').getByText('尚未保存').waitFor();
  await step('units');
  await page().getByText('选择本场参加打擂的单位').waitFor();
  await step('rules');
  await open('ballots');
  expect(await field('晒成绩 满分').inputValue()).toBe('三十');
  expect(session().rules).toMatchObject({ forms: [{ criteria: [{ points: '30' }, {}, {}, {}, {}] }] });
});

test('the words beside follow what is edited', async () => {
  await open('rounding');
  await choose('最后得分', '3 位');
  await page().locator('.beside').getByText('保留 3 位小数').waitFor();
  await expect.poll(() => session().rules.rounding.final).toBe(3);
});

test('a set of rules is kept under a name, offered again, and a file that is no rules file is refused with a sentence', async () => {
  await button('存为常用…').click();
  await dialog().getByRole('textbox').fill('本市办法');
  await dialog().getByRole('button', { name: '保存' }).click();
  await page().getByText('已存为「本市办法」').waitFor();
  await button('选用一套办法…').click();
  await dialog().locator('.preset-list button', { hasText: '本市办法' }).waitFor();
  await dialog().getByRole('button', { name: '取消' }).click();
  await page().locator('input[accept=".json"]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('没有规则') });
  await page().getByText('这不是评分办法文件').waitFor();
});

test('an exported set of rules comes back the same', async () => {
  await take('bureauHeads');
  const [file] = await Promise.all([page().waitForEvent('download'), button('导出').click()]);
  const saved = await file.path();
  await take('oneSheet');
  await page().locator('input[accept=".json"]').setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: readFileSync(saved) });
  await expect.poll(() => session().rules).toEqual(builtInPreset('bureauHeads')?.rules);
});

test('with categories every unit is given one in its row before the session can be ready', async () => {
  await open('categories');
  await button('增加类别').click();
  await expect.poll(() => session().rules.categories.length).toBe(1);
  await step('units');
  await page().getByText('4 个单位还没有选类别').waitFor();
  await look('rules-units');
  for (let left = units.length; left > 0; left -= 1) {
    const owing = page().locator('.ant-select-status-warning');
    expect(await owing.count()).toBe(left);
    await choose((await owing.first().getByRole('combobox').getAttribute('aria-label')) ?? '', '类别1');
    await expect.poll(() => owing.count()).toBe(left - 1);
  }
  expect(Object.values(session().contestants).every((each) => each.category !== null)).toBe(true);
});

test('part scores are pasted by name; a cell that is out of range is named and nothing is entered', async () => {
  await take('countySecretaries');
  await step('figures');
  const names = await page().locator('.setup-body tbody th').allInnerTexts();
  await button('从表格粘贴').click();
  await dialog().getByLabel('在此粘贴').fill(names.map((name, at) => `${name}\t${at === 1 ? 190 : 90 + at}`).join('\n'));
  await button('预览').click();
  await dialog().getByText('190 高于上限 100').waitFor();
  await look('rules-figures-plan');
  expect(await button('确认导入').isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: /重新|再/ }).click();
  await dialog().getByLabel('在此粘贴').fill(names.map((name, at) => `${name}\t${90 + at}`).join('\n'));
  await button('预览').click();
  await button('确认导入').click();
  await expect.poll(() => Object.values(session().parts.at(-1) ?? {}).map((each) => each['performance']).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['90', '91', '92', '93']);
  await page().getByText('已录齐').waitFor();
  await look('rules-figures');
});

test('a lot with a called number falls only after the check code was shown', async () => {
  await take('interview');
  await step('order');
  expect(await button('按报的数抽签').isDisabled()).toBe(true);
  await button('生成校验码').click();
  await expect.poll(() => session().lot?.commitment).toMatch(/^[0-9a-f]{64}$/);
  await page().getByLabel('报的数').fill('37');
  await look('rules-lot');
  await button('按报的数抽签').click();
  await page().getByText('报的数：37').waitFor();
  expect(session()).toMatchObject({ orderMethod: 'draw', orderCalled: '37' });
});

test('an earlier session that is final gives the order, and can be followed by a next round', async () => {
  const done = desk.sessions().find((each) => each.phase === 'finalised');
  if (done === undefined) throw new Error('the sample has no final session');
  await desk.must('session.contestants', { session: id, contestants: done.order });
  await step('order');
  await button('按给定名次').click();
  await choose('或选一场已定稿的擂台', '');
  await button(/填入名次/).click();
  await button('采用此顺序').click();
  await expect.poll(() => session().orderMethod).toBe('ranking');
  await desk.go(`#/session/${done.id}/setup/go`);
  await button('下一轮…').click();
  await dialog().getByText('本轮得分带入下一轮').click();
  await look('rules-next');
  await button('建立下一轮').click();
  await expect.poll(() => desk.sessions().find((each) => each.from === done.id)?.rules.parts.some((part) => part.kind === 'carried')).toBe(true);
});

test('the page kept to its own rules: no error, no warning, nothing against the content policy', () => {
  expect(desk.faults).toEqual([]);
});
