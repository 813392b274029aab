// Rule sets that together use every branch of the rules, with the presets beside them: for tests only. Names are Chinese, so that any
// Latin letter on a sheet is the program's own. An id has the same name everywhere.
import type { Form } from '../../../shared/arena/forms.ts';
import { aFreshPanel, defaultRules, PANEL_COLOURS } from '../../../shared/arena/defaultRules.ts';
import { builtInPresets } from '../../../shared/arena/presets/presets.ts';
import type { Panel, Rules } from '../../../shared/arena/rules.ts';

const NAMES: Readonly<Record<string, string>> = { A: '领导组', B: '部门组', C: '群众组', D: '代表组' };
const panel = (id: string, points: string, change: Partial<Panel> = {}): Panel =>
  ({ ...aFreshPanel({ id, name: NAMES[id] ?? '', colour: PANEL_COLOURS[0], form: 'form', part: 'onSite', points }), ...change });
const nameless: Partial<Panel> = { recusal: 'never', dropHighest: 0, dropLowest: 0 };

const scoreForm = (id: string, name: string, corridor: { readonly lowest: string; readonly highest: string } | null): Form => ({
  kind: 'score', id, name, corridor,
  criteria: [
    { id: `${id}1`, name: `${name}实绩`, points: '40', step: '0.5', floor: '20', ceiling: '40' },
    { id: `${id}2`, name: `${name}思路`, points: '35', step: '1', floor: '0', ceiling: '30' },
    { id: `${id}3`, name: `${name}答问`, points: '25', step: '0.5', floor: '0', ceiling: '25' },
  ],
});
const grade: Form = {
  kind: 'grade', id: 'grade', name: '评价票', fullMark: '100', blank: 'abstention', double: 'voidCell', abstentionsCount: true, allEqualVoid: true,
  grades: [{ id: 'g1', name: '好', value: '100' }, { id: 'g2', name: '较好', value: '80' }, { id: 'g3', name: '一般', value: '60' }],
};
const rank: Form = { kind: 'rank', id: 'rank', name: '名次票', points: { by: 'linear', top: '100', step: '3' } };
const categories = [{ id: 'k1', name: '综合部门' }, { id: 'k2', name: '执法部门' }];

/** Score sheets, categories, five parts, everything switched on. */
const everything: Rules = {
  ...defaultRules,
  fullMark: '120',
  forms: [scoreForm('form', '主票', { lowest: '40', highest: '90' }), scoreForm('other', '副票', null)],
  parts: [
    { id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: '40', points: '60' },
    { id: 'record', name: '实绩得分', kind: 'performance', source: 'entered', fullMark: '100', points: '30' },
    { id: 'opinion', name: '测评得分', kind: 'appraisal', source: 'entered', fullMark: '100', points: '12' },
    { id: 'visit', name: '观摩得分', kind: 'visit', source: 'entered', fullMark: '100', points: '8' },
    { id: 'carried', name: '上一轮得分', kind: 'carried', source: 'entered', fullMark: '120', points: '10' },
  ],
  panels: [
    panel('A', '24', { recusal: 'automatic', dropHighest: 2, minimum: 7 }),
    panel('B', '16', { trimOf: 'criteria', average: 'median', categories: ['k1'], form: 'other', recusal: 'default' }),
    panel('C', '10', { categories: ['k2'], form: 'other', dropHighest: 0, dropLowest: 0, minimum: 3 }),
    panel('D', '6', { categories: ['k2'], recusal: 'never' }),
  ],
  adjustments: [{ id: 'bonus', name: '创新加分', sign: 'bonus', fullMark: '100', cap: '2' }, { id: 'fault', name: '失分事项', sign: 'penalty', fullMark: '7', cap: null }],
  missing: { absent: 'zero', recused: 'excluded', abstained: 'fillBefore', void: 'excluded', leftEarly: 'fillAfter', leftEarlyMarks: 'stand', fillPlaces: 2 },
  rounding: { mark: 2, panel: 2, part: 3, final: 2 },
  categories,
  ties: [
    { by: 'part', id: 'record' }, { by: 'panel', id: 'A' }, { by: 'criterion', id: 'form1' }, { by: 'moreDecimals' }, { by: 'untrimmedMean' }, { by: 'playOff' }, { by: 'draw' },
  ],
  placePoints: { points: { by: 'table', points: ['10', '8', '6'] }, ties: 'averaged' },
  awards: {
    tiers: [
      { id: 'first', name: '一等奖', category: 'k1', quota: 1, score: '90' }, { id: 'second', name: '二等奖', category: null, quota: 2, score: null },
      { id: 'third', name: '三等奖', category: null, quota: null, score: '70' },
    ],
    edge: 'none', announce: 'straight',
  },
  windows: { policy: 'batch', size: 3 },
  reveal: 'afterNext',
  rankingReveal: { by: 'knownPart', part: 'record' },
  disclosure: { marks: 'bySeat', panelMeans: true, parts: true, total: 'figure', figure: 'either', ranking: { show: 'all' }, standings: true },
  time: {
    speechSeconds: 480, firstWarning: 60, secondWarning: 30, questionSeconds: 300, lateForfeitSeconds: 60,
    penalty: {
      fullMark: '10', phases: 'both', graceSeconds: 5, cap: '0.2', tiers: [{ upTo: 10, amount: '0.02' }, { upTo: 20, amount: '0.05' }, { upTo: 30, amount: '0.1' }],
      under: { seconds: 360, amount: '0.1' },
    },
  },
  lot: { called: true, byCategory: true },
  trial: true, farFromMedian: '10', paperCheck: 'readBack', singleOperator: true,
};

