// The judge's page as built, in a real browser over plain HTTP: from the card to the host's receipt, and through everything that goes wrong between.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import judgeConfig from '../../vite.judge.config.ts';
import { launchBrowser } from '../support/chromium.ts';
import { FakeJudgeHost } from './support/fakeJudgeHost.ts';

const MARKS = { c1: '28.5', c2: '18', c3: '18', c4: '23', c5: '4.5' };
const TOTAL = '92';
const folder = mkdtempSync(join(tmpdir(), 'leitai-judge-page-'));
const built = () => readdirSync(folder, { recursive: true }).map(String).filter((file) => /\.(html|js|css)$/.test(file)).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

let browser: Browser;
let context: BrowserContext;
let host: FakeJudgeHost;
let complaints: string[];

beforeAll(async () => {
  await build({ ...judgeConfig, configFile: false, build: { ...judgeConfig.build, outDir: folder } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  host = new FakeJudgeHost(folder);
  for (const name of ['甲区', '乙区', '丙区']) host.add(name);
  host.change('u1', { open: true });
  await host.start();
  complaints = [];
  context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
});
afterEach(async () => {
  await context.close();
  host.stop();
  expect(complaints).toEqual([]);
});

const openPage = async (address = host.cardAddress): Promise<Page> => {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|TypeError|ReferenceError/.test(message.text())) complaints.push(message.text());
  });
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
};
const confirmed = async (): Promise<Page> => {
  const page = await openPage();
  await page.getByRole('button', { name: '是，进入评分' }).click();
  return page;
};
const onSheet = async (): Promise<Page> => {
  const page = await confirmed();
  await page.getByRole('button', { name: /甲区/ }).click();
  return page;
};
/** Types all five marks on the keyboard: digits into the mark in focus, Enter to the next. */
const typeMarks = async (page: Page): Promise<void> => {
  await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
  for (const mark of Object.values(MARKS)) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
};
const submitted = async (): Promise<Page> => {
  const page = await onSheet();
  await typeMarks(page);
  await page.getByRole('button', { name: `给 甲区 提交 ${TOTAL} 分` }).click();
  await page.getByText('已收到 14:03:22 · 回执 A7F3').waitFor();
  return page;
};
const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

describe('the built page', () => {
  test('is ES2019 and at most 60 kB gzipped', () => {
    for (const { file, text } of built()) if (file.endsWith('.js')) expect(() => parse(text, { ecmaVersion: 10, sourceType: 'module' })).not.toThrow();
    expect(built().reduce((bytes, { text }) => bytes + gzipSync(text).length, 0)).toBeLessThan(60_000);
  });
  test('loads nothing from elsewhere and has no inline script or style', () => {
    for (const { text } of built()) expect(text.replace(/https?:\/\/(www\.w3\.org|reactjs\.org)\S*/g, '')).not.toMatch(/https?:\/\//);
    expect(built().find(({ file }) => file === 'index.html')?.text).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
  });
});

describe('from the card to the receipt', () => {
  test('an old phone without BigInt, structuredClone, at, hasOwn, replaceAll and randomUUID scores to a receipt', async () => {
    await context.addInitScript(`
      delete globalThis.BigInt; delete globalThis.structuredClone; delete Array.prototype.at; delete String.prototype.at;
      delete Object.hasOwn; delete String.prototype.replaceAll; delete Crypto.prototype.randomUUID; delete globalThis.WeakRef;`);
    const page = await onSheet();
    expect(await page.evaluate('[typeof BigInt, typeof structuredClone, typeof crypto.randomUUID, typeof crypto.subtle].join()')).toBe('undefined,undefined,undefined,undefined');
    for (const name of ['晒成绩', '摆问题', '亮目标', '列举措', '汇报表现']) await page.getByLabel(`${name} 减 0.5`).click();
    await page.getByRole('button', { name: '给 甲区 提交 100 分' }).click();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    expect(host.window('u1').sheet).toMatchObject({ revision: 1, marks: { c1: '30', c2: '20', c3: '20', c4: '25', c5: '5' } });
  });

  test('the card leaves the address bar, and neither its secret nor a mark stands in any frame or request', async () => {
    const sent: string[] = [];
    context.on('page', (page) => page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(payload.toString()))));
    context.on('request', (request) => sent.push(request.url()));
    const page = await submitted();
    expect(page.url()).toBe(`${host.origin}/judge/`);
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.join('\n')).not.toMatch(new RegExp(`${host.secret}|28\\.5|marks`));
  });

  test('a mark is entered by quick value, pad or keys, and the button waits until every criterion has one', async () => {
    const page = await onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    await page.getByRole('group', { name: '常用分' }).getByRole('button', { name: '28', exact: true }).click();
    for (const key of ['1', '8', '小数点', '5']) await page.getByRole('group', { name: '数字键盘：摆问题' }).getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByLabel('晒成绩 加 0.5').click();
    await says(page, '还有 3 项未打好');
    expect(await page.locator('output').textContent()).toBe('47');
    await page.getByRole('button', { name: '还有 3 项未打好' }).click();
    expect(await page.getByRole('group', { name: '数字键盘：亮目标' }).count()).toBe(1);
    expect(host.commands).toEqual([]);
  });

  test('by keyboard alone: digits, arrows, Enter', async () => {
    const page = await onSheet();
    await typeMarks(page);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('spinbutton', { name: '汇报表现' }).getAttribute('aria-valuetext')).toBe('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says(page, /回执/);
    expect(host.window('u1').sheet?.marks).toEqual({ ...MARKS, c5: '5' });
  });

  test('a mark off the step is said in words and not sent', async () => {
    const page = await onSheet();
    await typeMarks(page);
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.3');
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: '还有 1 项未打好' }).click();
    expect(host.commands).toEqual([]);
  });

  test('abstaining asks first and is no zero', async () => {
    const page = await onSheet();
    await page.getByRole('button', { name: '对 甲区 弃权' }).click();
    await page.keyboard.press('Escape');
    expect(host.commands).toEqual([]);
    await page.getByRole('button', { name: '对 甲区 弃权' }).click();
    await page.getByRole('button', { name: '确认弃权' }).click();
    await says(page, /回执/);
    expect(host.window('u1').sheet).toMatchObject({ kind: 'abstained', marks: {} });
  });

  test('a short code brings the seat when there is no card', async () => {
    const page = await openPage(`${host.origin}/judge/`);
    const code = page.getByLabel('席位码（6 位）');
    await code.fill('xxxxxx');
    await page.getByRole('button', { name: '进入评分' }).click();
    await says(page, /席位码不对或已过期/);
    await code.fill(host.code.toLowerCase());
    await page.getByRole('button', { name: '进入评分' }).click();
    await says(page, '张三');
  });
});

