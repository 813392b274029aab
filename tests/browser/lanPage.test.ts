// The browser of the page tests sees this machine as a phone sees it: over the LAN, not as localhost.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>擂台</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it('a page at room.test is no secure context, so what needs one is missing in the tests too', async () => {
  const page = await browser.newPage();
  await page.goto(`http://room.test:${(server.address() as AddressInfo).port}/`);
  expect(await page.title()).toBe('擂台');
  expect(await page.evaluate(() => [isSecureContext, crypto.subtle === undefined])).toEqual([false, true]);
});
