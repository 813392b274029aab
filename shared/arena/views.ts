// What the desk and the judges are shown of an arena session. Snapshots, whole each time; nothing here goes to the wall (see meeting/views).
import * as z from 'zod/mini';
import { formSchema } from './forms.ts';
import { workingSchema } from './explainShape.ts';
import { judgeReviewSchema } from './judgeReviewShape.ts';
import { rulesSchema, tieRuleSchema } from './rules.ts';
import { cellSchema, cellsSchema, gapCause, orderMethod } from './events.ts';

export const seatStatusSchema = z.enum(['submitted', 'paper', 'abstained', 'void', 'recused', 'absent', 'leftEarly', 'awaitingPaper', 'waiting', 'missing']);
export const windowPhaseSchema = z.enum(['closed', 'open', 'allIn', 'checked', 'locked', 'revealed', 'corrected']);
export const stageSchema = z.enum(['waiting', 'called', 'presenting', 'done', 'withdrawn', 'forfeited']);
export const sessionPhaseSchema = z.enum(['setup', 'ready', 'live', 'finalised', 'archived']);

/** The one big button: what comes next, for whom, and what stands in its way (an error code with details), if anything. */
export const nextStepSchema = z.object({
  action: z.enum(['ready', 'start', 'call', 'present', 'finish', 'confirmRecusals', 'openWindow', 'collect', 'check', 'lock', 'reveal', 'revealStep', 'showRanking', 'rankingStep', 'showAwards', 'finalise', 'printResult', 'none']),
  contestant: z.nullable(z.string()),
  blocked: z.nullable(z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type NextStep = z.output<typeof nextStepSchema>;

export const timerViewSchema = z.object({
  contestant: z.string(), phase: z.enum(['speech', 'questions']), limit: z.number(), firstWarning: z.number(), secondWarning: z.number(),
  /** Seconds are counted by screens: elapsed ms at host wall time `at`; running or not. */
  elapsed: z.number(), at: z.number(), running: z.boolean(), uncertain: z.boolean(),
});

/** A penalty the clock proposes and the host has not settled: seconds over (positive) or short (negative), in the scale of the rules' time penalty. */
export const proposalSchema = z.object({ phase: z.enum(['speech', 'questions']), amount: z.string(), seconds: z.number(), uncertain: z.boolean() });
/** A panel without names in one window: sheets at hand, what was keyed of issue and return, and what it still owes. */
export const namelessPanelSchema = z.object({
  panel: z.string(), atHand: z.number(), due: z.nullable(z.enum(['boxOpen', 'countsMissing', 'notBalanced', 'entryUnsettled'])),
  balance: z.nullable(z.object({ issued: z.number(), returned: z.number(), reason: z.string() })),
  counts: z.nullable(z.object({ revision: z.number(), counts: z.record(z.string(), z.number()), blank: z.number(), void: z.number() })),
});
/** How far paper of a batch has come; the sheets themselves are in the topic `batch`. */
export const batchRowSchema = z.object({
  batch: z.string(), panel: z.string(), /** How many; who they are stands in the topic `batch`. */ contestants: z.number(), sheets: z.number(), first: z.nullable(z.string()), second: z.nullable(z.string()), closed: z.boolean(),
  keyed: z.number(), secondKeyed: z.number(), settled: z.number(), differing: z.number(),
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
    category: z.nullable(z.string()), parts: z.record(z.string(), z.string()), proposals: z.array(proposalSchema), forfeit: z.nullable(z.object({ cause: z.enum(['late', 'other']), reason: z.string() })),
  })),
  onStage: z.nullable(z.string()), timer: z.nullable(timerViewSchema),
  next: nextStepSchema,
  /** Cases in which the rules and this roster could give no result, shown before they happen. */
  cases: z.array(z.object({ why: z.enum(['placeWithoutPoints', 'panelTooSmall', 'noSpare', 'oneContestant']), what: z.string(), is: z.number(), should: z.number(), isFatal: z.boolean() })),
  /** 评分办法 in words, generated from the rules, with the hash that was frozen (null before). */
  ruleSheet: z.object({ zh: z.array(z.string()), en: z.array(z.string()), hash: z.nullable(z.string()) }),
  lot: z.nullable(z.object({ commitment: z.string(), secret: z.nullable(z.string()), called: z.nullable(z.string()) })),
  figure: z.enum(['combined', 'onSite']), trial: z.enum(['none', 'open', 'closed']), from: z.nullable(z.string()),
  boxes: z.array(z.object({ panel: z.string(), phase: z.enum(['open', 'closed', 'sealed']), cast: z.number(), expected: z.number(), count: z.number(), root: z.string() })),
  batches: z.array(batchRowSchema),
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
    /** Far from the panel's median by the rules' warning; said to the host only. */
    far: z.boolean(),
  })),
  nameless: z.array(namelessPanelSchema),
  adjustments: z.array(z.object({ adjustment: z.string(), kind: z.string(), amount: z.string(), seconds: z.nullable(z.number()), reason: z.string() })),
  proposals: z.array(proposalSchema),
  late: z.array(z.object({ late: z.string(), judge: z.string(), marks: z.record(z.string(), z.string()), at: z.number(), admitted: z.boolean() })),
  relaxed: z.record(z.string(), z.object({ dropHighest: z.number(), dropLowest: z.number(), reason: z.string() })),
  corrections: z.array(z.string()),
  /** The result that stands or would stand if locked now, or why there is none. */
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), /** A part that is not entered yet leaves the on-site score. */ figure: z.enum(['combined', 'onSite']), total: z.string(), panels: z.array(z.object({ panel: z.string(), mean: z.string(), exact: z.string(), kept: z.number(), formula: z.string(),
      dropped: z.array(z.object({ voter: z.string(), criterion: z.nullable(z.string()), end: z.enum(['highest', 'lowest']) })) })), formula: z.string() }),
    z.object({ ok: z.literal(false), why: z.literal('tooFewSheets'), panel: z.string(), valid: z.number(), needed: z.number() }),
    z.object({ ok: z.literal(false), why: z.literal('partMissing'), part: z.string() }),
  ]),
});
export type WindowView = z.output<typeof windowViewSchema>;

