// What every view is made from: the state, the words, the clock, the settings and what is known of live connections.
import type { Instant, TextRef } from '../../../shared/kernel/decision.ts';
import type { HouseState } from '../house.ts';
import type { Settings } from '../settings.ts';

export type Liveness = 'live' | 'stale' | 'gone';
export interface Presence { readonly seat: string; readonly liveness: Liveness; readonly waiting: readonly string[] }

export interface ViewContext {
  readonly state: HouseState;
  readonly read: (reference: TextRef | null) => string;
  readonly now: () => Instant;
  readonly settings: Settings;
  readonly sample: boolean;
  readonly presence: (seat: string) => Presence;
  readonly screens: () => number;
  /** The seats whose ballot lies in an open box, sorted; empty once it is sealed. */
  readonly castSeats: (box: string) => readonly string[];
  /** What the letters of a session's review of judges are drawn from; it never leaves the host. */
  readonly reviewSeed: (session: string) => string;
  readonly projector: 'none' | 'shown' | 'hidden';
}
