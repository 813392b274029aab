// 局长擂台（分组） by hand. Group A: 甲 u1, 乙 u2, 丙 u3; group B: 丁 u4, 戊 u5. One mark of 8–10 a sheet; every panel's mean is rounded to 2 places first.
// Leaders a1–a5 (30 points, one highest and one lowest dropped), departments b1–b3 (40), delegates c1–c3 (30). 10 marks are 100 points:
// score = 3 × leaders + 4 × departments + 3 × delegates.
//
// 甲 u1  leaders 9.2 9.4 9.3 9.0 9.5: drop 9.5, 9.0 → 27.9÷3 = 9.30
//        departments 9.1+9.2+9.2 = 27.5÷3 = 9.1666… → 9.17      delegates 9.0+9.1+9.1 = 27.2÷3 = 9.0666… → 9.07
//        27.90 + 36.68 + 27.21 = 91.79        (without rounding the means first it would be 91.7666… → 91.77)
// 乙 u2  leaders 9.0 9.1 9.2 9.3 9.1: drop 9.3, 9.0 → 27.4÷3 = 9.1333… → 9.13
//        departments 9.3+9.3+9.2 = 27.8÷3 = 9.2666… → 9.27      delegates 9.1+9.1+9.1 = 27.3÷3 = 9.10
//        27.39 + 37.08 + 27.30 = 91.77; bonuses 0.6 + 0.8 = 1.4, capped at 1 → 92.77
// 丙 u3  leaders 9.4 9.2 9.3 9.5 9.0: drop 9.5, 9.0 → 27.9÷3 = 9.30
//        departments 9.2+9.1+9.2 → 9.17                          delegates 9.1+9.0+9.1 → 9.07
//        27.90 + 36.68 + 27.21 = 91.79
// 丁 u4  leaders 8.8 8.9 9.0 9.1 9.2: drop 9.2, 8.8 → 27.0÷3 = 9.00
//        departments 9.0+9.0+9.1 = 27.1÷3 = 9.0333… → 9.03      delegates 9.2+9.3+9.3 = 27.8÷3 → 9.27
//        27.00 + 36.12 + 27.81 = 90.93
// 戊 u5  leaders 9.0 9.1 9.1 9.1 9.3: drop 9.3, 9.0 → 27.3÷3 = 9.10
//        departments 9.0+9.1+9.0 → 9.03                          delegates 9.2+9.2+9.1 = 27.5÷3 → 9.17
//        27.30 + 36.12 + 27.51 = 90.93
//
// Group A: 乙 92.77 is first. 甲 and 丙 at 91.79 have the same leaders' mean 9.30 and the same marks in another order, so the untrimmed means are equal
// (3×46.4/5 + 4×27.5/3 + 3×27.2/3): the lot decides. Seed 5EED0001; SHA-256 of `5EED0001:u1` is 74107f20…, of `5EED0001:u3` 9c8aa9f9…; the smaller
// goes first: 甲 2nd, 丙 3rd. Prizes: first 乙; second 甲 and 丙.
// Group B: both at 90.93; the leaders' mean parts them, 9.10 > 9.00: 戊 first, 丁 second. Prizes: first 戊; second 丁.
import { bureauHeads } from '../../shared/arena/presets/bureauHeads.ts';
import { GoldenRoom, type Golden } from './support.ts';

const judges = { leaders: ['a1', 'a2', 'a3', 'a4', 'a5'], departments: ['b1', 'b2', 'b3'], delegates: ['c1', 'c2', 'c3'] } as const;
const seats = Object.values(judges).flat();
const marks: Readonly<Record<string, string>> = {
  u1: '9.2 9.4 9.3 9.0 9.5 9.1 9.2 9.2 9.0 9.1 9.1',
  u2: '9.0 9.1 9.2 9.3 9.1 9.3 9.3 9.2 9.1 9.1 9.1',
  u3: '9.4 9.2 9.3 9.5 9.0 9.2 9.1 9.2 9.1 9.0 9.1',
  u4: '8.8 8.9 9.0 9.1 9.2 9.0 9.0 9.1 9.2 9.3 9.3',
  u5: '9.0 9.1 9.1 9.1 9.3 9.0 9.1 9.0 9.2 9.2 9.1',
};

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: bureauHeads.rules, units: 5, judges, categories: { u1: 'a', u2: 'a', u3: 'a', u4: 'b', u5: 'b' }, called: '27' });
  const { id: session, order } = room.session();
  const score = (unit: string): void => {
    room.sheets(unit, Object.fromEntries(seats.map((judge, at) => [judge, marks[unit]?.split(' ')[at] ?? ''])));
    if (unit !== 'u2') return;
    for (const amount of ['0.6', '0.8']) room.send({ name: 'adjustment.make', input: { session, contestant: unit, kind: 'innovation', amount, reason: '示例创新' } });
  };
  // The first three settle the standard: their windows open together when the third has finished.
  for (const unit of order.slice(0, 3)) room.present(unit, { speech: 300 });
  for (const unit of order.slice(0, 3)) score(unit);
  room.lock(...order.slice(0, 3));
  for (const unit of order.slice(3)) {
    room.present(unit, { speech: 300 });
    room.open(unit);
    score(unit);
    room.lock(unit);
  }
  room.nextIdIs('5eed000100000000');
  room.send({ name: 'tie.draw', input: { session, contestants: ['u1', 'u3'] } });
  room.finalise();
  return room;
};

export const bureauHeadsGolden: Golden = {
  preset: bureauHeads, run,
  rows: [
    { unit: 'u2', total: '92.77', rank: 1, decidedBy: null, award: 'first' },
    { unit: 'u1', total: '91.79', rank: 2, decidedBy: 'draw', award: 'second' },
    { unit: 'u3', total: '91.79', rank: 3, decidedBy: 'draw', award: 'second' },
    { unit: 'u5', total: '90.93', rank: 1, decidedBy: 'panel:leaders', award: 'first' },
    { unit: 'u4', total: '90.93', rank: 2, decidedBy: 'panel:leaders', award: 'second' },
  ],
  panels: {
    u1: ['93/10', '917/100', '907/100'], u2: ['913/100', '927/100', '91/10'], u3: ['93/10', '917/100', '907/100'],
    u4: ['9/1', '903/100', '927/100'], u5: ['91/10', '903/100', '917/100'],
  },
};
