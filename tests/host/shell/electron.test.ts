// The Electron shell against stand-ins: no Electron runs here, so these are the rules of its windows, not proof of the windows themselves.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { utilityHost, type ForkUtility } from '../../../electron/shell/electronHost.ts';
import { isSameOrigin } from '../../../electron/shell/electronGuard.ts';
import { createElectronShell, type ElectronShell } from '../../../electron/shell/electronShell.ts';
import type { HostReady, ProjectorState } from '../../../electron/shell/port.ts';
import { sayBoth } from '../../../electron/shell/words.ts';
import { beamerDisplay, fakeElectron, laptopDisplay, type FakeElectron, type FakeWindow } from './fakeElectron.ts';
import { temporaryFolder } from './fakes.ts';

const origin = 'http://127.0.0.1:4100';
const ready: HostReady = { type: 'ready', desk: `${origin}/desk#d1`, projector: `${origin}/projector#p1`, room: [], pid: 1 };

interface Started {
  readonly shell: ElectronShell;
  readonly electron: FakeElectron;
  readonly desk: FakeWindow;
  readonly wall: FakeWindow;
  readonly states: readonly ProjectorState[];
  readonly quit: () => void;
}

async function started(displays = [laptopDisplay, beamerDisplay], answer = 1): Promise<Started> {
  const electron = fakeElectron(displays, answer);
  const quit = vi.fn<() => void>();
  const shell = createElectronShell({ electron, preload: '/app/preload.cjs', quit, readyWithin: 60 });
  const states: ProjectorState[] = [];
  shell.onProjector((state) => states.push(state));
  await shell.show(ready);
  const [desk, wall] = electron.windows;
  if (desk === undefined || wall === undefined) throw new Error('no windows');
  return { shell, electron, desk, wall, states, quit };
}

const elsewhere = [
  'https://evil/?next=http://127.0.0.1:4100/',
  'http://127.0.0.1:4100@evil/',
  'http://127.0.0.1:4100.evil/',
  'http://127.0.0.1:41000/',
  'https://127.0.0.1:4100/',
  'http://localhost:4100/',
  'http://user:word@127.0.0.1:4100/',
  'blob:http://127.0.0.1:4100/0-0',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'not an address',
];

test('every window is sandboxed, isolated, without Node, and each surface has a partition of its own', async () => {
  const { desk, wall } = await started();
  for (const { options } of [desk, wall]) {
    expect(options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false });
  }
  expect(desk.options.webPreferences?.partition).toBe('persist:desk');
  expect(wall.options.webPreferences?.partition).toBe('persist:projector');
  expect(wall.options.frame).toBe(false);
});

test.each(elsewhere)('a page may not go to %s', async (address) => {
  const { desk, wall } = await started();
  for (const { webContents } of [desk, wall]) {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) expect(webContents.refuses(event, address)).toBe(true);
  }
  expect(isSameOrigin(address, ready.desk)).toBe(false);
});

test('a page may move within the host’s exact origin, also after the host came back at another one', async () => {
  const { shell, desk } = await started();
  expect(desk.webContents.refuses('will-navigate', `${origin}/desk/items?x=1`)).toBe(false);
  await shell.show({ ...ready, desk: 'http://127.0.0.1:4200/desk#d2' });
  expect(desk.webContents.refuses('will-navigate', `${origin}/desk`)).toBe(true);
  expect(desk.webContents.refuses('will-navigate', 'http://127.0.0.1:4200/desk')).toBe(false);
});

test('every permission is denied, no window is opened and nothing is embedded', async () => {
  const { desk, wall } = await started();
  for (const { webContents } of [desk, wall]) {
    const { session } = webContents;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'unknown'] as const) {
      const answers: boolean[] = [];
      Reflect.apply(session.request ?? (() => undefined), undefined, [undefined, permission, (granted: boolean) => answers.push(granted), {}]);
      expect(answers).toEqual([false]);
      expect(Reflect.apply(session.check ?? (() => true), undefined, [null, permission, origin, {}])).toBe(false);
    }
    expect(Reflect.apply(session.device ?? (() => true), undefined, [{}])).toBe(false);
    expect(Reflect.apply(webContents.openHandler ?? (() => undefined), undefined, [{ url: `${origin}/desk` }])).toEqual({ action: 'deny' });
    const attach = { preventDefault: vi.fn<() => void>() };
    webContents.emit('will-attach-webview', attach);
    expect(attach.preventDefault).toHaveBeenCalledOnce();
  }
});

