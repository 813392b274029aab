// What crosses between the shell (parent: windows, printing) and the host (child: database, listeners): JSON messages only.
// It carries no rule of a session, and the host may import it: nothing here needs Electron.
import * as z from 'zod/mini';

/** What the host may ask of the machine it runs on. */
export const nativeCalls = ['projector.yield', 'projector.return', 'projector.open', 'print.pdf', 'open.path'] as const;
export type NativeCall = (typeof nativeCalls)[number];

/** `none`: there is no projector window of ours, so it cannot yield, and the desk says so. */
export type ProjectorState = 'none' | 'shown' | 'hidden';

/** Exit code with which the host says "starting again will not help" (folder locked, database newer); it has already said why. */
export const hostRefused = 78;

/** Exit code with which the host asks to be started again at once; no crash. */
export const hostRestarts = 75;

const loopbackAddress = z.string().check(z.refine(isLoopback));

export const hostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), desk: loopbackAddress, projector: loopbackAddress, room: z.array(z.string()), pid: z.number() }),
  z.object({ type: z.literal('native'), id: z.number(), call: z.string(), payload: z.optional(z.unknown()) }),
]);

export interface HostReady {
  readonly type: 'ready';
  /** http://127.0.0.1:<port>/…#token */
  readonly desk: string;
  readonly projector: string;
  /** Addresses the judges' phones can reach. */
  readonly room: readonly string[];
  readonly pid: number;
}

export interface NativeRequest {
  readonly type: 'native';
  readonly id: number;
  readonly call: NativeCall;
  readonly payload: unknown;
}

export type HostToShell = HostReady | NativeRequest;

export const shellMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('nativeResult'), id: z.number(), ok: z.boolean(), value: z.optional(z.unknown()), error: z.optional(z.string()) }),
  z.object({ type: z.literal('projector'), state: z.enum(['none', 'shown', 'hidden']) }),
  z.object({ type: z.literal('stop') }),
]);

export interface NativeResult {
  readonly type: 'nativeResult';
  readonly id: number;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string | undefined;
}

export type ShellToHost = NativeResult | { readonly type: 'projector'; readonly state: ProjectorState } | { readonly type: 'stop' };

export const printPayload = z.object({ url: loopbackAddress, landscape: z.optional(z.boolean()) });
export interface PrintRequest {
  readonly url: string;
  readonly landscape?: boolean | undefined;
}

export const pathPayload = z.object({ path: z.string() });

/** True for plain http on 127.0.0.1: the shell opens and prints nothing else. */
export function isLoopback(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.username === '' && url.password === '';
}
