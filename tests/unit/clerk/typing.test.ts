// One sheet under the keys: one key a grade, digits of places and marks, going back, and nothing the ballot does not have.
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../renderer/clerk/keying/useBatch.ts';
import { noticeOf, rowTotal } from '../../../renderer/clerk/keying/places.ts';
import { press, sheetFrom, type Key, type Pressed, type SheetShape } from '../../../renderer/clerk/keying/typing.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Form } from '../../../shared/arena/forms.ts';
import { oneSheet } from '../../../shared/arena/presets/oneSheet.ts';

const shape = (form: Form | undefined, rows: number, recused: readonly number[] = []): SheetShape => {
  if (form === undefined) throw new Error('no form');
  return { form, rows: Array.from({ length: rows }, (_, at) => ({ id: `u${at + 1}`, recused: recused.includes(at + 1) })) };
};
const grade = (rows: number, recused?: readonly number[]) => shape(oneSheet.rules.forms[0], rows, recused);
const RANK: Form = { kind: 'rank', id: 'r', name: '名次票', points: { by: 'linear', top: '100', step: '3' } };
const rank = (rows: number) => shape(RANK, rows);
const score = (rows: number) => shape(defaultRules.forms[0], rows);

const KEYS: Readonly<Record<string, Key>> = { '*': 'void', '/': 'blank', '.': 'point', '⏎': 'enter', '←': 'back', '>': 'forward', '<': 'backward', u: 'undo' };
const struck = (sheet: SheetShape, keys: string, from = sheetFrom(sheet)): Pressed => [...keys].reduce<Pressed>(({ typed }, key) => press(sheet, typed, KEYS[key] ?? (key as Key)), { typed: from, save: false });
const said = (sheet: SheetShape, { typed }: Pressed): string => sheet.rows.map(({ id }) => { const cell = typed.cells[id]; return cell === undefined ? '-' : cell.kind === 'marks' ? Object.values(cell.marks).join('+') : cell.kind === 'void' ? '*' : '0'; }).join(' ');

describe('a grade ballot', () => {
  test('takes one key a cell, 0 for a blank and * for a void one, and is saved by Enter: eleven keys for ten units', () => {
    const sheet = grade(10);
    const pressed = struck(sheet, '12341234*0⏎');
    expect(said(sheet, pressed)).toBe('good fairlyGood fair poor good fairlyGood fair poor * 0');
    expect(pressed.save).toBe(true);
  });
  test('is not saved while a cell is open, and the cursor goes to it', () => {
    const sheet = grade(3);
    const pressed = struck(sheet, '1>3⏎');
    expect([pressed.save, pressed.typed.at, pressed.typed.echo]).toEqual([false, 1, { said: 'fault', code: 'cellsLeft', details: { n: 1 } }]);
  });
  test('has no fifth grade, and a key too many falls into no cell', () => {
    const sheet = grade(2);
    expect(struck(sheet, '5').typed).toMatchObject({ at: 0, cells: {}, echo: { code: 'noGrade', details: { key: '5' } } });
    expect(struck(sheet, '123').typed).toMatchObject({ at: 2, echo: { code: 'sheetFull' } });
  });
  test('goes back cell by cell, and undo brings back what was cleared or overwritten', () => {
    const sheet = grade(3);
    expect(said(sheet, struck(sheet, '12←'))).toBe('good - -');
    expect(said(sheet, struck(sheet, '12←3'))).toBe('good fair -');
    expect(said(sheet, struck(sheet, '12←u'))).toBe('good fairlyGood -');
    expect(said(sheet, struck(sheet, '123<<<4u'))).toBe('good fairlyGood fair');
  });
  test('skips a judge’s recused unit, which stands as no mark', () => {
    const sheet = grade(3, [2]);
    const pressed = struck(sheet, '14⏎');
    expect([said(sheet, pressed), pressed.save]).toEqual(['good 0 poor', true]);
  });
  test('with all grades alike is said to be void, and saved all the same', () => {
    const sheet = grade(3);
    const pressed = struck(sheet, '222⏎');
    expect([noticeOf(sheet.form, pressed.typed.cells)?.code, pressed.save]).toEqual(['allEqual', true]);
    expect(noticeOf(sheet.form, struck(sheet, '223').typed.cells)).toBe(null);
  });
});

describe('a rank ballot', () => {
  test('of nine needs no Enter between places; of thirteen a 1 waits for its second digit or Enter', () => {
    const nine = rank(3);
    expect(said(nine, struck(nine, '312'))).toBe('3 1 2');
    const thirteen = rank(13);
    expect(said(thirteen, struck(thirteen, '1⏎21013'))).toBe('1 2 10 13 - - - - - - - - -');
    expect(struck(thirteen, '15').typed).toMatchObject({ text: '1', at: 0, echo: { code: 'noPlace', details: { place: '15', of: 13 } } });
  });
  test('is taken as the paper says it, with a place given twice or left out named first', () => {
    const sheet = rank(3);
    expect([struck(sheet, '112⏎').save, noticeOf(RANK, struck(sheet, '112').typed.cells)]).toEqual([true, { code: 'placeTwice', place: 1 }]);
    expect(noticeOf(RANK, struck(sheet, '1*3').typed.cells)).toEqual({ code: 'placeMissing', place: 2 });
    expect(noticeOf(RANK, struck(sheet, '000').typed.cells)).toBe(null);
    expect(noticeOf(RANK, struck(sheet, '231').typed.cells)).toBe(null);
  });
});

describe('a score sheet', () => {
  test('takes a mark a criterion, shows the exact total, and is saved by one more Enter', () => {
    const sheet = score(1);
    const pressed = struck(sheet, '28.5⏎18⏎19⏎23.5⏎4.5⏎');
    expect([said(sheet, pressed), pressed.save, rowTotal(sheet.form, pressed.typed.cells['u1'])]).toEqual(['28.5+18+19+23.5+4.5', false, '93.5']);
    expect(struck(sheet, '⏎', pressed.typed).save).toBe(true);
  });
  test('refuses a mark beyond its limits or off its step, and leaves it to be mended', () => {
    const sheet = score(1);
    expect(struck(sheet, '31⏎').typed).toMatchObject({ text: '31', at: 0, echo: { code: 'markOutOfRange' } });
    expect(struck(sheet, '28.3⏎').typed).toMatchObject({ text: '28.3', echo: { code: 'markOffStep' } });
    expect(said(sheet, struck(sheet, '28.3⏎←5⏎'))).toBe('28.5');
  });
  test('void or blank takes the whole row of a contestant', () => {
    const sheet = score(2);
    const pressed = struck(sheet, '*/⏎');
    expect([said(sheet, pressed), pressed.save]).toEqual(['* 0', true]);
  });
});

test('keys of a number pad and of a row of digits are the same keys; a shortcut of the browser is none', () => {
  const event = (key: string, more: Partial<KeyboardEvent> = {}) => keyOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, ...more });
  expect(['7', '*', '/', '.', '-', 'Enter', 'Backspace', 'a', 'F5'].map((key) => event(key))).toEqual(['7', 'void', 'blank', 'point', 'leave', 'enter', 'back', null, null]);
  expect([event('z', { ctrlKey: true }), event('1', { ctrlKey: true }), event('1', { altKey: true }), event('Process', { code: 'Numpad3' })]).toEqual(['undo', null, null, '3']);
});
