// Sends whole snapshots of topics: on subscribe and after commits, at most one each 50 ms, only when their bytes changed,
// each computed once for all who look at the same thing. A connection that does not drain gets only the newest.
import type { HostMessage } from '../../shared/contract/wire.ts';
import type { Committed } from './dispatch.ts';
import type { Topic, Viewer } from './views/topics.ts';
import type { ViewContext } from './views/context.ts';

const COALESCE_MS = 50;
const LONGEST_WAIT_MS = 200;

/** Where snapshots go. `offer` replaces an unsent older snapshot of the same key. */
export interface Subscriber {
  readonly viewer: Viewer;
  readonly offer: (key: string, message: string, seq: number) => void;
  readonly dropped: (key: string) => void;
}
interface Watched {
  readonly name: string; readonly topic: Topic; readonly params: Readonly<Record<string, string>>; readonly viewer: Viewer;
  readonly subscribers: Set<Subscriber>;
  bytes: string;
  dirty: boolean;
}
export interface PublisherParts { readonly topics: Readonly<Record<string, Topic>>; readonly context: () => ViewContext; readonly epoch: string; readonly seq: () => number; readonly reportBug?: (error: unknown) => void; /** Receipts go before pictures: while a burst is worked off, snapshots wait, but not for ever. */ readonly busy?: () => boolean }

const JUDGES: readonly string[] = ['seat', 'mySheet'];
/** Topics that show each viewer its own. */
const PRIVATE: readonly string[] = [...JUDGES, 'station', 'batch'];
/** The judge an event is about; it concerns no other judge's own topics. */
const judgeOf = ({ happened: { event } }: Committed): string | null => ('judge' in event.body && typeof event.body.judge === 'string' ? event.body.judge : null);
const keyOf = (name: string, params: Readonly<Record<string, string>>, viewer: Viewer): string =>
  JSON.stringify([name, ...Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)), ...(PRIVATE.includes(name) ? [viewer.meeting, viewer.subject] : [])]);

export class Publisher {
  readonly #parts: PublisherParts;
  readonly #watched = new Map<string, Watched>();
  /** Committed and not yet held against the topics: that waits for the flush, so that receipts do not wait for it. */
  #unmarked: Committed[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lastFlush = 0;
  #closed = false;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Adds a subscriber and sends it the snapshot; false when the topic names nothing. */
  subscribe(subscriber: Subscriber, name: string, params: Readonly<Record<string, string>>): boolean {
    const topic = this.#parts.topics[name];
    if (topic === undefined) return false;
    const key = keyOf(name, params, subscriber.viewer);
    // What was committed since the last flush must not be missing from a first snapshot that carries today's seq.
    this.#mark();
    const known = this.#watched.get(key);
    const watched: Watched = known ?? { name, topic, params, viewer: subscriber.viewer, subscribers: new Set(), bytes: '', dirty: true };
    if (watched.dirty && !this.#refresh(watched, this.#parts.context())) return false;
    this.#watched.set(key, watched);
    watched.subscribers.add(subscriber);
    this.#offer(key, watched, [subscriber]);
    return true;
  }

  unsubscribe(subscriber: Subscriber, name: string, params: Readonly<Record<string, string>>): void {
    this.#drop(subscriber, keyOf(name, params, subscriber.viewer));
  }

  leave(subscriber: Subscriber): void {
    for (const key of this.#watched.keys()) this.#drop(subscriber, key);
  }

  #drop(subscriber: Subscriber, key: string): void {
    const watched = this.#watched.get(key);
    if (watched?.subscribers.delete(subscriber) === true) subscriber.dropped(key);
    if (watched?.subscribers.size === 0) this.#watched.delete(key);
  }

  /** What the committed events concern is sent within 50 ms. */
  committed(lines: readonly Committed[]): void {
    for (const line of lines) this.#unmarked.push(line);
    this.#soon();
  }

  /** Marks what the committed events concern. In a burst every line is about another judge: it is not held against all judges' topics. */
  #mark(): void {
    if (this.#unmarked.length === 0) return;
    const clean = [...this.#watched.values()].filter((watched) => !watched.dirty);
    const shared = clean.filter((watched) => !JUDGES.includes(watched.name));
    const bySubject = Map.groupBy(clean.filter((watched) => JUDGES.includes(watched.name)), (watched) => watched.viewer.subject);
    for (const line of this.#unmarked) {
      const judge = judgeOf(line);
      const concerned = judge === null ? clean : [...shared, ...(bySubject.get(judge) ?? [])];
      for (const watched of concerned) watched.dirty ||= watched.topic.touchedBy(line.happened, watched.params, watched.viewer);
    }
    this.#unmarked = [];
  }

  /** Something that leaves no event has changed what these look at. */
  touch(concerns: (topic: string, viewer: Viewer) => boolean): void {
    for (const watched of this.#watched.values()) if (concerns(watched.name, watched.viewer)) watched.dirty = true;
    this.#soon();
  }

  /** Settings, presence or windows changed: topics that show them are made again. */
  ambientChanged(): void {
    for (const watched of this.#watched.values()) if (watched.topic.ambient === true) watched.dirty = true;
    this.#soon();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#watched.clear();
  }

  #soon(): void {
    if (this.#closed || this.#timer !== null) return;
    const wait = Math.max(0, this.#lastFlush + COALESCE_MS - performance.now());
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#timer = null;
    if (this.#parts.busy?.() === true && performance.now() - this.#lastFlush < LONGEST_WAIT_MS) {
      this.#timer = setTimeout(() => this.#flush(), 5);
      return;
    }
    this.#lastFlush = performance.now();
    this.#mark();
    const context = this.#parts.context();
    // What the room and the desk look at goes before what is each judge's own.
    const dirty = [...this.#watched].filter(([, watched]) => watched.dirty);
    const shared = dirty.filter(([, watched]) => !PRIVATE.includes(watched.name));
    const own = dirty.filter(([, watched]) => PRIVATE.includes(watched.name));
    for (const [key, watched] of [...shared, ...own]) {
      const before = watched.bytes;
      if (this.#refreshed(watched, context) && watched.bytes !== before) this.#offer(key, watched, watched.subscribers);
    }
  }

  /** A view that cannot be made keeps its last snapshot; the others go on. */
  #refreshed(watched: Watched, context: ViewContext): boolean {
    try {
      return this.#refresh(watched, context);
    } catch (error) {
      watched.dirty = false;
      this.#parts.reportBug?.(error);
      return false;
    }
  }

  #refresh(watched: Watched, context: ViewContext): boolean {
    const data = watched.topic.make(context, watched.params, watched.viewer);
    watched.dirty = false;
    if (data === null) return false;
    watched.bytes = JSON.stringify(data);
    return true;
  }

  #offer(key: string, watched: Watched, subscribers: Iterable<Subscriber>): void {
    const seq = this.#parts.seq();
    const head = { type: 'view', topic: watched.name, params: watched.params, epoch: this.#parts.epoch, seq } satisfies Omit<Extract<HostMessage, { type: 'view' }>, 'data'>;
    const message = `${JSON.stringify(head).slice(0, -1)},"data":${watched.bytes}}`;
    for (const subscriber of subscribers) subscriber.offer(key, message, seq);
  }
}
