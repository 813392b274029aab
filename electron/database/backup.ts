// Backups through a connection of their own, counted only after being opened and verified (design §1 item 5). N are kept.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isSound } from './integrity.ts';

export interface BackupDone { readonly file: string; readonly at: number; readonly ok: boolean }

const stamp = (wall: number): string => new Date(wall).toISOString().replace(/[-:]/g, '').replace('T', '-').replace('.', '').slice(0, 18);

/** A backup is one file: without the WAL mode it was copied with, so that it can be carried away by itself. */
const standAlone = (file: string): void => {
  const copy = new Database(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
};

const soundHere = async (file: string): Promise<boolean> => Promise.resolve(isSound(file));

/** Copies the database into `<folder>/leitai-<time>.db`, verifies the copy and removes the oldest beyond `keep`. */
export const backupDatabase = async (given: { readonly source: string; readonly folder: string; readonly keep: number; readonly wall: number; /** Another place for the check than this thread. */ readonly check?: (file: string) => Promise<boolean> }): Promise<BackupDone> => {
  mkdirSync(given.folder, { recursive: true });
  const file = path.join(given.folder, `leitai-${stamp(given.wall)}.db`);
  const partial = `${file}.partial`;
  const source = new Database(given.source, { readonly: true });
  try {
    await source.backup(partial);
  } finally {
    source.close();
  }
  standAlone(partial);
  if (!(await (given.check ?? soundHere)(partial))) {
    rmSync(partial, { force: true });
    return { file, at: given.wall, ok: false };
  }
  renameSync(partial, file);
  const kept = readdirSync(given.folder).filter((name) => /^leitai-[\d-]+\.db$/.test(name)).sort().reverse();
  for (const name of kept.slice(given.keep)) rmSync(path.join(given.folder, name), { force: true });
  return { file, at: given.wall, ok: true };
};
