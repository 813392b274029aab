// The sealed box as text. First line: `leitai-box 1 <count> <root>`; then one ballot per line in the order of its UTF-8 bytes, each line ended by
// a line feed. The root is the SHA-256 of everything after the first line, so anyone checks it: `tail -n +2 FILE | sha256sum`, and the order
// with `LC_ALL=C sort -c`. The text is a function of the ballots alone: no order of arrival is left to be found.
import { createHash } from 'node:crypto';

export interface SealedBallots { readonly count: number; readonly root: string; readonly bodies: readonly string[] }

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8'));
const lines = (bodies: readonly string[]): string => bodies.map((body) => `${body}\n`).join('');

/** Ballots in the order of their UTF-8 bytes, equal ones side by side. Example: `['b','a','b']` → `['a','b','b']`. */
export const sortBodies = (bodies: readonly string[]): readonly string[] => [...bodies].sort(byBytes);

/** SHA-256, lower-case hex, over the sorted ballots, each followed by a line feed. Without ballots: that of nothing, e3b0c442…. */
export const boxRoot = (bodies: readonly string[]): string => createHash('sha256').update(lines(sortBodies(bodies)), 'utf8').digest('hex');

export const sealedText = (bodies: readonly string[]): string => `leitai-box 1 ${bodies.length} ${boxRoot(bodies)}\n${lines(sortBodies(bodies))}`;

/** Reads a sealed box back, or null when count, order or root do not hold. */
export const readSealedText = (text: string): SealedBallots | null => {
  const [first = '', ...rest] = text.split('\n');
  const bodies = rest.slice(0, -1);
  return sealedText(bodies) === text && first !== '' ? { count: bodies.length, root: boxRoot(bodies), bodies } : null;
};
