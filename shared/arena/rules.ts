// The rules of a session (评分办法) as data. What changes a score or a rank has no default here; whether the rules add up is in checkRules.
import * as z from 'zod/mini';
import { countField, decimalField, idField, placesField, shareField } from '../kernel/fields.ts';
import { formSchema, placeValuesSchema, type Form } from './forms.ts';

const label = z.string().check(z.minLength(1), z.maxLength(40));

/** A part of the final score: scored by panels in the room or entered. Its score is on its own full mark and brings `points` of the scheme's. */
export const partSchema = z.object({
  id: idField, name: label, kind: z.enum(['onSite', 'performance', 'appraisal', 'visit', 'carried']), source: z.enum(['panels', 'entered']),
  fullMark: decimalField, points: decimalField,
});
/** A panel of voters: its ballot, its part and its share of the part's full mark, who votes in it, and how its sheets become one figure. */
export const panelSchema = z.object({
  id: idField, name: label, colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  form: idField, part: idField, points: shareField,
  /** Named judges; anonymous ballots (sealed box and paper without names); only counts are keyed. */
  voters: z.enum(['named', 'anonymous', 'counts']),
  /** Whether the highest and lowest are dropped of sheet totals or of each criterion; the answers differ (domain.md §2.2). */
  trimOf: z.enum(['totals', 'criteria']),
  dropHighest: countField, dropLowest: countField, minimum: countField,
  average: z.enum(['mean', 'median']),
  recusal: z.enum(['propose', 'default', 'automatic', 'never']),
  /** The categories this panel scores; null for all. */
  categories: z.nullable(z.array(idField)),
});
/** A kind of bonus or penalty, in its own full mark, re-scaled to the scheme's; capped if set (domain.md §2.4 item 3). */
export const adjustmentSchema = z.object({ id: idField, name: label, sign: z.enum(['bonus', 'penalty']), fullMark: decimalField, cap: z.nullable(decimalField) });
export const tieRuleSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('moreDecimals') }),
  z.object({ by: z.literal('panel'), id: idField }),
  z.object({ by: z.literal('criterion'), id: idField }),
  z.object({ by: z.literal('untrimmedMean') }),
  z.object({ by: z.literal('part'), id: idField }),
  z.object({ by: z.literal('playOff') }),
  z.object({ by: z.literal('draw') }),
  z.object({ by: z.literal('shared') }),
]);
const size = countField.check(z.gte(1));
export const windowPolicySchema = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('withContestant') }),
  z.object({ policy: z.literal('untilNextFinished') }),
  z.object({ policy: z.literal('batch'), size }),
  /** 定调: the first k are scored together, from k + 1 on each with its contestant. */
  z.object({ policy: z.literal('calibration'), size }),
  z.object({ policy: z.literal('wholeSession') }),
]);
/** 公布范围 (domain.md §2): what the room may ever see. */
export const disclosureSchema = z.object({
  marks: z.enum(['hidden', 'shuffled', 'bySeat', 'byName']),
  panelMeans: z.boolean(),
  parts: z.boolean(),
  total: z.enum(['figure', 'tier', 'hidden']),
  /** The figure on the wall: the combined total, the on-site score only, or whichever the host switches to. */
  figure: z.enum(['combined', 'onSite', 'either']),
  ranking: z.discriminatedUnion('show', [z.object({ show: z.literal('all') }), z.object({ show: z.literal('first'), count: size }), z.object({ show: z.literal('none') })]),
  standings: z.boolean(),
});
/** Penalties for time, in their own full mark: whole seconds over, tier by tier, the cap beyond the last tier; one penalty for too short. */
export const timePenaltySchema = z.object({
  fullMark: decimalField, phases: z.enum(['speech', 'questions', 'both']), graceSeconds: countField,
  tiers: z.array(z.object({ upTo: countField, amount: decimalField })).check(z.maxLength(20)),
  cap: decimalField,
  under: z.nullable(z.object({ seconds: countField, amount: decimalField })),
});
export const timeSchema = z.object({
  speechSeconds: countField, firstWarning: countField, secondWarning: countField, questionSeconds: countField,
  penalty: z.nullable(timePenaltySchema),
  /** More than so many seconds late is a forfeit; null: lateness is not a rule. */
  lateForfeitSeconds: z.nullable(countField),
});
/** What a missing sheet counts as: nothing, zero, or the mean of its panel filled in before or after dropping. */
export const fillSchema = z.enum(['excluded', 'zero', 'fillBefore', 'fillAfter']);
export const missingSchema = z.object({
  absent: fillSchema, recused: fillSchema, abstained: fillSchema, void: fillSchema, leftEarly: fillSchema,
  /** Whether the earlier marks of a judge who leaves stand, or are withdrawn for all. */
  leftEarlyMarks: z.enum(['stand', 'withdrawn']),
  fillPlaces: z.nullable(placesField),
});
/** Tiers of awards, best first, by quota, by score or by both; of a category or of all. */
export const awardSchema = z.object({ id: idField, name: label, category: z.nullable(idField), quota: z.nullable(size), score: z.nullable(decimalField) });

