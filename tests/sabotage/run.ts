// npm run sabotage: plants each fault in a copy of the tree and demands a red test. Exit 1 when a fault survives, a patch is stale,
// or the named tests are not green without it.   WORD …  only faults whose name or file contains it   --out FILE
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { circumstances, measurementFile, writeMeasurement } from '../measurements/written.ts';
import { copyTree, root, type Copy } from './copy.ts';
import { staleness, type Fault } from './fault.ts';
import { faults } from './faults.ts';
import { runTests, type Red } from './vitest.ts';

interface Verdict { readonly name: string; readonly file: string; readonly caught: boolean; readonly by: Red | null; readonly seconds: number; readonly why: string }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const chosen = faults.filter((fault) => positionals.length === 0 || positionals.some((word) => fault.name.includes(word) || fault.file.includes(word)));

const unplantable = (fault: Fault): string | null => {
  const missing = fault.tests.find((file) => !existsSync(path.join(root, file)));
  if (missing !== undefined || fault.tests.length === 0) return `there is no test file ${missing ?? ''}`;
  return staleness(fault, readFileSync(path.join(root, fault.file), 'utf8'));
};

/** The named tests must be green without any fault, or their red would prove nothing. */
const redWithoutFault = async (copy: Copy): Promise<readonly string[]> => {
  const files = [...new Set(chosen.flatMap((fault) => fault.tests))];
  const run = await runTests(copy.folder, files, { firstRedOnly: false });
  return [...run.red.map(({ file, test }) => `${file}: ${test}`), ...run.broken, ...(run.passed === 0 ? ['no test ran'] : [])];
};

const tryOut = async (copy: Copy, fault: Fault): Promise<Verdict> => {
  const began = performance.now();
  const takeOut = copy.plant(fault);
  const run = await runTests(copy.folder, fault.tests, { firstRedOnly: true }).finally(takeOut);
  const by = run.red[0] ?? null;
  const why = by !== null ? '' : run.broken.length > 0 ? `no verdict: ${run.broken.join(', ')}` : `${run.passed} tests passed all the same`;
  return { name: fault.name, file: fault.file, caught: by !== null, by, why, seconds: Math.round((performance.now() - began) / 100) / 10 };
};

const say = ({ name, caught, by, why, seconds }: Verdict): void => {
  console.log(`${caught ? '✓ red     ' : '✗ SURVIVED'} ${`${seconds.toFixed(1)} s`.padStart(7)}  ${name}\n                      ${by === null ? why : `${by.file} › ${by.test}`}`);
};

const sabotage = async (copy: Copy): Promise<readonly Verdict[] | null> => {
  const red = await redWithoutFault(copy);
  if (red.length > 0) {
    console.error(`these tests are not green without any fault:\n  ${red.join('\n  ')}`);
    return null;
  }
  const verdicts: Verdict[] = [];
  for (const fault of chosen) {
    const verdict = await tryOut(copy, fault);
    verdicts.push(verdict);
    say(verdict);
  }
  return verdicts;
};

const main = async (): Promise<number> => {
  const stale = chosen.flatMap((fault) => { const why = unplantable(fault); return why === null ? [] : [`"${fault.name}": ${why} (${fault.file})`]; });
  if (stale.length > 0 || chosen.length === 0) {
    console.error(stale.length > 0 ? `these patches are stale:\n  ${stale.join('\n  ')}` : 'no such fault');
    return 1;
  }
  const about = circumstances(null);
  const copy = copyTree();
  try {
    const verdicts = await sabotage(copy);
    if (verdicts === null) return 1;
    const survived = verdicts.filter((verdict) => !verdict.caught).length;
    // A part of the list is a try, not a result to keep.
    const file = values.out ?? (positionals.length === 0 ? measurementFile('sabotage') : null);
    if (file !== null) writeMeasurement(file, about, { planted: verdicts.length, caught: verdicts.length - survived, survived, faults: verdicts });
    console.log(`${verdicts.length} faults planted, ${verdicts.length - survived} caught, ${survived} survived`);
    return survived === 0 ? 0 : 1;
  } finally {
    copy.remove();
  }
};

process.exitCode = await main();
