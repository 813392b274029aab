// Planted faults are worth something only while they can still be planted and their tests are there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planted, staleness } from '../../sabotage/fault.ts';
import { faults } from '../../sabotage/faults.ts';

const root = path.join(import.meta.dirname, '../../..');

describe('a planted fault', () => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('still fits the source: %s', (_name, fault) => {
    expect(staleness(fault, readFileSync(path.join(root, fault.file), 'utf8'))).toBe(null);
    expect(fault.tests.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('has a name of its own, and there are at least sixteen', () => {
    expect(new Set(faults.map((fault) => fault.name)).size).toBe(faults.length);
    expect(faults.length).toBeGreaterThanOrEqual(16);
  });
});

describe('a patch', () => {
  const source = 'const a = 1;\nconst b = 1;\nif (a === b) go();\n';
  const fault = { name: 'never goes', file: 'x.ts', find: 'a === b', replace: 'a !== b', tests: [] };

  test('changes its one place and nothing else', () => {
    expect(planted(fault, source)).toBe('const a = 1;\nconst b = 1;\nif (a !== b) go();\n');
  });

  test.each([
    ['whose text is gone', { find: 'a == b' }, 'no longer in the file'],
    ['whose text stands twice', { find: ' = 1;' }, '2 times'],
    ['that changes nothing', { replace: 'a === b' }, 'changes nothing'],
    ['over several lines', { find: 'const a = 1;\nconst b' }, 'not a change within one line'],
  ])('%s is stale and is not planted', (_what, change, why) => {
    expect(() => planted({ ...fault, ...change }, source)).toThrow(why);
  });
});
