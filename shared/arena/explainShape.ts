// What 算给你看 looks like: one contestant's score taken apart into marks, causes, dropped ones, formulas with figures and every rounding.
// All figures are texts; words are put on by whoever shows it. Nothing here is computed, and nothing in it can change a result.
import * as z from 'zod/mini';
import { tieRuleSchema } from './rules.ts';

const list = <T extends z.core.$ZodType>(item: T) => z.readonly(z.array(item));
const count = z.int().check(z.gte(0));
const end = z.enum(['highest', 'lowest']);

/** A figure as it is shown. `cut`: it goes on behind the last digit shown (…), so that nothing recombines from it exactly (≈). */
export const figureSchema = z.readonly(z.object({ text: z.string(), cut: z.boolean() }));
/** A formula with its figures and what it comes to: = where the figures shown give exactly that, ≈ where one of them is cut. */
export const equationSchema = z.readonly(z.object({ left: z.string(), sign: z.enum(['=', '≈']), right: z.string() }));
/** 四舍五入: to how many places, and what it gives. */
export const roundingSchema = z.readonly(z.object({ places: count, text: z.string() }));
/** A formula (null where the value is only taken over) and the rounding behind it. */
export const stepSchema = z.readonly(z.object({ equation: z.nullable(equationSchema), rounding: z.nullable(roundingSchema) }));

/** Whose sheet it is: a seat, with the name if asked for; or the number of a ballot without a name. */
export const labelSchema = z.discriminatedUnion('kind', [
  z.readonly(z.object({ kind: z.literal('seat'), seat: count, name: z.nullable(z.string()) })),
  z.readonly(z.object({ kind: z.literal('paper'), number: count })),
  z.readonly(z.object({ kind: z.literal('box'), number: count })),
]);
/** One mark of a sheet; `cell` is the grade or place that was given, where it is not the mark itself. */
export const markSchema = z.readonly(z.object({ column: z.string(), text: z.string(), cut: z.boolean(), cell: z.nullable(z.string()), dropped: z.nullable(end) }));
/** How a sheet came into the reckoning; null: it did not. */
const byField = z.nullable(z.enum(['voter', 'zero', 'fillBefore', 'fillAfter']));
const causeField = z.nullable(z.enum(['absent', 'recused', 'abstained', 'void', 'leftEarly', 'missing']));
export const rowSchema = z.readonly(z.object({
  label: labelSchema, source: z.nullable(z.enum(['phone', 'paper'])), by: byField, cause: causeField,
  marks: list(markSchema),
  /** Marks added up, where there is more than one, and the rounding of the sheet's total. */
  sum: stepSchema, total: z.nullable(figureSchema), dropped: z.nullable(end),
}));
/** How many counted cells of a grade or rank ballot said this, what each is worth, rounded if
 * sheets are, and all together; `name` is the grade's, or the place. */
export const cellCountSchema = z.readonly(z.object({ key: z.string(), name: z.string(), value: figureSchema, rounding: z.nullable(roundingSchema), count, product: figureSchema }));
/** How many voters of a panel stand without marks for one cause, and what that counts as. */
export const gapCountSchema = z.readonly(z.object({ cause: z.enum(['absent', 'recused', 'abstained', 'void', 'leftEarly']), as: z.enum(['excluded', 'zero', 'fillBefore', 'fillAfter']), count }));
/** One column's figure: the fill of a criterion, or its mean when criteria are trimmed. `sorted` are the values of a median, lowest first. */
export const columnStepSchema = z.readonly(z.object({ column: z.string(), name: z.string(), sorted: z.nullable(list(z.string())), step: stepSchema }));

