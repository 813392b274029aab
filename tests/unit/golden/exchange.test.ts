// Rules given to another organiser as a file: taken over whole or refused with the field.
import { describe, expect, test } from 'vitest';
import { countySecretaries } from '../../../shared/arena/presets/countySecretaries.ts';
import { exportRules, importRules } from '../../../shared/arena/presets/exchange.ts';
import { builtInPresets } from '../../../shared/arena/presets/presets.ts';

const text = exportRules({ name: '我市擂台', rules: countySecretaries.rules });
const changed = (find: string, replace: string): string => {
  if (text.split(find).length < 2) throw new Error(`${find} is not in the file`);
  return text.replace(find, replace);
};
const refusal = (file: string) => {
  const result = importRules(file);
  return result.ok ? result.value : result.refusal;
};

test.each(builtInPresets.map((preset) => [preset.name, preset.rules] as const))('%s comes back as it was written', (name, rules) => {
  expect(importRules(exportRules({ name, rules }))).toEqual({ ok: true, value: { name, rules } });
});

test('a byte order mark in front and spaces around the name do no harm', () => {
  expect(refusal(`\uFEFF${changed('"我市擂台"', '" 我市擂台 "')}`)).toEqual({ name: '我市擂台', rules: countySecretaries.rules });
});

describe('a file is refused with the field and what is wrong', () => {
  test.each([
    ['that is no JSON', 'hello', { where: '', reason: 'notJson', is: '"hello"' }],
    ['that is cut short', text.slice(0, 400), { where: '', reason: 'notJson', is: JSON.stringify(text.slice(0, 20)) }],
    ['that is a list', '[]', { where: 'format', reason: 'formatUnknown', is: '' }],
    ['of another kind', changed('"leitai-rules"', '"leitai-session"'), { where: 'format', reason: 'formatUnknown', is: '"leitai-session"' }],
    ['of a newer program', changed('"version": 2', '"version": 3'), { where: 'version', reason: 'versionUnknown', is: '3' }],
    ['whose version is a text', changed('"version": 2', '"version": "2"'), { where: 'version', reason: 'versionUnknown', is: '"2"' }],
    ['without a name', changed('"name": "我市擂台",', ''), { where: 'name', reason: 'fieldMissing', is: '' }],
    ['without rules', '{"format":"leitai-rules","version":2,"name":"我市擂台"}', { where: 'rules', reason: 'fieldMissing', is: '' }],
    ['with a number as text', changed('"minimum": 5', '"minimum": "5"'), { where: 'rules.panels[0].minimum', reason: 'fieldMalformed', is: '"5"' }],
    ['with a figure as number', changed('"points": "60"', '"points": 60'), { where: 'rules.parts[1].points', reason: 'fieldMalformed', is: '60' }],
    ['with full-width digits', changed('"points": "30"', '"points": "３０"'), { where: 'rules.forms[0].criteria[0].points', reason: 'fieldMalformed', is: '"３０"' }],
    ['with a setting left out', changed('"singleOperator": false', '"trial": false'), { where: 'rules.singleOperator', reason: 'fieldMissing', is: '' }],
    ['with a setting nobody knows', changed('"singleOperator": false', '"singleOperator": false, "dropMiddle": 1'), { where: 'rules.dropMiddle', reason: 'fieldUnknown', is: '1' }],
    ['with a field beside the rules', changed('"version": 2', '"version": 2, "author": "某人"'), { where: 'author', reason: 'fieldUnknown', is: '"某人"' }],
    ['with a ballot nobody knows', changed('"kind": "score"', '"kind": "star"'), { where: 'rules.forms[0].kind', reason: 'fieldMalformed', is: '"star"' }],
    ['with an id every object has', changed('"id": "leaders"', '"id": "constructor"'), { where: 'rules.panels[0].id', reason: 'fieldMalformed', is: '"constructor"' }],
    ['with a prototype in it', changed('"singleOperator": false', '"singleOperator": false, "__proto__": {}'), { where: 'rules.__proto__', reason: 'fieldUnknown', is: '{}' }],
  ])('%s', (_what, file, details) => {
    expect(refusal(file)).toEqual({ code: 'badInput', details });
  });
});

test('rules that do not add up are refused as everywhere else', () => {
  expect(refusal(changed('"points": "60"', '"points": "50"'))).toEqual({ code: 'rulesDoNotAddUp', details: { what: 'parts', is: '90', should: '100' } });
  expect(refusal(changed('"by": "shared"', '"by": "playOff"'))).toEqual({ code: 'rulesInvalid', details: { what: 'ties', reason: 'tieListOpenEnded' } });
});

test('an empty name and a file beyond all measure are refused', () => {
  expect(refusal(changed('"我市擂台"', '"  "'))).toEqual({ code: 'nameEmpty', details: { what: 'name' } });
  expect(refusal(`${text}${' '.repeat(200_000)}`)).toEqual({ code: 'tooLarge', details: {} });
});

/** Rules as the first release wrote them. */
const firstRelease = {
  fullMark: '120',
  criteria: [{ id: 'c1', name: '汇报', points: '70', step: '1', floor: '0', ceiling: '70' }, { id: 'c2', name: '答问', points: '50', step: '1', floor: '0', ceiling: '50' }],
  panels: [
    { id: 'A', name: '领导', weight: '60', colour: '#b3261e', dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' },
    { id: 'B', name: '代表', weight: '40', colour: '#1f5fa8', dropHighest: 0, dropLowest: 0, minimum: 1, recusal: 'never' },
  ],
  trimOf: 'totals', rounding: { mark: null, panel: null, final: 2 }, ties: [{ by: 'shared' }], windows: { policy: 'withContestant' }, reveal: 'atOnce',
  disclosure: { marks: 'hidden', panelMeans: false, total: 'figure', ranking: { show: 'all' }, standings: false },
  time: { speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 0 }, singleOperator: false,
};
const old = (rules: object): string => JSON.stringify({ format: 'leitai-rules', version: 1, name: '旧办法', rules });

test('rules of the first release are raised: weights become points of the full mark', () => {
  const result = importRules(old(firstRelease));
  expect(result.ok && result.value.rules.panels.map((panel) => [panel.id, panel.points, panel.part])).toEqual([['A', '72', 'onSite'], ['B', '48', 'onSite']]);
  expect(result.ok && importRules(exportRules(result.value))).toEqual(result);
});

test('rules of the first release with a fault are refused by their own fields', () => {
  expect(refusal(old({ ...firstRelease, trimOf: 'all' }))).toEqual({ code: 'badInput', details: { where: 'rules.trimOf', reason: 'fieldMalformed', is: '"all"' } });
  expect(refusal(old({ ...firstRelease, missing: {} }))).toEqual({ code: 'badInput', details: { where: 'rules.missing', reason: 'fieldUnknown', is: '{}' } });
  expect(refusal(old(countySecretaries.rules))).toEqual({ code: 'badInput', details: { where: 'rules.criteria', reason: 'fieldMissing', is: '' } });
  expect(refusal(old({ ...firstRelease, panels: firstRelease.panels.map((panel) => ({ ...panel, colour: 'red' })) }))).toEqual({ code: 'badInput', details: { where: 'rules.panels[0].colour', reason: 'fieldMalformed', is: '"red"' } });
});
