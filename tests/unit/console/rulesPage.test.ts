// The rules page without a page: edits that keep what belongs together, live sums, where a fault is mended, and one plain line per section.
import { describe, expect, test } from 'vitest';
import { addForm, addPanel, addPart, freshForm, putForm, putFullMark, putPanel, putPart, removeCategory, removePanel, removePart, type FreshNames } from '../../../renderer/console/rules/editRules.ts';
import { remedyFor, SECTIONS, sectionOf, unreadSection } from '../../../renderer/console/rules/faultPlace.ts';
import { criteriaTotal, equalShares, panelBrings, panelTotals, partsTotal } from '../../../renderer/console/rules/shares.ts';
import { minutesOf, summaryOf } from '../../../renderer/console/rules/summaries.ts';
import { draftOf, dropUnread, keepUnread } from '../../../renderer/console/rules/unreadDrafts.ts';
import { valuesOf, type FigurePlan } from '../../../renderer/console/setup/figureShapes.ts';
import { wordsOf } from '../../../renderer/console/words.ts';
import { checkRules } from '../../../shared/arena/checkRules.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { builtInPreset, builtInPresets } from '../../../shared/arena/presets/presets.ts';
import { rulesSchema, type Panel, type Part, type Rules } from '../../../shared/arena/rules.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';

const names: FreshNames = { form: { score: '打分票', grade: '评价票', rank: '名次票' }, grades: ['好', '较好', '一般', '较差'], criterion: '评分项', total: '总分' };
const preset = (id: string): Rules => builtInPreset(id)?.rules ?? defaultRules;
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('empty');
  return one;
};
const panelOf = (rules: Rules): Panel => first(rules.panels);
const partOf = (rules: Rules): Part => first(rules.parts);
const faultOf = (rules: Rules): Refusal => {
  const checked = checkRules(rules);
  if (checked.ok) throw new Error('the rules add up');
  return checked.refusal;
};

