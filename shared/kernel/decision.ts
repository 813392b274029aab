// What every area's `decide` is given and gives back. Clock, randomness and names come in as tools, so areas stay pure.
import * as z from 'zod/mini';
import type { Result } from './result.ts';

/** Wall time in ms since 1970 for printing; mono in ms for durations, comparable only within one boot of the host. */
export interface Instant {
  readonly wall: number;
  readonly mono: number;
  readonly boot: string;
}
export const instantSchema = z.object({ wall: z.number(), mono: z.number(), boot: z.string() });

/** A name, title or remark outside the chain: the id of the text and the salted hash that the chain covers (design §1 item 2). */
export const textRefSchema = z.object({ text: z.string(), hash: z.string() });
export type TextRef = z.infer<typeof textRefSchema>;

export const ROLES = ['host', 'clerk', 'supervisor', 'prompter', 'screen', 'judge', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** Who sends a command: the role, the person or seat behind it, and the device. */
export interface Actor {
  readonly role: Role;
  readonly subject: string;
  readonly device: string;
}

export interface Tools {
  readonly now: Instant;
  readonly by: Actor;
  /** A fresh random id, 16 lower-case hex characters or more. */
  readonly id: () => string;
  /** Stores a text in the registry together with the events and returns its reference. */
  readonly text: (value: string) => TextRef;
  /** The words behind a reference, or （已移除）. */
  readonly read: (reference: TextRef) => string;
}

/** Events to append, in order; the answer is what the sender gets beside the receipt. */
export interface Decided<E> {
  readonly events: readonly E[];
  readonly answer?: Readonly<Record<string, unknown>>;
}
export type Decision<E> = Result<Decided<E>>;

type SchemaMap = Readonly<Record<string, z.ZodMiniType>>;
/** The union {name, body} over a map of schemas by name. */
export type Named<M extends SchemaMap> = { [K in keyof M & string]: { readonly name: K; readonly body: z.output<M[K]> } }[keyof M & string];

/** A command an area understands: its input and the roles that may send it. */
export interface CommandSpec {
  readonly input: z.ZodMiniType;
  readonly roles: readonly Role[];
}
export type CommandOf<M extends Readonly<Record<string, CommandSpec>>> = {
  [K in keyof M & string]: { readonly name: K; readonly input: z.output<M[K]['input']> };
}[keyof M & string];
