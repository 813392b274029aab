// Puts a verified backup in place of the database: the old file is kept aside, the restored one gets a new epoch, so that phones
// offer again what they hold a receipt for (design §1 item 4). Refuses a backup that does not verify. Leaving the sample puts it aside likewise.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isSound } from './integrity.ts';
import { DatabaseUnusable, holdFolder } from './open.ts';

/** Restores `backup` into the folder; refused as inUse while a host runs on it. Returns where the former database was put, if there was one. */
export const restoreDatabase = (folder: string, backup: string, wall: number): string | null => {
  const lock = holdFolder(folder);
  try {
    return replaceWith(folder, backup, wall);
  } finally {
    lock.close();
  }
};

const replaceWith = (folder: string, backup: string, wall: number): string | null => {
  if (!isReadableAndSound(backup)) throw new DatabaseUnusable('damaged', backup);
  const file = path.join(folder, 'leitai.db');
  const staged = `${file}.restoring`;
  rmSync(staged, { force: true });
  copyFileSync(backup, staged);
  const database = new Database(staged);
  database.prepare("DELETE FROM house WHERE key = 'epoch'").run();
  database.close();
  const aside = existsSync(file) ? asideOf(file, wall) : null;
  if (aside !== null) putAside(file, aside);
  for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true });
  renameSync(staged, file);
  return aside;
};

/** Puts a sample database aside, so that the next start makes an empty one; any other is left where it is. Returns where it was put. */
export const leaveSample = (folder: string, wall: number): string | null => {
  const file = path.join(folder, 'leitai.db');
  if (!existsSync(file)) return null;
  const lock = holdFolder(folder);
  try {
    if (!holdsSample(file)) return null;
    const aside = asideOf(file, wall);
    putAside(file, aside);
    return aside;
  } finally {
    lock.close();
  }
};

/** What cannot be read is no sample: the start that follows says what is wrong with it. */
const holdsSample = (file: string): boolean => {
  try {
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare("SELECT value FROM house WHERE key = 'sample'").get() !== undefined;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
};

const asideOf = (file: string, wall: number): string => `${file}.before-${new Date(wall).toISOString().replace(/\W/g, '')}`;

/** What is still in the WAL belongs to the file put aside; where that cannot be read any more, the WAL goes with it as it is. */
const putAside = (file: string, aside: string): void => {
  try {
    const former = new Database(file);
    try {
      former.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      former.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  renameSync(file, aside);
  for (const tail of ['-wal', '-shm']) if (existsSync(file + tail)) renameSync(file + tail, aside + tail);
};

const isReadableAndSound = (file: string): boolean => {
  try {
    return isSound(file);
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
};
