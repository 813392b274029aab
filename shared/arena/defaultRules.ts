// The rules a new session starts from: the sample rubric of domain.md §2.3 (示例), shown and editable, never applied behind anyone's back.
import type { Criterion, Rules } from './rules.ts';

const criterion = (id: string, name: string, points: string): Criterion => ({ id, name, points, step: '0.5', floor: '0', ceiling: points });

export const PANEL_COLOURS = ['#b3261e', '#1f5fa8', '#2e7d32', '#8a5a00', '#6a3d9a', '#00695c'] as const;

/** 晒成绩 30 · 摆问题 20 · 亮目标 20 · 列举措 25 · 汇报表现 5; one panel, one highest and one lowest dropped of totals, two places, the total alone made public. */
export const defaultRules: Rules = {
  fullMark: '100',
  criteria: [
    criterion('c1', '晒成绩', '30'), criterion('c2', '摆问题', '20'), criterion('c3', '亮目标', '20'),
    criterion('c4', '列举措', '25'), criterion('c5', '汇报表现', '5'),
  ],
  panels: [{ id: 'A', name: '评委组', weight: '100', colour: PANEL_COLOURS[0], dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' }],
  trimOf: 'totals',
  rounding: { mark: null, panel: null, final: 2 },
  ties: [{ by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'shared' }],
  windows: { policy: 'withContestant' },
  reveal: 'atOnce',
  disclosure: { marks: 'hidden', panelMeans: false, total: 'figure', ranking: { show: 'all' }, standings: false },
  time: { speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 0 },
  singleOperator: false,
};
