// What the judge's page costs on the air: the real house over HTTP to a browser on the LAN, counted in bytes that travelled.
import { rmSync } from 'node:fs';
import type { Browser, Response } from 'playwright-core';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressFolder } from '../../electron/launch/compress.mjs';
import { aHouse } from '../support/aHouse.ts';
import { launchBrowser } from '../support/chromium.ts';
import { rawRequest } from '../support/rawSocket.ts';
import { buildJudgePages, says } from './support/judgeRoom.ts';

let pages: string;
let house: Awaited<ReturnType<typeof aHouse>>;
let browser: Browser;

beforeAll(async () => {
  pages = buildJudgePages();
  compressFolder(join(pages, 'judge'));
  house = await aHouse({ pages });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await house.end();
  rmSync(pages, { recursive: true, force: true });
});

/** Every answer to a phone that opens the page with a card of a seat that does not exist. */
const firstLoad = async (fragment: string, sees: string): Promise<{ readonly responses: readonly Response[]; readonly bytes: number }> => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(`http://room.test:${house.roomPort}/judge/${fragment}`);
  await says(page, sees);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
  await context.close();
  return { responses, bytes: sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0) };
};
const nameOf = (response: Response): string => new URL(response.url()).pathname.replace(/-[\w-]{8}\./, '.');

test('the first load with a card is three files, compressed when they were built, at most 60 kB in all', async () => {
  const { responses, bytes } = await firstLoad(`#s=seat-1&k=${'00'.repeat(16)}`, '不是本场主机');
  const texts = responses.filter((response) => response.status() === 200);
  expect(texts.map(nameOf).sort()).toEqual(['/judge/', '/judge/assets/index.css', '/judge/assets/index.js']);
  for (const response of texts) expect(response.headers()).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

test('only a phone without a card fetches the script for the short code, from the house itself', async () => {
  const { responses } = await firstLoad('', '请输入席位码');
  expect(responses.map(nameOf)).toContain('/judge/assets/nacl.min.js');
  expect(responses.every((response) => new URL(response.url()).port === String(house.roomPort))).toBe(true);
});

test('the assets may be kept for ever and the page is asked for anew, compressed or not', async () => {
  const host = `127.0.0.1:${house.roomPort}`;
  const plain = await rawRequest(house.roomPort, '/judge/', { headers: { host } });
  expect([plain.headers['content-encoding'], plain.headers['cache-control'], plain.body.startsWith('<!doctype html>')]).toEqual([undefined, 'no-cache', true]);
  const script = /assets\/index-[\w-]+\.js/.exec(plain.body)?.[0] ?? '';
  for (const encoding of ['gzip', 'identity']) {
    const { headers, status } = await rawRequest(house.roomPort, `/judge/${script}`, { headers: { host, 'accept-encoding': encoding } });
    expect([encoding, status, headers['cache-control'], headers['content-encoding']]).toEqual([encoding, 200, 'public, max-age=31536000, immutable', encoding === 'gzip' ? 'gzip' : undefined]);
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
  }
});

test('pages of the room may connect to the very host they came from, by name, and nowhere else', async () => {
  for (const host of [`127.0.0.1:${house.roomPort}`, `room.test:${house.roomPort}`]) {
    const { headers } = await rawRequest(house.roomPort, '/judge/', { headers: { host } });
    expect(String(headers['content-security-policy'])).toContain(`; connect-src 'self' ws://${host}; base-uri 'none';`);
  }
  const { headers } = await rawRequest(house.deskPort, '/projector/', { headers: { host: `127.0.0.1:${house.deskPort}` } });
  expect(String(headers['content-security-policy'])).toContain("; connect-src 'self'; base-uri 'none';");
});
