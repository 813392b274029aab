// Every kind of ballot on a phone: grades one by one, grades and places on whole sheets, the sealed box, a corridor for the total, the trial round.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GradeForm, RankForm, ScoreForm } from '../../shared/arena/forms.ts';
import { glassFaults } from './support/glassFaults.ts';
import { JudgeRoom, says } from './support/judgeRoom.ts';

const shots = process.env['LEITAI_SHOTS'];
const grade = (part: Partial<GradeForm> = {}): GradeForm => ({
  kind: 'grade', id: 'g', name: '评价票', fullMark: '100', blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false,
  grades: [['g1', '好', '100'], ['g2', '较好', '80'], ['g3', '一般', '60'], ['g4', '较差', '40']].map(([id = '', name = '', value = '']) => ({ id, name, value })), ...part,
});
const rank: RankForm = { kind: 'rank', id: 'r', name: '名次票', points: { by: 'linear', top: '100', step: '3' } };
const total: ScoreForm = { kind: 'score', id: 's', name: '打分票', corridor: { lowest: '60', highest: '95' }, criteria: [{ id: 'c', name: '总分', points: '100', step: '0.5', floor: '0', ceiling: '100' }] };
const LONG = '示例甲海岸新区（乙岛区）经济技术开发区管理委员会';

let room: JudgeRoom;
let pictured = 0;
beforeAll(async () => {
  room = await JudgeRoom.build();
});
afterAll(() => room.end());
beforeEach(() => room.enter());
afterEach(async () => {
  await room.leave();
  if (room.complaints.length > 0) throw new Error(room.complaints.join('\n'));
});

/** The page as it stands fits the phone; kept as a picture where one is asked for. */
const fits = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `judge-${(pictured += 1)}-${name}.png`), fullPage: true });
  }
  expect(await page.evaluate(glassFaults)).toEqual([]);
};
const openAll = (): void => {
  for (const { id } of room.host.windows) room.host.change(id, { open: true });
};
const onBallot = async (): Promise<Page> => {
  openAll();
  const page = await room.confirmed();
  await page.getByRole('button', { name: /一张票/ }).click();
  return page;
};
const choose = (page: Page, unit: string, gradeName: string): Promise<void> => page.getByRole('group', { name: new RegExp(unit) }).getByRole('button', { name: gradeName, exact: true }).click();
const confirm = (page: Page, name: string): Promise<void> => page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

describe('grades one by one', () => {
  beforeEach(() => {
    room.host.form = grade();
  });

  test('a grade is chosen, sent under the contestant\'s name, received and changed', async () => {
    const page = await room.onSheet();
    await says(page, '请选一个等次');
    await page.getByRole('button', { name: '较好', exact: true }).click();
    await fits(page, 'grade-one');
    await page.getByRole('button', { name: '给 甲区 提交：较好' }).click();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    expect(room.host.window('u1').sheet).toMatchObject({ kind: 'marks', marks: { cell: 'g2' } });
    await fits(page, 'grade-held');
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByRole('button', { name: '好', exact: true }).click();
    await page.getByRole('button', { name: '给 甲区 改为：好' }).click();
    await expect.poll(() => room.host.window('u1').sheet?.marks).toEqual({ cell: 'g1' });
  });

  test('what it means to choose none is said before it is sent, as the ballot has it', async () => {
    const page = await room.onSheet();
    await page.getByRole('button', { name: '对 甲区 弃权' }).click();
    await says(page, '弃权不计票，也不算最低等次。');
    await confirm(page, '取消');
    room.host.form = grade({ blank: 'voidCell' });
    room.host.publish();
    await page.getByRole('button', { name: '对 甲区 不选等次' }).click();
    await says(page, '按票面规则，不选等次作废票处理');
    await confirm(page, '确认不选');
    await expect.poll(() => room.host.window('u1').sheet?.kind).toBe('abstained');
  });
});

