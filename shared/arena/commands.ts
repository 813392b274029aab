// What may be asked of an arena session, and by whom. One schema per command; the wire's words are these names.
import * as z from 'zod/mini';
import { countField, decimalField, idField, nameField, remarkField } from '../kernel/fields.ts';
import type { CommandOf, CommandSpec, Role } from '../kernel/decision.ts';
import { gapCause, orderMethod, timerPhase } from './events.ts';
import { rulesSchema } from './rules.ts';

const session = idField;
const contestant = idField;
const judge = idField;
const inWindow = { session, contestant };
const reason = z.string().check(z.minLength(1), z.maxLength(500));
const HOST: readonly Role[] = ['host'];
const PAPER: readonly Role[] = ['host', 'clerk'];

const sheetInput = { ...inWindow, kind: z.enum(['marks', 'abstained', 'void']), marks: z.record(z.string(), z.string().check(z.maxLength(16))) };
const cell = z.object({ kind: z.enum(['marks', 'abstained', 'void']), marks: z.record(z.string(), z.string().check(z.maxLength(16))) });
/** A whole sheet, a cell per contestant. */
const cells = z.record(idField, cell);
/** `basis` is the revision the sender last saw (0 for none): a sheet is never overwritten unseen. */
const basis = countField;

const host = <I extends z.ZodMiniType>(input: I): { readonly input: I; readonly roles: readonly Role[] } => ({ input, roles: HOST });

