// 处长述职 with grade ballots without names. Sources (domain.md §2): score = Σ votes × value ÷ valid votes, four grades 100/80/60/40; groups 60/40; on-site with
// performance 50/50; 6 minutes; anonymous groups under 5 are not shown. Which grade is worth what for 优秀…不称职, tiers and quota are samples [P].
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { namelessPanel, onSite, type BuiltInPreset } from './preset.ts';

export const divisionHeads: BuiltInPreset = {
  id: 'divisionHeads',
  name: '处长述职（不记名评价）',
  nameEn: 'Division heads’ report, graded without names',
  about: {
    zh: '处长逐个述职，局领导和干部职工不记名画票评优秀、称职、基本称职、不称职；评价占 50%，实绩占 50%，全部讲完后统一公布等次。',
    en: 'Division heads report in turn and are graded without names; appraisal 50 %, performance 50 %, tiers announced after the last.',
  },
  sample: {
    zh: '示例：四个等次的分值、空白与多画的处理、奖次分数线和名额、同分先后，请按本地办法修改。',
    en: 'Sample figures: values of the grades, blank and double marks, tier limits and quota, tie rules; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{
      kind: 'grade', id: 'form', name: '评价票', fullMark: '100',
      grades: [
        { id: 'excellent', name: '优秀', value: '100' }, { id: 'competent', name: '称职', value: '80' },
        { id: 'basic', name: '基本称职', value: '60' }, { id: 'incompetent', name: '不称职', value: '40' },
      ],
      blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false,
    }],
    parts: [onSite('述职评价', '50'), { id: 'performance', name: '实绩得分', kind: 'performance', source: 'entered', fullMark: '100', points: '50' }],
    panels: [
      namelessPanel({ id: 'leaders', name: '局领导', colour: PANEL_COLOURS[0], points: '60' }),
      namelessPanel({ id: 'staff', name: '干部职工', colour: PANEL_COLOURS[1], points: '40' }),
    ],
    ties: [{ by: 'moreDecimals' }, { by: 'panel', id: 'leaders' }, { by: 'shared' }],
    awards: {
      tiers: [{ id: 'excellent', name: '优秀', category: null, quota: 2, score: '90' }, { id: 'good', name: '良好', category: null, quota: null, score: '80' }],
      edge: 'none', announce: 'straight',
    },
    windows: { policy: 'wholeSession' },
    reveal: 'allAtEnd',
    disclosure: { ...defaultRules.disclosure, total: 'tier', ranking: { show: 'none' } },
    time: { ...defaultRules.time, speechSeconds: 360 },
    paperCheck: 'readBack',
  },
};
