// A judge's phone and a fake host around the built page: one build per test file, one host and one phone per test.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.ts';
import { FakeJudgeHost } from './fakeJudgeHost.ts';

export const MARKS = { c1: '28.5', c2: '18', c3: '18', c4: '23', c5: '4.5' };
export const TOTAL = '92';
const root = join(import.meta.dirname, '../../..');

/** Builds the page into <a new folder>/judge, in a process of its own: inside the test runner it would be the page of a developer, not of a phone. */
export const buildJudgePages = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-judge-page-'));
  const env = { ...process.env, NODE_ENV: 'production', LEITAI_OUT_DIR: join(folder, 'judge') };
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.judge.config.ts'], { cwd: root, env, stdio: 'pipe' });
  return folder;
};

export class JudgeRoom {
  readonly #folder: string;
  readonly #browser: Browser;
  context: BrowserContext;
  host: FakeJudgeHost;
  /** What the browser complained of: a broken policy or an exception. */
  complaints: readonly string[] = [];

  private constructor(folder: string, browser: Browser, context: BrowserContext) {
    this.#folder = folder;
    this.#browser = browser;
    this.context = context;
    this.host = new FakeJudgeHost(join(folder, 'judge'));
  }

  static async build(): Promise<JudgeRoom> {
    const folder = buildJudgePages();
    const browser = await launchBrowser();
    return new JudgeRoom(folder, browser, await browser.newContext());
  }
  /** A fresh host with three contestants, the first open for scoring, and a fresh phone. */
  async enter(): Promise<void> {
    this.host = new FakeJudgeHost(join(this.#folder, 'judge'));
    for (const name of ['甲区', '乙区', '丙区']) this.host.add(name);
    this.host.change('u1', { open: true });
    await this.host.start();
    this.complaints = [];
    this.context = await this.#browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'zh-CN' });
  }
  async leave(): Promise<void> {
    await this.context.close();
    this.host.stop();
  }
  async end(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
  files(): readonly { readonly file: string; readonly text: string }[] {
    const names = readdirSync(this.#folder, { recursive: true }).map(String).filter((file) => /\.(html|js|css)$/.test(file));
    return names.map((file) => ({ file, text: readFileSync(join(this.#folder, file), 'utf8') }));
  }

  async open(address = this.host.cardAddress): Promise<Page> {
    const page = await this.context.newPage();
    const complain = (text: string): void => void (this.complaints = [...this.complaints, text]);
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TypeError|ReferenceError/.test(message.text())) complain(message.text());
    });
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    return page;
  }
  async confirmed(): Promise<Page> {
    const page = await this.open();
    await page.getByRole('button', { name: '是，进入评分' }).click();
    return page;
  }
  async onSheet(): Promise<Page> {
    const page = await this.confirmed();
    await page.getByRole('button', { name: /甲区/ }).click();
    return page;
  }
  async submitted(): Promise<Page> {
    const page = await this.onSheet();
    await typeMarks(page);
    await page.getByRole('button', { name: `给 甲区 提交 ${TOTAL} 分` }).click();
    await says(page, '已收到 14:03:22 · 回执 A7F3');
    return page;
  }
}

/** Types all five marks on the keyboard: digits into the mark in focus, Enter to the next. */
export const typeMarks = async (page: Page): Promise<void> => {
  await page.getByRole('spinbutton', { name: '晒成绩' }).focus();
  for (const mark of Object.values(MARKS)) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
};

/** Waits until the page says something. */
export const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
