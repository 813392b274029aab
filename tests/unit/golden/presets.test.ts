// The presets that come with the program: complete, legal, and honest about what is a sample.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { builtInPreset, builtInPresets } from '../../../shared/arena/presets/presets.ts';
import { rulesSchema } from '../../../shared/arena/rules.ts';

describe.each(builtInPresets.map((preset) => [preset.name, preset] as const))('%s', (_name, preset) => {
  test('the rules add up and can give a result', () => {
    expect(checkRules(preset.rules)).toEqual({ ok: true, value: true });
  });

  test('the rules are complete and hold nothing besides', () => {
    expect(z.parse(rulesSchema, preset.rules)).toEqual(preset.rules);
  });

  test('it says in both languages what it is and which figures are samples', () => {
    expect(preset.sample.zh).toMatch(/^示例：\p{Script=Han}.*。$/u);
    expect(preset.sample.en).toMatch(/^Samples?( figures)?: .*\.$/);
    expect(preset.about.zh).toMatch(/^\p{Script=Han}.*。$/u);
    expect(preset.about.en).toMatch(/^[A-Z].*\.$/);
    expect(preset.nameEn).not.toMatch(/\p{Script=Han}/u);
  });

  test('no unit and no person is named in it', () => {
    expect(JSON.stringify(preset)).not.toMatch(/济宁|潍坊|岚山|青岛|银川/);
  });
});

test('a preset is found by its id, and its name and id are its own', () => {
  expect(builtInPresets.map((preset) => builtInPreset(preset.id))).toEqual(builtInPresets);
  expect(new Set(builtInPresets.flatMap((preset) => [preset.id, preset.name, preset.nameEn])).size).toBe(builtInPresets.length * 3);
  expect(builtInPreset('nothing')).toBeUndefined();
});

test('between them the presets use every ballot, every order of reveal and every kind of trimming', () => {
  const all = builtInPresets.map((preset) => preset.rules);
  expect(new Set(all.flatMap((rules) => rules.forms.map((form) => form.kind)))).toEqual(new Set(['score', 'grade', 'rank']));
  expect(new Set(all.map((rules) => rules.reveal))).toEqual(new Set(['afterNext', 'calibration', 'atOnce', 'allAtEnd']));
  expect(new Set(all.flatMap((rules) => rules.panels.map((panel) => panel.trimOf)))).toEqual(new Set(['totals', 'criteria']));
});
