// The views a link holds: one whole snapshot per topic and parameters, replaced when a newer one arrives. It merges nothing and parses nothing.
import type { HostMessage } from '../../shared/contract/wire.ts';

export type Params = Readonly<Record<string, string>>;
export interface Version {
  readonly epoch: string;
  readonly seq: number;
}
/** What is known of a view: the newest snapshot (null before the first) and, when the topic cannot be had, the host's code. */
export interface ViewState {
  readonly version: Version | null;
  readonly data: unknown;
  readonly refused: string | null;
}
export interface HeldView {
  readonly topic: string;
  readonly params: Params;
  readonly state: () => ViewState;
  /** Tells of each change; the returned function ends it. The host is asked for the view as long as someone listens. */
  readonly listen: (listener: () => void) => () => void;
}
interface Entry {
  readonly view: HeldView;
  readonly listeners: Set<() => void>;
  state: ViewState;
}
type ViewMessage = Extract<HostMessage, { type: 'view' }>;

const nothing: ViewState = { version: null, data: null, refused: null };

/** One key for equal topics and parameters, in whatever order these were written. */
export const viewKey = (topic: string, params: Params): string =>
  JSON.stringify([topic, ...Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** An equal seq is taken too: frames of a connection are in order, and views such as liveness change between two commits. */
const supersedes = (known: Version | null, next: Version): boolean => known === null || known.epoch !== next.epoch || next.seq >= known.seq;

export class LinkViews {
  readonly #entries = new Map<string, Entry>();
  readonly #ask: (wanted: boolean, view: HeldView) => void;

  constructor(ask: (wanted: boolean, view: HeldView) => void) {
    this.#ask = ask;
  }

  view(topic: string, params: Params): HeldView {
    return this.#entry(topic, params).view;
  }

  wanted(): readonly HeldView[] {
    return [...this.#entries.values()].filter((entry) => entry.listeners.size > 0).map((entry) => entry.view);
  }

  receive(message: ViewMessage): void {
    const entry = this.#entries.get(viewKey(message.topic, message.params));
    const version = { epoch: message.epoch, seq: message.seq };
    if (entry === undefined || !supersedes(entry.state.version, version)) return;
    this.#put(entry, { version, data: message.data, refused: null });
  }

  refuse(topic: string, code: string): void {
    for (const entry of this.#entries.values()) if (entry.view.topic === topic) this.#put(entry, { ...entry.state, refused: code });
  }

  #put(entry: Entry, state: ViewState): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  #entry(topic: string, params: Params): Entry {
    const key = viewKey(topic, params);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = {
      listeners: new Set(),
      state: nothing,
      view: { topic, params, state: () => entry.state, listen: (listener) => this.#listen(entry, listener) },
    };
    this.#entries.set(key, entry);
    return entry;
  }

  #listen(entry: Entry, listener: () => void): () => void {
    const own = (): void => listener();
    entry.listeners.add(own);
    if (entry.listeners.size === 1) this.#ask(true, entry.view);
    return () => {
      if (entry.listeners.delete(own) && entry.listeners.size === 0) this.#ask(false, entry.view);
    };
  }
}
