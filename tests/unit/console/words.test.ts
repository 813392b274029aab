// Words and addresses of the desk: both languages fill the same places, every step and refusal has its sentence.
import { describe, expect, test } from 'vitest';
import { fragmentOf, routeOf, SETUP_STEPS, type Route } from '../../../renderer/console/route.ts';
import { minutesText, secondsLeft, timerTone } from '../../../renderer/console/live/liveParts.ts';
import { refusalSentence, wordsOf } from '../../../renderer/console/words.ts';
import { ERROR_CODES } from '../../../shared/kernel/errors.ts';

const places = (template: string): readonly string[] => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort();

describe('words', () => {
  test.each(['shell', 'register', 'setup', 'rules', 'live', 'scores', 'adjust', 'paper'] as const)('%s has the same places to fill in Chinese and English', (area) => {
    const [zh, en] = [wordsOf.zh[area], wordsOf.en[area]];
    const differing = Object.entries(zh).filter(([key, text]) => places(text).join() !== places(en[key as keyof typeof en]).join()).map(([key]) => key);
    expect(differing).toEqual([]);
  });
  test('every refusal code has a sentence in both languages', () => {
    expect(ERROR_CODES.filter((code) => wordsOf.zh.errors[code] === undefined || wordsOf.en.errors[code] === undefined)).toEqual([]);
  });
  test('rules that do not add up are said with their figures, a part by its name', () => {
    const said = (what: string): string => refusalSentence(wordsOf.zh, { code: 'rulesDoNotAddUp', details: { what, is: '90', should: '100' } });
    expect([said('现场得分'), said('parts')]).toEqual(['「现场得分」里各评委组合计 90 分，应为 100 分', '各部分占总分合计 90 分，应为 100 分']);
  });
  test('a fault of one criterion names it and the reason in words, one of the tie list its place', () => {
    expect(refusalSentence(wordsOf.zh, { code: 'rulesInvalid', details: { what: '晒成绩', reason: 'limitsOffStep' } })).toBe('「晒成绩」：最低分、最高分须是每档分的整数倍；请改范围或每档分');
    expect(refusalSentence(wordsOf.zh, { code: 'rulesInvalid', details: { what: 'ties', reason: 'tieListOpenEnded' } })).toContain('「同分规则」');
  });
  test('a roster that could give no result and a file that is no rules file are said by their reason', () => {
    expect(refusalSentence(wordsOf.zh, { code: 'noCaseForResult', details: { why: 'oneContestant', what: '观摩团', is: 1, should: 2 } })).toContain('只有 1 个单位可排名次');
    expect(refusalSentence(wordsOf.zh, { code: 'badInput', details: { where: '', reason: 'notJson', is: 'x' } })).toContain('不是评分办法文件');
  });
});

describe('addresses', () => {
  const routes: readonly Route[] = [{ page: 'home' }, { page: 'register', tab: 'people' }, ...SETUP_STEPS.map((step): Route => ({ page: 'setup', session: 's-1', step })), { page: 'live', session: 's-1' }, { page: 'paper', session: 's-1' }, { page: 'result', session: 's-1' }, { page: 'review', session: 's-1' }];
  test.each(routes)('the fragment of %o leads back to it', (route) => {
    expect(routeOf(fragmentOf(route))).toEqual(route);
  });
  test.each(['', '#/nowhere', '#/session/', '#/session/<b>/live'])('%j is home', (fragment) => {
    expect(routeOf(fragment)).toEqual({ page: 'home' });
  });
});

describe('the clock', () => {
  const timer = { contestant: 'c', phase: 'speech' as const, limit: 480, firstWarning: 60, secondWarning: 30, elapsed: 5_000, at: 1_000, running: true, uncertain: false };
  test('counts from the host time and goes below zero in words, not in sign', () => {
    expect([secondsLeft(timer, 11_500), secondsLeft({ ...timer, running: false }, 99_000)]).toEqual([465, 475]);
    expect(minutesText(-75)).toBe('1:15');
  });
  test('changes its tone at both warnings and at the end', () => {
    expect([61, 60, 30, -1].map((left) => timerTone(timer, left))).toEqual(['calm', 'first', 'second', 'over']);
  });
});
