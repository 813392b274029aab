// Golden sessions through the session file and the second implementation: the same totals, places, tie rules and tiers, figure by figure.
import { describe, expect, test } from 'vitest';
import { recount } from '../../../electron/recount/recount.ts';
import { goldens } from '../../golden/goldens.ts';
import { jining, ownBallots, printed } from '../../golden/jining.ts';

/** As the file lies on a disk: nothing but JSON reaches the second count. */
const counted = (file: unknown) => recount(JSON.parse(JSON.stringify(file)) as unknown);

describe.each(goldens.map((golden) => [golden.preset.name, golden] as const))('%s', (_name, golden) => {
  const run = () => counted(golden.run().file()).rows;

  test('the second count gives the totals, places, tie rules and tiers worked out by hand', () => {
    expect(run().map((row) => ({ unit: row.contestant, total: row.total, rank: row.rank, decidedBy: row.decidedBy, award: row.tier }))).toEqual(golden.rows);
  });

  test('the second count gives the panels’ figures worked out by hand', () => {
    expect(Object.fromEntries(run().map((row) => [row.contestant, row.panels.map((panel) => panel.mean)]))).toEqual(golden.panels);
  });
});

test('the second count finds every golden session balanced and nobody waiting', () => {
  const all = goldens.map((golden) => counted(golden.run().file()));
  expect(all.map(({ open, notes }) => ({ open, notes: notes.filter((note) => note.code === 'unbalanced') }))).toEqual(goldens.map(() => ({ open: [], notes: [] })));
  expect(all.map(({ pending }) => pending)).toEqual(goldens.map((golden) => golden.pending ?? []));
});

test('the second count gives the printed result of Jining', () => {
  expect(counted(jining(ownBallots).file()).rows.map((row) => [row.total, row.rank])).toEqual(printed);
});
