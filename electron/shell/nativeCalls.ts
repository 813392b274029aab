// Answers one native call of the host with the parts a shell brings. It refuses unknown calls and payloads; it opens nothing itself.
import * as z from 'zod/mini';
import { nativeCalls, pathPayload, printPayload, type NativeCall } from './port.ts';
import type { NativeParts } from './shell.ts';
import { refuse } from './words.ts';

export function isNativeCall(name: string): name is NativeCall {
  return nativeCalls.some((known) => known === name);
}

/** The value for `nativeResult`; throws a ShellRefusal with a sentence otherwise. */
export async function answerNative(parts: NativeParts, call: NativeCall, payload: unknown): Promise<unknown> {
  switch (call) {
    case 'projector.open':
      return parts.projector.open();
    case 'projector.yield':
      return parts.projector.yield();
    case 'projector.return':
      return parts.projector.return();
    case 'print.pdf':
      return Buffer.from(await parts.print(understood(printPayload, payload))).toString('base64');
    case 'open.path':
      return parts.openPath(understood(pathPayload, payload).path);
  }
}

function understood<Shape extends z.ZodMiniType>(shape: Shape, payload: unknown): z.output<Shape> {
  const parsed = z.safeParse(shape, payload);
  if (!parsed.success) throw refuse('badPayload', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
  return parsed.data;
}
