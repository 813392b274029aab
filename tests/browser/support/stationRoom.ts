// A real house with a desk page and tablets of clerks and supervisors on plain HTTP, as in a hall. Words only, no selectors of the pages' making.
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { aHouse } from '../../support/aHouse.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { tokenClient, type WireClient } from '../../support/wireClient.ts';

type House = Awaited<ReturnType<typeof aHouse>>;

export class StationRoom {
  readonly house: House;
  readonly desk: WireClient;
  readonly browser: Browser;
  readonly meeting: string;
  /** What the pages complained of: exceptions and broken policies. */
  readonly complaints: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  private constructor(given: Pick<StationRoom, 'house' | 'desk' | 'browser' | 'meeting'>) {
    this.house = given.house;
    this.desk = given.desk;
    this.browser = given.browser;
    this.meeting = given.meeting;
  }

  static async open(): Promise<StationRoom> {
    const house = await aHouse({ windows: 'browser', native: { call: async () => '' } });
    const desk = await tokenClient(house.deskUrl, 'desk', 'setup');
    const meeting = String((await desk.must('meeting.create', { title: '2026 年第四季度书记擂台暨民主测评' }))['meeting']);
    return new StationRoom({ house, desk, browser: await launchBrowser(), meeting });
  }

  async add(role: 'clerk' | 'supervisor', name: string): Promise<string> {
    return String((await this.desk.must('station.add', { meeting: this.meeting, role, name }))['seat']);
  }
  async code(seat: string): Promise<string> {
    return String((await this.desk.must('seat.code', { meeting: this.meeting, seat }))['code']);
  }
  address(fragment = '', page = 'clerk/'): string {
    return `http://room.test:${this.house.roomPort}/${page}${fragment}`;
  }
  async card(seat: string): Promise<string> {
    const { url } = await this.desk.must('station.card', { meeting: this.meeting, seat });
    return this.address(new URL(String(url)).hash);
  }

  /** A device of its own at an address. */
  async tablet(address: string, size = { width: 1280, height: 800 }): Promise<Page> {
    const context = await this.browser.newContext({ viewport: size, hasTouch: true, locale: 'zh-CN' });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TypeError|ReferenceError/.test(message.text())) this.complaints.push(message.text());
    });
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    return page;
  }
  async leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }
  async close(): Promise<void> {
    this.desk.close();
    await this.browser.close();
    await this.house.end();
  }
  /** A picture where LEITAI_SHOTS names a folder. */
  async look(page: Page, name: string): Promise<void> {
    const folder = process.env['LEITAI_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** Waits until the page says something. */
export const says = async (page: Page, text: string | RegExp): Promise<void> => {
  await expect.poll(() => page.locator('body').innerText()).toMatch(text);
};
