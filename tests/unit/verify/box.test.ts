// A sealed box in the journal: its ballots must be those its root and count were taken of.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ChainCheck, chainStart, hashOfLine } from '../../../electron/recount/chain.ts';

const ballots = [{ u1: { kind: 'abstained', marks: {} } }, { u1: { kind: 'marks', marks: { cell: '好' } } }];
const rootOf = (texts: readonly string[]): string => createHash('sha256').update(texts.map((text) => `${text}\n`).join(''), 'utf8').digest('hex');
const root = rootOf(ballots.map((ballot) => JSON.stringify(ballot)));

/** What a chain of one such event, otherwise whole, is faulted for. */
const faultsOf = (body: object): readonly string[] => {
  const line = { seq: 1, chain: 'meeting', wall: 0, who: 'system', device: 'house', command: 'c1', area: 'arena', name: 'boxSealed', version: 1, body: JSON.stringify(body), previous: chainStart };
  const pass = new ChainCheck(new Map());
  pass.take({ ...line, hash: hashOfLine(line) });
  return pass.result().faults.map(({ what }) => what);
};

test('ballots that fit their root and count pass, and the root is that of the sealed file: one ballot a line', () => {
  expect(faultsOf({ session: 's1', panel: 'A', count: 2, root, ballots })).toEqual([]);
});

test.each([
  ['a ballot changed', { ballots: [ballots[0], { u1: { kind: 'marks', marks: { cell: '差' } } }] }],
  ['a ballot less', { ballots: ballots.slice(1), count: 1 }],
  ['another count', { count: 3 }],
  ['no ballots at all', { ballots: null }],
])('%s is a fault of the box even where every link holds', (_, change) => {
  expect(faultsOf({ session: 's1', panel: 'A', count: 2, root, ballots, ...change })).toEqual(['box']);
});
