// One change of a unit: whether its names are free, whether anything changes, and the body of the event.
import type { Tools } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { UnitInput } from './commands.ts';
import type { RegisterEvent } from './events.ts';
import { nameClash, type KnownUnit, type UnitNames } from './names.ts';
import type { Unit } from './state.ts';
import { textKeeper } from './values.ts';

/** Whether none of these names belongs to another active unit. Errors: nameTaken, aliasTaken {name, other: the full name of the holder}. */
export const unitTaken = (others: readonly KnownUnit[], values: UnitNames): Result<true> => {
  const clash = nameClash([...others, values]);
  return clash === null ? done(true) : refuse(clash.alias ? 'aliasTaken' : 'nameTaken', { name: clash.name, other: others[clash.earlier]?.fullName ?? '' });
};

const listing = (unit: UnitInput): string => JSON.stringify([unit.fullName, unit.shortName, unit.aliases, unit.kind, unit.group]);
const asInput = ({ fullName, shortName, aliases, kind, group }: KnownUnit): UnitInput => ({ fullName, shortName, aliases: [...aliases], kind, group });

/** Whether a unit already stands exactly so, word for word. */
export const sameUnitValues = (before: KnownUnit, values: UnitInput): boolean => listing(asInput(before)) === listing(values);

interface UnitChange { readonly values: UnitInput; readonly previous: Unit | undefined; readonly order: number }

/** The body of `unitKept`: the old id, place and references where there are any, new ones otherwise. */
export const unitBody = (tools: Tools, { values, previous, order }: UnitChange): Extract<RegisterEvent, { name: 'unitKept' }>['body'] => {
  const keep = textKeeper(tools, previous === undefined ? [] : [...previous.aliases, previous.shortName, previous.fullName]);
  return {
    unit: previous?.id ?? tools.id(),
    fullName: keep(values.fullName), shortName: keep(values.shortName), aliases: values.aliases.map(keep),
    kind: values.kind, group: values.group, order: previous?.order ?? order,
  };
};
