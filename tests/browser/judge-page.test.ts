// The judge's page as built, in a real browser over plain HTTP: from the card to the host's receipt, and through everything that goes wrong between.
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { JudgeRoom, MARKS, says, TOTAL, typeMarks } from './support/judgeRoom.ts';

let room: JudgeRoom;
beforeAll(async () => {
  room = await JudgeRoom.build();
});
afterAll(() => room.end());
beforeEach(() => room.enter());
afterEach(async () => {
  await room.leave();
  if (room.complaints.length > 0) throw new Error(room.complaints.join('\n'));
});

describe('the built page', () => {
  test('is ES2019 and at most 60 kB gzipped', () => {
    for (const { text } of room.files().filter(({ file }) => file.endsWith('.js'))) expect(() => parse(text, { ecmaVersion: 10, sourceType: 'module' })).not.toThrow();
    expect(room.files().reduce((bytes, { text }) => bytes + gzipSync(text).length, 0)).toBeLessThan(60_000);
  });
  test('has no inline script or style, and no path of the machine it was built on', () => {
    expect(room.files().find(({ file }) => file.endsWith('index.html'))?.text).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
    for (const { text } of room.files()) expect(text.indexOf(process.cwd())).toBe(-1);
  });
});

describe('from the card to the receipt', () => {
  test('an old phone without BigInt, structuredClone, at, hasOwn, replaceAll and randomUUID scores to a receipt', async () => {
    await room.context.addInitScript(`
      delete globalThis.BigInt; delete globalThis.structuredClone; delete Array.prototype.at; delete String.prototype.at;
      delete Object.hasOwn; delete String.prototype.replaceAll; delete Crypto.prototype.randomUUID; delete globalThis.WeakRef;`);
    const page = await room.onSheet();
    expect(await page.evaluate('[typeof BigInt, typeof structuredClone, typeof crypto.randomUUID, typeof crypto.subtle].join()')).toBe('undefined,undefined,undefined,undefined');
    for (const name of ['晒成绩', '摆问题', '亮目标', '列举措', '汇报表现']) await page.getByLabel(`${name} 减 0.5`).click();
    await page.getByRole('button', { name: '给 甲区 提交 100 分' }).click();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    expect(room.host.window('u1').sheet).toMatchObject({ revision: 1, marks: { c1: '30', c2: '20', c3: '20', c4: '25', c5: '5' } });
  });

  test('the card leaves the address bar, and neither its secret nor a mark stands in any frame or request', async () => {
    const sent: string[] = [];
    const requested: string[] = [];
    room.context.on('page', (page) => page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(payload.toString()))));
    room.context.on('request', (request) => requested.push(request.url()));
    const page = await room.submitted();
    expect(page.url()).toBe(`${room.host.origin}/judge/`);
    expect(sent.length).toBeGreaterThan(3);
    expect(requested.filter((url) => !url.startsWith(`${room.host.origin}/judge/`))).toEqual([]);
    expect([...sent, ...requested.slice(1)].join('\n')).not.toMatch(new RegExp(`${room.host.secret}|28\\.5|marks`));
  });

  test('a mark is entered by quick value, pad or keys, and the button waits until every criterion has one', async () => {
    const page = await room.onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    await page.getByRole('group', { name: '常用分' }).getByRole('button', { name: '28', exact: true }).click();
    for (const key of ['1', '8', '小数点', '5']) await page.getByRole('group', { name: '数字键盘：摆问题' }).getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByLabel('晒成绩 加 0.5').click();
    await says(page, '还有 3 项未打好');
    expect(await page.locator('output').textContent()).toBe('47');
    await page.getByRole('button', { name: '还有 3 项未打好' }).click();
    expect(await page.getByRole('group', { name: '数字键盘：亮目标' }).count()).toBe(1);
    expect(room.host.commands).toEqual([]);
  });

  test('by keyboard alone: digits, arrows, Enter', async () => {
    const page = await room.onSheet();
    await typeMarks(page);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('spinbutton', { name: '汇报表现' }).getAttribute('aria-valuetext')).toBe('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says(page, /回执/);
    expect(room.host.window('u1').sheet?.marks).toEqual({ ...MARKS, c5: '5' });
  });

  test('a mark off the step is said in words and not sent', async () => {
    const page = await room.onSheet();
    await typeMarks(page);
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.3');
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: '还有 1 项未打好' }).click();
    expect(room.host.commands).toEqual([]);
  });

  test('abstaining asks first and is no zero', async () => {
    const page = await room.onSheet();
    await page.getByRole('button', { name: '对 甲区 弃权' }).click();
    await page.keyboard.press('Escape');
    expect(room.host.commands).toEqual([]);
    await page.getByRole('button', { name: '对 甲区 弃权' }).click();
    await page.getByRole('button', { name: '确认弃权' }).click();
    await says(page, /回执/);
    expect(room.host.window('u1').sheet).toMatchObject({ kind: 'abstained', marks: {} });
  });

  test('a short code brings the seat when there is no card', async () => {
    const page = await room.open(`${room.host.origin}/judge/`);
    const code = page.getByLabel('席位码（6 位）');
    await code.fill('xxxxxx');
    await page.getByRole('button', { name: '进入评分' }).click();
    await says(page, /席位码不对或已过期/);
    await code.fill(room.host.code.toLowerCase());
    await page.getByRole('button', { name: '进入评分' }).click();
    await says(page, '张三');
  });
});

