// The way from equal totals to places, step by step, as values for the helper columns. The places themselves are the arena's standings;
// this only shows how the tie list gets there.
import type { TieRule } from '../../../../shared/arena/rules.ts';
import { compare, roundHalfUp, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import type { Board, BoardRow } from './board.ts';
import { weightedOf } from './panelRows.ts';

export type Places = ReadonlyMap<string, number>;
/** One tie rule: what it compares and the places after it. A draw compares positions, so it has places only. */
export interface ChainStep { readonly tie: TieRule; readonly values: ReadonlyMap<string, Fraction>; readonly places: Places }
export interface RankChain { readonly start: Places; readonly steps: readonly ChainStep[]; readonly last: 'shared' | 'draw' }

/** "More decimals" as far as doubles carry; beyond it the ten-decimal value itself is compared. */
export const MOST_DECIMALS = 9;
type Scored = Extract<NonNullable<BoardRow['tally']>, { ok: true }>;
interface Entry { readonly id: string; readonly tally: Scored }

const entriesOf = (board: Board): readonly Entry[] => board.rows.flatMap((row) => (row.tally?.ok === true ? [{ id: row.id, tally: row.tally }] : []));

/** The tie rules that can still change a place: up to the first draw or shared place. */
export const activeTies = (board: Board): readonly TieRule[] => {
  const end = board.rules.ties.findIndex((tie) => tie.by === 'draw' || tie.by === 'shared');
  return end === -1 ? board.rules.ties : board.rules.ties.slice(0, end + 1);
};

const better = (entries: readonly Entry[], here: Entry, value: (entry: Entry) => Fraction): number => entries.filter((other) => compare(value(other), value(here)) > 0).length;

export const rankChain = (board: Board): RankChain => {
  const entries = entriesOf(board);
  const start: Places = new Map(entries.map((here) => [here.id, 1 + better(entries, here, (entry) => entry.tally.total)]));
  const steps: ChainStep[] = [];
  for (const tie of activeTies(board)) {
    if (tie.by === 'shared') break;
    const before = steps.at(-1)?.places ?? start;
    const groupOf = (here: Entry): readonly Entry[] => entries.filter((other) => before.get(other.id) === before.get(here.id));
    const values = new Map(tie.by === 'draw' ? [] : entries.map((here) => [here.id, valueOf(board, tie, { here, group: groupOf(here) })]));
    const places = new Map(entries.map((here) => [here.id, (before.get(here.id) ?? 0) + aheadOf(board, tie, { here, group: groupOf(here), values })]));
    steps.push({ tie, values, places });
  }
  return { start, steps, last: board.rules.ties.some((tie) => tie.by === 'draw') && activeTies(board).at(-1)?.by === 'draw' ? 'draw' : 'shared' };
};

interface Case { readonly here: Entry; readonly group: readonly Entry[] }

function valueOf(board: Board, tie: TieRule, { here, group }: Case): Fraction {
  const { tally } = here;
  switch (tie.by) {
    case 'moreDecimals': {
      const places = decimalsThatSplit(board, group.map((entry) => entry.tally.exact));
      return places === null ? roundHalfUp(tally.exact, 10) : roundHalfUp(tally.exact, places);
    }
    case 'panel': return tally.panels[board.rules.panels.findIndex((panel) => panel.id === tie.id)]?.mean ?? ZERO;
    case 'criterion': {
      const at = board.criteria.findIndex((criterion) => criterion.id === tie.id);
      return weightedOf(board, tally.panels.map((panel) => panel.criterionMeans[at] ?? ZERO));
    }
    case 'untrimmedMean': return tally.untrimmed;
    case 'draw': case 'shared': return ZERO;
  }
}

const decimalsThatSplit = (board: Board, values: readonly Fraction[]): number | null => {
  for (let places = board.rules.rounding.final + 1; places <= MOST_DECIMALS; places += 1) {
    const [first = ZERO, ...rest] = values.map((value) => roundHalfUp(value, places));
    if (rest.some((value) => compare(value, first) !== 0)) return places;
  }
  return null;
};

function aheadOf(board: Board, tie: TieRule, { here, group, values }: Case & { readonly values: ReadonlyMap<string, Fraction> }): number {
  if (tie.by !== 'draw') return better(group, here, (entry) => values.get(entry.id) ?? ZERO);
  if (group.length === 1) return 0;
  const draw = board.draws.find((each) => each.contestants.length === group.length && group.every((entry) => each.contestants.includes(entry.id)));
  return draw === undefined ? 0 : draw.order.indexOf(here.id);
}
