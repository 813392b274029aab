// 现场观摩 with a rank ballot, as in Jining 2015: Σ votes(k) × (100 − 3(k − 1)) ÷ ballots, ties, gaps and alterations void, shared places 9, 9, 11
// (domain.md §2.1; data/jining_2015Q1_rank_ballot.csv). That ballots carry no names, the least number of them and the time are samples [P].
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { namelessPanel, onSite, type BuiltInPreset } from './preset.ts';

export const siteVisits: BuiltInPreset = {
  id: 'siteVisits',
  name: '现场观摩（名次票）',
  nameEn: 'Site visits with rank ballots',
  about: {
    zh: '看完全部现场后每人给所有单位排名次：第一名 100 分，每降一名减 3 分，取平均；名次重复、空缺或涂改的票作废。',
    en: 'After the last site everybody ranks all units: first place 100 points, 3 less a place, averaged; ties, gaps and alterations void a ballot.',
  },
  sample: {
    zh: '示例：不记名投票、最少有效票和每处介绍时间，请按本地办法修改。',
    en: 'Samples: ballots without names, the least number of valid ballots and the minutes at each site; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{ kind: 'rank', id: 'form', name: '名次票', points: { by: 'linear', top: '100', step: '3' } }],
    parts: [onSite('观摩得分', '100')],
    panels: [namelessPanel({ id: 'visitors', name: '观摩团', colour: PANEL_COLOURS[0], points: '100' })],
    ties: [{ by: 'shared' }],
    windows: { policy: 'wholeSession' },
    reveal: 'allAtEnd',
    time: { ...defaultRules.time, speechSeconds: 600 },
  },
};
