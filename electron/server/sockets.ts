// How each kind of socket becomes a connection: desk and screens by token, judges, stage timers and stations by the card's handshake.
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { sameHex } from '../../shared/contract/channel.ts';
import { idField } from '../../shared/kernel/fields.ts';
import type { HostMessage } from '../../shared/contract/wire.ts';
import type { Meeting, HeldSeat } from '../../shared/meeting/state.ts';
import { deviceOf } from '../application/attendance.ts';
import type { HouseState } from '../application/house.ts';
import { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { receive, type House } from './messages.ts';
import { pair, pairByCode, textOf, type Paired } from './pairing.ts';
import type { SeatKeys } from './seatKeys.ts';

export interface SocketParts { readonly house: House; readonly connections: Connections; readonly keys: SeatKeys; readonly state: () => HouseState; readonly build: string }

const tokenMessage = z.object({ type: z.literal('token'), token: z.string(), client: z.optional(idField), output: z.optional(z.enum(['main', 'timer'])) });
const HELLO_MS = 5000;

const greet = (parts: SocketParts, connection: Connection): void => {
  const hello: HostMessage = { type: 'hello', epoch: parts.house.epoch, build: parts.build };
  connection.tell(hello);
};

/** Desk (`/desk`) or screen (`/screen`) on the desk listener: the first frame must be the installation's token. */
export const tokenSocket = (parts: SocketParts, kind: 'desk' | 'screen') => (socket: WebSocket): void => {
  parts.connections.knocks(socket);
  const timer = setTimeout(() => socket.close(4408), HELLO_MS);
  socket.on('close', () => clearTimeout(timer));
  socket.on('error', () => socket.terminate());
  socket.once('message', (data, binary) => {
    clearTimeout(timer);
    let json: unknown;
    try { json = binary ? null : JSON.parse(textOf(data)); } catch { json = null; }
    const parsed = tokenMessage.safeParse(json);
    if (!parsed.success) return socket.close(4400);
    if (!sameHex(parsed.data.token, parts.keys.token(kind))) return socket.close(4401);
    parts.connections.letIn(socket);
    const role = kind === 'desk' ? 'host' : 'screen';
    // Command ids are unique per sender: a desk page keeps its own client id.
    const device = parsed.data.client ?? randomUUID();
    const connection = new Connection({
      socket, outlet: { send: (text) => socket.send(text) }, actor: { role, subject: parsed.data.output ?? role, device: `${kind}-${device}` },
      listener: 'desk', viewer: { meeting: '', subject: '' }, seat: null, rate: { burst: 200, perSecond: 100 },
      isWithheld: (key) => kind === 'desk' && parts.house.deskLocked() && !key.startsWith('["home"'),
    });
    if (!parts.connections.enter(connection)) return socket.close(4409);
    greet(parts, connection);
    socket.on('message', (frame, isBinary) => (isBinary ? connection.close(4400) : void receive(parts.house, connection, textOf(frame))));
    socket.on('close', () => { parts.connections.leave(connection); parts.house.publisher.leave(connection); });
  });
};

/** The seat with its meeting, wherever it is. */
export const findSeat = (state: HouseState, seat: string): { readonly meeting: Meeting; readonly held: HeldSeat } | undefined => {
  for (const meeting of Object.values(state.meeting.meetings)) {
    const held = meeting.seats[seat];
    if (held !== undefined) return { meeting, held };
  }
  return undefined;
};
export const secretOfSeat = (parts: Pick<SocketParts, 'state' | 'keys'>) => (seat: string): string | null => {
  const found = findSeat(parts.state(), seat);
  return found === undefined ? null : parts.keys.secret(seat, found.held.issue);
};

export type SeatRole = 'judge' | 'screen' | 'clerk' | 'supervisor';
interface Budget { readonly burst: number; readonly perSecond: number; readonly frameBytes: number }
const SMALL: Budget = { burst: 60, perSecond: 20, frameBytes: 16 * 1024 };
/** A station's command is a whole sheet, 80 cells of several marks; a clerk that comes back sends at once what it keyed meanwhile. */
const BUDGETS: Readonly<Record<SeatRole, Budget>> = {
  judge: SMALL, screen: SMALL, clerk: { burst: 200, perSecond: 30, frameBytes: 64 * 1024 }, supervisor: { ...SMALL, frameBytes: 64 * 1024 },
};

/** A paired seat (`/judge`, `/stage` for a stage timer, `/clerk`, `/supervisor`): handshake, device binding, then sealed frames for life. */
export const seatSocket = (parts: SocketParts, role: SeatRole) => (socket: WebSocket): void => {
  socket.on('error', () => socket.terminate());
  parts.connections.knocks(socket);
  void pair(socket, secretOfSeat(parts)).then(async (paired) => {
    parts.connections.letIn(socket);
    if (paired !== null) await admitSeat(parts, { socket, paired, role });
  });
};

interface Arrival { readonly socket: WebSocket; readonly paired: Paired; readonly role: SeatRole }

async function admitSeat(parts: SocketParts, { socket, paired, role }: Arrival): Promise<void> {
  const found = findSeat(parts.state(), paired.seat);
  if (found === undefined || found.held.role !== role) return socket.close(4401);
  if (!(await isItsDevice(parts, { socket, paired, role }, found))) {
    parts.connections.waits(paired.seat, paired.browser, performance.now());
    parts.house.publisher.ambientChanged();
    return socket.close(4403);
  }
  if (socket.readyState !== socket.OPEN) return;
  const connection = seatConnection({ socket, paired, role }, found);
  const { frameBytes } = BUDGETS[role];
  socket.on('message', (frame, binary) => (binary ? openFrame(parts, connection, { paired, frame: frame as Buffer, frameBytes }) : connection.close(4400)));
  socket.on('close', () => { parts.connections.leave(connection); parts.house.publisher.leave(connection); parts.house.publisher.ambientChanged(); });
  if (!parts.connections.enter(connection)) return socket.close(4409);
  greet(parts, connection);
  parts.house.publisher.ambientChanged();
}

/** Whether the seat is bound to this browser; a seat that is free is bound to it first. Of two that come at once only one gets it. */
async function isItsDevice(parts: SocketParts, { paired }: Arrival, found: NonNullable<ReturnType<typeof findSeat>>): Promise<boolean> {
  if (found.held.browser !== null) return found.held.browser === paired.browser;
  const bound = await parts.house.submit({
    id: `bind-${randomUUID()}`, name: 'device.bind', epoch: parts.house.epoch, listener: 'house',
    input: { meeting: found.meeting.id, seat: paired.seat, browser: paired.browser }, actor: { role: 'system', subject: 'house', device: 'house' },
  });
  const now = findSeat(parts.state(), paired.seat)?.held;
  return bound.ok && now?.browser === paired.browser && now.issue === found.held.issue;
}

const seatConnection = ({ socket, paired, role }: Arrival, found: NonNullable<ReturnType<typeof findSeat>>): Connection => {
  const encoder = new TextEncoder();
  return new Connection({
    socket, outlet: { send: (text) => socket.send(paired.channel.seal(encoder.encode(text))) },
    actor: { role, subject: found.held.subject, device: deviceOf(paired.seat, paired.browser) }, listener: 'room',
    viewer: { meeting: found.meeting.id, subject: found.held.subject }, seat: paired.seat, rate: BUDGETS[role],
  });
};

const openFrame = (parts: SocketParts, connection: Connection, { paired, frame, frameBytes }: { readonly paired: Paired; readonly frame: Buffer; readonly frameBytes: number }): void => {
  if (frame.length > frameBytes) return connection.close(1009);
  const opened = connection.isClosed ? null : paired.channel.open(frame);
  if (opened === null) return connection.close(4400);
  void receive(parts.house, connection, new TextDecoder().decode(opened));
};

/** Which seats a page's short-code door hands out, and what their cards call the role. */
export type Codes = Readonly<Partial<Record<string, string | null>>>;
export const JUDGE_CODES: Codes = { judge: null, screen: 'stage' };
export const STATION_CODES: Codes = { clerk: 'clerk', supervisor: 'supervisor' };

/** `/judge/code` and `/clerk/code`: the short code is typed instead of scanning a card. */
export const codeSocket = (parts: SocketParts, codes: Codes) => (socket: WebSocket): void => {
  socket.on('error', () => socket.terminate());
  parts.connections.knocks(socket);
  void pairByCode(socket, { keys: parts.keys, secretOf: secretOfSeat(parts), roleAt: (seat) => codes[findSeat(parts.state(), seat)?.held.role ?? ''] });
};
