// The printed rule sheet as Chromium makes it: one A4 page for the usual rules, never more than two, every sentence on it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { ruleSheetPage } from '../../../electron/documents/ruleSheet/page.ts';
import { ruleSheet, ruleSheetHash } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { wordsOf } from '../print/sheets.ts';
import { biggest, presetRules } from './ruleSets.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const pageOf = (rules: Rules, isFrozen = true): string => ruleSheetPage({ rules, title: '2026年第三季度“书记擂台”比武', printedAt: '2026年10月15日 17:32', isFrozen });

const printed = async (document: string): Promise<{ readonly pages: number; readonly size: readonly number[] }> => {
  const page = await browser.newPage();
  try {
    await page.emulateMedia({ media: 'print' });
    await page.setContent(document);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    return { pages: pdf.numPages, size: [Math.round(width), Math.round(height)] };
  } finally {
    await page.close();
  }
};

describe('the rule sheet on paper', () => {
  test('the usual rules stand on one A4 page', async () => {
    expect(await printed(pageOf(defaultRules))).toEqual({ pages: 1, size: [595, 842] });
  });

  test('no preset, and not even everything at once, needs more than two pages', async () => {
    const counts = await Promise.all(Object.entries({ ...presetRules, biggest }).map(async ([name, rules]) => [name, (await printed(pageOf(rules))).pages] as const));
    expect(counts.filter(([, pages]) => pages > 2)).toEqual([]);
  });

  test('every sentence, the check code and the signatures are on it', () => {
    const words = wordsOf(pageOf(biggest));
    for (const { heading, sentences } of ruleSheet(biggest, 'zh').sections) for (const text of [heading, ...sentences]) expect(words).toContain(text);
    for (const text of [ruleSheetHash(biggest), '主持人', '监督人', '统分人']) expect(words).toContain(text);
  });

  test('says that rules which are not frozen may change', () => {
    expect(wordsOf(pageOf(defaultRules, false))).toContain('未冻结，仍可修改');
    expect(wordsOf(pageOf(defaultRules))).not.toContain('未冻结');
  });
});