describe('edits', () => {
  test.each(['grade', 'rank'] as const)('a score sheet turned into a %s ballot takes along what its panels may no longer have, and its criteria’s tie links', (kind) => {
    const trimmed: Rules = { ...preset('interview') };
    const turned = putForm(trimmed, freshForm(trimmed, { kind, id: 'form' }, names));
    expect(turned.panels.every((panel) => panel.trimOf === 'totals')).toBe(true);
    expect(turned.ties.some((tie) => tie.by === 'criterion')).toBe(false);
    const fits: Rules = kind === 'rank' ? { ...turned, windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' } : turned;
    expect(checkRules(fits)).toEqual({ ok: true, value: true });
  });
  test.each(['score', 'grade', 'rank'] as const)('a fresh %s ballot can be read as rules', (kind) => {
    expect(rulesSchema.safeParse(addForm(defaultRules, freshForm(defaultRules, { kind, id: 'form2' }, names))).success).toBe(true);
  });
  test('a panel that votes without names recuses nobody', () => {
    expect(panelOf(putPanel(defaultRules, { ...panelOf(defaultRules), voters: 'anonymous' })).recusal).toBe('never');
  });
  test('a panel that is removed takes its tie link along', () => {
    const rules = preset('divisionHeads');
    expect(rules.ties.some((tie) => tie.by === 'panel')).toBe(true);
    expect(removePanel(rules, 'leaders').ties.some((tie) => tie.by === 'panel')).toBe(false);
  });
  test('a part that is removed leaves no reveal and no tie link by it', () => {
    const rules: Rules = { ...preset('countySecretaries'), rankingReveal: { by: 'knownPart', part: 'performance' } };
    const left = removePart(rules, 'performance');
    expect([left.rankingReveal, left.ties.some((tie) => tie.by === 'part')]).toEqual([{ by: 'lastFirst' }, false]);
  });
  test('the full mark of rules with one part takes the part’s points along, so that they still add up', () => {
    expect(checkRules(putFullMark(defaultRules, '120'))).toEqual({ ok: true, value: true });
  });
  test('a part’s full mark takes its only panel along, but not one of two', () => {
    expect(panelOf(putPart(defaultRules, { ...partOf(defaultRules), fullMark: '50' })).points).toBe('50');
    const two = addPanel(defaultRules, partOf(defaultRules), '评委组');
    expect(panelOf(putPart(two, { ...partOf(two), fullMark: '50' })).points).toBe('100');
  });
  test('a second panel and a second part bring nothing until somebody says how much', () => {
    expect(addPanel(defaultRules, partOf(defaultRules), '评委组').panels.map((panel) => panel.points)).toEqual(['100', '0']);
    expect(partsTotal(addPart(defaultRules, '实绩'))).toMatchObject({ is: '100', fits: true });
  });
  test('a category that is removed is gone from panels, awards and lots', () => {
    const rules: Rules = {
      ...defaultRules, categories: [{ id: 'a', name: '甲类' }], panels: defaultRules.panels.map((panel) => ({ ...panel, categories: ['a'] })), lot: { called: false, byCategory: true },
      awards: { ...defaultRules.awards, tiers: [{ id: 't', name: '一等奖', category: 'a', quota: 1, score: null }] },
    };
    expect(checkRules(removeCategory(rules, 'a'))).toEqual({ ok: true, value: true });
  });
});

describe('live sums', () => {
  test('40 of 100 are made of 24 and 16', () => {
    const rules = preset('countySecretaries');
    const part = partOf(rules);
    expect(rules.panels.map((panel) => panelBrings(panel, part))).toEqual(['24', '16']);
    expect([panelTotals(rules, part), partsTotal(rules)]).toMatchObject([[{ is: '100', fits: true }], { is: '100', should: '100', fits: true }]);
  });
  test('every category has its own sum', () => {
    const rules: Rules = { ...defaultRules, categories: [{ id: 'a', name: '甲类' }, { id: 'b', name: '乙类' }], panels: defaultRules.panels.map((panel) => ({ ...panel, categories: ['a'] })) };
    expect(panelTotals(rules, partOf(rules)).map(({ category, is, fits }) => [category, is, fits])).toEqual([['甲类', '100', true], ['乙类', '0', false]]);
  });
  test('a figure that cannot be read gives no sum rather than a wrong one', () => {
    expect([criteriaTotal(['30', '2o']), criteriaTotal(['30', '']), criteriaTotal(['30', '20.5'])]).toEqual([null, null, '50.5']);
  });
  test('shares of 40 in three are 13.34, 13.33, 13.33', () => {
    expect(equalShares('40', 3)).toEqual(['13.34', '13.33', '13.33']);
  });
});

describe('where a fault is mended', () => {
  const faulty: readonly (readonly [string, Rules])[] = [
    ['ballots', { ...defaultRules, forms: [freshForm(defaultRules, { kind: 'rank', id: 'form' }, names)].map((form) => (form.kind === 'rank' ? { ...form, points: { by: 'table', points: ['5', '6'] } } : form)) }],
    ['parts', { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, points: '90' })) }],
    ['trimming', { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, minimum: 2 })) }],
    ['ties', { ...defaultRules, ties: [{ by: 'untrimmedMean' }] }],
    ['adjustments', { ...defaultRules, adjustments: [{ id: 'x', name: '创新', sign: 'bonus', fullMark: '0', cap: null }] }],
    ['awards', { ...defaultRules, awards: { ...defaultRules.awards, tiers: [{ id: 'x', name: '一等奖', category: null, quota: null, score: null }] } }],
    ['flow', { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, voters: 'anonymous', recusal: 'never' })) }],
    ['disclosure', { ...defaultRules, disclosure: { ...defaultRules.disclosure, total: 'tier' } }],
    ['missing', { ...defaultRules, missing: { ...defaultRules.missing, leftEarlyMarks: 'withdrawn' } }],
    ['time', { ...defaultRules, time: { ...defaultRules.time, penalty: { fullMark: '100', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 30, amount: '3' }], cap: '2', under: null } } }],
    ['checks', { ...defaultRules, lot: { called: false, byCategory: true } }],
  ];
  test.each(faulty)('a fault of %s leads there', (section, rules) => {
    expect(sectionOf(rules, faultOf(rules))).toBe(section);
  });
  test('a figure that cannot be read leads to its section', () => {
    const panels = (part: Partial<Panel>): Rules => ({ ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, ...part })) });
    expect([unreadSection(defaultRules), unreadSection(panels({ points: '6o' })), unreadSection(panels({ minimum: -1 })), unreadSection({ ...defaultRules, farFromMedian: '' })]).toEqual([null, 'parts', 'trimming', 'checks']);
  });
  const mendable = faulty.filter(([section]) => ['trimming', 'ties', 'flow', 'missing'].includes(section));
  test.each(mendable)('what is offered for %s mends it', (_section, rules) => {
    const remedy = remedyFor(rules, faultOf(rules));
    expect(remedy !== null && checkRules(remedy).ok).toBe(true);
  });
  test('where somebody has to choose, nothing is offered', () => {
    const [, rules = defaultRules] = faulty.find(([section]) => section === 'parts') ?? [];
    expect(remedyFor(rules, faultOf(rules))).toBeNull();
  });
});

