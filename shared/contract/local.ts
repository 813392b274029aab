// Commands of the host itself that leave no event: previews, documents, short codes, settings, the desk's lock, native windows.
// They pass the same door (authorise → parse) and answer the same way, but nothing is appended.
import * as z from 'zod/mini';
import { countField, idField } from '../kernel/fields.ts';
import { cellsSchema } from '../arena/events.ts';
import { rulesSchema } from '../arena/rules.ts';
import type { CommandOf, CommandSpec, Role } from '../kernel/decision.ts';

const HOST: readonly Role[] = ['host'];
const host = <I extends z.ZodMiniType>(input: I): { readonly input: I; readonly roles: readonly Role[] } => ({ input, roles: HOST });
const pin = z.string().check(z.regex(/^\d{4,12}$/));
const sessionOnly = { session: idField };

export const documentRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unitsTemplate') }),
  z.object({ kind: z.literal('peopleTemplate') }),
  z.object({ kind: z.literal('seatCards'), ...sessionOnly }),
  z.object({ kind: z.literal('ballots'), ...sessionOnly, form: z.enum(['perContestant', 'allUnits']), panels: z.array(idField), spares: countField }),
  z.object({ kind: z.literal('orderSheet'), ...sessionOnly }),
  z.object({ kind: z.literal('resultSheet'), ...sessionOnly }),
  z.object({ kind: z.literal('scoreDetail'), ...sessionOnly, contestant: idField }),
  z.object({ kind: z.literal('workbook'), ...sessionOnly }),
  z.object({ kind: z.literal('sessionFile'), ...sessionOnly }),
  z.object({ kind: z.literal('ruleSheet'), ...sessionOnly }),
  z.object({ kind: z.literal('rulesFile'), ...sessionOnly }),
  z.object({ kind: z.literal('countSheet'), ...sessionOnly }),
  z.object({ kind: z.literal('awardList'), ...sessionOnly }),
]);
export type DocumentRequest = z.output<typeof documentRequest>;

const importSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('paste'), text: z.string().check(z.maxLength(2_000_000)) }),
  z.object({ from: z.literal('file'), name: z.string().check(z.maxLength(255)), base64: z.string().check(z.maxLength(7_500_000)) }),
]);
const heading = z.string().check(z.maxLength(200));
/** Where figures stand in a sheet, as the reader recognised it and the user confirmed or corrected it. */
export const figureLayout = z.object({
  sheet: heading, shape: z.enum(['values', 'marks', 'marksAcross', 'marksLong']), headingRow: z.int().check(z.gte(-1), z.lte(100)), nameAt: countField, nameHeading: heading,
  columns: z.array(z.object({ id: z.string().check(z.maxLength(64)), at: countField, heading })).check(z.maxLength(1000)), leftOut: z.optional(z.array(countField)),
});

export const localCommands = {
  /** → {basis, sourceHash, rows, errors, changes, skipped} as in register/importPlan. */
  'import.preview': host(z.object({
    what: z.enum(['units', 'people']),
    source: importSource,
  })),
  /** → the plan of an import of figures: part scores, or one panel's marks; problems cell by cell, and whether it is ready. */
  'figures.preview': host(z.object({
    ...sessionOnly, want: z.discriminatedUnion('of', [z.object({ of: z.literal('parts') }), z.object({ of: z.literal('marks'), panel: idField })]), source: importSource,
    chosen: z.optional(figureLayout), rounded: z.optional(z.enum(['stored', 'shown'])), hidden: z.optional(z.enum(['ask', 'read', 'skip'])),
  })),
  /** → {url, fileName}: a one-time address on the desk listener; print layouts come as PDF where a printer port exists, else as a page. */
  'document.make': host(documentRequest),
  /** → {zh, en, fault}: a draft of the rules in words, and what keeps it from being saved, before anything is saved. */
  'rules.describe': host(z.object({ rules: rulesSchema })),
  /** An anonymous ballot into the sealed box: the token is made by the phone and sent again with it; nothing of it is journalled. */
  'box.cast': { input: z.object({ ...sessionOnly, token: z.string().check(z.regex(/^[0-9a-f]{32}$/)), cells: cellsSchema }), roles: ['judge'] },
  /** → {code, expiresAt}: six characters, two minutes, five tries. */
  'seat.code': host(z.object({ meeting: idField, seat: idField })),
  /** → {url, address}: the card's address for a QR code, with its secret behind the #, and the page's plain address to type. */
  'station.card': host(z.object({ meeting: idField, seat: idField })),
  'settings.set': host(z.object({
    language: z.optional(z.enum(['zh', 'en'])), theme: z.optional(z.enum(['cinnabar', 'ocean', 'daylight'])),
    marking: z.optional(z.string().check(z.maxLength(60))), address: z.optional(z.string().check(z.maxLength(60))),
  })),
  'pin.set': host(z.object({ pin, old: z.optional(pin) })),
  'desk.lock': host(z.object({})),
  'desk.unlock': host(z.object({ pin })),
  'projector.open': host(z.object({})),
  /** Puts the sample data aside and starts with an empty database; refused on real data. */
  'sample.leave': host(z.object({})),
  /** Opens the contestant's PPT with the program the system has for it. */
  'file.open': host(z.object({ ...sessionOnly, contestant: idField })),
} as const satisfies Readonly<Record<string, CommandSpec>>;
export type LocalCommand = CommandOf<typeof localCommands>;
