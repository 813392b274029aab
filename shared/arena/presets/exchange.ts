// 评分办法文件: a set of rules as JSON text, to be given to another organiser and taken over whole. A file that is not right in every field is refused
// with the field and what is wrong; nothing is guessed, dropped or half-taken.
import * as z from 'zod/mini';
import { nameField } from '../../kernel/fields.ts';
import { done, refuse, type Result } from '../../kernel/result.ts';
import { checkRules } from '../checkRules.ts';
import { raiseRules, rulesOfFirstRelease } from '../raiseRules.ts';
import { rulesSchema, type Rules } from '../rules.ts';

/** A set of rules under the name it is offered with. */
export interface NamedRules { readonly name: string; readonly rules: Rules }

const FORMAT = 'leitai-rules';
const VERSION = 2;
/** The largest rules anyone could write are far below; more is not a rule set. */
const MOST_CHARACTERS = 200_000;

/** What is wrong with a field: `where` is its path in the file, `is` the text found there. */
type Fault = 'notJson' | 'formatUnknown' | 'versionUnknown' | 'fieldMissing' | 'fieldUnknown' | 'fieldMalformed';
const fault = (where: string, reason: Fault, is: unknown): ReturnType<typeof refuse> =>
  refuse('badInput', { where, reason, is: is === undefined ? '' : JSON.stringify(is).slice(0, 60) });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const at = (value: unknown, key: PropertyKey): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined);
const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.map((key, depth) => (typeof key === 'number' ? `[${key}]` : `${depth === 0 ? '' : '.'}${String(key)}`)).join('');

/** Fields of the file that the rules do not know: dropping them would take over other rules than were written. */
function* strays(given: unknown, taken: unknown, path: readonly PropertyKey[]): Generator<readonly PropertyKey[]> {
  if (!isObject(given)) return;
  for (const key of Object.keys(given)) {
    const inside = Array.isArray(given) ? Number(key) : key;
    if (!isObject(taken) || !Object.hasOwn(taken, key)) yield [...path, inside];
    else yield* strays(given[key], at(taken, key), [...path, inside]);
  }
}

/** The value as the schema takes it, or its first fault; a field that the schema does not know is a fault too. */
const taken = <S extends z.ZodMiniType>(schema: S, value: unknown, path: readonly PropertyKey[]): Result<z.output<S>> => {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) {
    const [stray] = strays(value, parsed.data, path);
    return stray === undefined ? done(parsed.data) : fault(pathOf(stray), 'fieldUnknown', stray.slice(path.length).reduce(at, value));
  }
  const inside = parsed.error.issues[0]?.path ?? [];
  const found = inside.reduce(at, value);
  return fault(pathOf([...path, ...inside]), found === undefined ? 'fieldMissing' : 'fieldMalformed', found);
};

/** Rules of the first release are raised, then looked at like any others: its limits on names and lists were wider. */
const takenRules = (version: unknown, value: unknown): Result<Rules> => {
  if (version === VERSION) return taken(rulesSchema, value, ['rules']);
  const old = taken(rulesOfFirstRelease, value, ['rules']);
  return old.ok ? taken(rulesSchema, raiseRules(old.value), ['rules']) : old;
};

const parsedJson = (text: string): Result<unknown> => {
  try {
    // An editor on Windows puts a byte order mark in front.
    return done(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return fault('', 'notJson', text.trim().slice(0, 20));
  }
};

/** Writes a set of rules as text, two spaces an indent, so that two versions can be compared line by line. */
export const exportRules = ({ name, rules }: NamedRules): string => `${JSON.stringify({ format: FORMAT, version: VERSION, name, rules }, null, 2)}\n`;

/**
 * Reads a set of rules: format, version, name, every field of the rules, nothing besides, and rules that add up. Version 1 (rules of the first release)
 * is raised. Errors: tooLarge; badInput {where, reason, is}; rulesInvalid, rulesDoNotAddUp as checkRules says them.
 * Example: `"minimum": "5"` in the first panel → badInput {where: 'rules.panels[0].minimum', reason: 'fieldMalformed', is: '"5"'}.
 */
export const importRules = (text: string): Result<NamedRules> => {
  if (text.length > MOST_CHARACTERS) return refuse('tooLarge');
  const file = parsedJson(text);
  if (!file.ok) return file;
  const [format, version] = [at(file.value, 'format'), at(file.value, 'version')];
  if (format !== FORMAT) return fault('format', 'formatUnknown', format);
  if (version !== 1 && version !== VERSION) return fault('version', 'versionUnknown', version);
  const whole = taken(z.object({ format: z.literal(FORMAT), version: z.int(), name: nameField, rules: z.unknown() }), file.value, []);
  if (!whole.ok) return whole;
  if (whole.value.name === '') return refuse('nameEmpty', { what: 'name' });
  const rules = takenRules(version, whole.value.rules);
  if (!rules.ok) return rules;
  const checked = checkRules(rules.value);
  return checked.ok ? done({ name: whole.value.name, rules: rules.value }) : checked;
};
