// The dispatcher over a real database without sockets, for failures that no socket can bring about. Parts may be replaced to break one on purpose.
import { Dispatcher, type Committed, type DispatchParts, type Request } from '../../electron/application/dispatch.ts';
import { openStore } from '../../electron/application/store.ts';
import type { HouseDatabase } from '../../electron/database/open.ts';
import type { Answer } from '../../shared/contract/wire.ts';

export interface ADispatcher {
  readonly dispatcher: Dispatcher; readonly database: HouseDatabase; readonly epoch: string;
  readonly published: Committed[]; readonly bugs: unknown[];
  /** Sends as the host at the desk unless told otherwise. */
  readonly send: (name: string, input: unknown, more?: Partial<Request>) => Promise<Answer>;
  readonly close: () => void;
}

let sent = 0;

export const aDispatcher = (folder: string, parts: Partial<DispatchParts> = {}): ADispatcher => {
  const store = openStore(folder);
  const { opened, journal, recorder, texts } = store;
  const published: Committed[] = [];
  const bugs: unknown[] = [];
  const dispatcher = new Dispatcher({
    database: opened.database, journal, recorder, texts, epoch: opened.epoch, initial: store.initial,
    now: () => ({ wall: Date.now(), mono: performance.now(), boot: 'test' }), wallPicture: () => '{}',
    publish: (committed) => { published.push(...committed); }, reportBug: (error) => { bugs.push(error); }, ...parts,
  });
  return {
    dispatcher, database: opened.database, epoch: opened.epoch, published, bugs, close: () => opened.close(),
    send: (name, input, more = {}) => dispatcher.submit({ id: `t-${(sent += 1)}`, name, input, epoch: opened.epoch, listener: 'desk', actor: { role: 'host', subject: 'host', device: 'desk-test' }, ...more }),
  };
};
