// What then is: one event applied to the register.
import type { RegisterEvent } from './events.ts';
import type { RegisterState } from './state.ts';

type Ordered = Readonly<Record<string, { readonly order: number }>>;
const reordered = <T extends Ordered>(all: T, ids: readonly string[]): T =>
  Object.fromEntries(Object.entries(all).map(([id, each]) => [id, ids.includes(id) ? { ...each, order: ids.indexOf(id) + 1 } : each])) as unknown as T;

/** Applies one event of the register. */
export const evolveRegister = (state: RegisterState, event: RegisterEvent): RegisterState => {
  const { units, people } = state;
  switch (event.name) {
    case 'unitKept': {
      const { unit, ...body } = event.body;
      return { ...state, units: { ...units, [unit]: { id: unit, ...body, archived: units[unit]?.archived ?? false } } };
    }
    case 'unitArchived': {
      const unit = units[event.body.unit];
      return unit === undefined ? state : { ...state, units: { ...units, [unit.id]: { ...unit, archived: event.body.archived } } };
    }
    case 'unitsOrdered': return { ...state, units: reordered(units, event.body.units) };
    case 'personKept': {
      const { person, ...body } = event.body;
      return { ...state, people: { ...people, [person]: { id: person, ...body, archived: people[person]?.archived ?? false } } };
    }
    case 'personArchived': {
      const person = people[event.body.person];
      return person === undefined ? state : { ...state, people: { ...people, [person.id]: { ...person, archived: event.body.archived } } };
    }
    case 'peopleOrdered': return { ...state, people: reordered(people, event.body.people) };
    case 'registerImported': return state;
  }
};
