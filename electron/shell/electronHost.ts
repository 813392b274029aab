// Starts the host as an Electron utility process: a Node process of its own, so a held window button never stops the session.
import type { UtilityProcess } from 'electron';
import type { HostProgram } from './forkHost.ts';
import type { HostChild } from './supervisor.ts';

export type ForkUtility = (module: string, args: string[], options: { readonly serviceName: string; readonly stdio: 'inherit' }) => Pick<UtilityProcess, 'on' | 'once' | 'postMessage' | 'kill'>;

export function utilityHost(fork: ForkUtility, program: HostProgram): HostChild {
  const child = fork(program.module, [...program.args], { serviceName: 'Leitai host', stdio: 'inherit' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
