// The launcher: which Node runs, where the data go, and that what it starts ends with it.
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeDataFolder } from '../../electron/launch/folders.mjs';
import { repository } from './cruise.ts';

const launcher = join(repository, 'electron/launch.mjs');

const launch = (...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [launcher, ...args], (_failed, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the launcher', () => {
  it('names its verbs when it does not know the one given', async () => {
    const { code, output } = await launch('dance');
    expect(code).toBe(64);
    expect(output).toContain('start');
  });

  it('runs commands under Node 24 or newer', async () => {
    const { output } = await launch('exec', 'node', '-p', 'process.versions.node');
    expect(Number.parseInt(output, 10)).toBeGreaterThanOrEqual(24);
  });

  it('hands the exit code of a command back', async () => {
    expect((await launch('exec', 'node', '-e', 'process.exit(7)')).code).toBe(7);
  });

  it('takes the data folder out of the arguments and leaves the others alone', () => {
    expect(takeDataFolder(['--port', '1', '--data', '/records', '--sample'])).toEqual({
      folder: join('/', 'records'),
      rest: ['--port', '1', '--sample'],
    });
    expect(takeDataFolder(['--data=/records']).folder).toBe(join('/', 'records'));
  });

  it('ends what it started when it is told to stop', async () => {
    const child = spawn(process.execPath, [
      launcher,
      'exec',
      'node',
      '-e',
      'console.log(process.pid); setInterval(() => {}, 1000)',
    ]);
    const pid = Number(String(await new Promise((resolve) => child.stdout.once('data', resolve))));
    expect(isAlive(pid)).toBe(true);

    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    expect(isAlive(pid)).toBe(false);
  });
});
