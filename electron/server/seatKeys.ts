// The cards' secrets, in a file of their own beside the database: never in journal, backup or session file (design §5).
// A renewed card gets a new secret; short codes live two minutes in memory only.
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LIFE_MS = 120_000;
const CODE_TRIES = 5;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The installation's own key. Only a missing file is made anew: a new key voids every printed card, an empty one would let anybody make cards. */
const readMaster = (file: string): string => {
  let held: string | null = null;
  try {
    held = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (held !== null && /^[0-9a-f]{64}$/.test(held)) return held;
  if (held !== null) renameSync(file, `${file}.unreadable`);
  const fresh = randomBytes(32).toString('hex');
  writeFileSync(`${file}.new`, fresh, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return fresh;
};

export class SeatKeys {
  readonly #master: string;
  readonly #codes = new Map<string, { readonly seat: string; readonly until: number; tries: number }>();

  constructor(file: string) {
    this.#master = readMaster(file);
  }

  /** The secret of a seat's card of a given issue: 16 bytes as hex, derived from the installation's own key. */
  secret(seat: string, issue: number): string {
    return createHmac('sha256', Buffer.from(this.#master, 'hex')).update(`${seat}/${issue}`).digest('hex').slice(0, 32);
  }

  /** A token for desk or screens of this installation. */
  token(name: 'desk' | 'screen'): string {
    return createHmac('sha256', Buffer.from(this.#master, 'hex')).update(`token ${name}`).digest('hex').slice(0, 32);
  }

  issueCode(seat: string, now: number): { readonly code: string; readonly expiresAt: number } {
    const code = Array.from({ length: 6 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
    this.#codes.set(code, { seat, until: now + CODE_LIFE_MS, tries: CODE_TRIES });
    return { code, expiresAt: now + CODE_LIFE_MS };
  }

  /**
   * The seat whose outstanding code satisfies the proof; the code is used up. Only codes of seats that `mayPair` at this door are looked at,
   * and a failed try counts against every one of those.
   */
  redeem(proves: (code: string) => boolean, now: number, mayPair: (seat: string) => boolean): { readonly seat: string; readonly code: string } | null {
    for (const [code, entry] of this.#codes) if (entry.until < now || entry.tries <= 0) this.#codes.delete(code);
    const offered = [...this.#codes].filter(([, entry]) => mayPair(entry.seat));
    const found = offered.find(([code]) => proves(code));
    if (found === undefined) for (const [, entry] of offered) entry.tries -= 1;
    else this.#codes.delete(found[0]);
    return found === undefined ? null : { seat: found[1].seat, code: found[0] };
  }
}
