// 局长述讲（含现场答问） by hand. Judges j1–j7, marks 履职实绩 + 查摆问题 + 思路举措 + 现场答问, one highest and one lowest total dropped.
//
// 甲 u1  26+17+17+25=85  27+17+18+26=88  25+16+17+25=83  27+18+18+26=89  26+17+17+26=86  28+18+18+27=91  26+17+18+26=87
//        drop 91 and 83 → 85+88+89+86+87 = 435; 435÷5 = 87
//        speech 10′25″: 25 s over → 0.2; questions 5′35″: 35 s over → 0.5; together 0.7, capped at 0.5 → 87 − 0.5 = 86.50
//        answers over the kept sheets: 25+26+26+26+26 = 129; 129÷5 = 25.8
// 乙 u2  j7 is absent and stays out: 26+17+17+26=86  26+17+17+26=86  27+18+17+26=88  26+18+17+26=87  25+17+17+25=84  26+17+17+27=87
//        drop 88 and 84 → 86+86+87+87 = 346; 346÷4 = 86.50; 10 s over are free
//        answers over the kept sheets: 26+26+26+27 = 105; 105÷4 = 26.25
// 丙 u3  j2 abstains and stays out: 27+18+18+27=90  26+17+17+25=85  27+17+18+26=88  26+17+17+26=86  26+18+17+26=87  27+18+18+26=89
//        drop 90 and 85 → 88+86+87+89 = 350; 350÷4 = 87.50; in time
//
// 丙 87.50; 甲 and 乙 at 86.50: the answers part them, 26.25 > 25.8 → 乙 2nd, 甲 3rd. The calibration round gave 60 and 100 and counts for nobody.
import { bureauHeadsQuestions } from '../../shared/arena/presets/bureauHeadsQuestions.ts';
import { GoldenRoom, type Golden } from './support.ts';

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: bureauHeadsQuestions.rules, units: 3, judges: { judges: ['j1', 'j2', 'j3', 'j4', 'j5', 'j6', 'j7'] } });
  const { id: session } = room.session();
  room.send({ name: 'trial.open', input: { session } });
  room.sheets('trial', { j1: '20 10 10 20', j2: '30 20 20 30' });
  room.send({ name: 'trial.close', input: { session } });

  room.present('u1', { speech: 625, questions: 335 });
  room.open('u1');
  room.sheets('u1', { j1: '26 17 17 25', j2: '27 17 18 26', j3: '25 16 17 25', j4: '27 18 18 26', j5: '26 17 17 26', j6: '28 18 18 27', j7: '26 17 18 26' });
  room.penalty('u1', 'speech', '0.2');
  room.penalty('u1', 'questions', '0.5');
  room.lock('u1');

  room.present('u2', { speech: 610, questions: 300 });
  room.open('u2');
  room.sheets('u2', { j1: '26 17 17 26', j2: '26 17 17 26', j3: '27 18 17 26', j4: '26 18 17 26', j5: '25 17 17 25', j6: '26 17 17 27' });
  room.send({ name: 'gap.decide', input: { session, contestant: 'u2', judge: 'j7', cause: 'absent', note: '' } });
  room.lock('u2');

  room.present('u3', { speech: 540, questions: 240 });
  room.open('u3');
  room.sheets('u3', { j1: '27 18 18 27', j2: '-', j3: '26 17 17 25', j4: '27 17 18 26', j5: '26 17 17 26', j6: '26 18 17 26', j7: '27 18 18 26' });
  room.lock('u3');
  room.finalise();
  return room;
};

export const bureauHeadsQuestionsGolden: Golden = {
  preset: bureauHeadsQuestions, run,
  rows: [
    { unit: 'u3', total: '87.50', rank: 1, decidedBy: null, award: null },
    { unit: 'u2', total: '86.50', rank: 2, decidedBy: 'criterion:answers', award: null },
    { unit: 'u1', total: '86.50', rank: 3, decidedBy: 'criterion:answers', award: null },
  ],
  panels: { u1: ['87/1'], u2: ['173/2'], u3: ['175/2'] },
};
