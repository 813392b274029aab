// Runs some test files of a copy and says which tests failed. A file that could not even be read is no red test: it is reported apart.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Red { readonly file: string; readonly test: string }
export interface Run { readonly passed: number; readonly red: readonly Red[]; /** Files that ended without a verdict on their tests. */ readonly broken: readonly string[] }

interface Report { readonly numPassedTests: number; readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[] }

const LIMIT_MS = 300_000;
const projectOf = (file: string): string => ['host', 'documents', 'browser'].find((name) => file.startsWith(`tests/${name}/`)) ?? 'unit';

/** With `firstRedOnly` it stops at the first red test: one is enough to catch a fault. */
export const runTests = async (folder: string, files: readonly string[], { firstRedOnly }: { readonly firstRedOnly: boolean }): Promise<Run> => {
  const output = path.join(folder, '.sabotage-report.json');
  rmSync(output, { force: true });
  const projects = [...new Set(files.map(projectOf))].flatMap((name) => ['--project', name]);
  const args = [path.join(folder, 'node_modules/vitest/vitest.mjs'), 'run', ...projects, '--reporter=json', `--outputFile=${output}`, ...(firstRedOnly ? ['--bail=1'] : []), ...files];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: LIMIT_MS, env: { ...process.env, CI: '1' } });
  await new Promise((settle) => { child.once('exit', settle); });
  if (!existsSync(output)) return { passed: 0, red: [], broken: files };
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const name = (file: string): string => path.relative(folder, file).replaceAll('\\', '/');
  return {
    passed: report.numPassedTests,
    red: report.testResults.flatMap((file) => file.assertionResults.filter((test) => test.status === 'failed').map((test) => ({ file: name(file.name), test: test.fullName }))),
    broken: report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).map((file) => name(file.name)),
  };
};
