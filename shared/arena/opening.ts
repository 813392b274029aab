// Opening a scoring window: what must be confirmed first, and which recusals are recorded by rule.
import { done, refuse, type Result } from '../kernel/result.ts';
import type { ArenaEvent } from './events.ts';
import { recusalPlan } from './recusal.ts';
import type { ArenaSession } from './state.ts';

/** The events that open one window, or the recusals that must be confirmed first. Automatic recusals are recorded here. */
export const openingEvents = (session: ArenaSession, id: string): Result<readonly ArenaEvent[]> => {
  const { proposed, automatic, undecided } = recusalPlan(session, id);
  if (undecided) return refuse('recusalsUndecided', { contestant: id, count: proposed.length });
  const opened: ArenaEvent = { name: 'windowOpened', body: { session: session.id, contestant: id } };
  if (automatic.length === 0 || session.contestants[id]?.window.recusalsConfirmed === true) return done([opened]);
  return done([{ name: 'recusalsConfirmed', body: { session: session.id, contestant: id, judges: [...automatic] } }, opened]);
};
