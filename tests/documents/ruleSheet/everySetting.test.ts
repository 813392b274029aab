// Every setting of the rules stands on the rule sheet: each is changed to other legal values, and the sheet must change with it.
import { describe, expect, test } from 'vitest';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { criteriaOf, rulesSchema, type Rules } from '../../../shared/arena/rules.ts';
import { ruleSheetText } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { presetRules, ruleSets } from './ruleSets.ts';
import { alternatives, at, places, poolOf, replaced, settings, type Place } from './schemaWalk.ts';

/** Settings that the sheet need not say, each with its reason. */
const UNSAID: Readonly<Record<string, string>> = {
  'forms[].id': 'an id is no rule; the ballot stands on the sheet by its name', 'forms[].criteria[].id': 'an id', 'forms[].grades[].id': 'an id', 'parts[].id': 'an id', 'panels[].id': 'an id',
  'adjustments[].id': 'an id', 'categories[].id': 'an id', 'awards.tiers[].id': 'an id',
  'panels[].colour': 'a colour on screens, never in a score',
};
/** What tells a choice from its sisters is exercised by exchanging the whole choice. */
const BY_WHOLE = /(\.|^)(kind|by|policy|show)$/;

const all = { ...ruleSets, ...presetRules };
const pool = poolOf(rulesSchema, Object.values(all));
const isFine = (rules: unknown): rules is Rules => rulesSchema.safeParse(rules).success && checkRules(rules as Rules).ok;

/** A setting that two places share is exchanged between them: another panel takes over the part or the category that this one leaves. */
const EXCHANGED: readonly string[] = ['panels[].part', 'panels[].categories[]'];
/** Points that must add up are moved between two places of the same setting, or the full mark moves with one of its parts; a part that is entered has no panels. */
const balanced = (rules: Rules, place: Place, by: unknown): readonly unknown[] => {
  const changed = replaced(rules, place.keys, by);
  if (EXCHANGED.includes(place.setting)) return [...places(rulesSchema, rules)].filter((other) => other.setting === place.setting && other.value === by).map(({ keys }) => replaced(changed, keys, place.value));
  if (place.setting === 'parts[].source') return [replaced(changed, ['panels'], rules.panels.filter((panel) => panel.part !== rules.parts[Number(place.keys[1])]?.id))];
  if (!['parts[].points', 'panels[].points', 'fullMark'].includes(place.setting)) return [];
  const difference = Number(by) - Number(place.value);
  const others = [...places(rulesSchema, rules)].filter(({ setting, keys }) => (place.setting === 'fullMark' ? setting === 'parts[].points' : setting === place.setting && keys[1] !== place.keys[1]));
  const sign = place.setting === 'fullMark' ? 1 : -1;
  return others.map(({ keys, value }) => replaced(changed, keys, String(Number(value) + sign * difference)));
};

/** The rules without ids and colours as a text to compare: what refers to another thing says its place in its list. */
const essence = (rules: Rules): string => {
  const lists = { form: rules.forms, part: rules.parts, category: rules.categories, panel: rules.panels, criterion: criteriaOf(rules) } as const;
  const placeIn = (list: keyof typeof lists, id: string): string => `#${lists[list].findIndex((each) => each.id === id)}`;
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(rules, (key, value: unknown) => {
    if (key === 'colour') return undefined;
    if ((key === 'form' || key === 'part' || key === 'category') && typeof value === 'string') return placeIn(key, value);
    if (key === 'categories' && Array.isArray(value)) return value.map((each: unknown) => (typeof each === 'string' ? placeIn('category', each) : each));
    if (!isObject(value)) return value;
    const { id, ...rest } = value;
    const list = rest['by'] === 'panel' || rest['by'] === 'criterion' || rest['by'] === 'part' ? rest['by'] : null;
    const named = list === null || typeof id !== 'string' ? rest : { ...rest, of: placeIn(list, id) };
    return Object.fromEntries(Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
};

const short = (value: unknown): string => JSON.stringify(value).slice(0, 70);
interface Change { readonly setting: string; readonly from: Rules; readonly to: Rules; readonly label: string }
const changes: Change[] = [];
for (const [name, rules] of Object.entries(all)) {
  for (const place of places(rulesSchema, rules)) {
    if (UNSAID[place.setting] !== undefined) continue;
    for (const by of alternatives(place, pool)) {
      const to = [replaced(rules, place.keys, by), ...balanced(rules, place, by)].find(isFine);
      if (to !== undefined && essence(to) !== essence(rules)) changes.push({ setting: place.setting, from: rules, to, label: `${name}: ${place.keys.join('.')} ${short(at(rules, place.keys))} → ${short(by)}` });
    }
  }
}

describe('every setting stands on the rule sheet', () => {
  test('each setting of the schema is changed at least once, or has a reason why not', () => {
    const changed = new Set(changes.map(({ setting }) => setting));
    const never = [...new Set(settings(rulesSchema))].filter((setting) => UNSAID[setting] === undefined && !changed.has(setting) && !(BY_WHOLE.test(setting) && changed.has(setting.replace(BY_WHOLE, ''))));
    expect(never).toEqual([]);
    expect(changes.length).toBeGreaterThan(1000);
  });

  test('a setting changed to another legal value changes the Chinese and the English sheet', () => {
    for (const language of ['zh', 'en'] as const) {
      const silent = changes.filter(({ from, to }) => ruleSheetText(from, language) === ruleSheetText(to, language)).map(({ label }) => label);
      expect([language, ...new Set(silent)]).toEqual([language]);
    }
  });

  test('no two rule sets that differ read the same', () => {
    const byText = new Map<string, { readonly is: string; readonly label: string }>();
    const alike: string[] = [];
    for (const { to, label } of changes) {
      const text = ruleSheetText(to, 'zh');
      const before = byText.get(text);
      const is = essence(to);
      if (before !== undefined && before.is !== is) alike.push(`${before.label} | ${label}`);
      byText.set(text, { is, label });
    }
    expect(alike).toEqual([]);
  });

  test('the Chinese sheet has no Latin letter and no unfilled place of its own', () => {
    const wrong = [...Object.values(all), ...changes.map(({ to }) => to)].flatMap((rules) => {
      const names = JSON.stringify(rules).match(/"name":"[^"]*[A-Za-z][^"]*"/g) ?? [];
      const text = names.map((name) => name.slice(8, -1)).reduce((rest, name) => rest.replaceAll(name, ''), ruleSheetText(rules, 'zh'));
      return text.match(/.*(?:[A-Za-z]|\{|undefined).*/g) ?? [];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });
});
