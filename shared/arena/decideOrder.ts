// 出场顺序: by lot, by hand, by an earlier ranking or in protocol order; and the secret a lot is committed to before a number is called.
import type { Decision } from '../kernel/decision.ts';
import { drawOrder, sha256Hex } from '../kernel/draw.ts';
import { done, refuse, type Result } from '../kernel/result.ts';
import type { InputOf } from './commands.ts';
import { happenWith, type InSession } from './deciding.ts';
import type { ArenaEvent } from './events.ts';
import { TRIAL, type ArenaSession } from './state.ts';

export function setOrder({ session, tools, facts }: InSession, input: InputOf<'session.order'>): Decision<ArenaEvent> {
  const ids = Object.keys(session.contestants).filter((id) => id !== TRIAL);
  if (ids.length === 0) return refuse('noContestants');
  const ordered = (order: readonly string[], seed: string | null): Decision<ArenaEvent> =>
    happenWith([{ name: 'orderSet', body: { session: session.id, order: [...order], method: input.method, seed, ...(input.method === 'draw' && session.rules.lot.called && input.called !== undefined ? { called: input.called } : {}) } }], { seed: seed ?? '' });
  if (input.method === 'draw') {
    const seed = lotSeed(session, tools.id(), input.called);
    return seed.ok ? ordered(drawnGroups(session, ids, seed.value), seed.value) : seed;
  }
  if (input.method === 'protocol') return ordered([...ids].sort((a, b) => (facts.units[a]?.order ?? 0) - (facts.units[b]?.order ?? 0)), null);
  const given = input.order ?? [];
  const complete = given.length === ids.length && new Set(given).size === ids.length && ids.every((id) => given.includes(id));
  return complete ? ordered(given, null) : refuse('orderIncomplete', { given: given.length, should: ids.length });
}

/** The seed of a lot: random, or the committed secret with the number called out behind it, as the rules say. */
const lotSeed = (session: ArenaSession, random: string, called: string | undefined): Result<string> => {
  if (!session.rules.lot.called) return done(random.slice(0, 8).toUpperCase());
  if (session.lot === null) return refuse('lotNotCommitted');
  if (session.orderCalled !== null) return refuse('alreadyDrawn');
  return called === undefined ? refuse('numberNotCalled') : done(`${session.lot.secret}+${called}`);
};

/** Lots by category: each category draws among its own, categories in the order of the rules. */
const drawnGroups = (session: ArenaSession, ids: readonly string[], seed: string): readonly string[] =>
  session.rules.lot.byCategory
    ? session.rules.categories.flatMap((category) => drawOrder(seed, ids.filter((id) => session.contestants[id]?.category === category.id)))
    : drawOrder(seed, ids);

/** The secret is fixed once, before any number is called; a new one would let somebody choose the order. */
export function commitLot({ session, tools }: InSession): Decision<ArenaEvent> {
  if (session.lot !== null && session.orderCalled === null) return refuse('lotCommitted');
  const secret = tools.id().slice(0, 16).toUpperCase();
  const commitment = sha256Hex(secret);
  return happenWith([{ name: 'lotCommitted', body: { session: session.id, secret, commitment } }], { commitment });
}
