// The files beside the database: the installation's key and its settings. A broken one is put aside, never guessed at, never silently replaced.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettingsFile } from '../../../electron/application/settings.ts';
import { SeatKeys } from '../../../electron/server/seatKeys.ts';
import { temporaryFolder } from '../../support/aHouse.ts';

let folder: string;
beforeEach(() => { folder = temporaryFolder(); });
afterEach(() => rmSync(folder, { recursive: true }));
const keysFile = (): string => path.join(folder, 'seat.keys');
const settingsFile = (): string => path.join(folder, 'settings.json');

test('the installation’s key is made once, readable by its owner only, and gives the same cards for ever', () => {
  const first = new SeatKeys(keysFile());
  expect(statSync(keysFile()).mode & 0o777).toBe(0o600);
  const again = new SeatKeys(keysFile());
  expect([again.secret('s', 1), again.token('desk')]).toEqual([first.secret('s', 1), first.token('desk')]);
  expect(new Set([first.secret('s', 1), first.secret('s', 2), first.secret('t', 1), first.token('desk'), first.token('screen')]).size).toBe(5);
});

test('an empty or cut key file is put aside: from an empty key anybody could make cards', () => {
  for (const text of ['', '0'.repeat(63), 'not a key']) {
    writeFileSync(keysFile(), text);
    new SeatKeys(keysFile());
    expect(readFileSync(keysFile(), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(`${keysFile()}.unreadable`, 'utf8')).toBe(text);
  }
});

test('a key file that is there but cannot be read stops the start instead of voiding every printed card', () => {
  mkdirSync(keysFile());
  expect(() => new SeatKeys(keysFile())).toThrow('EISDIR');
  expect(existsSync(`${keysFile()}.unreadable`)).toBe(false);
  chmodSync(keysFile(), 0o700);
});

test('settings that cannot be read or do not fit are put aside and the defaults hold', () => {
  for (const text of ['{', 'null', '[]', '{"theme":"neon"}', '{"deskPort":"80"}']) {
    writeFileSync(settingsFile(), text);
    expect(new SettingsFile(settingsFile()).current).toMatchObject({ theme: 'cinnabar', deskPort: 0, pinHash: '' });
    expect([text, readFileSync(`${settingsFile()}.unreadable`, 'utf8')]).toEqual([text, text]);
  }
});

test('settings keep what a change does not name, and a file of an older release gets the defaults for what it lacks', () => {
  writeFileSync(settingsFile(), '{"theme":"ocean"}');
  const settings = new SettingsFile(settingsFile());
  settings.change({ marking: '示例' });
  expect(new SettingsFile(settingsFile()).current).toMatchObject({ theme: 'ocean', marking: '示例', language: 'zh' });
});
