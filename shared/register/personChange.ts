// One change of a person: whether name and title are free, where the home unit is, and the body of the event.
import type { Tools } from '../kernel/decision.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { RegisterEvent } from './events.ts';
import { nameKey, namesOf, samePerson, unitCalled, type KnownPerson, type KnownUnit } from './names.ts';
import type { Person } from './state.ts';
import { textKeeper } from './values.ts';

export interface PersonValues { readonly name: string; readonly title: string; readonly panel: string; readonly home: string | null }

/** People may share a name when their titles differ. Errors: nameTaken {name, other: the title}. */
export const personTaken = (others: readonly KnownPerson[], values: { readonly name: string; readonly title: string }): Result<true> =>
  others.some((other) => samePerson(other, values)) ? refuse('nameTaken', { name: values.name, other: values.title }) : done(true);

/**
 * The id of the home unit a name means: an active unit by name or alias, or the archived one this person already belongs to.
 * Empty means none. Errors: unknownUnit {name}.
 */
export const homeOf = (units: readonly KnownUnit[], name: string, current: string | null): Result<string | null> => {
  if (name === '') return done(null);
  const kept = units.find((unit) => unit.id === current);
  if (kept !== undefined && namesOf(kept).some((each) => nameKey(each) === nameKey(name))) return done(kept.id);
  const unit = unitCalled(units, name);
  return unit === undefined ? refuse('unknownUnit', { name }) : done(unit.id);
};

/** Whether a person already stands exactly so. */
export const samePersonValues = (before: KnownPerson, values: PersonValues): boolean =>
  before.name === values.name && before.title === values.title && before.panel === values.panel && before.home === values.home;

interface PersonChange { readonly values: PersonValues; readonly previous: Person | undefined; readonly order: number }

/** The body of `personKept`: the old id, place and references where there are any, new ones otherwise. */
export const personBody = (tools: Tools, { values, previous, order }: PersonChange): Extract<RegisterEvent, { name: 'personKept' }>['body'] => {
  const keep = textKeeper(tools, previous === undefined ? [] : [previous.title, previous.name]);
  return { person: previous?.id ?? tools.id(), name: keep(values.name), title: keep(values.title), panel: values.panel, home: values.home, order: previous?.order ?? order };
};
