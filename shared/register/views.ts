// Topic `register` (desk): units and people in protocol order, archived ones last, with the fingerprint an import preview stands on.
import * as z from 'zod/mini';

export const registerViewSchema = z.object({
  fingerprint: z.string(),
  units: z.array(z.object({ id: z.string(), fullName: z.string(), shortName: z.string(), aliases: z.array(z.string()), kind: z.string(), group: z.string(), archived: z.boolean() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), panel: z.string(), home: z.nullable(z.string()), homeName: z.string(), archived: z.boolean() })),
});
export type RegisterView = z.output<typeof registerViewSchema>;
