// The few pieces of Electron the shell uses, as an interface, so the rules about windows can be tested where no Electron runs.
// Only main.ts fills it with the real thing.
import type { BrowserWindow, BrowserWindowConstructorOptions, Display, MessageBoxOptions, Session, Shell as ElectronOpener, WebContents } from 'electron';

export interface Refusable {
  preventDefault(): void;
}

export interface Navigation extends Refusable {
  readonly url: string;
}

export type SessionPart = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> & {
  on(event: 'will-download', listener: (event: Refusable) => void): unknown;
};

export type ContentsPart = Pick<WebContents, 'setWindowOpenHandler' | 'printToPDF' | 'executeJavaScript' | 'reload' | 'getURL'> & {
  readonly session: SessionPart;
  on(event: 'will-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Refusable) => void): unknown;
  on(event: 'render-process-gone', listener: () => void): unknown;
};

export type WindowPart = Pick<
  BrowserWindow,
  'loadURL' | 'show' | 'showInactive' | 'hide' | 'focus' | 'destroy' | 'isDestroyed' | 'setFullScreen' | 'setSimpleFullScreen'
> & {
  readonly webContents: ContentsPart;
  on(event: 'close', listener: (event: Refusable) => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
  getBounds(): Box;
  setBounds(bounds: Box): void;
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type DisplayPart = Pick<Display, 'id' | 'internal'> & { readonly bounds: Box };

export interface ElectronParts {
  createWindow(options: BrowserWindowConstructorOptions): WindowPart;
  readonly screen: { getAllDisplays(): DisplayPart[]; getPrimaryDisplay(): DisplayPart };
  readonly dialog: { showMessageBox(question: MessageBoxOptions): Promise<{ readonly response: number }> };
  readonly opener: Pick<ElectronOpener, 'openPath'>;
  readonly platform: NodeJS.Platform;
}
