// 名次: contestants ordered by the displayed total, ties broken by the list fixed beforehand, shared places 1,2,2,4.
// A draw that was not held leaves its group open; it is never drawn here.
import { compare, roundHalfUp, ZERO, type Fraction } from '../kernel/fraction.ts';
import type { Rules, TieRule } from './rules.ts';
import type { TieDraw } from './state.ts';
import { weighted, type Tally } from './tally.ts';

export type Scored = Extract<Tally, { ok: true }>;
export interface Entry { readonly contestant: string; readonly tally: Scored }
export interface Standing extends Entry {
  readonly rank: number;
  /** The tie rule that set this row apart from an equal total, if any. */
  readonly decidedBy: TieRule | null;
  readonly shared: boolean;
}
export type Standings =
  | { readonly ok: true; readonly rows: readonly Standing[] }
  | { readonly ok: false; readonly needsDraw: readonly string[]; readonly rows: readonly Standing[] };

/** How far "more decimals" looks before the exact values themselves decide. */
const MOST_DECIMALS = 12;

interface Group { readonly entries: readonly Entry[]; readonly decidedBy: TieRule | null; readonly shared: boolean; readonly open: boolean }

const splitBy = (entries: readonly Entry[], value: (entry: Entry) => Fraction): readonly (readonly Entry[])[] => {
  const sorted = [...entries].sort((a, b) => compare(value(b), value(a)));
  return sorted.reduce<Entry[][]>((groups, entry) => {
    const last = groups.at(-1);
    const head = last?.[0];
    if (last !== undefined && head !== undefined && compare(value(head), value(entry)) === 0) last.push(entry);
    else groups.push([entry]);
    return groups;
  }, []);
};

const criterionMean = (rules: Rules, id: string) => (entry: Entry): Fraction => {
  const at = rules.criteria.findIndex((criterion) => criterion.id === id);
  return weighted(entry.tally.panels, (panel) => panel.criterionMeans[at] ?? ZERO);
};

function splitByRule(rules: Rules, tie: TieRule, given: { entries: readonly Entry[]; draws: readonly TieDraw[] }): readonly (readonly Entry[])[] | 'shared' | 'open' {
  const { entries, draws } = given;
  switch (tie.by) {
    case 'moreDecimals': {
      for (let places = rules.rounding.final + 1; places <= MOST_DECIMALS; places += 1) {
        const groups = splitBy(entries, (entry) => roundHalfUp(entry.tally.exact, places));
        if (groups.length > 1) return groups;
      }
      return splitBy(entries, (entry) => entry.tally.exact);
    }
    case 'panel': return splitBy(entries, (entry) => entry.tally.panels.find((panel) => panel.panel === tie.id)?.mean ?? ZERO);
    case 'criterion': return splitBy(entries, criterionMean(rules, tie.id));
    case 'untrimmedMean': return splitBy(entries, (entry) => entry.tally.untrimmed);
    case 'draw': {
      const drawn = draws.find((draw) => draw.contestants.length === entries.length && entries.every((entry) => draw.contestants.includes(entry.contestant)));
      return drawn === undefined ? 'open' : drawn.order.map((id) => entries.filter((entry) => entry.contestant === id));
    }
    case 'shared': return 'shared';
  }
}

/** Goes down the tie list; every part that is still tied after a rule goes on with the rules behind it. */
function settle(rules: Rules, given: { entries: readonly Entry[]; draws: readonly TieDraw[] }, from: { at: number; decidedBy: TieRule | null }): readonly Group[] {
  const tie = rules.ties[from.at];
  if (given.entries.length === 1) return [{ entries: given.entries, decidedBy: from.decidedBy, shared: false, open: false }];
  if (tie === undefined) return [{ entries: given.entries, decidedBy: from.decidedBy, shared: true, open: false }];
  const split = splitByRule(rules, tie, given);
  if (split === 'shared' || split === 'open') return [{ entries: given.entries, decidedBy: split === 'shared' ? tie : from.decidedBy, shared: split === 'shared', open: split === 'open' }];
  return split.flatMap((entries) => settle(rules, { entries, draws: given.draws }, { at: from.at + 1, decidedBy: split.length > 1 ? tie : from.decidedBy }));
}

/**
 * Ranks are taken on the displayed (rounded) total; equal totals go through the tie list in order, comparing unrounded values;
 * what stays equal shares a place and the next is skipped (1,2,2,4). ok:false names a tied group whose draw has not been held.
 * Source: domain.md §2.2 ties, §2.4 item 5; design §4.
 */
export const standings = (rules: Rules, entries: readonly Entry[], draws: readonly TieDraw[]): Standings => {
  const groups = splitBy(entries, (entry) => entry.tally.total).flatMap((tied) => settle(rules, { entries: tied, draws }, { at: 0, decidedBy: null }));
  const rows: Standing[] = [];
  for (const group of groups) {
    const rank = rows.length + 1;
    for (const entry of group.entries) rows.push({ ...entry, rank, decidedBy: group.decidedBy, shared: group.entries.length > 1 });
  }
  const open = groups.find((group) => group.open);
  return open === undefined ? { ok: true, rows } : { ok: false, needsDraw: open.entries.map((entry) => entry.contestant), rows };
};
