// What the desk and the judges are shown of an arena session. Snapshots, whole each time; nothing here goes to the wall (see meeting/views).
import * as z from 'zod/mini';
import { criterionSchema, rulesSchema, tieRuleSchema } from './rules.ts';
import { gapCause, orderMethod } from './events.ts';

export const seatStatusSchema = z.enum(['submitted', 'paper', 'abstained', 'void', 'recused', 'absent', 'leftEarly', 'awaitingPaper', 'waiting', 'missing']);
export const windowPhaseSchema = z.enum(['closed', 'open', 'allIn', 'checked', 'locked', 'revealed', 'corrected']);
export const stageSchema = z.enum(['waiting', 'called', 'presenting', 'done', 'withdrawn']);
export const sessionPhaseSchema = z.enum(['setup', 'ready', 'live', 'finalised', 'archived']);

/** The one big button: what comes next, for whom, and what stands in its way (an error code with details), if anything. */
export const nextStepSchema = z.object({
  action: z.enum(['ready', 'start', 'call', 'present', 'finish', 'confirmRecusals', 'openWindow', 'collect', 'check', 'lock', 'reveal', 'revealStep', 'showRanking', 'rankingStep', 'finalise', 'printResult', 'none']),
  contestant: z.nullable(z.string()),
  blocked: z.nullable(z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type NextStep = z.output<typeof nextStepSchema>;

export const timerViewSchema = z.object({
  contestant: z.string(), phase: z.enum(['speech', 'questions']), limit: z.number(), firstWarning: z.number(), secondWarning: z.number(),
  /** Seconds are counted by screens: elapsed ms at host wall time `at`; running or not. */
  elapsed: z.number(), at: z.number(), running: z.boolean(), uncertain: z.boolean(),
});

/** Topic `session` {session}: the run sheet and everything the desk needs but the sheets themselves. */
export const sessionViewSchema = z.object({
  session: z.string(), meeting: z.string(), title: z.string(), phase: sessionPhaseSchema,
  rules: rulesSchema, rulesFault: z.nullable(z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })),
  orderMethod: z.nullable(orderMethod), orderSeed: z.nullable(z.string()),
  judges: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), panel: z.string(), home: z.nullable(z.string()) })),
  /** In speaking order (choice order while no order is set). */
  contestants: z.array(z.object({
    id: z.string(), name: z.string(), fullName: z.string(), speaker: z.string(), file: z.string(), promises: z.array(z.string()), problems: z.array(z.string()),
    stage: stageSchema, window: windowPhaseSchema, received: z.number(), expected: z.number(), lock: z.number(), corrections: z.number(), late: z.number(),
    proposedRecusals: z.array(z.string()), recusalsConfirmed: z.boolean(),
  })),
  onStage: z.nullable(z.string()), timer: z.nullable(timerViewSchema),
  next: nextStepSchema,
  /** Printed ballot batches that no longer match the order or the roster, with the contestants or judges concerned. */
  wrongPrints: z.array(z.object({ batch: z.string(), contestants: z.array(z.string()), judges: z.array(z.string()), orderChanged: z.boolean() })),
});
export type SessionView = z.output<typeof sessionViewSchema>;

/** Topic `window` {session, contestant}: one square per judge, with the sheets themselves (desk only; hidden there until held to peek). */
export const windowViewSchema = z.object({
  session: z.string(), contestant: z.string(), phase: windowPhaseSchema,
  judges: z.array(z.object({
    judge: z.string(), status: seatStatusSchema, revision: z.number(), source: z.nullable(z.enum(['phone', 'paper'])),
    marks: z.record(z.string(), z.string()), total: z.nullable(z.string()), at: z.nullable(z.number()), note: z.string(),
  })),
  late: z.array(z.object({ late: z.string(), judge: z.string(), marks: z.record(z.string(), z.string()), at: z.number(), admitted: z.boolean() })),
  relaxed: z.record(z.string(), z.object({ dropHighest: z.number(), dropLowest: z.number(), reason: z.string() })),
  corrections: z.array(z.string()),
  /** The result that stands or would stand if locked now, or why there is none. */
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), total: z.string(), panels: z.array(z.object({ panel: z.string(), mean: z.string(), exact: z.string(), kept: z.number(), formula: z.string(),
      dropped: z.array(z.object({ judge: z.string(), criterion: z.nullable(z.string()), end: z.enum(['highest', 'lowest']) })) })), formula: z.string() }),
    z.object({ ok: z.literal(false), panel: z.string(), valid: z.number(), needed: z.number() }),
  ]),
});
export type WindowView = z.output<typeof windowViewSchema>;

/** Topic `result` {session}: the ranking as it stands over locked contestants. */
export const resultViewSchema = z.object({
  session: z.string(),
  rows: z.array(z.object({ contestant: z.string(), name: z.string(), rank: z.number(), shared: z.boolean(), total: z.string(), panels: z.array(z.object({ panel: z.string(), mean: z.string() })), decidedBy: z.nullable(tieRuleSchema), corrected: z.boolean() })),
  pending: z.array(z.object({ contestant: z.string(), name: z.string(), reason: z.enum(['notLocked', 'tooFewSheets', 'withdrawn']) })),
  needsDraw: z.array(z.string()),
  /** Lots that were drawn, in the order they fell; the seed lets anyone draw them again. */
  draws: z.array(z.object({ order: z.array(z.string()), seed: z.string() })),
});
export type ResultView = z.output<typeof resultViewSchema>;

/** Topic `seat` (judge): own windows only. ≤ 2 kB + 60 bytes per open window. */
export const seatViewSchema = z.object({
  name: z.string(), title: z.string(), marking: z.string(), sample: z.boolean(),
  sessions: z.array(z.object({
    /** How far the 公布范围 makes this judge's marks public, said beside 实名. */
    shown: z.enum(['hidden', 'shuffled', 'bySeat', 'byName']),
    id: z.string(), title: z.string(), panel: z.string(), open: z.boolean(), criteria: z.array(criterionSchema),
    /** rev 0: nothing sent yet; `open` false: shown because own marks exist or the host has locked it. */
    windows: z.array(z.object({ id: z.string(), name: z.string(), order: z.number(), rev: z.number(), open: z.boolean(), excused: z.optional(gapCause) })),
  })),
});
export type SeatView = z.output<typeof seatViewSchema>;

/** Topic `mySheet` {session, contestant} (judge): one's own sheet as the host holds it. */
export const mySheetViewSchema = z.object({
  session: z.string(), contestant: z.string(), name: z.string(), open: z.boolean(), revision: z.number(), kind: z.nullable(z.enum(['marks', 'abstained', 'void'])),
  marks: z.record(z.string(), z.string()), at: z.nullable(z.number()), source: z.nullable(z.enum(['phone', 'paper'])), late: z.boolean(),
});
export type MySheetView = z.output<typeof mySheetViewSchema>;
