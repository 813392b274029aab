// 局长述讲 with questions. Sources (domain.md §2): speech 10 minutes; penalties "≤10 s free, >10 s −0.2, ≥30 s −0.5"; 1 + 1 dropped of totals, minimum 5;
// limits on a sheet's total as in "打 8–10 分". Criteria, corridor, question time and tie list are samples [P]; so is that the penalties are points of 100.
import { defaultRules, PANEL_COLOURS } from '../defaultRules.ts';
import { marked, namedPanel, onSite, type BuiltInPreset } from './preset.ts';

export const bureauHeadsQuestions: BuiltInPreset = {
  id: 'bureauHeadsQuestions',
  name: '局长述讲（含现场答问）',
  nameEn: 'Bureau heads’ report with questions',
  about: {
    zh: '局长述讲 10 分钟、现场答问 5 分钟，答问单列分值；两段分别计时，超时扣分，讲完即打分、即公布；正式打分前先试评。',
    en: 'Ten minutes of report and five of questions, answers marked for themselves; both timed, scored and shown at once, after a calibration round.',
  },
  sample: {
    zh: '示例：评分项分值、单票总分上下限、答问时长、超时扣分所用分制和同分先后，请按本地办法修改。',
    en: 'Sample figures: criteria points, limits of a sheet’s total, question time, scale of the time penalties and tie rules; change them to your own rules.',
  },
  rules: {
    ...defaultRules,
    forms: [{
      kind: 'score', id: 'form', name: '打分票', corridor: { lowest: '60', highest: '100' },
      criteria: [marked('results', '履职实绩', '30'), marked('problems', '查摆问题', '20'), marked('plans', '思路举措', '20'), marked('answers', '现场答问', '30')],
    }],
    parts: [onSite('现场得分', '100')],
    panels: [namedPanel({ id: 'judges', name: '评委组', colour: PANEL_COLOURS[0], points: '100', dropHighest: 1, dropLowest: 1, minimum: 5 })],
    ties: [{ by: 'criterion', id: 'answers' }, { by: 'untrimmedMean' }, { by: 'shared' }],
    time: {
      speechSeconds: 600, firstWarning: 60, secondWarning: 30, questionSeconds: 300,
      // Beyond the last tier the cap applies: 11–29 s 0.2, from 30 s on 0.5; speech and questions together are never more than the cap.
      penalty: { fullMark: '100', phases: 'both', graceSeconds: 10, tiers: [{ upTo: 29, amount: '0.2' }], cap: '0.5', under: null },
      lateForfeitSeconds: null,
    },
    trial: true,
  },
};