describe('through a bad network', () => {
  test('a lost answer brings the same command again, which counts once', async () => {
    const page = await room.onSheet();
    await typeMarks(page);
    room.host.lostAnswers = 1;
    await page.getByRole('button', { name: /给 甲区 提交/ }).click();
    await says(page, /正在提交给 甲区 的 92 分/);
    room.host.cut();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    expect(room.host.commands.length).toBe(2);
    expect(room.host.commands[0]?.id).toBe(room.host.commands[1]?.id);
    expect(room.host.window('u1').sheet?.revision).toBe(1);
  });

  test('a reload keeps draft, sheet and seat without a question', async () => {
    const page = await room.onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.5');
    await page.reload();
    await says(page, '草稿保存在本机');
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-valuetext')).toBe('28.5');
  });

  test('a silent host makes the page grey and say how long', async () => {
    const page = await room.onSheet();
    room.host.silent = true;
    await says(page, /上次确认 [678] 秒前，正在重新连接/);
    await expect.poll(() => page.evaluate(() => document.body.className)).toBe('stale');
    room.host.silent = false;
    await expect.poll(() => page.evaluate(() => document.body.className), { timeout: 8000 }).toBe('');
  });

  test('after a restore the receipted sheet is offered again by itself', async () => {
    await room.submitted();
    room.host.restore({ u1: null });
    await expect.poll(() => room.host.window('u1').sheet?.marks, { timeout: 5000 }).toEqual(MARKS);
    expect(room.host.commands[1]?.id).not.toBe(room.host.commands[0]?.id);
    expect(room.host.commands[1]?.epoch).toBe(room.host.epoch);
  });
});

describe('when things change meanwhile', () => {
  test('the host moves on: the sheet stays with its contestant and asks', async () => {
    const page = await room.onSheet();
    await typeMarks(page);
    room.host.change('u2', { open: true });
    await says(page, '主持人已开放 乙区 打分。这是给 甲区 的分，提交给 甲区 吗？');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('甲区');
    await page.getByRole('alert').getByRole('button', { name: '给 甲区 提交 92 分' }).click();
    await says(page, /回执/);
    expect([room.host.window('u1').sheet?.marks, room.host.window('u2').sheet]).toEqual([MARKS, null]);
    await page.getByRole('button', { name: '给 乙区 打分' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('乙区');
  });

  test('it may be changed until it is locked and then only read', async () => {
    const page = await room.submitted();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('晒成绩 减 0.5').click();
    await page.getByRole('button', { name: '给 甲区 改为 91.5 分' }).click();
    await expect.poll(() => room.host.window('u1').sheet?.revision).toBe(2);
    room.host.change('u1', { open: false, locked: true });
    await says(page, '已锁定，不能再改。');
    expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  });

  test('a sheet sent after the lock is received, not counted, and said so', async () => {
    const page = await room.onSheet();
    await typeMarks(page);
    room.host.change('u1', { open: false, locked: true });
    await page.getByRole('button', { name: '给 甲区 补交 92 分' }).click();
    await says(page, '已收到，未计入（已锁定），由主持人处理');
    expect(room.host.window('u1')).toMatchObject({ sheet: null, late: 1 });
  });

  test('a sheet keyed by the desk stands beside mine and I choose', async () => {
    const page = await room.submitted();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('晒成绩 减 0.5').click();
    room.host.change('u1', { sheet: { revision: 2, kind: 'marks', marks: { ...MARKS, c1: '20' }, at: room.host.wall(), source: 'paper' } });
    await says(page, '主持台已有另一个版本，请选择');
    await page.getByRole('button', { name: '提交我填的 91.5' }).click();
    await expect.poll(() => room.host.window('u1').sheet).toMatchObject({ revision: 3, marks: { c1: '28' } });
  });

  test('own past scores can be read, and a recused window cannot be entered', async () => {
    room.host.change('u3', { locked: true, sheet: { revision: 1, kind: 'marks', marks: MARKS, at: room.host.wall(), source: 'phone' } });
    room.host.change('u2', { open: true, excused: 'recused' });
    const page = await room.confirmed();
    expect(await page.getByRole('button', { name: /乙区 回避/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: /丙区/ }).click();
    await says(page, '已锁定，不能再改。');
    expect(await page.locator('tfoot td').textContent()).toBe(TOTAL);
    await page.goBack();
    await says(page, '正在打分');
  });
});

describe('whose seat it is', () => {
  test('a void card, a host that cannot prove itself and a desk that must tap are said', async () => {
    const page = await room.confirmed();
    room.host.needsTap = true;
    room.host.cut();
    await says(page, /请工作人员在主持台点一下“允许”/);
    room.host.needsTap = false;
    await says(page, '正在打分');
    room.host.cut(4401);
    await says(page, '席位卡已失效');
    await says(page, /请联系工作人员，换新卡后重新扫码/);
    room.host.secret = 'ff'.repeat(16);
    await page.getByRole('button', { name: '重试' }).click();
    await says(page, /不是本场主机/);
  });

  test('of two tabs the newer works and the older steps back until called', async () => {
    const older = await room.confirmed();
    const newer = await room.open();
    await says(newer, '正在打分');
    await says(older, '已在另一个页面打开');
    await older.getByRole('button', { name: '改在这里继续' }).click();
    await says(older, '正在打分');
    await says(newer, '已在另一个页面打开');
  });

  test('another card asks first when something is unsent, and nothing is lost by staying', async () => {
    const page = await room.onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.5');
    await page.goto(`${room.host.origin}/judge/#s=seat-8&k=${room.host.secret}`);
    await says(page, '本机上 张三 的席位还有未送达的分数。');
    await page.getByRole('button', { name: '继续用原卡' }).click();
    await page.getByRole('button', { name: /甲区/ }).click();
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-valuetext')).toBe('28.5');
  });
});
