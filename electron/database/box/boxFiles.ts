// The files of a box in the data folder: their names, durable writing, and erasing. It opens no database and knows no ballot.
// Erasing overwrites with zeros, syncs, then unlinks. That is best effort: a flash disk, a journalling or copying file system, a snapshot or
// swap may keep old blocks for a while; what is in them is ciphertext, and the one small file with the key is erased first.
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readdirSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

export type BoxFile = 'db' | 'key' | 'sealed' | 'sealed.partial';

/** A box cannot be used as asked; the code says why. */
export class BoxUnusable extends Error {
  readonly code: 'missing' | 'keyLost' | 'damaged' | 'sealed';
  constructor(code: BoxUnusable['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const NAME = /^box-([A-Za-z0-9_-]{1,64})\.(?:db|key|sealed|sealed\.partial)$/;
const ZEROS = Buffer.alloc(64 * 1024);

/** Where a file of a box lies. Throws on an id that is no plain name, because ids come from outside and end up in paths. */
export const boxPath = (folder: string, id: string, file: BoxFile): string => {
  if (!ID.test(id)) throw new RangeError(`not the id of a box: ${id}`);
  return path.join(folder, `box-${id}.${file}`);
};

/** Ids of all boxes of which anything lies in the folder, sorted. */
export const boxIds = (folder: string): readonly string[] =>
  [...new Set(readdirSync(folder).flatMap((name) => NAME.exec(name)?.[1] ?? []))].sort();

/** The database and whatever SQLite may keep beside it. */
export const databaseFiles = (folder: string, id: string): readonly string[] => {
  const file = boxPath(folder, id, 'db');
  return [`${file}-journal`, `${file}-wal`, `${file}-shm`, file];
};

/** Makes names that came or went in the folder durable; Windows has no such call and does it by itself. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const write = (handle: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
};

/** Writes a new file, readable by its owner only, and returns once it is on the disk. `at` is told when it is there, empty, and when it is full. */
export const writeDurably = (file: string, bytes: Uint8Array, at: (moment: 'begun' | 'full') => void = () => undefined): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    at('begun');
    write(handle, bytes);
    at('full');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const overwrite = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    for (let left = size; left > 0; left -= ZEROS.length) write(handle, ZEROS.subarray(0, Math.min(left, ZEROS.length)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Overwrites a file with zeros and removes it; one that is not there is no fault, because a kill may have come between. */
export const eraseFile = (file: string, overwritten: () => void = () => undefined): void => {
  if (!existsSync(file)) return;
  overwrite(file);
  overwritten();
  unlinkSync(file);
};
