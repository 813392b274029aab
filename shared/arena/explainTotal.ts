// Parts, bonuses and penalties, and the total in 算给你看: each formula with its figures and the rounding behind it.
// A part with a panel too small to be shown has no formula, so that nobody's mark can be worked back.
import type { TextRef } from '../kernel/decision.ts';
import { compare, decimal, subtract, ZERO, type Fraction } from '../kernel/fraction.ts';
import type { AdjustmentLine } from './adjusting.ts';
import { added, equationOf, figureOf, joined, plain, roundingOf, unlessTrivial } from './explainFigures.ts';
import type { AdjustmentWorking, Equation, Figure, PartWorking, Working } from './explainShape.ts';
import type { Part, Rules } from './rules.ts';
import type { Scored } from './standings.ts';
import type { MadeAdjustment } from './state.ts';
import type { PartTally } from './tally.ts';

type Pieces = readonly (string | Figure)[];

/** points × value ÷ full mark, or the value alone where both are the same. */
const term = (points: string, value: Fraction, full: Fraction): Pieces =>
  compare(decimal(points), full) === 0 ? [figureOf(value)] : [plain(points), ' × ', figureOf(value), ' ÷ ', figureOf(full)];

const partEquation = (rules: Rules, part: Part, given: { readonly tallied: Scored; readonly of: PartTally }): Equation | null => {
  const terms = given.tallied.panels.flatMap((tallied) => {
    const panel = rules.panels.find((each) => each.id === tallied.panel);
    return panel?.part === part.id ? [term(panel.points, tallied.mean, tallied.fullMark)] : [];
  });
  return unlessTrivial(equationOf(joined(terms, ' + '), given.of.exact));
};

/** Σ panel points × figure ÷ full mark of the ballot, or what was entered (domain.md §2.2). `small` are the panels that must not be shown. */
export const partWorkings = (rules: Rules, tallied: Scored, small: ReadonlySet<string>): readonly PartWorking[] =>
  tallied.parts.flatMap((of) => {
    const part = rules.parts.find((each) => each.id === of.part);
    if (part === undefined) return [];
    const isHidden = rules.panels.some((panel) => panel.part === part.id && small.has(panel.id));
    const equation = part.source === 'entered' || isHidden ? null : partEquation(rules, part, { tallied, of });
    return [{ part: part.id, name: part.name, source: part.source, fullMark: part.fullMark, points: part.points, step: { equation, rounding: roundingOf(of.score, rules.rounding.part) }, score: figureOf(of.score) }];
  });

const scaleOf = (rules: Rules, kind: string): { readonly name: string | null; readonly fullMark: string; readonly cap: string | null } => {
  const own = rules.adjustments.find((each) => each.id === kind);
  return own ?? { name: null, fullMark: rules.time.penalty?.fullMark ?? rules.fullMark, cap: rules.time.penalty?.cap ?? null };
};

const absolute = (value: Fraction): Fraction => (value.top < 0n ? subtract(ZERO, value) : value);

/** One kind: amounts added in their own scale → cap → re-scaled to the scheme's full mark. Example: 0.05 on 10 in a scheme of 100 → 0.05 × 100 ÷ 10 = 0.5. */
const adjustmentWorking = (rules: Rules, line: AdjustmentLine, given: { readonly made: readonly MadeAdjustment[]; readonly read: (reference: TextRef) => string }): AdjustmentWorking => {
  const { name, fullMark, cap } = scaleOf(rules, line.kind);
  const made = given.made.filter((each) => each.kind === line.kind);
  const points = absolute(line.points);
  const isSame = compare(decimal(fullMark), decimal(rules.fullMark)) === 0;
  return {
    kind: line.kind, name, sign: line.sign, fullMark, cap, isCapped: line.isCapped,
    made: made.map(({ amount, phase, seconds, reason }) => ({ amount, phase, seconds, reason: reason === null ? null : given.read(reason) })),
    sum: made.length > 1 ? added(made.map((each) => decimal(each.amount))) : null,
    scale: isSame ? null : equationOf([figureOf(line.capped), ' × ', plain(rules.fullMark), ' ÷ ', plain(fullMark)], points),
    points: figureOf(points),
  };
};

export const adjustmentWorkings = (rules: Rules, tallied: Scored, given: { readonly made: readonly MadeAdjustment[]; readonly read: (reference: TextRef) => string }): readonly AdjustmentWorking[] =>
  tallied.adjustments.map((line) => adjustmentWorking(rules, line, given));

/** Σ part points × score ÷ full mark + bonuses − penalties, rounded to the final places (domain.md §2.2, §2.4 item 3). */
export const totalWorking = (rules: Rules, tallied: Scored): NonNullable<Working['total']> => {
  const terms = tallied.parts.map((of) => {
    const part = rules.parts.find((each) => each.id === of.part);
    return term(part?.points ?? '0', of.score, decimal(part?.fullMark ?? '1'));
  });
  const ends = tallied.adjustments.flatMap((line): Pieces => [line.sign === 'bonus' ? ' + ' : ' − ', figureOf(absolute(line.points))]);
  const equation = unlessTrivial(equationOf([...joined(terms, ' + '), ...ends], tallied.exact));
  return { step: { equation, rounding: roundingOf(tallied.total, rules.rounding.final) }, text: tallied.text };
};
