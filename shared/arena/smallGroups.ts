// Groups without names that are too small to be shown by themselves: their figure would say who voted what (design §1 item 11).
import type { Counted } from './counting.ts';
import type { Panel, Rules } from './rules.ts';

/** The fewest valid ballots without names that may be shown as a figure of their own. */
export const SMALLEST_GROUP = 5;

/** Fewer valid ballots without names than may be shown. Example: four grade ballots of an anonymous panel → true; four of named judges → false. */
export const isSmallGroup = (panel: Pick<Panel, 'voters'>, counted: readonly Counted[]): boolean =>
  panel.voters !== 'named' && counted.filter((each) => each.marks !== null).length < SMALLEST_GROUP;

/** The same of one panel's tally. */
export const isSmallPanel = (rules: Pick<Rules, 'panels'>, tallied: { readonly panel: string; readonly counted: readonly Counted[] }): boolean =>
  rules.panels.some((panel) => panel.id === tallied.panel && isSmallGroup(panel, tallied.counted));
