// Looks into a data folder's database through a read-only connection of its own, while a host may be using it.
import path from 'node:path';
import Database from 'better-sqlite3';
import type { JournalLine } from '../../shared/contract/journalLine.ts';

export const databaseFile = (folder: string): string => path.join(folder, 'leitai.db');

/** Runs one read on the folder's database. */
export const reading = <T>(folder: string, read: (database: Database.Database) => T): T => {
  const database = new Database(databaseFile(folder), { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
};

export const journalRows = (folder: string): readonly JournalLine[] => reading(folder, (database) => database.prepare('SELECT * FROM journal ORDER BY seq').all() as JournalLine[]);
export const journalCount = (folder: string): number => reading(folder, (database) => database.prepare('SELECT count(*) FROM journal').pluck().get() as number);
