// The way from equal totals to places, step by step, as values for the helper columns. The places themselves are the arena's standings;
// this only shows how the tie list gets there, each category for itself.
import { columnsOf } from '../../../../shared/arena/forms.ts';
import type { TieRule } from '../../../../shared/arena/rules.ts';
import type { Scored } from '../../../../shared/arena/standings.ts';
import { compare, multiply, roundHalfUp, sum, ZERO, type Fraction } from '../../../../shared/kernel/fraction.ts';
import type { Board, BoardRow } from './board.ts';
import { GUARD } from './formulas.ts';

export type Places = ReadonlyMap<string, number>;
/** An order settled in the room, as a number per contestant: lots drawn, or a play-off with equal numbers for who stayed level. */
export interface Settled { readonly orders: Places }
/** One tie rule: what it compares, or the orders it finds and those that apply, and the places after it; `stopped` are those who wait for a play-off. */
export interface ChainStep { readonly tie: TieRule; readonly values: ReadonlyMap<string, Fraction>; readonly settled: readonly Settled[]; readonly matched: Places; readonly places: Places; readonly stopped: ReadonlySet<string> }
export interface RankChain { readonly start: Places; readonly steps: readonly ChainStep[]; readonly last: 'shared' | 'draw' }

/** "More decimals" as far as doubles carry; beyond it the ten-decimal value itself is compared. */
export const MOST_DECIMALS = 9;
interface Entry { readonly id: string; readonly category: string | null; readonly tally: Scored }
type Keyed = Extract<TieRule, { by: 'draw' | 'playOff' }>;

const entriesOf = (board: Board): readonly Entry[] => board.rows.flatMap((row) => (row.standing === null ? [] : [{ id: row.id, category: row.standing.category, tally: row.standing.tally }]));
export const isKeyed = (tie: TieRule): tie is Keyed => tie.by === 'draw' || tie.by === 'playOff';

/** The tie rules that can still change a place: up to the first draw or shared place. */
export const activeTies = (board: Board): readonly TieRule[] => {
  const end = board.rules.ties.findIndex((tie) => tie.by === 'draw' || tie.by === 'shared');
  return end === -1 ? board.rules.ties : board.rules.ties.slice(0, end + 1);
};

/** What was settled for this rule, the one that counts first: the newest play-off, the one draw. */
export const settledBy = (board: Board, tie: Keyed): readonly Settled[] => {
  if (tie.by === 'draw') return board.draws.map((draw) => ({ orders: new Map(draw.order.map((id, at) => [id, at + 1])) }));
  return board.playOffs.map((playOff) => ({
    orders: new Map(playOff.order.flatMap((group, at) => group.map((id) => [id, playOff.order.slice(0, at).flat().length + 1] as const))),
  })).reverse();
};

const isFor = (settled: Settled, group: readonly Entry[]): boolean => settled.orders.size === group.length && group.every((entry) => settled.orders.has(entry.id));
const better = (entries: readonly Entry[], here: Entry, value: (entry: Entry) => Fraction): number => entries.filter((other) => compare(value(other), value(here)) > 0).length;

export const rankChain = (board: Board): RankChain => {
  const entries = entriesOf(board);
  const ownOf = (here: Entry): readonly Entry[] => entries.filter((other) => other.category === here.category);
  const start: Places = new Map(entries.map((here) => [here.id, 1 + better(ownOf(here), here, (entry) => entry.tally.total)]));
  const steps: ChainStep[] = [];
  for (const tie of activeTies(board)) {
    if (tie.by === 'shared') break;
    const [before, stopped] = [steps.at(-1)?.places ?? start, steps.at(-1)?.stopped ?? new Set<string>()];
    const groupOf = (here: Entry): readonly Entry[] => ownOf(here).filter((other) => before.get(other.id) === before.get(here.id));
    steps.push(stepOf(board, tie, { entries, groupOf, before, stopped }));
  }
  return { start, steps, last: activeTies(board).at(-1)?.by === 'draw' ? 'draw' : 'shared' };
};

interface Before { readonly entries: readonly Entry[]; readonly groupOf: (here: Entry) => readonly Entry[]; readonly before: Places; readonly stopped: ReadonlySet<string> }

function stepOf(board: Board, tie: TieRule, { entries, groupOf, before, stopped }: Before): ChainStep {
  const settled = isKeyed(tie) ? settledBy(board, tie) : [];
  const heldFor = (here: Entry): Settled | undefined => (stopped.has(here.id) ? undefined : settled.find((each) => isFor(each, groupOf(here))));
  const values = new Map(isKeyed(tie) ? [] : entries.map((here) => [here.id, valueOf(board, tie, { here, group: groupOf(here) })]));
  const matched = new Map(entries.flatMap((here) => { const order = heldFor(here)?.orders.get(here.id); return order === undefined ? [] : [[here.id, order] as const]; }));
  const ahead = (here: Entry): number => {
    if (stopped.has(here.id)) return 0;
    return isKeyed(tie) ? (matched.get(here.id) ?? 1) - 1 : better(groupOf(here), here, (entry) => values.get(entry.id) ?? ZERO);
  };
  const waits = (here: Entry): boolean => stopped.has(here.id) || (tie.by === 'playOff' && groupOf(here).length > 1 && !matched.has(here.id));
  return { tie, values, settled, matched, places: new Map(entries.map((here) => [here.id, (before.get(here.id) ?? 0) + ahead(here)])), stopped: new Set(entries.filter(waits).map((entry) => entry.id)) };
}

/** The panels of a row whose ballot has the criterion, and in which column. */
export const criterionPlaces = (row: Pick<BoardRow, 'panels'>, id: string): readonly { readonly at: number; readonly column: number }[] =>
  row.panels.flatMap(({ form }, at) => (columnsOf(form).includes(id) ? [{ at, column: columnsOf(form).indexOf(id) }] : []));

function valueOf(board: Board, tie: Exclude<TieRule, Keyed>, { here, group }: { readonly here: Entry; readonly group: readonly Entry[] }): Fraction {
  const { tally } = here;
  switch (tie.by) {
    case 'moreDecimals': return decimalOf(tally.exact, decimalsThatSplit(board, group.map((entry) => entry.tally.exact)) ?? GUARD);
    case 'panel': return tally.panels.find((panel) => panel.panel === tie.id)?.mean ?? ZERO;
    case 'part': return tally.parts.find((part) => part.part === tie.id)?.score ?? ZERO;
    case 'criterion': {
      const row = board.rows.find((each) => each.id === here.id);
      return row === undefined ? ZERO : sum(criterionPlaces(row, tie.id).map(({ at, column }) => { const panel = tally.panels[at]; return panel === undefined ? ZERO : multiply(panel.weight, panel.criterionMeans[column] ?? ZERO); }));
    }
    case 'untrimmedMean': return tally.untrimmed;
    case 'shared': return ZERO;
  }
}

/** A total at so many decimals as the sheet has it: from the ten decimals that doubles carry. */
export const decimalOf = (exact: Fraction, places: number): Fraction => roundHalfUp(roundHalfUp(exact, GUARD), places);

const decimalsThatSplit = (board: Board, values: readonly Fraction[]): number | null => {
  for (let places = board.rules.rounding.final + 1; places <= MOST_DECIMALS; places += 1) {
    const [first = ZERO, ...rest] = values.map((value) => decimalOf(value, places));
    if (rest.some((value) => compare(value, first) !== 0)) return places;
  }
  return null;
};
