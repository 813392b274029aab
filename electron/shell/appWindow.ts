// One window in an installed browser, started and moved by us: navigate, place, fill the screen, hide, bring back.
// It believes only what the browser reports afterwards; it does not know which surface it shows.
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { firstPage, launchBrowser, type BrowserStart, type RunningBrowser } from './browserLaunch.ts';
import { askScreens } from './browserScreens.ts';
import type { ScreenBox } from './screens.ts';
import { refuse } from './words.ts';

const windowStates = ['normal', 'minimized', 'maximized', 'fullscreen'] as const;
export type WindowState = (typeof windowStates)[number];

const boundsAnswer = z.object({
  bounds: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number(), windowState: z.enum(windowStates) }),
});
export type WindowBounds = z.output<typeof boundsAnswer>['bounds'];

export interface AppWindowStart extends Omit<BrowserStart, 'flags'> {
  /** The page; what stands behind # is never put on a command line. */
  readonly url: string;
  readonly flags?: readonly string[];
}

const detached = z.object({ targetId: z.optional(z.string()) });
const settleLimit = 2_000;

export class AppWindow {
  readonly #browser: RunningBrowser;
  readonly #target: string;
  readonly #session: string;
  readonly #window: number;
  readonly #closed = Promise.withResolvers<void>();
  #url: string;

  private constructor(browser: RunningBrowser, ids: { readonly target: string; readonly session: string; readonly window: number; readonly url: string }) {
    this.#browser = browser;
    this.#target = ids.target;
    this.#session = ids.session;
    this.#window = ids.window;
    this.#url = ids.url;
    browser.pipe.listen((event) => {
      if (event.method === 'Inspector.targetCrashed' && event.session === this.#session) void this.#tell('Page.reload').catch(() => undefined);
      if (event.method === 'Target.targetDestroyed' && detached.safeParse(event.params).data?.targetId === this.#target) void this.close();
    });
    void browser.pipe.closed.then(() => this.#closed.resolve());
  }

  /** Opens an empty dark window of the page's origin; `goTo` then shows the page, so it can be placed first. */
  static async open(start: AppWindowStart): Promise<AppWindow> {
    const empty = new URL('/blank', start.url).href;
    const browser = await launchBrowser({ ...start, flags: [...(start.flags ?? []), `--app=${empty}`] });
    try {
      const { target, session } = await firstPage(browser.pipe);
      const answer = await browser.pipe.ask({ method: 'Browser.getWindowForTarget', params: { targetId: target } }, z.object({ windowId: z.number() }));
      for (const method of ['Inspector.enable', 'Page.enable']) await browser.pipe.tell({ method, session });
      await browser.pipe.tell({ method: 'Emulation.setDefaultBackgroundColorOverride', params: { color: { r: 0, g: 0, b: 0, a: 1 } }, session });
      return new AppWindow(browser, { target, session, window: answer.windowId, url: empty });
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** Settles when the window is gone, whoever closed it. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  get pid(): number | undefined {
    return this.#browser.pid;
  }

  /** Shows an address; does nothing when the page is already there and alive. */
  async goTo(url: string): Promise<void> {
    if (url === this.#url && (await this.#isAlive())) return;
    const before = this.#url;
    this.#url = url;
    // A new token behind # alone is no new page for the browser, and reloading at once would race with it.
    if (withoutToken(before) === withoutToken(url)) await this.#tell('Page.navigate', { url: 'about:blank' });
    await this.#tell('Page.navigate', { url });
  }

  screens(): Promise<readonly ScreenBox[]> {
    return askScreens(this.#browser.pipe, this.#session);
  }

  async bounds(): Promise<WindowBounds> {
    const answer = await this.#browser.pipe.ask({ method: 'Browser.getWindowBounds', params: { windowId: this.#window } }, boundsAnswer);
    return answer.bounds;
  }

  /** Browsers change between special states only through the normal one. */
  async setState(state: WindowState): Promise<void> {
    if ((await this.bounds()).windowState === state) return;
    if ((await this.bounds()).windowState !== 'normal') await this.#setBounds({ windowState: 'normal' });
    if (state !== 'normal') await this.#setBounds({ windowState: state });
  }

  async fill(screen: ScreenBox): Promise<void> {
    await this.setState('normal');
    const inset = (length: number): number => Math.round(length / 8);
    await this.#setBounds({
      left: screen.left + inset(screen.width),
      top: screen.top + inset(screen.height),
      width: screen.width - 2 * inset(screen.width),
      height: screen.height - 2 * inset(screen.height),
    });
    await this.setState('fullscreen');
  }

  /** Minimises and makes sure: a window manager may ignore it, and then nobody must believe the slides are free. */
  async hide(): Promise<void> {
    await this.setState('minimized');
    const until = performance.now() + settleLimit;
    while ((await this.bounds()).windowState !== 'minimized') {
      if (performance.now() > until) throw refuse('willNotHide');
      await pause(50);
    }
  }

  async focus(): Promise<void> {
    await this.#tell('Page.bringToFront');
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#browser.pipe.ask({ method: 'Runtime.evaluate', params: { expression, returnByValue: true }, session: this.#session }, evaluated);
    return answer.result.value;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#closed.resolve();
  }

  async #isAlive(): Promise<boolean> {
    const origin = await this.evaluate('location.origin').catch(() => undefined);
    return origin === new URL(this.#url).origin;
  }

  async #setBounds(bounds: Readonly<Record<string, number | string>>): Promise<void> {
    await this.#browser.pipe.tell({ method: 'Browser.setWindowBounds', params: { windowId: this.#window, bounds } });
  }

  async #tell(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.#browser.pipe.tell({ method, params, session: this.#session });
  }
}

const evaluated = z.object({ result: z.object({ value: z.optional(z.unknown()) }) });

function withoutToken(url: string): string {
  return url.split('#')[0] ?? url;
}