describe('one plain line per section', () => {
  test('the sample rules read as one would say them', () => {
    const said = (section: (typeof SECTIONS)[number]): string => summaryOf(section, wordsOf.zh.rules, defaultRules);
    expect([said('ballots'), said('parts'), said('trimming'), said('rounding'), said('ties')]).toEqual(['打分票：5 项共 100 分', '现场得分 100 分（评委组 100）', '评委组去 1 高 1 低取平均数', '最后得分 2 位，中间不舍入', '多看几位小数 → 不去分的平均 → 并列']);
  });
  test.each(builtInPresets.map((each) => [each.id, each.rules] as const))('every section of %s has its line in both languages, with nothing left to fill in', (_id, rules) => {
    const lines = SECTIONS.flatMap((section) => [summaryOf(section, wordsOf.zh.rules, rules), summaryOf(section, wordsOf.en.rules, rules)]);
    expect(lines.filter((line) => line === '' || /\{\w+\}|undefined/u.test(line))).toEqual([]);
  });
  test('minutes are said without needless places', () => {
    expect([minutesOf(480), minutesOf(450), minutesOf(440)]).toEqual(['8', '7.5', '7.33']);
  });
});

describe('what is not sent', () => {
  const broken: Rules = { ...defaultRules, fullMark: '一百' };
  test('a draft that cannot be read waits for its page, until it can be read', () => {
    keepUnread('s', JSON.stringify(defaultRules), broken);
    expect(draftOf('s', defaultRules)).toBe(broken);
    dropUnread('s');
    expect(draftOf('s', defaultRules)).toBe(defaultRules);
  });
  test('rules that have changed at the host meanwhile go before a draft that waits', () => {
    const changed: Rules = { ...defaultRules, trial: true };
    keepUnread('t', JSON.stringify(defaultRules), broken);
    expect(draftOf('t', changed)).toBe(changed);
  });
  test('of a plan with faults nothing is sent, of a sound one every figure', () => {
    const plan: FigurePlan = {
      sourceHash: '', otherSheets: [], rows: [{ unit: 'a', values: { performance: '91' } }], percentColumns: [], problems: [], unmatched: [], duplicates: [], missing: [], absent: [], ignoredHeadings: [], ready: false,
    };
    expect([valuesOf(null), valuesOf(plan), valuesOf({ ...plan, ready: true })]).toEqual([null, null, [{ contestant: 'a', part: 'performance', value: '91' }]]);
  });
});
