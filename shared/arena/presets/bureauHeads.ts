// 局长擂台 in groups A and B. Sources (domain.md §2): group weights 30/40/30; "10 分制打 8–10 分"; group means rounded to 2 places first; the first k settle
// the standard together (定调), from k + 1 on at once; lots by category. The size of k, bonus, quotas, step and tie list are samples [P].
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { namedPanel, onSite, type BuiltInPreset } from './preset.ts';

export const bureauHeads: BuiltInPreset = {
  id: 'bureauHeads',
  name: '局长擂台（分组）',
  nameEn: 'Bureau heads’ arena in two groups',
  about: {
    zh: '部门局长分 A、B 两组打擂，各排各的名次、各评各的奖；每张票在 8～10 分之间打一个总分，前三位一起定调。',
    en: 'Bureau heads in groups A and B, each with its own ranking and prizes; one mark of 8–10 a sheet, the first three scored together.',
  },
  sample: {
    zh: '示例：定调人数、打分步长、去分办法、创新加分、奖次名额和同分先后，请按本地办法修改。',
    en: 'Sample figures: number scored together, step, trimming, innovation bonus, quotas and tie rules; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{ kind: 'score', id: 'form', name: '打分票', corridor: null, criteria: [{ id: 'overall', name: '总体评价', points: '10', step: '0.1', floor: '8', ceiling: '10' }] }],
    parts: [onSite('现场得分', '100')],
    panels: [
      namedPanel({ id: 'leaders', name: '市级领导', colour: PANEL_COLOURS[0], points: '30', dropHighest: 1, dropLowest: 1, minimum: 5 }),
      namedPanel({ id: 'departments', name: '部门负责人', colour: PANEL_COLOURS[1], points: '40' }),
      namedPanel({ id: 'delegates', name: '各界代表', colour: PANEL_COLOURS[2], points: '30' }),
    ],
    adjustments: [{ id: 'innovation', name: '创新加分', sign: 'bonus', fullMark: '100', cap: '1' }],
    rounding: { mark: null, panel: 2, part: null, final: 2 },
    categories: [{ id: 'a', name: 'A组' }, { id: 'b', name: 'B组' }],
    ties: [{ by: 'panel', id: 'leaders' }, { by: 'untrimmedMean' }, { by: 'draw' }],
    awards: {
      tiers: [
        { id: 'first', name: '一等奖', category: null, quota: 1, score: null },
        { id: 'second', name: '二等奖', category: null, quota: 2, score: null },
        { id: 'third', name: '三等奖', category: null, quota: 3, score: null },
      ],
      edge: 'all', announce: 'fromLowest',
    },
    windows: { policy: 'calibration', size: 3 },
    reveal: 'calibration',
    lot: { called: true, byCategory: true },
  },
};
