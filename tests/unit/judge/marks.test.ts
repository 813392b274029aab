// Marks on the phone are whole numbers of the step: no decimal fraction is ever computed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canStep, quickMarks, stepMark, typeKey, type EntryKey } from '../../../renderer/judge/entry.ts';
import { MarkEntry } from '../../../renderer/judge/markEntry.ts';
import { firstFault, fullTotal, readMark, textOf, tidyMark, totalOf, unitsOf, type Marks } from '../../../renderer/judge/marks.ts';
import { checkMarks } from '../../../shared/arena/ballot.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Criterion, ScoreForm } from '../../../shared/arena/forms.ts';
import { add, decimal, exactText, parseDecimal } from '../../../shared/kernel/fraction.ts';

const form = defaultRules.forms[0] as ScoreForm;
const criterion = (step: string, floor: string, ceiling: string): Criterion => ({ id: 'c', name: 'c', points: ceiling, step, floor, ceiling });
const half = criterion('0.5', '0', '30');
const type = (on: Criterion, keys: readonly EntryKey[], from = ''): string =>
  keys.reduce((state, key) => ({ text: typeKey(on, state, key), fresh: false }), { text: from, fresh: true }).text;

/** A criterion whose floor and ceiling lie on its step, with up to three places. */
const criteria = fc
  .record({ places: fc.integer({ min: 0, max: 3 }), step: fc.constantFrom(1, 2, 5, 25), floor: fc.integer({ min: 0, max: 8 }), range: fc.integer({ min: 1, max: 200 }) })
  .map(({ places, step, floor, range }) => criterion(textOf(step, places), textOf(floor * step, places), textOf((floor + range) * step, places)));

describe('reading and writing marks', () => {
  test.each([['28.5', 1, 285], ['28', 1, 280], ['0', 0, 0], ['0.05', 2, 5], ['10.', 1, 100]])('%s at %d places is %d', (text, places, units) => {
    expect(unitsOf(text, places)).toBe(units);
  });
  test.each([[285, 1, '28.5'], [280, 1, '28'], [5, 2, '0.05'], [0, 2, '0'], [7, 0, '7']])('%d at %d places is written %s', (units, places, text) => {
    expect(textOf(units, places)).toBe(text);
  });
  test.each([['', 'missing'], ['abc', 'malformed'], ['-1', 'malformed'], ['28.3', 'offStep'], ['28.25', 'offStep'], ['30.5', 'outOfRange']])('«%s» on 0–30 by 0.5 is %s', (text, fault) => {
    expect(readMark(half, text)).toEqual({ ok: false, fault });
  });
  test('a zero is a mark, an empty text is none', () => {
    expect(readMark(half, '0')).toEqual({ ok: true, units: 0 });
    expect(firstFault([half], { c: '0' })).toBeNull();
    expect(firstFault([half], {})).toBe(half);
  });
  test('a mark the phone accepts is one the host accepts, and the other way round', () => {
    fc.assert(
      fc.property(criteria, fc.integer({ min: 0, max: 60000 }), fc.integer({ min: 0, max: 3 }), (on, units, places) => {
        const text = textOf(units, places);
        expect(readMark(on, text).ok).toBe(checkMarks({ ...form, criteria: [on], corridor: null }, { c: text }, 1).ok);
      }),
    );
  });
});

describe('the running total', () => {
  test('it is exact for any steps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(criteria, fc.nat()), { minLength: 1, maxLength: 8 }), (drawn) => {
        const sheet = drawn.map(([on], index) => ({ ...on, id: `c${index}` }));
        const marks = Object.fromEntries(drawn.map(([on, pick], index) => [`c${index}`, ladder(on)[pick % ladder(on).length] ?? '']));
        const exact = Object.values(marks).map((mark) => parseDecimal(mark) ?? decimal('0')).reduce(add);
        expect(totalOf(sheet, marks)).toBe(exactText(exact));
      }),
      { numRuns: 60 },
    );
  });
  test('three times 0.1 is 0.3', () => {
    const sheet = ['a', 'b', 'c'].map((id) => ({ ...criterion('0.1', '0', '10'), id }));
    expect(totalOf(sheet, { a: '0.1', b: '0.1', c: '0.1' })).toBe('0.3');
  });
  test('it counts proper marks only and is empty before the first', () => {
    expect(totalOf(form.criteria, { c1: '28.5', c2: '99' })).toBe('28.5');
    expect(totalOf(form.criteria, {})).toBeNull();
    expect(fullTotal(form.criteria)).toBe('100');
  });
});

