// The three ballots (domain.md §2.1): 打分票 score sheet, 评价票 grade ballot, 名次票 rank ballot. Their shape, columns and full marks; no counting.
import * as z from 'zod/mini';
import { compare, decimal, fraction, multiply, subtract, sum, ZERO, type Fraction } from '../kernel/fraction.ts';
import { decimalField, idField } from '../kernel/fields.ts';

const label = z.string().check(z.minLength(1), z.maxLength(40));

/** One criterion of a score sheet: full points, the step marks move in, lowest and highest mark allowed. */
export const criterionSchema = z.object({
  id: idField, name: label, points: decimalField, step: decimalField, floor: decimalField, ceiling: decimalField,
});
/** 打分票: criteria with points (or one total), and, if set, a corridor for the sheet's total that no sheet may leave. */
export const scoreFormSchema = z.object({
  kind: z.literal('score'), id: idField, name: label,
  criteria: z.array(criterionSchema).check(z.minLength(1), z.maxLength(20)),
  corridor: z.nullable(z.object({ lowest: decimalField, highest: decimalField })),
});
/** 评价票: one grade per contestant; what a cell without a mark, a cell with two marks and an all-equal sheet mean is printed on the ballot. */
export const gradeFormSchema = z.object({
  kind: z.literal('grade'), id: idField, name: label, fullMark: decimalField,
  grades: z.array(z.object({ id: idField, name: label, value: decimalField })).check(z.minLength(2), z.maxLength(9)),
  blank: z.enum(['abstention', 'voidCell', 'voidSheet']),
  double: z.enum(['voidCell', 'voidSheet']),
  /** Whether abstentions stand in the denominator; they then count 0. */
  abstentionsCount: z.boolean(),
  allEqualVoid: z.boolean(),
});
/** Points by place: linear (top, less a step a place), a table, or Borda (n − k, or n − k + 1). */
export const placeValuesSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('linear'), top: decimalField, step: decimalField }),
  z.object({ by: z.literal('table'), points: z.array(decimalField).check(z.minLength(1), z.maxLength(200)) }),
  z.object({ by: z.literal('borda'), last: z.enum(['zero', 'one']) }),
]);
/** 名次票: every voter ranks all contestants; ties, gaps and alterations void the sheet. */
export const rankFormSchema = z.object({ kind: z.literal('rank'), id: idField, name: label, points: placeValuesSchema });
export const formSchema = z.discriminatedUnion('kind', [scoreFormSchema, gradeFormSchema, rankFormSchema]);

export type Criterion = z.output<typeof criterionSchema>;
export type Form = z.output<typeof formSchema>;
export type ScoreForm = Extract<Form, { kind: 'score' }>;
export type GradeForm = Extract<Form, { kind: 'grade' }>;
export type RankForm = Extract<Form, { kind: 'rank' }>;
export type PlaceValues = z.output<typeof placeValuesSchema>;

/** The one key under which a grade or a place stands in a sheet's marks. */
export const CELL = 'cell';

/** The keys of a sheet's marks, in order: the criteria of a score sheet, or the one cell of a grade or rank ballot. */
export const columnsOf = (form: Form): readonly string[] => (form.kind === 'score' ? form.criteria.map((criterion) => criterion.id) : [CELL]);

/**
 * Points of place k (1 is best) among n: linear top − step × (k − 1); table by place; Borda n − k, or n − k + 1 (domain.md §2.1, §2.4 item 7).
 * Null where the table has no such place. Example: Jining, top 100, step 3, place 4 → 91.
 */
export const placeValue = (values: PlaceValues, place: number, of: number): Fraction | null => {
  switch (values.by) {
    case 'linear': return subtract(decimal(values.top), multiply(decimal(values.step), fraction(BigInt(place - 1))));
    case 'table': return values.points[place - 1] === undefined ? null : decimal(values.points[place - 1] ?? '0');
    case 'borda': return fraction(BigInt(values.last === 'zero' ? of - place : of - place + 1));
  }
};

/** What a perfect sheet is worth: the sum of the criteria's points, the stated full mark of a grade ballot, the points of the first place among n. */
export const formFullMark = (form: Form, of: number): Fraction => {
  if (form.kind === 'score') return sum(form.criteria.map((criterion) => decimal(criterion.points)));
  if (form.kind === 'grade') return decimal(form.fullMark);
  return placeValue(form.points, 1, of) ?? ZERO;
};

/**
 * Whether a sheet of this form stands or falls as a whole, so that one cell cannot be counted before all are in. A blank cell that is void is an
 * abstention on a wholly blank sheet, which matters where abstentions count.
 */
export const isWholeSheet = (form: Form): boolean =>
  form.kind === 'rank' || (form.kind === 'grade' && (form.allEqualVoid || form.blank === 'voidSheet' || form.double === 'voidSheet' || (form.blank === 'voidCell' && form.abstentionsCount)));

/** A grade that is better than another is worth more: grades in falling order of value. */
export const gradesFall = (form: GradeForm): boolean =>
  form.grades.every((grade, at) => at === 0 || compare(decimal(form.grades[at - 1]?.value ?? '0'), decimal(grade.value)) > 0);
