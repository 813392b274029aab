// 回避: whom the rules propose to recuse from a contestant, and whether somebody still has to confirm it.
import { judgesFor } from './missing.ts';
import type { ArenaSession } from './state.ts';

export interface RecusalPlan {
  /** Judges whose home unit is on stage, unless their panel's policy is "never". */
  readonly proposed: readonly string[];
  /** Those of them recused by rule without a tap. */
  readonly automatic: readonly string[];
  /** Somebody must confirm before scoring opens. */
  readonly undecided: boolean;
}

/** Proposed recusals by panel policy (domain.md §2.2). Overseeing a unit (分管) alone never recuses. */
export const recusalPlan = (session: ArenaSession, contestant: string): RecusalPlan => {
  const policies = new Map(session.rules.panels.map((panel) => [panel.id, panel.recusal]));
  const asked = session.contestants[contestant];
  const expected = asked === undefined ? [] : judgesFor(session, asked);
  const concerned = expected.filter((judge) => judge.home === contestant && policies.get(judge.panel) !== 'never');
  const automatic = concerned.filter((judge) => policies.get(judge.panel) === 'automatic').map((judge) => judge.id);
  const confirmed = session.contestants[contestant]?.window.recusalsConfirmed === true;
  return { proposed: concerned.map((judge) => judge.id), automatic, undecided: !confirmed && automatic.length < concerned.length };
};
