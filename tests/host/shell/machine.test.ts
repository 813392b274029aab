// Start options and the opening of files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkPath } from '../../../electron/shell/openPath.ts';
import { startOptions } from '../../../electron/shell/startOptions.ts';
import { temporaryFolder } from './fakes.ts';

test('the data folder is taken from the command line and the rest is handed on to the host', () => {
  expect(startOptions(['--data', '/srv/leitai', '--port', '4100'], {}, 'linux')).toEqual({
    data: resolve('/srv/leitai'),
    hostArgs: ['--data', resolve('/srv/leitai'), '--sample', '--port', '4100'],
  });
  expect(startOptions(['--data=/srv/leitai'], {}, 'linux').hostArgs).toEqual(['--data', resolve('/srv/leitai'), '--sample']);
});

test('a first start shows the sample, and --empty starts without', () => {
  expect(startOptions(['--data=/srv/leitai', '--empty'], {}, 'linux').hostArgs).toEqual(['--data', resolve('/srv/leitai')]);
});

test('without --data LEITAI_DATA counts, then the user’s own folder', () => {
  expect(startOptions([], { LEITAI_DATA: '/media/usb' }, 'linux').data).toBe(resolve('/media/usb'));
  expect(startOptions([], { XDG_CONFIG_HOME: '/home/a/.config' }, 'linux').data).toBe(resolve('/home/a/.config/Leitai'));
});

test('folders and documents are opened; programs, relative and missing paths are refused', () => {
  const folder = temporaryFolder();
  for (const name of ['成绩.xlsx', 'run.exe', 'run.sh', 'start.bat', 'page.html']) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'export'));
  for (const fine of ['成绩.xlsx', 'export']) expect(() => checkPath(join(folder, fine))).not.toThrow();
  for (const bad of ['run.exe', 'run.sh', 'start.bat', 'page.html', 'missing.pdf']) expect(() => checkPath(join(folder, bad))).toThrow();
  expect(() => checkPath('成绩.xlsx')).toThrow();
});