export const arenaCommands = {
  'session.create': host(z.object({ meeting: idField, title: nameField, rules: z.optional(rulesSchema) })),
  'session.title': host(z.object({ session, title: nameField })),
  'session.rules': host(z.object({ session, rules: rulesSchema })),
  'session.contestants': host(z.object({ session, contestants: z.array(contestant).check(z.maxLength(200)) })),
  'session.judges': host(z.object({ session, judges: z.array(z.object({ judge, panel: idField })).check(z.maxLength(600)) })),
  'session.order': host(z.object({ session, method: orderMethod, order: z.optional(z.array(contestant)), /** The number called out in the room. */ called: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) })),
  'session.categories': host(z.object({ session, categories: z.record(idField, idField) })),
  'session.parts': host(z.object({ session, values: z.array(z.object({ contestant, part: idField, value: decimalField })).check(z.minLength(1), z.maxLength(1600)), source: remarkField })),
  'session.nextRound': host(z.object({ session, title: nameField, take: countField.check(z.gte(1)), carry: z.discriminatedUnion('marks', [z.object({ marks: z.literal('carried'), points: decimalField }), z.object({ marks: z.literal('dropped') })]) })),
  'lot.commit': host(z.object({ session })),
  'preset.save': host(z.object({ name: nameField, rules: rulesSchema })),
  'preset.remove': host(z.object({ preset: idField })),
  'session.card': host(z.object({ ...inWindow, speaker: nameField, file: remarkField, promises: z.array(remarkField).check(z.maxLength(20)), problems: z.array(remarkField).check(z.maxLength(20)) })),
  'session.ready': host(z.object({ session })),
  'session.unlock': host(z.object({ session })),
  'session.start': host(z.object({ session })),
  'session.finalise': host(z.object({ session })),
  'session.reopen': host(z.object({ session, reason })),
  'session.archive': host(z.object({ session })),

  'stage.call': host(z.object(inWindow)),
  'stage.finish': host(z.object(inWindow)),
  'stage.skip': host(z.object(inWindow)),
  'stage.moveToEnd': host(z.object(inWindow)),
  'stage.withdraw': host(z.object({ ...inWindow, reason })),
  'stage.substitute': host(z.object({ ...inWindow, speaker: nameField })),
  'stage.forfeit': host(z.object({ ...inWindow, cause: z.enum(['late', 'other']), reason })),
  'trial.open': host(z.object({ session })),
  'trial.close': host(z.object({ session })),
  'adjustment.make': host(z.object({ ...inWindow, kind: idField, amount: decimalField, reason })),
  'adjustment.remove': host(z.object({ ...inWindow, adjustment: idField, reason })),
  /** The host confirms the penalty that the clock proposes, with its own figure if need be, or waives it; either way the proposal is settled. */
  'penalty.confirm': host(z.object({ ...inWindow, phase: timerPhase, amount: decimalField, reason: remarkField })),
  'penalty.waive': host(z.object({ ...inWindow, phase: timerPhase, reason })),
  'timer.start': host(z.object({ ...inWindow, phase: timerPhase })),
  'timer.pause': host(z.object(inWindow)),
  'timer.resume': { input: z.object({ ...inWindow, phase: timerPhase, elapsed: z.int().check(z.gte(0)) }), roles: ['system'] },

  'recusal.confirm': host(z.object({ ...inWindow, judges: z.array(judge) })),
  'window.open': host(z.object(inWindow)),
  'window.check': { input: z.object(inWindow), roles: ['host', 'supervisor'] },
  'window.lock': host(z.object(inWindow)),
  'window.reopen': host(z.object({ ...inWindow, reason })),
  'window.revealed': { input: z.object({ ...inWindow, lock: countField }), roles: ['system'] },
  'sheet.submit': { input: z.object({ ...sheetInput, basis }), roles: ['judge'] },
  /** A whole sheet at once: all its cells are recorded, or none. */
  'sheet.submitAll': { input: z.object({ session, cells: z.record(idField, z.object({ kind: cell.shape.kind, marks: cell.shape.marks, basis })) }), roles: ['judge'] },
  /** Sheets read from a file, into empty places only: all are recorded, or none. */
  'sheets.import': host(z.object({ session, panel: idField, sheets: z.array(z.object({ contestant, voter: judge, marks: cell.shape.marks })).check(z.minLength(1), z.maxLength(12_000)) })),
  'counts.enter': host(z.object({ ...inWindow, panel: idField, counts: z.record(z.string().check(z.maxLength(64)), countField), blank: countField, void: countField, basis })),
  'ballots.balance': host(z.object({ session, panel: idField, contestants: z.array(contestant).check(z.minLength(1)), issued: countField, returned: countField, reason: remarkField })),
  /** Voters are judges of the panel, or `from`–`to` of its ballots without names. Stations null: the desk itself. */
  'batch.give': host(z.object({ session, panel: idField, contestants: z.array(contestant).check(z.minLength(1), z.maxLength(200)), judges: z.optional(z.array(judge)), from: z.optional(countField), to: z.optional(countField), first: z.nullable(idField), second: z.nullable(idField) })),
  'batch.close': host(z.object({ session, batch: idField })),
  'entry.key': { input: z.object({ session, batch: idField, voter: judge, pass: z.union([z.literal(1), z.literal(2)]), cells }), roles: PAPER },
  /** 唱分: the sheet was read back aloud and agreed; `cells` is what was read out. */
  'entry.readBack': { input: z.object({ session, batch: idField, voter: judge, cells }), roles: PAPER },
  'entry.sendBack': { input: z.object({ session, batch: idField, voter: judge }), roles: PAPER },
  /** Which of two differing entries is right, or what the paper says. */
  'entry.settle': { input: z.object({ session, batch: idField, voter: judge, cells }), roles: ['host', 'supervisor'] },
  'box.close': host(z.object({ session, panel: idField })),
  'box.sealed': { input: z.object({ session, panel: idField, count: countField, root: z.string(), ballots: z.array(cells) }), roles: ['system'] },
  'sheet.key': host(z.object({ ...sheetInput, judge, basis })),
  'sheet.admit': host(z.object({ ...inWindow, late: idField })),
  'gap.decide': host(z.object({ ...inWindow, judge, cause: gapCause, note: remarkField })),
  'trim.relax': host(z.object({ ...inWindow, panel: idField, dropHighest: countField, dropLowest: countField, reason })),
  'awards.revealed': { input: z.object({ session, category: z.nullable(idField) }), roles: ['system'] },
  'tie.playOff': host(z.object({ session, contestants: z.array(contestant).check(z.minLength(2)), order: z.array(z.array(contestant)), note: remarkField })),
  'figure.choose': host(z.object({ session, figure: z.enum(['combined', 'onSite']) })),
  'review.open': host(z.object({ session })),
  'tie.draw': host(z.object({ session, contestants: z.array(contestant).check(z.minLength(2)) })),
  'ballots.printed': host(z.object({ session, form: z.enum(['perContestant', 'allUnits']), panels: z.array(idField), spares: countField })),
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type ArenaCommand = CommandOf<typeof arenaCommands>;
export type InputOf<K extends keyof typeof arenaCommands> = z.output<(typeof arenaCommands)[K]['input']>;
