// Names in the register: how they are cleaned, compared and matched, and the fingerprint an import preview stands on.
// Refuses to be clever: two names are the same only when nothing but blanks, width and letter case sets them apart.
import type { TextRef } from '../kernel/decision.ts';
import { sha256Hex } from '../kernel/draw.ts';
import { ordered, type RegisterState } from './state.ts';

export const LONGEST_NAME = 60;
export const LONGEST_LABEL = 40;
export const MOST_ALIASES = 10;

/** A unit in words, as the desk and the import preview know it. */
export interface KnownUnit extends UnitNames { readonly id: string; readonly kind: string; readonly group: string; readonly archived: boolean }
export interface UnitNames { readonly fullName: string; readonly shortName: string; readonly aliases: readonly string[] }
/** A person in words; `home` is the id of the home unit, null for none. */
export interface KnownPerson { readonly id: string; readonly name: string; readonly title: string; readonly panel: string; readonly home: string | null; readonly archived: boolean }
export type ReadText = (reference: TextRef) => string;

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;

/**
 * A name as it is kept: one line, no blanks at the ends (full-width and non-breaking ones included), inner blanks as one space.
 * Example: `cleanName('\u3000甲区\u00a0 机关 ')` → '甲区 机关'. Source: domain.md §6 (wrong names are remembered for years).
 */
export const cleanName = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

/** What two names are compared by: width, letter case and blanks do not count. Example: 'Ａ 区' and 'a区' have the same key. */
export const nameKey = (text: string): string => text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, '').toLowerCase();

/** Every name a unit answers to: full, short, aliases. */
export const namesOf = (unit: UnitNames): readonly string[] => [unit.fullName, unit.shortName, ...unit.aliases].filter((name) => name !== '');

/** The units in words, in protocol order, archived ones included. */
export const knownUnits = (state: RegisterState, read: ReadText): readonly KnownUnit[] =>
  ordered(state.units).map(({ id, fullName, shortName, aliases, kind, group, archived }) =>
    ({ id, fullName: read(fullName), shortName: read(shortName), aliases: aliases.map(read), kind, group, archived }));

/** The people in words, in protocol order, archived ones included. */
export const knownPeople = (state: RegisterState, read: ReadText): readonly KnownPerson[] =>
  ordered(state.people).map(({ id, name, title, panel, home, archived }) => ({ id, name: read(name), title: read(title), panel, home, archived }));

/** The active unit that answers to this name, if any. Example: 黄岛区 finds 西海岸新区 by its alias. */
export const unitCalled = (units: readonly KnownUnit[], name: string): KnownUnit | undefined => {
  const wanted = nameKey(name);
  return units.find((unit) => !unit.archived && namesOf(unit).some((each) => nameKey(each) === wanted));
};

const same = (unit: KnownUnit, row: UnitNames): boolean => {
  const [own, theirs] = [new Set(namesOf(unit).map(nameKey)), new Set(namesOf(row).map(nameKey))];
  return own.has(nameKey(row.fullName)) || theirs.has(nameKey(unit.fullName)) || row.aliases.some((alias) => unit.aliases.some((each) => nameKey(each) === nameKey(alias)));
};

/**
 * The units a row of an import means: its full name is one of theirs, or theirs is one of its names, or they share an alias.
 * A short name alone does not identify (甲区财政局 and 乙区财政局 are both 财政局). Active units go before archived ones.
 */
export const unitsMeant = (units: readonly KnownUnit[], row: UnitNames): readonly KnownUnit[] => {
  const meant = units.filter((unit) => same(unit, row));
  const active = meant.filter((unit) => !unit.archived);
  return active.length > 0 ? active : meant.slice(-1);
};

/** The person a row means: same name and same title, an active one before an archived one. */
export const personMeant = (people: readonly KnownPerson[], row: { readonly name: string; readonly title: string }): KnownPerson | undefined => {
  const meant = people.filter((person) => samePerson(person, row));
  return meant.find((person) => !person.archived) ?? meant.at(-1);
};

interface Titled { readonly name: string; readonly title: string }
export const samePerson = (a: Titled, b: Titled): boolean => nameKey(a.name) === nameKey(b.name) && nameKey(a.title) === nameKey(b.title);

/** A name that two units would both answer to. `later` is the index of the unit that came second and `alias` says whether it is an alias there. */
export interface NameClash { readonly name: string; readonly earlier: number; readonly later: number; readonly alias: boolean }

/** The first name that two of these units share; null when every name means one unit. */
export const nameClash = (units: readonly UnitNames[]): NameClash | null => {
  const owners = new Map<string, number>();
  for (const [later, unit] of units.entries()) {
    for (const name of namesOf(unit)) {
      const earlier = owners.get(nameKey(name));
      if (earlier !== undefined && earlier !== later) return { name, earlier, later, alias: name !== unit.fullName && name !== unit.shortName };
      owners.set(nameKey(name), later);
    }
  }
  return null;
};

/**
 * SHA-256 (lower-case hex) of a canonical listing of the whole register in words. A preview carries it, and an import made on another one
 * is refused (importStale), so what is applied is what was shown.
 */
export const registerFingerprint = (state: RegisterState, read: ReadText): string =>
  sha256Hex(JSON.stringify({
    units: knownUnits(state, read).map(({ id, fullName, shortName, aliases, kind, group, archived }) => [id, fullName, shortName, aliases, kind, group, archived]),
    people: knownPeople(state, read).map(({ id, name, title, panel, home, archived }) => [id, name, title, panel, home, archived]),
  }));
