// What may happen to the register: every name means one active unit, every person one name and title, and what changes nothing leaves no event.
import type { Decision, Tools } from '../kernel/decision.ts';
import { done, refuse } from '../kernel/result.ts';
import type { RegisterCommand } from './commands.ts';
import { decideImport } from './decideImport.ts';
import { personBody, personTaken, samePersonValues, homeOf } from './personChange.ts';
import { sameUnitValues, unitBody, unitTaken } from './unitChange.ts';
import type { RegisterEvent } from './events.ts';
import { knownPeople, knownUnits } from './names.ts';
import { ordered, type RegisterState } from './state.ts';
import { personValues, unitValues } from './values.ts';

export interface RegisterGiven { readonly state: RegisterState; readonly tools: Tools }
type Command<N extends RegisterCommand['name']> = Extract<RegisterCommand, { readonly name: N }>['input'];

const nothing = (answer: Readonly<Record<string, string>> = {}): Decision<RegisterEvent> => done({ events: [], answer });
const one = (event: RegisterEvent, answer: Readonly<Record<string, string>> = {}): Decision<RegisterEvent> => done({ events: [event], answer });

/**
 * Decides one register command. Errors: nameEmpty, badInput, nameTaken {name, other}, aliasTaken {name, other}, unknownUnit, unknownPerson,
 * orderIncomplete, importInvalid {row, reason, …}, importStale. Example: a second active 甲区 → nameTaken {name: '甲区', other: '甲区'}.
 */
export const decideRegister = (given: RegisterGiven, command: RegisterCommand): Decision<RegisterEvent> => {
  switch (command.name) {
    case 'unit.keep': return keepUnit(given, command.input);
    case 'unit.archive': return archiveUnit(given, command.input);
    case 'unit.order': return orderUnits(given, command.input.units);
    case 'person.keep': return keepPerson(given, command.input);
    case 'person.archive': return archivePerson(given, command.input);
    case 'person.order': return orderPeople(given, command.input.people);
    case 'units.import': case 'people.import': return decideImport(given, command);
  }
};

function keepUnit({ state, tools }: RegisterGiven, { unit, values }: Command<'unit.keep'>): Decision<RegisterEvent> {
  const previous = unit === null ? undefined : state.units[unit];
  if (unit !== null && previous === undefined) return refuse('unknownUnit', { name: unit });
  const wanted = unitValues(values);
  if (!wanted.ok) return wanted;
  const known = knownUnits(state, tools.read);
  const taken = unitTaken(known.filter((each) => !each.archived && each.id !== unit), wanted.value);
  if (!taken.ok) return taken;
  const before = known.find((each) => each.id === unit);
  if (before !== undefined && sameUnitValues(before, wanted.value)) return nothing({ unit: before.id });
  const body = unitBody(tools, { values: wanted.value, previous, order: next(state.units) });
  return one({ name: 'unitKept', body }, { unit: body.unit });
}

function archiveUnit({ state, tools }: RegisterGiven, { unit, archived }: Command<'unit.archive'>): Decision<RegisterEvent> {
  const known = knownUnits(state, tools.read);
  const before = known.find((each) => each.id === unit);
  if (before === undefined) return refuse('unknownUnit', { name: unit });
  if (before.archived === archived) return nothing();
  const taken = archived ? done(true) : unitTaken(known.filter((each) => !each.archived), before);
  return taken.ok ? one({ name: 'unitArchived', body: { unit, archived } }) : taken;
}

function keepPerson({ state, tools }: RegisterGiven, { person, values }: Command<'person.keep'>): Decision<RegisterEvent> {
  const previous = person === null ? undefined : state.people[person];
  if (person !== null && previous === undefined) return refuse('unknownPerson', { name: person });
  const wanted = personValues(values);
  if (!wanted.ok) return wanted;
  const home = homeOf(knownUnits(state, tools.read), wanted.value.home, previous?.home ?? null);
  if (!home.ok) return home;
  const known = knownPeople(state, tools.read);
  const taken = personTaken(known.filter((each) => !each.archived && each.id !== person), wanted.value);
  if (!taken.ok) return taken;
  const before = known.find((each) => each.id === person);
  const kept = { ...wanted.value, home: home.value };
  if (before !== undefined && samePersonValues(before, kept)) return nothing({ person: before.id });
  const body = personBody(tools, { values: kept, previous, order: next(state.people) });
  return one({ name: 'personKept', body }, { person: body.person });
}

function archivePerson({ state, tools }: RegisterGiven, { person, archived }: Command<'person.archive'>): Decision<RegisterEvent> {
  const known = knownPeople(state, tools.read);
  const before = known.find((each) => each.id === person);
  if (before === undefined) return refuse('unknownPerson', { name: person });
  if (before.archived === archived) return nothing();
  const taken = archived ? done(true) : personTaken(known.filter((each) => !each.archived), before);
  return taken.ok ? one({ name: 'personArchived', body: { person, archived } }) : taken;
}

function orderUnits({ state }: RegisterGiven, units: readonly string[]): Decision<RegisterEvent> {
  const stranger = units.find((id) => state.units[id] === undefined);
  if (stranger !== undefined) return refuse('unknownUnit', { name: stranger });
  const active = activeIds(state.units);
  if (!onceEach(units, active)) return refuse('orderIncomplete', { given: units.length, expected: active.length });
  return alike(units, active) ? nothing() : one({ name: 'unitsOrdered', body: { units: [...units] } });
}

function orderPeople({ state }: RegisterGiven, people: readonly string[]): Decision<RegisterEvent> {
  const stranger = people.find((id) => state.people[id] === undefined);
  if (stranger !== undefined) return refuse('unknownPerson', { name: stranger });
  const active = activeIds(state.people);
  if (!onceEach(people, active)) return refuse('orderIncomplete', { given: people.length, expected: active.length });
  return alike(people, active) ? nothing() : one({ name: 'peopleOrdered', body: { people: [...people] } });
}

const next = (all: Readonly<Record<string, { readonly order: number }>>): number => Math.max(0, ...Object.values(all).map((each) => each.order)) + 1;
const activeIds = (all: Readonly<Record<string, { readonly id: string; readonly order: number; readonly archived: boolean }>>): readonly string[] =>
  ordered(all).filter((each) => !each.archived).map((each) => each.id);
const alike = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);
const onceEach = (ids: readonly string[], active: readonly string[]): boolean => alike([...ids].sort(), [...active].sort());
