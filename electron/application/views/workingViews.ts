// 算给你看 and the paper desk, for the host alone: one contestant's score taken apart with its judges by name, and what every panel has at hand.
import { explain } from '../../../shared/arena/explain.ts';
import { panelsDue, panelsFor, windowPhase } from '../../../shared/arena/missing.ts';
import type { ArenaSession, Contestant } from '../../../shared/arena/state.ts';
import type { PaperView, WorkingView } from '../../../shared/arena/views.ts';
import type { ViewContext } from './context.ts';
import { panelAtHand } from './windowViews.ts';

/** Topic `working`; null for a contestant the session does not have. */
export const workingView = (context: ViewContext, session: ArenaSession, contestant: string): WorkingView | null =>
  session.contestants[contestant] === undefined ? null : { session: session.id, working: explain({ session, contestant, read: context.read, names: true }) };

const dues = (session: ArenaSession, contestant: Contestant): ReadonlyMap<string, PaperView['panels'][number]['rows'][number]['due']> =>
  new Map(panelsDue(session, contestant).map((each) => [each.panel.id, each.why]));

/** Topic `paper`: contestants who run, in speaking order. */
export const paperView = (context: ViewContext, session: ArenaSession): PaperView => {
  const running = session.order.flatMap((id) => session.contestants[id] ?? []).filter(({ stage }) => stage !== 'withdrawn' && stage !== 'forfeited');
  const known = running.map((contestant) => ({ contestant, phase: windowPhase(session, contestant), due: dues(session, contestant), panels: panelsFor(session, contestant) }));
  return {
    session: session.id,
    panels: session.rules.panels.map((panel) => ({
      panel: panel.id,
      rows: known.filter((each) => each.panels.includes(panel)).map(({ contestant, phase, due }) => ({ contestant: contestant.id, phase, ...panelAtHand(context, session, { contestant, panel, due: due.get(panel.id) ?? null }) })),
    })),
  };
};
