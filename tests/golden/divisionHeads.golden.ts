// 处长述职（不记名评价） by hand. Leaders: 5 paper ballots (60 points); staff: 7 seats, 6 ballots in the sealed box (40 points). 优秀 100, 称职 80, 基本称职 60,
// 不称职 40; a blank is an abstention outside the denominator, two marks void the cell. On site 50 of 100, performance 50.
//
// 甲 u1  leaders 3×100 + 2×80 = 460; 460÷5 = 92           staff 4×100 + 1×80 = 480, one blank; 480÷5 = 96
//        on site 0.6×92 + 0.4×96 = 55.2 + 38.4 = 93.6      0.5×93.6 + 0.5×91.2 = 46.8 + 45.6 = 92.40
// 乙 u2  leaders 2×100 + 3×80 = 440; 440÷5 = 88           staff 3×100 + 2×80 = 460, one cell with two marks; 460÷5 = 92
//        on site 52.8 + 36.8 = 89.6                        0.5×89.6 + 0.5×92.3 = 44.8 + 46.15 = 90.95
// 丙 u3  leaders 3×100 + 80 + 60 = 440; 440÷5 = 88        staff 3×100 + 3×80 = 540; 540÷6 = 90
//        on site 52.8 + 36 = 88.8                          0.5×88.8 + 0.5×93.1 = 44.4 + 46.55 = 90.95
// 丁 u4  leaders 100 + 2×80 + 2×60 = 380; 380÷5 = 76      staff 100 + 3×80 + 2×60 = 460; 460÷6 = 76.666…
//        on site 45.6 + 30.666… = 76.2666…                 38.1333… + 0.5×84.85 = 38.1333… + 42.425 = 80.5583… → 80.56
//
// 乙 and 丙 stand at 90.95 exactly with the same leaders' mean 88: they share the second place, and 丁 is fourth.
// Tiers: three reach 90, but 优秀 has two places and the edge cuts through the shared second place; "none" of them gets it: 优秀 甲; 良好 乙, 丙, 丁 (80 and more).
import { divisionHeads } from '../../shared/arena/presets/divisionHeads.ts';
import { GoldenRoom, type Golden } from './support.ts';

const [e, c, b, blank, two] = ['excellent', 'competent', 'basic', '-', 'x'] as const;
const ballot = (...cells: readonly string[]): string => cells.join(' ');

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: divisionHeads.rules, units: 4, judges: { staff: ['s1', 's2', 's3', 's4', 's5', 's6', 's7'] } });
  for (const unit of room.session().order) room.present(unit, { speech: 350 });
  room.paper('leaders', [ballot(e, e, e, c), ballot(e, c, e, b), ballot(e, c, e, e), ballot(c, e, c, c), ballot(c, c, b, b)], 5);
  room.box('staff', [ballot(e, e, e, c), ballot(e, e, c, c), ballot(e, c, e, e), ballot(e, c, c, b), ballot(c, e, e, b), ballot(blank, two, c, c)], 7);
  room.lock(...room.session().order);
  // The performance is entered after the sheets are locked.
  const performance = { u1: '91.2', u2: '92.3', u3: '93.1', u4: '84.85' };
  const values = Object.entries(performance).map(([contestant, value]) => ({ contestant, part: 'performance', value }));
  room.send({ name: 'session.parts', input: { session: room.session().id, values, source: '示例' } });
  room.finalise();
  return room;
};

export const divisionHeadsGolden: Golden = {
  preset: divisionHeads, run,
  rows: [
    { unit: 'u1', total: '92.40', rank: 1, decidedBy: null, award: 'excellent' },
    { unit: 'u2', total: '90.95', rank: 2, decidedBy: 'shared', award: 'good' },
    { unit: 'u3', total: '90.95', rank: 2, decidedBy: 'shared', award: 'good' },
    { unit: 'u4', total: '80.56', rank: 4, decidedBy: null, award: 'good' },
  ],
  panels: { u1: ['92/1', '96/1'], u2: ['88/1', '92/1'], u3: ['88/1', '90/1'], u4: ['76/1', '230/3'] },
};
