import { expect, test } from 'vitest';
import { onceQuiet } from '../../../electron/application/quiet.ts';

test('quiet work runs once after a burst has ended, not during it and not again without a new one', () => {
  let count = 0;
  let runs = 0;
  const beat = onceQuiet(() => count, () => { runs += 1; });
  beat();
  expect(runs).toBe(0);
  count = 5; beat();
  count = 9; beat();
  expect(runs).toBe(0);
  beat(); beat(); beat();
  expect(runs).toBe(1);
  count = 10; beat(); beat();
  expect(runs).toBe(2);
});
