// Leitai under plain Node: starts the host as a child, prints the addresses, and opens desk and wall in an installed browser where there is one.
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createBrowserShell } from './shell/browserShell.ts';
import { findBrowser, hasDisplay } from './shell/findBrowser.ts';
import { forkHost } from './shell/forkHost.ts';
import { startOptions } from './shell/startOptions.ts';
import { Supervisor } from './shell/supervisor.ts';
import { addressLines, windowLine } from './shell/terminal.ts';
import { sayBoth, type ShellWord } from './shell/words.ts';

const options = startOptions(process.argv.slice(2));
const browser = findBrowser();
const closedBecause = whyClosed();

const shell = createBrowserShell({
  browser,
  folder: join(options.data, 'shell'),
  closedBecause,
  deskClosed: () => report(sayBoth('deskClosed')),
});

const supervisor = new Supervisor({
  // The host lies beside this file, as source or built.
  spawn: () => forkHost({ module: join(import.meta.dirname, `host${extname(import.meta.filename)}`), args: options.hostArgs }),
  shell,
  report,
  onReady: (ready) => addressLines(ready, options.data).forEach(report),
  onShown: () => report(windowLine(closedBecause)),
});

supervisor.start();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void supervisor.stop());
if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', () => void shell.openDesk().catch((error: unknown) => report(String(error)))).on('SIGINT', () => void supervisor.stop());

const how = await supervisor.ended;
await shell.close();
process.exit(how === 'ended' || how === 'stopped' ? 0 : 1);

function whyClosed(): ShellWord | undefined {
  if (process.env['LEITAI_NO_OPEN'] === '1') return 'notOpened';
  if (!hasDisplay()) return 'noDisplay';
  return browser === undefined ? 'noBrowser' : undefined;
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
