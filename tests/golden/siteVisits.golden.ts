// 现场观摩（名次票） by hand: four units, seven paper ballots of eight issued. Places of 甲 乙 丙 丁; first 100, then 97, 94, 91.
//   1: 1 2 3 4      2: 2 1 3 4      3: 1 3 4 2      4: 1 2 4 3      5: 2 1 3 4      6: 1 1 3 4 (a tie: void)      7: blank (an abstention)
// Five valid ballots.
// 甲 u1  3×100 + 2×97 = 494; 494÷5 = 98.80
// 乙 u2  2×100 + 2×97 + 94 = 488; 488÷5 = 97.60
// 丙 u3  3×94 + 2×91 = 464; 464÷5 = 92.80
// 丁 u4  97 + 94 + 3×91 = 464; 464÷5 = 92.80
// Check: 98.80 + 97.60 + 92.80 + 92.80 = 382 = 100 + 97 + 94 + 91. 丙 and 丁 share the third place.
import { siteVisits } from '../../shared/arena/presets/siteVisits.ts';
import { GoldenRoom, type Golden } from './support.ts';

const run = (): GoldenRoom => {
  const room = new GoldenRoom({ rules: siteVisits.rules, units: 4, judges: {} });
  for (const unit of room.session().order) room.present(unit, { speech: 500 });
  room.paper('visitors', ['1 2 3 4', '2 1 3 4', '1 3 4 2', '1 2 4 3', '2 1 3 4', '1 1 3 4', '- - - -'], 8);
  room.lock(...room.session().order);
  room.finalise();
  return room;
};

export const siteVisitsGolden: Golden = {
  preset: siteVisits, run,
  rows: [
    { unit: 'u1', total: '98.80', rank: 1, decidedBy: null, award: null },
    { unit: 'u2', total: '97.60', rank: 2, decidedBy: null, award: null },
    { unit: 'u3', total: '92.80', rank: 3, decidedBy: 'shared', award: null },
    { unit: 'u4', total: '92.80', rank: 3, decidedBy: 'shared', award: null },
  ],
  panels: { u1: ['494/5'], u2: ['488/5'], u3: ['464/5'], u4: ['464/5'] },
};
