// The state of the whole house as the journal has made it, and how one journal row changes it.
import { arenaEvents, type ArenaEvent } from '../../shared/arena/events.ts';
import { evolveArena } from '../../shared/arena/evolve.ts';
import { raiseRules } from '../../shared/arena/raiseRules.ts';
import { emptyArena, type ArenaState } from '../../shared/arena/state.ts';
import type { JournalLine } from '../../shared/contract/journalLine.ts';
import { meetingEvents, type MeetingEvent } from '../../shared/meeting/events.ts';
import { evolveMeetings } from '../../shared/meeting/evolve.ts';
import { emptyMeetings, type MeetingState } from '../../shared/meeting/state.ts';
import { registerEvents, type RegisterEvent } from '../../shared/register/events.ts';
import { evolveRegister } from '../../shared/register/evolve.ts';
import { emptyRegister, type RegisterState } from '../../shared/register/state.ts';

export interface HouseState { readonly arena: ArenaState; readonly meeting: MeetingState; readonly register: RegisterState }
export const emptyHouse: HouseState = { arena: emptyArena, meeting: emptyMeetings, register: emptyRegister };

export type HouseEvent =
  | { readonly area: 'arena'; readonly event: ArenaEvent }
  | { readonly area: 'meeting'; readonly event: MeetingEvent }
  | { readonly area: 'register'; readonly event: RegisterEvent };

/** Newest version of every event this program writes; older rows are raised by upcasters, newer ones refused. */
export const EVENT_VERSION = 2;
const AREAS = { arena: arenaEvents, meeting: meetingEvents, register: registerEvents } as const;

/** Version 2 gave the rules more than one ballot; every body that carries rules is raised. */
const raised = (line: Pick<JournalLine, 'area' | 'version'>, body: Record<string, unknown>): Record<string, unknown> =>
  line.area === 'arena' && line.version < 2 && body['rules'] !== undefined ? { ...body, rules: raiseRules(body['rules']) } : body;

/** Raises a stored row to today's shape. Throws on an event from a newer program. */
export const eventOf = (line: Pick<JournalLine, 'area' | 'name' | 'version' | 'body'>): HouseEvent => {
  const known = line.area in AREAS && line.name in AREAS[line.area as keyof typeof AREAS];
  if (!known || line.version > EVENT_VERSION) throw new Error(`event ${line.area}.${line.name} version ${line.version} is of a newer program`);
  return { area: line.area, event: { name: line.name, body: raised(line, JSON.parse(line.body) as Record<string, unknown>) } } as HouseEvent;
};

/** Applies one event to the house. */
export const evolveHouse = (state: HouseState, happened: HouseEvent, recorded: { readonly wall: number; readonly device: string }): HouseState => {
  switch (happened.area) {
    case 'arena': return { ...state, arena: evolveArena(state.arena, happened.event, recorded) };
    case 'meeting': return { ...state, meeting: evolveMeetings(state.meeting, happened.event) };
    case 'register': return { ...state, register: evolveRegister(state.register, happened.event) };
  }
};

/** One chain per meeting, one for the register and one for the presets (design §1 item 1). */
export const chainOf = (state: HouseState, { area, event }: HouseEvent): string => {
  if (area === 'register') return 'register';
  if (area === 'meeting') return event.body.meeting;
  if (event.name === 'presetSaved' || event.name === 'presetRemoved') return 'presets';
  return event.name === 'sessionCreated' ? event.body.meeting : (state.arena.sessions[event.body.session]?.meeting ?? 'unknown');
};
