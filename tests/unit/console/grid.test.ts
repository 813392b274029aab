// The keying grid: keys in, cells and sheets out.
import { describe, expect, test } from 'vitest';
import { ballotLayout } from '../../../renderer/console/keying/columns.ts';
import { answered, gridOf, isComplete, marksOf, pressKey, runningTotal, type Grid, type GridRow } from '../../../renderer/console/keying/grid.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { gradeForm, rankForm } from '../../support/ruleWords.ts';

const [form] = defaultRules.forms;
if (form === undefined) throw new Error('the default rules have a ballot');
const BALLOT = ballotLayout({ form, of: 1 });
const FULL = ['28', '18.5', '17', '22', '4.5'] as const;
const blank = (id: string) => ({ id, kind: null, marks: {} });
const keyed = (id: string) => ({ id, kind: 'marks' as const, marks: { c1: '28', c2: '18.5', c3: '17', c4: '22', c5: '4.5' } });

/** Types keys one after another; `Enter` and the like as names, digits as text. */
const typed = (grid: Grid, ...keys: readonly string[]): { readonly grid: Grid; readonly sent: readonly GridRow[] } => {
  const sent: GridRow[] = [];
  let now = grid;
  for (const key of keys) {
    const outcome = pressKey(now, key);
    if (outcome === null) throw new Error(`no use for ${key}`);
    now = outcome.grid;
    if (outcome.send !== null) sent.push(outcome.send);
  }
  return { grid: now, sent };
};
const sheet = (marks: readonly string[]): readonly string[] => marks.flatMap((mark) => [...mark, 'Enter']);

