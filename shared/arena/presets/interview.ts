// 结构化面试式: 1 + 1 dropped of every criterion, then added (domain.md §2.2: "of totals or per criterion, both are in use"). Public recruitment notices print the
// same: 每个测评要素去掉一个最高分、一个最低分后综合计算, two decimals, half up; none rounds a criterion before adding, so neither does this.
// 5/7/9 judges in formal panels; a lot with a called number. Criteria, points and the tie list are samples [P].
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { marked, namedPanel, onSite, type BuiltInPreset } from './preset.ts';

export const interview: BuiltInPreset = {
  id: 'interview',
  name: '结构化面试式（逐项去分）',
  nameEn: 'Structured interview, trimmed per criterion',
  about: {
    zh: '考官逐项打分，每一项各去掉一个最高分和一个最低分再平均，各项相加保留两位小数，当场公布；同分加赛。',
    en: 'Judges mark each criterion; of each the highest and lowest are dropped, the means are added, two places, shown at once; a play-off settles ties.',
  },
  sample: {
    zh: '示例：测评要素及分值、时长和同分先后，请按本地办法修改。',
    en: 'Sample figures: criteria and points, minutes and tie rules; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{
      kind: 'score', id: 'form', name: '打分票', corridor: null,
      criteria: [marked('analysis', '综合分析', '25'), marked('planning', '计划组织协调', '20'), marked('people', '人际沟通', '20'), marked('crisis', '应急应变', '20'), marked('speech', '言语表达与举止', '15')],
    }],
    parts: [onSite('面试得分', '100')],
    panels: [namedPanel({ id: 'judges', name: '考官组', colour: PANEL_COLOURS[0], points: '100', trimOf: 'criteria', dropHighest: 1, dropLowest: 1, minimum: 5 })],
    ties: [{ by: 'criterion', id: 'analysis' }, { by: 'untrimmedMean' }, { by: 'playOff' }, { by: 'shared' }],
    time: { ...defaultRules.time, speechSeconds: 900 },
    lot: { called: true, byCategory: false },
  },
};
