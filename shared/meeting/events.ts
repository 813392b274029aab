// A meeting owns what the room sees and who holds which seat. It knows its items only as {area, id} and scenes only by name.
import * as z from 'zod/mini';
import { countField, idField } from '../kernel/fields.ts';
import { textRefSchema, type Named } from '../kernel/decision.ts';

const meeting = idField;
export const itemSchema = z.object({ area: z.string().check(z.maxLength(20)), id: idField });
/** A scene by name, the item it belongs to, what in it (a contestant), and the ground it stands on (lock numbers by contestant). */
export const sceneSchema = z.object({
  scene: z.string().check(z.maxLength(20)), item: z.nullable(idField), subject: z.nullable(idField), ground: z.record(z.string(), z.number()),
});
export const seatRole = z.enum(['judge', 'screen', 'clerk', 'supervisor', 'prompter']);
/** A seat: who or what may pair. Subject is a person of the register, or the name of an output such as "timer". */
export const seatSchema = z.object({ seat: idField, role: seatRole, subject: idField });
/** A station is a named place of work rather than a person: 录票台 1, 监督员. Its seat is its own subject. */
export const stationRole = z.enum(['clerk', 'supervisor']);

export const meetingEvents = {
  meetingCreated: z.object({ meeting, title: textRefSchema }),
  itemAdded: z.object({ meeting, item: itemSchema }),
  seatsIssued: z.object({ meeting, seats: z.array(seatSchema) }),
  seatRenewed: z.object({ meeting, seat: idField }),
  stationAdded: z.object({ meeting, seat: idField, role: stationRole, name: textRefSchema }),
  stationRemoved: z.object({ meeting, seat: idField }),
  deviceBound: z.object({ meeting, seat: idField, browser: idField, approved: z.boolean() }),
  sceneShown: z.object({ meeting, show: sceneSchema, step: countField, steps: countField }),
  sceneStepped: z.object({ meeting, step: countField }),
  airWentLive: z.object({ meeting }),
  airFrozen: z.object({ meeting, picture: textRefSchema }),
  airBlanked: z.object({ meeting }),
  airYielded: z.object({ meeting }),
  airReturned: z.object({ meeting }),
} as const;
export type MeetingEvent = Named<typeof meetingEvents>;
export type Scene = z.output<typeof sceneSchema>;
export type Seat = z.output<typeof seatSchema>;
export type StationRole = z.output<typeof stationRole>;
