// Cases worked out in the description of the field (domain.md §2.2): trimming of totals against trimming per criterion, penalties for time, place points.
import { describe, expect, test } from 'vitest';
import { adjustmentLines, timeProposal } from '../../../shared/arena/adjusting.ts';
import { placePointsOf } from '../../../shared/arena/awards.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { bureauHeadsQuestions } from '../../../shared/arena/presets/bureauHeadsQuestions.ts';
import { countySecretaries } from '../../../shared/arena/presets/countySecretaries.ts';
import { marked, namedPanel } from '../../../shared/arena/presets/preset.ts';
import type { Panel, Rules } from '../../../shared/arena/rules.ts';
import { resultOf } from '../../../shared/arena/sessionResult.ts';
import { exactText, format } from '../../../shared/kernel/fraction.ts';
import { siteVisitsGolden } from '../../golden/siteVisits.golden.ts';
import { GoldenRoom } from '../../golden/support.ts';

const rulesWith = (trimOf: Panel['trimOf']): Rules => ({
  ...defaultRules,
  forms: [{ kind: 'score', id: 'form', name: '打分票', corridor: null, criteria: [marked('c1', '第一项', '30'), marked('c2', '第二项', '40'), marked('c3', '第三项', '30')] }],
  panels: [namedPanel({ id: 'A', name: '评委组', colour: '#b3261e', points: '100', trimOf, dropHighest: 1, dropLowest: 1, minimum: 5 })],
});

// Totals 81, 81, 84, 79, 81: drop 84 and 79 → 243 ÷ 3 = 81.
// First 28 30 27 29 26 → 84; second 35 34 38 36 37 → 108; third 18 17 19 14 18 → 53; (84 + 108 + 53) ÷ 3 = 245/3 = 81.666…
describe('five judges and three criteria, one highest and one lowest dropped', () => {
  const total = (trimOf: Panel['trimOf']) => {
    const room = new GoldenRoom({ rules: rulesWith(trimOf), units: 1, judges: { A: ['j1', 'j2', 'j3', 'j4', 'j5'] } });
    room.present('u1', { speech: 400 });
    room.open('u1');
    room.sheets('u1', { j1: '28 35 18', j2: '30 34 17', j3: '27 38 19', j4: '29 36 14', j5: '26 37 18' });
    room.lock('u1');
    return resultOf(room.session()).rows.map((row) => [row.tally.text, `${row.tally.exact.top}/${row.tally.exact.bottom}`])[0];
  };

  test('of totals: 81.00', () => expect(total('totals')).toEqual(['81.00', '81/1']));
  test('of each criterion: 81.67, from 81.666…', () => expect(total('criteria')).toEqual(['81.67', '245/3']));
});

const proposed = (rules: Rules, seconds: number): string | null => timeProposal(rules, 'speech', seconds * 1000)?.amount ?? null;

test.each([
  [359.9, '0.1'], [360, null], [480, null], [480.9, null], [481, '0.02'], [490, '0.02'], [490.9, '0.02'], [491, '0.05'], [492.9, '0.05'], [500, '0.05'],
  [501, '0.1'], [510, '0.1'], [511, '0.2'], [600, '0.2'],
])('eight minutes on a 10-point scale: %d seconds spoken cost %s', (seconds, amount) => expect(proposed(countySecretaries.rules, seconds)).toBe(amount));

test.each([
  [600, null], [610, null], [610.9, null], [611, '0.2'], [629, '0.2'], [630, '0.5'], [700, '0.5'],
])('ten seconds free, more cost 0.2, from thirty on 0.5: %d seconds of ten minutes cost %s', (seconds, amount) => expect(proposed(bureauHeadsQuestions.rules, seconds)).toBe(amount));

// 0.2 of 10 is 2 of 100; 0.02 of 10 is 0.2 of 100 and 2 of 1,000.
test.each([['100', '0.2', '-2'], ['100', '0.02', '-0.2'], ['1000', '0.02', '-2']])('in a scheme of %s a penalty of %s on a 10-point scale takes off %s', (fullMark, amount, points) => {
  const made = { adjustment: 'x', kind: 'time', amount, phase: 'speech' as const, seconds: 1, reason: null };
  expect(adjustmentLines({ ...countySecretaries.rules, fullMark }, [made]).map((line) => exactText(line.points))).toEqual([points]);
});

// Places 3 and 4 are worth 7 and 6: (7 + 6) ÷ 2 = 6.5 each.
test.each([['averaged', ['9.0', '8.0', '6.5', '6.5']], ['same', ['9.0', '8.0', '7.0', '7.0']]] as const)('place points of a shared place, %s', (ties, points) => {
  const { rules } = siteVisitsGolden.preset;
  const given = placePointsOf({ ...rules, placePoints: { points: { by: 'table', points: ['9', '8', '7', '6'] }, ties } }, resultOf(siteVisitsGolden.run().session()).rows);
  expect([...given.values()].map((value) => format(value, 1))).toEqual(points);
});
