// Every code has a sentence in both languages: refusals, reasons why rules are refused, cases without a result, gaps of the review.
// A code that the source gives and no sentence knows, or a place that only one language fills, fails here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { concordanceSchema, REVIEW_GAPS } from '../../../shared/arena/judgeReviewShape.ts';
import { sessionViewSchema } from '../../../shared/arena/views.ts';
import { ERROR_CODES } from '../../../shared/kernel/errors.ts';
import * as english from '../../../shared/text/en/errors.ts';
import * as englishReview from '../../../shared/text/en/review.ts';
import { ruleSheet as englishSheet } from '../../../shared/text/en/ruleSheet.ts';
import * as chinese from '../../../shared/text/zh/errors.ts';
import * as chineseReview from '../../../shared/text/zh/review.ts';
import { ruleSheet as chineseSheet } from '../../../shared/text/zh/ruleSheet.ts';

const sourceOf = (file: string): string => readFileSync(path.join(import.meta.dirname, '../../../shared/arena', file), 'utf8');
const gapsFilled = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? ''))].sort();

/** Every text of a nested dictionary under its path. */
const texts = (words: unknown, at = ''): readonly (readonly [string, string])[] => {
  if (typeof words === 'string') return [[at, words]];
  return typeof words === 'object' && words !== null ? Object.entries(words).flatMap(([key, inner]) => texts(inner, `${at}.${key}`)) : [];
};
const pairs = [
  ['refusals', chinese.errors, english.errors], ['rule faults', chinese.ruleFaults, english.ruleFaults], ['places in rules', chinese.rulePlaces, english.rulePlaces],
  ['cases', chinese.casesWithoutResult, english.casesWithoutResult], ['files of rules', chinese.rulesFileFaults, english.rulesFileFaults], ['gaps of the review', chineseReview.reviewGaps, englishReview.reviewGaps],
  ['approximations', chineseReview.reviewApproximations, englishReview.reviewApproximations], ['rule sheet', chineseSheet, englishSheet],
] as const;

describe('every code has a sentence', () => {
  test('every refusal code, in both languages', () => {
    for (const { errors } of [chinese, english]) expect(ERROR_CODES.filter((code) => (errors[code] ?? '') === '')).toEqual([]);
  });

  test('every reason for which rules are refused, and every place it is said of', () => {
    const source = sourceOf('checkRules.ts');
    const reasons = [...source.matchAll(/bad\([^)]*?'(\w+)'\)/g)].map(([, reason]) => reason ?? '');
    expect(reasons.length).toBeGreaterThan(30);
    expect([...new Set(reasons)].sort()).toEqual(Object.keys(chinese.ruleFaults).sort());
    const places = [...source.matchAll(/(?:bad|addsUp|placeValuesFault)\('(\w+)'/g)].map(([, place]) => place ?? '');
    expect([...new Set(places)].sort()).toEqual(Object.keys(chinese.rulePlaces).sort());
  });

  test('every reason for which a file of rules is refused', () => {
    const reasons = [...(/type Fault = ([^;]*);/.exec(sourceOf('presets/exchange.ts'))?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, reason]) => reason ?? '');
    expect(reasons.sort()).toEqual(Object.keys(chinese.rulesFileFaults).sort());
  });

  test('every case without a result, with its two figures', () => {
    const known: readonly string[] = Object.keys(chinese.casesWithoutResult);
    const shaped = sessionViewSchema.shape.cases._zod.def.element.shape.why._zod.def.entries;
    expect([...known].sort()).toEqual(Object.keys(shaped).sort());
    for (const sentence of Object.values(chinese.casesWithoutResult)) expect(gapsFilled(sentence)).toEqual(['is', 'should', 'what']);
  });

  test('every gap and every approximation of the review', () => {
    expect(Object.keys(chineseReview.reviewGaps).sort()).toEqual([...REVIEW_GAPS].sort());
    const approximations = Object.keys(concordanceSchema._zod.def.options[0]._zod.def.innerType.shape.approximation._zod.def.entries);
    expect(Object.keys(chineseReview.reviewApproximations).sort()).toEqual(approximations.sort());
  });
});

describe('both languages', () => {
  test.each(pairs)('%s: have the same sentences with the same places to fill', (_, zh, en) => {
    const shape = (words: unknown): readonly string[] => texts(words).map(([at, text]) => `${at} ${gapsFilled(text).join(',')}`);
    expect(shape(en)).toEqual(shape(zh));
  });

  test.each(pairs)('%s: no Latin word stands in the Chinese, no Chinese in the English', (_, zh, en) => {
    const foreign = texts(zh).filter(([, text]) => /[A-Za-z]/.test(text.replace(/\{\w+\}/g, ''))).map(([at]) => at);
    expect(foreign).toEqual([]);
    expect(texts(en).filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([at]) => at)).toEqual([]);
  });
});
