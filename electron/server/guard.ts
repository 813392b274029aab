// Who may knock at all: Host and Origin of a request, and how often a connection may speak. Never locks out by IP.
import type { IncomingMessage } from 'node:http';

/** Whether Host is one of ours and a browser's Origin, if it sends one, is that very host (design §5). */
export const isOurOrigin = (request: Pick<IncomingMessage, 'headers'>, hosts: readonly string[]): boolean => {
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false;
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
};

/** A token bucket: `burst` at once, `perSecond` in the long run. */
export class Rate {
  readonly #burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #last: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
    this.#last = now;
  }

  /** Takes one token; false when there is none. */
  take(now: number): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#last) / 1000) * this.#perSecond);
    this.#last = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
