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
  readonly projector: 'none' | 'shown' | 'hidden';
}
