// One contestant's sheet on the phone, beside what the host would say of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL, faultsOf, leavesCorridor, linesOf, plainText, tidySheet, TRIAL, valueOf } from '../../../renderer/judge/forms.ts';
import { checkMarks } from '../../../shared/arena/ballot.ts';
import { CELL as HOST_CELL, type GradeForm, type ScoreForm } from '../../../shared/arena/forms.ts';
import { TRIAL as HOST_TRIAL } from '../../../shared/arena/state.ts';

const score: ScoreForm = {
  kind: 'score', id: 's', name: '打分票', corridor: { lowest: '60.5', highest: '95.00' },
  criteria: [{ id: 'a', name: '甲项', points: '60', step: '0.5', floor: '0', ceiling: '60' }, { id: 'b', name: '乙项', points: '40', step: '0.25', floor: '0', ceiling: '40' }],
};
const grade: GradeForm = {
  kind: 'grade', id: 'g', name: '评价票', fullMark: '100', grades: [{ id: 'g1', name: '好', value: '100' }, { id: 'g2', name: '较好', value: '80' }],
  blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false,
};

test('the phone names cells and the trial round as the host does', () => {
  expect([CELL, TRIAL]).toEqual([HOST_CELL, HOST_TRIAL]);
});

describe('a score sheet with a corridor', () => {
  test('may be sent exactly when the host would take it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 160 }), (a, b) => {
      const marks = { a: plainText((a / 2).toFixed(1)), b: plainText((b / 4).toFixed(2)) };
      expect(faultsOf(score, marks) === 0).toBe(checkMarks(score, marks, 3).ok);
    }));
  });
  test('the corridor speaks only once every mark is there', () => {
    expect([leavesCorridor(score, { a: '60' }), leavesCorridor(score, { a: '60', b: '40' }), leavesCorridor(score, { a: '55', b: '40' })]).toEqual([false, true, false]);
  });
  test('without a corridor any complete sheet may be sent', () => {
    expect(faultsOf({ ...score, corridor: null }, { a: '0', b: '0' })).toBe(0);
  });
});

describe('a grade', () => {
  test('may be sent exactly when it is one of the ballot\'s', () => {
    for (const marks of [{}, { [CELL]: 'g1' }, { [CELL]: 'g9' }]) expect(faultsOf(grade, marks) === 0).toBe(checkMarks(grade, marks, 3).ok);
  });
  test('is shown by its name and sent by its id', () => {
    expect([valueOf(grade, { [CELL]: 'g2' }), valueOf(grade, {}), tidySheet(grade, { [CELL]: 'g2' })]).toEqual(['较好', null, { [CELL]: 'g2' }]);
    expect(linesOf(grade, { kind: 'marks', marks: { [CELL]: 'g1' } })).toEqual([{ id: CELL, name: '评价票', text: '好' }]);
  });
});
