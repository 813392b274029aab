// What this station has in hand of paper: sheets being keyed (kept on the device until they are sent), sheets on their way, and sheets the host did not take.
// Nothing keyed is dropped: a refused sheet comes back to be keyed on. It decides nothing about a ballot.
import * as z from 'zod/mini';
import { cellsSchema, type Cells } from '../../../shared/arena/events.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { readJson, type Storage } from '../../common/sealed/storage.ts';
import type { StationCommand, StationStore } from '../stationStore.ts';

/** One sheet in one pass of a batch. */
export interface Place { readonly session: string; readonly batch: string; readonly voter: string; readonly pass: 1 | 2 }
export interface Refusal { readonly code: string; readonly details: Readonly<Record<string, string | number>> }
const keptSchema = z.object({
  session: z.string(), batch: z.string(), voter: z.string(), pass: z.union([z.literal(1), z.literal(2)]), cells: cellsSchema,
  refused: z.nullable(z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
/** A sheet on this device; `refused` when the host sent it back. */
export type KeptSheet = z.output<typeof keptSchema>;
/** What the bench needs of whoever sends its commands: a station's store, or the desk. */
export type BenchStore = Pick<StationStore, 'send' | 'onAnswer' | 'waiting'>;
type Bench = Readonly<Record<string, KeptSheet>>;

const keySchema = z.object({ session: z.string(), batch: z.string(), voter: z.string(), pass: z.union([z.literal(1), z.literal(2)]), cells: cellsSchema });
/** The sheet that a command keys, if it keys one. */
const keyedBy = ({ name, input }: StationCommand): z.output<typeof keySchema> | null => {
  const parsed = name === 'entry.key' ? z.safeParse(keySchema, input) : null;
  return parsed?.success === true ? parsed.data : null;
};
const keyOf = ({ batch, voter, pass }: Place): string => `${batch}/${voter}/${pass}`;

const read = (text: string | null): Bench => {
  const parsed = z.safeParse(z.array(keptSchema), readJson(text));
  return parsed.success ? Object.fromEntries(parsed.data.map((sheet) => [keyOf(sheet), sheet])) : {};
};

export class PaperBench {
  readonly #store: BenchStore;
  readonly #storage: Storage;
  readonly #name: string;
  /** The journal's seq of what the host took, so that a picture older than it is not believed. */
  readonly #taken = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #sheets: Bench;

  constructor(store: BenchStore, { storage, seat }: { readonly storage: Storage; readonly seat: string }) {
    this.#store = store;
    this.#storage = storage;
    this.#name = `paper.${seat}`;
    this.#sheets = read(storage.read(this.#name));
    store.onAnswer((command, answer) => this.#answered(command, answer));
  }

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  /** Sheets of a batch that the host did not take. */
  refused(batch: string): readonly KeptSheet[] {
    return Object.values(this.#sheets).filter((sheet) => sheet.batch === batch && sheet.refused !== null);
  }
  /** What was keyed of a sheet and not sent. */
  kept(place: Place): KeptSheet | null {
    return this.#sheets[keyOf(place)] ?? null;
  }
  /** Keeps the sheet in hand; an empty one is no sheet. */
  keep(place: Place, cells: Cells): void {
    const { [keyOf(place)]: before, ...others } = this.#sheets;
    const { session, batch, voter, pass } = place;
    this.#put(Object.keys(cells).length === 0 ? others : { ...others, [keyOf(place)]: { session, batch, voter, pass, cells: { ...cells }, refused: before?.refused ?? null } });
  }
  drop(place: Place): void {
    this.keep(place, {});
  }
  /** Sends a sheet. It lies in the outbox before it leaves the bench. */
  save({ session, batch, voter, pass }: Place, cells: Cells): Promise<Answer> {
    const answer = this.#store.send({ name: 'entry.key', input: { session, batch, voter, pass, cells } });
    this.drop({ session, batch, voter, pass });
    return answer;
  }
  /** Any other command about a sheet: agreed, sent back, settled. */
  send(command: StationCommand): Promise<Answer> {
    return this.#store.send(command);
  }
  /** The batch on the table of this station, also after a reload. */
  batchInHand(): string | null {
    return this.#storage.read(`${this.#name}.batch`);
  }
  takeBatch(batch: string | null): void {
    this.#storage.write(`${this.#name}.batch`, batch);
  }
  isOnItsWay(place: Place): boolean {
    return this.#store.waiting().some((command) => { const sheet = keyedBy(command); return sheet !== null && keyOf(sheet) === keyOf(place); });
  }
  /** The seq from which on the host's picture knows of this sheet; 0 when none is awaited. */
  takenAt(place: Place): number {
    return this.#taken.get(keyOf(place)) ?? 0;
  }
  /** The host's data were restored: what it took before is known no more. */
  forgetTaken(): void {
    this.#taken.clear();
  }

  #answered(command: StationCommand, answer: Answer): void {
    const sheet = keyedBy(command);
    if (sheet === null) return;
    const key = keyOf(sheet);
    if (answer.ok) {
      this.#taken.set(key, answer.receipt?.seq ?? 0);
      this.#tell();
    } else if (this.#sheets[key] === undefined) this.#put({ ...this.#sheets, [key]: { ...sheet, refused: { code: answer.code, details: { ...answer.details } } } });
  }
  #put(sheets: Bench): void {
    this.#sheets = sheets;
    this.#storage.write(this.#name, Object.keys(sheets).length === 0 ? null : JSON.stringify(Object.values(sheets)));
    this.#tell();
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
