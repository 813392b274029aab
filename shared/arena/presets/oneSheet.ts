// 一张评价票, as in Weifang and Lanshan: one sheet lists all units and is collected after the last speaker; 好/较好/一般/较差 worth 100/80/60/40; score =
// Σ votes × value ÷ valid votes; a cell with no mark or more than one is void; a sheet that gives every unit the same grade is void if so set (domain.md §2.1).
// The least number of valid ballots and the tie list are samples [P].
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { namelessPanel, onSite, type BuiltInPreset } from './preset.ts';

export const oneSheet: BuiltInPreset = {
  id: 'oneSheet',
  name: '一张票评全部（好／较好／一般／较差）',
  nameEn: 'One sheet for all units, four grades',
  about: {
    zh: '一张纸票列出全部单位，最后一位讲完后收票；每个单位画好、较好、一般、较差中的一个，分别计 100、80、60、40 分。',
    en: 'One paper sheet lists all units and is collected after the last speaker; each unit gets one of four grades worth 100, 80, 60 and 40.',
  },
  sample: {
    zh: '示例：全票画同一等次即作废、最少有效票和同分先后，请按本地办法修改。',
    en: 'Samples: that an all-equal sheet is void, the least number of valid ballots and the tie rules; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{
      kind: 'grade', id: 'form', name: '评价票', fullMark: '100',
      grades: [
        { id: 'good', name: '好', value: '100' }, { id: 'fairlyGood', name: '较好', value: '80' },
        { id: 'fair', name: '一般', value: '60' }, { id: 'poor', name: '较差', value: '40' },
      ],
      blank: 'voidCell', double: 'voidCell', abstentionsCount: false, allEqualVoid: true,
    }],
    parts: [onSite('评价得分', '100')],
    panels: [namelessPanel({ id: 'audience', name: '与会人员', colour: PANEL_COLOURS[0], points: '100' })],
    ties: [{ by: 'moreDecimals' }, { by: 'shared' }],
    windows: { policy: 'wholeSession' },
    reveal: 'allAtEnd',
  },
};
