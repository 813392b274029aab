// Opens the database and the key of a box that is not sealed: for this connection alone, checked, durable, without a WAL, whose frames would say
// which seat and which ballot were written together. Refuses a box that is sealed or being sealed, and one whose key or database is gone.
import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { BoxUnusable, boxPath, syncFolder } from './boxFiles.ts';
import { boxKey, makeKey, readKey, type BoxKey } from './boxKey.ts';
import { createSlots, slotTable, type SlotShape, type SlotTable } from './slotTable.ts';

/** What a phone's frame can carry: no ballot that arrives is too long. */
export const BODY_ROOM = 12 * 1024;
const BALLOTS: SlotShape = { name: 'ballots', room: BODY_ROOM };
const SEATS: SlotShape = { name: 'seats', room: 128 };
const VERSION = 1;
/** Blank slots of a new box; they double when they are used up, which costs one put some milliseconds. */
const SLOTS = 256;

export interface BoxStore {
  readonly database: Database.Database;
  readonly ballots: SlotTable;
  readonly seats: SlotTable;
  readonly close: () => void;
}

const settle = (database: Database.Database): void => {
  database.pragma('page_size = 4096');
  // Held from here to the end, so that a box cannot be sealed under another connection's hands.
  database.pragma('locking_mode = EXCLUSIVE');
  // The rollback journal holds what was there before, and is emptied and synced with every commit.
  database.pragma('journal_mode = TRUNCATE');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.exec('BEGIN EXCLUSIVE; COMMIT');
};

const checkSound = (database: Database.Database, file: string): void => {
  const version = database.pragma('user_version', { simple: true }) as number;
  const verdict = database.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok' || version > VERSION) throw new BoxUnusable('damaged', `${file}: version ${version}, ${String(verdict)}`);
};

const makeTables = (database: Database.Database, slots: number): void => {
  if ((database.pragma('user_version', { simple: true }) as number) === VERSION) return;
  database.transaction(() => {
    for (const shape of [BALLOTS, SEATS]) createSlots(database, shape, slots);
    database.pragma(`user_version = ${VERSION}`);
  })();
};

/** The key is made after the tables: a box without a key is unfinished while it is empty, and lost when it is not. */
const keyOf = (database: Database.Database, file: string): BoxKey => {
  const held = readKey(file);
  if (held !== null) return boxKey(held);
  const used = database.prepare('SELECT count(*) FROM ballots WHERE tag <> zeroblob(length(tag))').pluck().get();
  if (used !== 0) throw new BoxUnusable('keyLost', file);
  return boxKey(makeKey(file));
};

const openFile = (file: string): Database.Database => {
  const database = new Database(file, { timeout: 0 });
  try {
    settle(database);
    checkSound(database, file);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) throw new BoxUnusable('damaged', `${file}: ${error.message}`);
    throw error;
  }
};

/** Opens a box; with `make` it is made when nothing of it is there yet. A second connection to it is a bug and throws SQLITE_BUSY. */
export const openStore = (folder: string, id: string, { make = false, slots = SLOTS }: { readonly make?: boolean; readonly slots?: number } = {}): BoxStore => {
  const [file, keyFile] = [boxPath(folder, id, 'db'), boxPath(folder, id, 'key')];
  // The key is made last: a key by itself means that the database was taken away.
  if (!existsSync(file) && (!make || existsSync(keyFile))) throw new BoxUnusable('missing', file);
  // Made before SQLite would make it, for its owner only; the journal takes the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const database = openFile(file);
  try {
    makeTables(database, slots);
    const key = keyOf(database, keyFile);
    syncFolder(folder);
    return { database, ballots: slotTable(database, BALLOTS, key), seats: slotTable(database, SEATS, key), close: () => { key.forget(); database.close(); } };
  } catch (error) {
    database.close();
    throw error;
  }
};
