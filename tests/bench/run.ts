// npm run bench: bursts of ballots against the real host, beside what the machine itself costs. Prints a table, keeps JSON.
//   --short  one burst of 30 phones against the host's source (a smoke test, not a measurement)   --judges N[,N…]   --rounds N
//   --seed N   --out FILE   --profile DIR  writes a CPU profile of the host there
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { circumstances, measurementFile, writeMeasurement } from '../measurements/written.ts';
import { shortened } from './figures.ts';
import { measure, type Case, type HostStart, type Measured } from './measure.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' }, judges: { type: 'string' }, rounds: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' }, profile: { type: 'string' } } });
const short = values.short === true;
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const built = path.join(import.meta.dirname, '../../dist/electron/host.js');

/** The launcher has just built the host; the short form is run on sources and must not meet an old build. */
const host: HostStart = {
  ...(!short && existsSync(built) ? { entry: built } : {}),
  ...(values.profile === undefined ? {} : { execArgv: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] }),
};

const sizes = (values.judges ?? (short ? '30' : '300,500')).split(',').map(Number);
const rounds = Number(values.rounds ?? (short ? 1 : 7));
const plain = sizes.map((judges): Case => ({ judges, rounds, aloneBallots: Math.min(judges, short ? 10 : 200), desk: false, seed, host }));
const largest = plain.at(-1);
/** The largest size once more with the live desk open: what a real session costs. Not while profiling. */
const cases: readonly Case[] = short || values.profile !== undefined || largest === undefined ? plain : [...plain, { ...largest, desk: true }];

const about = circumstances(seed);
const began = performance.now();
const measured: Measured[] = [];
for (const each of cases) {
  const result = await measure(each);
  measured.push(result);
  console.log(tableOf(result).join('\n'));
}
const seconds = Math.round((performance.now() - began) / 1000);
const file = values.out ?? measurementFile('bench');
writeMeasurement(file, about, { host: host.entry === undefined ? 'source' : 'built', seconds, cases: shortened(measured) });
console.log(`seed ${seed}, ${seconds} s, ${about.machine.cpu}, ${about.machine.cores} cores, load ${about.machine.load} → ${path.relative(process.cwd(), file)}`);
const faulty = measured.filter(({ counted }) => counted.lost + counted.doubled + counted.changed + counted.wrongReceipts > 0 || counted.stored !== counted.sent);
process.exitCode = faulty.length === 0 ? 0 : 1;
