// Golden sessions: what the program counts is what was worked out by hand in tests/golden, figure by figure.
import { describe, expect, test } from 'vitest';
import { awardsOf } from '../../../shared/arena/awards.ts';
import { asShown } from '../../../shared/arena/figures.ts';
import { builtInPresets } from '../../../shared/arena/presets/presets.ts';
import { categoriesOf, resultOf } from '../../../shared/arena/sessionResult.ts';
import type { ArenaSession } from '../../../shared/arena/state.ts';
import { countySecretariesGolden, countySecretariesOnSite } from '../../golden/countySecretaries.golden.ts';
import { goldens } from '../../golden/goldens.ts';
import type { GoldenRow } from '../../golden/support.ts';

const ruleName = (tie: { readonly by: string; readonly id?: string } | null): string | null => (tie === null ? null : tie.id === undefined ? tie.by : `${tie.by}:${tie.id}`);

const rowsOf = (session: ArenaSession): readonly GoldenRow[] => {
  const { rows } = resultOf(session);
  const awards = new Map(categoriesOf(session).flatMap((category) => [...awardsOf(session.rules, category, rows.filter((row) => row.category === category))]));
  return rows.map((row) => ({ unit: row.contestant, total: row.tally.text, rank: row.rank, decidedBy: ruleName(row.decidedBy), award: awards.get(row.contestant)?.id ?? null }));
};

describe.each(goldens.map((golden) => [golden.preset.name, golden] as const))('%s', (_name, golden) => {
  // Run in each test, so that a refusal on the way is a red test and not a file without a verdict.
  const run = (): ArenaSession => golden.run().session();

  test('totals, ranks, what decided ties, and awards are those worked out by hand', () => {
    expect(rowsOf(run())).toEqual(golden.rows);
  });

  test('the panels’ figures are those worked out by hand', () => {
    const figures = resultOf(run()).rows.map((row) => [row.contestant, row.tally.panels.map((panel) => `${panel.mean.top}/${panel.mean.bottom}`)]);
    expect(Object.fromEntries(figures)).toEqual(golden.panels);
  });

  test('the session is finalised, nothing is open, and only those named have no rank', () => {
    const session = run();
    expect({ phase: session.phase, open: resultOf(session).open, pending: resultOf(session).pending }).toEqual({ phase: 'finalised', open: [], pending: golden.pending ?? [] });
  });
});

test('every preset has its golden session', () => {
  expect(goldens.map((golden) => golden.preset.id)).toEqual(builtInPresets.map((preset) => preset.id));
});

test('switched to the on-site score alone, the wall counts on its own 100 without performance and penalties', () => {
  const shown = asShown({ ...countySecretariesGolden.run().session(), figure: 'onSite' });
  expect(resultOf(shown).rows.map((row) => [row.contestant, row.tally.text, row.rank])).toEqual(countySecretariesOnSite);
});
