// An import of units or people: applied whole or refused whole, and only on the register its preview was made on.
import type { Decision, Tools } from '../kernel/decision.ts';
import { done, refuse, type Details, type Result } from '../kernel/result.ts';
import type { PersonInput, RegisterCommand, UnitInput } from './commands.ts';
import type { RegisterEvent } from './events.ts';
import { knownPeople, knownUnits, nameClash, personMeant, registerFingerprint, samePerson, unitsMeant, type KnownPerson, type KnownUnit } from './names.ts';
import { homeOf, personBody, samePersonValues, type PersonValues } from './personChange.ts';
import type { RegisterState } from './state.ts';
import { sameUnitValues, unitBody } from './unitChange.ts';
import { personValues, unitValues } from './values.ts';

interface Given { readonly state: RegisterState; readonly tools: Tools }
type ImportCommand = Extract<RegisterCommand, { readonly name: 'units.import' | 'people.import' }>;
/** One row with its target: the known one it changes, or null for a new one. */
interface Matched<V, K> { readonly values: V; readonly target: K | null }

const invalid = (row: number, reason: string, details: Details = {}): ReturnType<typeof refuse> => refuse('importInvalid', { row: row + 1, reason, ...details });

/** Decides an import. Errors: importStale; importInvalid {row: the row's number in the list, reason, …}. Rows that change nothing leave no event. */
export const decideImport = (given: Given, command: ImportCommand): Decision<RegisterEvent> => {
  if (command.input.basis !== registerFingerprint(given.state, given.tools.read)) return refuse('importStale');
  if (command.input.rows.length === 0) return invalid(-1, 'noRows');
  const changes = command.name === 'units.import' ? unitChanges(given, command.input.rows) : peopleChanges(given, command.input.rows);
  if (!changes.ok) return changes;
  const { events, added, changed } = changes.value;
  const answer = { added, changed, same: command.input.rows.length - added - changed };
  if (events.length === 0) return done({ events, answer });
  const what = command.name === 'units.import' ? ('units' as const) : ('people' as const);
  const imported: RegisterEvent = { name: 'registerImported', body: { what, sourceHash: command.input.sourceHash, rows: command.input.rows.length } };
  return done({ events: [imported, ...events], answer });
};

interface Changes { readonly events: readonly RegisterEvent[]; readonly added: number; readonly changed: number }

const tell = <V, K extends { readonly archived: boolean }>(rows: readonly Matched<V, K>[], same: (known: K, values: V) => boolean) => {
  const touched = rows.filter(({ target, values }) => target === null || target.archived || !same(target, values));
  const added = touched.filter(({ target }) => target === null).length;
  return { touched, added, changed: touched.length - added };
};

const twice = <K>(targets: readonly (K | null)[]): readonly [number, number] | null => {
  const second = targets.findIndex((target, index) => target !== null && targets.indexOf(target) !== index);
  return second === -1 ? null : [targets.indexOf(targets[second] ?? null), second];
};

function unitChanges({ state, tools }: Given, rows: readonly UnitInput[]): Result<Changes> {
  const known = knownUnits(state, tools.read);
  const matched = matchUnits(known, rows);
  if (!matched.ok) return matched;
  const { touched, added, changed } = tell(matched.value, sameUnitValues);
  let order = Math.max(0, ...Object.values(state.units).map((unit) => unit.order));
  const events = touched.flatMap(({ target, values }): readonly RegisterEvent[] => {
    const previous = target === null ? undefined : state.units[target.id];
    const body = unitBody(tools, { values, previous, order: previous === undefined ? (order += 1) : previous.order });
    const kept: readonly RegisterEvent[] = target !== null && sameUnitValues(target, values) ? [] : [{ name: 'unitKept', body }];
    return target?.archived === true ? [...kept, { name: 'unitArchived', body: { unit: target.id, archived: false } }] : kept;
  });
  return done({ events, added, changed });
}

function matchUnits(known: readonly KnownUnit[], rows: readonly UnitInput[]): Result<readonly Matched<UnitInput, KnownUnit>[]> {
  const matched: Matched<UnitInput, KnownUnit>[] = [];
  for (const [row, input] of rows.entries()) {
    const values = unitValues(input);
    if (!values.ok) return invalid(row, values.refusal.code, values.refusal.details);
    const [target = null, other] = unitsMeant(known, values.value);
    if (target !== null && other !== undefined) return invalid(row, 'matchesTwoUnits', { name: target.fullName, other: other.fullName });
    matched.push({ values: values.value, target });
  }
  const pair = twice(matched.map(({ target }) => target));
  if (pair !== null) return invalid(pair[1], 'rowTwice', { first: pair[0] + 1 });
  const targets = new Set(matched.map(({ target }) => target?.id));
  const rest = known.filter((unit) => !unit.archived && !targets.has(unit.id));
  const clash = nameClash([...rest, ...matched.map(({ values }) => values)]);
  if (clash === null) return done(matched);
  const other = clash.earlier < rest.length ? rest[clash.earlier]?.fullName : matched[clash.earlier - rest.length]?.values.fullName;
  return invalid(clash.later - rest.length, 'nameTaken', { name: clash.name, other: other ?? '' });
}

function peopleChanges({ state, tools }: Given, rows: readonly PersonInput[]): Result<Changes> {
  const matched = matchPeople({ people: knownPeople(state, tools.read), units: knownUnits(state, tools.read) }, rows);
  if (!matched.ok) return matched;
  const { touched, added, changed } = tell(matched.value, samePersonValues);
  let order = Math.max(0, ...Object.values(state.people).map((person) => person.order));
  const events = touched.flatMap(({ target, values }): readonly RegisterEvent[] => {
    const previous = target === null ? undefined : state.people[target.id];
    const body = personBody(tools, { values, previous, order: previous === undefined ? (order += 1) : previous.order });
    const kept: readonly RegisterEvent[] = target !== null && samePersonValues(target, values) ? [] : [{ name: 'personKept', body }];
    return target?.archived === true ? [...kept, { name: 'personArchived', body: { person: target.id, archived: false } }] : kept;
  });
  return done({ events, added, changed });
}

function matchPeople(known: { people: readonly KnownPerson[]; units: readonly KnownUnit[] }, rows: readonly PersonInput[]): Result<readonly Matched<PersonValues, KnownPerson>[]> {
  const matched: Matched<PersonValues, KnownPerson>[] = [];
  for (const [row, input] of rows.entries()) {
    const values = personValues(input);
    if (!values.ok) return invalid(row, values.refusal.code, values.refusal.details);
    const first = matched.findIndex((each) => samePerson(each.values, values.value));
    if (first !== -1) return invalid(row, 'rowTwice', { first: first + 1 });
    const target = personMeant(known.people, values.value) ?? null;
    const home = homeOf(known.units, values.value.home, target?.home ?? null);
    if (!home.ok) return invalid(row, 'unknownUnit', home.refusal.details);
    matched.push({ values: { ...values.value, home: home.value }, target });
  }
  return done(matched);
}
