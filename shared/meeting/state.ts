// What is: a meeting, its seats and the picture on air. One persisted integer, `step`, says where a reveal stands.
import type { TextRef } from '../kernel/decision.ts';
import type { Scene, Seat, StationRole } from './events.ts';

export interface Air {
  readonly show: Scene | null;
  readonly step: number;
  readonly steps: number;
  readonly mode: 'live' | 'frozen' | 'blank';
  /** The picture the room keeps while frozen, as text outside the chain. */
  readonly frozen: TextRef | null;
  readonly yielded: boolean;
}
export interface HeldSeat extends Seat { readonly browser: string | null; /** Counts renewals: each makes the printed card void. */ readonly issue: number }
/** A clerk's or supervisor's station. A removed one keeps its name: what it keyed still says by whom. */
export interface Station { readonly seat: string; readonly role: StationRole; readonly name: TextRef; readonly removed: boolean }
export interface Meeting {
  readonly id: string;
  readonly title: TextRef;
  readonly items: readonly { readonly area: string; readonly id: string }[];
  readonly seats: Readonly<Record<string, HeldSeat>>;
  /** Every station there ever was, by its seat; only those not removed are among the seats. */
  readonly stations: Readonly<Record<string, Station>>;
  readonly air: Air;
}
export interface MeetingState {
  readonly meetings: Readonly<Record<string, Meeting>>;
  /** The meeting whose picture the wall shows: the one that was put on air last. */
  readonly onAir: string | null;
}
export const emptyMeetings: MeetingState = { meetings: {}, onAir: null };
export const emptyAir: Air = { show: null, step: 0, steps: 1, mode: 'live', frozen: null, yielded: false };
