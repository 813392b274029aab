// 县区书记擂台. Sources (domain.md §2): groups A 60 / B 40; on-site with performance 40/60 ("40 of 100, of which 24 + 16"); 8 minutes, light at 7′30″,
// penalties of a 10-point scale 1–10 s 0.02, 11–20 s 0.05, 21–30 s 0.1, cap 0.2, under 6′ 0.1, more than 1 min late a forfeit; each unit's score after
// the next has spoken; minimum panel 5 for 1 + 1. The rubric is §2.3 [P]; the tie list and the second warning are samples.
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { marked, namedPanel, onSite, type BuiltInPreset } from './preset.ts';

export const countySecretaries: BuiltInPreset = {
  id: 'countySecretaries',
  name: '县区书记擂台',
  nameEn: 'County secretaries’ arena',
  about: {
    zh: '区县党委书记登台晒成绩、摆问题、亮目标、列举措；现场得分占 40%，实绩占 60%，下一位讲完再公布上一位得分。',
    en: 'County secretaries show results, lay out problems, state targets and list measures; 40 % on site, 60 % performance, each score shown after the next speaker.',
  },
  sample: {
    zh: '示例：评分项分值、去分办法、最少有效票、同分先后和第二次提醒，请按本地办法修改。',
    en: 'Sample figures: criteria points, trimming, smallest panel, order of tie rules and the second warning; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{
      kind: 'score', id: 'form', name: '打分票', corridor: null,
      criteria: [marked('results', '晒成绩', '30'), marked('problems', '摆问题', '20'), marked('targets', '亮目标', '20'), marked('measures', '列举措', '25'), marked('delivery', '汇报表现', '5')],
    }],
    parts: [onSite('现场得分', '40'), { id: 'performance', name: '实绩得分', kind: 'performance', source: 'entered', fullMark: '100', points: '60' }],
    panels: [
      namedPanel({ id: 'leaders', name: '市级领导', colour: PANEL_COLOURS[0], points: '60', dropHighest: 1, dropLowest: 1, minimum: 5 }),
      namedPanel({ id: 'delegates', name: '部门负责人和代表', colour: PANEL_COLOURS[1], points: '40' }),
    ],
    ties: [{ by: 'moreDecimals' }, { by: 'part', id: 'performance' }, { by: 'untrimmedMean' }, { by: 'shared' }],
    windows: { policy: 'untilNextFinished' },
    reveal: 'afterNext',
    disclosure: { ...defaultRules.disclosure, parts: true, figure: 'either' },
    time: {
      speechSeconds: 480, firstWarning: 30, secondWarning: 10, questionSeconds: 0,
      penalty: {
        fullMark: '10', phases: 'speech', graceSeconds: 0, cap: '0.2', under: { seconds: 360, amount: '0.1' },
        tiers: [{ upTo: 10, amount: '0.02' }, { upTo: 20, amount: '0.05' }, { upTo: 30, amount: '0.1' }],
      },
      lateForfeitSeconds: 60,
    },
  },
};
