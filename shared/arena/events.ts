// Everything that can have happened in an arena session. Bodies are final once released: later shapes get a new version and an upcaster.
import * as z from 'zod/mini';
import { countField, decimalField, idField } from '../kernel/fields.ts';
import { instantSchema, textRefSchema, type Named } from '../kernel/decision.ts';
import { rulesSchema } from './rules.ts';

const session = idField;
const contestant = idField;
const judge = idField;
const inWindow = { session, contestant };

/** A frozen contestant: the id of the unit in the register and its words at that moment. */
export const frozenContestantSchema = z.object({ contestant, name: textRefSchema, shortName: textRefSchema });
/** A frozen judge: the id of the person in the register, seat order is array order. */
export const frozenJudgeSchema = z.object({ judge, panel: idField, name: textRefSchema, title: textRefSchema, home: z.nullable(idField) });

export const sheetBodySchema = z.object({
  ...inWindow, judge,
  revision: countField,
  source: z.enum(['phone', 'paper']),
  kind: z.enum(['marks', 'abstained', 'void']),
  /** Mark by criterion id, as decimal text; empty when abstained or void. */
  marks: z.record(z.string(), z.string()),
});
/** One contestant's cell on a whole sheet: marks, no mark at all, or void. */
export const cellSchema = z.object({ kind: z.enum(['marks', 'abstained', 'void']), marks: z.record(z.string(), z.string()) });
/** A whole sheet: a cell per contestant. */
export const cellsSchema = z.record(idField, cellSchema);
export const gapCause = z.enum(['wait', 'paper', 'recused', 'absent', 'leftEarly']);
export const orderMethod = z.enum(['draw', 'hand', 'ranking', 'protocol']);
export const timerPhase = z.enum(['speech', 'questions']);

