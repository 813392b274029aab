// The composition root: joins store, dispatch, publisher, documents, server and native port, and listens.
// Used by the host process and, in one process, by tests. It decides nothing.
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { LocalCommand } from '../shared/contract/local.ts';
import { lanAddresses } from './application/addresses.ts';
import { aftermath } from './application/aftermath.ts';
import { Boxes } from './application/boxes.ts';
import { Dispatcher, type Submit } from './application/dispatch.ts';
import { documentMaker } from './application/documentMaker.ts';
import { Documents } from './application/documents.ts';
import type { HouseState } from './application/house.ts';
import { runLocal, type NativePort } from './application/localCommands.ts';
import { Publisher } from './application/publisher.ts';
import { writeSample } from './application/sample.ts';
import { onceQuiet } from './application/quiet.ts';
import { openStore, type Store } from './application/store.ts';
import { Surroundings } from './application/surroundings.ts';
import { marksOf, resumesOf } from './application/timerKeeper.ts';
import { topics } from './application/views/topics.ts';
import { wallView } from './application/views/wallViews.ts';
import { idleCheckpoint } from './database/open.ts';
import { programInterface } from './server/api.ts';
import { Connections } from './server/connections.ts';
import { deskListener, roomListener } from './server/listeners.ts';
import type { House } from './server/messages.ts';
import { SeatKeys } from './server/seatKeys.ts';
import { codeSocket, findSeat, JUDGE_CODES, seatSocket, STATION_CODES, tokenSocket, type SocketParts } from './server/sockets.ts';
import { stationCard } from './server/stationCard.ts';
import { Workshop } from './worker/workshop.ts';

export interface HouseOptions {
  readonly folder: string; readonly pages: string; readonly version: string;
  readonly deskPort?: number; readonly roomPort?: number;
  /** Further Host headers that are ours, such as a name in the room's own DNS, or `name:port` of a gate in front of this host. */
  readonly extraHosts?: readonly string[];
  readonly native?: NativePort | null; readonly windows?: 'electron' | 'browser' | 'none';
  readonly sample?: boolean;
  /** Ends this process so that the shell starts it again. */
  readonly restart?: () => void;
  readonly report?: (line: string) => void;
}
export interface RunningHouse {
  readonly deskUrl: string; readonly projectorUrl: string; readonly roomUrls: readonly string[]; readonly roomPort: number; readonly deskPort: number; readonly epoch: string;
  readonly state: () => HouseState;
  readonly submit: Submit;
  readonly projectorChanged: (state: 'none' | 'shown' | 'hidden') => void;
  readonly secretOf: (seat: string) => string;
  readonly stop: () => Promise<void>;
}

interface Core {
  readonly store: Store; readonly surroundings: Surroundings; readonly connections: Connections; readonly keys: SeatKeys; readonly publisher: Publisher;
  readonly dispatcher: Dispatcher; readonly submit: Submit; readonly documents: Documents; readonly workshop: Workshop; readonly house: House; readonly boxes: Boxes;
}

const SYSTEM = { role: 'system', subject: 'house', device: 'house' } as const;

