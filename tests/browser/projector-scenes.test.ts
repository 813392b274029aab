// The wall's page in a real browser: every scene at every size in every theme, measured; and what it does when pictures and hosts come and go.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Picture, WallView } from '../../shared/meeting/views.ts';
import { launchBrowser } from '../support/chromium.ts';
import { fakeScreenHost, type FakeScreenHost } from './support/fakeScreenHost.ts';
import { layoutFaults } from './support/layoutFaults.ts';
import { ceremony, knownPart, pictures, ranked, scoreSteps, wallView } from './support/scenes.ts';

const sizes = [[1024, 768], [1280, 800], [1920, 1080], [3840, 2160], [2160, 1080]] as const;
const themes = ['cinnabar', 'ocean', 'daylight'] as const satisfies readonly WallView['theme'][];
const namedFolder = process.env['LEITAI_SHOTS'];
const shots = namedFolder ?? mkdtempSync(join(tmpdir(), 'leitai-wall-'));

let browser: Browser;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Wall {
  readonly page: Page;
  readonly host: FakeScreenHost;
  readonly complaints: readonly string[];
  /** Shows a picture at a step that is a jump unless said otherwise, and waits until it is drawn. */
  readonly show: (picture: Picture, change?: Partial<WallView>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const drawn = async (page: Page, step: number): Promise<void> => {
  await page.waitForSelector(`.leitai-stage[data-step="${step}"]`, { state: 'attached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
};

const openWall = async (options: BrowserContextOptions = {}, fragment = 't=secret'): Promise<Wall> => {
  const host = await fakeScreenHost();
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, ...options });
  await context.addInitScript(countMoves);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`http://127.0.0.1:${host.port}/projector/#${fragment}`);
  let step = 0;
  const show = async (picture: Picture, change: Partial<WallView> = {}): Promise<void> => {
    step = change.step ?? step + 10;
    host.send('wall', wallView(picture, { ...change, step }));
    await drawn(page, step);
  };
  const close = async (): Promise<void> => {
    await context.close();
    await host.stop();
  };
  return { page, host, complaints, show, close };
};

const onWall = async (run: (wall: Wall) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> => {
  const wall = await openWall(options);
  try {
    await run(wall);
  } finally {
    await wall.close();
  }
};

/** The same picture in another theme: only colours differ, so the page need not be told anew. */
const wear = (page: Page, theme: string): Promise<void> => page.evaluate((name) => document.querySelector('.leitai-stage')?.setAttribute('data-theme', name), theme);
/** How many movements were begun since the last call: counted, not watched, so that a slow machine sees the same. */
const moving = (page: Page): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['moves'] ?? 0)).then(async (moves) => {
  await page.evaluate(() => delete document.documentElement.dataset['moves']);
  return moves;
});
const countMoves = (): void => {
  const { animate } = Element.prototype;
  Element.prototype.animate = function counted(...given) {
    document.documentElement.dataset['moves'] = String(Number(document.documentElement.dataset['moves'] ?? 0) + 1);
    return animate.apply(this, given);
  };
};
const wordsOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText.trim());
const namesIn = (picture: Picture): readonly string[] => ('name' in picture ? [picture.name] : 'rows' in picture && picture.rows.length <= 10 && !('of' in picture && picture.of > 10) ? picture.rows.map((row) => row.name) : []);

