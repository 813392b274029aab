// Pictures of real pages for the README: reduced by the browser itself, checked for size and weight, written where they are wanted.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../support/aHouse.ts';

const HEAVIEST = 250_000;
const GAP = 16;

export interface Size { readonly width: number; readonly height: number }

/** Width and height as the PNG's own header says them. */
export const sizeOf = (png: Buffer): Size => {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
};

/** The folder the pictures go to: the guide's when LEITAI_PICTURES=write, else one that is thrown away. */
export const albumFolder = (): string => {
  if (process.env['LEITAI_PICTURES'] !== 'write') return mkdtempSync(path.join(tmpdir(), 'leitai-pictures-'));
  const folder = path.join(root, 'resources/guide/pictures');
  mkdirSync(folder, { recursive: true });
  return folder;
};

export class Album {
  readonly folder = albumFolder();
  readonly #browser: Browser;
  readonly taken = new Map<string, Size>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Keeps shots under a name, each drawn at `size`, several side by side on a light ground. */
  async keep(name: string, shots: readonly Buffer[], size: Size): Promise<void> {
    const wide = size.width * shots.length + GAP * (shots.length - 1);
    const page = await this.#browser.newPage({ viewport: { width: wide, height: size.height } });
    const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}" width="${size.width}" height="${size.height}">`);
    await page.setContent(`<body style="margin:0;background:#fff;display:flex;gap:${GAP}px">${images.join('')}</body>`);
    const png = await page.screenshot();
    await page.close();
    if (png.length > HEAVIEST) throw new Error(`${name} weighs ${png.length} bytes`);
    writeFileSync(path.join(this.folder, `${name}.png`), png);
    this.taken.set(name, sizeOf(png));
  }
}

/** A still shot of a page: animations at their end, no caret. */
export const shotOf = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });
