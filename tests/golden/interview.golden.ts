// 结构化面试式 by hand: judges j1–j5; of every criterion one highest and one lowest mark dropped, the mean of three kept, the five means added.
//
// 甲 u1  综合分析 21 22 20 23 21 → 21+22+21 = 64     计划 17 16 17 15 18 → 17+16+17 = 50     沟通 16 17 17 16 15 → 16+17+16 = 49
//        应变 16 17 16 18 16 → 17+16+16 = 49         言语 12 12 13 12 11 → 12+12+12 = 36
//        (64+50+49+49+36)÷3 = 248÷3 = 82.6666… → 82.67       (of totals 82, 84, 83, 84, 81 it would be (82+84+83)÷3 = 83.00)
// 乙 u2  综合分析 22 21 21 20 23 → 64     计划 17 16 17 15 18 → 50     沟通 16 17 17 16 15 → 49     应变 17 16 16 16 18 → 49     言语 12 12 13 12 11 → 36
//        248÷3 → 82.67
// 丙 u3  综合分析 23 22 24 22 23 → 23+22+23 = 68     计划 18 17 17 16 18 → 17+17+18 = 52     沟通 17 18 17 17 16 → 17+17+17 = 51
//        应变 17 17 16 18 17 → 17+17+17 = 51         言语 13 13 12 13 14 → 13+13+13 = 39
//        (68+52+51+51+39)÷3 = 261÷3 = 87.00
//
// 甲 and 乙: the same exact total, the same 综合分析 (64÷3) and, the marks being the same in another order, the same untrimmed mean: a play-off, which 乙 wins.
import { interview } from '../../shared/arena/presets/interview.ts';
import { GoldenRoom, type Golden } from './support.ts';

const marks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  u1: { j1: '21 17 16 16 12', j2: '22 16 17 17 12', j3: '20 17 17 16 13', j4: '23 15 16 18 12', j5: '21 18 15 16 11' },
  u2: { j1: '22 17 16 17 12', j2: '21 16 17 16 12', j3: '21 17 17 16 13', j4: '20 15 16 16 12', j5: '23 18 15 18 11' },
  u3: { j1: '23 18 17 17 13', j2: '22 17 18 17 13', j3: '24 17 17 16 12', j4: '22 16 17 18 13', j5: '23 18 16 17 14' },
};

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: interview.rules, units: 3, judges: { judges: ['j1', 'j2', 'j3', 'j4', 'j5'] }, called: '8' });
  for (const unit of room.session().order) {
    room.present(unit, { speech: 880 });
    room.open(unit);
    room.sheets(unit, marks[unit] ?? {});
    room.lock(unit);
  }
  room.send({ name: 'tie.playOff', input: { session: room.session().id, contestants: ['u1', 'u2'], order: [['u2'], ['u1']], note: '加试一题' } });
  room.finalise();
  return room;
};

export const interviewGolden: Golden = {
  preset: interview, run,
  rows: [
    { unit: 'u3', total: '87.00', rank: 1, decidedBy: null, award: null },
    { unit: 'u2', total: '82.67', rank: 2, decidedBy: 'playOff', award: null },
    { unit: 'u1', total: '82.67', rank: 3, decidedBy: 'playOff', award: null },
  ],
  panels: { u1: ['248/3'], u2: ['248/3'], u3: ['87/1'] },
};
