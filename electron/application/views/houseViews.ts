// The desk's home and register.
import type { HomeView } from '../../../shared/contract/home.ts';
import { registerFingerprint } from '../../../shared/register/names.ts';
import { ordered } from '../../../shared/register/state.ts';
import type { RegisterView } from '../../../shared/register/views.ts';
import type { ViewContext } from './context.ts';

/** What home shows beside the journal: addresses, folder, backup, lock, windows. */
export type HomeParts = Pick<HomeView, 'rooms' | 'dataFolder' | 'version' | 'backup' | 'deskLocked' | 'windows' | 'integrity'> & { readonly createdAt: (session: string) => number };

export const homeView = (context: ViewContext, parts: HomeParts): HomeView => {
  const { createdAt, ...rest } = parts;
  const { language, theme, marking, address, pinHash } = context.settings;
  const onAir = context.state.meeting.meetings[context.state.meeting.onAir ?? '']?.air.show?.item;
  return {
    ...rest,
    sessions: Object.values(context.state.arena.sessions).map((session) => ({
      id: session.id, meeting: session.meeting, title: context.read(session.title), phase: session.phase, units: Object.keys(session.contestants).length, judges: session.judges.length,
      done: Object.values(session.contestants).filter((each) => each.window.phase === 'locked').length, onAir: session.id === onAir, createdAt: createdAt(session.id),
    })),
    units: Object.values(context.state.register.units).filter((unit) => !unit.archived).length, people: Object.values(context.state.register.people).filter((person) => !person.archived).length,
    settings: { language, theme, marking, address }, sample: context.sample, pinSet: pinHash !== '', projector: context.projector,
  };
};

const activeFirst = <T extends { readonly archived: boolean }>(all: readonly T[]): readonly T[] => [...all.filter((each) => !each.archived), ...all.filter((each) => each.archived)];

export const registerView = (context: ViewContext): RegisterView => {
  const { register } = context.state;
  return {
    fingerprint: registerFingerprint(register, context.read),
    units: activeFirst(ordered(register.units)).map((unit) => ({ id: unit.id, fullName: context.read(unit.fullName), shortName: context.read(unit.shortName), aliases: unit.aliases.map(context.read), kind: unit.kind, group: unit.group, archived: unit.archived })),
    people: activeFirst(ordered(register.people)).map((person) => ({ id: person.id, name: context.read(person.name), title: context.read(person.title), panel: person.panel, home: person.home, homeName: context.read(register.units[person.home ?? '']?.shortName ?? null), archived: person.archived })),
  };
};
