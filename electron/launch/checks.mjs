// The two checks that need no test runner: types and lint. They report; they repair nothing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnQuiet } from './children.mjs';
import { root } from './folders.mjs';
import { scriptOf } from './runtime.mjs';

const projects = ['.', 'shared', 'electron', 'renderer', 'tests'];

const hasSources = (project) => {
  const folder = join(root, project);
  if (!existsSync(join(folder, 'tsconfig.json'))) return false;
  if (project === '.') return true;
  return readdirSync(folder, { recursive: true }).some((file) => /\.tsx?$/.test(file));
};

/** Type-checks every project; `output` holds what the compiler said about the failed ones. */
export const checkTypes = async () => {
  const runs = projects
    .filter(hasSources)
    .map((project) => spawnQuiet(process.execPath, [scriptOf('tsc'), '-p', project, '--pretty', 'false'], { cwd: root }));
  const failed = (await Promise.all(runs)).filter((run) => run.code !== 0);
  const lines = new Set(failed.flatMap((run) => run.output.trim().split('\n')));
  return { code: failed.length === 0 ? 0 : 1, output: [...lines].join('\n') };
};

/** Lints everything with type information; a warning counts as an error. */
export const checkLint = (args = []) =>
  spawnQuiet(process.execPath, [scriptOf('oxlint'), '--type-aware', '--deny-warnings', '--format=unix', ...args], { cwd: root });
