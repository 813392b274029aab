// Expected refusals are values, bugs are exceptions.
import type { ErrorCode } from './errors.ts';

/** What stands in the way: a code from the closed list and the figures or names its sentence needs. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: Details;
}
export type Details = Readonly<Record<string, string | number>>;
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a value. Example: `done(3)` → `{ok: true, value: 3}`. */
export const done = <T>(value: T): Result<T> => ({ ok: true, value });

/** A refusal with its code and details. Example: `refuse('scoringClosed', {contestant: '甲区'})`. */
export const refuse = (code: ErrorCode, details: Details = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, details },
});