/** Topic `result` {session}: the ranking as it stands over locked contestants. */
export const resultViewSchema = z.object({
  session: z.string(),
  rows: z.array(z.object({ contestant: z.string(), name: z.string(), rank: z.number(), shared: z.boolean(), total: z.string(), panels: z.array(z.object({ panel: z.string(), mean: z.string() })), decidedBy: z.nullable(tieRuleSchema), corrected: z.boolean(),
    category: z.nullable(z.string()), parts: z.array(z.object({ part: z.string(), score: z.string() })), adjustment: z.nullable(z.string()), tier: z.nullable(z.string()), placePoints: z.nullable(z.string()) })),
  pending: z.array(z.object({ contestant: z.string(), name: z.string(), reason: z.enum(['notLocked', 'tooFewSheets', 'partMissing', 'withdrawn', 'forfeited']) })),
  /** Tied groups that somebody must settle. */
  open: z.array(z.object({ by: z.enum(['draw', 'playOff']), contestants: z.array(z.string()) })),
  playOffs: z.array(z.object({ order: z.array(z.array(z.string())), note: z.string() })),
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
    id: z.string(), title: z.string(), panel: z.string(), open: z.boolean(), form: formSchema,
    /** How sheets are sent: one contestant at a time, all at once under one's name, or once into the sealed box. */
    send: z.enum(['each', 'whole', 'box']),
    /** Into the sealed box: whether this seat has cast (never what), and whether the box takes ballots. */
    box: z.optional(z.object({ open: z.boolean(), cast: z.boolean() })),
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

/**
 * Topic `batch` {session, batch} (host, and the clerks it was given to): the sheets of a batch and how far each is, without their cells.
 * With {voter} beside: that one sheet alone, with its cells as far as the viewer may see them.
 */
export const batchViewSchema = z.object({
  session: z.string(), title: z.string(), batch: z.string(), panel: z.string(), form: formSchema, closed: z.boolean(),
  /** How the second pass is made, and which pass this viewer makes; null for a viewer who only looks. */
  check: z.enum(['secondEntry', 'readBack']), pass: z.nullable(z.union([z.literal(1), z.literal(2)])),
  contestants: z.array(z.object({ id: z.string(), name: z.string(), order: z.number(), recused: z.array(z.string()) })),
  sheets: z.array(z.object({
    voter: z.string(), label: z.string(), state: z.enum(['empty', 'keyed', 'differs', 'settled']),
    /** The viewer's own entry; under read-back the first pass's for its reader. Another's entry is never shown to one who keys blind. */
    cells: z.nullable(cellsSchema),
    /** For the two who key, once both passes are in and differ: where, never what the other has keyed. No columns: the whole cell. */
    differsAt: z.optional(z.array(z.object({ contestant: z.string(), columns: z.array(z.string()) }))),
    /** For the host and the supervisor, once both passes are in and differ. */
    differences: z.optional(z.array(z.object({ contestant: z.string(), first: z.nullable(cellSchema), second: z.nullable(cellSchema) }))),
  })),
});
export type BatchView = z.output<typeof batchViewSchema>;

/** Topic `paper` {session} (host): what every panel has at hand and still owes, contestant by contestant; of panels with judges only what batches owe. */
export const paperViewSchema = z.object({
  session: z.string(),
  panels: z.array(z.object({ panel: z.string(), rows: z.array(z.object({ contestant: z.string(), phase: windowPhaseSchema, ...namelessPanelSchema.shape })) })),
});
export type PaperView = z.output<typeof paperViewSchema>;

/** Topic `working` {session, contestant} (host): 算给你看, one contestant's score taken apart. */
export const workingViewSchema = z.object({ session: z.string(), working: workingSchema });
export type WorkingView = z.output<typeof workingViewSchema>;

/** Topic `review` {session} (host, after the end): how judges marked; letters only, names once the host has opened them. */
export const reviewViewSchema = z.object({ session: z.string(), opened: z.boolean(), panelNames: z.record(z.string(), z.string()), review: judgeReviewSchema, names: z.record(z.string(), z.string()) });
export type ReviewView = z.output<typeof reviewViewSchema>;

/** Topic `presets` (host): rule sets the organiser keeps. */
export const presetsViewSchema = z.object({ presets: z.array(z.object({ id: z.string(), name: z.string(), rules: rulesSchema })) });
export type PresetsView = z.output<typeof presetsViewSchema>;