describe('through a bad network', () => {
  test('a lost answer brings the same command again, which counts once', async () => {
    const page = await onSheet();
    await typeMarks(page);
    host.lostAnswers = 1;
    await page.getByRole('button', { name: /给 甲区 提交/ }).click();
    await says(page, /正在提交给 甲区 的 92 分/);
    host.cut();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    expect(host.commands.length).toBe(2);
    expect(host.commands[0]?.id).toBe(host.commands[1]?.id);
    expect(host.window('u1').sheet?.revision).toBe(1);
  });

  test('a reload keeps draft, sheet and seat without a question', async () => {
    const page = await onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.5');
    await page.reload();
    await says(page, '草稿保存在本机');
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-valuetext')).toBe('28.5');
  });

  test('a silent host makes the page grey and say how long', async () => {
    const page = await onSheet();
    host.silent = true;
    await says(page, /上次确认 [678] 秒前，正在重新连接/);
    expect(await page.evaluate(() => document.body.className)).toBe('stale');
    host.silent = false;
    await page.waitForFunction(() => document.body.className === '');
  });

  test('after a restore the receipted sheet is offered again by itself', async () => {
    const page = await submitted();
    host.restore({ u1: null });
    await page.waitForTimeout(100);
    await expect.poll(() => host.window('u1').sheet?.marks, { timeout: 5000 }).toEqual(MARKS);
    expect(host.commands[1]?.id).not.toBe(host.commands[0]?.id);
    expect(host.commands[1]?.epoch).toBe(host.epoch);
  });
});

