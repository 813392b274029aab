// What the stage timer's page knows: its link, the host's timer and the host's clock. It sends heartbeats and never a command.
import type { HostMessage } from '../../shared/contract/wire.ts';
import type { StageTimerView } from '../../shared/meeting/views.ts';
import { clockOffset } from '../common/clockOffset.ts';
import type { Card } from '../common/sealed/card.ts';
import { readStageTimer } from './guards.ts';
import { isOlder, type StoreParts, type Version } from './judgeStore.ts';
import { SealedLink, type LinkStatus } from '../common/sealed/link.ts';

export interface StageSnapshot {
  readonly status: LinkStatus;
  /** Null until a view and the host's clock have come. */
  readonly view: StageTimerView | null;
  readonly version: Version | null;
}
type Parts = Omit<StoreParts, 'storage' | 'received'>;

export class StageStore {
  readonly #parts: Parts;
  readonly #link: SealedLink;
  readonly #listeners = new Set<() => void>();
  #offset = clockOffset();
  /** Whether the next measurement begins anew: a device that slept, or a host that came back, has another offset. */
  #clockUnsure = true;
  #view: StageTimerView | null = null;
  #drawn: Version | null = null;
  #snapshot: StageSnapshot;

  constructor(who: { readonly card: Card; readonly browser: string }, parts: Parts) {
    this.#parts = parts;
    this.#link = new SealedLink(who, parts, {
      changed: (status) => this.#change({ status }),
      message: (message) => this.#heard(message),
      drawn: () => this.#drawn,
    });
    this.#snapshot = { status: this.#link.status(), view: null, version: null };
  }

  snapshot = (): StageSnapshot => this.#snapshot;
  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  drawn = (version: Version | null): void => {
    this.#drawn = version;
  };
  /** The host's wall time in ms, as well as it is known. */
  hostNow = (): number => this.#parts.wall() + this.#offset.value();

  start(): void {
    this.#link.retry();
  }
  stop(): void {
    this.#link.stop();
  }
  wake(longAway: boolean): void {
    this.#link.wake(longAway);
  }

  #heard(message: HostMessage): void {
    if (message.type === 'hello') return this.#greeted();
    if (message.type === 'beat') return this.#measured(message);
    if (message.type === 'view') this.#viewed(message);
  }

  /** The clock first: with the timer alone a page whose clock is wrong would show a wrong time. */
  #greeted(): void {
    this.#clockUnsure = true;
    this.#link.beat();
    this.#link.send({ type: 'subscribe', topic: 'stageTimer', params: {} });
  }

  #measured({ wall, sentAt }: HostMessage & { readonly type: 'beat' }): void {
    if (this.#clockUnsure) this.#offset = clockOffset();
    this.#clockUnsure = false;
    const receivedAt = this.#parts.wall();
    // The round trip on the clock that is never set; sent in whole milliseconds, it may seem half of one too short.
    const roundTrip = Math.max(0, this.#parts.now() - sentAt);
    this.#offset.measured({ sentAt: receivedAt - roundTrip, receivedAt, host: wall });
    this.#change({ view: this.#view });
  }

  #viewed({ topic, epoch, seq, data }: HostMessage & { readonly type: 'view' }): void {
    const view = topic === 'stageTimer' ? readStageTimer(data) : null;
    if (view === null || isOlder({ epoch, seq }, this.#snapshot.version)) return;
    this.#view = view;
    this.#change({ version: { epoch, seq }, view: this.#clockUnsure && this.#snapshot.view === null ? null : view });
  }

  #change(part: Partial<StageSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
