// Starts the real house for tests: in this process, or as a child process that can be killed at any instant.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHouse, type HouseOptions, type RunningHouse } from '../../electron/startHouse.ts';

export const root = path.join(import.meta.dirname, '../..');
export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'leitai-test-'));

/** A house in this process on free ports. A bug it reports fails the test that ends it, unless the test listens itself. */
export const aHouse = async (options: Partial<HouseOptions> = {}): Promise<RunningHouse & { readonly folder: string; readonly end: () => Promise<void> }> => {
  const folder = options.folder ?? temporaryFolder();
  const reports: string[] = [];
  const house = await startHouse({ folder, pages: path.join(root, 'dist/pages'), version: 'test', extraHosts: ['room.test'], report: (line) => { reports.push(line); }, ...options });
  const end = async (): Promise<void> => {
    const said = [...reports];
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
    if (said.length > 0) throw new Error(`the house reported: ${said.join('\n')}`);
  };
  return { ...house, folder, end };
};

export interface HostProcess { readonly child: ChildProcess; readonly desk: string; readonly projector: string; readonly roomPort: number; readonly kill: () => Promise<void>; readonly stop: () => Promise<void> }

/** The host as a process of its own, as the shell starts it; `kill` is SIGKILL. `entry` is another file than its source, such as the built one. */
export const hostProcess = (folder: string, args: readonly string[] = [], how: { readonly entry?: string; readonly execArgv?: readonly string[] } = {}): Promise<HostProcess> =>
  new Promise((settle, fail) => {
    const child = fork(how.entry ?? path.join(root, 'electron/host.ts'), ['--data', folder, '--extra-host', 'room.test', ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [...(how.execArgv ?? process.execArgv)] });
    const gone = (): Promise<void> => new Promise((over) => (child.exitCode !== null || child.signalCode !== null ? over() : child.once('exit', () => over())));
    child.once('exit', (code) => fail(new Error(`the host ended with ${code}`)));
    child.on('message', (message: { type: string; desk: string; projector: string; room: string[] }) => {
      if (message.type === 'native') return;
      if (message.type !== 'ready') return;
      settle({
        child, desk: message.desk, projector: message.projector, roomPort: Number(new URL(message.room[0] ?? 'http://x:0').port),
        kill: async () => { child.kill('SIGKILL'); await gone(); },
        stop: async () => { child.send({ type: 'stop' }); await gone(); },
      });
    });
  });
