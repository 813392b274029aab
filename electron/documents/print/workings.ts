// The working of each contestant of a session, taken apart once for a document: tables, counts and balances of a sheet all read the same.
import { explain } from '../../../shared/arena/explain.ts';
import type { Working } from '../../../shared/arena/explainShape.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { Read } from './frame.ts';

const known = new WeakMap<Read, WeakMap<ArenaSession, Map<string, Working>>>();

const shelfOf = (session: ArenaSession, read: Read): Map<string, Working> => {
  const shelves = known.get(read) ?? new WeakMap<ArenaSession, Map<string, Working>>();
  const shelf = shelves.get(session) ?? new Map<string, Working>();
  known.set(read, shelves.set(session, shelf));
  return shelf;
};

/** What explain says of a contestant, by seat and without names. A session never changes: another state is another object. */
export const workingOf = (session: ArenaSession, id: string, read: Read): Working => {
  const shelf = shelfOf(session, read);
  const working = shelf.get(id) ?? explain({ session, contestant: id, read });
  shelf.set(id, working);
  return working;
};
