// Puts a verified backup in place of the database: the old file is kept aside, the restored one gets a new epoch, so that phones
// offer again what they hold a receipt for (design §1 item 4). Refuses a backup that does not verify.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isSound } from './backup.ts';
import { DatabaseUnusable } from './open.ts';

/** Restores `backup` into the folder; no host may be running on it. Returns where the former database was put, if there was one. */
export const restoreDatabase = (folder: string, backup: string, wall: number): string | null => {
  if (!isSound(backup)) throw new DatabaseUnusable('damaged', backup);
  const file = path.join(folder, 'leitai.db');
  const staged = `${file}.restoring`;
  rmSync(staged, { force: true });
  copyFileSync(backup, staged);
  const database = new Database(staged);
  database.prepare("DELETE FROM house WHERE key = 'epoch'").run();
  database.close();
  const aside = existsSync(file) ? `${file}.before-${new Date(wall).toISOString().replace(/\W/g, '')}` : null;
  if (aside !== null) {
    // What is still in the WAL belongs to the file put aside.
    const former = new Database(file);
    former.pragma('wal_checkpoint(TRUNCATE)');
    former.close();
    renameSync(file, aside);
  }
  for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true });
  renameSync(staged, file);
  return aside;
};
