// A house in this process with a desk page, a wall page, and judges' phones on real sockets: for tests of the desk's hard moments.
// Documents come as pages, since the shell it plays cannot print.
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { RunningHouse } from '../../../electron/startHouse.ts';
import { aHouse } from '../../support/aHouse.ts';
import { aMeeting, fullMarks, type AMeeting, type Wanted } from '../../support/aMeeting.ts';
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
  /** A live meeting on the desk, the wall showing its cover. */
  readonly onDesk: (wanted: Wanted) => Promise<AMeeting & { readonly first: string; readonly second: string }>;
  /** Keys a full sheet for the judge at this place. */
  readonly key: (meeting: AMeeting, contestant: string, place: number) => Promise<unknown>;
  /** The big button offering this step, free or blocked. */
  readonly big: (action: string) => Locator;
  readonly blockedBig: (action: string) => Locator;
  readonly button: (name: string) => Locator;
  readonly dialog: () => Locator;
  readonly wallText: () => Promise<string>;
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

const readings = (page: Page, wall: Page): Pick<DeskRoom, 'big' | 'blockedBig' | 'button' | 'dialog' | 'wallText'> => ({
  big: (action) => page.locator(`.big-button[data-action="${action}"]:not([data-blocked]):not([disabled])`),
  blockedBig: (action) => page.locator(`.big-button[data-action="${action}"][data-blocked]`),
  button: (name) => page.getByRole('button', { name, exact: true }),
  dialog: () => page.getByRole('dialog'),
  wallText: () => wall.locator('.leitai-stage').innerText(),
});

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
  const onDesk: DeskRoom['onDesk'] = async (wanted) => {
    const made = await aMeeting(clerk, wanted);
    await clerk.must('air.show', { meeting: made.meeting, scene: 'cover', item: made.session, subject: null });
    await go(`#/session/${made.session}/live`);
    return { ...made, first: made.units[0] ?? '', second: made.units[1] ?? '' };
  };
  const key: DeskRoom['key'] = (meeting, contestant, place) =>
    clerk.must('sheet.key', { session: meeting.session, contestant, judge: meeting.judges[place], kind: 'marks', marks: fullMarks, basis: 0 });
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
  await page.goto(house.deskUrl);
  await wall.goto(house.projectorUrl);
  await page.locator('.desk').waitFor();
  return { ...readings(page, wall), house, page, wall, clerk, faults, session, phone, onDesk, key, go, look, close };
};
