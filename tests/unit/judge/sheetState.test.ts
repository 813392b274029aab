// The state of a sheet in words, the same in the list and on the sheet.
import { describe, expect, test } from 'vitest';
import { EMPTY_BOX, sheetOf, type Held, type Sheet } from '../../../renderer/judge/outbox.ts';
import { nextWindow, receiptText, refusalText, stateOf, stateText, type SeatSession, type SeatWindow } from '../../../renderer/judge/sheetState.ts';
import { wordsOf } from '../../../renderer/judge/words.ts';
import { judge as english } from '../../../shared/text/en/judge.ts';
import { ERROR_CODES } from '../../../shared/kernel/errors.ts';
import { judge as chinese } from '../../../shared/text/zh/judge.ts';

const words = wordsOf('zh');
const at = new Date(2026, 10, 21, 14, 3, 22).getTime();
const held: Held = { kind: 'marks', marks: { c1: '28' }, revision: 1, at, code: 'A7F3', epoch: 'e1', source: 'phone' };
const window = (part: Partial<SeatWindow> = {}): SeatWindow => ({ id: 'u1', name: '甲区', order: 1, rev: 0, open: true, ...part });
const sheet = (part: Partial<Sheet> = {}): Sheet => ({ ...sheetOf(EMPTY_BOX, { session: 's1', contestant: 'u1' }), ...part });
const draft = { kind: 'marks', marks: { c1: '29' }, basis: 1, savedAt: 0 } as const;

describe('states', () => {
  test.each([
    ['未打分', window(), sheet()],
    ['草稿，未提交', window(), sheet({ draft: { ...draft, basis: 0 } })],
    ['正在提交…', window(), sheet({ sending: { kind: 'marks', marks: {}, id: 'i', basis: 0, epoch: 'e1', since: 0 } })],
    ['已收到 14:03:22 · 回执 A7F3', window(), sheet({ held })],
    ['弃权 · 已收到 14:03:22 · 回执 A7F3', window(), sheet({ held: { ...held, kind: 'abstained', marks: {} } })],
    ['有修改未提交', window(), sheet({ held, draft })],
    ['与主持台的版本不同，请选择', window(), sheet({ held: { ...held, revision: 2 }, draft })],
    ['已收到，未计入', window({ open: false }), sheet({ late: held })],
    ['未被接受，草稿仍在', window(), sheet({ draft, refused: { code: 'scoringClosed', details: {} } })],
    ['已结束，草稿未提交', window({ open: false }), sheet({ draft: { ...draft, basis: 0 } })],
    ['已结束，未打分', window({ open: false }), sheet()],
    ['回避', window({ excused: 'recused' }), sheet()],
    ['已收到', window({ rev: 2 }), sheet()],
  ])('«%s»', (text, on, state) => {
    expect(stateText(words, on, state)).toBe(text);
  });
  test('a sheet without the host\'s receipt is never received', () => {
    const unanswered = [sheet(), sheet({ draft }), sheet({ sending: { ...draft, id: 'i', epoch: null, since: 0 } })];
    expect(unanswered.map((state) => stateOf(window(), state)).indexOf('received')).toBe(-1);
  });
  test('what the desk keyed from paper is said to be from paper', () => {
    expect(receiptText(words, { ...held, source: 'paper' })).toBe('纸质票已录入');
  });
});

describe('words', () => {
  test.each([
    // What sheet.submit, sheet.submitAll and box.cast can be refused with.
    'badInput', 'tooLarge', 'staleEpoch', 'internal', 'diskFull', 'unknownSession', 'unknownContestant', 'unknownJudge', 'wrongPhase', 'contestantWithdrawn', 'scoringClosed', 'scoringNotOpened',
    'markMissing', 'markUnknown', 'markMalformed', 'markOffStep', 'markOutOfRange', 'totalOutsideCorridor', 'gradeUnknown', 'placeOutOfRange', 'rankingIncomplete', 'wholeSheetOnly', 'notYourPanel',
    'judgeRecused', 'judgeLeft', 'staleRevision', 'tooManySheets', 'notAnonymous', 'boxNotOpen', 'alreadyCast',
  ])('a judge refused with %s reads a sentence without a code', (code) => {
    expect(ERROR_CODES).toContain(code);
    expect(refusalText(words, { code, details: { total: '1', lowest: '2', highest: '3' } }, '甲区')).not.toMatch(/[A-Za-z{}]/);
  });
  test('a refusal names the contestant, and an unknown one shows its code', () => {
    expect(refusalText(words, { code: 'scoringClosed', details: {} }, '甲区')).toContain('甲区');
    expect(refusalText(words, { code: 'somethingNew', details: {} }, '甲区')).toContain('somethingNew');
  });
  test('every Chinese sentence has an English one with the same figures', () => {
    const flat = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
      typeof value === 'string' ? [[path, (value.match(/\{\w+\}/g) ?? []).slice().sort().filter((figure, index, all) => all.indexOf(figure) === index).join()]]
        : Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, part]) => flat(part, `${path}.${key}`));
    expect(flat(english)).toEqual(flat(chinese));
  });
});

describe('the next window', () => {
  const session = (windows: SeatWindow[]): SeatSession => ({ shown: 'hidden', id: 's1', title: 'S', panel: 'A', open: true, form: { kind: 'score', id: 'f', name: '打分票', criteria: [], corridor: null }, send: 'each', windows });
  const three = session([window({ id: 'u1', order: 1 }), window({ id: 'u2', order: 2, excused: 'recused' }), window({ id: 'u3', order: 3 })]);
  test('it is the next one in order that waits for this judge, then an earlier one, then none', () => {
    expect(nextWindow(three, 'u1', () => true)?.id).toBe('u3');
    expect(nextWindow(three, 'u3', () => true)?.id).toBe('u1');
    expect(nextWindow(three, 'u1', () => false)).toBeNull();
  });
});
