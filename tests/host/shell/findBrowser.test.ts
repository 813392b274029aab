// Where browsers are looked for, on the three systems.
import { expect, test } from 'vitest';
import { findBrowser, hasDisplay } from '../../../electron/shell/findBrowser.ts';

const has = (...paths: readonly string[]) => (path: string): boolean => paths.includes(path);

test('a browser named in LEITAI_BROWSER comes first, and a wrong name is not replaced silently', () => {
  const canRun = has('/opt/mine', '/usr/bin/chromium');
  expect(findBrowser({ platform: 'linux', env: { LEITAI_BROWSER: '/opt/mine', PATH: '/usr/bin' }, canRun })).toBe('/opt/mine');
  expect(findBrowser({ platform: 'linux', env: { LEITAI_BROWSER: '/opt/gone', PATH: '/usr/bin' }, canRun })).toBeUndefined();
});

test('on Windows Edge is preferred to Chrome', () => {
  const env = { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)`, 'ProgramFiles': String.raw`C:\Program Files`, 'LOCALAPPDATA': String.raw`C:\Users\a\AppData\Local` };
  const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`;
  const chrome = String.raw`C:\Users\a\AppData\Local\Google\Chrome\Application\chrome.exe`;
  expect(findBrowser({ platform: 'win32', env, canRun: has(edge, chrome) })).toBe(edge);
  expect(findBrowser({ platform: 'win32', env, canRun: has(chrome) })).toBe(chrome);
});

test('on macOS the applications of the user count too', () => {
  const chrome = '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser({ platform: 'darwin', env: { HOME: '/Users/a' }, canRun: has(chrome) })).toBe(chrome);
});

test('on Linux the search path is used, and without any browser nothing is returned', () => {
  expect(findBrowser({ platform: 'linux', env: { PATH: '/opt/bin:/usr/bin' }, canRun: has('/opt/bin/google-chrome') })).toBe('/opt/bin/google-chrome');
  expect(findBrowser({ platform: 'linux', env: { PATH: '/opt/bin' }, canRun: has() })).toBeUndefined();
});

test('Linux without DISPLAY or WAYLAND_DISPLAY has no display', () => {
  const canRun = has();
  expect(hasDisplay({ platform: 'linux', env: {}, canRun })).toBe(false);
  expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, canRun })).toBe(true);
  expect(hasDisplay({ platform: 'win32', env: {}, canRun })).toBe(true);
});
