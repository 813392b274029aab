// The rules a new session starts from: the sample rubric of domain.md §2.3 (示例), shown and editable, never applied behind anyone's back.
import type { Criterion } from './forms.ts';
import type { Panel, Rules } from './rules.ts';

const criterion = (id: string, name: string, points: string): Criterion => ({ id, name, points, step: '0.5', floor: '0', ceiling: points });

export const PANEL_COLOURS = ['#b3261e', '#1f5fa8', '#2e7d32', '#8a5a00', '#6a3d9a', '#00695c'] as const;

/** A panel with one highest and one lowest dropped of totals, at least five sheets, recusals proposed. */
export const aFreshPanel = (given: Pick<Panel, 'id' | 'name' | 'colour' | 'form' | 'part' | 'points'>): Panel => ({
  ...given, voters: 'named', trimOf: 'totals', dropHighest: 1, dropLowest: 1, minimum: 5, average: 'mean', recusal: 'propose', categories: null,
});

/** 晒成绩 30 · 摆问题 20 · 亮目标 20 · 列举措 25 · 汇报表现 5; one panel, one highest and one lowest dropped of totals, two places, the total alone made public. */
export const defaultRules: Rules = {
  fullMark: '100',
  forms: [{
    kind: 'score', id: 'form', name: '打分票', corridor: null,
    criteria: [criterion('c1', '晒成绩', '30'), criterion('c2', '摆问题', '20'), criterion('c3', '亮目标', '20'), criterion('c4', '列举措', '25'), criterion('c5', '汇报表现', '5')],
  }],
  parts: [{ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: '100', points: '100' }],
  panels: [aFreshPanel({ id: 'A', name: '评委组', colour: PANEL_COLOURS[0], form: 'form', part: 'onSite', points: '100' })],
  adjustments: [],
  missing: { absent: 'excluded', recused: 'excluded', abstained: 'excluded', void: 'excluded', leftEarly: 'excluded', leftEarlyMarks: 'stand', fillPlaces: null },
  rounding: { mark: null, panel: null, part: null, final: 2 },
  categories: [],
  ties: [{ by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'shared' }],
  placePoints: null,
  awards: { tiers: [], edge: 'all', announce: 'fromLowest' },
  windows: { policy: 'withContestant' },
  reveal: 'atOnce',
  rankingReveal: { by: 'lastFirst' },
  disclosure: { marks: 'hidden', panelMeans: false, parts: false, total: 'figure', figure: 'combined', ranking: { show: 'all' }, standings: false },
  time: { speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 0, penalty: null, lateForfeitSeconds: null },
  lot: { called: false, byCategory: false },
  trial: false,
  farFromMedian: null,
  paperCheck: 'secondEntry',
  singleOperator: false,
};
