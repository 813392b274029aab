// The envelope: what crosses a socket, the same for desk, screen and judge. Judges' frames carry these same messages sealed (see channel.ts).
import * as z from 'zod/mini';
import { idField } from '../kernel/fields.ts';

/** Versions are (epoch, seq): clients replace on a higher seq or another epoch (design §1 item 4). */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), topic: z.string().check(z.maxLength(30)), params: z.record(z.string(), z.string().check(z.maxLength(64))) }),
  z.object({ type: z.literal('unsubscribe'), topic: z.string().check(z.maxLength(30)), params: z.record(z.string(), z.string().check(z.maxLength(64))) }),
  z.object({ type: z.literal('command'), id: idField, epoch: z.string().check(z.maxLength(40)), name: z.string().check(z.maxLength(40)), input: z.unknown() }),
  /** Heartbeat each 2 s: the newest (epoch, seq) this page has drawn. The host answers with its wall time. */
  z.object({ type: z.literal('beat'), epoch: z.string(), seq: z.number(), sentAt: z.number() }),
]);
export type ClientMessage = z.output<typeof clientMessage>;

export interface Receipt { readonly seq: number; readonly at: number; /** First four hex digits of the newest event's hash, upper case. */ readonly code: string }
export type Answer =
  | { readonly ok: true; readonly receipt: Receipt | null; readonly result: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string; readonly details: Readonly<Record<string, string | number>> };

export type HostMessage =
  | { readonly type: 'hello'; readonly epoch: string; readonly build: string }
  | { readonly type: 'view'; readonly topic: string; readonly params: Readonly<Record<string, string>>; readonly epoch: string; readonly seq: number; readonly data: unknown }
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'beat'; readonly wall: number; readonly sentAt: number }
  /** Sent when a topic cannot be had. */
  | { readonly type: 'refused'; readonly topic: string; readonly code: string };