describe('when things change meanwhile', () => {
  test('the host moves on: the sheet stays with its contestant and asks', async () => {
    const page = await onSheet();
    await typeMarks(page);
    host.change('u2', { open: true });
    await says(page, '主持人已开放 乙区 打分。这是给 甲区 的分，提交给 甲区 吗？');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('甲区');
    await page.getByRole('alert').getByRole('button', { name: '给 甲区 提交 92 分' }).click();
    await says(page, /回执/);
    expect([host.window('u1').sheet?.marks, host.window('u2').sheet]).toEqual([MARKS, null]);
    await page.getByRole('button', { name: '给 乙区 打分' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('乙区');
  });

  test('it may be changed until it is locked and then only read', async () => {
    const page = await submitted();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('晒成绩 减 0.5').click();
    await page.getByRole('button', { name: '给 甲区 改为 91.5 分' }).click();
    await expect.poll(() => host.window('u1').sheet?.revision).toBe(2);
    host.change('u1', { open: false, locked: true });
    await says(page, '已锁定，不能再改。');
    expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
  });

  test('a sheet sent after the lock is received, not counted, and said so', async () => {
    const page = await onSheet();
    await typeMarks(page);
    host.change('u1', { open: false, locked: true });
    await page.getByRole('button', { name: '给 甲区 补交 92 分' }).click();
    await says(page, '已收到，未计入（已锁定），由主持人处理');
    expect(host.window('u1')).toMatchObject({ sheet: null, late: 1 });
  });

  test('a sheet keyed by the desk stands beside mine and I choose', async () => {
    const page = await submitted();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('晒成绩 减 0.5').click();
    host.change('u1', { sheet: { revision: 2, kind: 'marks', marks: { ...MARKS, c1: '20' }, at: host.wall(), source: 'paper' } });
    await says(page, '主持台已有另一个版本，请选择');
    await page.getByRole('button', { name: '提交我填的 91.5' }).click();
    await expect.poll(() => host.window('u1').sheet).toMatchObject({ revision: 3, marks: { c1: '28' } });
  });

  test('own past scores can be read, and a recused window cannot be entered', async () => {
    host.change('u3', { locked: true, sheet: { revision: 1, kind: 'marks', marks: MARKS, at: host.wall(), source: 'phone' } });
    host.change('u2', { open: true, excused: 'recused' });
    const page = await confirmed();
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
    const page = await confirmed();
    host.needsTap = true;
    host.cut();
    await says(page, /请工作人员在主持台点一下“允许”/);
    host.needsTap = false;
    await says(page, '正在打分');
    host.cut(4401);
    await says(page, '席位卡已失效，请联系工作人员。换新卡后重新扫码即可。');
    host.secret = 'ff'.repeat(16);
    await page.getByRole('button', { name: '重试' }).click();
    await says(page, '不是本场主机');
  });

  test('of two tabs the newer works and the older steps back until called', async () => {
    const older = await confirmed();
    const newer = await openPage();
    await says(newer, '正在打分');
    await says(older, '已在另一个页面打开');
    await older.getByRole('button', { name: '改在这里继续' }).click();
    await says(older, '正在打分');
    await says(newer, '已在另一个页面打开');
  });

  test('another card asks first when something is unsent, and nothing is lost by staying', async () => {
    const page = await onSheet();
    await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
    await page.keyboard.type('28.5');
    await page.goto(`${host.origin}/judge/#s=seat-8&k=${host.secret}`);
    await says(page, '本机上 张三 的席位还有未送达的分数。');
    await page.getByRole('button', { name: '继续用原卡' }).click();
    expect(await page.getByRole('spinbutton', { name: '晒成绩' }).getAttribute('aria-valuetext')).toBe('28.5');
  });
});

describe('on the glass', () => {
  test.each([[360, 640, false], [360, 640, true], [320, 568, false], [768, 1024, false]])('at %d×%d (large type: %s) every target is 48 px, nothing runs out sideways', async (width, height, large) => {
    const page = await onSheet();
    await page.setViewportSize({ width, height });
    if (large) await page.getByRole('button', { name: '大字' }).click();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    const faults = await page.evaluate(() => {
      const targets = Array.from(document.querySelectorAll('button, [role=spinbutton]'));
      const small = targets.filter((target) => target.getBoundingClientRect().height < 47.9 || target.getBoundingClientRect().width < 47.9).map((target) => target.textContent);
      return [...small, ...(document.documentElement.scrollWidth > innerWidth ? ['sideways'] : [])];
    });
    expect(faults).toEqual([]);
  });

  test('five criteria and the submit button stand on a 360×640 phone at once', async () => {
    const page = await onSheet();
    const bottom = await page.evaluate(() => document.getElementById('submit')?.getBoundingClientRect().bottom ?? 9999);
    expect(bottom).toBeLessThanOrEqual(640);
  });

  test('every colour of text on its ground has a contrast of at least 4.5', async () => {
    host.change('u2', { open: true, excused: 'recused' });
    const page = await submitted();
    await page.getByRole('button', { name: '返回', exact: true }).click();
    expect(await page.evaluate(contrastFaults)).toEqual([]);
    await page.getByRole('button', { name: /甲区/ }).click();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByRole('spinbutton', { name: '晒成绩' }).click();
    expect(await page.evaluate(contrastFaults)).toEqual([]);
  });

  test('English is one tap away and stays', async () => {
    const page = await onSheet();
    await page.getByRole('button', { name: '切换到英文' }).click();
    await says(page, 'Named scoring · only the desk sees your marks');
    await page.reload();
    await says(page, '5 still to score');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});

/** Runs in the page: the texts whose colour is too near to their ground. Disabled controls are exempt (WCAG 1.4.3). */
const contrastFaults = (): readonly string[] => {
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
    const linear = [red, green, blue].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const ground = (element: Element | null): readonly number[] => {
    if (element === null) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? ground(element.parentElement) : colour;
  };
  const own = (element: Element): string => Array.from(element.childNodes).filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '').join('').trim();
  return Array.from(document.querySelectorAll('body *')).filter((element) => own(element) !== '' && element.closest(':disabled') === null).flatMap((element) => {
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${own(element)}: ${ratio.toFixed(2)}`] : [];
  });
};
