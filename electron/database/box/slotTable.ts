// A table in which the place of a row says nothing about when it came. All rows exist from the start as noise of the full length; a new one
// overwrites a blank slot chosen by lot, in place, so no page moves and no file grows. Runs inside the caller's transaction; never commits.
import { randomBytes, randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { rowBytes, TAG_BYTES, type BoxKey } from './boxKey.ts';

export interface SlotShape { readonly name: 'ballots' | 'seats'; readonly room: number }
export interface SlotTable {
  readonly tag: (text: string) => Buffer;
  /** The text kept under a tag, or null. */
  readonly read: (tag: Buffer) => string | null;
  readonly has: (tag: Buffer) => boolean;
  readonly write: (tag: Buffer, text: string) => void;
  readonly count: () => number;
  /** Every text, in the order of the lot, which is none. */
  readonly texts: () => readonly string[];
}

/** The tag of a slot nobody has used yet; no HMAC is ever all zeros. */
const BLANK = Buffer.alloc(TAG_BYTES);

interface Stored { readonly tag: Buffer; readonly sealed: Buffer }
const blankRow = ({ room }: SlotShape): Stored => ({ tag: BLANK, sealed: randomBytes(rowBytes(room)) });

const shuffled = <T>(list: readonly T[]): readonly T[] => {
  const lots = [...list];
  for (let at = lots.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [lots[at], lots[other]] = [lots[other] as T, lots[at] as T];
  }
  return lots;
};

const fill = (database: Database, { name }: SlotShape, rows: readonly Stored[]): void => {
  const insert = database.prepare(`INSERT INTO ${name} (slot, tag, sealed) VALUES (?, ?, ?)`);
  rows.forEach(({ tag, sealed }, slot) => insert.run(slot, tag, sealed));
};

/** Makes the table with so many blank slots. */
export const createSlots = (database: Database, shape: SlotShape, slots: number): void => {
  database.exec(`CREATE TABLE ${shape.name} (slot INTEGER PRIMARY KEY, tag BLOB NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID`);
  fill(database, shape, Array.from({ length: slots }, () => blankRow(shape)));
};

/** Twice as many slots; all rows draw new places, so that what came before and what comes after are not told apart. */
const grow = (database: Database, shape: SlotShape): void => {
  const rows = database.prepare(`SELECT tag, sealed FROM ${shape.name}`).all() as Stored[];
  database.exec(`DELETE FROM ${shape.name}`);
  fill(database, shape, shuffled([...rows, ...rows.map(() => blankRow(shape))]));
};

const statements = (database: Database, { name }: SlotShape) => ({
  find: database.prepare(`SELECT sealed FROM ${name} WHERE tag = ?`).pluck(),
  blanks: database.prepare(`SELECT slot FROM ${name} WHERE tag = ?`).pluck(),
  used: database.prepare(`SELECT tag, sealed FROM ${name} WHERE tag <> ?`),
  count: database.prepare(`SELECT count(*) FROM ${name} WHERE tag <> ?`).pluck(),
  overwrite: database.prepare(`UPDATE ${name} SET tag = ?, sealed = ? WHERE slot = ?`),
});

export const slotTable = (database: Database, shape: SlotShape, key: BoxKey): SlotTable => {
  const sql = statements(database, shape);
  const blanks = (): readonly number[] => sql.blanks.all(BLANK) as number[];
  return {
    tag: (text) => key.tag(shape.name, text),
    read: (tag) => {
      const sealed = sql.find.get(tag) as Buffer | undefined;
      return sealed === undefined ? null : key.open({ tag, sealed });
    },
    has: (tag) => sql.find.get(tag) !== undefined,
    write: (tag, text) => {
      let free = blanks();
      if (free.length === 0) {
        grow(database, shape);
        free = blanks();
      }
      sql.overwrite.run(tag, key.close({ tag, text, room: shape.room }), free[randomInt(free.length)]);
    },
    count: () => sql.count.get(BLANK) as number,
    texts: () => (sql.used.all(BLANK) as Stored[]).map((row) => key.open(row)),
  };
};
