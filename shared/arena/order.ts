// Who is running and in which place: the speaking order without withdrawn contestants, and the batches it falls into.
import type { ArenaSession, Contestant } from './state.ts';

/** The contestants still in the contest, in speaking order. */
export const running = (session: ArenaSession): readonly Contestant[] =>
  session.order.flatMap((id) => session.contestants[id] ?? []).filter((contestant) => contestant.stage !== 'withdrawn');

/** n of N in the speaking order, withdrawn contestants left out; order 0 for one who is not running. */
export const position = (session: ArenaSession, id: string): { readonly order: number; readonly of: number } => {
  const all = running(session);
  return { order: all.findIndex((contestant) => contestant.id === id) + 1, of: all.length };
};

/** The contestants scored together with this one under "a batch of k": places 1…k, k+1…2k and so on. */
export const batchOf = (session: ArenaSession, id: string, size: number): readonly Contestant[] => {
  const all = running(session);
  const first = Math.floor(all.findIndex((contestant) => contestant.id === id) / size) * size;
  return all.slice(first, first + size);
};
