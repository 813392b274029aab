// What a screen is sent: the picture of one scene at one step, holding only what is already revealed; and what the desk knows of air and seats.
import * as z from 'zod/mini';
import { pictureSchema, pictureTimer } from '../kernel/picture.ts';

export type { Picture } from '../kernel/picture.ts';

/** Topic `wall` (screen). */
export const wallViewSchema = z.object({
  mode: z.enum(['live', 'frozen', 'blank']), step: z.number(), picture: pictureSchema,
  theme: z.enum(['cinnabar', 'ocean', 'daylight']), marking: z.string(), sample: z.boolean(), language: z.enum(['zh', 'en']),
});
export type WallView = z.output<typeof wallViewSchema>;

/** Topic `stageTimer` (screen): the timer page of its own for a phone or tablet on stage. */
export const stageTimerViewSchema = z.object({ timer: z.nullable(pictureTimer), title: z.string() });
export type StageTimerView = z.output<typeof stageTimerViewSchema>;

/** Topic `air` {meeting} (desk): what is on air, and the picture the room sees. */
export const airViewSchema = z.object({
  meeting: z.string(), title: z.string(), onAir: z.boolean(), scene: z.nullable(z.string()), item: z.nullable(z.string()), subject: z.nullable(z.string()),
  step: z.number(), steps: z.number(), mode: z.enum(['live', 'frozen', 'blank']), yielded: z.boolean(), wall: wallViewSchema,
});
export type AirView = z.output<typeof airViewSchema>;

/** Topic `seats` {meeting} (desk): who holds which seat and how alive it is. `live`: acknowledged the current state within 6 s. */
export const seatsViewSchema = z.object({
  meeting: z.string(),
  projector: z.enum(['none', 'shown', 'hidden']), screens: z.number(),
  seats: z.array(z.object({ seat: z.string(), role: z.string(), subject: z.string(), name: z.string(), issue: z.number(), bound: z.boolean(), liveness: z.enum(['live', 'stale', 'gone']), waiting: z.array(z.string()) })),
});
export type SeatsView = z.output<typeof seatsViewSchema>;
