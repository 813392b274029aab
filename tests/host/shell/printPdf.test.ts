// Printing through the installed browser, as the host will use it.
import { readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { findBrowser } from '../../../electron/shell/findBrowser.ts';
import { printPdf } from '../../../electron/shell/printPdf.ts';
import { sayBoth } from '../../../electron/shell/words.ts';
import { serve, temporaryFolder } from './fakes.ts';

const browser = findBrowser();

const page = (body: string): RequestListener => (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="zh"><style>@page { size: A4; margin: 20mm } section { break-after: page }</style><body>${body}</body></html>`);
};

test('a page is printed with its own page size once it says it is ready', async () => {
  const folder = temporaryFolder();
  const late = `<script>setTimeout(() => { document.body.innerHTML = '<section>一</section><section>二</section><p>三</p>'; document.documentElement.dataset.ready = 'true'; }, 300)</script>`;
  const url = `${await serve(page(late))}/#one-time`;
  const bytes = await printPdf({ browser, folder }, { url });
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('%PDF');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(document.numPages).toBe(3);
  const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(1)).view;
  expect([Math.round(right - left), Math.round(top - bottom)]).toEqual([595, 842]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a page that never gets ready is refused with a sentence, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  const url = await serve(page('<p>…</p>'));
  await expect(printPdf({ browser, folder, readyWithin: 200 }, { url })).rejects.toThrow(sayBoth('printNotReady'));
  expect(readdirSync(folder)).toEqual([]);
});

test('a page that answers with an error is refused at once', async () => {
  const url = await serve((_request, response) => {
    response.statusCode = 404;
    response.end('gone');
  });
  await expect(printPdf({ browser, folder: temporaryFolder() }, { url })).rejects.toThrow('HTTP 404');
});

test('without an installed browser the sentence says so', async () => {
  await expect(printPdf({ browser: undefined, folder: temporaryFolder() }, { url: 'http://127.0.0.1:1/' })).rejects.toThrow(sayBoth('noBrowser'));
});

test.skipIf(process.platform === 'win32')('a program that is no browser is refused with what it said', async () => {
  await expect(printPdf({ browser: '/bin/false', folder: temporaryFolder() }, { url: 'http://127.0.0.1:1/' })).rejects.toThrow(sayBoth('browserFailed'));
});