export const panelWorkingSchema = z.readonly(z.object({
  panel: z.string(), name: z.string(), part: z.string(), voters: z.enum(['named', 'anonymous', 'counts']),
  form: z.enum(['score', 'grade', 'rank']), fullMark: z.string(), points: z.string(),
  columns: list(z.readonly(z.object({ id: z.string(), name: z.string(), points: z.string() }))),
  trimOf: z.enum(['totals', 'criteria']), average: z.enum(['mean', 'median']),
  /** Dropped here: as the rules say, or relaxed on the spot with its reason. */
  drops: z.readonly(z.object({ highest: count, lowest: count, relaxed: z.nullable(z.string()) })),
  /** Valid ballots; too few of them without names and neither sheets nor figure are shown (design §1 item 11). */
  valid: count, small: z.boolean(),
  rows: list(rowSchema), cells: list(cellCountSchema), gaps: list(gapCountSchema),
  /** Values dropped of a ballot that is counted by cells. */
  droppedCells: z.readonly(z.object({ highest: list(z.string()), lowest: list(z.string()) })),
  fills: list(z.readonly(z.object({ by: z.enum(['fillBefore', 'fillAfter']), columns: list(columnStepSchema) }))),
  perColumn: list(columnStepSchema),
  sorted: z.nullable(list(z.string())), step: z.nullable(stepSchema), figure: z.nullable(figureSchema),
}));
export const partWorkingSchema = z.readonly(z.object({
  part: z.string(), name: z.string(), source: z.enum(['panels', 'entered']), fullMark: z.string(), points: z.string(),
  /** Null where it was entered, is one panel's figure as it stands, or would give a small panel away. */
  step: stepSchema, score: figureSchema,
}));
export const adjustmentWorkingSchema = z.readonly(z.object({
  /** One of the rules' adjustments, or `time`. */
  kind: z.string(), name: z.nullable(z.string()), sign: z.enum(['bonus', 'penalty']), fullMark: z.string(),
  made: list(z.readonly(z.object({ amount: z.string(), phase: z.nullable(z.enum(['speech', 'questions'])), seconds: z.nullable(z.int()), reason: z.nullable(z.string()) }))),
  sum: z.nullable(equationSchema), cap: z.nullable(z.string()), isCapped: z.boolean(),
  /** Re-scaled to the scheme's full mark, where that is another. */
  scale: z.nullable(equationSchema), points: figureSchema,
}));
/** The rule that settled a tie, with the value of everybody it was compared with. */
export const tieWorkingSchema = z.readonly(z.object({ rule: tieRuleSchema, compared: list(z.readonly(z.object({ contestant: z.string(), name: z.string(), figure: z.nullable(figureSchema) }))) }));
export const rankWorkingSchema = z.readonly(z.object({
  rank: count, of: count, category: z.nullable(z.string()), shared: z.boolean(), tie: z.nullable(tieWorkingSchema),
  tier: z.nullable(z.string()),
  placePoints: z.nullable(z.readonly(z.object({ equation: z.nullable(equationSchema), text: figureSchema }))),
}));
/** Why there is no figure. */
export const pendingWorkingSchema = z.discriminatedUnion('why', [
  z.readonly(z.object({ why: z.enum(['notLocked', 'withdrawn', 'forfeited']) })),
  z.readonly(z.object({ why: z.literal('partMissing'), part: z.string() })),
  z.readonly(z.object({ why: z.literal('tooFewSheets'), panel: z.string(), valid: count, needed: count })),
]);
export const workingSchema = z.readonly(z.object({
  contestant: z.string(), name: z.string(), fullMark: z.string(), lock: count, corrections: list(z.string()),
  pending: z.nullable(pendingWorkingSchema),
  panels: list(panelWorkingSchema), parts: list(partWorkingSchema), adjustments: list(adjustmentWorkingSchema),
  total: z.nullable(z.readonly(z.object({ step: stepSchema, text: z.string() }))),
  rank: z.nullable(rankWorkingSchema),
}));

export type Figure = z.output<typeof figureSchema>;
export type Equation = z.output<typeof equationSchema>;
export type Rounding = z.output<typeof roundingSchema>;
export type Step = z.output<typeof stepSchema>;
export type Label = z.output<typeof labelSchema>;
export type MarkShown = z.output<typeof markSchema>;
export type RowWorking = z.output<typeof rowSchema>;
export type CellCount = z.output<typeof cellCountSchema>;
export type GapCount = z.output<typeof gapCountSchema>;
export type ColumnStep = z.output<typeof columnStepSchema>;
export type PanelWorking = z.output<typeof panelWorkingSchema>;
export type PartWorking = z.output<typeof partWorkingSchema>;
export type AdjustmentWorking = z.output<typeof adjustmentWorkingSchema>;
export type TieWorking = z.output<typeof tieWorkingSchema>;
export type RankWorking = z.output<typeof rankWorkingSchema>;
export type PendingWorking = z.output<typeof pendingWorkingSchema>;
export type Working = z.output<typeof workingSchema>;
