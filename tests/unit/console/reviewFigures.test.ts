// How figures of the review of judges are written on the desk.
import { expect, test } from 'vitest';
import { chance, figure, gapText, percent, signed } from '../../../renderer/console/review/figures.ts';
import { wordsOf } from '../../../renderer/console/words.ts';
import { REVIEW_GAPS } from '../../../shared/arena/judgeReviewShape.ts';

test('a figure has two places, a real minus, and no minus before zero', () => {
  expect([figure(1.239), figure(-1.25), figure(-0.004)]).toEqual(['1.24', '−1.25', '0.00']);
});
test('severity carries its sign, since above and below 0 say opposite things', () => {
  expect([signed(1.25), signed(-1.25), signed(0)]).toEqual(['+1.25', '−1.25', '0.00']);
});
test('shares are whole percents and a tiny p says no more than that', () => {
  expect([percent(0.284), chance(0.0421), chance(0.00001)]).toEqual(['28%', '0.042', '<0.001']);
});
test.each(['zh', 'en'] as const)('every figure that is not given has its reason in words (%s)', (language) => {
  for (const why of REVIEW_GAPS) expect(gapText(wordsOf[language].review, { figure: null, why, n: 3 })).not.toMatch(/^$|\{/);
});
