// Bonuses, penalties and the clock's proposals: the app proposes, the host confirms or waives with a reason. What is locked is not touched.
import type { Decision } from '../kernel/decision.ts';
import { compare, decimal, ZERO } from '../kernel/fraction.ts';
import { refuse } from '../kernel/result.ts';
import { timeProposal, type TimeProposal } from './adjusting.ts';
import type { ArenaCommand } from './commands.ts';
import { happen, happenWith, type InSession } from './deciding.ts';
import type { ArenaEvent, BodyOf } from './events.ts';
import type { ArenaSession, Contestant } from './state.ts';

type Phase = 'speech' | 'questions';
export interface Proposal extends TimeProposal { readonly phase: Phase; /** Counted over a restart: the host must look. */ readonly uncertain: boolean }

/** What the clock proposes for a contestant, phase by phase, with what is settled left out. */
export const proposals = (session: ArenaSession, contestant: Contestant): readonly Proposal[] =>
  (['speech', 'questions'] as const).flatMap((phase) => {
    const spoken = contestant.spoken[phase];
    if (spoken === undefined || contestant.timeSettled.includes(phase) || (session.timer?.contestant === contestant.id && session.timer.startedAt !== null)) return [];
    const proposal = timeProposal(session.rules, phase, spoken.elapsed);
    return proposal === null ? [] : [{ ...proposal, phase, uncertain: spoken.uncertain }];
  });

/** The first proposal that still waits for the host, if any: it stands between the window and its check. */
export const undecidedTime = (session: ArenaSession, contestant: Contestant): Proposal | null => proposals(session, contestant)[0] ?? null;

/** Decides a command about bonuses, penalties or the clock's proposals; undefined for any other. */
export function decideAdjusting(given: InSession, contestant: Contestant, command: ArenaCommand): Decision<ArenaEvent> | undefined {
  const { session, tools } = given;
  const body = { session: session.id, contestant: contestant.id };
  const unlocked = (then: () => Decision<ArenaEvent>): Decision<ArenaEvent> => (contestant.window.phase === 'locked' ? refuse('scoringClosed', { contestant: contestant.id }) : then());
  switch (command.name) {
    case 'adjustment.make': return unlocked(() => {
      const { kind, amount, reason } = command.input;
      if (!session.rules.adjustments.some((each) => each.id === kind)) return refuse('unknownAdjustment', { kind });
      return make(given, { ...body, kind, amount, phase: null, seconds: null, reason: tools.text(reason) });
    });
    case 'adjustment.remove': return unlocked(() => (contestant.window.adjustments.some((each) => each.adjustment === command.input.adjustment)
      ? happen({ name: 'adjustmentRemoved', body: { ...body, adjustment: command.input.adjustment, reason: tools.text(command.input.reason) } })
      : refuse('unknownAdjustment', { kind: command.input.adjustment })));
    case 'penalty.confirm': return unlocked(() => confirm(given, contestant, command.input));
    case 'penalty.waive': return unlocked(() => (proposals(session, contestant).some((each) => each.phase === command.input.phase)
      ? happen({ name: 'penaltyWaived', body: { ...body, phase: command.input.phase, reason: tools.text(command.input.reason) } }) : refuse('nothingToDecide')));
    default: return undefined;
  }
}

/** Amounts are positive in their own scale; the kind says whether they are put on or taken off. */
function make({ tools }: InSession, body: Omit<BodyOf<'adjustmentMade'>, 'adjustment'>): Decision<ArenaEvent> {
  if (compare(decimal(body.amount), ZERO) <= 0) return refuse('markMalformed', { criterion: body.kind, mark: body.amount });
  const adjustment = tools.id();
  return happenWith([{ name: 'adjustmentMade', body: { ...body, adjustment } }], { adjustment });
}

function confirm(given: InSession, contestant: Contestant, input: Extract<ArenaCommand, { name: 'penalty.confirm' }>['input']): Decision<ArenaEvent> {
  const proposed = proposals(given.session, contestant).find((each) => each.phase === input.phase);
  if (proposed === undefined) return refuse('nothingToDecide');
  const words = input.reason.trim();
  // The host's own figure instead of the clock's needs its reason.
  if (input.amount !== proposed.amount && words === '') return refuse('nameEmpty', { what: 'reason' });
  return make(given, {
    session: given.session.id, contestant: contestant.id, kind: 'time', amount: input.amount, phase: input.phase, seconds: proposed.seconds,
    reason: words === '' ? null : given.tools.text(words),
  });
}
