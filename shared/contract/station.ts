// Topic `station` (clerk and supervisor): what one station is and what the desk has given it to do. Another station's work never stands in it.
import * as z from 'zod/mini';

/** A batch of sheets given to this station. */
export const stationBatchSchema = z.object({
  session: z.string(), batch: z.string(), title: z.string(), panel: z.string(), sheets: z.number(), contestants: z.number(),
  /** Which pass this station makes; null for a supervisor, who looks and settles. */
  pass: z.nullable(z.union([z.literal(1), z.literal(2)])), done: z.number(), differing: z.number(),
  /** How the second pass is made. */
  check: z.enum(['secondEntry', 'readBack']),
});
export type StationBatch = z.output<typeof stationBatchSchema>;

export const stationViewSchema = z.object({
  station: z.string(), name: z.string(), role: z.enum(['clerk', 'supervisor']), meeting: z.string(), title: z.string(),
  marking: z.string(), sample: z.boolean(),
  batches: z.array(stationBatchSchema),
});
export type StationView = z.output<typeof stationViewSchema>;
