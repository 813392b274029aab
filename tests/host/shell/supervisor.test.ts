// The supervisor over real child processes: restart, relay, giving up, orderly end.
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { forkHost } from '../../../electron/shell/forkHost.ts';
import { pathPayload } from '../../../electron/shell/port.ts';
import { Supervisor, type Patience } from '../../../electron/shell/supervisor.ts';
import { refuse, sayBoth } from '../../../electron/shell/words.ts';
import { recordingShell, type RecordingShell } from './fakes.ts';

const quick = { firstPause: 10, longestPause: 40, stop: 300 } satisfies Partial<Patience>;

function supervise(behaviour: string, shell: RecordingShell = recordingShell()): { readonly supervisor: Supervisor; readonly lines: readonly string[]; readonly starts: () => number } {
  const lines: string[] = [];
  let starts = 0;
  const supervisor = new Supervisor({
    spawn: () => {
      starts += 1;
      return forkHost({ module: join(import.meta.dirname, 'fixtures/child.ts'), args: [behaviour] });
    },
    shell,
    report: (line) => lines.push(line),
    patience: quick,
  });
  onTestFinished(() => supervisor.stop().then(() => undefined));
  supervisor.start();
  return { supervisor, lines, starts: () => starts };
}

const wait = { timeout: 10_000, interval: 20 };

test('a host that was killed is started again and its windows are shown anew', async () => {
  const shell = recordingShell();
  const { lines } = supervise('calm', shell);
  await vi.waitUntil(() => shell.shown.length === 1, wait);
  process.kill(shell.shown[0]?.pid ?? 0, 'SIGKILL');
  await vi.waitUntil(() => shell.shown.length === 2, wait);
  expect(shell.shown[1]?.pid).not.toBe(shell.shown[0]?.pid);
  expect(lines).toEqual([sayBoth('hostCrashed')]);
});

test('a native call reaches the shell, and its value or its refusal reaches the host, which also knows the projector', async () => {
  const shell = recordingShell((call) => {
    if (call === 'projector.yield') throw refuse('noWindow');
    return call === 'print.pdf' ? 'JVBERi0=' : undefined;
  });
  shell.become('shown');
  supervise('relay', shell);
  await vi.waitUntil(() => shell.calls.length === 3, wait);
  expect(shell.calls.map(({ call }) => call)).toEqual(['print.pdf', 'projector.yield', 'open.path']);
  expect(shell.calls[0]?.payload).toEqual({ url: 'http://127.0.0.1:1/print' });
  expect(JSON.parse(pathPayload.parse(shell.calls[2]?.payload).path)).toEqual({ pdf: 'JVBERi0=', refusal: `Error: ${sayBoth('noWindow')}`, states: ['shown'] });
});

test('a host that keeps crashing is given up after five times with one clear sentence', async () => {
  const { supervisor, lines, starts } = supervise('crash');
  expect(await supervisor.ended).toBe('gaveUp');
  expect(starts()).toBe(5);
  expect(lines.filter((line) => line === sayBoth('hostGaveUp'))).toHaveLength(1);
  expect(lines.at(-1)).toBe(sayBoth('hostGaveUp'));
});

test('a host that refuses to start is not started again', async () => {
  const { supervisor, lines, starts } = supervise('refuse');
  expect(await supervisor.ended).toBe('refused');
  expect(starts()).toBe(1);
  expect(lines).toEqual([]);
});

test('a host that is asked to stop ends in order and is not started again', async () => {
  const shell = recordingShell();
  const { supervisor, starts } = supervise('calm', shell);
  await vi.waitUntil(() => shell.shown.length === 1, wait);
  expect(await supervisor.stop()).toBe('stopped');
  expect(starts()).toBe(1);
});

test('a host that does not listen to stop is ended after the limit', async () => {
  const shell = recordingShell();
  const { supervisor } = supervise('deaf', shell);
  await vi.waitUntil(() => shell.shown.length === 1, wait);
  const began = performance.now();
  expect(await supervisor.stop()).toBe('stopped');
  expect(performance.now() - began).toBeGreaterThanOrEqual(quick.stop - 5);
});

test.each(['foreign', 'nonsense'])('a message that is not in the contract (%s) is ignored and said', async (behaviour) => {
  const shell = recordingShell();
  const { lines } = supervise(behaviour, shell);
  await vi.waitUntil(() => shell.shown.length === 1, wait);
  expect(shell.shown[0]?.desk).toBe('http://127.0.0.1:1/desk#d');
  expect(lines).toEqual([sayBoth('badMessage')]);
});
