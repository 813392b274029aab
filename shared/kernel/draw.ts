// 抽签: an order made from a recorded seed that anyone can check by hand with a SHA-256 calculator.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text, as lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Draws an order by lot: every ticket is SHA-256 of `seed:id`, and the smallest ticket goes first.
 * Same seed and same ids, same order, whatever the order they are given in. Example: `drawOrder('7A', ['x','y'])`.
 */
export const drawOrder = (seed: string, ids: readonly string[]): readonly string[] =>
  [...ids]
    .map((id) => ({ id, ticket: sha256Hex(`${seed}:${id}`) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map((lot) => lot.id);
