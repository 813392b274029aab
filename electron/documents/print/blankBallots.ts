// 空白打分票: printed from the frozen rules and roster in the form that was chosen. It refuses a panel the rules do not know.
import { ballotsAllUnits } from './ballotAllUnits.ts';
import type { BallotsInput } from './ballotParts.ts';
import { ballotsPerContestant } from './ballotPerContestant.ts';

/** The blank ballots of a batch as one document. Every sheet names its batch and the fingerprint of the roster it was printed from. */
export const blankBallots = (input: BallotsInput): string => {
  const unknown = input.panels.find((id) => !input.session.rules.panels.some((panel) => panel.id === id));
  if (unknown !== undefined) throw new Error(`panel ${unknown} is not in the rules`);
  return input.form === 'perContestant' ? ballotsPerContestant(input) : ballotsAllUnits(input);
};
