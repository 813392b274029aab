// Known ballots, in a known order, from known seats: what lies in the data folder tells neither order nor sender better than chance.
// Promised of the sealed box, against anyone who has the folder. Of the open box these tests show the same for its files at rest, even with
// its key; not promised there, and not tested: that nobody with key and token finds one ballot, that copies of the folder taken between two
// ballots tell nothing, and what a disk keeps of overwritten blocks. LEITAI_SOAK=1 for ten times as many trials.
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBox, type Ballot } from '../../../electron/database/box/box.ts';
import { boxKey } from '../../../electron/database/box/boxKey.ts';
import { openStore } from '../../../electron/database/box/boxStore.ts';
import { sealBox } from '../../../electron/database/box/sealBox.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { seeded, type Chance } from '../../support/chance.ts';
import { bestPredictor, featuresOf, type Comparison, type Features, type Trace, type Verdict } from './attacker.ts';
import { castBy, filesOf, keyBytes, shuffled, someBodies } from './ballots.ts';
import { plainTables, sealedUnsorted, slotsInTurn } from './leaky.ts';

const TRIALS = process.env['LEITAI_SOAK'] === '1' ? 240 : 16;
const BALLOTS = 24;
const LIMIT = TRIALS * 2000 + 20_000;
const SEED = Number(process.env['LEITAI_SEED'] ?? Date.now() % 1_000_000);
/** In standard deviations. In 900 runs on orders drawn by lot the best predictor reached 4.1; a real leak is at 20 and more. */
const CHANCE = 7;

interface Trial { readonly ballots: Features; readonly seats: Features }
type Look = (given: { readonly folder: string; readonly cast: readonly Ballot[]; readonly chance: Chance }) => Trial;

const text = (name: string, value: string): Trace => ({ name, bytes: Buffer.from(value, 'utf8') });

/** Every feature against the order of casting, and every feature of a ballot against every feature of its seat. */
const compare = (trials: readonly Trial[]): readonly Comparison[] => {
  const names = (of: (trial: Trial) => Features): readonly string[] => [...new Set(trials.flatMap((trial) => [...of(trial).keys()]))];
  const values = (features: Features, name: string): readonly number[] => features.get(name) ?? Array.from({ length: BALLOTS }, () => -1);
  const order = Array.from({ length: BALLOTS }, (_, at) => at);
  const alone = (kind: 'ballots' | 'seats'): readonly Comparison[] =>
    names((trial) => trial[kind]).map((name) => ({ name: `${kind} ${name}`, pairs: trials.map((trial) => ({ feature: values(trial[kind], name), truth: order })) }));
  const joined = names((trial) => trial.ballots).flatMap((ballot) =>
    names((trial) => trial.seats).map((seat) => ({ name: `${ballot} × ${seat}`, pairs: trials.map((trial) => ({ feature: values(trial.ballots, ballot), truth: values(trial.seats, seat) })) })));
  // A feature that is the same for all tells nothing; leaving it out only saves time.
  const tells = (list: readonly number[]): boolean => list.some((value) => value !== list[0]);
  return [...alone('ballots'), ...alone('seats'), ...joined].filter(({ pairs }) => pairs.some(({ feature, truth }) => tells(feature) && tells(truth)));
};

