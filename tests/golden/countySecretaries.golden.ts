// 县区书记擂台 by hand. Four units; leaders a1–a5 (60 points, one highest and one lowest total dropped), delegates b1–b4 (40 points, none dropped).
// On site counts 40 of 100, performance 60.
//
// 甲 u1  leaders: 28+18+17+22+4=89  27+17+18+23+4=89  29+18+18+23+4.5=92.5  26+17+17+21+4=85  28+17.5+18+22.5+4=90
//        drop 92.5 and 85 → 89+89+90 = 268; 268÷3 = 89.333…
//        delegates: 27+16+17+22+4=86  28+17+17+22+4=88  26+17+18+22+4.5=87.5  27+18+17+21.5+4=87.5 → 349÷4 = 87.25
//        on site: 60×268/3÷100 + 40×87.25÷100 = 53.6 + 34.9 = 88.5
//        40×88.5÷100 + 60×90.4÷100 = 35.4 + 54.24 = 89.64
//        8′12″ is 12 s over: 0.05 of 10 = 0.5 of 100 → 89.64 − 0.5 = 89.14
// 乙 u2  leaders: 28+18+18+22.5+4.5=91  28+18+18+22+4=90  27+18+17+22+4=88  28.5+18+18.5+22.5+4.5=92  28+17.5+18+22.5+4=90
//        drop 92 and 88 → 91+90+90 = 271; 271÷3 = 90.333…
//        delegates: b1 is of 乙区 and recused; 27+18+17+22+4=88  27+18+18+22+4=89  28+18+18+22+4=90 → 267÷3 = 89
//        on site: 60×271/3÷100 + 40×89÷100 = 54.2 + 35.6 = 89.8
//        40×89.8÷100 + 60×88.7÷100 = 35.92 + 53.22 = 89.14; 7′58″: no penalty → 89.14
// 丙 u3  leaders: 26+17+17+22+4=86  27+18+17+22+4=88  27+17+17+22+4=87  26+17+17+21+4=85  27+18+18+22+4=89
//        drop 89 and 85 → 86+88+87 = 261; 261÷3 = 87
//        delegates: 26+17+17+21+4=85  26+17+17+22+4=86  26+17+17+20.5+4=84.5  26+17.5+17+22+4=86.5 → 342÷4 = 85.5
//        on site: 60×87÷100 + 40×85.5÷100 = 52.2 + 34.2 = 86.4
//        40×86.4÷100 + 60×93.85÷100 = 34.56 + 56.31 = 90.87
//        5′40″ is under 6′: 0.1 of 10 = 1 of 100 → 90.87 − 1 = 89.87
// 丁 u4  came more than a minute late: forfeited, no rank, and blocks nobody.
//
// 丙 89.87 is first. 甲 and 乙 stand at 89.14 exactly, so more decimals do not part them; performance does: 90.4 > 88.7 → 甲 2nd, 乙 3rd.
// On site alone, on its own 100 and without penalties: 乙 89.80, 甲 88.50, 丙 86.40.
import { countySecretaries } from '../../shared/arena/presets/countySecretaries.ts';
import { GoldenRoom, type Golden } from './support.ts';

const leaders = ['a1', 'a2', 'a3', 'a4', 'a5'] as const;
const delegates = ['b1', 'b2', 'b3', 'b4'] as const;
const seated = (judges: readonly string[], sheets: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(judges.flatMap((judge, at) => { const sheet = sheets[at]; return sheet === undefined ? [] : [[judge, sheet]]; }));

const run = (): GoldenRoom => {
  const room = new GoldenRoom({
    rules: countySecretaries.rules, units: 4, judges: { leaders, delegates }, homes: { b1: 'u2' },
    parts: { performance: { u1: '90.4', u2: '88.7', u3: '93.85' } },
  });
  room.present('u1', { speech: 492.9 });
  room.open('u1');
  room.sheets('u1', seated(leaders, ['28 18 17 22 4', '27 17 18 23 4', '29 18 18 23 4.5', '26 17 17 21 4', '28 17.5 18 22.5 4']));
  room.sheets('u1', seated(delegates, ['27 16 17 22 4', '28 17 17 22 4', '26 17 18 22 4.5', '27 18 17 21.5 4']));
  room.penalty('u1', 'speech', '0.05');
  room.present('u2', { speech: 478 });
  room.open('u2', ['b1']);
  room.sheets('u2', seated(leaders, ['28 18 18 22.5 4.5', '28 18 18 22 4', '27 18 17 22 4', '28.5 18 18.5 22.5 4.5', '28 17.5 18 22.5 4']));
  room.sheets('u2', seated(delegates.slice(1), ['27 18 17 22 4', '27 18 18 22 4', '28 18 18 22 4']));
  room.lock('u1');
  room.present('u3', { speech: 340 });
  room.open('u3');
  room.sheets('u3', seated(leaders, ['26 17 17 22 4', '27 18 17 22 4', '27 17 17 22 4', '26 17 17 21 4', '27 18 18 22 4']));
  room.sheets('u3', seated(delegates, ['26 17 17 21 4', '26 17 17 22 4', '26 17 17 20.5 4', '26 17.5 17 22 4']));
  room.penalty('u3', 'speech', '0.1');
  room.lock('u2', 'u3');
  room.send({ name: 'stage.forfeit', input: { session: room.session().id, contestant: 'u4', cause: 'late', reason: '迟到超过 1 分钟' } });
  room.finalise();
  return room;
};

export const countySecretariesGolden: Golden = {
  preset: countySecretaries, run,
  rows: [
    { unit: 'u3', total: '89.87', rank: 1, decidedBy: null, award: null },
    { unit: 'u1', total: '89.14', rank: 2, decidedBy: 'part:performance', award: null },
    { unit: 'u2', total: '89.14', rank: 3, decidedBy: 'part:performance', award: null },
  ],
  panels: { u1: ['268/3', '349/4'], u2: ['271/3', '89/1'], u3: ['87/1', '171/2'] },
  pending: [{ contestant: 'u4', reason: 'forfeited' }],
};

/** The wall switched to the on-site score alone. */
export const countySecretariesOnSite = [['u2', '89.80', 1], ['u1', '88.50', 2], ['u3', '86.40', 3]] as const;
