// The bench itself still runs: its short form loses nothing and doubles nothing. No time is judged here.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, temporaryFolder } from '../support/aHouse.ts';

test('thirty ballots at once and ten alone are all stored once, as sent, under the receipt that was given', () => {
  const folder = temporaryFolder();
  const out = path.join(folder, 'bench.json');
  try {
    const run = spawnSync(process.execPath, [path.join(root, 'tests/bench/run.ts'), '--short', '--seed', '1', '--out', out], { encoding: 'utf8', timeout: 25_000 });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const { seed, result } = JSON.parse(readFileSync(out, 'utf8')) as { seed: number; result: { cases: readonly unknown[] } };
    expect(seed).toBe(1);
    // A first burst, one measured burst, ten alone.
    expect(result.cases).toMatchObject([{ judges: 30, counted: { sent: 70, stored: 70, lost: 0, doubled: 0, changed: 0, wrongReceipts: 0 } }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
