// The composition root: opens the database, folds the journal, joins dispatch, publisher, server and native port, and listens.
// Used by the host process and, in one process with a clock of their own, by tests.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Answer } from '../shared/contract/wire.ts';
import type { LocalCommand } from '../shared/contract/local.ts';
import type { Instant } from '../shared/kernel/decision.ts';
import { Dispatcher, type Committed, type Request } from './application/dispatch.ts';
import { Documents } from './application/documents.ts';
import { documentMaker } from './application/documentMaker.ts';
import { emptyHouse, eventOf, evolveHouse, type HouseState } from './application/house.ts';
import { runLocal, type NativePort } from './application/localCommands.ts';
import { Publisher } from './application/publisher.ts';
import { SettingsFile } from './application/settings.ts';
import { Texts } from './application/texts.ts';
import { marksOf, resumesOf } from './application/timerKeeper.ts';
import type { HomeParts } from './application/views/houseViews.ts';
import type { ViewContext } from './application/views/context.ts';
import { topics } from './application/views/topics.ts';
import { wallView } from './application/views/wallViews.ts';
import { backupDatabase, type BackupDone } from './database/backup.ts';
import { openJournal, verifyJournal, type Journal } from './database/journal.ts';
import { DatabaseUnusable, openDatabase } from './database/open.ts';
import { openRecorder, timerMarks } from './database/recorder.ts';
import { programInterface } from './server/api.ts';
import { defaultAddress, lanAddresses } from './server/addresses.ts';
import { Connections } from './server/connections.ts';
import { deskListener, roomListener } from './server/listeners.ts';
import type { House } from './server/messages.ts';
import { SeatKeys } from './server/seatKeys.ts';
import { codeSocket, findSeat, seatSocket, tokenSocket, type SocketParts } from './server/sockets.ts';
import { writeSample } from './application/sample.ts';

export interface HouseOptions {
  readonly folder: string; readonly pages: string; readonly version: string;
  readonly deskPort?: number; readonly roomPort?: number;
  /** Further Host headers that are ours, such as a name in the room's own DNS. */
  readonly extraHosts?: readonly string[];
  readonly native?: NativePort | null; readonly windows?: 'electron' | 'browser' | 'none';
  readonly sample?: boolean;
  readonly report?: (line: string) => void;
}
export interface RunningHouse {
  readonly deskUrl: string; readonly projectorUrl: string; readonly roomUrls: readonly string[]; readonly roomPort: number; readonly deskPort: number; readonly epoch: string;
  readonly state: () => HouseState;
  readonly submit: (request: Omit<Request, 'epoch' | 'listener'>) => Promise<Answer>;
  readonly projectorChanged: (state: 'none' | 'shown' | 'hidden') => void;
  readonly secretOf: (seat: string) => string;
  readonly stop: () => Promise<void>;
}

const fold = (journal: Journal): { state: HouseState; created: Map<string, number> } => {
  let state = emptyHouse;
  const created = new Map<string, number>();
  for (const line of journal.all()) {
    const happened = eventOf(line);
    if (happened.area === 'arena' && happened.event.name === 'sessionCreated') created.set(happened.event.body.session, line.wall);
    state = evolveHouse(state, happened, line);
  }
  return { state, created };
};

