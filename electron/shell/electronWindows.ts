// The Electron windows and where they stand: desk, wall, and the unseen one that prints. Each surface has a partition of its own.
// It knows nothing of the host's life; electronShell.ts puts the pieces together.
import type { BrowserWindowConstructorOptions } from 'electron';
import type { DisplayPart, ElectronParts, WindowPart } from './electronParts.ts';
import { guardContents, refuseDownloads } from './electronGuard.ts';
import { centreOf, projectorScreen, type ScreenBox } from './screens.ts';
import { say } from './words.ts';

export type Surface = 'desk' | 'projector' | 'print';

const looks = {
  desk: { width: 1366, height: 768, minWidth: 1024, minHeight: 600, backgroundColor: '#ffffff' },
  projector: { width: 960, height: 540, frame: false, backgroundColor: '#000000' },
  print: { width: 1024, height: 768 },
} as const satisfies Record<Surface, BrowserWindowConstructorOptions>;

export function windowOptions(surface: Surface, preload: string): BrowserWindowConstructorOptions {
  return {
    ...looks[surface],
    title: say('quitTitle'),
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      partition: surface === 'print' ? 'print' : `persist:${surface}`,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // The dictionaries would be fetched from the internet.
      spellcheck: false,
      // A hidden wall must keep its picture current, or it would come back with an old one.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

export interface Opening {
  readonly surface: Surface;
  readonly preload: string;
  readonly home: () => string;
}

export function openGuarded(parts: ElectronParts, { surface, preload, home }: Opening): WindowPart {
  const window = parts.createWindow(windowOptions(surface, preload));
  guardContents(window.webContents, home);
  if (surface !== 'desk') refuseDownloads(window.webContents);
  // A page that broke comes back by itself with the state the host keeps.
  if (surface !== 'print') window.webContents.on('render-process-gone', () => window.webContents.reload());
  return window;
}

/** The display for the wall, never the one the desk stands on; undefined when there is no other. */
export function wallScreen(parts: ElectronParts, desk: WindowPart | undefined): ScreenBox | undefined {
  const primary = parts.screen.getPrimaryDisplay().id;
  const boxes = parts.screen.getAllDisplays().map((display) => boxOf(display, primary));
  const bounds = desk === undefined || desk.isDestroyed() ? undefined : desk.getBounds();
  return projectorScreen(boxes, bounds === undefined ? undefined : centreOf({ left: bounds.x, top: bounds.y, ...bounds }));
}

/** Fills the other display; on a single one the wall stays an ordinary frameless window. */
export function placeWall(parts: ElectronParts, wall: WindowPart, desk: WindowPart | undefined): void {
  const screen = wallScreen(parts, desk);
  if (screen !== undefined) wall.setBounds({ x: screen.left, y: screen.top, width: screen.width, height: screen.height });
  // The desk keeps the keyboard.
  wall.showInactive();
  if (screen === undefined) return;
  // A macOS full screen of its own space could not be hidden again.
  if (parts.platform === 'darwin') wall.setSimpleFullScreen(true);
  else wall.setFullScreen(true);
}

function boxOf({ id, bounds, internal }: DisplayPart, primary: number): ScreenBox {
  return { left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height, primary: id === primary, internal };
}
