// The rules of a session (评分办法) as data, and whether they add up. Refuses to guess: what changes a score has no default here
// except in `defaultRules`, which the organiser sees and edits.
import * as z from 'zod/mini';
import { add, compare, decimal, divide, sum, type Fraction } from '../kernel/fraction.ts';
import { countField, decimalField, idField, placesField } from '../kernel/fields.ts';
import { refuse, done, type Result } from '../kernel/result.ts';

const label = z.string().check(z.minLength(1), z.maxLength(40));

/** One criterion of the score sheet: full points, the step marks move in, lowest and highest mark allowed. */
export const criterionSchema = z.object({
  id: idField, name: label, points: decimalField, step: decimalField, floor: decimalField, ceiling: decimalField,
});
/** One panel of judges: its weight in hundredths of the on-site score and how many highest and lowest it drops. */
export const panelSchema = z.object({
  id: idField, name: label, weight: decimalField, colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  dropHighest: countField, dropLowest: countField, minimum: countField,
  recusal: z.enum(['propose', 'default', 'automatic', 'never']),
});
export const tieRuleSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('moreDecimals') }),
  z.object({ by: z.literal('panel'), id: idField }),
  z.object({ by: z.literal('criterion'), id: idField }),
  z.object({ by: z.literal('untrimmedMean') }),
  z.object({ by: z.literal('draw') }),
  z.object({ by: z.literal('shared') }),
]);
export const windowPolicySchema = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('withContestant') }),
  z.object({ policy: z.literal('untilNextFinished') }),
  z.object({ policy: z.literal('batch'), size: countField.check(z.gte(1)) }),
  z.object({ policy: z.literal('wholeSession') }),
]);
/** 公布范围 (domain.md §2): what the room may ever see. */
export const disclosureSchema = z.object({
  marks: z.enum(['hidden', 'shuffled', 'bySeat', 'byName']),
  panelMeans: z.boolean(),
  total: z.enum(['figure', 'hidden']),
  ranking: z.discriminatedUnion('show', [z.object({ show: z.literal('all') }), z.object({ show: z.literal('first'), count: countField.check(z.gte(1)) }), z.object({ show: z.literal('none') })]),
  standings: z.boolean(),
});
export const timeSchema = z.object({ speechSeconds: countField, firstWarning: countField, secondWarning: countField, questionSeconds: countField });

export const rulesSchema = z.object({
  fullMark: decimalField,
  criteria: z.array(criterionSchema).check(z.minLength(1), z.maxLength(20)),
  panels: z.array(panelSchema).check(z.minLength(1), z.maxLength(12)),
  /** Whether the highest and lowest are dropped of sheet totals or of each criterion; the answers differ (domain.md §2.2). */
  trimOf: z.enum(['totals', 'criteria']),
  /** Decimal places per stage; null is off. Always half up. */
  rounding: z.object({ mark: z.nullable(placesField), panel: z.nullable(placesField), final: placesField }),
  ties: z.array(tieRuleSchema).check(z.minLength(1), z.maxLength(12)),
  windows: windowPolicySchema,
  reveal: z.enum(['atOnce', 'afterNext', 'allAtEnd']),
  disclosure: disclosureSchema,
  time: timeSchema,
  /** 单人: one person keys and confirms paper; said on the sheet (design §5). */
  singleOperator: z.boolean(),
});
export type Rules = z.output<typeof rulesSchema>;
export type Criterion = Rules['criteria'][number];
export type Panel = Rules['panels'][number];
export type TieRule = Rules['ties'][number];
export type Disclosure = Rules['disclosure'];

const duplicate = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index);

const criterionFault = (criterion: Criterion): Result<true> => {
  const [points, step, floor, ceiling] = [criterion.points, criterion.step, criterion.floor, criterion.ceiling].map(decimal) as [Fraction, Fraction, Fraction, Fraction];
  const say = (reason: string): Result<true> => refuse('rulesInvalid', { what: criterion.name, reason });
  const zero = decimal('0');
  if (compare(points, zero) <= 0) return say('pointsNotPositive');
  if (compare(step, zero) <= 0) return say('stepNotPositive');
  if (compare(floor, ceiling) >= 0) return say('floorAboveCeiling');
  if (compare(floor, zero) < 0 || compare(ceiling, points) > 0) return say('limitsOutsidePoints');
  const steps = [divide(floor, step), divide(ceiling, step)];
  return steps.some((count) => count.bottom !== 1n) ? say('limitsOffStep') : done(true);
};

const panelFault = (panel: Panel): Result<true> =>
  compare(decimal(panel.weight), decimal('0')) <= 0
    ? refuse('rulesInvalid', { what: panel.name, reason: 'weightNotPositive' })
    : panel.minimum < panel.dropHighest + panel.dropLowest + 1
      ? refuse('rulesInvalid', { what: panel.name, reason: 'minimumTooSmall' })
      : done(true);

const tieFault = (rules: Rules): Result<true> => {
  const last = rules.ties.at(-1);
  if (last?.by !== 'shared' && last?.by !== 'draw') return refuse('rulesInvalid', { what: 'ties', reason: 'tieListOpenEnded' });
  for (const tie of rules.ties) {
    if (tie.by === 'panel' && !rules.panels.some((panel) => panel.id === tie.id)) return refuse('rulesInvalid', { what: tie.id, reason: 'tiePanelUnknown' });
    if (tie.by === 'criterion' && !rules.criteria.some((criterion) => criterion.id === tie.id)) return refuse('rulesInvalid', { what: tie.id, reason: 'tieCriterionUnknown' });
  }
  return done(true);
};

/**
 * Whether the rules can give a result: criteria points add up to the full mark, panel weights to 100, limits lie on the step,
 * the tie list ends in a draw or a shared place. Errors: `rulesInvalid` {what, reason}, `rulesDoNotAddUp` {what, is, should}.
 * Source: domain.md §2.2. Example: weights 60 + 30 → `rulesDoNotAddUp {what: 'weights', is: '90', should: '100'}`.
 */
export const checkRules = (rules: Rules): Result<true> => {
  const twice = duplicate(rules.criteria.map((criterion) => criterion.id)) ?? duplicate(rules.panels.map((panel) => panel.id));
  if (twice !== undefined) return refuse('rulesInvalid', { what: twice, reason: 'usedTwice' });
  for (const fault of [...rules.criteria.map(criterionFault), ...rules.panels.map(panelFault), tieFault(rules)]) if (!fault.ok) return fault;
  const points = sum(rules.criteria.map((criterion) => decimal(criterion.points)));
  if (compare(points, decimal(rules.fullMark)) !== 0) return refuse('rulesDoNotAddUp', { what: 'points', is: plain(points), should: rules.fullMark });
  const weights = rules.panels.map((panel) => decimal(panel.weight)).reduce(add);
  if (compare(weights, decimal('100')) !== 0) return refuse('rulesDoNotAddUp', { what: 'weights', is: plain(weights), should: '100' });
  return done(true);
};

const plain = (value: Fraction): string => (value.bottom === 1n ? value.top.toString() : `${value.top}/${value.bottom}`);
