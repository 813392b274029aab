// Stand-ins for the pieces of Electron the shell uses; they record what they are told and let a test fire Electron's events.
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MessageBoxOptions } from 'electron';
import type { ContentsPart, DisplayPart, ElectronParts, SessionPart, WindowPart } from '../../../electron/shell/electronParts.ts';

export class FakeSession extends EventEmitter implements SessionPart {
  request: Parameters<SessionPart['setPermissionRequestHandler']>[0] = null;
  check: Parameters<SessionPart['setPermissionCheckHandler']>[0] = null;
  device: Parameters<SessionPart['setDevicePermissionHandler']>[0] = null;
  setPermissionRequestHandler: SessionPart['setPermissionRequestHandler'] = (handler) => void (this.request = handler);
  setPermissionCheckHandler: SessionPart['setPermissionCheckHandler'] = (handler) => void (this.check = handler);
  setDevicePermissionHandler: SessionPart['setDevicePermissionHandler'] = (handler) => void (this.device = handler);
}

export class FakeContents extends EventEmitter implements ContentsPart {
  readonly session = new FakeSession();
  readonly prints: unknown[] = [];
  url = '';
  pageReady = true;
  reloads = 0;
  openHandler: Parameters<ContentsPart['setWindowOpenHandler']>[0] | undefined;
  setWindowOpenHandler: ContentsPart['setWindowOpenHandler'] = (handler) => void (this.openHandler = handler);
  getURL = (): string => this.url;
  reload = (): void => void (this.reloads += 1);
  executeJavaScript = (): Promise<boolean> => Promise.resolve(this.pageReady);
  printToPDF = (options: unknown): Promise<Buffer> => {
    this.prints.push(options);
    return Promise.resolve(Buffer.from('%PDF-fake'));
  };

  /** Fires a navigation event as Electron does; true when the shell refused it. */
  refuses(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', url: string): boolean {
    let refused = false;
    this.emit(event, { url, preventDefault: () => (refused = true) });
    return refused;
  }
}

export class FakeWindow extends EventEmitter implements WindowPart {
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  bounds = { x: 100, y: 100, width: 800, height: 600 };
  visible = false;
  full = false;
  gone = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  loadURL = (url: string): Promise<void> => {
    this.loaded.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  };
  show = (): void => void (this.visible = true);
  showInactive = (): void => void (this.visible = true);
  hide = (): void => void (this.visible = false);
  focus = (): void => undefined;
  isVisible = (): boolean => this.visible;
  isDestroyed = (): boolean => this.gone;
  getBounds = (): typeof this.bounds => this.bounds;
  setBounds = (bounds: Partial<typeof this.bounds>): void => void (this.bounds = { ...this.bounds, ...bounds });
  setFullScreen = (full: boolean): void => void (this.full = full);
  setSimpleFullScreen = (full: boolean): void => void (this.full = full);
  destroy = (): void => {
    this.gone = true;
    this.emit('closed');
  };
}

export interface FakeElectron extends ElectronParts {
  readonly windows: readonly FakeWindow[];
  readonly questions: readonly MessageBoxOptions[];
}

export const laptopDisplay = { id: 1, internal: true, bounds: { x: 0, y: 0, width: 1366, height: 768 } };
export const beamerDisplay = { id: 2, internal: false, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } };

export function fakeElectron(displays: readonly DisplayPart[], answer = 1): FakeElectron {
  const windows: FakeWindow[] = [];
  const questions: MessageBoxOptions[] = [];
  return {
    windows,
    questions,
    createWindow: (options) => {
      const window = new FakeWindow(options);
      windows.push(window);
      return window;
    },
    screen: { getAllDisplays: () => [...displays], getPrimaryDisplay: () => displays[0] ?? laptopDisplay },
    dialog: {
      showMessageBox: (question) => {
        questions.push(question);
        return Promise.resolve({ response: answer });
      },
    },
    opener: { openPath: () => Promise.resolve('') },
    platform: 'win32',
  };
}
