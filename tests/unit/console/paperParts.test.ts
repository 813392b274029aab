// What the paper desk asks of its views: what is still missing, whether ballots balance, which numbers are free, how counts are keyed.
import { describe, expect, test } from 'vitest';
import { ballotLayout } from '../../../renderer/console/keying/columns.ts';
import { gridOf, pressKey, type Grid } from '../../../renderer/console/keying/grid.ts';
import { namedJudges } from '../../../renderer/console/live/liveParts.ts';
import { BLANK, countsLayout, differenceOf, duesOf, hasPaper, nextNumber, VOID, type BatchRow, type PaperRow } from '../../../renderer/console/paper/paperParts.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { gradeForm } from '../../support/ruleWords.ts';

const row = (contestant: string, more: Partial<PaperRow> = {}): PaperRow => ({ contestant, phase: 'open', panel: 'B', atHand: 0, due: null, balance: null, counts: null, ...more });
const batch = (panel: string, sheets: number): BatchRow => ({ batch: 'b', panel, contestants: 1, sheets, first: null, second: null, closed: false, keyed: 0, secondKeyed: 0, settled: 0, differing: 0 });
const seat = (role: string) => ({ seat: 's', role, subject: 'x', name: '示例台', issue: 1, bound: false, liveness: 'gone' as const, waiting: [] });
const seats = (...roles: readonly string[]) => ({ meeting: 'm', projector: 'none' as const, screens: 0, seats: roles.map(seat) });

describe('the paper desk', () => {
  test('is there for panels without names, for stations and for batches, and for no other session', () => {
    const [panel] = defaultRules.panels;
    const counted = { ...defaultRules, panels: panel === undefined ? [] : [{ ...panel, voters: 'counts' as const }] };
    expect([hasPaper({ rules: defaultRules, batches: [] }, seats('judge')), hasPaper({ rules: counted, batches: [] }, null), hasPaper({ rules: defaultRules, batches: [] }, seats('clerk')), hasPaper({ rules: defaultRules, batches: [batch('A', 1)] }, null)]).toEqual([false, true, true, true]);
  });
  test('says what open contestants wait for, in the order in which it is done, and is silent about closed and locked ones', () => {
    const rows = [row('a', { due: 'notBalanced' }), row('b', { due: 'countsMissing' }), row('c', { due: 'notBalanced' }), row('d', { due: 'countsMissing', phase: 'closed' }), row('e', { due: 'notBalanced', phase: 'revealed' })];
    expect(duesOf(rows)).toEqual([{ due: 'countsMissing', count: 1 }, { due: 'notBalanced', count: 2 }]);
  });
  test('numbers of a second pile go on where the first of that panel ended', () => {
    expect([nextNumber([], 'A'), nextNumber([batch('A', 40), batch('B', 7), batch('A', 12)], 'A')]).toEqual([1, 53]);
  });
  test('does not list judges who hold a seat only for the box', () => {
    const [panel] = defaultRules.panels;
    if (panel === undefined) throw new Error('the sample has a panel');
    const rules = { ...defaultRules, panels: [panel, { ...panel, id: 'B', voters: 'anonymous' as const }] };
    const judge = (id: string, of: string) => ({ id, name: id, title: '', panel: of, home: null });
    expect(namedJudges({ rules, judges: [judge('one', 'A'), judge('two', 'B')] }).map(({ id }) => id)).toEqual(['one']);
  });
});

describe('the balance', () => {
  const balance = { issued: 45, returned: 40 };
  test.each([[40, { is: 'even' }], [39, { is: 'fewer', n: 1 }], [42, { is: 'more', n: 2 }]] as const)('of 40 returned with %i at hand is %o', (atHand, difference) => {
    expect(differenceOf(balance, atHand)).toEqual(difference);
  });
  test('of more returned than issued is wrong whatever is at hand, and nothing keyed is unknown, not even', () => {
    expect([differenceOf({ issued: 3, returned: 5 }, 5), differenceOf(null, 0)]).toEqual([{ is: 'beyond', n: 2 }, { is: 'unknown' }]);
  });
});

describe('counts', () => {
  const layout = countsLayout([{ id: 'g1', name: '好' }, { id: 'g2', name: '较好' }], { blank: '弃权', void: '作废' });
  const pressed = (...keys: readonly string[]): Grid => keys.reduce((grid, key) => pressKey(grid, key)?.grid ?? grid, gridOf(layout, [{ id: 'u', kind: null, marks: {} }], false));
  test('are keyed grade by grade, then abstained and void', () => {
    expect(layout.columns.map((column) => column.id)).toEqual(['g1', 'g2', BLANK, VOID]);
  });
  test('an empty cell is asked for and never taken as 0', () => {
    expect(pressed('5', 'Enter', 'Enter').rows[0]?.fault).toMatchObject({ column: 1, code: 'countMissing' });
    expect(pressed('5', 'Enter', '0', 'Enter', '0', 'Enter', '1', 'Enter').rows[0]).toMatchObject({ status: 'sending', values: ['5', '0', '0', '1'] });
  });
  test('a broken number is no count', () => {
    expect(pressed('1', '.', '5', 'Enter').rows[0]?.fault?.code).toBe('countMalformed');
  });
  test('a row of counts is neither abstained nor void as a whole, as a sheet may be', () => {
    const form = gradeForm();
    const empty = [{ id: 'u', kind: null, marks: {} }];
    expect([pressKey(gridOf(layout, empty, false), '*'), pressKey(gridOf(layout, empty, false), '/')]).toEqual([null, null]);
    expect(pressKey(gridOf(ballotLayout({ form, of: 1 }), empty, false), '*')?.send?.kind).toBe('abstained');
  });
});
