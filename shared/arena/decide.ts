// What may happen in an arena session: routes a command to set-up, stage or scoring. Pure: clock, ids and words come in as tools,
// what the register and the journal know comes in as facts.
import type { Decision } from '../kernel/decision.ts';
import { refuse } from '../kernel/result.ts';
import type { ArenaCommand } from './commands.ts';
import { checkRules } from './checkRules.ts';
import { happen, happenWith, type Given, type InSession } from './deciding.ts';
import { nextRound } from './rounds.ts';
import type { ArenaEvent } from './events.ts';
import { decideSetUp } from './decideSetUp.ts';
import { decideStage } from './decideStage.ts';
import { decideScoring } from './decideScoring.ts';
import { defaultRules } from './defaultRules.ts';

const create = ({ tools, facts }: Given, input: Extract<ArenaCommand, { name: 'session.create' }>['input']): Decision<ArenaEvent> => {
  if (input.title === '') return refuse('nameEmpty', { what: 'title' });
  if (!facts.meetings.includes(input.meeting)) return refuse('unknownMeeting');
  const session = tools.id();
  return happenWith([{ name: 'sessionCreated', body: { session, meeting: input.meeting, title: tools.text(input.title), rules: input.rules ?? defaultRules } }], { session });
};

/** Rules that do not add up are not kept as a preset: the next one to take them would not know why. */
const savePreset = ({ tools }: Given, input: Extract<ArenaCommand, { name: 'preset.save' }>['input']): Decision<ArenaEvent> => {
  if (input.name === '') return refuse('nameEmpty', { what: 'preset' });
  const checked = checkRules(input.rules);
  if (!checked.ok) return checked;
  const preset = tools.id();
  return happenWith([{ name: 'presetSaved', body: { preset, name: tools.text(input.name), rules: input.rules } }], { preset });
};

/** Decides one arena command. The answer of session.create is {session}; of a late sheet {late: true}. */
export const decideArena = (given: Given, command: ArenaCommand): Decision<ArenaEvent> => {
  if (command.name === 'session.create') return create(given, command.input);
  if (command.name === 'preset.save') return savePreset(given, command.input);
  if (command.name === 'preset.remove') return given.state.presets[command.input.preset] === undefined ? refuse('unknownPreset') : happen({ name: 'presetRemoved', body: { preset: command.input.preset } });
  const session = given.state.sessions[command.input.session];
  if (session === undefined) return refuse('unknownSession');
  const inSession: InSession = { session, tools: given.tools, facts: given.facts };
  if (command.name === 'session.nextRound') return nextRound(inSession, command.input);
  return decideSetUp(inSession, command) ?? decideStage(inSession, command) ?? decideScoring(inSession, command) ?? refuse('unknownCommand', { name: command.name });
};
