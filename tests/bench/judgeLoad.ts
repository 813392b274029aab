// How soon a judge can act after scanning: the built page from the real house in Chromium with its processor slowed and the air narrowed.
//   node electron/launch.mjs exec node tests/bench/judgeLoad.ts [--rounds N] [--out FILE]
// "Usable" is the question 您是…同志吗？ on the glass with its button: paired, proved, and the host's first view drawn. It asserts no time.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import { compressFolder } from '../../electron/launch/compress.mjs';
import { buildJudgePages } from '../browser/support/judgeRoom.ts';
import { circumstances, measurementFile, writeMeasurement } from '../measurements/written.ts';
import { aHouse } from '../support/aHouse.ts';
import { aMeeting } from '../support/aMeeting.ts';
import { launchBrowser } from '../support/chromium.ts';
import { tokenClient } from '../support/wireClient.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, out: { type: 'string' } } });
const rounds = Number(values.rounds ?? 7);

interface Air { readonly name: string; readonly slowed: number; readonly megabits: number; readonly latency: number }
const AIRS: readonly Air[] = [
  { name: 'as it is', slowed: 1, megabits: Infinity, latency: 0 },
  { name: 'processor ÷ 6, 1.6 Mbit/s, 20 ms (a full hall)', slowed: 6, megabits: 1.6, latency: 20 },
  { name: 'processor ÷ 6, 1.6 Mbit/s, 150 ms (a bad one)', slowed: 6, megabits: 1.6, latency: 150 },
];
interface Marked { readonly times: Readonly<Record<string, number>> }
interface Load { readonly drawn: number; readonly usable: number; readonly bytes: number }

/** In the page: when something first stood there, and when the question did, in ms since the navigation began, painted. */
const watch = (): void => {
  const times: Record<string, number> = {};
  Object.assign(window, { times });
  const note = (name: string): void => {
    if (name in times) return;
    times[name] = NaN;
    requestAnimationFrame(() => setTimeout(() => { times[name] = performance.now(); }));
  };
  new MutationObserver(() => {
    if (document.querySelector('#root *') !== null) note('drawn');
    if (document.querySelector('.confirm .main') !== null) note('usable');
  }).observe(document, { childList: true, subtree: true });
};

const narrow = async (context: BrowserContext, air: Air): Promise<{ readonly load: (address: string) => Promise<Load> }> => {
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await devtools.send('Network.enable');
  const throughput = Number.isFinite(air.megabits) ? (air.megabits * 1e6) / 8 : -1;
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: air.latency, downloadThroughput: throughput, uploadThroughput: throughput });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: air.slowed });
  return {
    load: async (address) => {
      bytes = 0;
      await page.goto('about:blank');
      await page.goto(address);
      await page.waitForFunction(() => Number((window as unknown as Marked).times['usable']) > 0, undefined, { polling: 50 });
      const { drawn = NaN, usable = NaN } = await page.evaluate(() => (window as unknown as Marked).times);
      return { drawn, usable, bytes };
    },
  };
};

/** One phone: its first load, and the same page opened again with what it kept. */
const phone = async (browser: Browser, air: Air, address: string): Promise<{ readonly first: Load; readonly again: Load }> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  const { load } = await narrow(context, air);
  const first = await load(address);
  const again = await load(address);
  await context.close();
  return { first, again };
};

const sorted = (loads: readonly Load[], part: keyof Load): readonly number[] => loads.map((load) => Math.round(load[part])).sort((a, b) => a - b);
const figures = (loads: readonly Load[]): unknown =>
  Object.fromEntries((['drawn', 'usable', 'bytes'] as const).map((part) => {
    const all = sorted(loads, part);
    return [part, { median: all[Math.floor(all.length / 2)], least: all[0], most: all.at(-1) }];
  }));

const about = circumstances(null);
const pages = buildJudgePages();
compressFolder(path.join(pages, 'judge'));
const house = await aHouse({ pages });
const desk = await tokenClient(house.deskUrl, 'desk');
const browser = await launchBrowser();
const result: unknown[] = [];
try {
  // A seat belongs to the first browser that scans it: each phone has its own.
  const { cards } = await aMeeting(desk, { units: 12, judges: AIRS.length * rounds });
  const seats = [...cards];
  for (const air of AIRS) {
    const loads: { readonly first: Load; readonly again: Load }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const seat = seats.pop()?.seat ?? '';
      loads.push(await phone(browser, air, `http://room.test:${house.roomPort}/judge/#s=${seat}&k=${house.secretOf(seat)}`));
    }
    const row = { ...air, megabits: Number.isFinite(air.megabits) ? air.megabits : null, rounds, first: figures(loads.map(({ first }) => first)), again: figures(loads.map(({ again }) => again)) };
    result.push(row);
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
} finally {
  desk.close();
  await browser.close();
  await house.end();
  rmSync(pages, { recursive: true, force: true });
}
writeMeasurement(values.out ?? measurementFile('judge-load'), about, result);
