// The wall in an installed browser: opens on the second display, gives way to the slides, comes back, and says truthfully which of these holds.
// A window it did not start cannot yield. The picture itself is the page's business.
import { AppWindow, type WindowState } from './appWindow.ts';
import type { ProjectorState } from './port.ts';
import { centreOf, projectorScreen, type ScreenBox } from './screens.ts';
import type { ProjectorControls } from './shell.ts';
import { refuse } from './words.ts';

export interface ProjectorParts {
  readonly open: () => Promise<AppWindow>;
  readonly desk: () => AppWindow | undefined;
  readonly changed: (state: ProjectorState) => void;
  /** Milliseconds between looks at what people did to the window by hand. */
  readonly lookEvery: number;
}

export class BrowserProjector implements ProjectorControls {
  readonly #parts: ProjectorParts;
  #window: AppWindow | undefined;
  #before: WindowState = 'normal';
  #state: ProjectorState = 'none';
  #watch: NodeJS.Timeout | undefined;

  constructor(parts: ProjectorParts) {
    this.#parts = parts;
  }

  get state(): ProjectorState {
    return this.#state;
  }

  get window(): AppWindow | undefined {
    return this.#window;
  }

  /** Opens the window, or places it again if it is open: also right after a projector was plugged in. */
  async open(): Promise<void> {
    if (this.#window === undefined) this.#adopt(await this.#parts.open());
    const window = this.#must();
    const screen = await this.#screen(window);
    if (screen !== undefined) await window.fill(screen);
    else if ((await window.bounds()).windowState === 'minimized') await window.setState('normal');
    this.#become('shown');
  }

  async yield(): Promise<void> {
    const window = this.#must();
    const { windowState } = await window.bounds();
    if (windowState !== 'minimized') this.#before = windowState;
    await window.hide();
    this.#become('hidden');
  }

  /** Restores, then fills: the second display if there is one, else as it was before it yielded. */
  async return(): Promise<void> {
    const window = this.#must();
    const screen = await this.#screen(window);
    if (screen === undefined) await window.setState(this.#before);
    else {
      await window.fill(screen);
      // The operator goes on typing at the desk, which is on the other display.
      await this.#parts.desk()?.focus().catch(() => undefined);
    }
    this.#become('shown');
  }

  async close(): Promise<void> {
    await this.#window?.close();
  }

  #must(): AppWindow {
    if (this.#window === undefined) throw refuse('noWindow');
    return this.#window;
  }

  async #screen(window: AppWindow): Promise<ScreenBox | undefined> {
    const desk = await this.#parts.desk()?.bounds().catch(() => undefined);
    return projectorScreen(await window.screens(), desk === undefined ? undefined : centreOf(desk));
  }

  #adopt(window: AppWindow): void {
    this.#window = window;
    this.#watch = setInterval(() => void this.#look(window), this.#parts.lookEvery);
    this.#watch.unref();
    void window.closed.then(() => {
      clearInterval(this.#watch);
      this.#window = undefined;
      this.#become('none');
    });
  }

  /** People also minimise and restore from the task bar. */
  async #look(window: AppWindow): Promise<void> {
    const bounds = await window.bounds().catch(() => undefined);
    if (bounds !== undefined && window === this.#window) this.#become(bounds.windowState === 'minimized' ? 'hidden' : 'shown');
  }

  #become(state: ProjectorState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.changed(state);
  }
}
