// A house in this process with a desk page, a wall page, and judges' phones on real sockets: for tests of the desk's hard moments.
// Documents come as pages, since the shell it plays cannot print.
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { RunningHouse } from '../../../electron/startHouse.ts';
import { aHouse } from '../../support/aHouse.ts';
import type { AMeeting } from '../../support/aMeeting.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { judgeClient, tokenClient, type WireClient } from '../../support/wireClient.ts';

export interface DeskRoom {
  readonly house: RunningHouse;
  readonly page: Page;
  readonly wall: Page;
  /** A second desk without a page, to bring a session where the test begins. */
  readonly clerk: WireClient;
  readonly faults: string[];
  readonly session: (id: string) => ArenaSession;
  /** The phone of the judge at this place. */
  readonly phone: (meeting: AMeeting, at: number, browser?: string) => Promise<WireClient>;
  readonly go: (fragment: string) => Promise<void>;
  /** A picture at both sizes of the office, where LEITAI_SHOTS names a folder. */
  readonly look: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const watch = (page: Page, faults: string[]): void => {
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
};

export const deskRoom = async (): Promise<DeskRoom> => {
  const native = { call: async (name: string) => { if (name === 'print.pdf') throw new Error('no printer here'); } };
  const house = await aHouse({ windows: 'browser', native });
  house.projectorChanged('shown');
  const browser: Browser = await launchBrowser();
  const faults: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const wall = await browser.newPage({ viewport: { width: 960, height: 540 } });
  for (const each of [page, wall]) watch(each, faults);
  const clerk = await tokenClient(house.deskUrl, 'desk', 'clerk');
  const clients: WireClient[] = [clerk];
  const phone: DeskRoom['phone'] = async (meeting, at, browserId) => {
    const seat = meeting.cards[at]?.seat ?? '';
    const client = await judgeClient({ origin: `http://127.0.0.1:${house.roomPort}`, seat, secret: house.secretOf(seat), ...(browserId === undefined ? {} : { browser: browserId }) });
    clients.push(client);
    return client;
  };
  const session: DeskRoom['session'] = (id) => {
    const found = house.state().arena.sessions[id];
    if (found === undefined) throw new Error(`no session ${id}`);
    return found;
  };
  const go: DeskRoom['go'] = async (fragment) => {
    await page.evaluate((to) => { location.hash = to; }, fragment);
  };
  const look: DeskRoom['look'] = async (name) => {
    const folder = process.env['LEITAI_SHOTS'];
    if (folder === undefined) return;
    for (const [width, height] of [[1093, 614], [1366, 768]] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(150);
      await page.screenshot({ path: path.join(folder, `${name}-${width}.png`) });
    }
  };
  const close = async (): Promise<void> => {
    for (const client of clients) client.close();
    await browser.close();
    await house.end();
  };
  return { house, page, wall, clerk, faults, session, phone, go, look, close };
};
