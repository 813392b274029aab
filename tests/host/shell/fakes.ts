// Builders the shell's tests share: a recording shell, a page server, a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostReady, NativeCall, ProjectorState } from '../../../electron/shell/port.ts';
import type { Shell } from '../../../electron/shell/shell.ts';

export interface RecordingShell extends Shell {
  readonly shown: readonly HostReady[];
  readonly calls: readonly { readonly call: NativeCall; readonly payload: unknown }[];
  become(state: ProjectorState): void;
}

export function recordingShell(answer: (call: NativeCall, payload: unknown) => unknown = () => undefined): RecordingShell {
  const shown: HostReady[] = [];
  const calls: { readonly call: NativeCall; readonly payload: unknown }[] = [];
  const listeners: ((state: ProjectorState) => void)[] = [];
  let current: ProjectorState = 'none';
  return {
    shown,
    calls,
    become: (state) => {
      current = state;
      listeners.forEach((listener) => listener(state));
    },
    show: async (ready) => void shown.push(ready),
    call: async (call, payload) => {
      calls.push({ call, payload });
      return answer(call, payload);
    },
    projectorState: () => current,
    onProjector: (listener) => void listeners.push(listener),
    close: async () => undefined,
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A server on 127.0.0.1 for the length of one test; its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
