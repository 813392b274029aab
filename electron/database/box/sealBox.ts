// Seals a box: the ballots, sorted by content, go into a new file; once that is on the disk under its name and was read back, the key and then
// the old database are erased. Killed at any instant, the next call goes on from what is there. Anonymity is promised of what it leaves:
// count, root and bodies. It appends nothing to the journal; the caller does, and then discards the sealed file.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { BoxUnusable, boxPath, databaseFiles, eraseFile, syncFolder, writeDurably } from './boxFiles.ts';
import { openStore } from './boxStore.ts';
import { readSealedText, sealedText, type SealedBallots } from './sealedFile.ts';

/** The instants of a sealing, in order; tests die at each. */
export const SEALING = ['read', 'begun', 'full', 'synced', 'renamed', 'durable', 'checked', 'keyOverwritten', 'keyErased', 'databaseOverwritten', 'databaseErased', 'done'] as const;
export type SealingStep = (typeof SEALING)[number];
export interface SealingHooks { readonly step?: (step: SealingStep) => void }

const readBodies = (folder: string, id: string): readonly string[] => {
  const store = openStore(folder, id);
  try {
    const bodies = store.ballots.texts();
    // Both are written in one transaction: anything else is not our work, and sealing it would hide that.
    if (bodies.length !== store.seats.count()) throw new BoxUnusable('damaged', `${bodies.length} ballots of ${store.seats.count()} seats in ${id}`);
    return bodies;
  } finally {
    store.close();
  }
};

const writeSealed = (folder: string, id: string, step: (step: SealingStep) => void): void => {
  const [partial, sealed] = [boxPath(folder, id, 'sealed.partial'), boxPath(folder, id, 'sealed')];
  const text = sealedText(readBodies(folder, id));
  step('read');
  try {
    writeDurably(partial, Buffer.from(text, 'utf8'), step);
    step('synced');
    renameSync(partial, sealed);
  } catch (error) {
    // A full disk leaves the box as it was, open for the next try.
    rmSync(partial, { force: true });
    throw error;
  }
  step('renamed');
};

const eraseOpen = (folder: string, id: string, step: (step: SealingStep) => void): void => {
  eraseFile(boxPath(folder, id, 'key'), () => step('keyOverwritten'));
  syncFolder(folder);
  step('keyErased');
  for (const file of databaseFiles(folder, id)) eraseFile(file, () => step('databaseOverwritten'));
  syncFolder(folder);
  step('databaseErased');
};

/** Seals the box, or goes on with a sealing that was cut off; of a sealed box it gives the same answer again. Throws BoxUnusable, and then nothing is erased. */
export const sealBox = (folder: string, id: string, { step = () => undefined }: SealingHooks = {}): SealedBallots => {
  if (!existsSync(boxPath(folder, id, 'sealed'))) writeSealed(folder, id, step);
  syncFolder(folder);
  step('durable');
  const sealed = sealedBox(folder, id);
  step('checked');
  eraseOpen(folder, id, step);
  step('done');
  return sealed;
};

/** Reads a sealed box back. Throws BoxUnusable when there is none, or when its count, order or root do not hold. */
export const sealedBox = (folder: string, id: string): SealedBallots => {
  const file = boxPath(folder, id, 'sealed');
  if (!existsSync(file)) throw new BoxUnusable('missing', file);
  const sealed = readSealedText(readFileSync(file, 'utf8'));
  if (sealed === null) throw new BoxUnusable('damaged', file);
  return sealed;
};

/** Removes the sealed file, once the journal holds the ballots; twice is as good as once. Throws while anything of the open box is left. */
export const discardSealed = (folder: string, id: string): void => {
  const left = [boxPath(folder, id, 'key'), ...databaseFiles(folder, id)].find((file) => existsSync(file));
  if (left !== undefined) throw new Error(`not wholly sealed: ${left}`);
  rmSync(boxPath(folder, id, 'sealed'), { force: true });
  syncFolder(folder);
};
