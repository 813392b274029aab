// 名次: contestants ordered by the displayed total, ties broken by the list fixed beforehand, shared places 1,2,2,4.
// A draw that was not held leaves its group open; it is never drawn here.
import { compare, roundHalfUp, ZERO, type Fraction } from '../kernel/fraction.ts';
import { columnsOf } from './forms.ts';
import { formOf, type Rules, type TieRule } from './rules.ts';
import type { PlayOff, TieDraw } from './state.ts';
import { weighted, type PanelTally, type Tally } from './tally.ts';

export type Scored = Extract<Tally, { ok: true }>;
export interface Entry { readonly contestant: string; readonly tally: Scored }
export interface Standing extends Entry {
  readonly rank: number;
  /** The tie rule that set this row apart from an equal total, if any. */
  readonly decidedBy: TieRule | null;
  readonly shared: boolean;
}
/** A tied group that somebody must settle: by lot, or by a play-off whose outcome is keyed. */
export interface Open { readonly by: 'draw' | 'playOff'; readonly contestants: readonly string[] }
export interface Standings { readonly rows: readonly Standing[]; readonly open: readonly Open[] }
/** What was settled in the room: lots drawn and play-offs held. */
export interface Settled { readonly draws: readonly TieDraw[]; readonly playOffs: readonly PlayOff[] }

/** How far "more decimals" looks before the exact values themselves decide. */
const MOST_DECIMALS = 12;

interface Group { readonly entries: readonly Entry[]; readonly decidedBy: TieRule | null; readonly shared: boolean; readonly open: Open['by'] | null }

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

/** Σ weight × the criterion's mean over kept sheets, of the panels whose ballot has the criterion. */
export const criterionMean = (rules: Rules, id: string) => (entry: Entry): Fraction => {
  const placeOf = (tallied: PanelTally): number => {
    const panel = rules.panels.find((each) => each.id === tallied.panel);
    return panel === undefined ? -1 : columnsOf(formOf(rules, panel)).indexOf(id);
  };
  return weighted(entry.tally.panels.filter((panel) => placeOf(panel) >= 0), (panel) => panel.criterionMeans[placeOf(panel)] ?? ZERO);
};

const concerns = (group: readonly Entry[], contestants: readonly string[]): boolean =>
  contestants.length === group.length && group.every((entry) => contestants.includes(entry.contestant));

function splitByRule(rules: Rules, tie: TieRule, given: { readonly entries: readonly Entry[]; readonly settled: Settled }): readonly (readonly Entry[])[] | 'shared' | Open['by'] {
  const { entries, settled } = given;
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
    case 'part': return splitBy(entries, (entry) => entry.tally.parts.find((part) => part.part === tie.id)?.score ?? ZERO);
    case 'playOff': {
      const held = settled.playOffs.filter((playOff) => concerns(entries, playOff.contestants)).at(-1);
      return held === undefined ? 'playOff' : held.order.map((ids) => entries.filter((entry) => ids.includes(entry.contestant)));
    }
    case 'draw': {
      const drawn = settled.draws.find((draw) => concerns(entries, draw.contestants));
      return drawn === undefined ? 'draw' : drawn.order.map((id) => entries.filter((entry) => entry.contestant === id));
    }
    case 'shared': return 'shared';
  }
}

/** Goes down the tie list; every part that is still tied after a rule goes on with the rules behind it. */
function settle(rules: Rules, given: { readonly entries: readonly Entry[]; readonly settled: Settled }, from: { readonly at: number; readonly decidedBy: TieRule | null }): readonly Group[] {
  const { entries, settled } = given;
  const tie = rules.ties[from.at];
  if (entries.length === 1) return [{ entries, decidedBy: from.decidedBy, shared: false, open: null }];
  if (tie === undefined) return [{ entries, decidedBy: from.decidedBy, shared: true, open: null }];
  const split = splitByRule(rules, tie, given);
  if (split === 'shared') return [{ entries, decidedBy: tie, shared: true, open: null }];
  if (split === 'draw' || split === 'playOff') return [{ entries, decidedBy: from.decidedBy, shared: false, open: split }];
  return split.flatMap((part) => settle(rules, { entries: part, settled }, { at: from.at + 1, decidedBy: split.length > 1 ? tie : from.decidedBy }));
}

/**
 * Ranks are taken on the displayed (rounded) total; equal totals go through the tie list in order, comparing unrounded values (a panel and a part: after
 * their own rounding); what stays equal shares a place and the next is skipped (1,2,2,4). `open` names the tied groups whose play-off or draw has not
 * been held. Source: domain.md §2.2 ties, §2.4 item 5; design §4.
 */
export const standings = (rules: Rules, entries: readonly Entry[], settled: Settled): Standings => {
  const groups = splitBy(entries, (entry) => entry.tally.total).flatMap((tied) => settle(rules, { entries: tied, settled }, { at: 0, decidedBy: null }));
  const rows: Standing[] = [];
  for (const group of groups) {
    const rank = rows.length + 1;
    for (const entry of group.entries) rows.push({ ...entry, rank, decidedBy: group.decidedBy, shared: group.entries.length > 1 });
  }
  const open = groups.flatMap((group) => (group.open === null ? [] : [{ by: group.open, contestants: group.entries.map((entry) => entry.contestant) }]));
  return { rows, open };
};
