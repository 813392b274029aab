// The session file: everything `recount` needs to get the same result, and no total, mean or rank in it.
// Its shape is a released format: a new shape is a new version, and `recount` reads every version there was. Version 1 had one score sheet and named judges.
import * as z from 'zod/mini';
import { countField, idField } from '../kernel/fields.ts';
import { gapCause } from './events.ts';
import { rulesSchema } from './rules.ts';
import type { ArenaSession, Sheet } from './state.ts';

const sheetSchema = z.object({
  judge: idField, revision: countField, source: z.enum(['phone', 'paper']), kind: z.enum(['marks', 'abstained', 'void']),
  marks: z.record(z.string(), z.string()), at: z.string(),
});
const gapSchema = z.object({ judge: idField, cause: gapCause, note: z.string() });

export const sessionFileSchema = z.object({
  format: z.literal('leitai-session'),
  version: z.literal(2),
  session: idField, title: z.string(), phase: z.string(), exportedAt: z.string(), marking: z.string(),
  rules: rulesSchema,
  order: z.array(idField), orderMethod: z.nullable(z.string()), orderSeed: z.nullable(z.string()),
  /** Seat order. */
  judges: z.array(z.object({ id: idField, panel: idField, name: z.string(), title: z.string(), home: z.nullable(idField) })),
  contestants: z.array(z.object({
    id: idField, name: z.string(), shortName: z.string(), speaker: z.string(), withdrawn: z.boolean(),
    /** Whether the newest lock stands (false: reopened and not locked again, so without a result). */
    locked: z.boolean(),
    /** The sheets and decisions that stand, one sheet a judge: what was locked last. */
    sheets: z.array(sheetSchema), gaps: z.array(gapSchema),
    category: z.nullable(idField), forfeited: z.boolean(),
    /** Entered part scores by part id. */
    parts: z.record(z.string(), z.string()),
    adjustments: z.array(z.object({ kind: idField, amount: z.string(), phase: z.nullable(z.enum(['speech', 'questions'])), seconds: z.nullable(z.number()), reason: z.string() })),
    /** Keyed counts of a panel: by grade id or place. */
    counts: z.array(z.object({ panel: idField, counts: z.record(z.string(), countField), blank: countField, void: countField })),
    balances: z.array(z.object({ panel: idField, issued: countField, returned: countField, reason: z.string() })),
    relaxed: z.array(z.object({ panel: idField, dropHighest: countField, dropLowest: countField, reason: z.string() })),
    /** Every revision ever recorded, oldest first, those above included. Ballots out of a sealed box have no history and stand above only. */
    revisions: z.array(sheetSchema),
    lateSheets: z.array(z.object({ sheet: sheetSchema, admitted: z.boolean() })),
    corrections: z.array(z.string()),
  })),
  draws: z.array(z.object({ contestants: z.array(idField), seed: z.string(), order: z.array(idField) })),
  playOffs: z.array(z.object({ contestants: z.array(idField), order: z.array(z.array(idField)), note: z.string() })),
  /** Sealed boxes: the count and the root hash over the ballots' texts. */
  boxes: z.array(z.object({ panel: idField, count: countField, root: z.string() })),
  orderCalled: z.nullable(z.string()), orderCommitment: z.nullable(z.string()), /** 评分办法 as it was frozen, and the SHA-256 of its text. */
  ruleSheet: z.nullable(z.string()), ruleSheetText: z.nullable(z.string()),
});
export type SessionFile = z.output<typeof sessionFileSchema>;
type FileSheet = SessionFile['contestants'][number]['sheets'][number];

export interface SessionFileSource {
  readonly read: (reference: { readonly text: string; readonly hash: string }) => string;
  /** Every revision of every sheet for one contestant, oldest first. */
  readonly revisions: (contestant: string) => readonly Sheet[];
  readonly exportedAt: string;
  readonly marking: string;
}

const fileSheet = (sheet: Sheet): FileSheet => ({ judge: sheet.judge, revision: sheet.revision, source: sheet.source, kind: sheet.kind, marks: { ...sheet.marks }, at: new Date(sheet.wall).toISOString() });

function fileContestant(session: ArenaSession, id: string, source: SessionFileSource): SessionFile['contestants'][number] {
  const contestant = session.contestants[id];
  if (contestant === undefined) throw new Error(`contestant ${id} is not in the session`);
  const words = (reference: Parameters<SessionFileSource['read']>[0] | null): string => (reference === null ? '' : source.read(reference));
  const { window } = contestant;
  const standing = window.phase === 'locked' ? window.locks.at(-1) : undefined;
  const stands = standing ?? window;
  return {
    id, name: words(contestant.name), shortName: words(contestant.shortName), speaker: words(contestant.speaker),
    withdrawn: contestant.stage === 'withdrawn', locked: standing !== undefined,
    sheets: Object.values(stands.sheets).map(fileSheet),
    gaps: Object.entries(stands.gaps).map(([judge, gap]) => ({ judge, cause: gap.cause, note: words(gap.note) })),
    category: contestant.category, forfeited: contestant.stage === 'forfeited', parts: { ...session.parts.at(-1)?.[id] },
    adjustments: stands.adjustments.map(({ kind, amount, phase, seconds, reason }) => ({ kind, amount, phase, seconds, reason: words(reason) })),
    counts: Object.entries(stands.counts).map(([panel, counts]) => ({ panel, counts: { ...counts.counts }, blank: counts.blank, void: counts.void })),
    balances: Object.entries(stands.balances).map(([panel, balance]) => ({ panel, issued: balance.issued, returned: balance.returned, reason: words(balance.reason) })),
    relaxed: Object.entries(stands.relaxed).map(([panel, drop]) => ({ panel, dropHighest: drop.dropHighest, dropLowest: drop.dropLowest, reason: words(drop.reason) })),
    revisions: source.revisions(id).map(fileSheet),
    lateSheets: window.late.map((late) => ({ sheet: fileSheet(late.sheet), admitted: late.admitted })),
    corrections: window.corrections.map(words),
  };
}

/** Writes the session file: rules, raw sheets, revisions and decisions; no totals or ranks (domain.md §2.2, design §3). */
export const sessionFile = (session: ArenaSession, source: SessionFileSource): SessionFile => ({
  format: 'leitai-session', version: 2,
  session: session.id, title: source.read(session.title), phase: session.phase, exportedAt: source.exportedAt, marking: source.marking,
  rules: session.rules, order: [...session.order], orderMethod: session.orderMethod, orderSeed: session.orderSeed,
  judges: session.judges.map((judge) => ({ id: judge.id, panel: judge.panel, name: judge.name === null ? '' : source.read(judge.name), title: judge.title === null ? '' : source.read(judge.title), home: judge.home })),
  contestants: session.order.map((id) => fileContestant(session, id, source)),
  draws: session.draws.map((draw) => ({ contestants: [...draw.contestants], seed: draw.seed, order: [...draw.order] })),
  playOffs: session.playOffs.map((playOff) => ({ contestants: [...playOff.contestants], order: playOff.order.map((group) => [...group]), note: playOff.note === null ? '' : source.read(playOff.note) })),
  boxes: Object.entries(session.boxes).flatMap(([panel, box]) => (box.phase === 'sealed' ? [{ panel, count: box.count, root: box.root }] : [])),
  orderCalled: session.orderCalled, orderCommitment: session.lot?.commitment ?? null, ruleSheet: session.ruleSheet?.hash ?? null, ruleSheetText: session.ruleSheet === null ? null : source.read(session.ruleSheet.text),
});
