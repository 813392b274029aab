// Starts the host as a child of plain Node. The child shares this program's environment, terminal and Node version.
import { fork } from 'node:child_process';
import type { HostChild } from './supervisor.ts';

export interface HostProgram {
  readonly module: string;
  readonly args: readonly string[];
}

export function forkHost(program: HostProgram): HostChild {
  const child = fork(program.module, [...program.args], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    send: (message) => {
      // A host that has just died cannot be told anything; its exit is reported by onExit.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      const once = onceOnly(listener);
      child.once('exit', (code) => once(code));
      child.once('error', () => once(null));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function onceOnly(listener: (code: number | null) => void): (code: number | null) => void {
  let called = false;
  return (code) => {
    if (called) return;
    called = true;
    listener(code);
  };
}
