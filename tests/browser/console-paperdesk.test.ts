// The desk where rules are of every kind: counts and balance, a batch keyed twice, the sealed box, time, a play-off, categories, the working, the review.
// Real host, the desk in a real browser; one house for all, a meeting of its own for each. Figures are worked out by hand in the comments.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Cells } from '../../shared/arena/events.ts';
import type { Panel, Rules } from '../../shared/arena/rules.ts';
import { fullMarks, lockWindow, openWindow, plainRules, type AMeeting } from '../support/aMeeting.ts';
import { aRule, entered, gradeForm } from '../support/ruleWords.ts';
import { deskRoom, type DeskRoom } from './support/deskRoom.ts';

let room: DeskRoom;
beforeAll(async () => { room = await deskRoom(); });
afterAll(() => room.close());

const [score] = defaultRules.forms;
const [onlyPart] = defaultRules.parts;
const [only] = plainRules.panels;
if (score === undefined || only === undefined || onlyPart === undefined) throw new Error('the sample rules have a ballot, a part and a panel');
/** A panel of the sample's, with 好 100 · 较好 80 · 一般 60 · 较差 40 on its ballot. */
const graded = (more: Partial<Panel>): Panel => ({ ...only, form: 'grades', recusal: 'never', ...more });
const grades = (units: readonly string[], keys: readonly string[]): Cells => Object.fromEntries(units.map((unit, at) => [unit, { kind: 'marks', marks: { cell: keys[at] ?? '' } }]));
const part = (name: string) => room.page.getByRole('region', { name, exact: true });
const keys = async (...presses: readonly string[]): Promise<void> => { for (const key of presses) await room.page.keyboard.press(key); };

/** Judges 60, the audience's counts 40. */
const withCounts: Rules = aRule({ ...plainRules, forms: [score, gradeForm()], panels: [{ ...only, points: '60' }, graded({ id: 'B', name: '群众评议', points: '40', voters: 'counts', colour: '#1f5fa8' })] });

