// Lists of the wall that are cut by content: the rule sheet's pages and the awards' lines.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardColumns, awardLines, awardPages, LINES } from '../../../renderer/projector/awards.ts';
import { subjectOf } from '../../../renderer/projector/motion.ts';
import { evenPages, pageStarts, ruleLines } from '../../../renderer/projector/ruleLines.ts';
import { ruleSheetLines } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';

describe('the rule sheet', () => {
  test.each(['zh', 'en'] as const)('in %s every section stands with its heading, and no sentence is lost', (language) => {
    const lines = ruleSheetLines(defaultRules, language);
    const read = ruleLines(lines);
    expect(read.length).toBe(lines.length);
    expect(read.filter((line) => line.heading !== null).length).toBeGreaterThanOrEqual(9);
    expect(read.every((line) => line.number === null && line.text !== '')).toBe(true);
  });
  test('without sections the sentences are numbered', () => {
    expect(ruleLines(['每人8分钟', '当场打分']).map((line) => line.number)).toEqual([1, 2]);
  });
  test('pages are as few as can be, none higher than the wall, and every line stands once', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 40, max: 300 }), { minLength: 1, maxLength: 60 }), (heights) => {
      const starts = evenPages(heights, 780);
      expect([starts[0], starts.length]).toEqual([0, pageStarts(heights, 780).length]);
      const pages = starts.map((from, at) => heights.slice(from, starts[at + 1]).reduce((sum, height) => sum + height, 0));
      expect(Math.max(...pages)).toBeLessThanOrEqual(780);
    }));
  });
  test('a last page is not left with one line', () => {
    expect(evenPages(Array.from({ length: 11 }, () => 78), 780)).toEqual([0, 6]);
  });
});

describe('awards', () => {
  const tier = (name: string, count: number) => ({ name, rows: Array.from({ length: count }, (_, at) => ({ rank: at + 1, name: `${name}${at}`, total: name, corrected: false, note: '' })) });

  test('every award stands once, in order, at most ten lines a page, each page beginning with the word of its tier', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(1440, 1920), (counts, width) => {
      const tiers = counts.map((count, at) => tier(`第${at + 1}等`, count));
      const pages = awardPages(awardLines(tiers, awardColumns(tiers, width)));
      expect(pages.flat().flatMap((line) => line.rows.map((row) => row.name))).toEqual(tiers.flatMap((each) => each.rows.map((row) => row.name)));
      for (const page of pages) expect([page.length <= LINES, page[0]?.tier !== null]).toEqual([true, true]);
    }));
  });
  test('a tier that nobody reached has a line of its own', () => {
    expect(awardLines([tier('一等奖', 0)], 1)).toMatchObject([{ tier: '一等奖', rows: [] }]);
  });
  test('where figures are not shown the tier is not said twice', () => {
    expect(awardLines([tier('一等奖', 1)], 1)[0]?.rows[0]?.total).toBeNull();
  });
});

test('the ranking of another category is another picture', () => {
  const of = (category: string) => subjectOf({ scene: 'ranking', title: '名次', of: 1, rows: [], newest: [], complete: false, category });
  expect(of('一类')).not.toBe(of('二类'));
});
