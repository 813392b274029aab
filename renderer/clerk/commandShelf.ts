// The commands of a station that the host has not answered, kept on the device under their own ids, so that a reload or a flat battery loses none.
// They are erased with the answer; what is damaged on the shelf is left out, never guessed.
import * as z from 'zod/mini';
import { readJson, type Storage } from '../common/sealed/storage.ts';

const keptSchema = z.object({ id: z.string(), name: z.string(), input: z.unknown(), epoch: z.nullable(z.string()) });
export type KeptCommand = z.output<typeof keptSchema>;
export interface CommandShelf { readonly read: () => readonly KeptCommand[]; readonly write: (commands: readonly KeptCommand[]) => void }

/** The shelf of one seat: another seat's commands on the same device are not its own. */
export const commandShelf = (storage: Storage, seat: string): CommandShelf => ({
  read: () => {
    const parsed = readJson(storage.read(`outbox.${seat}`));
    return Array.isArray(parsed) ? parsed.flatMap((each) => { const kept = z.safeParse(keptSchema, each); return kept.success ? [kept.data] : []; }) : [];
  },
  write: (commands) => storage.write(`outbox.${seat}`, commands.length === 0 ? null : JSON.stringify(commands)),
});

/** For pages without a memory of their own. */
export const noShelf: CommandShelf = { read: () => [], write: () => undefined };
