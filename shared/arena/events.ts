// Everything that can have happened in an arena session. Bodies are final once released: later shapes get a new version and an upcaster.
import * as z from 'zod/mini';
import { countField, idField } from '../kernel/fields.ts';
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
export const gapCause = z.enum(['wait', 'paper', 'recused', 'absent', 'leftEarly']);
export const orderMethod = z.enum(['draw', 'hand', 'ranking', 'protocol']);
export const timerPhase = z.enum(['speech', 'questions']);

export const arenaEvents = {
  sessionCreated: z.object({ session, meeting: idField, title: textRefSchema, rules: rulesSchema }),
  sessionTitled: z.object({ session, title: textRefSchema }),
  rulesSet: z.object({ session, rules: rulesSchema }),
  contestantsChosen: z.object({ session, contestants: z.array(contestant) }),
  judgesChosen: z.object({ session, judges: z.array(z.object({ judge, panel: idField })) }),
  orderSet: z.object({ session, order: z.array(contestant), method: orderMethod, seed: z.nullable(z.string()) }),
  cardFilled: z.object({ ...inWindow, speaker: z.nullable(textRefSchema), file: z.nullable(textRefSchema), promises: z.array(textRefSchema), problems: z.array(textRefSchema) }),
  sessionReadied: z.object({ session, rules: rulesSchema, contestants: z.array(frozenContestantSchema), judges: z.array(frozenJudgeSchema) }),
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

  recusalsConfirmed: z.object({ ...inWindow, judges: z.array(judge) }),
  windowOpened: z.object(inWindow),
  sheetRecorded: sheetBodySchema,
  lateSheetRecorded: z.object({ ...inWindow, late: idField, sheet: sheetBodySchema, reason: z.enum(['locked', 'restored']) }),
  lateSheetAdmitted: z.object({ ...inWindow, late: idField }),
  gapDecided: z.object({ ...inWindow, judge, cause: gapCause, note: z.nullable(textRefSchema) }),
  trimRelaxed: z.object({ ...inWindow, panel: idField, dropHighest: countField, dropLowest: countField, reason: textRefSchema }),
  windowChecked: z.object(inWindow),
  windowLocked: z.object({ ...inWindow, lock: countField }),
  windowReopened: z.object({ ...inWindow, reason: textRefSchema }),
  windowRevealed: z.object({ ...inWindow, lock: countField }),

  tieDrawn: z.object({ session, contestants: z.array(contestant), seed: z.string(), order: z.array(contestant) }),
  ballotsPrinted: z.object({ session, batch: idField, form: z.enum(['perContestant', 'allUnits']), panels: z.array(idField), contestants: z.array(contestant), judges: z.array(judge), spares: countField }),
  sessionFinalised: z.object({ session, heads: z.record(z.string(), z.string()) }),
  sessionReopened: z.object({ session, reason: textRefSchema }),
  sessionArchived: z.object({ session }),
} as const;

export type ArenaEvent = Named<typeof arenaEvents>;
export type BodyOf<K extends keyof typeof arenaEvents> = z.output<(typeof arenaEvents)[K]>;
export type GapCause = z.output<typeof gapCause>;

/** Milliseconds, whole, up to a day. */
function milliseconds() {
  return z.int().check(z.gte(0), z.lte(86_400_000));
}