describe('keying', () => {
  test('Enter goes to the next cell and at the last one sends the sheet and goes to the next row', () => {
    const { grid, sent } = typed(gridOf(BALLOT, [blank('a'), blank('b')], false), ...sheet(FULL));
    expect(sent.map((row) => marksOf(gridOf(BALLOT, [], false), row))).toEqual([{ c1: '28', c2: '18.5', c3: '17', c4: '22', c5: '4.5' }]);
    expect([grid.row, grid.column]).toEqual([1, 0]);
    expect(grid.rows[0]?.status).toBe('sending');
  });
  test('a mark off the step stays in its cell with the reason, and the next digit replaces it', () => {
    const wrong = typed(gridOf(BALLOT, [blank('a')], false), '2', '8', '.', '3', 'Enter').grid;
    expect(wrong.rows[0]?.fault).toMatchObject({ column: 0, code: 'markOffStep' });
    expect(wrong.column).toBe(0);
    const right = typed(wrong, '2', '8', 'Enter').grid;
    expect(right.rows[0]?.values[0]).toBe('28');
    expect(right.column).toBe(1);
  });
  test('a mark above the ceiling is refused at its cell', () => {
    expect(typed(gridOf(BALLOT, [blank('a')], false), '3', '1', 'Enter').grid.rows[0]?.fault?.code).toBe('markOutOfRange');
  });
  test('a cell that was jumped over is asked for before the sheet is sent', () => {
    const { grid, sent } = typed(gridOf(BALLOT, [blank('a')], false), 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', '5', 'Enter');
    expect(sent).toEqual([]);
    expect([grid.column, grid.rows[0]?.fault?.code]).toEqual([0, 'markMissing']);
  });
  test('zero is a mark, and an empty cell is not', () => {
    const { grid } = typed(gridOf(BALLOT, [blank('a')], false), '0', 'Enter');
    expect(grid.column).toBe(1);
    expect(typed(grid, 'Enter').grid.rows[0]?.fault?.code).toBe('markMissing');
  });
  test('the running total adds what is typed so far, exactly', () => {
    const row = typed(gridOf(BALLOT, [blank('a')], false), ...sheet(['28', '18.5'])).grid.rows[0];
    expect(row === undefined ? '' : runningTotal(row)).toBe('46.5');
  });
  test('an asterisk sends an abstention and a slash a void sheet, both without marks', () => {
    const { sent } = typed(gridOf(BALLOT, [blank('a'), blank('b')], false), '*', '/');
    expect(sent.map((row) => [row.kind, marksOf(gridOf(BALLOT, [], false), row)])).toEqual([['abstained', {}], ['void', {}]]);
  });
  test('a refused sheet brings the cursor back to its row', () => {
    const after = answered(typed(gridOf(BALLOT, [blank('a'), blank('b')], false), ...sheet(FULL)).grid, 'a', { code: 'staleRevision', details: { revision: 2 } });
    expect([after.row, after.rows[0]?.status, after.rows[0]?.fault?.code]).toEqual([0, 'refused', 'staleRevision']);
  });
  test('the cursor starts at the first sheet that is still owed', () => {
    expect(gridOf(BALLOT, [keyed('a'), blank('b')], false).row).toBe(1);
  });
  test('keys the grid has no use for are left to the page', () => {
    expect(pressKey(gridOf(BALLOT, [blank('a')], false), 'F2')).toBeNull();
  });
});

describe('the second pass', () => {
  test('starts blank and says "the same" without sending anything', () => {
    const start = gridOf(BALLOT, [keyed('a')], true);
    expect(start.rows[0]?.values.join('')).toBe('');
    const { grid, sent } = typed(start, ...sheet(FULL));
    expect([grid.rows[0]?.status, sent.length, isComplete(grid)]).toEqual(['same', 0, true]);
  });
  test('stops at the first field that differs and sends only when the second entry is accepted', () => {
    const { grid, sent } = typed(gridOf(BALLOT, [keyed('a')], true), ...sheet(['28', '18', '17', '22', '4.5']));
    expect([grid.rows[0]?.status, grid.column, sent.length]).toEqual(['differs', 1, 0]);
    expect(typed(grid, '+').sent.map((row) => row.values[1])).toEqual(['18']);
  });
  test('a differing field typed again as in the first pass is the same', () => {
    const { grid } = typed(gridOf(BALLOT, [keyed('a')], true), ...sheet(['28', '18', '17', '22', '4.5']));
    const again = typed(grid, ...sheet(['18.5', '17', '22', '4.5']));
    expect([again.grid.rows[0]?.status, again.sent.length]).toEqual(['same', 0]);
  });
});

describe('ballots of other kinds', () => {
  const grades = ballotLayout({ form: gradeForm(), of: 3 });
  test('a grade is typed by its number, 1 for the best, and goes out as the grade itself', () => {
    const { grid, sent } = typed(gridOf(grades, [blank('a'), blank('b')], false), '2', 'Enter');
    expect(sent.map((row) => marksOf(grid, row))).toEqual([{ cell: 'g2' }]);
  });
  test('a number that is no grade stays in its cell with the reason', () => {
    expect(typed(gridOf(grades, [blank('a')], false), '5', 'Enter').grid.rows[0]?.fault?.code).toBe('gradeUnknown');
  });
  test('what was keyed before is shown as its number again', () => {
    expect(gridOf(grades, [{ id: 'a', kind: 'marks', marks: { cell: 'g3' } }], false).rows[0]?.values).toEqual(['3']);
  });
  test('a place beyond the contestants is refused at its cell', () => {
    expect(typed(gridOf(ballotLayout({ form: rankForm(), of: 3 }), [blank('a')], false), '4', 'Enter').grid.rows[0]?.fault?.code).toBe('placeOutOfRange');
  });
  test('a sheet whose total leaves the corridor is not sent, though every mark fits', () => {
    const narrow = ballotLayout({ form: { ...form, corridor: { lowest: '80', highest: '85' } } as typeof form, of: 1 });
    const { grid, sent } = typed(gridOf(narrow, [blank('a')], false), ...sheet(FULL));
    expect([sent.length, grid.rows[0]?.fault?.code]).toEqual([0, 'totalOutsideCorridor']);
  });
});