test('counts are keyed in the grid, looked at twice and balanced, and only then does the big button go on', async () => {
  const at = await room.onDesk({ units: 1, judges: 2, rules: withCounts });
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  for (const place of [0, 1]) await room.key(at, at.first, place);
  await room.page.getByRole('region', { name: '群众评议' }).getByText('票数未录').waitFor();
  await room.look('counts-live');
  await room.blockedBig('collect').click();
  await room.page.getByRole('heading', { name: '纸票', level: 1 }).waitFor();
  await room.page.getByRole('status').filter({ hasText: '还差：票数未录 1 个单位' }).waitFor();
  const grid = room.page.getByRole('grid', { name: '票数表' });
  await grid.focus();
  // 24 好, 10 较好, 4 一般, 1 较差, none abstained: an empty cell is not 0.
  await keys('2', '4', 'Enter', '1', '0', 'Enter', '4', 'Enter', '1', 'Enter', 'Enter');
  await grid.getByText('这一栏没有录；没有就录 0').waitFor();
  await room.look('counts-fault');
  await keys('0', 'Enter', '1', 'Enter');
  await grid.getByText('已收到').waitFor();
  expect(room.session(at.session).contestants[at.first]?.window.counts['B']).toMatchObject({ revision: 1, counts: { g1: 24, g2: 10, g3: 4, g4: 1 }, blank: 0, void: 1 });
  await part('录票数').getByRole('button', { name: '二次核对' }).click();
  await grid.focus();
  await keys('2', '4', 'Enter', '1', '1', 'Enter', '4', 'Enter', '1', 'Enter', '0', 'Enter', '1', 'Enter');
  await grid.getByText('较好：第一次 10，这次 11').waitFor();
  await room.look('counts-differ');
  await keys('1', '0', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
  await grid.getByText('两次一致').waitFor();

  const balance = part('票数平衡');
  await balance.getByRole('textbox', { name: '发出' }).fill('45');
  await balance.getByRole('textbox', { name: '收回' }).fill('41');
  await balance.getByRole('alert').getByText('手头比收回少 1 张').waitFor();
  expect(await balance.getByRole('button', { name: '记入' }).isDisabled()).toBe(true);
  await room.look('balance');
  await balance.getByRole('textbox', { name: /对不平的原因/ }).fill('一张票交回后撕毁');
  await balance.getByRole('button', { name: '记入' }).click();
  await balance.getByText('原因：一张票交回后撕毁').waitFor();
  await room.page.getByText('本组纸票已齐').waitFor();
  await room.look('balanced');
  await room.clerk.must('settings.set', { language: 'en' });
  await room.page.getByText('All paper of this panel is in').waitFor();
  await room.look('balanced-en');
  await room.clerk.must('settings.set', { language: 'zh' });
  await room.page.getByText('本组纸票已齐').waitFor();
  await room.button('回现场').click();
  for (const action of ['check', 'lock']) await room.big(action).click();
  // Ballots without names are said by how often each stands, not one by one.
  await room.page.getByText('(100 × 24 + 80 × 10 + 60 × 4 + 40) ÷ 39').waitFor();
  await room.button('算给你看').click();
  // (24 × 100 + 10 × 80 + 4 × 60 + 1 × 40) ÷ 39 = 3480 ÷ 39 = 89.230…; 93.5 × 0.6 + 89.230… × 0.4 = 91.7923…
  await room.dialog().getByText('91.79').first().waitFor();
  expect(await room.dialog().innerText()).toContain('÷ 39 ≈ 89.230769…');
  await room.look('working-counts');
  expect(room.faults).toEqual([]);
});

test('a batch given to the desk alone is keyed twice on the stations’ own grid, and what differs is settled by the paper', async () => {
  const rules = aRule({ ...plainRules, forms: [gradeForm({ allEqualVoid: true })], panels: [graded({ voters: 'anonymous' })], windows: { policy: 'wholeSession' }, reveal: 'allAtEnd', singleOperator: true });
  const at = await room.onDesk({ units: 3, judges: 1, rules: { ...rules, panels: rules.panels.map((panel) => ({ ...panel, minimum: 1 })) } });
  await room.go(`#/session/${at.session}/paper`);
  await room.button('分派一批').click();
  await room.dialog().getByRole('spinbutton', { name: '号票到第' }).fill('2');
  await room.look('give');
  await room.dialog().getByRole('button', { name: '分派', exact: true }).click();
  await part('票批').getByText('2 张').first().waitFor();
  await room.look('batches');
  await part('票批').getByRole('button', { name: '打开' }).click();
  const sheet = (number: number) => room.page.getByRole('heading', { level: 3, name: `第 ${number} 号票`, exact: true });
  await sheet(1).waitFor();
  await room.look('desk-keying');
  await keys('1', '2', '1', 'Enter');
  await sheet(2).waitFor();
  await keys('1', '1', '2', 'Enter');
  // Now the second pass, by itself: ballot 1 alike, ballot 2 otherwise.
  await room.page.getByText('第二遍').first().waitFor();
  await sheet(1).waitFor();
  await keys('1', '2', '1', 'Enter');
  await sheet(2).waitFor();
  await keys('1', '2', '2', 'Enter');
  await room.page.getByRole('table', { name: '本票各格' }).waitFor();
  await room.button('取第一遍').waitFor();
  await room.look('desk-settle');
  await room.button('取第一遍').click();
  await keys('Enter');
  await expect.poll(() => Object.values(room.session(at.session).batches).map((batch) => Object.values(batch.entries).filter((entry) => entry.settled).length)).toEqual([2]);
  expect(at.units.map((unit) => room.session(at.session).contestants[unit]?.window.sheets['A-p2']?.marks['cell'])).toEqual(['g1', 'g1', 'g2']);
  await room.button('全部票批').click();
  await part('票批').getByText('已定 2／2').waitFor();
  await part('票批').getByRole('button', { name: '收回' }).click();
  await room.dialog().getByRole('button', { name: '收回' }).click();
  await part('票批').getByText('已收回').waitFor();
  expect(room.faults).toEqual([]);
});

test('of the box the desk knows only how many have cast; it is closed after a question and its seal is shown', async () => {
  const rules = aRule({ ...plainRules, forms: [gradeForm({ allEqualVoid: true })], panels: [graded({ voters: 'anonymous' })], windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' });
  const at = await room.onDesk({ units: 2, judges: 3, rules });
  const phone = await room.phone(at, 0);
  await phone.must('box.cast', { session: at.session, token: randomBytes(16).toString('hex'), cells: grades(at.units, ['g1', 'g2']) });
  await room.page.getByRole('region', { name: '评委组' }).getByText('已投 1／3').waitFor();
  await room.look('box-live');
  await room.go(`#/session/${at.session}/paper`);
  await part('无记名票箱').getByText('已投 1／3').waitFor();
  await room.button('截止投票').click();
  await room.dialog().getByText('还有 2 人没有投').waitFor();
  await room.look('box-close');
  await room.dialog().getByRole('button', { name: '截止投票' }).click();
  await part('无记名票箱').getByText('封存 1 张').waitFor();
  expect(await part('无记名票箱').locator('code').innerText()).toBe(room.session(at.session).boxes['A']?.root);
  await room.look('box-sealed');
  expect(room.faults).toEqual([]);
});

test('a penalty the clock proposes is confirmed, changed or waived in its strip before checking, and the trial round shows its spread', async () => {
  const rules = aRule({ ...plainRules, trial: true, farFromMedian: '5', adjustments: [{ id: 'bonus', name: '创新加分', sign: 'bonus', fullMark: '100', cap: '3' }], time: { ...plainRules.time, speechSeconds: 1, firstWarning: 0, secondWarning: 0, penalty: { fullMark: '10', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 60, amount: '0.02' }], cap: '0.2', under: null }, lateForfeitSeconds: 60 } });
  const at = await room.onDesk({ units: 2, judges: 3, rules });
  await room.button('开始试评（不计分）').click();
  await room.button('结束试评').waitFor();
  for (const [place, mark] of ['28.5', '20', '26'].entries()) await room.clerk.must('sheet.key', { session: at.session, contestant: 'trial', judge: at.judges[place], kind: 'marks', marks: { ...fullMarks, c1: mark }, basis: 0 });
  await room.button('看试评').click();
  await room.dialog().getByText('中位数 91，最高 93.5，最低 85').waitFor();
  await room.look('trial');
  await room.dialog().getByRole('button', { name: '关闭' }).last().click();
  await room.button('结束试评').click();
  await openWindow(room.clerk, at.session, at.first);
  await room.clerk.must('timer.start', { session: at.session, contestant: at.first, phase: 'speech' });
  for (const [place, mark] of ['28.5', '20', '28'].entries()) await room.clerk.must('sheet.key', { session: at.session, contestant: at.first, judge: at.judges[place], kind: 'marks', marks: { ...fullMarks, c1: mark }, basis: 0 });
  await room.page.waitForTimeout(2100);
  await room.clerk.must('timer.pause', { session: at.session, contestant: at.first });
  const strip = room.page.getByRole('group', { name: '计时扣分' });
  await strip.getByText('超时').waitFor();
  await room.page.keyboard.down('h');
  await room.page.getByText('偏离').first().waitFor();
  await room.look('time-strip');
  await room.page.keyboard.up('h');
  await room.blockedBig('check').click();
  await expect.poll(() => room.page.evaluate(() => document.activeElement?.textContent)).toBe('确认扣分');
  await strip.getByRole('button', { name: '改扣分' }).click();
  await room.dialog().getByRole('textbox').first().fill('0.05');
  await room.dialog().getByRole('textbox', { name: /改动理由/ }).fill('话筒故障耽误');
  await room.look('other-figure');
  await room.dialog().getByRole('button', { name: '确认扣分' }).click();
  await strip.waitFor({ state: 'detached' });
  await room.button('更多').click();
  await room.look('menu');
  await room.page.getByRole('menuitem', { name: '加减分' }).click();
  await room.dialog().getByText('话筒故障耽误').waitFor();
  await room.dialog().getByRole('textbox', { name: /分值/ }).fill('1.5');
  await room.dialog().getByRole('textbox', { name: '理由' }).fill('示例创新做法');
  await room.dialog().getByRole('button', { name: '记一笔' }).click();
  await room.dialog().getByText('示例创新做法').waitFor();
  await room.look('adjust');
  await room.dialog().getByRole('button', { name: '关闭' }).last().click();
  for (const action of ['check', 'lock']) await room.big(action).click();
  await room.button('算给你看').click();
  // (93.5 + 85 + 93) ÷ 3 = 90.5; + 1.5 − 0.05 × 10 = 91.50
  await room.dialog().getByText('91.50').first().waitFor();
  await room.look('working-adjusted');
  expect(room.faults).toEqual([]);
});

/** Two categories, a performance part of 40, a play-off, two tiers, points by place. */
const manyFold: Rules = aRule({
  ...plainRules, categories: [{ id: 'city', name: '市直组' }, { id: 'town', name: '镇街组' }], parts: [{ ...onlyPart, points: '60' }, entered('P', '100', { name: '实绩', points: '40' })],
  ties: [{ by: 'playOff' }, { by: 'shared' }], placePoints: { points: { by: 'linear', top: '10', step: '2' }, ties: 'averaged' },
  awards: { tiers: [{ id: 'one', name: '一等奖', category: null, quota: 1, score: null }, { id: 'two', name: '二等奖', category: null, quota: 1, score: null }], edge: 'all', announce: 'fromLowest' },
});
const finished = async (): Promise<AMeeting> => {
  const at = await room.onDesk({ units: 5, judges: 3, rules: manyFold, start: false, categories: { city: 2, town: 3 } });
  await room.clerk.must('session.parts', { session: at.session, values: at.units.map((contestant, place) => ({ contestant, part: 'P', value: ['80', '80', '90', '85', '70'][place] ?? '' })), source: '示例考核表' });
  await room.clerk.must('session.start', { session: at.session });
  for (const contestant of at.units) {
    await openWindow(room.clerk, at.session, contestant);
    await room.clerk.must('timer.start', { session: at.session, contestant, phase: 'speech' });
    for (const place of [0, 1, 2]) await room.key(at, contestant, place);
    await lockWindow(room.clerk, at.session, contestant);
    await room.clerk.must('air.show', { meeting: at.meeting, scene: 'score', item: at.session, subject: contestant });
  }
  return at;
};

test('the result page ranks each category with parts, tier and place points, a play-off settles a tie, and any row opens its working', async () => {
  const at = await finished();
  await room.go(`#/session/${at.session}/result`);
  const city = room.page.getByRole('table', { name: '市直组' });
  await city.waitFor();
  await room.look('result-open');
  await room.button('录入加赛结果').click();
  await room.dialog().getByRole('button', { name: '上移 第2区' }).click();
  await room.dialog().getByRole('textbox', { name: '说明（可不填）' }).fill('现场加答一题');
  await room.look('play-off');
  await room.dialog().getByRole('button', { name: '确认' }).click();
  await room.page.getByText('已加赛，先后为：第2区、第1区 · 现场加答一题').waitFor();
  // 93.5 × 0.6 + 80 × 0.4 = 88.10 for both; 90 → 92.10, 85 → 90.10, 70 → 84.10 in the other category.
  expect(await city.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/1\s+第2区\s+93\.50\s+80\.00\s+88\.10\s+一等奖\s+10\s+加赛/) as string, expect.stringMatching(/2\s+第1区.*88\.10\s+二等奖\s+8\s+加赛/s) as string]);
  expect(await room.page.getByRole('table', { name: '镇街组' }).locator('tbody tr').first().innerText()).toMatch(/1\s+第3区\s+93\.50\s+90\.00\s+92\.10\s+一等奖/);
  await room.look('result');
  await city.getByRole('button', { name: '算给你看' }).first().click();
  await room.dialog().getByText('市直组第 1 名，共 2 名').waitFor();
  await room.look('working');
  await room.page.keyboard.press('Escape');
  await room.button('其他材料').click();
  await room.look('papers');
  for (const paper of ['评分办法', '获奖名单']) expect(await room.page.getByRole('menuitem', { name: paper }).count()).toBe(1);
  await room.page.keyboard.press('Escape');
  expect(room.faults).toEqual([]);
});

