// Rules that drop more at one end than at the other: which end is which shows only here.
import { describe, expect, it } from 'vitest';
import { format } from '../../../shared/kernel/fraction.ts';
import { tally } from '../../../shared/arena/tally.ts';
import type { Panel } from '../../../shared/arena/rules.ts';
import { anArena, aCriterion, aPanel, unitId } from '../../support/anArena.ts';

/** The total of one contestant under 2 highest and 1 lowest, from sheets of two criteria. */
const total = (trimOf: Panel['trimOf'], sheets: readonly (readonly [string, string])[]): string => {
  const rules = { trimOf, criteria: [aCriterion('a', '50'), aCriterion('b', '50')], panels: [aPanel('A', '100', { dropHighest: 2, dropLowest: 1, minimum: 4 })] };
  const session = anArena().withRules(rules).withUnits(1).withJudges(sheets.length).sheets(0, sheets).session();
  const window = session.contestants[unitId(0)]?.window;
  if (window === undefined) throw new Error('no window');
  const tallied = tally(session.rules, { judges: session.judges, locked: { lock: 1, ...window } });
  return tallied.ok ? format(tallied.total, 2) : 'pending';
};

describe('dropping two highest and one lowest', () => {
  it('of totals 60, 70, 80, 90, 95 keeps 70 and 80', () => {
    // (70 + 80) ÷ 2 = 75; the other way round it would be (80 + 90) ÷ 2 = 85.
    expect(total('totals', [['30', '30'], ['35', '35'], ['40', '40'], ['45', '45'], ['47.5', '47.5']])).toBe('75.00');
  });

  it('of each criterion keeps its second and third lowest mark', () => {
    // a: 10 20 30 40 50 → (20 + 30) ÷ 2 = 25; b: 50 40 30 20 10 → (20 + 30) ÷ 2 = 25; together 50; the other way round 70.
    expect(total('criteria', [['10', '50'], ['20', '40'], ['30', '30'], ['40', '20'], ['50', '10']])).toBe('50.00');
  });
});
