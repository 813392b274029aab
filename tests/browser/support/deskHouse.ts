// A real house with the sample in this process and a desk page on it, for tests of the desk alone. Windows and printing are played.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { criteriaOf } from '../../../shared/arena/rules.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { aHouse } from '../../support/aHouse.ts';
import { launchBrowser } from '../../support/chromium.ts';

const HOST = { role: 'host', subject: 'host', device: 'test' } as const;

export interface DeskHouse {
  readonly page: Page;
  readonly faults: readonly string[];
  /** The newest state of a session. */
  readonly session: (id: string) => ArenaSession;
  readonly sessions: () => readonly ArenaSession[];
  readonly must: (name: string, input: unknown) => Promise<Readonly<Record<string, unknown>>>;
  /** A full sheet keyed from paper; later seats mark higher. */
  readonly keySheet: (session: string, contestant: string, judge: string) => Promise<void>;
  readonly go: (fragment: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const watch = (page: Page, faults: string[]): void => {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
};

export const deskHouse = async (): Promise<DeskHouse> => {
  const native = { call: async () => '' };
  const house = await aHouse({ sample: true, windows: 'browser', native });
  house.projectorChanged('shown');
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  watch(page, faults);
  await page.goto(house.deskUrl);
  await page.getByRole('heading', { name: '场次' }).waitFor();
  const session = (id: string): ArenaSession => {
    const found = house.state().arena.sessions[id];
    if (found === undefined) throw new Error(`no session ${id}`);
    return found;
  };
  const must = async (name: string, input: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await house.submit({ id: randomUUID(), name, input, actor: HOST });
    if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.details)}`);
    return answer.result;
  };
  const keySheet = async (id: string, contestant: string, judge: string): Promise<void> => {
    const { rules, judges } = session(id);
    const share = 0.7 + judges.findIndex((each) => each.id === judge) / 100;
    const marks = Object.fromEntries(criteriaOf(rules).map((criterion) => [criterion.id, String(Math.floor(Number(criterion.points) * share))]));
    await must('sheet.key', { session: id, contestant, judge, kind: 'marks', marks, basis: 0 });
  };
  const go = async (fragment: string): Promise<void> => {
    await page.evaluate((to) => { location.hash = to; }, fragment);
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await house.end();
  };
  return { page, faults, session, sessions: () => Object.values(house.state().arena.sessions), must, keySheet, go, close };
};
