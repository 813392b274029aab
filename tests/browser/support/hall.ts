// A hall for browser tests: the host as a process of its own, a shell played by the test, Chromium with the pages of a real session.
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.ts';
import { hostProcess, temporaryFolder, type HostProcess } from '../../support/aHouse.ts';
import { playShell, type PlayedShell } from '../../support/aShell.ts';
import { startRelay, type Relay } from '../../support/relay.ts';

export class Hall {
  readonly folder = temporaryFolder();
  browser!: Browser;
  host!: HostProcess;
  shell!: PlayedShell;
  relay!: Relay;
  readonly faults: string[] = [];
  /** Addresses of the documents the desk has opened, oldest first. */
  readonly papers: string[] = [];
  readonly #hostArgs: readonly string[];

  /** `hostArgs` go to the host beside the hall's own, such as --sample. */
  constructor(hostArgs: readonly string[] = []) {
    this.#hostArgs = hostArgs;
  }

  async open(): Promise<void> {
    this.browser = await launchBrowser();
    this.relay = await startRelay(() => this.host.roomPort);
    await this.startHost();
  }

  /** Starts the host, or starts it again after a kill: same folder, same ports. */
  async startHost(): Promise<void> {
    this.host = await hostProcess(this.folder, ['--extra-host', `room.test:${this.relay.port}`, ...this.#hostArgs]);
    this.shell = playShell(this.host.child, path.join(this.folder, 'shell'));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.relay.close();
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A page whose errors count as faults of the run. */
  watched(page: Page, name: string): Page {
    page.on('pageerror', (error) => this.faults.push(`${name}: ${error.message}`));
    page.setDefaultTimeout(15_000);
    return page;
  }

  async desk(size = { width: 1366, height: 768 }): Promise<Page> {
    const page = this.watched(await this.browser.newPage({ viewport: size, locale: 'zh-CN' }), 'desk');
    page.on('popup', (paper) => { void this.takePaper(paper); });
    await page.goto(this.host.desk);
    return page;
  }

  /** Notes a document's address and closes its tab, as a clerk does: the desk behind it would get no frames to draw. */
  private async takePaper(paper: Page): Promise<void> {
    await paper.waitForURL(/\/documents\//);
    this.papers.push(paper.url());
    await paper.close();
  }

  async projector(size = { width: 1920, height: 1080 }): Promise<Page> {
    const page = this.watched(await this.browser.newPage({ viewport: size }), 'projector');
    await page.goto(this.host.projector);
    return page;
  }

  /** A phone of its own: storage, and the origin a phone would have on the LAN; behind the relay when asked. */
  async phone(): Promise<BrowserContext> {
    return this.browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  }

  /** The names of everything in the journal, oldest first, read beside the running host. */
  events(): readonly string[] {
    const database = new Database(path.join(this.folder, 'leitai.db'), { readonly: true });
    try {
      return database.prepare('SELECT name FROM journal ORDER BY seq').pluck().all() as string[];
    } finally {
      database.close();
    }
  }

  /** After a failure: what the pages complained of, and every open page as a picture in the folder LEITAI_SHOTS names, if it names one. */
  async testify(): Promise<void> {
    process.stderr.write(`${this.faults.join('\n')}\n`);
    const folder = process.env['LEITAI_SHOTS'];
    if (folder === undefined) return;
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page, at) => page.screenshot({ path: path.join(folder, `failed-${at}.png`) })));
  }

  cardUrl(card: { readonly seat: string; readonly secret: string }, port = this.host.roomPort): string {
    return `http://room.test:${port}/judge/#s=${card.seat}&k=${card.secret}`;
  }
}
