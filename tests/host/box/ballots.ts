// Known ballots for a box: seats, tokens and bodies, in an order drawn from a seed.
import { boxPath } from '../../../electron/database/box/boxFiles.ts';
import type { Ballot } from '../../../electron/database/box/box.ts';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { below, type Chance } from '../../support/chance.ts';

export const shuffled = <T>(list: readonly T[], chance: Chance): readonly T[] => {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = below(chance, at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
};

const hex = (chance: Chance): string => Array.from({ length: 4 }, () => below(chance, 2 ** 31).toString(16).padStart(8, '0')).join('');
const grades = ['好', '较好', '一般', '较差'];

/** Bodies that all differ, of 8 to 20 units each, so that lengths differ too. */
export const someBodies = (count: number, chance: Chance): readonly string[] =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ note: `票 ${hex(chance)} ${at % 7}`, cells: Array.from({ length: 8 + below(chance, 13) }, () => grades[below(chance, 4)]) }));

/** Every body from a seat and under a token drawn by lot, in an order drawn by lot. */
export const castBy = (bodies: readonly string[], chance: Chance): readonly Ballot[] => {
  const seats = shuffled(bodies.map((_, at) => `seat-${at}-${'x'.repeat(at % 5)}`), chance);
  return shuffled(bodies.map((body, at) => ({ seat: seats[at] ?? '', token: hex(chance), body })), chance);
};

/** Every file of a folder with its bytes. */
export const filesOf = (folder: string): ReadonlyMap<string, Buffer> => new Map(readdirSync(folder).sort().map((name) => [name, readFileSync(path.join(folder, name))]));

/** The key of an open box, as whoever has the folder reads it. */
export const keyBytes = (folder: string, id: string): Buffer => readFileSync(boxPath(folder, id, 'key'));
