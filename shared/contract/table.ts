// The one table: which command and view exists, for which role, on which listener. Generated into the docs, walked by the hostile tests.
import * as z from 'zod/mini';
import { arenaCommands } from '../arena/commands.ts';
import { batchViewSchema, mySheetViewSchema, paperViewSchema, presetsViewSchema, resultViewSchema, reviewViewSchema, seatViewSchema, sessionViewSchema, windowViewSchema, workingViewSchema } from '../arena/views.ts';
import { ROLES, type CommandSpec, type Role } from '../kernel/decision.ts';
import { idField } from '../kernel/fields.ts';
import { meetingCommands } from '../meeting/commands.ts';
import { airViewSchema, seatsViewSchema, stageTimerViewSchema, wallViewSchema } from '../meeting/views.ts';
import { registerCommands } from '../register/commands.ts';
import { registerViewSchema } from '../register/views.ts';
import { homeViewSchema } from './home.ts';
import { localCommands } from './local.ts';
import { stationViewSchema } from './station.ts';

export type Listener = 'desk' | 'room';
export type Area = 'arena' | 'meeting' | 'register' | 'local';

/** Where a role may connect. A host never exists on the room listener; `system` on none: it is the house's own reactions. */
export const LISTENERS: Readonly<Record<Role, readonly Listener[]>> = {
  host: ['desk'], clerk: ['desk', 'room'], supervisor: ['desk', 'room'], prompter: ['desk', 'room'], screen: ['desk', 'room'], judge: ['room'], system: [],
};

const AREAS: Readonly<Record<Area, Readonly<Record<string, CommandSpec>>>> = { arena: arenaCommands, meeting: meetingCommands, register: registerCommands, local: localCommands };

export interface CommandEntry extends CommandSpec { readonly name: string; readonly area: Area }
/** Every command by name. */
export const COMMANDS: ReadonlyMap<string, CommandEntry> = new Map(
  (Object.keys(AREAS) as Area[]).flatMap((area) => Object.entries(AREAS[area]).map(([name, spec]) => [name, { ...spec, name, area }] as const)),
);

export interface ViewEntry { readonly name: string; readonly params: z.ZodMiniType<Readonly<Record<string, string>>>; readonly data: z.ZodMiniType; readonly roles: readonly Role[] }
const none = z.strictObject({});
const ofSession = z.strictObject({ session: idField });
const ofMeeting = z.strictObject({ meeting: idField });
const inWindow = z.strictObject({ session: idField, contestant: idField });
const HOST: readonly Role[] = ['host'];
const VIEW_LIST: readonly ViewEntry[] = [
  { name: 'home', params: none, data: homeViewSchema, roles: HOST },
  { name: 'register', params: none, data: registerViewSchema, roles: HOST },
  { name: 'session', params: ofSession, data: sessionViewSchema, roles: HOST },
  { name: 'window', params: inWindow, data: windowViewSchema, roles: HOST },
  { name: 'result', params: ofSession, data: resultViewSchema, roles: HOST },
  { name: 'working', params: inWindow, data: workingViewSchema, roles: HOST },
  { name: 'paper', params: ofSession, data: paperViewSchema, roles: HOST },
  { name: 'review', params: ofSession, data: reviewViewSchema, roles: HOST },
  { name: 'presets', params: none, data: presetsViewSchema, roles: HOST },
  { name: 'batch', params: z.union([z.strictObject({ session: idField, batch: idField }), z.strictObject({ session: idField, batch: idField, voter: idField })]), data: batchViewSchema, roles: ['host', 'clerk', 'supervisor'] },
  { name: 'air', params: ofMeeting, data: airViewSchema, roles: HOST },
  { name: 'preview', params: z.strictObject({ session: idField, scene: z.string().check(z.maxLength(20)), subject: z.union([idField, z.literal('')]), step: z.string().check(z.regex(/^\d{1,3}$/)) }), data: wallViewSchema, roles: HOST },
  { name: 'seats', params: ofMeeting, data: seatsViewSchema, roles: HOST },
  { name: 'wall', params: none, data: wallViewSchema, roles: ['screen'] },
  { name: 'stageTimer', params: none, data: stageTimerViewSchema, roles: ['screen'] },
  { name: 'station', params: none, data: stationViewSchema, roles: ['clerk', 'supervisor'] },
  { name: 'seat', params: none, data: seatViewSchema, roles: ['judge'] },
  { name: 'mySheet', params: inWindow, data: mySheetViewSchema, roles: ['judge'] },
];
/** Every view by name. */
export const VIEWS: ReadonlyMap<string, ViewEntry> = new Map(VIEW_LIST.map((view) => [view.name, view]));

/** Whether a role may send a command on a listener. */
export const maySend = (role: Role, listener: Listener, command: CommandEntry): boolean => LISTENERS[role].includes(listener) && command.roles.includes(role);
/** Whether a role may see a view on a listener. */
export const maySee = (role: Role, listener: Listener, view: ViewEntry): boolean => LISTENERS[role].includes(listener) && view.roles.includes(role);

/** The table as rows {kind, name, role, listener}, for docs and tests. */
export const permissionRows = (): readonly { readonly kind: 'command' | 'view'; readonly name: string; readonly role: Role; readonly listener: Listener }[] =>
  ROLES.flatMap((role) => LISTENERS[role].flatMap((listener) => [
    ...[...COMMANDS.values()].filter((command) => maySend(role, listener, command)).map(({ name }) => ({ kind: 'command' as const, name, role, listener })),
    ...[...VIEWS.values()].filter((view) => maySee(role, listener, view)).map(({ name }) => ({ kind: 'view' as const, name, role, listener })),
  ]));
