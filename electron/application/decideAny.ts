// Routes a parsed command to its area's `decide` with the facts it needs. The only place that knows all areas' deciders.
import type { ArenaCommand } from '../../shared/arena/commands.ts';
import { decideArena } from '../../shared/arena/decide.ts';
import type { Area } from '../../shared/contract/table.ts';
import type { Decided, Tools } from '../../shared/kernel/decision.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { MeetingCommand } from '../../shared/meeting/commands.ts';
import { decideMeeting } from '../../shared/meeting/decide.ts';
import type { RegisterCommand } from '../../shared/register/commands.ts';
import { decideRegister } from '../../shared/register/decide.ts';
import { arenaFacts, meetingFacts } from './facts.ts';
import type { HouseEvent, HouseState } from './house.ts';

export interface DecideContext {
  readonly state: HouseState;
  readonly tools: Tools;
  readonly heads: () => Readonly<Record<string, string>>;
  readonly wallPicture: (state: HouseState) => string;
}
export interface ParsedCommand { readonly area: Exclude<Area, 'local'>; readonly name: string; readonly input: unknown }

/** Decides any journalled command; the casts are safe because dispatch has parsed the input with this command's schema. */
export const decideAny = (context: DecideContext, { area, name, input }: ParsedCommand): Result<Decided<HouseEvent>> => {
  const { state, tools } = context;
  switch (area) {
    case 'arena': return labelled('arena', decideArena({ state: state.arena, tools, facts: arenaFacts(state, name === 'session.finalise' ? context.heads() : {}) }, { name, input } as ArenaCommand));
    case 'meeting': {
      const command = { name, input } as MeetingCommand;
      return labelled('meeting', decideMeeting({ state: state.meeting, tools, facts: meetingFacts(state, command, () => context.wallPicture(state)) }, command));
    }
    case 'register': return labelled('register', decideRegister({ state: state.register, tools }, { name, input } as RegisterCommand));
  }
};

const labelled = <E extends HouseEvent['event']>(area: HouseEvent['area'], decision: Result<Decided<E>>): Result<Decided<HouseEvent>> =>
  decision.ok ? { ok: true, value: { ...decision.value, events: decision.value.events.map((event) => ({ area, event }) as unknown as HouseEvent) } } : decision;