test('the review of judges says what it is, keeps letters until they are opened after a question, and gives reasons where it gives no figure', async () => {
  const at = await room.onDesk({ units: 6, judges: 5, rules: plainRules });
  for (const [unit, contestant] of at.units.entries()) {
    await openWindow(room.clerk, at.session, contestant);
    await room.clerk.must('timer.start', { session: at.session, contestant, phase: 'speech' });
    for (const place of [0, 1, 2, 3, 4]) await room.clerk.must('sheet.key', { session: at.session, contestant, judge: at.judges[place], kind: 'marks', marks: { ...fullMarks, c1: String(20 + ((unit * 3 + place * 2) % 9)), c2: String(12 + unit) }, basis: 0 });
    await lockWindow(room.clerk, at.session, contestant);
    await room.clerk.must('air.show', { meeting: at.meeting, scene: 'score', item: at.session, subject: contestant });
  }
  await room.clerk.must('session.finalise', { session: at.session });
  await room.page.getByRole('link', { name: '评委复盘' }).click();
  await room.page.getByText('信息参考，不影响成绩。').waitFor();
  await room.page.getByText('一致程度 W').waitFor();
  await room.look('review');
  expect(await room.page.locator('.review-table').innerText()).not.toContain('示例评委');
  await room.button('揭开字母').click();
  await room.look('review-open');
  await room.dialog().getByRole('button', { name: '揭开' }).click();
  await room.page.locator('.review-table').getByText('示例评委1').waitFor();
  await room.look('review-names');
  await room.clerk.must('settings.set', { language: 'en' });
  await room.page.getByText('For information only').waitFor();
  await room.look('review-en');
  await room.clerk.must('settings.set', { language: 'zh' });
  expect(room.session(at.session).reviewOpened).toBe(true);
  expect(room.faults).toEqual([]);
});
