// Prints one page of the host to PDF with an installed browser that nobody sees. It waits until the page says it is ready
// (<html data-ready="true">), so fonts and figures are there, and it says in a sentence why it could not.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { firstPage, launchBrowser } from './browserLaunch.ts';
import type { BrowserPipe } from './browserPipe.ts';
import type { PrintRequest } from './port.ts';
import { refuse } from './words.ts';

export interface PrintParts {
  readonly browser: string | undefined;
  /** Folder for a profile that lives only as long as this print. */
  readonly folder: string;
  /** Milliseconds the page has to become ready. */
  readonly readyWithin?: number;
}

interface Page {
  readonly pipe: BrowserPipe;
  readonly session: string;
}

const readyExpression = `document.documentElement.dataset.ready === 'true'`;
const documentAnswer = z.object({ type: z.literal('Document'), response: z.object({ status: z.number() }) });

export async function printPdf(parts: PrintParts, request: PrintRequest): Promise<Uint8Array> {
  if (parts.browser === undefined) throw refuse('noBrowser');
  mkdirSync(parts.folder, { recursive: true });
  const profile = mkdtempSync(join(parts.folder, 'print-'));
  try {
    const browser = await launchBrowser({ program: parts.browser, profile, flags: ['--headless', '--font-render-hinting=none', 'about:blank'] });
    try {
      const page = { pipe: browser.pipe, session: (await firstPage(browser.pipe)).session };
      await openPage(page, request.url);
      await untilReady(page, parts.readyWithin ?? 20_000);
      return await pdfOf(page, request.landscape ?? false);
    } finally {
      await browser.close();
    }
  } finally {
    // Windows frees the files of an ended process a moment later; a leftover is taken away by the next start.
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}

async function openPage({ pipe, session }: Page, url: string): Promise<void> {
  let status: number | undefined;
  const quiet = pipe.listen((event) => {
    const answer = event.method === 'Network.responseReceived' ? documentAnswer.safeParse(event.params) : undefined;
    if (answer?.success === true) status ??= answer.data.response.status;
  });
  try {
    await pipe.tell({ method: 'Network.enable', session });
    const { errorText } = await pipe.ask({ method: 'Page.navigate', params: { url }, session }, z.object({ errorText: z.optional(z.string()) }));
    if (errorText !== undefined) throw refuse('printUnreachable', errorText);
    if (status !== undefined && status >= 400) throw refuse('printUnreachable', `HTTP ${status}`);
  } finally {
    quiet();
  }
}

async function untilReady(page: Page, limit: number): Promise<void> {
  const until = performance.now() + limit;
  while ((await evaluate(page, readyExpression)) !== true) {
    if (performance.now() > until) throw refuse('printNotReady', `${Math.round(limit / 1_000)} s`);
    await pause(50);
  }
  await evaluate(page, 'document.fonts.ready.then(() => true)');
}

async function evaluate({ pipe, session }: Page, expression: string): Promise<unknown> {
  const params = { expression, returnByValue: true, awaitPromise: true };
  const answer = await pipe.ask({ method: 'Runtime.evaluate', params, session }, z.object({ result: z.object({ value: z.optional(z.unknown()) }) }));
  return answer.result.value;
}

async function pdfOf({ pipe, session }: Page, landscape: boolean): Promise<Uint8Array> {
  const params = { printBackground: true, preferCSSPageSize: true, landscape };
  const { data } = await pipe.ask({ method: 'Page.printToPDF', params, session }, z.object({ data: z.string() }));
  return Buffer.from(data, 'base64');
}
