// From the register's labels to panels, and from pasted lines to an order.
import { describe, expect, test } from 'vitest';
import { equalShares } from '../../../renderer/console/rules/shares.ts';
import { assignPanels, labelsDiffer, panelsFromLabels, trimFor, withPanels } from '../../../renderer/console/setup/panels.ts';
import { readRanking } from '../../../renderer/console/setup/readRanking.ts';
import { categoriesByLabel, defaultOrders } from '../../../renderer/console/setup/setupOrders.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { countySecretaries } from '../../../shared/arena/presets/countySecretaries.ts';
import { checkRules } from '../../../shared/arena/checkRules.ts';

const people = (...labels: readonly string[]) => labels.map((panel, at) => ({ id: `p${at + 1}`, panel }));
const panel = (id: string, name: string) => ({ id, name });

describe('panels by label', () => {
  test('a label finds its panel by id or name, whatever the blanks, case and a closing 组', () => {
    expect(assignPanels(people('a', 'B 组', '领导'), [panel('A', '领导组'), panel('B', '部门')])).toEqual({ judges: [{ judge: 'p1', panel: 'A' }, { judge: 'p2', panel: 'B' }, { judge: 'p3', panel: 'A' }], unassigned: [] });
  });
  test('with several panels nobody is guessed into one', () => {
    expect(assignPanels(people('代表', ''), [panel('A', '甲'), panel('B', '乙')]).unassigned).toEqual(['p1', 'p2']);
  });
  test('one panel takes everybody', () => {
    expect(assignPanels(people('代表', ''), [panel('A', '评委组')]).judges).toHaveLength(2);
  });
  test('two labels that the rules do not have are worth an offer, one label is not', () => {
    expect([labelsDiffer(people('甲', '乙'), [panel('A', '评委组')]), labelsDiffer(people('甲', '甲'), [panel('A', '评委组')])]).toEqual([true, false]);
  });
  test.each([1, 2, 3, 6, 7, 11])('equal shares of %i panels add up to exactly 100', (count) => {
    expect(equalShares('100', count).reduce((hundredths, share) => hundredths + Math.round(Number(share) * 100), 0)).toBe(10_000);
  });
  test.each([1, 2, 3, 7])('panels made from %i labels are rules that add up', (count) => {
    const panels = panelsFromLabels(people(...Array.from({ length: count * 6 }, (_, at) => `组${at % count}`)), defaultRules, '评委组');
    expect(checkRules(withPanels(defaultRules, panels)).ok).toBe(true);
  });
  test('panels made from labels share the part that panels score and leave the entered one alone', () => {
    const { rules } = countySecretaries;
    const grouped = withPanels(rules, panelsFromLabels(people('甲', '甲', '甲', '乙', '乙', '丙'), rules, '评委组'));
    expect([grouped.panels.map((each) => each.points), checkRules(grouped).ok]).toEqual([['33.34', '33.33', '33.33'], true]);
  });
  test('people without a label get a panel of their own', () => {
    expect(panelsFromLabels(people('领导', ''), defaultRules, '评委组').map((each) => each.name)).toEqual(['领导', '评委组']);
  });
  test('a panel below five trims nobody, so that a result is possible', () => {
    expect([trimFor(4).dropHighest, trimFor(5).dropHighest, trimFor(4).minimum <= 4]).toEqual([0, 1, true]);
  });
});

describe('a pasted order', () => {
  const units = [{ id: 'a', name: '甲区', fullName: '示例市甲区' }, { id: 'b', name: '乙区', fullName: '示例市乙区' }];
  test('reads numbers in front, further columns and full names', () => {
    expect(readRanking('1. 示例市乙区\t98.5\n第2名 甲区', units)).toEqual({ order: ['b', 'a'], unknown: [], missing: [] });
  });
  test('says what it does not know and what is missing', () => {
    expect(readRanking('乙区\n丙区', units)).toEqual({ order: ['b'], unknown: ['丙区'], missing: ['甲区'] });
  });
});

describe('a new session', () => {
  const register = { fingerprint: '', units: [], people: [3, 4, 5].map((n) => ({ id: `p${n}`, name: '', title: '', panel: '', home: null, homeName: '', archived: n === 5 })) };
  test('starts with everybody who is not archived', () => {
    expect(defaultOrders('s', register).find((order) => order.name === 'session.judges')?.input).toMatchObject({ judges: [{ judge: 'p3' }, { judge: 'p4' }] });
  });
  test('relaxes the sample rules openly when the panel is too small for them', () => {
    expect(defaultOrders('s', register)[0]).toMatchObject({ name: 'session.rules', input: { rules: { panels: [{ dropHighest: 0, dropLowest: 0 }] } } });
  });
});

describe('categories from the register', () => {
  test('a unit goes where its group, or else its kind, is called the same; nobody is guessed', () => {
    const units = [{ id: 'a', group: '县区', kind: '区' }, { id: 'b', group: '', kind: '部门' }, { id: 'c', group: '其他', kind: '' }];
    expect(categoriesByLabel(units, [{ id: 'x', name: '县区' }, { id: 'y', name: '部门' }])).toEqual({ a: 'x', b: 'y' });
  });
});
