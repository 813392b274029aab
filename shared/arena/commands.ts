// What may be asked of an arena session, and by whom. One schema per command; the wire's words are these names.
import * as z from 'zod/mini';
import { countField, idField, nameField, remarkField } from '../kernel/fields.ts';
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
/** `basis` is the revision the sender last saw (0 for none): a sheet is never overwritten unseen. */
const basis = countField;

const host = <I extends z.ZodMiniType>(input: I): { readonly input: I; readonly roles: readonly Role[] } => ({ input, roles: HOST });

export const arenaCommands = {
  'session.create': host(z.object({ meeting: idField, title: nameField, rules: z.optional(rulesSchema) })),
  'session.title': host(z.object({ session, title: nameField })),
  'session.rules': host(z.object({ session, rules: rulesSchema })),
  'session.contestants': host(z.object({ session, contestants: z.array(contestant).check(z.maxLength(200)) })),
  'session.judges': host(z.object({ session, judges: z.array(z.object({ judge, panel: idField })).check(z.maxLength(600)) })),
  'session.order': host(z.object({ session, method: orderMethod, order: z.optional(z.array(contestant)) })),
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
  'sheet.key': { input: z.object({ ...sheetInput, judge, basis }), roles: PAPER },
  'sheet.admit': host(z.object({ ...inWindow, late: idField })),
  'gap.decide': host(z.object({ ...inWindow, judge, cause: gapCause, note: remarkField })),
  'trim.relax': host(z.object({ ...inWindow, panel: idField, dropHighest: countField, dropLowest: countField, reason })),
  'tie.draw': host(z.object({ session, contestants: z.array(contestant).check(z.minLength(2)) })),
  'ballots.printed': host(z.object({ session, form: z.enum(['perContestant', 'allUnits']), panels: z.array(idField), spares: countField })),
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type ArenaCommand = CommandOf<typeof arenaCommands>;
export type InputOf<K extends keyof typeof arenaCommands> = z.output<(typeof arenaCommands)[K]['input']>;
