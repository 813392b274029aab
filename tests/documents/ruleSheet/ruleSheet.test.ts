// What the rule sheet says of single settings, in the words a host reads aloud; that every setting is said at all is another test's matter.
import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { builtInPreset } from '../../../shared/arena/presets/presets.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { ruleSheet, ruleSheetHash, ruleSheetLines, ruleSheetText, rulesParagraph, tieInWords } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { biggest, ruleSets } from './ruleSets.ts';

const sentences = (rules: Rules, heading: string): readonly string[] => ruleSheet(rules, 'zh').sections.find((section) => section.heading === heading)?.sentences ?? [];
const preset = (id: string): Rules => {
  const found = builtInPreset(id);
  if (found === undefined) throw new Error(`no preset ${id}`);
  return found.rules;
};
const [panel] = defaultRules.panels;
const withPanel = (change: Partial<NonNullable<typeof panel>>): Rules => ({ ...defaultRules, panels: defaultRules.panels.map((each) => ({ ...each, ...change })) });

describe('the rule sheet', () => {
  test('goes through the event in its order', () => {
    expect(ruleSheet(defaultRules, 'zh').sections.map(({ heading }) => heading)).toEqual([
      '评委与票种', '怎么打票', '收票与核对', '缺席、回避与弃权', '去分与计算', '加分、扣分与计时', '名次与同分', '公布', '奖次', '抽签',
    ]);
  });

  test('writes the formula with its figures: 60 and 40 of the panels, 40 and 60 of the parts, penalties taken off', () => {
    expect(sentences(preset('countySecretaries'), '去分与计算')).toEqual(expect.arrayContaining([
      '（3）“现场得分”（现场打分，满分 100 分）由评委打分得出：现场得分＝市级领导得分×60%＋部门负责人和代表得分×40%',
      '（5）总分＝现场得分×40%＋实绩得分×60%－扣分',
    ]));
  });

  test('scales a ballot or a part whose full mark is not 100, and says each category’s own formula', () => {
    const said = sentences(biggest, '去分与计算').join('\n');
    expect(said).toContain('综合部门：现场得分＝领导组得分×24%＋部门组得分×16%；执法部门：现场得分＝领导组得分×24%＋群众组得分×10%＋代表组得分×6%');
    expect(said).toContain('总分＝现场得分÷40×60＋实绩得分×30%');
    expect(sentences(preset('bureauHeads'), '去分与计算').join('\n')).toContain('市级领导得分÷10×30');
  });

  test('leaves the first place of a Borda count to the number of contestants', () => {
    expect(sentences(ruleSets['borda'] ?? defaultRules, '去分与计算').join('\n')).toContain('领导组得分÷第 1 名的分值×60');
  });

  test('tells dropping of totals from dropping by criterion, and one end from both', () => {
    expect(sentences(withPanel({ dropHighest: 2, minimum: 5 }), '去分与计算')[0]).toBe('（1）评委组：每张票各项得分相加，去掉最高分 2 个、最低分 1 个，其余取平均，为本组得分');
    expect(sentences(withPanel({ trimOf: 'criteria', dropLowest: 0 }), '去分与计算')[0]).toBe('（1）评委组：每个评分项单独算，去掉最高分 1 个，其余取平均，各项相加为本组得分');
    expect(sentences(withPanel({ dropHighest: 0, dropLowest: 0 }), '去分与计算').join()).not.toContain('席位或票号在前');
  });

  test('says every rounding as soon as one stage before the last rounds', () => {
    expect(sentences(defaultRules, '去分与计算')).toContain('中间各步都不舍入，只把最后得分四舍五入、保留 2 位小数');
    expect(sentences({ ...defaultRules, rounding: { mark: 3, panel: 2, part: null, final: 0 } }, '去分与计算'))
      .toContain('舍入一律四舍五入：每张票得分保留 3 位小数、各组得分保留 2 位小数、各部分得分不舍入、最后得分取整数');
  });

  test('lists penalties for time tier by tier without a gap, with their scale and the cap beyond the last tier', () => {
    const said = sentences(preset('countySecretaries'), '加分、扣分与计时').join('；');
    expect(said).toContain('超时 1 至 10 秒扣 0.02 分；超时 11 至 20 秒扣 0.05 分；超时 21 至 30 秒扣 0.1 分；超时超过 30 秒的，一律扣 0.2 分；汇报不满 6 分钟的，扣 0.1 分');
    expect(said).toContain('时间扣分按 10 分制，合计不超过 0.2 分，每 1 分折合总分 10 分');
    expect(sentences(preset('bureauHeadsQuestions'), '加分、扣分与计时').join('；')).toContain('超时按整秒计；超时 10 秒以内不扣；超时 11 至 29 秒扣 0.2 分；超时超过 29 秒的，一律扣 0.5 分');
  });

  test('says what voids a ballot and what an abstention counts', () => {
    const said = sentences(preset('oneSheet'), '怎么打票');
    expect(said).toEqual(expect.arrayContaining(['评价票：空着的格作废，其余各格有效', '评价票：所有单位都选同一档的，整张作废（只评一个单位的除外）']));
    expect(sentences(preset('divisionHeads'), '评委与票种')).toContain('无记名的组，有效票不足 5 张的，不单独公布该组得分');
  });

  test('a blank sheet is all abstentions wherever sheets are read as wholes, whatever an empty cell means', () => {
    expect(sentences(preset('oneSheet'), '怎么打票')).toEqual(expect.arrayContaining(['评价票：整张空白的不作废，算每格都弃权', '评价票：弃权不计入票数']));
    expect(sentences(preset('divisionHeads'), '怎么打票')).toContain('评价票：空着的格算弃权，整张空白算每格都弃权');
  });

  test('puts causes that are treated alike into one sentence', () => {
    expect(sentences(defaultRules, '缺席、回避与弃权')).toContain('缺席、回避、提前离场、弃权、作废的，不计入，也不按 0 分算');
    const filled = sentences({ ...defaultRules, missing: { ...defaultRules.missing, absent: 'fillAfter', fillPlaces: 1 } }, '缺席、回避与弃权');
    expect(filled).toEqual(expect.arrayContaining(['缺席的，在去分以后按留下各票的各项平均分补上', '补上的分保留 1 位小数', '补上的票不算有效票']));
  });

  test('a setting that is of no use under these rules but differs from the usual stands apart at the end', () => {
    const rules: Rules = { ...defaultRules, awards: { ...defaultRules.awards, edge: 'none' } };
    expect(ruleSheet(rules, 'zh').sections.at(-1)).toEqual({ heading: '另有设定，本场用不到', sentences: ['名额末位有并列的，并列的都不得这个奖'] });
  });

  test('two panels of one name are told apart', () => {
    const rules: Rules = { ...biggest, panels: biggest.panels.map((each) => ({ ...each, name: '评委组' })) };
    expect(tieInWords(rules, { by: 'panel', id: 'B' })).toBe('评委组（第 2 个）得分');
  });

  test('rules that do not add up yet, or point to nothing, are described as far as they go', () => {
    const draft: Rules = { ...biggest, fullMark: '0', parts: biggest.parts.map((part) => ({ ...part, fullMark: '0' })), ties: [{ by: 'panel', id: 'gone' }], adjustments: biggest.adjustments.map((each) => ({ ...each, fullMark: '0' })) };
    expect(ruleSheetLines(draft, 'zh').join()).toContain('gone得分');
  });

  test('the wall, the paragraph and the hash carry the same sentences', () => {
    const lines = ruleSheetLines(biggest, 'zh');
    const { sections } = ruleSheet(biggest, 'zh');
    expect(lines).toHaveLength(sections.flatMap((section) => section.sentences).length);
    expect(lines[0]).toBe('【评委与票种】总分满分 120 分');
    expect(rulesParagraph(biggest)).toBe(lines.map((line) => `${line}。`).join(''));
    expect(ruleSheetText(biggest, 'zh')).toBe(`评分办法\n${lines.join('\n')}\n`);
    expect(ruleSheetHash(biggest)).toBe(createHash('sha256').update(ruleSheetText(biggest, 'zh')).digest('hex'));
  });

  test('every tie rule has its few words in both languages', () => {
    expect(biggest.ties.map((tie) => tieInWords(biggest, tie))).toEqual(['“实绩得分”', '领导组得分', '“主票实绩”平均分', '更多小数位', '现场不去高低分的平均分', '加赛', '抽签']);
    expect(tieInWords(biggest, { by: 'shared' }, 'en')).toBe('shared place');
  });
});
