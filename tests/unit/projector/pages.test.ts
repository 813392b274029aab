// Long lists on the wall: whole pages, evenly filled, and the window around the newest row.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestWindow, pageCount, pageLength, pageWindow } from '../../../renderer/projector/pages.ts';
import { emsOf, markGrid } from '../../../renderer/projector/scenes/marks.ts';

describe('pages', () => {
  test('rows are spread evenly: 10 on one page, 23 as 8 + 8 + 7, 71 as eight pages of at most 9', () => {
    expect([pageLength(10), pageLength(23), pageLength(71), pageCount(71)]).toEqual([10, 8, 9, 8]);
  });

  test('going round once shows every row exactly once, never more than the longest page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }), (count, longest) => {
        const rows = Array.from({ length: count }, (_, index) => index);
        const shown = Array.from({ length: pageCount(count, longest) }, (_, page) => pageWindow(count, page, longest)).map(({ from, length }) => rows.slice(from, from + length));
        expect(shown.flat()).toEqual(rows);
        for (const page of shown) expect(page.length > 0 && page.length <= longest).toBe(true);
      }),
    );
  });

  test('the page after the last is the first again', () => {
    expect(pageWindow(23, 3)).toEqual(pageWindow(23, 0));
  });

  test('the newest row is always on the page shown, and rows that tie across a page stand together', () => {
    expect(newestWindow(23, { first: 9, last: 9 })).toEqual({ from: 8, length: 8 });
    expect(newestWindow(23, { first: 6, last: 9 })).toEqual({ from: 6, length: 8 });
  });
});

describe('marks', () => {
  test('seven labelled marks stand in one row even on a 4:3 wall', () => {
    expect(markGrid({ count: 7, text: emsOf('92.50'), label: emsOf('7号评委'), width: 1152 })).toMatchObject({ columns: 7, perPage: 7 });
  });

  test('nine named judges stay on one page although one name is long', () => {
    expect(markGrid({ count: 9, text: emsOf('92.50'), label: emsOf('阿卜杜热西提·示例'), width: 1152 }).perPage).toBe(9);
  });

  test('labels are never dropped: more marks than five labelled rows hold are paged', () => {
    const grid = markGrid({ count: 60, text: emsOf('92.50'), label: emsOf('60号评委'), width: 1152 });
    expect(grid.perPage).toBeLessThanOrEqual(15);
    expect(pageCount(60, grid.perPage) * grid.perPage).toBeGreaterThanOrEqual(60);
  });

  test.each([1152, 1536, 1728])('thirty marks by seat number stand on one page of a wall %d wide', (width) => {
    expect(markGrid({ count: 30, text: emsOf('92.50'), label: emsOf('30'), width }).perPage).toBe(30);
  });

  test('tiles of a row never need more than the band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 154 }), fc.constantFrom(1152, 1536, 1728), fc.constantFrom(0, 4.24, 9), (count, width, label) => {
        const grid = markGrid({ count, text: emsOf('100.00'), label, width });
        expect(grid.columns * (grid.tile + grid.gap) - grid.gap).toBeLessThanOrEqual(width + 0.01);
        expect(grid.tile).toBeGreaterThanOrEqual(emsOf('100.00') * grid.size - 0.01);
      }),
    );
  });
});
