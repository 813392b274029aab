// The rank ballot of Jining 2015: 42 ballots give the thirteen printed scores and places. The shared data set is read where it lies beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resultOf } from '../../../shared/arena/sessionResult.ts';
import { jining, ownBallots, printed } from '../../golden/jining.ts';

const shared = join(import.meta.dirname, '../../../../shared/data/jining_42_ballots_reconstructed.csv');
const sharedBallots = (): readonly string[] =>
  readFileSync(shared, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').slice(1).join(' '));

const rowsOf = (ballots: readonly string[]) => resultOf(jining(ballots).session()).rows;

const givesThePrintedResult = (ballots: readonly string[]): void => {
  const rows = rowsOf(ballots);
  expect(rows.map((row) => [row.contestant, row.tally.text, row.rank])).toEqual(printed.map(([total, rank], at) => [`u${at + 1}`, total, rank]));
  expect(rows.reduce((cents, row) => cents + Number(row.tally.text.replace('.', '')), 0)).toBe(106_600);
};

test('42 ballots of our own give the thirteen printed scores, sum 1066.00, and the ranks 1–8, 9, 9, 11, 12, 13', () => {
  expect(ownBallots.length).toBe(42);
  givesThePrintedResult(ownBallots);
});

test('the shared ninth place is said to be shared by rule, the other places need none', () => {
  expect(rowsOf(ownBallots).map((row) => row.decidedBy?.by ?? '').join(' ')).toBe('        shared shared   ');
});

describe.runIf(existsSync(shared))('with the shared data set (left out where it does not lie beside the project)', () => {
  test('its 42 reconstructed ballots give the printed result too', () => {
    const ballots = sharedBallots();
    expect(ballots.length).toBe(42);
    givesThePrintedResult(ballots);
  });
});