const ladder = (on: Criterion): readonly string[] => {
  const marks = [on.floor];
  while (canStep(on, marks[marks.length - 1], 1) && marks.length < 300) marks.push(stepMark(on, marks[marks.length - 1], 1));
  return marks;
};

describe('entering marks', () => {
  test('+ from the floor reaches the ceiling through proper marks only, and − goes the same way back', () => {
    fc.assert(
      fc.property(criteria, (on) => {
        const up = ladder(on);
        expect(tidyMark(on, up[up.length - 1] ?? '')).toBe(tidyMark(on, on.ceiling));
        expect(up.every((mark) => readMark(on, mark).ok)).toBe(true);
        expect(up.slice(1).map((mark) => stepMark(on, mark, -1))).toEqual(up.slice(0, -1).map((mark) => tidyMark(on, mark)));
      }),
      { numRuns: 40 },
    );
  });
  test('on an empty mark − begins at the ceiling and + at the floor; a mark between steps goes to its neighbour', () => {
    expect([stepMark(half, '', -1), stepMark(half, undefined, 1)]).toEqual(['30', '0']);
    expect([stepMark(half, '28.3', 1), stepMark(half, '28.3', -1)]).toEqual(['28.5', '28']);
  });
  test.each([
    [half, ['30', '28', '26', '24']],
    [criterion('0.5', '0', '5'), ['5', '4.5', '4', '3.5']],
    [criterion('0.1', '8', '10'), ['10', '9.8', '9.6', '9.4']],
    [criterion('1', '0', '100'), ['100', '90', '80', '70']],
    [criterion('1', '0', '1'), ['1', '0']],
  ])('quick values fall from the ceiling in round distances (%#)', (on, expected) => {
    expect(quickMarks(on)).toEqual(expected);
  });
  test('quick values are always proper marks', () => {
    fc.assert(fc.property(criteria, (on) => quickMarks(on).every((mark) => readMark(on, mark).ok)));
  });
  test('the first key replaces the mark, further keys add to it', () => {
    expect(type(half, ['2', '8', '.', '5'], '30')).toBe('28.5');
    expect(type(half, ['back'], '30')).toBe('');
    expect(type(half, ['2', '8', 'back'])).toBe('2');
  });
  test('keys that lead to no mark change nothing', () => {
    expect(type(half, ['2', '.', '.', '5', '5'])).toBe('2.5');
    expect(type(criterion('1', '0', '30'), ['2', '.', '8'])).toBe('28');
    expect(type(half, ['0', '5'])).toBe('5');
    expect(type(half, ['.', '5'])).toBe('0.5');
  });
});

describe('moving through the sheet', () => {
  const entering = (marks: Marks) => {
    const saved: Marks[] = [];
    const entry = new MarkEntry();
    entry.drawn(form.criteria, marks, (changed) => saved.push(changed));
    return { entry, saved, first: form.criteria[0] ?? half };
  };
  test('every key is handed on at once, and two keys before the next drawing both count', () => {
    const { entry, saved, first } = entering({ c1: '30' });
    entry.come(null, 'c1');
    entry.key(first, '2');
    entry.key(first, '8');
    expect(saved.map((marks) => marks['c1'])).toEqual(['2', '28']);
  });
  test('a mark left behind is tidied', () => {
    const { entry, saved } = entering({ c1: '28.' });
    entry.come('c1', 'c2');
    expect(saved).toEqual([{ c1: '28' }]);
  });
  test('a quick value leads to the next criterion without a mark, then to an earlier one, then to none', () => {
    const { entry, first } = entering({ c2: '18', c4: '20' });
    const [, , , fourth, fifth] = form.criteria;
    expect(entry.nextUnmarked(first)?.id).toBe('c3');
    expect(entry.nextUnmarked(fourth ?? half)?.id).toBe('c5');
    expect(entry.nextUnmarked(fifth ?? half)?.id).toBe('c1');
    for (const criterion of form.criteria) entry.set(criterion, '5');
    expect(entry.nextUnmarked(first)).toBeNull();
  });
});