const attack = (look: Look, trials = TRIALS): { readonly best: Verdict; readonly comparisons: number } => {
  const chance = seeded(SEED);
  const seen = Array.from({ length: trials }, () => {
    const folder = temporaryFolder();
    try {
      return look({ folder, cast: castBy(someBodies(BALLOTS, chance), chance), chance });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  const comparisons = compare(seen);
  return { best: bestPredictor(comparisons, chance), comparisons: comparisons.length };
};

const filled = (folder: string, cast: readonly Ballot[], slots: number): void => {
  const box = openBox(folder, 'one', { slots });
  for (const ballot of cast) box.put(ballot);
  box.close();
};

interface Kept { readonly slot: number; readonly tag: Buffer; readonly sealed: Buffer }
const rowsOf = (folder: string, table: string): readonly Kept[] => {
  const store = openStore(folder, 'one');
  const rows = store.database.prepare(`SELECT slot, tag, sealed FROM ${table}`).all() as Kept[];
  store.close();
  return rows;
};

/** With the key in hand: where tag and every part of the row of each ballot and each seat stand, and in which slot. */
const openBoxFeatures = (folder: string, cast: readonly Ballot[]): Trial => {
  const files = filesOf(folder);
  const key = boxKey(keyBytes(folder, 'one'));
  const of = (table: 'ballots' | 'seats', named: (ballot: Ballot) => string): Features => {
    const byTag = new Map(rowsOf(folder, table).map((row) => [row.tag.toString('hex'), row]));
    const rows = cast.map((ballot) => byTag.get(key.tag(table, named(ballot)).toString('hex')));
    expect(rows).not.toContain(undefined);
    const parts = (sealed: Buffer): readonly Trace[] => (table === 'seats' ? [16] : [16, 3000, 6000, 12_000]).map((from) => ({ name: `part ${from}`, bytes: sealed.subarray(from, from + 32) }));
    const features = featuresOf(files, rows.map((row) => (row === undefined ? [] : [{ name: 'tag', bytes: row.tag }, ...parts(row.sealed)])));
    return new Map([...features, ['slot', rows.map((row) => row?.slot ?? -1)]]);
  };
  return { ballots: of('ballots', ({ token }) => token), seats: of('seats', ({ seat }) => seat) };
};

const plainFeatures = (folder: string, cast: readonly Ballot[]): Trial => ({
  ballots: featuresOf(filesOf(folder), cast.map(({ body, token }) => [text('body', body), text('token', token)])),
  seats: featuresOf(filesOf(folder), cast.map(({ seat }) => [text('seat', seat)])),
});

const sealedLook: Look = ({ folder, cast }) => {
  filled(folder, cast, 4);
  sealBox(folder, 'one');
  const trial = plainFeatures(folder, cast);
  const place = cast.map(({ body }) => body).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return { ...trial, ballots: new Map([...trial.ballots, ['line', cast.map(({ body }) => place.indexOf(body))], ['length', cast.map(({ body }) => body.length)]]) };
};

test(`of a sealed box nothing tells the order or the sender better than chance (seed ${SEED})`, () => {
  const { best, comparisons } = attack(sealedLook);
  expect(comparisons).toBeGreaterThan(4);
  expect({ ...best, seed: SEED, told: best.deviations > CHANCE }).toMatchObject({ told: false });
}, LIMIT);

test(`of an open box at rest nothing tells the order, nor which ballot is which seat’s, even with its key (seed ${SEED})`, () => {
  const { best, comparisons } = attack(({ folder, cast }) => { filled(folder, cast, 40); return openBoxFeatures(folder, cast); });
  expect(comparisons).toBeGreaterThan(30);
  expect({ ...best, seed: SEED, told: best.deviations > CHANCE }).toMatchObject({ told: false });
}, LIMIT);

test(`a box that has grown between its ballots does not tell which came before and which after (seed ${SEED})`, () => {
  const { best } = attack(({ folder, cast }) => { filled(folder, cast, 16); return openBoxFeatures(folder, cast); });
  expect({ ...best, seed: SEED, told: best.deviations > CHANCE }).toMatchObject({ told: false });
}, LIMIT);

const KEY = Buffer.alloc(32, 7);
const leaks: readonly { readonly name: string; readonly by: RegExp; readonly leak: (folder: string, cast: readonly Ballot[]) => void }[] = [
  { name: 'plain tables keyed by HMAC and by seat', by: /plain\.db/, leak: (folder, cast) => plainTables(folder, cast, KEY) },
  { name: 'slots filled in turn', by: /slots\.bin/, leak: slotsInTurn },
  { name: 'a sealed file in the order of casting', by: /sealed/, leak: sealedUnsorted },
];
test.each(leaks)('the attacker of these tests sees through $name', ({ leak, by }) => {
  const { best } = attack(({ folder, cast }) => { leak(folder, cast); return plainFeatures(folder, cast); }, 8);
  expect(best.by).toMatch(by);
  expect(best.deviations).toBeGreaterThan(2 * CHANCE);
});

test('the same ballots from other seats in another order leave the same bytes in the sealed folder', () => {
  const chance = seeded(SEED);
  const bodies = [...someBodies(30, chance), '全好', '全好', '全好'];
  const left = Array.from({ length: 6 }, (_, at) => {
    const folder = temporaryFolder();
    filled(folder, castBy(shuffled(bodies, chance), chance), [64, 4][at % 2] ?? 4);
    sealBox(folder, 'one');
    const files = [...filesOf(folder)].map(([name, bytes]) => `${name}\n${bytes.toString('utf8')}`);
    rmSync(folder, { recursive: true });
    return files.join('\n');
  });
  expect(new Set(left).size).toBe(1);
});

test('no seat, token, tag, key or stored row is left anywhere in the folder of a sealed box', () => {
  const chance = seeded(SEED);
  const folder = temporaryFolder();
  const cast = castBy(someBodies(20, chance), chance);
  filled(folder, cast, 8);
  const stored = [...rowsOf(folder, 'ballots'), ...rowsOf(folder, 'seats')].flatMap(({ tag, sealed }) => [tag, sealed.subarray(0, 24), sealed.subarray(-24)]);
  const traces = [keyBytes(folder, 'one'), ...stored, ...cast.flatMap(({ seat, token }) => [Buffer.from(seat), Buffer.from(token)])];
  const found = (): number => [...filesOf(folder).values()].reduce((total, content) => total + traces.filter((trace) => content.includes(trace)).length, 0);
  expect(found()).toBeGreaterThan(stored.length);
  sealBox(folder, 'one');
  expect([found(), [...filesOf(folder).keys()]]).toEqual([0, ['box-one.sealed']]);
  rmSync(folder, { recursive: true });
});

test('of an open box neither ballot nor seat nor token can be read without its key, and each row stands in its file once', () => {
  const chance = seeded(SEED);
  const folder = temporaryFolder();
  const cast = castBy(someBodies(20, chance), chance);
  filled(folder, cast, 4);
  for (const content of filesOf(folder).values()) for (const { seat, token, body } of cast) expect([seat, token, body].filter((each) => content.includes(each))).toEqual([]);
  const { ballots, seats } = openBoxFeatures(folder, cast);
  const often = [...ballots, ...seats].filter(([name]) => name.startsWith('box-one.db ') && name.endsWith('often'));
  expect([...new Set(often.flatMap(([, values]) => values))]).toEqual([1]);
  rmSync(folder, { recursive: true });
});