test('the desk may save an export, the wall may not', async () => {
  const { desk, wall } = await started();
  const download = { preventDefault: vi.fn<() => void>() };
  desk.webContents.session.emit('will-download', download);
  expect(download.preventDefault).not.toHaveBeenCalled();
  wall.webContents.session.emit('will-download', download);
  expect(download.preventDefault).toHaveBeenCalledOnce();
});

test('the wall fills the external display, yields by hiding, and returns', async () => {
  const { shell, wall, states } = await started();
  expect(wall).toMatchObject({ bounds: beamerDisplay.bounds, full: true, visible: true, loaded: [ready.projector] });
  await shell.call('projector.yield', undefined);
  expect(wall.visible).toBe(false);
  await shell.call('projector.return', undefined);
  expect(wall).toMatchObject({ bounds: beamerDisplay.bounds, visible: true });
  expect(states).toEqual(['shown', 'hidden', 'shown']);
});

test('the wall takes the other display when the desk was moved to the external one', async () => {
  const { shell, desk, wall } = await started();
  desk.bounds = { x: 1500, y: 50, width: 800, height: 600 };
  await shell.call('projector.open', undefined);
  expect(wall.bounds).toEqual(laptopDisplay.bounds);
});

test('on a single display the wall does not cover the desk', async () => {
  const { wall } = await started([laptopDisplay]);
  expect(wall).toMatchObject({ full: false, visible: true });
});

test('a closed wall cannot yield until it is opened again', async () => {
  const { shell, wall, electron, states } = await started();
  wall.destroy();
  await expect(shell.call('projector.yield', undefined)).rejects.toThrow(sayBoth('noWindow'));
  await shell.call('projector.open', undefined);
  expect(electron.windows).toHaveLength(3);
  expect(states).toEqual(['shown', 'none', 'shown']);
});

test('a host that came back at the same addresses leaves the pages running; a new token loads them anew', async () => {
  const { shell, desk } = await started();
  await shell.show(ready);
  expect(desk.loaded).toEqual([ready.desk]);
  await shell.show({ ...ready, desk: `${origin}/desk#d2` });
  expect(desk.loaded).toEqual([ready.desk, 'about:blank', `${origin}/desk#d2`]);
});

test('a page whose process died is loaded again', async () => {
  const { wall } = await started();
  wall.webContents.emit('render-process-gone', {}, {});
  expect(wall.webContents.reloads).toBe(1);
});

test.each([
  [0, 1],
  [1, 0],
])('closing the desk asks first (answer %i)', async (answer, quits) => {
  const { desk, quit, electron } = await started(undefined, answer);
  const event = { preventDefault: vi.fn<() => void>() };
  desk.emit('close', event);
  await vi.waitUntil(() => electron.questions.length === 1);
  await Promise.resolve();
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(quit).toHaveBeenCalledTimes(quits);
});

test('a page of the host is printed in a window of its own that is gone afterwards', async () => {
  const { shell, electron } = await started();
  expect(await shell.call('print.pdf', { url: `${origin}/print/1`, landscape: true })).toBe(Buffer.from('%PDF-fake').toString('base64'));
  const printer = electron.windows[2];
  expect(printer).toMatchObject({ gone: true, visible: false, loaded: [`${origin}/print/1`] });
  expect(printer?.options.webPreferences).toMatchObject({ sandbox: true, partition: 'print' });
  expect(printer?.webContents.prints).toEqual([{ printBackground: true, preferCSSPageSize: true, landscape: true }]);
  await expect(shell.call('print.pdf', { url: 'http://127.0.0.1:9/print' })).rejects.toThrow(sayBoth('printUnreachable'));
});

test('only documents are opened', async () => {
  const { shell } = await started();
  const path = join(temporaryFolder(), 'run.exe');
  writeFileSync(path, '');
  await expect(shell.call('open.path', { path })).rejects.toThrow(sayBoth('pathRefused'));
});

test('the host runs as a utility process and its exit is reported', () => {
  const listeners = new Map<string, (value: never) => void>();
  const sent: unknown[] = [];
  const fork = vi.fn<(...given: unknown[]) => unknown>(() => {
    const on = (event: string, listener: (value: never) => void): unknown => listeners.set(event, listener);
    return { on, once: on, postMessage: (message: unknown) => sent.push(message), kill: () => true };
  });
  const child = utilityHost(fork as ForkUtility, { module: '/app/host.js', args: ['--data', '/d'] });
  const codes: (number | null)[] = [];
  child.onExit((code) => codes.push(code));
  child.send({ type: 'stop' });
  listeners.get('exit')?.(3 as never);
  expect(fork).toHaveBeenCalledWith('/app/host.js', ['--data', '/d'], { serviceName: 'Leitai host', stdio: 'inherit' });
  expect([codes, sent]).toEqual([[3], [{ type: 'stop' }]]);
});
