// Every check and test in one run: types, lint, build, then the test projects. Its last line is "N passed, N failed".
// It counts and prints; it decides nothing. Names of steps as arguments run only those.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from '../electron/launch/build.mjs';
import { checkLint, checkTypes } from '../electron/launch/checks.mjs';
import { spawnQuiet } from '../electron/launch/children.mjs';
import { root } from '../electron/launch/folders.mjs';
import { scriptOf } from '../electron/launch/runtime.mjs';

const reports = mkdtempSync(join(tmpdir(), 'leitai-tests-'));
const projects = { unit: ['unit', 'architecture'], host: ['host'], browser: ['browser'], documents: ['documents'] };
const limitMilliseconds = process.env.LEITAI_SOAK === '1' ? 7_200_000 : 900_000;
const shownLines = 14;

const one = (ok, output) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output: ok ? '' : output });

const types = async () => {
  const { code, output } = await checkTypes();
  return one(code === 0, output);
};

const lint = async () => {
  const { code, output } = await checkLint();
  return one(code === 0, output);
};

const buildAll = async () => {
  const { failures } = await build();
  return one(failures.length === 0, failures.map(({ name, failure }) => `${name}:\n${failure}`).join('\n'));
};

const hasTests = (folders) =>
  folders.some((folder) => {
    const path = join(root, 'tests', folder);
    return existsSync(path) && readdirSync(path, { recursive: true }).some((file) => /\.test\.tsx?$/.test(file));
  });

const firstLines = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line))
    .slice(0, shownLines)
    .join('\n');

/** What the reporter says of errors that belong to no test. */
const unhandled = (output) => firstLines(output.slice(Math.max(0, output.indexOf('Unhandled Errors'))));

/** A file that could not even be read has no assertions: it counts as one failure. */
const failuresOf = (file) => {
  const name = relative(root, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`✗ ${name}\n${firstLines(file.message ?? '')}`];
  return failed.map((test) => `✗ ${name} › ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
};

const count = (report, { code, output }) => {
  const failures = report.testResults.flatMap(failuresOf);
  if (code !== 0 && failures.length === 0) failures.push(`✗ the run itself failed\n${unhandled(output)}`);
  if (report.numPassedTests === 0 && failures.length === 0) failures.push('✗ no test ran');
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: failures.length, skipped, output: failures.join('\n') };
};

const testProject = (name, folders) => async () => {
  if (!hasTests(folders))
    return { passed: 0, failed: 0, skipped: 0, output: `(there is no test in tests/${folders.join(', tests/')})` };
  const file = join(reports, `${name}.json`);
  const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const run = await spawnQuiet(process.execPath, [scriptOf('vitest'), ...args], { cwd: root, limit: limitMilliseconds });
  if (!existsSync(file)) return one(false, `the ${name} tests did not finish\n${run.output.trim().slice(-2000)}`);
  return count(JSON.parse(readFileSync(file, 'utf8')), run);
};

const steps = {
  types,
  lint,
  build: buildAll,
  ...Object.fromEntries(Object.entries(projects).map(([name, folders]) => [name, testProject(name, folders)])),
};

const runStep = async (name) => {
  const began = performance.now();
  const result = await steps[name]();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  if (result.output.trim() !== '') console.log(result.output.trim());
  console.log(
    `${result.failed === 0 ? '✓' : '✗'} ${name.padEnd(9)} ${result.passed} passed, ${result.failed} failed${skipped} (${seconds} s)`,
  );
  return result;
};

const runAll = async (names) => {
  const total = { passed: 0, failed: 0 };
  for (const name of names) {
    const { passed, failed } = await runStep(name);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`unknown step: ${unknown.join(', ')} (${Object.keys(steps).join(', ')})`);
  process.exit(64);
}
const { passed, failed } = await runAll(wanted.length > 0 ? wanted : Object.keys(steps));
rmSync(reports, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
