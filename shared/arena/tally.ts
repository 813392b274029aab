// 统分: from the locked sheets of one contestant to the panel means and the total, exactly, showing what was dropped.
// Refuses to guess: too few sheets leave the contestant pending.
import { compare, decimal, divide, format, mean, multiply, roundHalfUp, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import { isExcused } from './missing.ts';
import type { Criterion, Panel, Rules } from './rules.ts';
import type { Judge, LockedSheets } from './state.ts';

/** One sheet in the reckoning: its mark per criterion in the rules' order and its total after the "mark" rounding. */
export interface CountedSheet { readonly judge: string; readonly marks: readonly Fraction[]; readonly total: Fraction }
/** A dropped value: the criterion is null when whole totals are dropped. */
export interface Dropped { readonly judge: string; readonly criterion: string | null; readonly end: 'highest' | 'lowest' }
export interface PanelTally {
  readonly panel: string;
  /** In hundredths of the score. */
  readonly weight: Fraction;
  readonly sheets: readonly CountedSheet[];
  readonly dropped: readonly Dropped[];
  /** Mean of each criterion over the kept sheets, unrounded, in the rules' order. */
  readonly criterionMeans: readonly Fraction[];
  /** Mean of all sheets without dropping and rounding (domain.md §2.4 item 5). */
  readonly untrimmed: Fraction;
  readonly mean: Fraction;
}
export type Tally =
  | { readonly ok: true; readonly panels: readonly PanelTally[]; readonly exact: Fraction; readonly total: Fraction; readonly text: string; readonly untrimmed: Fraction }
  | { readonly ok: false; readonly panel: string; readonly valid: number; readonly needed: number };

const HUNDRED = decimal('100');
const rounded = (value: Fraction, places: number | null): Fraction => (places === null ? value : roundHalfUp(value, places));

/**
 * The seats dropped from a list in seat order: the h highest and l lowest; of equal values the earlier seat's is dropped (domain.md §2.4 item 5).
 * @returns the indexes of the highest and of the lowest, disjoint. Example: values 3,1,3 with h=1, l=1 → highest [0], lowest [1].
 */
export const dropIndexes = (values: readonly Fraction[], highest: number, lowest: number): { readonly highest: readonly number[]; readonly lowest: readonly number[] } => {
  const byValue = (direction: 1 | -1) => (a: number, b: number): number => direction * compare(values[a] ?? ZERO, values[b] ?? ZERO) || a - b;
  const indexes = values.map((_, index) => index);
  const top = [...indexes].sort(byValue(-1)).slice(0, highest);
  const bottom = indexes.filter((index) => !top.includes(index)).sort(byValue(1)).slice(0, lowest);
  return { highest: top, lowest: bottom };
};

/** A sheet is complete before it is recorded; one that is not is a bug, named where it stands. */
const markOf = (sheet: LockedSheets['sheets'][string], criterion: Criterion): Fraction => {
  const text = sheet.marks[criterion.id];
  if (text === undefined) throw new Error(`the sheet of judge ${sheet.judge} has no mark for ${criterion.id}`);
  return decimal(text);
};

const countedSheets = (rules: Rules, judges: readonly Judge[], locked: LockedSheets): readonly CountedSheet[] =>
  judges.flatMap((judge) => {
    const sheet = locked.sheets[judge.id];
    if (sheet === undefined || sheet.kind !== 'marks' || isExcused(locked, judge.id)) return [];
    const marks = rules.criteria.map((criterion) => markOf(sheet, criterion));
    return [{ judge: judge.id, marks, total: rounded(sum(marks), rules.trimOf === 'totals' ? rules.rounding.mark : null) }];
  });

const kept = <T>(values: readonly T[], out: ReturnType<typeof dropIndexes>): readonly T[] =>
  values.filter((_, index) => !out.highest.includes(index) && !out.lowest.includes(index));

const droppedOf = (sheets: readonly CountedSheet[], criterion: Criterion | null, out: ReturnType<typeof dropIndexes>): readonly Dropped[] => {
  const name = (end: Dropped['end']) => (index: number): Dropped => ({ judge: sheets[index]?.judge ?? '', criterion: criterion?.id ?? null, end });
  return [...out.highest.map(name('highest')), ...out.lowest.map(name('lowest'))];
};

const columns = (rules: Rules, sheets: readonly CountedSheet[]): readonly (readonly Fraction[])[] =>
  rules.criteria.map((_, at) => sheets.map((sheet) => sheet.marks[at] ?? ZERO));

function tallyByTotals(rules: Rules, sheets: readonly CountedSheet[], drop: { highest: number; lowest: number }) {
  const out = dropIndexes(sheets.map((sheet) => sheet.total), drop.highest, drop.lowest);
  const keptSheets = kept(sheets, out);
  return { dropped: droppedOf(sheets, null, out), criterionMeans: columns(rules, keptSheets).map(mean), value: mean(keptSheets.map((sheet) => sheet.total)) };
}

function tallyByCriteria(rules: Rules, sheets: readonly CountedSheet[], drop: { highest: number; lowest: number }) {
  const parts = columns(rules, sheets).map((marks, at) => {
    const out = dropIndexes(marks, drop.highest, drop.lowest);
    return { dropped: droppedOf(sheets, rules.criteria[at] ?? null, out), mean: mean(kept(marks, out)) };
  });
  const means = parts.map((part) => part.mean);
  return { dropped: parts.flatMap((part) => part.dropped), criterionMeans: means, value: sum(means.map((each) => rounded(each, rules.rounding.mark))) };
}

function tallyPanel(rules: Rules, panel: Panel, given: { judges: readonly Judge[]; locked: LockedSheets }): PanelTally | Extract<Tally, { ok: false }> {
  const sheets = countedSheets(rules, given.judges.filter((judge) => judge.panel === panel.id), given.locked);
  const relaxed = given.locked.relaxed[panel.id];
  const drop = { highest: relaxed?.dropHighest ?? panel.dropHighest, lowest: relaxed?.dropLowest ?? panel.dropLowest };
  const needed = relaxed === undefined ? Math.max(panel.minimum, drop.highest + drop.lowest + 1) : drop.highest + drop.lowest + 1;
  if (sheets.length < needed) return { ok: false, panel: panel.id, valid: sheets.length, needed };
  const { dropped, criterionMeans, value } = rules.trimOf === 'totals' ? tallyByTotals(rules, sheets, drop) : tallyByCriteria(rules, sheets, drop);
  const untrimmed = mean(sheets.map((sheet) => sum(sheet.marks)));
  return { panel: panel.id, weight: decimal(panel.weight), sheets, dropped, criterionMeans, untrimmed, mean: rounded(value, rules.rounding.panel) };
}

/** Σ weight × value ÷ 100 over the panels. */
export const weighted = (panels: readonly PanelTally[], value: (panel: PanelTally) => Fraction): Fraction =>
  divide(sum(panels.map((panel) => multiply(panel.weight, value(panel)))), HUNDRED);

/**
 * The score of one contestant: per panel drop h highest and l lowest (of totals or of each criterion), mean, panel rounding;
 * then Σ weight × panel mean ÷ 100, rounded half up to the final places. Abstained, void and excused sheets are outside.
 * Returns ok:false with the panel where fewer than its minimum (or h + l + 1) valid sheets remain. Source: domain.md §2.2, §2.4.
 * Example: totals 81, 81, 84, 79, 81 with 1+1 → 81.00; the same marks trimmed per criterion → 81.67.
 */
export const tally = (rules: Rules, judges: readonly Judge[], locked: LockedSheets): Tally => {
  const panels: PanelTally[] = [];
  for (const panel of rules.panels) {
    const tallied = tallyPanel(rules, panel, { judges, locked });
    if ('ok' in tallied) return tallied;
    panels.push(tallied);
  }
  const exact = weighted(panels, (panel) => panel.mean);
  const total = roundHalfUp(exact, rules.rounding.final);
  return { ok: true, panels, exact, total, text: format(total, rules.rounding.final), untrimmed: weighted(panels, (panel) => panel.untrimmed) };
};
