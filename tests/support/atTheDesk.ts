// A house in this process with a desk connected and a meeting ready, and the phones of its judges: what most host tests begin with.
import type { HouseOptions, RunningHouse } from '../../electron/startHouse.ts';
import { aHouse } from './aHouse.ts';
import { aMeeting, type AMeeting, type Wanted } from './aMeeting.ts';
import { judgeClient, tokenClient, type WireClient } from './wireClient.ts';

export interface AtTheDesk extends AMeeting {
  readonly house: RunningHouse & { readonly folder: string };
  readonly desk: WireClient;
  readonly room: string;
  /** The phone of the judge at this place, by its card as it is now. */
  readonly phone: (at: number, browser?: string) => Promise<WireClient>;
  /** Another desk page. */
  readonly anotherDesk: (client?: string) => Promise<WireClient>;
  readonly screen: () => Promise<WireClient>;
  readonly stageTimer: () => Promise<WireClient>;
  /** The station of a role, added at the first call. */
  readonly station: (role: 'clerk' | 'supervisor') => Promise<WireClient>;
  readonly end: () => Promise<void>;
}

let pages = 0;

export const atTheDesk = async (wanted: Wanted, options: Partial<HouseOptions> = {}): Promise<AtTheDesk> => {
  const house = await aHouse(options);
  const room = `http://127.0.0.1:${house.roomPort}`;
  const clients: WireClient[] = [];
  const kept = async (client: Promise<WireClient>): Promise<WireClient> => { const made = await client; clients.push(made); return made; };
  const anotherDesk: AtTheDesk['anotherDesk'] = (client = `desk-${(pages += 1)}`) => kept(tokenClient(house.deskUrl, 'desk', client));
  const desk = await anotherDesk();
  const made = await aMeeting(desk, wanted);
  const stations = new Map<string, string>();
  return {
    ...made, house, desk, room, anotherDesk,
    phone: (at, browser) => {
      const seat = made.cards[at]?.seat ?? '';
      return kept(judgeClient({ origin: room, seat, secret: house.secretOf(seat), ...(browser === undefined ? {} : { browser }) }));
    },
    screen: () => kept(tokenClient(house.projectorUrl, 'screen', `screen-${(pages += 1)}`)),
    stageTimer: () => kept(judgeClient({ origin: room, seat: made.stage, secret: house.secretOf(made.stage), path: '/stage' })),
    station: async (role) => {
      const seat = stations.get(role) ?? String((await desk.must('station.add', { meeting: made.meeting, role, name: `示例${role}` }))['seat']);
      stations.set(role, seat);
      return kept(judgeClient({ origin: room, seat, secret: house.secretOf(seat), path: `/${role}` }));
    },
    end: async () => { for (const client of clients) client.close(); await house.end(); },
  };
};
