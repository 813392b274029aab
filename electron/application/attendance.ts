// Who is there, as the application sees it: the server knows the sockets and implements this.
import type { Presence } from './views/context.ts';

/** How a seat's browser is named as the sender of commands. */
export const deviceOf = (seat: string, browser: string): string => `${seat}-${browser}`;

export interface Attendance {
  readonly presence: (seat: string, now: number) => Presence;
  readonly screens: () => number;
  /** Closes every socket of a seat, for a renewed card. */
  readonly dismiss: (seat: string, code: number) => void;
  /** Closes the sockets of a seat that are not on this device, after the desk has given the seat to it. */
  readonly dismissOthers: (seat: string, device: string, code: number) => void;
}
