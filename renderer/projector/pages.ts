// How long lists are cut into pages: whole rows only, pages of nearly equal length, and in the ceremony the page around the newest row.

export const ROWS_PER_PAGE = 10;
export const PAGE_SECONDS = 10;

/** Rows on a page when `count` rows are spread evenly. Example: 23 rows → three pages of 8, 8 and 7: 8. */
export const pageLength = (count: number, longest: number = ROWS_PER_PAGE): number => {
  const pages = Math.max(1, Math.ceil(count / longest));
  return Math.max(1, Math.ceil(count / pages));
};

export interface Window {
  readonly from: number;
  readonly length: number;
}

/** The rows of page `page` (from 0, going round). */
export const pageWindow = (count: number, page: number, longest: number = ROWS_PER_PAGE): Window => {
  const length = pageLength(count, longest);
  const pages = Math.max(1, Math.ceil(count / length));
  return { from: (page % pages) * length, length };
};

export const pageCount = (count: number, longest: number = ROWS_PER_PAGE): number => Math.max(1, Math.ceil(count / pageLength(count, longest)));

/**
 * The rows shown while a ranking is revealed from last to first: the page of the newest row. Rows that tie enter together, so when they
 * lie across two pages the window moves up to hold them all. `first` and `last` are places from the top (0 = first).
 */
export const newestWindow = (count: number, newest: { readonly first: number; readonly last: number }): Window => {
  const length = pageLength(count);
  const page = Math.floor(newest.last / length) * length;
  return { from: Math.min(page, newest.first), length };
};
