// How long the host's own thread stands still, at 71 units × 154 judges, while long work is done: prints a table, keeps JSON.
//   node electron/launch.mjs exec node tests/host/worker/stalls.ts [--units N --judges N --out FILE]
// House and desk client share one process here, so what the client does with large answers counts as well: every figure is an upper bound.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { circumstances, measurementFile, writeMeasurement } from '../../measurements/written.ts';
import { fullMarks, wholeSession } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';

const { values } = parseArgs({ options: { units: { type: 'string', default: '71' }, judges: { type: 'string', default: '154' }, out: { type: 'string' } } });
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const about = circumstances(null);
const round = (value: number): number => Math.round(value * 10) / 10;

interface Stall { readonly what: string; readonly ms: number; /** Longest time without a turn of the host's loop, ms. */ readonly longest: number; readonly p99: number }

const watched = async (what: string, work: () => Promise<unknown>): Promise<Stall> => {
  await pause(500);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn is only the mark the next one is measured from.
  await pause(20);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  // A stall is counted when the loop turns again.
  await pause(20);
  delay.disable();
  const stall = { what, ms: round(ms), longest: round(delay.max / 1e6), p99: round(delay.percentile(99) / 1e6) };
  say(`${what.padEnd(34)} ${String(stall.ms).padStart(8)} ms   longest stall ${String(stall.longest).padStart(7)} ms   p99 ${stall.p99} ms`);
  return stall;
};

/** Keys every sheet and locks every window, a contestant at a time. */
const score = async ({ house, desk, session, units, judges }: AtTheDesk): Promise<void> => {
  let key = 0;
  const actor = { role: 'host', subject: 'host', device: 'stalls' } as const;
  for (const contestant of units) {
    await Promise.all(judges.map((judge) => house.submit({ id: `k${(key += 1)}`, name: 'sheet.key', input: { session, contestant, judge, kind: 'marks', marks: { ...fullMarks, c1: String(18 + (key % 21) / 2) }, basis: 0 }, actor })));
    await desk.must('window.check', { session, contestant });
    await desk.must('window.lock', { session, contestant });
  }
};

const at = await atTheDesk({ units: Number(values.units), judges: Number(values.judges), rules: wholeSession });
const { desk, session, units } = at;
await score(at);
await pause(2000);
const rows = Array.from({ length: 2000 }, (_, row) => `样例${row + 1}单位\t样例${row + 1}\t\t区\t`).join('\n');
const make = (request: object) => (): Promise<unknown> => desk.must('document.make', request);
const preview = (): Promise<Readonly<Record<string, unknown>>> => desk.must('import.preview', { what: 'units', source: { from: 'paste', text: rows } });
const stalls = [
  await watched('nothing, two seconds', () => pause(2000)),
  await watched('workbook, thread started', make({ kind: 'workbook', session })),
  await watched('workbook, thread running', make({ kind: 'workbook', session })),
  await watched('session file', make({ kind: 'sessionFile', session })),
  await watched('result sheet', make({ kind: 'resultSheet', session })),
  await watched('score detail', make({ kind: 'scoreDetail', session, contestant: units[0] })),
  await watched('ballots, one per contestant', make({ kind: 'ballots', session, form: 'perContestant', panels: ['A'], spares: 3 })),
  await watched('seat cards', make({ kind: 'seatCards', session })),
  await watched('import preview, 2,000 rows', preview),
];
const { basis, sourceHash, rows: planned } = await preview();
const others = [
  // Not the worker's: decided and committed on the host's thread.
  await watched('import of 2,000 units', () => desk.must('units.import', { basis, sourceHash, rows: planned })),
  await watched('lock with its backup', async () => { await desk.must('window.reopen', { session, contestant: units[0], reason: '测' }); await desk.must('window.check', { session, contestant: units[0] }); await desk.must('window.lock', { session, contestant: units[0] }); await pause(1500); }),
];
await at.end();
writeMeasurement(values.out ?? measurementFile('stalls'), about, { units: units.length, judges: at.judges.length, byTheWorker: stalls, byTheHost: others });
