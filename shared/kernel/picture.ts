// The pictures a wall can show, one per scene: the shape that areas make and screens draw. They hold only what is already revealed.
import * as z from 'zod/mini';

export const pictureRow = z.object({ rank: z.nullable(z.number()), name: z.string(), total: z.nullable(z.string()), corrected: z.boolean(), note: z.string() });
export const pictureTimer = z.object({
  name: z.string(), phase: z.enum(['speech', 'questions']), limit: z.number(), firstWarning: z.number(), secondWarning: z.number(),
  elapsed: z.number(), at: z.number(), running: z.boolean(), uncertain: z.boolean(),
});

/** A picture: what stands on the wall. Numbers are texts as displayed; the wall never computes. */
export const pictureSchema = z.discriminatedUnion('scene', [
  z.object({ scene: z.literal('blank') }),
  z.object({ scene: z.literal('cover'), title: z.string(), subtitle: z.string() }),
  z.object({ scene: z.literal('rules'), title: z.string(), lines: z.array(z.string()) }),
  z.object({ scene: z.literal('order'), title: z.string(), seed: z.nullable(z.string()), rows: z.array(z.object({ order: z.number(), name: z.string() })) }),
  z.object({ scene: z.literal('next'), order: z.number(), of: z.number(), name: z.string(), speaker: z.string() }),
  z.object({ scene: z.literal('timer'), order: z.number(), of: z.number(), timer: z.nullable(pictureTimer), name: z.string(), /** The presentation is over. */ finished: z.boolean() }),
  z.object({ scene: z.literal('scoring'), name: z.string(), order: z.number(), of: z.number(), received: z.number(), expected: z.number() }),
  /** Score reveal of one contestant. Absent parts are not yet revealed or outside the 公布范围. */
  z.object({
    scene: z.literal('score'), name: z.string(), order: z.number(), of: z.number(), corrected: z.boolean(),
    marks: z.optional(z.array(z.object({ label: z.string(), text: z.string(), dropped: z.boolean() }))), struck: z.optional(z.boolean()),
    panels: z.optional(z.array(z.object({ name: z.string(), mean: z.string(), weight: z.string() }))),
    parts: z.optional(z.array(z.object({ name: z.string(), score: z.string(), weight: z.string() }))),
    /** Said where the figure is the on-site score alone. */
    figure: z.optional(z.literal('onSite')),
    total: z.optional(z.string()), formula: z.optional(z.string()),
  }),
  z.object({ scene: z.literal('standings'), title: z.string(), category: z.optional(z.string()), rows: z.array(pictureRow) }),
  /** Ranking from last to first: `rows` are those revealed so far, best first; `of` is the number of rows in the end. */
  z.object({ scene: z.literal('ranking'), title: z.string(), of: z.number(), rows: z.array(pictureRow), newest: z.array(z.string()), complete: z.boolean(), category: z.optional(z.string()), figure: z.optional(z.literal('onSite')) }),
  /** Awards announced so far, best tier first. */
  z.object({ scene: z.literal('awards'), title: z.string(), category: z.optional(z.string()), tiers: z.array(z.object({ name: z.string(), rows: z.array(pictureRow) })), complete: z.boolean() }),
  /** The lot: the committed hash before, the called number and the secret after, so that anybody can draw again. */
  z.object({ scene: z.literal('lot'), title: z.string(), commitment: z.string(), called: z.nullable(z.string()), secret: z.nullable(z.string()) }),
]);
export type Picture = z.output<typeof pictureSchema>;
export type PictureOf<S extends Picture['scene']> = Extract<Picture, { scene: S }>;
