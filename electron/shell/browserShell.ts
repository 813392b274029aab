// The shell of plain Node: desk and projector as two app windows of an installed browser, each with a profile of its own below the data folder.
// Without browser or display, or with LEITAI_NO_OPEN=1, it opens nothing; printing then still works where a browser is found.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppWindow } from './appWindow.ts';
import { BrowserProjector } from './browserProjector.ts';
import { inTurn } from './inTurn.ts';
import { answerNative } from './nativeCalls.ts';
import { openPath } from './openPath.ts';
import type { HostReady, ProjectorState } from './port.ts';
import { printPdf } from './printPdf.ts';
import type { NativeParts, Shell } from './shell.ts';
import { refuse, type ShellWord } from './words.ts';

export interface BrowserShellParts {
  /** The installed browser, if any (findBrowser). */
  readonly browser: string | undefined;
  /** Folder for profiles and passing print files. */
  readonly folder: string;
  /** Why no window is opened, or undefined to open them. */
  readonly closedBecause?: ShellWord | undefined;
  readonly flags?: { readonly desk?: readonly string[]; readonly projector?: readonly string[] };
  readonly deskClosed?: () => void;
  readonly lookEvery?: number;
}

export interface BrowserShell extends Shell {
  /** Opens the desk window again after it was closed. */
  openDesk(): Promise<void>;
}

const steadyFlags = [
  // A hidden or covered wall must keep its picture current, or it would come back with an old one.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=no-user-gesture-required',
];

class BrowserWindows {
  readonly projector: BrowserProjector;
  readonly listeners = new Set<(state: ProjectorState) => void>();
  readonly printFolder: string;
  readonly #parts: BrowserShellParts;
  #addresses: HostReady | undefined;
  #desk: AppWindow | undefined;
  #ending = false;

  constructor(parts: BrowserShellParts) {
    this.#parts = parts;
    this.printFolder = join(parts.folder, 'print');
    this.projector = new BrowserProjector({
      open: () => this.#open('projector'),
      desk: () => this.#desk,
      changed: (state) => this.listeners.forEach((listener) => listener(state)),
      lookEvery: parts.lookEvery ?? 1_000,
    });
  }

  async show(ready: HostReady): Promise<void> {
    const first = this.#addresses === undefined;
    this.#addresses = ready;
    // Left by a print that was cut off; only now does the host hold the folder's lock.
    if (first) await rm(this.printFolder, { recursive: true, force: true }).catch(() => undefined);
    if (this.#parts.closedBecause !== undefined) return;
    if (first) {
      await this.openDesk();
      return this.openProjector();
    }
    await this.#desk?.goTo(ready.desk);
    await this.projector.window?.goTo(ready.projector);
  }

  async openDesk(): Promise<void> {
    if (this.#desk === undefined) {
      const opened = await this.#open('desk');
      this.#desk = opened;
      void opened.closed.then(() => {
        this.#desk = undefined;
        if (!this.#ending) this.#parts.deskClosed?.();
      });
    }
    if (this.#addresses !== undefined) await this.#desk.goTo(this.#addresses.desk);
  }

  async openProjector(): Promise<void> {
    await this.projector.open();
    // The page is shown only now, when the window stands where the room looks.
    if (this.#addresses !== undefined) await this.projector.window?.goTo(this.#addresses.projector);
  }

  async close(): Promise<void> {
    this.#ending = true;
    this.#addresses = undefined;
    await Promise.all([this.#desk?.close(), this.projector.close()]);
  }

  async #open(surface: 'desk' | 'projector'): Promise<AppWindow> {
    const { closedBecause, browser, folder, flags } = this.#parts;
    if (closedBecause !== undefined) throw refuse(closedBecause);
    if (browser === undefined) throw refuse('noBrowser');
    if (this.#addresses === undefined) throw refuse('stopping');
    const size = surface === 'desk' ? ['--window-size=1366,768'] : [];
    return AppWindow.open({ program: browser, profile: join(folder, surface), url: this.#addresses[surface], flags: [...steadyFlags, ...size, ...(flags?.[surface] ?? [])] });
  }
}

export function createBrowserShell(parts: BrowserShellParts): BrowserShell {
  const windows = new BrowserWindows(parts);
  const turn = inTurn();
  const printTurn = inTurn();
  const native: NativeParts = {
    projector: {
      open: () => turn(() => windows.openProjector()),
      yield: () => turn(() => windows.projector.yield()),
      return: () => turn(() => windows.projector.return()),
    },
    print: (request) => printTurn(() => printPdf({ browser: parts.browser, folder: windows.printFolder }, request)),
    openPath: (path) => openPath(path),
  };
  return {
    show: (ready) => turn(() => windows.show(ready)),
    openDesk: () => turn(() => windows.openDesk()),
    call: (call, payload) => answerNative(native, call, payload),
    projectorState: () => windows.projector.state,
    onProjector: (listener) => void windows.listeners.add(listener),
    close: () => turn(() => windows.close()),
  };
}
