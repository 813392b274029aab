// The shell inside Electron: desk and wall windows that follow the host, hiding, returning, printing, opening documents.
// It never runs on its own: the supervisor calls it, exactly as it calls the browser shell.
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronParts, Refusable, WindowPart } from './electronParts.ts';
import { isSameOrigin } from './electronGuard.ts';
import { openGuarded, placeWall, type Surface } from './electronWindows.ts';
import { inTurn } from './inTurn.ts';
import { answerNative } from './nativeCalls.ts';
import { checkPath } from './openPath.ts';
import type { HostReady, PrintRequest, ProjectorState } from './port.ts';
import type { NativeParts, ProjectorControls, Shell } from './shell.ts';
import { refuse, say } from './words.ts';

export interface ElectronShellParts {
  readonly electron: ElectronParts;
  readonly preload: string;
  /** The operator closed the desk and confirmed it: end everything. */
  readonly quit: () => void;
  /** Milliseconds a page to print has to become ready. */
  readonly readyWithin?: number;
}

export interface ElectronShell extends Shell {
  focusDesk(): void;
}

class ElectronWindows implements ProjectorControls {
  readonly #parts: ElectronShellParts;
  readonly #windows = new Map<Surface, WindowPart>();
  readonly #shown = new Map<Surface, string>();
  readonly listeners = new Set<(state: ProjectorState) => void>();
  #addresses: HostReady | undefined;
  #state: ProjectorState = 'none';
  #ending = false;

  constructor(parts: ElectronShellParts) {
    this.#parts = parts;
  }

  get state(): ProjectorState {
    return this.#state;
  }

  async show(ready: HostReady): Promise<void> {
    const first = this.#addresses === undefined;
    this.#addresses = ready;
    if (first) {
      await this.#goTo('desk', this.#open('desk'));
      this.#windows.get('desk')?.show();
      return this.open();
    }
    for (const [surface, window] of this.#windows) await this.#goTo(surface, window);
  }

  async open(): Promise<void> {
    const wall = this.#windows.get('projector') ?? this.#open('projector');
    placeWall(this.#parts.electron, wall, this.#windows.get('desk'));
    await this.#goTo('projector', wall);
    this.#become('shown');
  }

  yield(): Promise<void> {
    this.#wall().hide();
    this.#become('hidden');
    return Promise.resolve();
  }

  return(): Promise<void> {
    placeWall(this.#parts.electron, this.#wall(), this.#windows.get('desk'));
    this.#become('shown');
    return Promise.resolve();
  }

  async print({ url, landscape = false }: PrintRequest): Promise<Uint8Array> {
    if (!isSameOrigin(url, this.#home())) throw refuse('printUnreachable');
    const { electron, preload, readyWithin = 20_000 } = this.#parts;
    const window = openGuarded(electron, { surface: 'print', preload, home: () => this.#home() });
    try {
      await window.loadURL(url).catch((error: unknown) => Promise.reject(refuse('printUnreachable', String(error))));
      await untilReady(window, readyWithin);
      return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, landscape });
    } finally {
      window.destroy();
    }
  }

  focusDesk(): void {
    this.#windows.get('desk')?.show();
    this.#windows.get('desk')?.focus();
  }

  close(): void {
    this.#ending = true;
    for (const window of this.#windows.values()) if (!window.isDestroyed()) window.destroy();
  }

  #wall(): WindowPart {
    const wall = this.#windows.get('projector');
    if (wall === undefined) throw refuse('noWindow');
    return wall;
  }

  #home(): string {
    return this.#addresses?.desk ?? 'about:blank';
  }

  #open(surface: 'desk' | 'projector'): WindowPart {
    const window = openGuarded(this.#parts.electron, { surface, preload: this.#parts.preload, home: () => this.#home() });
    this.#windows.set(surface, window);
    if (surface === 'desk') window.on('close', (event) => this.#askBeforeClosing(event));
    window.on('closed', () => {
      this.#windows.delete(surface);
      this.#shown.delete(surface);
      if (surface === 'projector') this.#become('none');
    });
    return window;
  }

  /** A page that is already there keeps running: it finds the restarted host by itself. */
  async #goTo(surface: Surface, window: WindowPart): Promise<void> {
    if (this.#addresses === undefined || surface === 'print') return;
    const url = this.#addresses[surface];
    if (this.#shown.get(surface) === url && isSameOrigin(window.webContents.getURL(), url)) return;
    const before = this.#shown.get(surface);
    this.#shown.set(surface, url);
    // A new token behind # alone is no new page for Chromium.
    if (before?.split('#')[0] === url.split('#')[0]) await window.loadURL('about:blank');
    await window.loadURL(url);
  }

  #askBeforeClosing(event: Refusable): void {
    if (this.#ending) return;
    event.preventDefault();
    const buttons = [say('quitYes'), say('quitNo')];
    const question = { type: 'question', title: say('quitTitle'), message: say('quitQuestion'), buttons, defaultId: 1, cancelId: 1 } as const;
    void this.#parts.electron.dialog.showMessageBox(question).then(({ response }) => {
      if (response === 0) this.#parts.quit();
    });
  }

  #become(state: ProjectorState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.listeners) listener(state);
  }
}

export function createElectronShell(parts: ElectronShellParts): ElectronShell {
  const windows = new ElectronWindows(parts);
  const turn = inTurn();
  const printTurn = inTurn();
  const native: NativeParts = {
    projector: {
      open: () => turn(() => windows.open()),
      yield: () => turn(async () => windows.yield()),
      return: () => turn(async () => windows.return()),
    },
    print: (request) => printTurn(() => windows.print(request)),
    openPath: async (path) => {
      checkPath(path);
      const problem = await parts.electron.opener.openPath(path);
      if (problem !== '') throw refuse('pathFailed', problem);
    },
  };
  return {
    show: (ready) => turn(() => windows.show(ready)),
    focusDesk: () => windows.focusDesk(),
    call: (call, payload) => answerNative(native, call, payload),
    projectorState: () => windows.state,
    onProjector: (listener) => void windows.listeners.add(listener),
    close: async () => windows.close(),
  };
}

async function untilReady(window: WindowPart, limit: number): Promise<void> {
  const until = performance.now() + limit;
  while ((await window.webContents.executeJavaScript(`document.documentElement.dataset.ready === 'true'`)) !== true) {
    if (performance.now() > until) throw refuse('printNotReady', `${Math.round(limit / 1_000)} s`);
    await pause(50);
  }
}
