// Leitai under Electron: windows here, the host in a utility process. One instance per data folder.
import { BrowserWindow, Menu, app, dialog, powerSaveBlocker, screen, shell as opener, utilityProcess } from 'electron';
import { join } from 'node:path';
import { utilityHost } from './shell/electronHost.ts';
import type { ElectronParts } from './shell/electronParts.ts';
import { createElectronShell } from './shell/electronShell.ts';
import { startOptions } from './shell/startOptions.ts';
import { Supervisor } from './shell/supervisor.ts';

const options = startOptions(process.argv.slice(app.isPackaged ? 1 : 2));
app.setPath('userData', join(options.data, 'shell', 'electron'));
app.enableSandbox();

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const electron = {
    createWindow: (windowOptions) => new BrowserWindow(windowOptions),
    screen,
    dialog,
    opener,
    platform: process.platform,
  } satisfies ElectronParts;
  const shell = createElectronShell({ electron, preload: join(import.meta.dirname, 'preload.cjs'), quit: () => void supervisor.stop() });
  const supervisor: Supervisor = new Supervisor({
    spawn: () => utilityHost((module, args, forkOptions) => utilityProcess.fork(module, args, forkOptions), { module: join(import.meta.dirname, 'host.js'), args: options.hostArgs }),
    shell,
    report,
  });

  // The page has its own menu; macOS keeps the system one, which carries copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  powerSaveBlocker.start('prevent-display-sleep');
  app.on('second-instance', () => shell.focusDesk());
  app.on('activate', () => shell.focusDesk());
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    event.preventDefault();
    void supervisor.stop();
  });
  supervisor.start();
  void supervisor.ended.then(async (how) => {
    if (how === 'gaveUp' || how === 'refused') dialog.showErrorBox('Leitai', lastLine);
    await shell.close();
    app.exit(how === 'ended' || how === 'stopped' ? 0 : 1);
  });
}

let lastLine = '';

function report(line: string): void {
  lastLine = line;
  process.stdout.write(`${line}\n`);
}
