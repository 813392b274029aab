// 一张票评全部 by hand: three units, eight paper ballots of eight issued. 好 100, 较好 80, 一般 60, 较差 40; a cell with no mark or two marks is void,
// a sheet that gives every unit the same grade is void as a whole.
//      甲 u1   乙 u2   丙 u3
//   1  好      较好    一般
//   2  好      好      较好
//   3  较好    好      较好
//   4  好      较好    two marks: void cell
//   5  好      好      好       all equal: void sheet
//   6  好      较好    no mark: void cell
//   7  较好    一般    较差
//   8  较好    较好    一般
// 甲  4×100 + 3×80 = 640 over 7 valid; 640÷7 = 91.4285… → 91.43
// 乙  2×100 + 4×80 + 60 = 580 over 7 valid; 580÷7 = 82.8571… → 82.86
// 丙  2×80 + 2×60 + 40 = 320 over 5 valid; 320÷5 = 64.00
import { oneSheet } from '../../shared/arena/presets/oneSheet.ts';
import { GoldenRoom, type Golden } from './support.ts';

const [good, fairly, fair, poor, none, two] = ['good', 'fairlyGood', 'fair', 'poor', '-', 'x'] as const;
const sheets = [
  [good, fairly, fair], [good, good, fairly], [fairly, good, fairly], [good, fairly, two],
  [good, good, good], [good, fairly, none], [fairly, fair, poor], [fairly, fairly, fair],
] as const;

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: oneSheet.rules, units: 3, judges: {} });
  for (const unit of room.session().order) room.present(unit, { speech: 470 });
  room.paper('audience', sheets.map((sheet) => sheet.join(' ')), 8);
  room.lock(...room.session().order);
  room.finalise();
  return room;
};

export const oneSheetGolden: Golden = {
  preset: oneSheet, run,
  rows: [
    { unit: 'u1', total: '91.43', rank: 1, decidedBy: null, award: null },
    { unit: 'u2', total: '82.86', rank: 2, decidedBy: null, award: null },
    { unit: 'u3', total: '64.00', rank: 3, decidedBy: null, award: null },
  ],
  panels: { u1: ['640/7'], u2: ['580/7'], u3: ['64/1'] },
};
