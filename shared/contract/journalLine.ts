// The journal's line format (design §1 item 1), final: what is hashed and how. Shared by the database and by `verify`.
import { sha256Hex } from '../kernel/draw.ts';

/** One stored row. `body` is the JSON text exactly as stored; the hash covers these bytes. */
export interface JournalLine {
  readonly seq: number; readonly chain: string; readonly wall: number; readonly who: string; readonly device: string; readonly command: string;
  readonly area: string; readonly name: string; readonly version: number; readonly body: string; readonly previous: string; readonly hash: string;
}
/** The first link of every chain stands on this. */
export const CHAIN_START = '0'.repeat(64);

/** What a row's SHA-256 is taken of: every field, each preceded by its length, so that no two rows can read alike. */
export const lineText = (line: Omit<JournalLine, 'hash'>): string =>
  [line.seq, line.chain, line.wall, line.who, line.device, line.command, line.area, line.name, line.version, line.body, line.previous]
    .map(String).map((field) => `${field.length}:${field}`).join('|');

/** Salted hash of a text outside the chain. */
export const textHash = (salt: string, value: string): string => sha256Hex(`${salt}:${value}`);
