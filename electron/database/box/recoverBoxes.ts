// What the boxes in a data folder are after a start: open, sealed, or unusable. A sealing that was cut off is finished here.
// It judges one box at a time: an unusable one does not keep the others from being used, and nothing of it is touched.
import { existsSync } from 'node:fs';
import { BoxUnusable, boxIds, boxPath } from './boxFiles.ts';
import { openStore } from './boxStore.ts';
import { sealBox } from './sealBox.ts';

export type BoxFound =
  | { readonly id: string; readonly state: 'open'; readonly count: number }
  | { readonly id: string; readonly state: 'sealed'; readonly count: number; readonly root: string }
  | { readonly id: string; readonly state: 'unusable'; readonly why: BoxUnusable['code'] };

const openCount = (folder: string, id: string): number => {
  const store = openStore(folder, id);
  try {
    return store.ballots.count();
  } finally {
    store.close();
  }
};

const find = (folder: string, id: string): BoxFound => {
  const sealingBegan = (['sealed', 'sealed.partial'] as const).some((file) => existsSync(boxPath(folder, id, file)));
  if (!sealingBegan) return { id, state: 'open', count: openCount(folder, id) };
  const { count, root } = sealBox(folder, id);
  return { id, state: 'sealed', count, root };
};

/** Every box of the folder by id. To be called once at start, before any box is opened; what is sealed waits for `boxSealed` and `discardSealed`. */
export const recoverBoxes = (folder: string): readonly BoxFound[] =>
  boxIds(folder).map((id) => {
    try {
      return find(folder, id);
    } catch (error) {
      if (!(error instanceof BoxUnusable)) throw error;
      return { id, state: 'unusable', why: error.code };
    }
  });
