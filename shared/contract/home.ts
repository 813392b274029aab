// Topic `home` (desk): what the organiser sees first, and the state of the house itself.
import * as z from 'zod/mini';
import { sessionPhaseSchema } from '../arena/views.ts';

export const homeViewSchema = z.object({
  sessions: z.array(z.object({ id: z.string(), meeting: z.string(), title: z.string(), phase: sessionPhaseSchema, units: z.number(), judges: z.number(), done: z.number(), onAir: z.boolean(), createdAt: z.number() })),
  units: z.number(), people: z.number(),
  settings: z.object({ language: z.enum(['zh', 'en']), theme: z.enum(['cinnabar', 'ocean', 'daylight']), marking: z.string(), address: z.string() }),
  /** Addresses of this laptop that phones may reach, with the adapter's name; the port is fixed for the life of the installation. */
  rooms: z.array(z.object({ address: z.string(), adapter: z.string(), url: z.string(), chosen: z.boolean() })),
  sample: z.boolean(), dataFolder: z.string(), version: z.string(),
  backup: z.nullable(z.object({ at: z.number(), ok: z.boolean(), file: z.string() })),
  /** The whole journal is checked in the background after each start. */
  integrity: z.enum(['checking', 'sound', 'faulty']),
  deskLocked: z.boolean(), pinSet: z.boolean(), projector: z.enum(['none', 'shown', 'hidden']), windows: z.enum(['electron', 'browser', 'none']),
});
export type HomeView = z.output<typeof homeViewSchema>;
