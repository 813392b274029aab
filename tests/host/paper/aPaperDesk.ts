// A live session with one sheet of grades for all units and paper without names, two clerks and a supervisor at stations of their own, and a batch given out.
import { oneSheet } from '../../../shared/arena/presets/oneSheet.ts';
import type { Cells } from '../../../shared/arena/events.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { judgeClient, type WireClient } from '../../support/wireClient.ts';

export interface Station { readonly seat: string; readonly client: WireClient }
export interface PaperDesk {
  readonly at: AtTheDesk;
  readonly first: Station;
  readonly second: Station;
  readonly supervisor: Station;
  readonly panel: string;
  readonly station: (role: 'clerk' | 'supervisor') => Promise<Station>;
  readonly session: () => ArenaSession;
  /** Gives out nameless ballots, numbered on from the last. */
  readonly give: (sheets: number, to?: { readonly first?: string | null; readonly second?: string | null }) => Promise<Given>;
  readonly end: () => Promise<void>;
}
export interface Given { readonly batch: string; readonly voters: readonly string[] }

/** One character a unit: 1–4 the grades in order, 0 blank, * void. Example: '1120*'. */
export const cellsFrom = (units: readonly string[], keys: string): Cells => {
  const grades = oneSheet.rules.forms.flatMap((form) => (form.kind === 'grade' ? form.grades.map((grade) => grade.id) : []));
  return Object.fromEntries(units.map((unit, at) => {
    const key = keys[at] ?? '0';
    return [unit, key === '0' ? { kind: 'abstained', marks: {} } : key === '*' ? { kind: 'void', marks: {} } : { kind: 'marks', marks: { cell: grades[Number(key) - 1] ?? '' } }];
  }));
};

export const aPaperDesk = async ({ units = 3, rules = oneSheet.rules }: { readonly units?: number; readonly rules?: Rules } = {}): Promise<PaperDesk> => {
  const at = await atTheDesk({ units, judges: 0, rules: { ...rules, panels: rules.panels.map((panel) => ({ ...panel, minimum: 1, dropHighest: 0, dropLowest: 0 })) } });
  const clients: WireClient[] = [];
  let count = 0;
  let last = 0;
  const station: PaperDesk['station'] = async (role) => {
    const seat = String((await at.desk.must('station.add', { meeting: at.meeting, role, name: `示例台 ${(count += 1)}` }))['seat']);
    const client = await judgeClient({ origin: at.room, seat, secret: at.house.secretOf(seat), path: `/${role}` });
    clients.push(client);
    return { seat, client };
  };
  const [first, second, supervisor] = [await station('clerk'), await station('clerk'), await station('supervisor')];
  const panel = rules.panels[0]?.id ?? '';
  const session = (): ArenaSession => {
    const found = at.house.state().arena.sessions[at.session];
    if (found === undefined) throw new Error('the session is gone');
    return found;
  };
  const give: PaperDesk['give'] = async (sheets, to = {}) => {
    const from = last + 1;
    last += sheets;
    const { batch } = await at.desk.must('batch.give', { session: at.session, panel, contestants: at.units, from, to: last, first: first.seat, second: second.seat, ...to });
    return { batch: String(batch), voters: Array.from({ length: sheets }, (_, each) => `${panel}-p${from + each}`) };
  };
  return { at, first, second, supervisor, panel, station, session, give, end: async () => { for (const client of clients) client.close(); await at.end(); } };
};

/** The newest picture of a batch, or of one sheet of it, that fits. */
export const batchSeen = async (client: WireClient, params: { readonly session: string; readonly batch: string; readonly voter?: string }, fits: (view: BatchView) => boolean = () => true): Promise<BatchView> => {
  client.views.delete('batch');
  client.subscribe('batch', params);
  const isAsked = (): boolean => { const view = client.views.get('batch'); return view !== undefined && view.params['batch'] === params.batch && view.params['voter'] === params.voter; };
  const view = await client.view<BatchView>('batch', (each) => isAsked() && fits(each));
  client.send({ type: 'unsubscribe', topic: 'batch', params });
  return view;
};
