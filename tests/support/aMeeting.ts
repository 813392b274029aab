// A meeting ready to score, made through a desk's own commands: register, session, cards, live. Names are 示例 and numbered from 1.
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import type { SeatsView } from '../../shared/meeting/views.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import type { WireClient } from './wireClient.ts';

/** The sample rules with nothing dropped and one sheet enough, so that a test may use any number of judges. */
export const plainRules: Rules = { ...defaultRules, panels: defaultRules.panels.map((panel) => ({ ...panel, dropHighest: 0, dropLowest: 0, minimum: 1 })) };
/** Every window is open from the start. */
export const wholeSession: Rules = { ...plainRules, windows: { policy: 'wholeSession' } };
/** A full sheet under the sample rules: 93.5. */
export const fullMarks: Readonly<Record<string, string>> = { c1: '28.5', c2: '18', c3: '19', c4: '23.5', c5: '4.5' };

export interface HeldCard { readonly seat: string; readonly judge: string }
export interface AMeeting { readonly meeting: string; readonly session: string; readonly units: readonly string[]; readonly judges: readonly string[]; readonly cards: readonly HeldCard[]; readonly stage: string }
export interface Wanted { readonly units: number; readonly judges: number; readonly rules?: Rules; readonly start?: boolean; /** How many contestants of each category, in their order. */ readonly categories?: Readonly<Record<string, number>> }

const named = (count: number, make: (at: number) => unknown): readonly unknown[] => Array.from({ length: count }, (_, at) => make(at + 1));

const fillRegister = async (desk: WireClient, { units, judges }: Wanted): Promise<RegisterView> => {
  desk.subscribe('register');
  const empty = await desk.view<RegisterView>('register');
  if (empty.units.length < units) await desk.must('units.import', { basis: empty.fingerprint, sourceHash: '', rows: named(units, (at) => ({ fullName: `示例市第${at}区`, shortName: `第${at}区`, aliases: [], kind: '区', group: '' })) });
  const half = await desk.view<RegisterView>('register', (view) => view.units.length >= units);
  if (half.people.length < judges) await desk.must('people.import', { basis: half.fingerprint, sourceHash: '', rows: named(judges, (at) => ({ name: `示例评委${at}`, title: '示例职务', panel: '', home: '' })) });
  return desk.view<RegisterView>('register', (view) => view.units.length >= units && view.people.length >= judges);
};

/** Judges' seats and one more for a stage timer. */
const issueSeats = async (desk: WireClient, meeting: string, judges: readonly string[]): Promise<{ readonly cards: readonly HeldCard[]; readonly stage: string }> => {
  await desk.must('seat.issue', { meeting, seats: [...judges.map((subject) => ({ role: 'judge', subject })), { role: 'screen', subject: 'timer' }] });
  desk.views.delete('seats');
  desk.subscribe('seats', { meeting });
  const { seats } = await desk.view<SeatsView>('seats', (view) => view.meeting === meeting && view.seats.length === judges.length + 1);
  const cards = judges.map((judge) => ({ judge, seat: seats.find((seat) => seat.subject === judge)?.seat ?? '' }));
  return { cards, stage: seats.find((seat) => seat.role === 'screen')?.seat ?? '' };
};

const sorted = (units: readonly string[], wanted: Readonly<Record<string, number>>): Readonly<Record<string, string>> => {
  const categories = Object.entries(wanted).flatMap(([category, count]) => Array.from({ length: count }, () => category));
  return Object.fromEntries(units.map((unit, at) => [unit, categories[at] ?? '']));
};

/** A live session (or a ready one with `start: false`) over the units and people of the register, each judge holding a card. */
export const aMeeting = async (desk: WireClient, wanted: Wanted): Promise<AMeeting> => {
  const register = await fillRegister(desk, wanted);
  const units = register.units.slice(0, wanted.units).map((unit) => unit.id);
  const judges = register.people.slice(0, wanted.judges).map((person) => person.id);
  const { meeting } = (await desk.must('meeting.create', { title: '示例会议' })) as { meeting: string };
  const { session } = (await desk.must('session.create', { meeting, title: '示例擂台', rules: wanted.rules ?? plainRules })) as { session: string };
  await desk.must('session.contestants', { session, contestants: units });
  await desk.must('session.judges', { session, judges: judges.map((judge) => ({ judge, panel: 'A' })) });
  if (wanted.categories !== undefined) await desk.must('session.categories', { session, categories: sorted(units, wanted.categories) });
  await desk.must('session.order', { session, method: 'hand', order: units });
  await desk.must('session.ready', { session });
  if (wanted.start !== false) await desk.must('session.start', { session });
  return { meeting, session, units, judges, ...(await issueSeats(desk, meeting, judges)) };
};

/** Calls a contestant and opens its window. */
export const openWindow = async (desk: WireClient, session: string, contestant: string): Promise<void> => {
  await desk.must('stage.call', { session, contestant });
  await desk.must('window.open', { session, contestant });
};
/** Checks and locks a window that is all in. */
export const lockWindow = async (desk: WireClient, session: string, contestant: string): Promise<void> => {
  await desk.must('window.check', { session, contestant });
  await desk.must('window.lock', { session, contestant });
};