export const rulesSchema = z.object({
  fullMark: decimalField,
  forms: z.array(formSchema).check(z.minLength(1), z.maxLength(6)),
  parts: z.array(partSchema).check(z.minLength(1), z.maxLength(8)),
  panels: z.array(panelSchema).check(z.maxLength(12)),
  adjustments: z.array(adjustmentSchema).check(z.maxLength(12)),
  missing: missingSchema,
  /** Decimal places per stage; null is off. Always half up. */
  rounding: z.object({ mark: z.nullable(placesField), panel: z.nullable(placesField), part: z.nullable(placesField), final: placesField }),
  categories: z.array(z.object({ id: idField, name: label })).check(z.maxLength(12)),
  ties: z.array(tieRuleSchema).check(z.minLength(1), z.maxLength(14)),
  /** 名次分: points by final place, if wanted; tied contestants share the mean of their places' points, or all get the better place's. */
  placePoints: z.nullable(z.object({ points: placeValuesSchema, ties: z.enum(['averaged', 'same']) })),
  awards: z.object({
    tiers: z.array(awardSchema).check(z.maxLength(20)),
    /** A tie on a tier's edge: all of them get the better tier, or none. */
    edge: z.enum(['all', 'none']),
    announce: z.enum(['fromLowest', 'straight']),
  }),
  windows: windowPolicySchema,
  reveal: z.enum(['atOnce', 'afterNext', 'calibration', 'allAtEnd']),
  /** The ranking is announced from the last place up, or in ascending order of a part the room knows already. */
  rankingReveal: z.discriminatedUnion('by', [z.object({ by: z.literal('lastFirst') }), z.object({ by: z.literal('knownPart'), part: idField })]),
  disclosure: disclosureSchema,
  time: timeSchema,
  lot: z.object({
    /** The lot's seed is the host's secret, committed on the wall before, and a number called out in the room after it. */
    called: z.boolean(),
    byCategory: z.boolean(),
  }),
  /** 试评: a calibration round that never counts. */
  trial: z.boolean(),
  /** The desk is warned when a sheet lies so many hundredths of the full mark from its panel's median; null: never. */
  farFromMedian: z.nullable(decimalField),
  /** How paper is checked: keyed a second time, or read back aloud (唱分). */
  paperCheck: z.enum(['secondEntry', 'readBack']),
  /** 单人: one person keys and confirms paper; said on the sheet (design §5). */
  singleOperator: z.boolean(),
});
export type Rules = z.output<typeof rulesSchema>;
export type Part = Rules['parts'][number];
export type Panel = Rules['panels'][number];
export type Adjustment = Rules['adjustments'][number];
export type Award = Rules['awards']['tiers'][number];
export type Fill = z.output<typeof fillSchema>;
export type TieRule = Rules['ties'][number];
export type Disclosure = Rules['disclosure'];
export type TimePenalty = z.output<typeof timePenaltySchema>;

/** The ballot of a panel. Rules that name a form they do not have are refused by checkRules, so its absence is a bug. */
export const formOf = (rules: Pick<Rules, 'forms'>, panel: Pick<Panel, 'form'>): Form => {
  const form = rules.forms.find((each) => each.id === panel.form);
  if (form === undefined) throw new Error(`the rules have no form ${panel.form}`);
  return form;
};

/** Whether a panel scores contestants of this category. */
export const panelScores = (panel: Pick<Panel, 'categories'>, category: string | null): boolean =>
  panel.categories === null || category === null || panel.categories.includes(category);

/** The criteria of all score sheets, in the order of the forms. */
export const criteriaOf = (rules: Pick<Rules, 'forms'>) => rules.forms.flatMap((form) => (form.kind === 'score' ? form.criteria : []));
