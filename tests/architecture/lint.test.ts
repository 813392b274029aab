// The lint rules of the house really fire: each is shown one fault it must report.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../../electron/launch/runtime.mjs';
import { repository } from './cruise.ts';

interface Fault {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const longFunction = `export const long = (): number => {\n${'  void 0\n'.repeat(60)}  return 1\n}\n`;

const faults: readonly Fault[] = [
  { rule: 'no-explicit-any', file: 'shared/any.ts', code: 'export const loose: any = 1\n' },
  {
    rule: 'no-non-null-assertion',
    file: 'shared/bang.ts',
    code: 'export const first = (list: readonly number[]): number => list[0]!\n',
  },
  { rule: 'no-default-export', file: 'shared/default.ts', code: 'const thing = 1\nexport default thing\n' },
  { rule: 'no-barrel-file', file: 'shared/barrel.ts', code: "export * from './long.ts'\n" },
  { rule: 'no-restricted-properties', file: 'shared/clock.ts', code: 'export const now = (): number => Date.now()\n' },
  { rule: 'no-restricted-properties', file: 'shared/chance.ts', code: 'export const dice = (): number => Math.random()\n' },
  { rule: 'max-lines', file: 'shared/lines.ts', code: 'export {}\n'.padEnd(340, '\n') },
  { rule: 'max-lines-per-function', file: 'shared/long.ts', code: longFunction },
  {
    rule: 'max-params',
    file: 'shared/params.ts',
    code: 'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d\n',
  },
  { rule: 'no-console', file: 'electron/noise.ts', code: "console.log('noise')\n" },
  { rule: 'no-floating-promises', file: 'electron/float.ts', code: 'const later = async (): Promise<number> => 1\nlater()\n' },
  { rule: 'eqeqeq', file: 'electron/equal.ts', code: 'export const same = (a: number, b: number): boolean => a == b\n' },
];

const reported = new Set<string>();
let tree = '';

const lintTree = (): Promise<string> =>
  new Promise((resolve) => {
    const script = scriptOf('oxlint') ?? '';
    execFile(process.execPath, [script, '--type-aware', '--format=unix'], { cwd: tree }, (_failed, output) => resolve(output));
  });

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'leitai-lint-'));
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'shared/tsconfig.json', 'electron/tsconfig.json']) {
    cpSync(join(repository, file), join(tree, file));
  }
  for (const { file, code } of faults) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), code);
  }
  for (const line of (await lintTree()).split('\n')) {
    const [, file, rule] = /^([^:]+):.*[([/]([\w-]+)[)\]]+$/.exec(line.trim()) ?? [];
    if (file !== undefined && rule !== undefined) reported.add(`${rule} in ${file.replaceAll('\\', '/')}`);
  }
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the lint rules of the house', () => {
  it.each(faults)('report $rule in $file', ({ rule, file }) => {
    expect([...reported]).toContain(`${rule} in ${file}`);
  });
});