describe('a whole sheet of grades', () => {
  beforeEach(() => {
    room.host.send = 'whole';
    room.host.form = grade({ blank: 'voidSheet', allEqualVoid: true });
    room.host.add(LONG);
  });

  test('all contestants are sent at once, kept as one receipt, and may be changed until one is locked', async () => {
    const page = await onBallot();
    await says(page, '有的选、有的不选，整张作废。');
    for (const unit of ['甲区', '乙区', '丙区']) await choose(page, unit, '好');
    await choose(page, '示例甲海岸新区', '较差');
    await says(page, '已填 4 / 4');
    await fits(page, 'grades-whole');
    await page.getByRole('button', { name: '提交整张票（4 个单位）' }).click();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    await fits(page, 'grades-held');
    expect(room.host.commands.map((command) => command.name)).toEqual(['sheet.submitAll']);
    expect(room.host.windows.map((window) => window.sheet?.marks['cell'])).toEqual(['g1', 'g1', 'g1', 'g4']);
    await page.getByRole('button', { name: '修改' }).click();
    await choose(page, '乙区', '一般');
    await page.getByRole('button', { name: '改交整张票（4 个单位）' }).click();
    await expect.poll(() => room.host.window('u2').sheet).toMatchObject({ revision: 2, marks: { cell: 'g3' } });
    room.host.change('u1', { open: false, locked: true });
    await says(page, '已有单位锁定，整张票不能再改。');
    expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  });

  test('a sheet that would be void is not sent without a clear word', async () => {
    const page = await onBallot();
    await choose(page, '甲区', '好');
    await page.getByRole('button', { name: /提交整张票/ }).click();
    await says(page, '有 3 个单位没有选。按票面规则，整张票作废。');
    await fits(page, 'grades-void');
    await confirm(page, '回去看看');
    for (const unit of ['乙区', '丙区', '示例甲海岸新区']) await choose(page, unit, '好');
    await page.getByRole('button', { name: /提交整张票/ }).click();
    await says(page, '全部选了同一等次。按票面规则，整张票作废。');
    expect(room.host.commands).toEqual([]);
    await confirm(page, '提交');
    await says(page, /回执/);
  });

  test('a reload keeps what was chosen, and a desk that keyed meanwhile is compared, not overwritten', async () => {
    const page = await onBallot();
    for (const unit of ['甲区', '乙区', '丙区', '示例甲海岸新区']) await choose(page, unit, unit === '甲区' ? '较好' : '好');
    await page.reload();
    await says(page, '已填 4 / 4');
    for (const { id } of room.host.windows) room.host.change(id, { sheet: { revision: 1, kind: 'marks', marks: { cell: 'g3' }, at: room.host.wall(), source: 'paper' } });
    await says(page, '主持台已有另一个版本，请选择');
    await fits(page, 'grades-conflict');
    await page.getByRole('button', { name: '改交整张票（4 个单位）' }).click();
    await expect.poll(() => room.host.window('u1').sheet).toMatchObject({ revision: 2, marks: { cell: 'g2' } });
  });
});

describe('a rank ballot', () => {
  beforeEach(() => {
    room.host.send = 'whole';
    room.host.form = rank;
    room.host.add(LONG);
  });
  const give = (page: Page, unit: string): Promise<void> => page.getByRole('button', { name: new RegExp(`${unit}.*排为第`) }).click();

  test('places are tapped in order, moved, undone and sent as a whole', async () => {
    const page = await onBallot();
    await give(page, '丙区');
    await give(page, '甲区');
    await give(page, '乙区');
    await page.getByRole('button', { name: '还有 1 个单位没有排名次' }).click();
    expect(room.host.commands).toEqual([]);
    await fits(page, 'rank-part');
    await give(page, '示例甲海岸新区');
    await page.getByRole('button', { name: '乙区 上移' }).click();
    await page.getByRole('button', { name: '丙区 取消名次' }).click();
    await says(page, '还有 1 个单位没有排名次');
    await page.getByRole('button', { name: '撤销' }).click();
    await fits(page, 'rank-whole');
    await page.getByRole('button', { name: '提交整张票（4 个单位）' }).click();
    await says(page, /回执/);
    await fits(page, 'rank-held');
    expect(room.host.windows.map((window) => window.sheet?.marks['cell'])).toEqual(['3', '2', '1', '4']);
  });

  test('abstaining is of the whole sheet and asks first', async () => {
    const page = await onBallot();
    await page.getByRole('button', { name: '整张弃权' }).click();
    await says(page, '一个单位也没有填，整张算弃权。');
    await confirm(page, '提交');
    await says(page, /回执/);
    expect(room.host.windows.every((window) => window.sheet?.kind === 'abstained')).toBe(true);
  });
});