/** Joins the parts that decide, store and publish; nothing listens yet. */
const joinCore = (options: HouseOptions): Core => {
  const store = openStore(options.folder);
  const { opened, journal, recorder, texts } = store;
  const native = options.native ?? null;
  const report = options.report ?? (() => undefined);
  const reportBug = (error: unknown): void => report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const connections = new Connections();
  const surroundings = new Surroundings({ store, attendance: connections, folder: options.folder, version: options.version, windows: options.windows ?? 'none', castSeats: (box) => boxes.castSeats(box), reviewSeed: (session) => keys.secret(`review-${session}`, 1) });
  const keys = new SeatKeys(path.join(options.folder, 'seat.keys'));
  const publisher = new Publisher({ topics: topics(() => surroundings.home()), context: () => surroundings.contextOf(dispatcher.state), epoch: opened.epoch, seq: () => journal.seq(), reportBug, busy: () => dispatcher.busy });
  const workshop = new Workshop({ report });
  const after = aftermath({ store, surroundings, attendance: connections, folder: options.folder, native, report, changed: () => publisher.ambientChanged(), seal: ({ session, panel }) => sealLater({ session, panel }),
    checkBackup: async (file) => { const done = await workshop.run({ kind: 'checkBackup', order: { file } }); return done.ok && done.product; } });
  const dispatcher: Dispatcher = new Dispatcher({
    database: opened.database, journal, recorder, texts, epoch: opened.epoch, now: () => surroundings.now(), initial: store.initial,
    wallPicture: (state) => JSON.stringify(wallView(surroundings.contextOf(state))),
    publish: (committed) => { publisher.committed(committed); after(committed); },
    reportBug,
  });
  const submit: Submit = (request) => dispatcher.submit({ ...request, epoch: opened.epoch, listener: 'house' });
  const boxes: Boxes = new Boxes({
    folder: options.folder, state: () => dispatcher.state, submit, report,
    changed: (judge) => publisher.touch((topic, viewer) => topic === 'session' || (topic === 'seat' && viewer.subject === judge)),
  });
  const sealLater = (closed: { readonly session: string; readonly panel: string }): void => {
    const box = dispatcher.state.arena.sessions[closed.session]?.boxes[closed.panel]?.box;
    if (box !== undefined) boxes.seal({ ...closed, box }).catch(reportBug);
  };
  const documents = new Documents({
    maker: documentMaker({ workshop, context: () => surroundings.contextOf(dispatcher.state), revisions: recorder.revisions, secretOf: (seat, issue) => keys.secret(seat, issue), roomUrl: () => surroundings.chosenRoom, head: (chain) => journal.heads()[chain] ?? '', submit }),
    print: native === null ? null : async (url) => Buffer.from((await native.call('print.pdf', { url })) as string, 'base64'),
    baseUrl: () => `http://127.0.0.1:${surroundings.ports.desk}`, now: () => Date.now(),
  });
  const house: House = { ...joinHouse({ store, surroundings, keys, publisher, dispatcher, documents, workshop, boxes }, options), reportBug };
  return { store, surroundings, connections, keys, publisher, dispatcher, submit, documents, workshop, house, boxes };
};

const joinHouse = (core: Pick<Core, 'store' | 'surroundings' | 'keys' | 'publisher' | 'dispatcher' | 'documents' | 'workshop' | 'boxes'>, options: HouseOptions): House => {
  const { store, surroundings, keys, publisher, dispatcher, documents, workshop, boxes } = core;
  const local = {
    context: () => surroundings.contextOf(dispatcher.state), settings: store.settings, documents, workshop, boxes, native: options.native ?? null, restart: options.restart ?? null, lock: surroundings.lock,
    changed: () => { void surroundings.findRooms().then(() => publisher.ambientChanged()); },
    issueCode: (meeting: string, seat: string) => (findSeat(dispatcher.state, seat)?.meeting.id === meeting ? keys.issueCode(seat, Date.now()) : null),
    stationCard: (meeting: string, seat: string) => stationCard({ state: dispatcher.state, secret: (issue) => keys.secret(seat, issue), roomUrl: surroundings.chosenRoom }, { meeting, seat }),
  };
  return {
    epoch: store.opened.epoch, publisher, wall: () => Date.now(), deskLocked: () => surroundings.lock.locked, submit: (request) => dispatcher.submit(request),
    submitLocal: (request) => runLocal(local, { name: request.name, input: request.input } as LocalCommand, request.actor),
  };
};

/** Opens both listeners on the installation's ports. */
const openListeners = async (core: Core, options: HouseOptions): Promise<readonly FastifyInstance[]> => {
  const { surroundings, keys, house, store, documents } = core;
  const { ports } = surroundings;
  const sockets: SocketParts = { house, connections: core.connections, keys, state: () => core.dispatcher.state, build: options.version };
  const desk = await deskListener({
    pages: options.pages, hosts: () => [`127.0.0.1:${ports.desk}`, `localhost:${ports.desk}`],
    sockets: { '/desk': tokenSocket(sockets, 'desk'), '/screen': tokenSocket(sockets, 'screen') }, document: (key) => documents.take(key),
    api: (app) => programInterface(app, { house, token: keys.token('desk'), context: () => surroundings.contextOf(core.dispatcher.state), topics: topics(() => surroundings.home()) }),
  });
  const room = await roomListener({
    pages: options.pages, hosts: () => [...lanAddresses().map((each) => each.address), '127.0.0.1', 'localhost', ...(options.extraHosts ?? [])].map((name) => (name.includes(':') ? name : `${name}:${ports.room}`)),
    sockets: { '/judge': seatSocket(sockets, 'judge'), '/stage': seatSocket(sockets, 'screen'), '/judge/code': codeSocket(sockets, JUDGE_CODES),
      '/clerk': seatSocket(sockets, 'clerk'), '/supervisor': seatSocket(sockets, 'supervisor'), '/clerk/code': codeSocket(sockets, STATION_CODES) },
  });
  const { deskPort, roomPort } = store.settings.current;
  ports.desk = await listen(desk, '127.0.0.1', options.deskPort ?? deskPort);
  ports.room = await listen(room, '0.0.0.0', options.roomPort ?? roomPort);
  if (ports.desk !== deskPort || ports.room !== roomPort) store.settings.change({ deskPort: ports.desk, roomPort: ports.room });
  await surroundings.findRooms();
  return [desk, room];
};

