// Who is meant by a name in a sheet: units by any of their names, voters by name or number. A name that two answer to means nobody.
import { cellWords } from '../../../../shared/register/importTable.ts';
import { nameKey } from '../../../../shared/register/names.ts';
import type { Named } from './order.ts';

export type Match = { readonly found: 'one'; readonly id: string } | { readonly found: 'none' } | { readonly found: 'several'; readonly first: string; readonly second: string };
export type Matcher = (text: string) => Match;

const NUMBER = /^(?:第|no\.?|#)?(?:评委|裁判|评审|选票|票)?第?0*(\d{1,4})(?:号|位)?(?:评委|裁判|评审|选票|票|张)?$/u;
const BRACKETS = /[(（【[][^)）】\]]*[)）】\]]/gu;
const NONE: Match = { found: 'none' };

/** 3, 03, 3号, 评委3, 第3号评委 are one voter. Example: '评委 ０3' → '#3'; '张 三' → '张三'. */
export const voterKey = (text: string): string => {
  const key = nameKey(text);
  const number = NUMBER.exec(key)?.[1];
  return number === undefined ? key : `#${Number(number)}`;
};

/** A full name goes before a short name or alias; what stands in brackets may be left out. */
const matcher = (named: readonly Named[], keyOf: (text: string) => string): Matcher => {
  const full = new Map<string, Named[]>();
  const any = new Map<string, Named[]>();
  const put = (map: Map<string, Named[]>, name: string, each: Named): void => {
    const known = map.get(keyOf(name)) ?? [];
    if (!known.includes(each)) map.set(keyOf(name), [...known, each]);
  };
  for (const each of named) for (const [at, name] of each.names.entries()) {
    if (name.trim() === '') continue;
    put(any, name, each);
    if (at === 0) put(full, name, each);
  }
  const called = (words: string): Match => {
    const key = keyOf(words);
    const owners = full.get(key)?.length === 1 ? full.get(key) : any.get(key);
    const [first, second] = owners ?? [];
    if (first === undefined) return NONE;
    return second === undefined ? { found: 'one', id: first.id } : { found: 'several', first: first.names[0] ?? '', second: second.names[0] ?? '' };
  };
  return (text) => {
    const words = cellWords(text);
    if (words === '') return NONE;
    const whole = called(words);
    return whole.found === 'none' ? called(words.replace(BRACKETS, '')) : whole;
  };
};

export const unitMatcher = (units: readonly Named[]): Matcher => matcher(units, nameKey);
/** Named voters, or the numbers that unnamed ballots bear: 票17 → '17'. */
export const voterMatcher = (voters: readonly Named[] | 'ballots'): Matcher => {
  if (voters !== 'ballots') return matcher(voters, voterKey);
  return (text) => {
    const key = voterKey(cellWords(text));
    return key.startsWith('#') ? { found: 'one', id: key.slice(1) } : NONE;
  };
};
