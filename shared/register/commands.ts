// What may be asked of the register. An import is one command: it is applied whole or not at all.
import * as z from 'zod/mini';
import { idField, nameField } from '../kernel/fields.ts';
import type { CommandOf, CommandSpec, Role } from '../kernel/decision.ts';

const HOST: readonly Role[] = ['host'];
const host = <I extends z.ZodMiniType>(input: I): { readonly input: I; readonly roles: readonly Role[] } => ({ input, roles: HOST });
const label = z.string().check(z.maxLength(40));

/** A unit as a person enters it; aliases such as 黄岛区 for 西海岸新区. */
export const unitInput = z.object({ fullName: nameField, shortName: nameField, aliases: z.array(nameField).check(z.maxLength(10)), kind: label, group: label });
/** A person; `home` is the name or alias of the home unit, empty for none. */
export const personInput = z.object({ name: nameField, title: nameField, panel: label, home: nameField });

export const registerCommands = {
  'unit.keep': host(z.object({ unit: z.nullable(idField), values: unitInput })),
  'unit.archive': host(z.object({ unit: idField, archived: z.boolean() })),
  'unit.order': host(z.object({ units: z.array(idField) })),
  'person.keep': host(z.object({ person: z.nullable(idField), values: personInput })),
  'person.archive': host(z.object({ person: idField, archived: z.boolean() })),
  'person.order': host(z.object({ people: z.array(idField) })),
  /** Rows as the preview showed them. `basis` is the fingerprint of the register the preview was made on: another one refuses (importStale). */
  'units.import': host(z.object({ basis: z.string(), sourceHash: z.string(), rows: z.array(unitInput).check(z.maxLength(2000)) })),
  'people.import': host(z.object({ basis: z.string(), sourceHash: z.string(), rows: z.array(personInput).check(z.maxLength(2000)) })),
} as const satisfies Readonly<Record<string, CommandSpec>>;
export type RegisterCommand = CommandOf<typeof registerCommands>;
export type UnitInput = z.output<typeof unitInput>;
export type PersonInput = z.output<typeof personInput>;
