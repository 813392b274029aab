// What one area needs to know of another when it decides, gathered here so that no area imports another.
import type { ArenaFacts } from '../../shared/arena/deciding.ts';
import { stageScene } from '../../shared/arena/scenes.ts';
import { refuse } from '../../shared/kernel/result.ts';
import type { MeetingCommand } from '../../shared/meeting/commands.ts';
import type { MeetingFacts } from '../../shared/meeting/decide.ts';
import { ruleSheetText } from '../documents/ruleSheet/ruleSheet.ts';
import type { HouseState } from './house.ts';

export const arenaFacts = (state: HouseState, heads: Readonly<Record<string, string>>): ArenaFacts => ({
  units: active(state.register.units), people: active(state.register.people), meetings: Object.keys(state.meeting.meetings), heads, ruleSheet: (rules) => ruleSheetText(rules, 'zh'),
  stations: Object.values(state.meeting.meetings).flatMap((meeting) => Object.values(meeting.stations).filter((station) => !station.removed && station.role === 'clerk').map((station) => station.seat)),
});
type Register = Readonly<Record<string, { readonly archived: boolean }>>;
const remembered = new WeakMap<Register, Register>();

/** Without the archived; made once for each state of the register, which every ballot of a burst shares. */
const active = <T extends { readonly archived: boolean }>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
  const known = remembered.get(all);
  if (known !== undefined) return known as Readonly<Record<string, T>>;
  const fresh = Object.fromEntries(Object.entries(all).filter(([, each]) => !each.archived));
  remembered.set(all, fresh);
  return fresh;
};

/** `picture` is computed only when a freeze asks for it. */
export const meetingFacts = (state: HouseState, command: MeetingCommand, picture: () => string): MeetingFacts => ({
  scene: command.name === 'air.show' ? sceneFact(state, command.input) : null,
  picture: command.name === 'air.freeze' ? picture() : '',
});

const sceneFact = (state: HouseState, input: Extract<MeetingCommand, { name: 'air.show' }>['input']): MeetingFacts['scene'] => {
  const session = input.item === null ? undefined : state.arena.sessions[input.item];
  if (session === undefined) return refuse('unknownItem');
  return session.meeting === input.meeting ? stageScene(session, input.scene, input.subject) : refuse('unknownItem');
};
