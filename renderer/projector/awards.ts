// How announced awards are laid out: tiers as lines of one to three names, lines cut into pages that begin with the word of their tier.
import { emsOf } from './scenes/marks.ts';
import type { PictureOf } from './scenes/picture.ts';

type Tier = PictureOf<'awards'>['tiers'][number];
export interface AwardRow { readonly name: string; readonly total: string | null }
export interface AwardLine {
  readonly key: string;
  /** The tier this line belongs to, and its word where the line begins it. */
  readonly of: string;
  readonly tier: string | null;
  readonly rows: readonly AwardRow[];
}

/** Lines on one page: more would be lower than a back row can read. */
export const LINES = 10;
const NARROW = 1700;
/** Names longer than this many ems are pressed together in three columns. */
const LONG = 8;

/** One column while all fits on one page that way; else as many as the stage and the names leave room for. */
export const awardColumns = (tiers: readonly Tier[], width: number): number => {
  const needs = (columns: number): number => tiers.reduce((lines, tier) => lines + Math.max(1, Math.ceil(tier.rows.length / columns)), 0);
  const hasLong = tiers.some((tier) => tier.rows.some((row) => emsOf(row.name) > LONG));
  return needs(1) <= LINES ? 1 : needs(2) <= LINES || width < NARROW || hasLong ? 2 : 3;
};

/** Where figures are not shown a tier's own word stands in their place already; it is not said twice. */
const rowOf = (tier: Tier) => ({ name, total }: Tier['rows'][number]): AwardRow => ({ name, total: total === tier.name || total === '' ? null : total });

export const awardLines = (tiers: readonly Tier[], columns: number): readonly AwardLine[] =>
  tiers.flatMap((tier) => {
    const rows = tier.rows.map(rowOf(tier));
    return Array.from({ length: Math.max(1, Math.ceil(rows.length / columns)) }, (_, line) => ({
      key: `${tier.name} ${line}`, of: tier.name, tier: line === 0 ? tier.name : null, rows: rows.slice(line * columns, (line + 1) * columns),
    }));
  });

/** Pages of nearly equal length; a page that goes on with a tier says its word again. Example: 14 lines → 7 and 7. */
export const awardPages = (lines: readonly AwardLine[]): readonly (readonly AwardLine[])[] => {
  const pages = Math.max(1, Math.ceil(lines.length / LINES));
  const length = Math.ceil(lines.length / pages);
  return Array.from({ length: pages }, (_, page) => lines.slice(page * length, (page + 1) * length).map((line, at) => (at === 0 ? { ...line, tier: line.of } : line)));
};
