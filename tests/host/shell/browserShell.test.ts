// Desk and wall in a real Chromium, headless, with two simulated displays: the laptop 1366×768 and a projector 1920×1080 right of it.
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AppWindow } from '../../../electron/shell/appWindow.ts';
import { BrowserProjector } from '../../../electron/shell/browserProjector.ts';
import { createBrowserShell, type BrowserShell, type BrowserShellParts } from '../../../electron/shell/browserShell.ts';
import { findBrowser } from '../../../electron/shell/findBrowser.ts';
import type { HostReady, ProjectorState } from '../../../electron/shell/port.ts';
import { sayBoth } from '../../../electron/shell/words.ts';
import { serve, temporaryFolder } from './fakes.ts';

const browser = findBrowser();
const twoDisplays = ['--headless', '--screen-info={1366x768}{1366,0 1920x1080}'];
const oneDisplay = ['--headless', '--screen-info={1366x768}'];
const wait = { timeout: 15_000, interval: 50 };

async function aPage(): Promise<{ readonly origin: string; readonly requested: readonly string[] }> {
  const requested: string[] = [];
  const origin = await serve((request, response) => {
    requested.push(request.url ?? '');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>page</title>');
  });
  return { origin, requested };
}

async function aWindow(origin: string, flags: readonly string[]): Promise<AppWindow> {
  if (browser === undefined) throw new Error('no browser');
  const window = await AppWindow.open({ program: browser, profile: temporaryFolder(), url: `${origin}/#secret`, flags });
  onTestFinished(() => window.close());
  return window;
}

async function aProjector(flags: readonly string[]): Promise<{ readonly projector: BrowserProjector; readonly states: readonly ProjectorState[]; readonly window: AppWindow }> {
  const { origin } = await aPage();
  const window = await aWindow(origin, flags);
  const states: ProjectorState[] = [];
  const projector = new BrowserProjector({ open: () => Promise.resolve(window), desk: () => undefined, changed: (state) => states.push(state), lookEvery: 50 });
  await projector.open();
  return { projector, states, window };
}

function aShell(parts: Partial<BrowserShellParts> = {}): BrowserShell {
  const shell = createBrowserShell({ browser, folder: temporaryFolder(), flags: { desk: twoDisplays, projector: twoDisplays }, lookEvery: 50, ...parts });
  onTestFinished(() => shell.close());
  return shell;
}

const ready = (origin: string): HostReady => ({ type: 'ready', desk: `${origin}/desk#d1`, projector: `${origin}/projector#p1`, room: [], pid: 1 });

test('the wall fills the second display, gives way, and comes back to fill it again', async () => {
  const { projector, states, window } = await aProjector(twoDisplays);
  const filled = { left: 1366, top: 0, width: 1920, height: 1080, windowState: 'fullscreen' };
  expect(await window.bounds()).toEqual(filled);
  await projector.yield();
  expect((await window.bounds()).windowState).toBe('minimized');
  await projector.yield();
  await projector.return();
  expect(await window.bounds()).toEqual(filled);
  expect(states).toEqual(['shown', 'hidden', 'shown']);
});

test('on a single display the wall stays a window, and comes back as it was', async () => {
  const { projector, window } = await aProjector(oneDisplay);
  expect((await window.bounds()).windowState).toBe('normal');
  await window.setState('fullscreen');
  await projector.yield();
  expect((await window.bounds()).windowState).toBe('minimized');
  await projector.return();
  expect((await window.bounds()).windowState).toBe('fullscreen');
});

test('a wall restored or minimised by hand is reported as it is', async () => {
  const { projector, window } = await aProjector(oneDisplay);
  await window.setState('minimized');
  await vi.waitUntil(() => projector.state === 'hidden', wait);
  await window.setState('normal');
  await vi.waitUntil(() => projector.state === 'shown', wait);
});

test('a wall that was closed cannot yield, and the shell says so', async () => {
  const { projector, window } = await aProjector(oneDisplay);
  await window.evaluate('void setTimeout(() => window.close())');
  await vi.waitUntil(() => projector.state === 'none', wait);
  await expect(projector.yield()).rejects.toThrow(sayBoth('noWindow'));
});

test('a new token behind # alone loads the page again', async () => {
  const { origin, requested } = await aPage();
  const window = await aWindow(origin, oneDisplay);
  await window.goTo(`${origin}/desk#one`);
  await vi.waitUntil(() => requested.filter((path) => path === '/desk').length === 1, wait);
  await window.goTo(`${origin}/desk#one`);
  await window.goTo(`${origin}/desk#two`);
  await vi.waitUntil(() => requested.filter((path) => path === '/desk').length === 2, wait);
  await vi.waitUntil(async () => (await window.evaluate('location.hash')) === '#two', wait);
});

test.runIf(process.platform === 'linux')('no token ever stands on a command line', async () => {
  const { origin } = await aPage();
  const window = await aWindow(origin, oneDisplay);
  const commandLine = readFileSync(`/proc/${window.pid}/cmdline`, 'utf8');
  expect(commandLine).toContain(`--app=${origin}`);
  expect(commandLine).not.toContain('secret');
});

test('the shell opens desk and wall in profiles of their own, yields and returns, and opens a closed wall again', async () => {
  const { origin, requested } = await aPage();
  const shell = aShell();
  await shell.show(ready(origin));
  await vi.waitUntil(() => requested.includes('/desk') && requested.includes('/projector'), wait);
  expect(shell.projectorState()).toBe('shown');
  await shell.call('projector.yield', undefined);
  expect(shell.projectorState()).toBe('hidden');
  await shell.call('projector.return', undefined);
  expect(shell.projectorState()).toBe('shown');
  await shell.show({ ...ready(origin), projector: `${origin}/other#p2` });
  await vi.waitUntil(() => requested.includes('/other'), wait);
  expect(requested.filter((path) => path === '/desk')).toHaveLength(1);
});

test('a shell that may not open windows refuses to yield and still knows why', async () => {
  const { origin } = await aPage();
  const shell = aShell({ closedBecause: 'noDisplay' });
  await shell.show(ready(origin));
  expect(shell.projectorState()).toBe('none');
  await expect(shell.call('projector.yield', undefined)).rejects.toThrow(sayBoth('noWindow'));
  await expect(shell.call('projector.open', undefined)).rejects.toThrow(sayBoth('noDisplay'));
});

test('a print call with another address than the host is refused', async () => {
  await expect(aShell().call('print.pdf', { url: 'http://example.test/' })).rejects.toThrow(sayBoth('badPayload'));
  await expect(aShell().call('print.pdf', { url: 'file:///etc/passwd' })).rejects.toThrow(sayBoth('badPayload'));
});
