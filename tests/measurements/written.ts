// How a long result is kept: JSON in this folder with commit, machine, seed and date, so that notes can quote files instead of memory.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

const git = (...args: readonly string[]): string => {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};

export interface Circumstances {
  readonly commit: string; /** Whether sources differed from that commit. */ readonly changed: boolean;
  readonly date: string; readonly seed: number | null;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memoryGb: number; readonly system: string; readonly node: string; /** One-minute load at the start: over 0.5 somebody else was working too. */ readonly load: number };
}

export const circumstances = (seed: number | null): Circumstances => ({
  commit: git('rev-parse', 'HEAD') || 'unknown',
  changed: git('status', '--porcelain', '--', 'electron', 'shared', 'renderer', 'tests', 'package-lock.json') !== '',
  date: new Date().toISOString(), seed,
  machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), system: `${platform()} ${release()}`, node: process.version, load: Math.round((loadavg()[0] ?? 0) * 100) / 100 },
});

/** Where results of this name are kept. */
export const measurementFile = (name: string): string => path.join(import.meta.dirname, `${name}.json`);

export const writeMeasurement = (file: string, about: Circumstances, result: unknown): void =>
  writeFileSync(file, `${JSON.stringify({ ...about, result }, null, 2)}\n`);
