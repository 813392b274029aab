// A station's card as an address: for the QR code on the desk, and to be typed on a laptop that cannot scan. It makes no card for a judge.
import type { HouseState } from '../application/house.ts';
import { findSeat } from './sockets.ts';

interface CardParts { readonly state: HouseState; readonly secret: (issue: number) => string; readonly roomUrl: string }

/** The whole address with the card's secret behind the #, and the plain one; null when there is no such station in the meeting. */
export const stationCard = (parts: CardParts, wanted: { readonly meeting: string; readonly seat: string }): { readonly url: string; readonly address: string } | null => {
  const found = findSeat(parts.state, wanted.seat);
  if (found === undefined || found.meeting.id !== wanted.meeting || (found.held.role !== 'clerk' && found.held.role !== 'supervisor')) return null;
  const { seat, role, issue } = found.held;
  return { url: `${parts.roomUrl}/clerk/#s=${seat}&k=${parts.secret(issue)}&r=${role}`, address: `${parts.roomUrl}/c` };
};
