// The register of units (单位) and people (评委). Names are texts outside the chain; kinds and groups are plain labels.
import * as z from 'zod/mini';
import { countField, idField } from '../kernel/fields.ts';
import { textRefSchema, type Named } from '../kernel/decision.ts';

const label = z.string().check(z.maxLength(40));
export const unitBodySchema = z.object({ unit: idField, fullName: textRefSchema, shortName: textRefSchema, aliases: z.array(textRefSchema), kind: label, group: label, order: countField });
export const personBodySchema = z.object({ person: idField, name: textRefSchema, title: textRefSchema, panel: label, home: z.nullable(idField), order: countField });

export const registerEvents = {
  /** Adds the unit, or replaces the one with this id. */
  unitKept: unitBodySchema,
  unitArchived: z.object({ unit: idField, archived: z.boolean() }),
  unitsOrdered: z.object({ units: z.array(idField) }),
  personKept: personBodySchema,
  personArchived: z.object({ person: idField, archived: z.boolean() }),
  peopleOrdered: z.object({ people: z.array(idField) }),
  /** Rows of one import follow in the same transaction; the hash is of the imported text. */
  registerImported: z.object({ what: z.enum(['units', 'people']), sourceHash: z.string(), rows: countField }),
} as const;
export type RegisterEvent = Named<typeof registerEvents>;
