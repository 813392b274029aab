// Schemas of the small fields that every area uses, so that limits stand in one place.
import * as z from 'zod/mini';

export const idField = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w-]+$/));
/** A name as people write it: trimmed, one line, 1–60 characters. */
export const nameField = z.pipe(z.string().check(z.maxLength(200)), z.transform((value: string) => value.trim().replace(/\s+/gu, ' ')));
export const remarkField = z.string().check(z.maxLength(2000));
export const decimalField = z.string().check(z.regex(/^-?\d{1,7}(\.\d{1,6})?$/));
export const countField = z.int().check(z.gte(0), z.lte(100_000));
export const placesField = z.int().check(z.gte(0), z.lte(6));
