// 加分与扣分: what is put on and taken off the grand total, re-scaled and capped; and the penalty a clock proposes. It never clips a total.
import { add, compare, decimal, divide, multiply, subtract, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import type { Rules, TimePenalty } from './rules.ts';
import type { MadeAdjustment } from './state.ts';

/** One line of bonuses or penalties: what was made in its own scale, what the cap left of it, and what it does to the total in the scheme's points. */
export interface AdjustmentLine { readonly kind: string; readonly sign: 'bonus' | 'penalty'; readonly made: readonly string[]; readonly capped: Fraction; readonly isCapped: boolean; readonly points: Fraction }

interface Scale { readonly kind: string; readonly sign: 'bonus' | 'penalty'; readonly fullMark: string; readonly cap: string | null }
const scales = (rules: Rules): readonly Scale[] => [
  ...rules.adjustments.map(({ id, sign, fullMark, cap }) => ({ kind: id, sign, fullMark, cap })),
  ...(rules.time.penalty === null ? [] : [{ kind: 'time', sign: 'penalty' as const, fullMark: rules.time.penalty.fullMark, cap: rules.time.penalty.cap }]),
];

const lineOf = (rules: Rules, scale: Scale, made: readonly MadeAdjustment[]): AdjustmentLine => {
  const total = sum(made.map((each) => decimal(each.amount)));
  const cap = scale.cap === null ? null : decimal(scale.cap);
  const isCapped = cap !== null && compare(total, cap) > 0;
  const capped = cap !== null && isCapped ? cap : total;
  const scaled = divide(multiply(capped, decimal(rules.fullMark)), decimal(scale.fullMark));
  return { kind: scale.kind, sign: scale.sign, made: made.map((each) => each.amount), capped, isCapped, points: scale.sign === 'bonus' ? scaled : subtract(ZERO, scaled) };
};

/**
 * Bonuses and penalties by kind: amounts of one kind are added, capped in their own scale, then re-scaled to the scheme's full mark; penalties are
 * negative. They act on the grand total and never clip it at 0 or the full mark (domain.md §2.4 item 3).
 * Example: −0.05 on a 10-point scale in a scheme of 100 → −0.5 points.
 */
export const adjustmentLines = (rules: Rules, made: readonly MadeAdjustment[]): readonly AdjustmentLine[] =>
  scales(rules).flatMap((scale) => {
    const own = made.filter((each) => each.kind === scale.kind);
    return own.length === 0 ? [] : [lineOf(rules, scale, own)];
  });

export const adjusted = (exact: Fraction, lines: readonly AdjustmentLine[]): Fraction => lines.reduce((total, line) => add(total, line.points), exact);

/** What the clock proposes: the penalty in its own scale and the whole seconds over (positive) or short (negative). */
export interface TimeProposal { readonly amount: string; readonly seconds: number }

const overAmount = (penalty: TimePenalty, over: number): string => (over <= penalty.graceSeconds ? '0' : penalty.tiers.find((tier) => over <= tier.upTo)?.amount ?? penalty.cap);

/**
 * The penalty for one phase: whole seconds over count, within the grace none; beyond the last tier the cap; too short a speech is one penalty
 * (domain.md §2.4 item 4). Null when the phase is not timed or nothing is due.
 * Example: 8 minutes, tiers 10 s → 0.02, 20 s → 0.05: 8 min 12.9 s → 12 seconds over, 0.05.
 */
export const timeProposal = (rules: Rules, phase: 'speech' | 'questions', elapsed: number): TimeProposal | null => {
  const { penalty, speechSeconds, questionSeconds } = rules.time;
  const limit = phase === 'speech' ? speechSeconds : questionSeconds;
  if (penalty === null || limit === 0 || (penalty.phases !== 'both' && penalty.phases !== phase)) return null;
  const seconds = Math.floor(elapsed / 1000);
  const under = phase === 'speech' ? penalty.under : null;
  if (under !== null && seconds < under.seconds) return { amount: under.amount, seconds: seconds - under.seconds };
  const amount = seconds > limit ? overAmount(penalty, seconds - limit) : '0';
  return compare(decimal(amount), ZERO) > 0 ? { amount, seconds: seconds - limit } : null;
};
