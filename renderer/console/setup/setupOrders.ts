// The orders of set-up that are sent in more than one place: defaults of a new session, and ready-and-start in one press.
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import type { RegisterView } from '../../../shared/register/views.ts';
import type { Order } from '../host.ts';
import { assignPanels, trimFor } from './panels.ts';

export const activeUnits = (register: RegisterView): RegisterView['units'] => register.units.filter((unit) => !unit.archived);
export const activePeople = (register: RegisterView): RegisterView['people'] => register.people.filter((person) => !person.archived);

/**
 * What a new session starts with: all units in protocol order, all people as judges of the sample rules' one panel.
 * A panel of fewer than five trims nobody (the sample's 1 + 1 could give no result); the rules page shows it all.
 */
export const defaultOrders = (session: string, register: RegisterView): readonly Order[] => {
  const units = activeUnits(register);
  const people = activePeople(register);
  const panels = defaultRules.panels.map((panel) => (people.length > 0 && people.length < panel.minimum ? { ...panel, ...trimFor(people.length) } : panel));
  const { judges } = assignPanels(people, panels);
  return [
    ...(panels.every((panel, at) => panel === defaultRules.panels[at]) ? [] : [{ name: 'session.rules' as const, input: { session, rules: { ...defaultRules, panels } } }]),
    ...(units.length === 0 ? [] : contestantOrders(session, units.map((unit) => unit.id))),
    ...(judges.length === 0 ? [] : [{ name: 'session.judges' as const, input: { session, judges: [...judges] } }]),
  ];
};

/** Choosing units ends the order that was set, so the protocol order is set again at once. */
export const contestantOrders = (session: string, contestants: readonly string[]): readonly Order[] => [
  { name: 'session.contestants', input: { session, contestants: [...contestants] } },
  ...(contestants.length === 0 ? [] : [{ name: 'session.order' as const, input: { session, method: 'protocol' as const } }]),
];

export const startOrders = (session: Pick<SessionView, 'session' | 'phase'>): readonly Order[] => {
  const input = { session: session.session };
  const start: Order = { name: 'session.start', input };
  return session.phase === 'setup' ? [{ name: 'session.ready', input }, start] : session.phase === 'ready' ? [start] : [];
};

/** Categories by the register's group or kind where one is called the same. Example: group 县区 and a category 县区. Units without a match are left out. */
export const categoriesByLabel = (units: readonly { readonly id: string; readonly group: string; readonly kind: string }[], categories: readonly { readonly id: string; readonly name: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(units.flatMap((unit) => {
    const found = categories.find((each) => each.name === unit.group.trim()) ?? categories.find((each) => each.name === unit.kind.trim());
    return found === undefined ? [] : [[unit.id, found.id]];
  }));