/** All at the end: nameless and counted ballots beside named ones, so that whole sheets may be void. */
const ballots: Rules = {
  ...defaultRules,
  forms: [grade, scoreForm('form', '主票', null)],
  panels: [panel('A', '50', { form: 'grade', recusal: 'propose' }), panel('B', '30', { ...nameless, form: 'grade', voters: 'anonymous' }), panel('C', '20', { ...nameless, form: 'grade', voters: 'counts' })],
  missing: { ...defaultRules.missing, leftEarlyMarks: 'withdrawn' },
  windows: { policy: 'wholeSession' }, reveal: 'allAtEnd',
  disclosure: { ...defaultRules.disclosure, total: 'tier', ranking: { show: 'first', count: 3 } },
  awards: { ...defaultRules.awards, tiers: [{ id: 'first', name: '一等奖', category: null, quota: 2, score: null }] },
  placePoints: { points: { by: 'borda', last: 'one' }, ties: 'same' },
};

const ranked = (points: Extract<Form, { kind: 'rank' }>['points']): Rules => ({
  ...ballots,
  forms: [{ ...rank, points }, grade],
  panels: [panel('A', '60', { ...nameless, form: 'rank' }), panel('B', '40', { ...nameless, form: 'grade', voters: 'anonymous' })],
  missing: defaultRules.missing,
  disclosure: { ...defaultRules.disclosure, ranking: { show: 'none' } },
  placePoints: { points: { by: 'linear', top: '10', step: '1' }, ties: 'averaged' },
});

/** The first three set the standard; only the on-site score on the wall. */
const calibrated: Rules = {
  ...everything,
  panels: [panel('A', '24'), panel('B', '16', { form: 'other' })], categories: [], lot: { called: false, byCategory: false },
  awards: { tiers: [], edge: 'all', announce: 'fromLowest' },
  windows: { policy: 'calibration', size: 3 }, reveal: 'calibration', rankingReveal: { by: 'lastFirst' },
  disclosure: { ...everything.disclosure, figure: 'onSite', total: 'figure' },
};

const enteredOnly: Rules = {
  ...defaultRules, panels: [],
  parts: [{ id: 'record', name: '实绩得分', kind: 'performance', source: 'entered', fullMark: '100', points: '60' }, { id: 'opinion', name: '测评得分', kind: 'appraisal', source: 'entered', fullMark: '100', points: '40' }],
};

/** Two parts scored in the room by equal panels; and two categories with a panel each. */
const twoParts: Rules = {
  ...defaultRules,
  parts: [
    { id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: '100', points: '70' }, { id: 'opinion', name: '测评得分', kind: 'appraisal', source: 'panels', fullMark: '100', points: '30' },
  ],
  panels: [panel('A', '100'), panel('B', '100', { part: 'opinion', dropHighest: 0 })],
};
const twoCategories: Rules = { ...defaultRules, categories, panels: [panel('A', '100', { categories: ['k1'] }), panel('B', '100', { categories: ['k2'], dropHighest: 0 })] };

export const ruleSets: Readonly<Record<string, Rules>> = {
  default: defaultRules, everything, ballots, ranked: ranked({ by: 'linear', top: '100', step: '3' }), table: ranked({ by: 'table', points: ['100', '96', '92', '90'] }),
  borda: ranked({ by: 'borda', last: 'zero' }), calibrated, enteredOnly, twoParts, twoCategories,
};
export const biggest = everything;
export const presetRules: Readonly<Record<string, Rules>> = Object.fromEntries(builtInPresets.map(({ id, rules }) => [id, rules]));