describe('the sealed box', () => {
  beforeEach(() => {
    room.host.send = 'box';
    room.host.form = grade();
  });
  const storage = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

  test('the ballot says that it is without names, asks once, and once cast leaves neither mark nor way back', async () => {
    const page = await onBallot();
    await says(page, '不记名 · 只记这张卡投过票没有，不记投了什么');
    expect(await page.getByText('张三').count()).toBe(0);
    await choose(page, '甲区', '好');
    await choose(page, '乙区', '较差');
    await fits(page, 'box-filling');
    expect(await storage(page)).toContain('g4');
    await page.getByRole('button', { name: '投入密封票箱' }).click();
    await says(page, '有 1 个单位没有选，算弃权，不计票。投入后不能更改，也不能查看。');
    await confirm(page, '投入密封票箱');
    await says(page, '已投入密封票箱');
    await fits(page, 'box-cast');
    expect(await storage(page)).not.toMatch(/g1|g4|cell/);
    expect([...room.host.ballots.values()]).toEqual([{ u1: { kind: 'marks', marks: { cell: 'g1' } }, u2: { kind: 'marks', marks: { cell: 'g4' } }, u3: { kind: 'abstained', marks: {} } }]);
    await page.reload();
    await says(page, '已投入密封票箱');
    room.host.boxOpen = false;
    room.host.publish();
    await page.goBack();
    await says(page, '一张票 · 3 个单位 · 已投入密封票箱');
    await fits(page, 'box-list');
  });

  test('a lost answer brings the same ballot under the same token, which lies in the box once', async () => {
    const page = await onBallot();
    await choose(page, '甲区', '好');
    room.host.lostAnswers = 1;
    await page.getByRole('button', { name: '投入密封票箱' }).click();
    await confirm(page, '投入密封票箱');
    await says(page, '正在投入密封票箱…');
    expect(await page.getByText('甲区').count()).toBe(0);
    room.host.cut();
    await says(page, '已投入密封票箱');
    expect([room.host.ballots.size, room.host.commands.length]).toEqual([1, 2]);
    expect(room.host.commands[0]?.input).toEqual(room.host.commands[1]?.input);
  });

  test('a box that is closed takes no more and the draft is gone', async () => {
    const page = await onBallot();
    await choose(page, '甲区', '较差');
    room.host.boxOpen = false;
    room.host.publish();
    await says(page, '票箱已关闭，不再收票。');
    await expect.poll(() => storage(page)).not.toContain('g4');
  });

  test('marks in points go from contestant to contestant and into the box as one', async () => {
    room.host.form = { ...total, corridor: null };
    const page = await onBallot();
    await page.getByRole('button', { name: '还有 3 个单位没有打分' }).click();
    await page.getByRole('button', { name: /甲区/ }).click();
    for (const [mark, next] of [['88', '给 乙区 打分'], ['90.5', '给 丙区 打分']] as const) {
      await page.getByRole('spinbutton', { name: '总分' }).focus();
      await page.keyboard.type(mark);
      await page.getByRole('button', { name: next }).click();
    }
    await page.getByRole('button', { name: '对 丙区 弃权' }).click();
    await fits(page, 'box-score');
    await page.getByRole('button', { name: '投入密封票箱' }).click();
    await confirm(page, '投入密封票箱');
    await says(page, '已投入密封票箱');
    expect([...room.host.ballots.values()]).toEqual([{ u1: { kind: 'marks', marks: { c: '88' } }, u2: { kind: 'marks', marks: { c: '90.5' } }, u3: { kind: 'abstained', marks: {} } }]);
  });
});

describe('one total', () => {
  test('its corridor is said, and a total outside it is not sent', async () => {
    room.host.form = total;
    const page = await room.onSheet();
    await says(page, '合计限 60～95');
    await page.getByRole('spinbutton', { name: '总分' }).focus();
    await page.keyboard.type('96');
    await fits(page, 'total-outside');
    await page.getByRole('button', { name: '合计 96，应在 60～95 之间' }).click();
    expect(room.host.commands).toEqual([]);
    await page.keyboard.press('Delete');
    await page.keyboard.type('94.5');
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: '给 甲区 提交 94.5 分' }).click();
    await says(page, /回执/);
  });
});

test('the trial round stands first, says that it never counts, and is sent like any sheet', async () => {
  room.host.windows.unshift({ id: 'trial', name: '', order: 0, open: true, locked: false, sheet: null, late: 0 });
  room.host.form = grade();
  const page = await room.confirmed();
  await fits(page, 'trial-list');
  await page.getByRole('button', { name: /试评（不计分）/ }).click();
  await says(page, '不计入成绩');
  await page.getByRole('button', { name: '一般', exact: true }).click();
  await page.getByRole('button', { name: '给 试评（不计分） 提交：一般' }).click();
  await says(page, /回执/);
  expect(room.host.window('trial').sheet?.marks).toEqual({ cell: 'g3' });
});

describe('large type, English and narrow phones', () => {
  test.each([['grade', 320, '大字'], ['rank', 320, '大字'], ['grade', 360, '切换到英文'], ['rank', 360, '切换到英文'], ['grade', 768, '']] as const)('a whole sheet (%s) fits %d px (%s)', async (kind, width, taste) => {
    room.host.send = 'whole';
    room.host.form = kind === 'grade' ? grade({ grades: [...grade().grades, { id: 'g5', name: '不了解情况', value: '0' }] }) : rank;
    room.host.add(LONG);
    const page = await onBallot();
    await page.setViewportSize({ width, height: 640 });
    if (taste !== '') await page.getByRole('button', { name: taste }).click();
    if (kind === 'rank') for (let place = 1; place < 4; place += 1) await page.locator('#waiting button').first().click();
    await fits(page, `${kind}-${width}-${taste === '切换到英文' ? 'en' : 'zh'}`);
  });
});
