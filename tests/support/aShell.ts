// Plays the shell for a host process in tests: prints PDFs with the installed browser and pretends to own the projector's window.
import type { ChildProcess } from 'node:child_process';
import { findBrowser } from '../../electron/shell/findBrowser.ts';
import { printPdf } from '../../electron/shell/printPdf.ts';

export interface PlayedShell { readonly calls: string[] }

/** Answers native calls of the host; the projector is shown, hidden by yield and shown again by return. */
export const playShell = (child: ChildProcess, folder: string): PlayedShell => {
  const calls: string[] = [];
  const projector = (state: 'shown' | 'hidden'): void => { child.send({ type: 'projector', state }); };
  child.on('message', (message: { type: string; id: number; call: string; payload: { url: string } }) => {
    if (message.type !== 'native') return;
    calls.push(message.call);
    if (message.call === 'projector.yield') projector('hidden');
    if (message.call === 'projector.return') projector('shown');
    const value = message.call === 'print.pdf' ? printPdf({ browser: findBrowser(), folder }, message.payload).then((bytes) => Buffer.from(bytes).toString('base64')) : Promise.resolve(null);
    value.then((done) => child.send({ type: 'nativeResult', id: message.id, ok: true, value: done }), (error: unknown) => child.send({ type: 'nativeResult', id: message.id, ok: false, error: String(error) }));
  });
  projector('shown');
  return { calls };
};
