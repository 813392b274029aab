// Rules of the first release raised to today's shape: one score sheet, one on-site part, and everything that was fixed then spelled out.
import * as z from 'zod/mini';
import { decimal, divide, exactText, multiply } from '../kernel/fraction.ts';
import { countField, decimalField, idField, placesField } from '../kernel/fields.ts';
import { criterionSchema } from './forms.ts';
import type { Rules } from './rules.ts';

const tie = z.discriminatedUnion('by', [
  z.object({ by: z.literal('moreDecimals') }), z.object({ by: z.literal('panel'), id: idField }), z.object({ by: z.literal('criterion'), id: idField }),
  z.object({ by: z.literal('untrimmedMean') }), z.object({ by: z.literal('draw') }), z.object({ by: z.literal('shared') }),
]);
/** The shape of the first release, frozen for ever: old journals and session files hold it. */
export const rulesOfFirstRelease = z.object({
  fullMark: decimalField, criteria: z.array(criterionSchema),
  panels: z.array(z.object({
    id: idField, name: z.string(), weight: decimalField, colour: z.string(), dropHighest: countField, dropLowest: countField, minimum: countField,
    recusal: z.enum(['propose', 'default', 'automatic', 'never']),
  })),
  trimOf: z.enum(['totals', 'criteria']),
  rounding: z.object({ mark: z.nullable(placesField), panel: z.nullable(placesField), final: placesField }),
  ties: z.array(tie),
  windows: z.discriminatedUnion('policy', [
    z.object({ policy: z.literal('withContestant') }), z.object({ policy: z.literal('untilNextFinished') }),
    z.object({ policy: z.literal('batch'), size: countField }), z.object({ policy: z.literal('wholeSession') }),
  ]),
  reveal: z.enum(['atOnce', 'afterNext', 'allAtEnd']),
  disclosure: z.object({
    marks: z.enum(['hidden', 'shuffled', 'bySeat', 'byName']), panelMeans: z.boolean(), total: z.enum(['figure', 'hidden']),
    ranking: z.discriminatedUnion('show', [z.object({ show: z.literal('all') }), z.object({ show: z.literal('first'), count: countField }), z.object({ show: z.literal('none') })]),
    standings: z.boolean(),
  }),
  time: z.object({ speechSeconds: countField, firstWarning: countField, secondWarning: countField, questionSeconds: countField }),
  singleOperator: z.boolean(),
});

/** A weight in hundredths of the score as points of the scheme's full mark; exact, because both have at most six places. */
const pointsOf = (weight: string, fullMark: string): string => {
  const text = exactText(divide(multiply(decimal(weight), decimal(fullMark)), decimal('100')));
  if (text === null) throw new Error(`the weight ${weight} of ${fullMark} has no exact decimal`);
  return text;
};

/** Example: weights 60 and 40 on a full mark of 120 become 72 and 48 points of the one part 现场得分. */
export const raiseRules = (stored: unknown): Rules => {
  const old = z.parse(rulesOfFirstRelease, stored);
  return {
    fullMark: old.fullMark,
    forms: [{ kind: 'score', id: 'form', name: '打分票', criteria: old.criteria, corridor: null }],
    parts: [{ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: old.fullMark, points: old.fullMark }],
    panels: old.panels.map(({ weight, ...panel }) => ({ ...panel, form: 'form', part: 'onSite', points: pointsOf(weight, old.fullMark), voters: 'named', trimOf: old.trimOf, average: 'mean', categories: null })),
    adjustments: [],
    missing: { absent: 'excluded', recused: 'excluded', abstained: 'excluded', void: 'excluded', leftEarly: 'excluded', leftEarlyMarks: 'stand', fillPlaces: null },
    rounding: { ...old.rounding, part: null },
    categories: [], ties: old.ties, placePoints: null, awards: { tiers: [], edge: 'all', announce: 'fromLowest' },
    windows: old.windows, reveal: old.reveal, rankingReveal: { by: 'lastFirst' },
    disclosure: { ...old.disclosure, parts: false, figure: 'combined' },
    time: { ...old.time, penalty: null, lateForfeitSeconds: null },
    lot: { called: false, byCategory: false }, trial: false, farFromMedian: null, paperCheck: 'secondEntry', singleOperator: old.singleOperator,
  };
};
