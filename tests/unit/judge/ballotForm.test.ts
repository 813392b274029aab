// A whole sheet as it is filled in, beside what the host makes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSheet, cellsOfRanking, filledCount, gradeTapped, isSendable, moved, rankingOf, sentCells, VOIDING, warningOf } from '../../../renderer/judge/ballotForm.ts';
import type { Cells } from '../../../renderer/judge/outbox.ts';
import { checkRanking } from '../../../shared/arena/ballot.ts';
import type { GradeForm, RankForm, ScoreForm } from '../../../shared/arena/forms.ts';
import { isSheetBlank, isSheetVoid } from '../../../shared/arena/voids.ts';

const grade = (part: Partial<GradeForm> = {}): GradeForm => ({
  kind: 'grade', id: 'g', name: '评价票', fullMark: '100', grades: [{ id: 'g1', name: '好', value: '100' }, { id: 'g2', name: '较好', value: '80' }],
  blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: false, ...part,
});
const rank: RankForm = { kind: 'rank', id: 'r', name: '名次票', points: { by: 'borda', last: 'zero' } };
const score: ScoreForm = { kind: 'score', id: 's', name: '打分票', corridor: null, criteria: [{ id: 'c', name: '总分', points: '100', step: '1', floor: '0', ceiling: '100' }] };
const ids = ['u1', 'u2', 'u3'];
const marks = (cell: string): Cells[string] => ({ kind: 'marks', marks: { cell } });

describe('grades', () => {
  test('a second tap takes a grade back, another grade replaces it', () => {
    const one = gradeTapped({}, 'u1', 'g1');
    expect([gradeTapped(one, 'u1', 'g1'), gradeTapped(one, 'u1', 'g2')]).toEqual([{}, { u1: marks('g2') }]);
  });
  test('a sheet with blanks is sent with every contestant in it, the blanks as such', () => {
    expect(sentCells(grade(), ids, { u2: marks('g1') })).toEqual({ u1: { kind: 'abstained', marks: {} }, u2: marks('g1'), u3: { kind: 'abstained', marks: {} } });
  });
  test('a sheet of before does not carry in whom it no longer asks about', () => {
    expect(Object.keys(sentCells(grade(), ['u1'], { u1: marks('g1'), gone: marks('g1') }))).toEqual(['u1']);
  });
  test('the phone warns of a void sheet exactly when the host would call it void', () => {
    const cell = fc.constantFrom('', 'g1', 'g2');
    fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom('abstention', 'voidCell', 'voidSheet'), fc.boolean(), (given, blank, allEqualVoid) => {
      const form = grade({ blank, allEqualVoid });
      const units = given.map((_, at) => `u${at}`);
      const cells = Object.fromEntries(given.flatMap((each, at) => (each === '' ? [] : [[`u${at}`, marks(each)]]))) as Cells;
      const warning = warningOf(form, units, cells);
      const whole = sentCells(form, units, cells);
      const sent = units.map((id) => ({ cell: whole[id] ?? null, isRunning: true }));
      expect(warning !== null && VOIDING.indexOf(warning) >= 0).toBe(isSheetVoid(form, sent));
      expect(warning === 'allBlank').toBe(isSheetBlank(form, sent) || (blank === 'abstention' && given.every((each) => each === '')));
    }));
  });
  test.each([
    ['blankAbstention', { abstentionsCount: false }], ['blankCounted', { abstentionsCount: true }], ['blankVoidCell', { blank: 'voidCell' }], ['blankVoidSheet', { blank: 'voidSheet' }],
  ] as const)('what a blank means is said: %s', (warning, part) => {
    expect(warningOf(grade(part), ids, { u1: marks('g1'), u2: marks('g2') })).toBe(warning);
    expect(warningOf(grade(part), ids, { u1: marks('g1'), u2: marks('g2'), u3: marks('g1') })).toBeNull();
  });
});

describe('places', () => {
  test('are given in the order of the taps', () => {
    expect(cellsOfRanking(['u3', 'u1'])).toEqual({ u3: marks('1'), u1: marks('2') });
  });
  test('one place up or down swaps two, and at the end nothing changes', () => {
    expect([moved(ids, 'u2', -1), moved(ids, 'u2', 1), moved(ids, 'u1', -1), moved(ids, 'u3', 1)]).toEqual([['u2', 'u1', 'u3'], ['u1', 'u3', 'u2'], ids, ids]);
  });
  test('close up when a contestant has withdrawn', () => {
    const cells = cellsOfRanking(['u3', 'u1', 'u2']);
    expect(sentCells(rank, ['u2', 'u3'], cells)).toEqual(cellsOfRanking(['u3', 'u2']));
  });
  test('a sheet may be sent exactly when every contestant has one, and the host then takes it', () => {
    fc.assert(fc.property(fc.shuffledSubarray(['u1', 'u2', 'u3', 'u4']), (ranking) => {
      const units = ['u1', 'u2', 'u3', 'u4'];
      const cells = cellsOfRanking(ranking);
      const sent = units.map((id) => [id, sentCells(rank, units, cells)[id] ?? { kind: 'abstained', marks: {} }] as const);
      expect([isSendable(rank, units, cells), rankingOf(cells, units)]).toEqual([ranking.length === 4, ranking]);
      expect(ranking.length === 0 || checkRanking(Object.fromEntries(sent)).ok).toBe(ranking.length === 0 || ranking.length === 4);
    }));
  });
  test('a blank sheet is an abstention that the host takes', () => {
    expect([checkRanking(blankSheet(ids)).ok, warningOf(rank, ids, blankSheet(ids))]).toEqual([true, 'allBlank']);
  });
});

describe('marks of all contestants', () => {
  test('every contestant needs marks or an abstention; what is sent is tidied', () => {
    const cells: Cells = { u1: { kind: 'marks', marks: { c: '88.' } }, u2: { kind: 'abstained', marks: {} }, u3: { kind: 'marks', marks: { c: '101' } } };
    expect([filledCount(score, ids, cells), isSendable(score, ids, cells)]).toEqual([2, false]);
    const whole: Cells = { ...cells, u3: { kind: 'marks', marks: { c: '90' } } };
    expect(sentCells(score, ids, whole)['u1']).toEqual({ kind: 'marks', marks: { c: '88' } });
  });
});
