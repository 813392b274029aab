// Opening a scoring window: which recusals must be confirmed first, and which are recorded by rule.
import { done, refuse, type Result } from '../kernel/result.ts';
import type { ArenaEvent } from './events.ts';
import { proposedRecusals } from './missing.ts';
import type { ArenaSession } from './state.ts';

/** The events that open one window, or the recusals that must be confirmed first. Automatic recusals are recorded here. */
export const openingEvents = (session: ArenaSession, id: string): Result<readonly ArenaEvent[]> => {
  const window = session.contestants[id]?.window;
  const proposed = proposedRecusals(session, id);
  const opened: ArenaEvent = { name: 'windowOpened', body: { session: session.id, contestant: id } };
  if (window?.recusalsConfirmed === true || proposed.length === 0) return done([opened]);
  const automatic = proposed.filter((judge) => panelPolicy(session, judge) === 'automatic');
  if (automatic.length < proposed.length) return refuse('recusalsUndecided', { contestant: id, count: proposed.length });
  return done([{ name: 'recusalsConfirmed', body: { session: session.id, contestant: id, judges: automatic } }, opened]);
};

const panelPolicy = (session: ArenaSession, judge: string): string | undefined => {
  const panel = session.judges.find((each) => each.id === judge)?.panel;
  return session.rules.panels.find((each) => each.id === panel)?.recusal;
};
