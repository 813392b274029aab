// One measurement: a fresh host with N judges, rounds of one ballot each, and between them the same number of messages through the floors.
// Host, floors and phones are processes of their own; real and bare rounds alternate, so that a slow moment of the machine meets both.
import { rmSync } from 'node:fs';
import { criteriaOf } from '../../shared/arena/rules.ts';
import { randomMark } from '../support/anArena.ts';
import { hostProcess, temporaryFolder } from '../support/aHouse.ts';
import { seeded, type Chance } from '../support/chance.ts';
import { tokenClient, type WireClient } from '../support/wireClient.ts';
import { callable, type Callee } from './calls.ts';
import { countBallots, type Counted, type Given } from './counted.ts';
import type { Ballot, Driver, Timed } from './driver.ts';
import { medianOf, quantiles, ratio, type Quantiles } from './figures.ts';
import type { Floor } from './floor.ts';
import { benchRules, openLiveDesk, prepare, showScoring, type BenchSession } from './session.ts';

export interface Case { readonly judges: number; readonly rounds: number; readonly aloneBallots: number; /** Whether the live desk is open and follows every count. */ readonly desk: boolean; readonly seed: number; readonly host: HostStart }
export interface HostStart { readonly entry?: string; readonly execArgv?: readonly string[] }
export interface Measured {
  readonly judges: number; readonly rounds: number; readonly desk: boolean;
  readonly cold: { readonly receipt: Quantiles; readonly wall: Quantiles };
  readonly burst: { readonly receipt: Quantiles; readonly wall: Quantiles; readonly echo: Quantiles; readonly ratio: Quantiles };
  readonly alone: { readonly receipt: Quantiles; readonly wall: Quantiles; readonly commit: Quantiles; readonly ratio: Quantiles };
  readonly byRound: readonly { readonly receipt: Quantiles; readonly wall: Quantiles; readonly echo: Quantiles }[];
  readonly counted: Counted;
}

/** A sealed ballot on the wire, in bytes: what the floors carry instead. */
const BALLOT_BYTES = 292;

interface Bench { readonly case: Case; readonly session: BenchSession; readonly desk: WireClient; readonly driver: Callee<Driver>; readonly floors: { readonly echo: number; readonly commit: number }; readonly chance: Chance; readonly given: Given[] }

const ballotsOf = (bench: Bench, count: number): readonly Ballot[] =>
  Array.from({ length: count }, (_, phone) => ({ phone, marks: Object.fromEntries(criteriaOf(benchRules).map((criterion) => [criterion.id, randomMark(criterion, bench.chance)])) }));

const receiptsOf = (timed: readonly Timed[]): Quantiles => quantiles(timed.map((each) => each.received - each.sent));
const wallsOf = (timed: readonly Timed[]): Quantiles => quantiles(timed.map((each) => each.shown - each.sent));

/** Puts one contestant's window on air and on every phone, sends the ballots and notes them for the count. */
const run = async (bench: Bench, round: number, how: { readonly name: 'burst' | 'alone'; readonly count: number }): Promise<readonly Timed[]> => {
  const { session, desk, driver } = bench;
  const contestant = session.contestants[round];
  if (contestant === undefined) throw new Error(`there is no contestant for round ${round}`);
  await showScoring(desk, session, contestant.id);
  if (bench.case.desk) await openLiveDesk(desk, session, contestant.id);
  const place = { session: session.session, contestant: contestant.id, name: contestant.name };
  await driver.ask('openSheets', place);
  const ballots = ballotsOf(bench, how.count);
  const timed = await driver.ask(how.name, { place, ballots });
  for (const { phone, receipt } of timed) bench.given.push({ contestant: contestant.id, judge: session.cards[phone]?.judge ?? '', marks: ballots[phone]?.marks ?? {}, receipt });
  return timed;
};

const floorTimes = async ({ driver }: Bench, port: number, how: { readonly times: number; readonly together: boolean }): Promise<Quantiles> =>
  quantiles(await driver.ask('floor', { port, bytes: BALLOT_BYTES, ...how }));

const measureAll = async (bench: Bench): Promise<Omit<Measured, 'counted' | 'judges' | 'rounds' | 'desk'>> => {
  const { judges, rounds, aloneBallots } = bench.case;
  const { echo, commit } = bench.floors;
  // The first burst meets code that has never run, on both sides: it is reported by itself.
  const first = await run(bench, 0, { name: 'burst', count: judges });
  await floorTimes(bench, echo, { times: judges, together: true });
  await floorTimes(bench, commit, { times: aloneBallots, together: false });
  const byRound: Measured['byRound'][number][] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const bare = await floorTimes(bench, echo, { times: judges, together: true });
    const timed = await run(bench, round, { name: 'burst', count: judges });
    byRound.push({ receipt: receiptsOf(timed), wall: wallsOf(timed), echo: bare });
  }
  const durable = await floorTimes(bench, commit, { times: aloneBallots, together: false });
  const single = await run(bench, rounds + 1, { name: 'alone', count: aloneBallots });
  const burst = { receipt: medianOf(byRound.map((each) => each.receipt)), wall: medianOf(byRound.map((each) => each.wall)), echo: medianOf(byRound.map((each) => each.echo)) };
  return {
    cold: { receipt: receiptsOf(first), wall: wallsOf(first) }, byRound,
    burst: { ...burst, ratio: ratio(burst.receipt, burst.echo) },
    alone: { receipt: receiptsOf(single), wall: wallsOf(single), commit: durable, ratio: ratio(receiptsOf(single), durable) },
  };
};

/** Measures one case from an empty folder to the count in its database. */
export const measure = async (given: Case): Promise<Measured> => {
  const folder = temporaryFolder();
  const driver = callable<Driver>('driver.ts');
  const echo = callable<Floor>('floor.ts');
  const commit = callable<Floor>('floor.ts');
  const host = await hostProcess(folder, [], given.host);
  try {
    const desk = await tokenClient(host.desk, 'desk', 'bench');
    const session = await prepare(desk, { folder, judges: given.judges, rounds: given.rounds + 2 });
    const floors = { echo: await echo.ask('listen', { kind: 'echo' }), commit: await commit.ask('listen', { kind: 'commit' }) };
    const bench: Bench = { case: given, session, desk, driver, floors, chance: seeded(given.seed), given: [] };
    const connected = await driver.ask('connect', { room: `http://127.0.0.1:${host.roomPort}`, projector: host.projector, cards: session.cards });
    if (connected !== given.judges) throw new Error(`${connected} of ${given.judges} phones could connect`);
    await driver.ask('connectFloor', { port: floors.echo, count: given.judges });
    await driver.ask('connectFloor', { port: floors.commit, count: 1 });
    const figures = await measureAll(bench);
    await host.stop();
    return { judges: given.judges, rounds: given.rounds, desk: given.desk, ...figures, counted: countBallots(folder, bench.given) };
  } finally {
    await host.kill();
    await Promise.all([driver, echo, commit].map((each) => each.end()));
    rmSync(folder, { recursive: true, force: true });
  }
};
