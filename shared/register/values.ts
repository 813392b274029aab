// From what a person typed to what the register keeps, and how old text references are kept where the words are the same.
import type { TextRef, Tools } from '../kernel/decision.ts';
import { refuse, done, type Result } from '../kernel/result.ts';
import type { PersonInput, UnitInput } from './commands.ts';
import { cleanName, LONGEST_LABEL, LONGEST_NAME, MOST_ALIASES, nameKey } from './names.ts';

const tooLong = (values: readonly (readonly [what: string, words: string])[], limit: number): Result<true> => {
  const long = values.find(([, words]) => [...words].length > limit);
  return long === undefined ? done(true) : refuse('badInput', { what: long[0], limit });
};

const ownAliases = (values: UnitInput, own: readonly string[]): readonly string[] => {
  const seen = new Set(own.map(nameKey));
  return values.aliases.map(cleanName).filter((alias) => {
    if (alias === '' || seen.has(nameKey(alias))) return false;
    seen.add(nameKey(alias));
    return true;
  });
};

/**
 * A unit as it is kept: names cleaned, an empty short name shown as the full name, aliases that repeat its own names left out.
 * Errors: nameEmpty {what}, badInput {what, limit} over 60 characters a name or 40 a label. Example: short name '' → the full name.
 */
export const unitValues = (input: UnitInput): Result<UnitInput> => {
  const fullName = cleanName(input.fullName);
  if (fullName === '') return refuse('nameEmpty', { what: 'fullName' });
  const shortName = cleanName(input.shortName) || fullName;
  const aliases = ownAliases(input, [fullName, shortName]);
  const [kind, group] = [cleanName(input.kind), cleanName(input.group)];
  if (aliases.length > MOST_ALIASES) return refuse('badInput', { what: 'aliases', limit: MOST_ALIASES });
  const names = tooLong([['fullName', fullName], ['shortName', shortName], ...aliases.map((alias) => ['aliases', alias] as const)], LONGEST_NAME);
  if (!names.ok) return names;
  const labels = tooLong([['kind', kind], ['group', group]], LONGEST_LABEL);
  return labels.ok ? done({ fullName, shortName, aliases: [...aliases], kind, group }) : labels;
};

/** A person as kept: cleaned words. Errors: nameEmpty {what}, badInput {what, limit}. Titles may be empty. */
export const personValues = (input: PersonInput): Result<PersonInput> => {
  const values = { name: cleanName(input.name), title: cleanName(input.title), panel: cleanName(input.panel), home: cleanName(input.home) };
  if (values.name === '') return refuse('nameEmpty', { what: 'name' });
  const names = tooLong([['name', values.name], ['title', values.title], ['home', values.home]], LONGEST_NAME);
  if (!names.ok) return names;
  const labels = tooLong([['panel', values.panel]], LONGEST_LABEL);
  return labels.ok ? done(values) : labels;
};

/** Gives the old reference for words that stood before, and stores only new words, each once. */
export const textKeeper = (tools: Tools, previous: readonly TextRef[]): ((words: string) => TextRef) => {
  const held = new Map(previous.map((reference) => [tools.read(reference), reference]));
  return (words) => {
    const reference = held.get(words) ?? tools.text(words);
    held.set(words, reference);
    return reference;
  };
};
