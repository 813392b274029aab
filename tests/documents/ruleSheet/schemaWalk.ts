// Walks the schema of the rules generically: every place in a rule set, and the other legal values it could have. For tests only.
// It knows the schema's kinds (object, list, choice, …), not the rules' fields.

interface Def { readonly type: string; readonly shape?: Readonly<Record<string, Schema>>; readonly element?: Schema; readonly innerType?: Schema; readonly options?: readonly Schema[]; readonly entries?: Readonly<Record<string, string>>; readonly values?: readonly unknown[] }
export interface Schema { readonly _zod: { readonly def: unknown }; readonly safeParse: (value: unknown) => { readonly success: boolean } }
const defOf = (schema: Schema): Def => schema._zod.def as Def;

type Keys = readonly (string | number)[];
/** One place of a rule set: its keys, the name of its setting (list places as []), and what else could stand there. */
export interface Place { readonly keys: Keys; readonly setting: string; readonly schema: Schema; readonly value: unknown }

export const settingOf = (keys: Keys): string => keys.map((key) => (typeof key === 'number' ? '[]' : key)).join('.').replaceAll('.[]', '[]');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const inside = (schema: Schema, value: unknown): readonly (readonly [string | number, Schema])[] => {
  const def = defOf(schema);
  if (def.type === 'nullable' && def.innerType !== undefined) return value === null ? [] : inside(def.innerType, value);
  if (def.type === 'union') { const own = def.options?.find((option) => option.safeParse(value).success); return own === undefined ? [] : inside(own, value); }
  if (def.type === 'object') return Object.entries(def.shape ?? {});
  const { element } = def;
  return def.type === 'array' && element !== undefined && Array.isArray(value) ? value.map((_, at) => [at, element] as const) : [];
};

/** Every place of a value, the value itself left out. */
export function* places(schema: Schema, value: unknown, keys: Keys = []): Generator<Place> {
  for (const [key, own] of inside(schema, value)) {
    const child = isObject(value) ? value[key] : undefined;
    yield { keys: [...keys, key], setting: settingOf([...keys, key]), schema: own, value: child };
    yield* places(own, child, [...keys, key]);
  }
}

/** Every setting that the schema knows, whether a rule set uses it or not. */
export function* settings(schema: Schema, keys: Keys = []): Generator<string> {
  const def = defOf(schema);
  if (def.innerType !== undefined) return yield* settings(def.innerType, keys);
  if (def.type === 'union') { for (const option of def.options ?? []) yield* settings(option, keys); return; }
  if (def.element !== undefined) return yield* settings(def.element, [...keys, 0]);
  if (def.shape === undefined) return yield settingOf(keys);
  for (const [key, own] of Object.entries(def.shape)) yield* settings(own, [...keys, key]);
}

export const replaced = (value: unknown, [key, ...rest]: Keys, by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === key ? replaced(each, rest, by) : each));
  return isObject(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
};
export const at = (value: unknown, keys: Keys): unknown => keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

const trimmed = (value: number): string => String(Math.round(value * 1e6) / 1e6);
const neighbours = (value: unknown): readonly unknown[] => {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [1, -1, 2, 5].map((step) => value + step);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? [1, -1, 0.5, 5, -5, 0.01].map((step) => trimmed(Number(value) + step)) : [];
};
const NAME = '改过的名称';
/** A place for an id takes words of Latin letters and no others: it may point to anything that has one. */
const isId = (schema: Schema): boolean => schema.safeParse('some-id').success && !schema.safeParse(NAME).success;

const choices = (schema: Schema): readonly unknown[] => {
  const def = defOf(schema);
  if (def.innerType !== undefined) return [null, ...choices(def.innerType)];
  return [...Object.values(def.entries ?? {}), ...(schema.safeParse(NAME).success ? [NAME] : [])];
};
const reordered = (value: unknown): readonly unknown[] =>
  !Array.isArray(value) ? [] : value.flatMap((_, place) => [
    value.filter((__, other) => other !== place), ...(place === 0 ? [] : [value.toSpliced(place - 1, 2, value[place], value[place - 1])]),
  ]);

/** Other values for a place: its choices, neighbours of a figure, lists with one left out or two exchanged, and what stands there in other rule sets. */
export const alternatives = (place: Place, pool: ReadonlyMap<string, readonly unknown[]>): readonly unknown[] => {
  const own = JSON.stringify(place.value);
  const ids = isId(place.schema) ? [...pool].filter(([setting]) => setting.endsWith('[].id')).flatMap(([, values]) => values) : [];
  const candidates = [...ids, ...choices(place.schema), ...neighbours(place.value), ...reordered(place.value), ...(pool.get(place.setting) ?? [])];
  const different = new Map(candidates.map((each) => [JSON.stringify(each), each] as const));
  different.delete(own);
  return [...different.values()].filter((each) => place.schema.safeParse(each).success);
};

/** What stands at every setting over several rule sets. */
export const poolOf = (schema: Schema, values: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> => {
  const pool = new Map<string, Map<string, unknown>>();
  for (const place of values.flatMap((value) => [...places(schema, value)])) {
    const seen = pool.get(place.setting) ?? new Map<string, unknown>();
    pool.set(place.setting, seen.set(JSON.stringify(place.value), place.value));
  }
  return new Map([...pool].map(([setting, seen]) => [setting, [...seen.values()]]));
};