/** Starts everything; throws DatabaseUnusable when the folder cannot be used. */
export const startHouse = async (options: HouseOptions): Promise<RunningHouse> => {
  const report = options.report ?? (() => undefined);
  const opened = openDatabase(options.folder);
  const journal = openJournal(opened.database);
  const faults = verifyJournal(opened.database, 1000);
  if (faults.length > 0) {
    opened.close();
    throw new DatabaseUnusable('damaged', `${opened.file}: ${faults[0]?.what ?? ''} ${faults[0]?.seq ?? ''}`);
  }
  const { state: initial, created } = fold(journal);
  const recorder = openRecorder(opened.database);
  const marks = timerMarks(opened.database);
  const texts = new Texts(journal.texts());
  const settings = new SettingsFile(path.join(options.folder, 'settings.json'));
  const keys = new SeatKeys(path.join(options.folder, 'seat.keys'));
  const connections = new Connections();
  const boot = randomBytes(6).toString('hex');
  const now = (): Instant => ({ wall: Date.now(), mono: performance.now(), boot });
  const lock = { locked: settings.current.pinHash !== '' && initial !== emptyHouse };
  let projector: 'none' | 'shown' | 'hidden' = 'none';
  let backup: BackupDone | null = null;
  let ports = { desk: 0, room: 0 };
  const sampleMark = opened.database.prepare("SELECT value FROM house WHERE key = 'sample'");
  const isSample = (): boolean => sampleMark.get() !== undefined;

  const contextOf = (state: HouseState): ViewContext => ({
    state, read: (reference) => texts.read(reference), now, settings: settings.current, sample: isSample(),
    presence: (seat) => connections.presence(seat, performance.now()), screens: () => connections.screens(), projector,
  });
  const context = (): ViewContext => contextOf(dispatcher.state);
  const rooms = async (): Promise<HomeParts['rooms']> => {
    const chosen = settings.current.address || (await defaultAddress()) || '';
    return lanAddresses().map((each) => ({ ...each, url: `http://${each.address}:${ports.room}`, chosen: each.address === chosen }));
  };
  let roomList: HomeParts['rooms'] = [];
  const home = (): HomeParts => ({
    rooms: roomList, dataFolder: options.folder, version: options.version, backup: backup === null ? null : { at: backup.at, ok: backup.ok, file: backup.file },
    deskLocked: lock.locked, windows: options.windows ?? 'none', createdAt: (session) => created.get(session) ?? 0,
  });
  const publisher = new Publisher({ topics: topics(home), context, epoch: opened.epoch, seq: () => journal.seq() });

  const backUp = (): void => {
    void backupDatabase({ source: opened.file, folder: path.join(options.folder, 'backups'), keep: 20, wall: Date.now() })
      .then((done) => { backup = done; if (!done.ok) report(`backup could not be verified: ${done.file}`); publisher.ambientChanged(); })
      .catch((error: unknown) => report(`backup failed: ${String(error)}`));
  };
  const yieldWindow = (name: 'projector.yield' | 'projector.return'): void => {
    options.native?.call(name).catch((error: unknown) => report(`${name}: ${String(error)}`));
  };
  /** What the outside does after a commit: windows follow the state, backups follow locks. */
  const afterCommit = (committed: readonly Committed[]): void => {
    for (const { happened, line } of committed) {
      const { name } = happened.event;
      if (name === 'sessionCreated') created.set(happened.event.body.session, line.wall);
      if (name === 'airYielded') yieldWindow('projector.yield');
      if (name === 'airReturned') yieldWindow('projector.return');
      if (name === 'windowLocked' || name === 'sessionFinalised' || name === 'sessionReadied') backUp();
      if (name === 'seatRenewed') connections.dismiss(happened.event.body.seat, 4401);
    }
  };
  const dispatcher: Dispatcher = new Dispatcher({
    database: opened.database, journal, recorder, texts, epoch: opened.epoch, now, initial,
    wallPicture: (state) => JSON.stringify(wallView(contextOf(state))),
    publish: (committed) => { publisher.committed(committed); afterCommit(committed); },
    reportBug: (error) => report(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  const systemActor = { role: 'system', subject: 'house', device: 'house' } as const;
  const submit: RunningHouse['submit'] = (request) => dispatcher.submit({ ...request, epoch: opened.epoch, listener: 'house' });

  const documents: Documents = new Documents({
    maker: documentMaker({ context, revisions: recorder.revisions, secretOf: (seat, issue) => keys.secret(seat, issue), roomUrl: () => roomBase(), submit }),
    print: options.native == null ? null : async (url) => Buffer.from((await options.native?.call('print.pdf', { url })) as string, 'base64'),
    baseUrl: () => `http://127.0.0.1:${ports.desk}`, now: () => Date.now(),
  });
  const roomBase = (): string => (roomList.find((each) => each.chosen) ?? roomList[0])?.url ?? `http://127.0.0.1:${ports.room}`;
  const house: House = {
    epoch: opened.epoch, publisher, wall: () => Date.now(), deskLocked: () => lock.locked, submit: (request) => dispatcher.submit(request),
    submitLocal: (request) => runLocal({
      context, settings, documents, native: options.native ?? null, lock, changed: () => { void rooms().then((list) => { roomList = list; publisher.ambientChanged(); }); },
      issueCode: (meeting, seat) => (findSeat(dispatcher.state, seat)?.meeting.id === meeting ? keys.issueCode(seat, Date.now()) : null),
    }, { name: request.name, input: request.input } as LocalCommand),
  };
  const sockets: SocketParts = { house, connections, keys, state: () => dispatcher.state, build: options.version };
  const desk = await deskListener({
    pages: options.pages, hosts: () => [`127.0.0.1:${ports.desk}`, `localhost:${ports.desk}`],
    sockets: { '/desk': tokenSocket(sockets, 'desk'), '/screen': tokenSocket(sockets, 'screen') },
    document: (key) => documents.take(key), api: (app) => programInterface(app, { house, token: keys.token('desk'), context, topics: topics(home) }),
  });
  const room = await roomListener({
    pages: options.pages, hosts: () => [...lanAddresses().map((each) => `${each.address}:${ports.room}`), `127.0.0.1:${ports.room}`, `localhost:${ports.room}`, ...(options.extraHosts ?? []).map((name) => `${name}:${ports.room}`)],
    sockets: { '/judge': seatSocket(sockets, 'judge'), '/stage': seatSocket(sockets, 'screen'), '/judge/code': codeSocket(sockets, () => Date.now()) },
  });
  ports = { desk: await listen(desk, '127.0.0.1', options.deskPort ?? settings.current.deskPort), room: await listen(room, '0.0.0.0', options.roomPort ?? settings.current.roomPort) };
  if (ports.desk !== settings.current.deskPort || ports.room !== settings.current.roomPort) settings.change({ deskPort: ports.desk, roomPort: ports.room });
  roomList = await rooms();

  for (const { running, ...input } of resumesOf(dispatcher.state, now(), marks.read)) {
    const id = `resume-${boot}-${input.session}`;
    await submit({ id, name: 'timer.resume', input, actor: systemActor });
    if (!running) await submit({ id: `${id}-stop`, name: 'timer.pause', input: { session: input.session, contestant: input.contestant }, actor: { ...systemActor, role: 'host' } });
  }
  if (options.sample === true && opened.fresh) {
    opened.database.prepare("INSERT INTO house (key, value) VALUES ('sample', '1')").run();
    await writeSample(submit, () => dispatcher.state);
  }
  const pulse = setInterval(() => { for (const mark of marksOf(dispatcher.state, now())) marks.write(mark); }, 1000);
  const presence = setInterval(() => publisher.ambientChanged(), 2000);

  return {
    deskUrl: `http://127.0.0.1:${ports.desk}/desk/#t=${keys.token('desk')}`, projectorUrl: `http://127.0.0.1:${ports.desk}/projector/#t=${keys.token('screen')}`,
    roomUrls: roomList.map((each) => each.url), roomPort: ports.room, deskPort: ports.desk, epoch: opened.epoch,
    state: () => dispatcher.state, submit, projectorChanged: (next) => { projector = next; publisher.ambientChanged(); },
    secretOf: (seat) => keys.secret(seat, findSeat(dispatcher.state, seat)?.held.issue ?? 0),
    stop: async () => {
      clearInterval(pulse);
      clearInterval(presence);
      publisher.close();
      connections.closeAll();
      await Promise.all([desk.close(), room.close()]);
      opened.close();
    },
  };
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
