// What a connection may say once it is in: subscribe, command, beat. Each is size- and rate-limited before it is parsed.
import { clientMessage, type Answer, type ClientMessage } from '../../shared/contract/wire.ts';
import { COMMANDS, maySee, maySend, VIEWS } from '../../shared/contract/table.ts';
import { whereOf, type Request } from '../application/dispatch.ts';
import type { Publisher } from '../application/publisher.ts';
import type { Connection } from './connection.ts';

const MAX_SUBSCRIPTIONS = 40;

/** What the server needs of the house. */
export interface House {
  readonly epoch: string;
  readonly publisher: Publisher;
  readonly submit: (request: Request) => Promise<Answer>;
  /** Commands that leave no event. */
  readonly submitLocal: (request: Request) => Promise<Answer>;
  readonly wall: () => number;
  /** A locked desk sees home and may only unlock. */
  readonly deskLocked: () => boolean;
  /** A fault of ours while a message was handled; the connection is told `internal` and lives on. */
  readonly reportBug?: (error: unknown) => void;
}

const refused = (code: string, details: Readonly<Record<string, string | number>> = {}): Answer => ({ ok: false, code, details });

/** Handles one message; a malformed one is answered by closing with 4400. Never rejects: one frame must not be able to stop the host. */
export const receive = async (house: House, connection: Connection, text: string): Promise<void> => {
  // A socket goes on delivering until the other side has answered the close.
  if (connection.isClosed) return;
  const message = parseMessage(text);
  if (message === null) return connection.close(4400);
  if (!connection.rate.take(performance.now())) return decline(connection, message, 'tooFast');
  try {
    await handle(house, connection, message);
  } catch (error) {
    house.reportBug?.(error);
    decline(connection, message, 'internal');
  }
};

const handle = async (house: House, connection: Connection, message: ClientMessage): Promise<void> => {
  switch (message.type) {
    case 'beat': {
      if (message.epoch === house.epoch) connection.beat(message.seq);
      return connection.tell({ type: 'beat', wall: house.wall(), sentAt: message.sentAt });
    }
    case 'subscribe': return subscribe(house, connection, message);
    case 'unsubscribe': return house.publisher.unsubscribe(connection, message.topic, message.params);
    case 'command': {
      const answer = await command(house, connection, message);
      return connection.tell({ type: 'answer', id: message.id, answer });
    }
  }
};

const parseMessage = (text: string): ClientMessage | null => {
  try {
    const parsed = clientMessage.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const decline = (connection: Connection, message: ClientMessage, code: 'tooFast' | 'internal'): void => {
  if (message.type === 'command') connection.tell({ type: 'answer', id: message.id, answer: refused(code) });
  if (message.type === 'subscribe') connection.tell({ type: 'refused', topic: message.topic, code });
};

const lockedOut = (house: House, connection: Connection): boolean => connection.actor.role === 'host' && house.deskLocked();

function subscribe(house: House, connection: Connection, message: Extract<ClientMessage, { type: 'subscribe' }>): void {
  const view = VIEWS.get(message.topic);
  const refuse = (code: string): void => connection.tell({ type: 'refused', topic: message.topic, code });
  if (view === undefined) return refuse('unknownView');
  if (!maySee(connection.actor.role, connection.listener, view)) return refuse('notAllowed');
  if (lockedOut(house, connection) && view.name !== 'home') return refuse('deskLocked');
  const params = view.params.safeParse(message.params);
  if (!params.success) return refuse('badInput');
  if (connection.subscriptions >= MAX_SUBSCRIPTIONS) return refuse('tooFast');
  if (!house.publisher.subscribe(connection, view.name, params.data)) refuse('unknownView');
}

async function command(house: House, connection: Connection, message: Extract<ClientMessage, { type: 'command' }>): Promise<Answer> {
  const entry = COMMANDS.get(message.name);
  const { actor, listener } = connection;
  if (lockedOut(house, connection) && message.name !== 'desk.unlock') return refused('deskLocked');
  const request: Request = { id: message.id, name: message.name, input: message.input, epoch: message.epoch, actor, listener, ...(connection.seat === null ? {} : { meeting: connection.viewer.meeting }) };
  if (entry?.area !== 'local') return house.submit(request);
  if (!maySend(actor.role, listener, entry)) return refused('notAllowed');
  const parsed = entry.input.safeParse(message.input);
  if (!parsed.success) return refused('badInput', { where: whereOf(parsed.error) });
  return house.submitLocal({ ...request, input: parsed.data });
}