describe('every scene', () => {
  test.for(sizes)('fits %i × %i in every theme: nothing clipped, small, faint, overlapping or outside the safe area', async ([width, height]) => {
    await onWall(async ({ page, show, complaints }) => {
      const faults: string[] = [];
      for (const [name, picture] of Object.entries(pictures)) {
        await show(picture);
        for (const theme of themes) {
          await wear(page, theme);
          faults.push(...(await page.evaluate(layoutFaults, theme === 'cinnabar' ? 'everything' : 'colours')).map((fault) => `${name} ${theme}: ${fault}`));
          if (namedFolder !== undefined || (theme === 'cinnabar' && height === 768)) await page.screenshot({ path: join(shots, `${name}-${width}x${height}-${theme}.png`) });
        }
        await wear(page, 'cinnabar');
        const words = (await wordsOf(page)).replace(/\s/g, '');
        faults.push(...namesIn(picture).filter((unit) => !words.includes(unit.replace(/\s/g, ''))).map((unit) => `${name}: ${unit} is missing`));
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    }, { viewport: { width, height }, reducedMotion: 'reduce' });
  });

  test('is said in English too', async () => {
    await onWall(async ({ page, show }) => {
      for (const name of ['next', 'timer-over', 'scoring', 'score-4']) {
        await show(pictures[name] ?? { scene: 'blank' }, { language: 'en' });
        expect(await page.evaluate(layoutFaults, 'everything')).toEqual([]);
        expect(await wordsOf(page)).toContain('No. 3 of 10');
      }
      for (const [name, said] of [['lot-sealed', 'check code'], ['lot-open', 'Number called'], ['awards-vacant', 'not awarded'], ['ranking-category', 'On-site ranking·一类区县'], ['score-onsite', 'On-site']] as const) {
        await show(pictures[name] ?? { scene: 'blank' }, { language: 'en' });
        if (namedFolder !== undefined) await page.screenshot({ path: join(shots, `${name}-en.png`) });
        expect([name, await page.evaluate(layoutFaults, 'everything')]).toEqual([name, []]);
        expect(await wordsOf(page)).toContain(said);
      }
    });
  });

  test('of mode blank or scene blank is the plain ground of the theme', async () => {
    await onWall(async ({ page, show }) => {
      await show(pictures['ranking'] ?? { scene: 'blank' }, { mode: 'blank' });
      expect(await wordsOf(page)).toBe('');
      await show({ scene: 'blank' });
      expect(await wordsOf(page)).toBe('');
    });
  });

  test('has a test card that needs no host', async () => {
    const wall = await openWall({}, 'test&theme=daylight');
    await wall.page.waitForSelector('.ls-test-clock');
    await wall.page.screenshot({ path: join(shots, 'test-card.png') });
    expect(wall.host.frames).toEqual([]);
    expect(await wall.page.evaluate(() => document.querySelectorAll('.ls-test-squares > div').length)).toBe(16);
    await wall.close();
  });
});

describe('motion', () => {
  test('a picture one step ahead moves; a first picture, a jump and a step back do not', async () => {
    await onWall(async ({ page, show }) => {
      await show(ceremony(10, 3), { step: 3 });
      expect(await moving(page)).toBe(0);
      await show(ceremony(10, 4), { step: 4 });
      expect(await moving(page)).toBe(1);
      await show(ceremony(10, 2), { step: 2 });
      expect(await moving(page)).toBe(0);
      await show(ceremony(10, 6), { step: 6 });
      expect(await moving(page)).toBe(0);
    });
  });

  test('nothing moves for who asked for reduced motion', async () => {
    await onWall(async ({ page, show }) => {
      await show(ceremony(10, 3), { step: 3 });
      await show(ceremony(10, 4), { step: 4 });
      expect(await moving(page)).toBe(0);
    }, { reducedMotion: 'reduce' });
  });

  test('standings rows travel to their new places', async () => {
    await onWall(async ({ page, show }) => {
      const rows = [...ranked(5)];
      await show({ scene: 'standings', title: '目前名次', rows }, { step: 1 });
      await show({ scene: 'standings', title: '目前名次', rows: rows.toReversed() }, { step: 2 });
      expect(await moving(page)).toBe(4);
    });
  });

  test('in the order of a known part a row comes in between, and those below make room by moving', async () => {
    await onWall(async ({ page, show }) => {
      const five = knownPart(10, 5);
      if (five.scene !== 'ranking') throw new Error('no ranking');
      const [newest] = five.newest;
      const before = five.rows.filter((row) => row.name !== newest).map((row, at) => ({ ...row, rank: at + 1 }));
      await show({ ...five, rows: before, newest: [] }, { step: 4 });
      const topOf = (name = ''): Promise<number | undefined> => page.evaluate((wanted) => document.querySelector(`[data-name="${wanted}"]`)?.getBoundingClientRect().top, name);
      const [above, below] = [await topOf(before[1]?.name), await topOf(before[2]?.name)];
      await show(five, { step: 5 });
      expect(await moving(page)).toBe(3);
      await page.waitForTimeout(700);
      expect([await topOf(before[1]?.name), await topOf(newest)]).toEqual([above, below]);
      expect(await topOf(before[2]?.name)).toBeGreaterThan(below ?? 0);
    });
  });

  test('a revealed part keeps its place until the end of the reveal', async () => {
    await onWall(async ({ page, show }) => {
      const places = (): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll('.ls-place, .ls-contestant')].map((part) => JSON.stringify(part.getBoundingClientRect())));
      const seen = new Set<string>();
      for (const [step, picture] of scoreSteps.entries()) {
        await show(picture, { step });
        seen.add(JSON.stringify(await places()));
      }
      expect(seen.size).toBe(1);
    });
  });

  test('a ranked row stands from its entry where it will stand in the end, and tied rows enter on one page', async () => {
    await onWall(async ({ page, show }) => {
      const topOf = (name: string): Promise<number | undefined> => page.evaluate((wanted) => document.querySelector(`[data-name="${wanted}"]`)?.getBoundingClientRect().top, name);
      const last = ranked(10)[9]?.name ?? '';
      await show(ceremony(10, 1));
      const entered = await topOf(last);
      await show(ceremony(10, 10));
      expect(await topOf(last)).toBe(entered);
      const tiedAcross: Picture = { scene: 'ranking', title: '名次', of: 20, complete: false, rows: ranked(20).slice(8).map((row, index) => (index < 4 ? { ...row, rank: 9 } : row)), newest: ranked(20).slice(8, 12).map((row) => row.name) };
      await show(tiedAcross);
      expect(await page.evaluate(() => document.querySelectorAll('[data-newest="true"]').length)).toBe(4);
    });
  });

  test('a complete ranking turns its page after ten seconds', async () => {
    await onWall(async ({ page, show }) => {
      await page.clock.install();
      await show(ceremony(23, 23));
      expect(await wordsOf(page)).toContain(ranked(23)[0]?.name ?? '');
      await page.clock.runFor(10_100);
      await page.waitForFunction((name) => document.body.innerText.includes(name), ranked(23)[8]?.name ?? '');
      expect(await page.evaluate(() => document.querySelectorAll('.ls-row').length)).toBe(8);
    });
  });
});

