// 统分: from the locked sheets of one contestant to the panels' figures, the parts, bonuses and penalties, and the total, exactly, showing what was dropped.
// Refuses to guess: too few sheets or a part not entered leave the contestant pending.
import { add, compare, decimal, divide, format, mean, multiply, roundHalfUp, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import { adjusted, adjustmentLines, type AdjustmentLine } from './adjusting.ts';
import { countedOf, NOTHING_AROUND, type Around, type Counted } from './counting.ts';
import { formFullMark } from './forms.ts';
import { formOf, panelScores, type Panel, type Part, type Rules } from './rules.ts';
import type { Judge, LockedSheets } from './state.ts';
import { rounded, trimmed, writtenSheets, type CountedSheet, type Dropped } from './trimming.ts';

export interface PanelTally {
  readonly panel: string;
  /** Points of the scheme's full mark for one point of the panel's figure. */
  readonly weight: Fraction;
  readonly fullMark: Fraction;
  readonly counted: readonly Counted[];
  readonly sheets: readonly CountedSheet[];
  readonly dropped: readonly Dropped[];
  /** Mean of each column of the form over the kept sheets, unrounded. */
  readonly criterionMeans: readonly Fraction[];
  /** Mean of all written sheets without dropping and rounding (domain.md §2.4 item 5). */
  readonly untrimmed: Fraction;
  /** The panel's figure before and after its own rounding. */
  readonly exact: Fraction;
  readonly mean: Fraction;
}
export interface PartTally {
  readonly part: string;
  /** On the part's own full mark, before and after its rounding. */
  readonly exact: Fraction;
  readonly score: Fraction;
  /** In the scheme's points. */
  readonly points: Fraction;
}
export type Tally =
  | {
    readonly ok: true; readonly panels: readonly PanelTally[]; readonly parts: readonly PartTally[]; readonly adjustments: readonly AdjustmentLine[];
    readonly exact: Fraction; readonly total: Fraction; readonly text: string; readonly untrimmed: Fraction;
  }
  | { readonly ok: false; readonly why: 'tooFewSheets'; readonly panel: string; readonly valid: number; readonly needed: number }
  | { readonly ok: false; readonly why: 'partMissing'; readonly part: string };
export interface TallyInput { readonly judges: readonly Judge[]; readonly locked: LockedSheets; readonly around?: Around }
type Failed = Extract<Tally, { ok: false }>;

/** Points for one point of a ballot's figure. A ballot that ranks a single contestant by n − k is worth nothing: there is nobody to be before. */
const shareOf = (points: Fraction, fullMark: Fraction): Fraction => (compare(fullMark, ZERO) === 0 ? ZERO : divide(points, fullMark));

function tallyPanel(rules: Rules, panel: Panel, { judges, locked, around = NOTHING_AROUND }: TallyInput): PanelTally | Failed {
  const form = formOf(rules, panel);
  const part = rules.parts.find((each) => each.id === panel.part);
  if (part === undefined) throw new Error(`the rules have no part ${panel.part}`);
  const counted = countedOf(rules, panel, { judges, locked, around });
  const written = writtenSheets(rules, panel, { form, counted });
  const relaxed = locked.relaxed[panel.id];
  const drops = { highest: relaxed?.dropHighest ?? panel.dropHighest, lowest: relaxed?.dropLowest ?? panel.dropLowest };
  const least = drops.highest + drops.lowest + 1;
  const needed = relaxed === undefined ? Math.max(panel.minimum, least) : least;
  if (written.length < needed) return { ok: false, why: 'tooFewSheets', panel: panel.id, valid: written.length, needed };
  const { value, ...rest } = trimmed({ rules, panel, form }, counted, { written, drops });
  const fullMark = formFullMark(form, around.of);
  const weight = divide(multiply(decimal(part.points), shareOf(decimal(panel.points), fullMark)), decimal(part.fullMark));
  return { panel: panel.id, weight, fullMark, counted, ...rest, untrimmed: mean(written.map((sheet) => sum(sheet.marks))), exact: value, mean: rounded(value, rules.rounding.panel) };
}

/** The part's score on its own full mark: Σ panel points × figure ÷ full mark of the ballot, or what was entered. */
function tallyPart(rules: Rules, part: Part, given: { readonly panels: readonly PanelTally[]; readonly values: Readonly<Record<string, string>> }): PartTally | Failed {
  const entered = given.values[part.id];
  if (part.source === 'entered' && entered === undefined) return { ok: false, why: 'partMissing', part: part.id };
  const own = given.panels.flatMap((tallied) => {
    const panel = rules.panels.find((each) => each.id === tallied.panel);
    return panel?.part === part.id ? [multiply(shareOf(decimal(panel.points), tallied.fullMark), tallied.mean)] : [];
  });
  const exact = part.source === 'entered' ? decimal(entered ?? '0') : sum(own);
  const score = rounded(exact, rules.rounding.part);
  return { part: part.id, exact, score, points: divide(multiply(decimal(part.points), score), decimal(part.fullMark)) };
}

/** Σ weight × value over panels, in points of the scheme. */
export const weighted = (panels: readonly PanelTally[], value: (panel: PanelTally) => Fraction): Fraction =>
  sum(panels.map((panel) => multiply(panel.weight, value(panel))));

const isFailed = (tallied: PanelTally | PartTally | Failed): tallied is Failed => 'ok' in tallied;

/** The panels whose figures make up the on-site score. */
export const onSitePanels = (rules: Rules, panels: readonly PanelTally[]): readonly PanelTally[] => {
  const onSite = new Set(rules.parts.filter((part) => part.kind === 'onSite').map((part) => part.id));
  return panels.filter((tallied) => rules.panels.some((panel) => panel.id === tallied.panel && onSite.has(panel.part)));
};

/**
 * The score of one contestant: per panel zeros, fills, dropping, mean or median, panel rounding; per part Σ panel points × figure ÷ full mark, part rounding;
 * then Σ part points × score ÷ full mark + bonuses − penalties, rounded half up to the final places. Returns ok:false with the panel where fewer than
 * its minimum (or h + l + 1) written sheets remain, or the part that nobody has entered. Source: domain.md §2.2, §2.4.
 * Example: totals 81, 81, 84, 79, 81 with 1+1 → 81.00; the same marks trimmed per criterion → 81.67.
 */
export const tally = (rules: Rules, input: TallyInput): Tally => {
  const around = input.around ?? NOTHING_AROUND;
  const panels: PanelTally[] = [];
  for (const panel of rules.panels.filter((each) => panelScores(each, around.category))) {
    const tallied = tallyPanel(rules, panel, input);
    if (isFailed(tallied)) return tallied;
    panels.push(tallied);
  }
  const parts: PartTally[] = [];
  for (const part of rules.parts) {
    const tallied = tallyPart(rules, part, { panels, values: around.values });
    if (isFailed(tallied)) return tallied;
    parts.push(tallied);
  }
  const adjustments = adjustmentLines(rules, input.locked.adjustments);
  const exact = adjusted(parts.reduce((total, part) => add(total, part.points), ZERO), adjustments);
  const total = roundHalfUp(exact, rules.rounding.final);
  return { ok: true, panels, parts, adjustments, exact, total, text: format(total, rules.rounding.final), untrimmed: weighted(onSitePanels(rules, panels), (panel) => panel.untrimmed) };
};
