// A live session for the bench, set up through the desk's own commands: N judges in one panel, every window open from the start,
// one contestant for each round. Nothing is written behind the house's back.
import path from 'node:path';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import type { SessionView } from '../../shared/arena/views.ts';
import type { SeatsView } from '../../shared/meeting/views.ts';
import type { RegisterView } from '../../shared/register/views.ts';
import { SeatKeys } from '../../electron/server/seatKeys.ts';
import type { WireClient } from '../support/wireClient.ts';
import type { Card } from './driver.ts';

export interface BenchSession { readonly session: string; readonly meeting: string; readonly contestants: readonly { readonly id: string; readonly name: string }[]; readonly cards: readonly (Card & { readonly judge: string })[] }

export const benchRules: Rules = { ...defaultRules, windows: { policy: 'wholeSession' }, panels: defaultRules.panels.map((panel) => ({ ...panel, minimum: panel.dropHighest + panel.dropLowest + 1 })) };

const count = (length: number): readonly string[] => Array.from({ length }, (_, at) => String(at + 1).padStart(3, '0'));

/** Units and people by one import each; the register as it is then. */
const fillRegister = async (desk: WireClient, size: { readonly units: number; readonly judges: number }): Promise<RegisterView> => {
  desk.subscribe('register');
  const empty = await desk.view<RegisterView>('register');
  const units = count(size.units).map((number) => ({ fullName: `示例市第${number}区`, shortName: `第${number}区`, aliases: [], kind: '区', group: '' }));
  await desk.must('units.import', { basis: empty.fingerprint, sourceHash: 'bench', rows: units });
  const filled = await desk.view<RegisterView>('register', (view) => view.units.length === size.units);
  const people = count(size.judges).map((number) => ({ name: `评委${number}`, title: '示例职务', panel: '', home: '' }));
  await desk.must('people.import', { basis: filled.fingerprint, sourceHash: 'bench', rows: people });
  const register = await desk.view<RegisterView>('register', (view) => view.people.length === size.judges);
  desk.send({ type: 'unsubscribe', topic: 'register', params: {} });
  return register;
};

/** A session on air with `rounds` open windows; the keys of the cards are read where the host keeps them. */
export const prepare = async (desk: WireClient, given: { readonly folder: string; readonly judges: number; readonly rounds: number }): Promise<BenchSession> => {
  const register = await fillRegister(desk, { units: given.rounds, judges: given.judges });
  const { meeting } = (await desk.must('meeting.create', { title: '示例会议' })) as { meeting: string };
  const { session } = (await desk.must('session.create', { meeting, title: '示例擂台', rules: benchRules })) as { session: string };
  await desk.must('session.contestants', { session, contestants: register.units.map((unit) => unit.id) });
  await desk.must('session.judges', { session, judges: register.people.map((person) => ({ judge: person.id, panel: 'A' })) });
  await desk.must('session.order', { session, method: 'protocol' });
  await desk.must('session.ready', { session });
  await desk.must('seat.issue', { meeting, seats: register.people.map((person) => ({ role: 'judge', subject: person.id })) });
  await desk.must('session.start', { session });
  desk.subscribe('seats', { meeting });
  const { seats } = await desk.view<SeatsView>('seats', (view) => view.seats.length === given.judges);
  desk.send({ type: 'unsubscribe', topic: 'seats', params: { meeting } });
  const keys = new SeatKeys(path.join(given.folder, 'seat.keys'));
  return {
    session, meeting, contestants: register.units.map((unit) => ({ id: unit.id, name: unit.shortName })),
    cards: seats.map(({ seat, subject, issue }) => ({ seat, judge: subject, secret: keys.secret(seat, issue) })),
  };
};

/** The wall shows the counts of one contestant's window. */
export const showScoring = (desk: WireClient, { session, meeting }: BenchSession, contestant: string): Promise<unknown> =>
  desk.must('air.show', { meeting, scene: 'scoring', item: session, subject: contestant });

/** What the live desk looks at while ballots come in. */
export const openLiveDesk = async (desk: WireClient, { session, meeting }: BenchSession, contestant: string): Promise<void> => {
  for (const [topic, params] of [['home', {}], ['session', { session }], ['seats', { meeting }], ['air', { meeting }], ['window', { session, contestant }]] as const) desk.subscribe(topic, params);
  await desk.view<SessionView>('session');
  await desk.until((client) => client.views.get('window')?.params['contestant'] === contestant);
};
