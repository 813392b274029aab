// What may be asked of a meeting: items, seats, stations, and what is on air. Freeze, blank and yield are separate, never toggles.
import * as z from 'zod/mini';
import { countField, idField, nameField } from '../kernel/fields.ts';
import type { CommandOf, CommandSpec, Role } from '../kernel/decision.ts';
import { itemSchema, stationRole } from './events.ts';

const meeting = idField;
const HOST: readonly Role[] = ['host'];
const host = <I extends z.ZodMiniType>(input: I): { readonly input: I; readonly roles: readonly Role[] } => ({ input, roles: HOST });
/** Clerks and supervisors sit at stations, which have a command of their own. */
const issuedRole = z.enum(['judge', 'screen', 'prompter']);

export const meetingCommands = {
  'meeting.create': host(z.object({ title: nameField })),
  'meeting.addItem': { input: z.object({ meeting, item: itemSchema }), roles: ['system'] },
  'seat.issue': host(z.object({ meeting, seats: z.array(z.object({ role: issuedRole, subject: idField })).check(z.maxLength(700)) })),
  'seat.renew': host(z.object({ meeting, seat: idField })),
  /** → {seat}. */
  'station.add': host(z.object({ meeting, role: stationRole, name: nameField })),
  'station.remove': host(z.object({ meeting, seat: idField })),
  'device.bind': { input: z.object({ meeting, seat: idField, browser: idField }), roles: ['system'] },
  'device.approve': host(z.object({ meeting, seat: idField, browser: idField })),
  'air.show': host(z.object({ meeting, scene: z.string().check(z.maxLength(20)), item: z.nullable(idField), subject: z.nullable(idField) })),
  'air.step': host(z.object({ meeting, step: countField })),
  'air.live': host(z.object({ meeting })),
  'air.freeze': host(z.object({ meeting })),
  'air.blank': host(z.object({ meeting })),
  'air.yield': host(z.object({ meeting })),
  'air.return': host(z.object({ meeting })),
} as const satisfies Readonly<Record<string, CommandSpec>>;
export type MeetingCommand = CommandOf<typeof meetingCommands>;