/** Listens on the installation's port; on a new one only when that is taken by somebody else or none was chosen yet. */
const listen = async (app: FastifyInstance, host: string, port: number): Promise<number> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (port === 0 || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await app.listen({ host, port: 0 });
  }
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Takes up the timers that were running when the last host stopped. */
const resumeTimers = async ({ dispatcher, surroundings, store, submit }: Core): Promise<void> => {
  for (const { running, ...input } of resumesOf(dispatcher.state, surroundings.now(), store.marks.read)) {
    const id = `resume-${surroundings.boot}-${input.session}`;
    await submit({ id, name: 'timer.resume', input, actor: SYSTEM });
    if (!running) await submit({ id: `${id}-stop`, name: 'timer.pause', input: { session: input.session, contestant: input.contestant }, actor: { ...SYSTEM, role: 'host' } });
  }
};

/** Checks the whole journal on the worker thread; at the start only the newest links were looked at. */
const checkWhole = async ({ workshop, store, surroundings, publisher }: Core, report: (line: string) => void): Promise<void> => {
  const checked = await workshop.run({ kind: 'checkDatabase', order: { file: store.opened.file } });
  if (!checked.ok) return;
  surroundings.integrity = checked.product === null ? 'sound' : 'faulty';
  if (checked.product !== null) report(`记录校验不符，请用备份核对 · the journal does not verify: ${checked.product}`);
  publisher.ambientChanged();
};

const writeFirstSample = async ({ store, submit, dispatcher }: Core): Promise<void> => {
  store.markAsSample();
  await writeSample(submit, () => dispatcher.state);
};

/** Starts everything; throws DatabaseUnusable when the folder cannot be used. */
export const startHouse = async (options: HouseOptions): Promise<RunningHouse> => {
  const core = joinCore(options);
  const { surroundings, store, publisher, connections, dispatcher, keys } = core;
  const listeners = await openListeners(core, options);
  await resumeTimers(core);
  await core.boxes.recover();
  if (options.sample === true && store.opened.fresh) await writeFirstSample(core);
  void checkWhole(core, options.report ?? (() => undefined));
  const whenQuiet = onceQuiet(() => store.journal.seq(), () => idleCheckpoint(store.opened.database));
  const pulse = setInterval(() => {
    for (const mark of marksOf(dispatcher.state, surroundings.now())) store.marks.write(mark);
    whenQuiet();
  }, 1000);
  const presence = setInterval(() => publisher.ambientChanged(), 2000);
  const { desk, room } = surroundings.ports;
  return {
    deskUrl: `http://127.0.0.1:${desk}/desk/#t=${keys.token('desk')}`, projectorUrl: `http://127.0.0.1:${desk}/projector/#t=${keys.token('screen')}`,
    roomUrls: surroundings.roomUrls, roomPort: room, deskPort: desk, epoch: store.opened.epoch, state: () => dispatcher.state, submit: core.submit,
    projectorChanged: (next) => { surroundings.projector = next; publisher.ambientChanged(); },
    secretOf: (seat) => keys.secret(seat, findSeat(dispatcher.state, seat)?.held.issue ?? 0),
    stop: async () => {
      clearInterval(pulse);
      clearInterval(presence);
      publisher.close();
      connections.closeAll();
      core.boxes.close();
      await core.workshop.close();
      await Promise.all(listeners.map((listener) => listener.close()));
      store.opened.close();
    },
  };
};