describe('the host', () => {
  test('the token leaves the address, is the first frame, and a reload comes back with it', async () => {
    await onWall(async ({ page, host, show }) => {
      await show(ceremony(10, 3), { step: 3 });
      expect(page.url()).not.toContain('secret');
      expect(host.frames[0]).toEqual({ type: 'token', token: 'secret', output: 'main' });
      await page.reload();
      await drawn(page, 3);
      expect(host.frames.filter((frame) => frame['type'] === 'token')).toHaveLength(2);
    });
  });

  test('when it is away the last picture stays, the wall says nothing, and the next picture comes by itself', async () => {
    await onWall(async ({ page, host, show }) => {
      await show(ceremony(10, 3), { step: 3 });
      const words = await wordsOf(page);
      host.away();
      await page.waitForTimeout(700);
      expect(await wordsOf(page)).toBe(words);
      host.back();
      await show(ceremony(10, 7), { step: 7 });
    });
  });

  test('hears with each beat the newest version drawn', async () => {
    await onWall(async ({ host, show }) => {
      await show(ceremony(10, 3));
      await expect.poll(() => host.frames.some((frame) => frame['type'] === 'beat' && frame['epoch'] === 'e1' && frame['seq'] === 1), { timeout: 5000 }).toBe(true);
    });
  });
});

describe('the stage timer', () => {
  const timer = { name: pictures['next-long']?.scene === 'next' ? pictures['next-long'].name : '', phase: 'speech', limit: 480, firstWarning: 60, secondWarning: 30, at: 0, running: false, uncertain: false };
  test.for([[360, 640], [768, 1024], [640, 360], [1024, 768], [1280, 720]] as const)('fills %i × %i and clips nothing', async ([width, height]) => {
    const wall = await openWall({ viewport: { width, height } }, 't=secret&output=timer');
    for (const [name, left] of [['calm', 402], ['first', 55], ['second', 20], ['over', -723]] as const) {
      wall.host.send('stageTimer', { title: '示例', timer: { ...timer, elapsed: (480 - left) * 1000 } });
      const tone = { calm: 'calm', first: 'amber', second: 'orange', over: 'red' }[name];
      await wall.page.waitForSelector(`.stage-timer[data-tone="${tone}"]`);
      const fits = await wall.page.evaluate(() => [...document.querySelectorAll('.stage-timer p')].every((line) => {
        const box = line.getBoundingClientRect();
        return line.scrollWidth <= line.clientWidth + 1 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
      }));
      await wall.page.screenshot({ path: join(shots, `stage-timer-${name}-${width}x${height}.png`) });
      expect([name, fits]).toEqual([name, true]);
    }
    expect(wall.host.frames).toContainEqual({ type: 'subscribe', topic: 'stageTimer', params: {} });
    await wall.close();
  });
});
