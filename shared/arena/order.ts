// Who is running and in which place: the speaking order without those who withdrew or forfeited, and the batches it falls into.
import type { ArenaSession, Contestant } from './state.ts';

/** The contestants still in the contest, in speaking order. */
export const running = (session: ArenaSession): readonly Contestant[] =>
  session.order.flatMap((id) => session.contestants[id] ?? []).filter((contestant) => contestant.stage !== 'withdrawn' && contestant.stage !== 'forfeited');

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

/**
 * The contestants whose windows open together with this one, or null where a window opens with its own contestant: batches of k, or under 定调
 * the first k; from k + 1 on nobody waits for anybody.
 */
export const togetherWith = (session: ArenaSession, id: string): readonly Contestant[] | null => {
  const rule = session.rules.windows;
  if (rule.policy === 'batch') return batchOf(session, id, rule.size);
  if (rule.policy !== 'calibration') return null;
  const first = running(session).slice(0, rule.size);
  return first.some((each) => each.id === id) ? first : null;
};
