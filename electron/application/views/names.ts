// Names as they were frozen with a session, or as the register has them during set-up.
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { ViewContext } from './context.ts';

/** The name of a contestant as frozen, or as the register has it now during set-up. */
export const contestantName = (context: ViewContext, session: ArenaSession, id: string): string =>
  context.read(session.contestants[id]?.shortName ?? context.state.register.units[id]?.shortName ?? null);
export const contestantFullName = (context: ViewContext, session: ArenaSession, id: string): string =>
  context.read(session.contestants[id]?.name ?? context.state.register.units[id]?.fullName ?? null);
export const judgeName = (context: ViewContext, session: ArenaSession, id: string): string => {
  const judge = session.judges.find((each) => each.id === id);
  return context.read(judge?.name ?? context.state.register.people[id]?.name ?? null);
};
