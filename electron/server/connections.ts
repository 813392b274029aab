// All open connections: who is there, how alive each seat is, which browsers wait for the desk's tap. Limits sockets per seat and in total.
import type { Attendance } from '../application/attendance.ts';
import type { Presence } from '../application/views/context.ts';
import type { WebSocket } from 'ws';
import type { Connection } from './connection.ts';

const PER_SEAT = 4;
const TOTAL = 1200;
const KNOCKING = 1000;

export class Connections implements Attendance {
  readonly #all = new Set<Connection>();
  readonly #bySeat = new Map<string, Set<Connection>>();
  readonly #waiting = new Map<string, Map<string, number>>();
  readonly #knocking = new Set<WebSocket>();

  /** A socket that has not yet proved anything. When too many knock the oldest must go: an honest one is through in milliseconds. */
  knocks(socket: WebSocket): void {
    this.#knocking.add(socket);
    socket.once('close', () => { this.#knocking.delete(socket); });
    const oldest = [...this.#knocking][0];
    if (this.#knocking.size > KNOCKING) oldest?.terminate();
  }

  letIn(socket: WebSocket): void {
    this.#knocking.delete(socket);
  }

  /** False when the house or the seat is full; the oldest socket of a seat gives way instead. */
  enter(connection: Connection): boolean {
    if (this.#all.size >= TOTAL) return false;
    this.#all.add(connection);
    if (connection.seat === null) return true;
    const held = this.#bySeat.get(connection.seat) ?? new Set();
    this.#bySeat.set(connection.seat, held);
    held.add(connection);
    const oldest = [...held][0];
    if (held.size > PER_SEAT && oldest !== undefined) {
      oldest.close(4409);
      this.leave(oldest);
    }
    this.#waiting.delete(connection.seat);
    return true;
  }

  leave(connection: Connection): void {
    this.#all.delete(connection);
    if (connection.seat === null) return;
    const held = this.#bySeat.get(connection.seat);
    held?.delete(connection);
    if (held?.size === 0) this.#bySeat.delete(connection.seat);
  }

  /** A browser that proved the card but is not the one bound to the seat: it waits for one tap at the desk. */
  waits(seat: string, browser: string, now: number): void {
    const waiting = this.#waiting.get(seat) ?? new Map<string, number>();
    this.#waiting.set(seat, waiting.set(browser, now));
  }

  presence(seat: string, now: number): Presence {
    const held = [...(this.#bySeat.get(seat) ?? [])];
    const liveness = held.some((connection) => connection.isLive(now)) ? 'live' : held.length > 0 ? 'stale' : 'gone';
    const waiting = [...(this.#waiting.get(seat) ?? [])].filter(([, at]) => now - at < 15_000).map(([browser]) => browser);
    return { seat, liveness, waiting };
  }

  screens(): number {
    return [...this.#all].filter((connection) => connection.actor.role === 'screen').length;
  }

  /** Closes every socket of a seat, for a renewed card. */
  dismiss(seat: string, code: number): void {
    for (const connection of this.#bySeat.get(seat) ?? []) connection.close(code);
  }

  /** Closes the sockets of a seat that are not on this device, after the desk has given the seat to it. */
  dismissOthers(seat: string, device: string, code: number): void {
    for (const connection of this.#bySeat.get(seat) ?? []) if (connection.actor.device !== device) connection.close(code);
  }

  closeAll(): void {
    for (const connection of this.#all) connection.close(1001);
  }
}