export const arenaEvents = {
  /** `from` is the round before, if this session follows one. */
  sessionCreated: z.object({ session, meeting: idField, title: textRefSchema, rules: rulesSchema, from: z.optional(idField) }),
  sessionTitled: z.object({ session, title: textRefSchema }),
  rulesSet: z.object({ session, rules: rulesSchema }),
  contestantsChosen: z.object({ session, contestants: z.array(contestant) }),
  judgesChosen: z.object({ session, judges: z.array(z.object({ judge, panel: idField })) }),
  orderSet: z.object({ session, order: z.array(contestant), method: orderMethod, seed: z.nullable(z.string()), called: z.optional(z.string()) }),
  categoriesSet: z.object({ session, categories: z.record(idField, idField) }),
  /** Entered scores of parts; a version is everything entered so far, later values replacing earlier ones. */
  partsEntered: z.object({ session, version: countField, values: z.array(z.object({ contestant, part: idField, value: decimalField })), source: z.nullable(textRefSchema) }),
  lotCommitted: z.object({ session, secret: z.string(), commitment: z.string() }),
  cardFilled: z.object({ ...inWindow, speaker: z.nullable(textRefSchema), file: z.nullable(textRefSchema), promises: z.array(textRefSchema), problems: z.array(textRefSchema) }),
  sessionReadied: z.object({ session, rules: rulesSchema, contestants: z.array(frozenContestantSchema), judges: z.array(frozenJudgeSchema), /** SHA-256 of the Chinese rule sheet. */ ruleSheet: z.optional(z.string()), /** The sheet itself, as it was read aloud: later releases may word the same rules otherwise. */ ruleSheetText: z.optional(textRefSchema) }),
  sessionUnlocked: z.object({ session }),
  sessionStarted: z.object({ session }),

  contestantCalled: z.object(inWindow),
  presentationFinished: z.object(inWindow),
  contestantSkipped: z.object(inWindow),
  contestantMovedToEnd: z.object(inWindow),
  contestantWithdrawn: z.object({ ...inWindow, reason: textRefSchema }),
  speakerSubstituted: z.object({ ...inWindow, speaker: textRefSchema }),
  timerStarted: z.object({ ...inWindow, phase: timerPhase, elapsed: milliseconds(), at: instantSchema, uncertain: z.boolean() }),
  timerPaused: z.object({ ...inWindow, phase: timerPhase, elapsed: milliseconds() }),

  contestantForfeited: z.object({ ...inWindow, cause: z.enum(['late', 'other']), reason: textRefSchema }),
  trialOpened: z.object({ session }),
  trialClosed: z.object({ session }),

  /** `kind` is one of the rules' adjustments, or `time`. */
  adjustmentMade: z.object({ ...inWindow, adjustment: idField, kind: idField, amount: decimalField, phase: z.nullable(timerPhase), seconds: z.nullable(z.int()), reason: z.nullable(textRefSchema) }),
  adjustmentRemoved: z.object({ ...inWindow, adjustment: idField, reason: textRefSchema }),
  penaltyWaived: z.object({ ...inWindow, phase: timerPhase, reason: textRefSchema }),

  recusalsConfirmed: z.object({ ...inWindow, judges: z.array(judge) }),
  windowOpened: z.object(inWindow),
  sheetRecorded: sheetBodySchema,
  lateSheetRecorded: z.object({ ...inWindow, late: idField, sheet: sheetBodySchema, reason: z.enum(['locked', 'restored']) }),
  lateSheetAdmitted: z.object({ ...inWindow, late: idField }),
  gapDecided: z.object({ ...inWindow, judge, cause: gapCause, note: z.nullable(textRefSchema) }),
  trimRelaxed: z.object({ ...inWindow, panel: idField, dropHighest: countField, dropLowest: countField, reason: textRefSchema }),
  countsEntered: z.object({ ...inWindow, panel: idField, revision: countField, counts: z.record(z.string(), countField), blank: countField, void: countField }),
  panelBalanced: z.object({ session, panel: idField, contestants: z.array(contestant), issued: countField, returned: countField, reason: z.nullable(textRefSchema) }),
  batchGiven: z.object({ session, batch: idField, panel: idField, contestants: z.array(contestant), voters: z.array(judge), first: z.nullable(idField), second: z.nullable(idField) }),
  batchClosed: z.object({ session, batch: idField }),
  entryKeyed: z.object({ session, batch: idField, voter: judge, pass: z.union([z.literal(1), z.literal(2)]), cells: cellsSchema, by: idField }),
  /** 唱分: what was keyed is not what the paper says; it is to be keyed again. */
  entrySentBack: z.object({ session, batch: idField, voter: judge, by: idField }),
  entrySettled: z.object({ session, batch: idField, voter: judge, how: z.enum(['alike', 'readBack', 'settled', 'single']), by: idField }),
  boxOpened: z.object({ session, panel: idField, box: idField }),
  boxClosed: z.object({ session, panel: idField }),
  /** Ballots in the order of their own text, which says nothing of who sent them or when. */
  boxSealed: z.object({ session, panel: idField, count: countField, root: z.string(), ballots: z.array(cellsSchema) }),
  windowChecked: z.object(inWindow),
  windowLocked: z.object({ ...inWindow, lock: countField }),
  windowReopened: z.object({ ...inWindow, reason: textRefSchema }),
  windowRevealed: z.object({ ...inWindow, lock: countField }),

  tieDrawn: z.object({ session, contestants: z.array(contestant), seed: z.string(), order: z.array(contestant) }),
  playOffHeld: z.object({ session, contestants: z.array(contestant), order: z.array(z.array(contestant)), note: z.nullable(textRefSchema) }),
  figureChosen: z.object({ session, figure: z.enum(['combined', 'onSite']) }),
  reviewOpened: z.object({ session }),
  awardsRevealed: z.object({ session, category: z.nullable(idField) }),
  presetSaved: z.object({ preset: idField, name: textRefSchema, rules: rulesSchema }),
  presetRemoved: z.object({ preset: idField }),
  ballotsPrinted: z.object({ session, batch: idField, form: z.enum(['perContestant', 'allUnits']), panels: z.array(idField), contestants: z.array(contestant), judges: z.array(judge), spares: countField }),
  sessionFinalised: z.object({ session, heads: z.record(z.string(), z.string()) }),
  sessionReopened: z.object({ session, reason: textRefSchema }),
  sessionArchived: z.object({ session }),
} as const;

export type ArenaEvent = Named<typeof arenaEvents>;
export type BodyOf<K extends keyof typeof arenaEvents> = z.output<(typeof arenaEvents)[K]>;
export type Cell = z.output<typeof cellSchema>;
export type Cells = z.output<typeof cellsSchema>;
export type GapCause = z.output<typeof gapCause>;

/** Milliseconds, whole, up to a day. */
function milliseconds() {
  return z.int().check(z.gte(0), z.lte(86_400_000));
}
