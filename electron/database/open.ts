// Opens the one database file of a data folder: exclusive for this process, checked, migrated, durable.
// Refuses a second process on the same folder, a newer schema and a damaged file.
import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from './migrations/list.ts';

export type HouseDatabase = Database.Database;

/** The data folder cannot be used; the code says why. */
export class DatabaseUnusable extends Error {
  readonly code: 'inUse' | 'newer' | 'damaged';
  constructor(code: DatabaseUnusable['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface OpenedDatabase {
  readonly database: HouseDatabase;
  readonly file: string;
  /** A random number made when the database was created, restored or copied (design §1 item 4). */
  readonly epoch: string;
  readonly fresh: boolean;
  readonly close: () => void;
}

/** Held as an open exclusive transaction on a file of its own, so that a kill at any instant frees it. */
export const holdFolder = (folder: string): HouseDatabase => {
  const lock = new Database(path.join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new DatabaseUnusable('inUse', folder);
  }
  return lock;
};

const migrate = (database: HouseDatabase): void => {
  const current = database.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) throw new DatabaseUnusable('newer', `${current} > ${newest}`);
  for (const migration of migrations) {
    if (migration.version <= current) continue;
    database.transaction(() => {
      migration.run(database);
      database.pragma(`user_version = ${migration.version}`);
    })();
  }
};

const checkSound = (database: HouseDatabase, file: string): void => {
  let verdict: unknown;
  try {
    verdict = database.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    throw new DatabaseUnusable('damaged', `${file}: ${String(error)}`);
  }
  if (verdict !== 'ok') throw new DatabaseUnusable('damaged', `${file}: ${String(verdict)}`);
};

/** A value of the house table, made once when absent. */
const houseValue = (database: HouseDatabase, key: string, make: () => string): string => {
  const row = database.prepare('SELECT value FROM house WHERE key = ?').get(key) as { value: string } | undefined;
  if (row !== undefined) return row.value;
  const value = make();
  database.prepare('INSERT INTO house (key, value) VALUES (?, ?)').run(key, value);
  return value;
};

/** Moves what the WAL holds into the database file; called when nothing has been committed for a while. */
export const idleCheckpoint = (database: HouseDatabase): void => {
  database.pragma('wal_checkpoint(PASSIVE)');
};

/** Opens `leitai.db` in the folder. Throws DatabaseUnusable; nothing is changed then. */
export const openDatabase = (folder: string): OpenedDatabase => {
  mkdirSync(folder, { recursive: true });
  const lock = holdFolder(folder);
  const file = path.join(folder, 'leitai.db');
  let database: HouseDatabase | undefined;
  try {
    database = new Database(file);
    checkSound(database, file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // Checkpoints wait for a quiet moment (see idleCheckpoint): one in the middle of a burst costs more than the burst.
    database.pragma('wal_autocheckpoint = 20000');
    const fresh = (database.pragma('user_version', { simple: true }) as number) === 0;
    migrate(database);
    const epoch = houseValue(database, 'epoch', () => randomBytes(8).toString('hex'));
    const opened = database;
    return { database, file, epoch, fresh, close: () => { opened.close(); lock.close(); } };
  } catch (error) {
    database?.close();
    lock.close();
    throw error;
  }
};
