// Schemas of the small fields that every area uses, so that limits stand in one place.
import * as z from 'zod/mini';

/** Ids are keys of records: a name that every object has (constructor, toString, …) would find what nobody put there. */
export const idField = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w-]+$/), z.refine((id) => !(id in {})));
/** A name as people write it: trimmed, one line, 1–60 characters. */
export const nameField = z.pipe(z.string().check(z.maxLength(200)), z.transform((value: string) => value.trim().replace(/\s+/gu, ' ')));
export const remarkField = z.string().check(z.maxLength(2000));
/** A decimal as it is printed: no sign but a minus, no leading zeros, so that every reader of the session file takes it. */
export const decimalField = z.string().check(z.regex(/^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,6})?$/));
/** A share of a full mark: as a decimal, with the places that the first release's hundredths of a full mark can need. */
export const shareField = z.string().check(z.regex(/^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,14})?$/));
export const countField = z.int().check(z.gte(0), z.lte(100_000));
export const placesField = z.int().check(z.gte(0), z.lte(6));
