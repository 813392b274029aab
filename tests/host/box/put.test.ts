// An open box: each seat once, repeats under one token, everything kept when put returns.
import { rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBox, type Box } from '../../../electron/database/box/box.ts';
import { boxPath } from '../../../electron/database/box/boxFiles.ts';
import { rowBytes } from '../../../electron/database/box/boxKey.ts';
import { BODY_ROOM, openStore } from '../../../electron/database/box/boxStore.ts';
import { recoverBoxes } from '../../../electron/database/box/recoverBoxes.ts';
import { sealBox } from '../../../electron/database/box/sealBox.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { seeded } from '../../support/chance.ts';
import { castBy, filesOf, someBodies } from './ballots.ts';

let folder: string;
let open: Box[];
beforeEach(() => { folder = temporaryFolder(); open = []; });
afterEach(() => {
  for (const box of open) box.close();
  rmSync(folder, { recursive: true });
});
const aBox = (slots = 16): Box => { const box = openBox(folder, 'one', { slots }); open.push(box); return box; };
const closed = (box: Box): void => { open.splice(open.indexOf(box), 1); box.close(); };

test('a ballot sent again under its token is the same one, another body under that token is refused, and a seat casts once', () => {
  const box = aBox();
  expect(box.put({ seat: 's1', token: 't1', body: '{"甲区":"好"}' })).toBe('stored');
  expect(box.put({ seat: 's1', token: 't1', body: '{"甲区":"好"}' })).toBe('same');
  expect(box.put({ seat: 's1', token: 't1', body: '{"甲区":"较差"}' })).toBe('different');
  expect(box.put({ seat: 's1', token: 't2', body: '{"甲区":"好"}' })).toBe('alreadyCast');
  expect([box.count(), box.castSeats()]).toEqual([1, ['s1']]);
});

test('a token another seat has used is refused, and the seat that tried may still cast', () => {
  const box = aBox();
  box.put({ seat: 's1', token: 't1', body: 'A' });
  expect(box.put({ seat: 's2', token: 't1', body: 'A' })).toBe('different');
  expect(box.put({ seat: 's2', token: 't2', body: 'A' })).toBe('stored');
  expect([box.count(), box.castSeats()]).toEqual([2, ['s1', 's2']]);
});

test('equal ballots of different seats are all counted', () => {
  const box = aBox();
  for (const seat of ['s1', 's2', 's3']) box.put({ seat, token: `of ${seat}`, body: '全好' });
  closed(box);
  expect(sealBox(folder, 'one').bodies).toEqual(['全好', '全好', '全好']);
});

test('what a box holds is there after it is opened again, and a repeat is still known', () => {
  const cast = castBy(someBodies(9, seeded(1)), seeded(2));
  const box = aBox();
  expect(cast.map(box.put)).toEqual(cast.map(() => 'stored'));
  closed(box);
  const again = aBox();
  expect([again.count(), again.castSeats()]).toEqual([9, cast.map(({ seat }) => seat).sort()]);
  expect(cast.map(again.put)).toEqual(cast.map(() => 'same'));
});

test('a box takes more ballots than it had slots for', () => {
  const cast = castBy(someBodies(45, seeded(3)), seeded(4));
  const box = aBox(4);
  expect(cast.map(box.put)).toEqual(cast.map(() => 'stored'));
  expect(cast.map(box.put)).toEqual(cast.map(() => 'same'));
  expect([box.count(), box.castSeats().length]).toEqual([45, 45]);
});

test('a ballot whose seat cannot be recorded is not kept either', () => {
  const box = aBox();
  expect(() => box.put({ seat: '席'.repeat(50), token: 't1', body: 'A' })).toThrow(RangeError);
  expect([box.count(), box.castSeats()]).toEqual([0, []]);
});

test('the longest ballot that fits is kept whole, a longer one is refused, and one that is no single line is a bug', () => {
  const box = aBox();
  const longest = '好'.repeat(BODY_ROOM / 3);
  expect(box.put({ seat: 's1', token: 't1', body: `${longest}!` })).toBe('tooLarge');
  expect(box.put({ seat: 's1', token: 't1', body: longest })).toBe('stored');
  for (const body of ['', 'a\nb', '\ud800']) expect(() => box.put({ seat: 's2', token: 't2', body })).toThrow(TypeError);
  closed(box);
  expect(sealBox(folder, 'one').bodies).toEqual([longest]);
});

test('every row is as long as every other, whatever the ballot and the seat, used or blank', () => {
  const box = aBox();
  box.put({ seat: 's', token: 't1', body: 'A' });
  box.put({ seat: 'a much longer seat', token: 't2', body: 'A'.repeat(5000) });
  closed(box);
  const store = openStore(folder, 'one');
  const lengths = (table: string): unknown => store.database.prepare(`SELECT DISTINCT length(tag), length(sealed) FROM ${table}`).raw().all();
  expect([lengths('ballots'), lengths('seats')]).toEqual([[[32, rowBytes(BODY_ROOM)]], [[32, rowBytes(128)]]]);
  store.close();
});

test('a put overwrites one slot of each table in place and the change counter; nothing moves, nothing grows, no journal is left', () => {
  const cast = castBy(someBodies(40, seeded(5)), seeded(6));
  const box = aBox(48);
  const most = 32 + rowBytes(BODY_ROOM) + 32 + rowBytes(128) + 8;
  for (const ballot of cast) {
    const before = filesOf(folder);
    box.put(ballot);
    const after = filesOf(folder);
    expect([...after].map(([name, bytes]) => [name, name.endsWith('-journal') ? bytes.length : 'kept'])).toEqual([['box-one.db', 'kept'], ['box-one.db-journal', 0], ['box-one.key', 'kept']]);
    const [old, now] = [before.get('box-one.db') ?? Buffer.alloc(0), after.get('box-one.db') ?? Buffer.alloc(0)];
    expect(now.length).toBe(old.length);
    let changed = 0;
    for (let at = 0; at < now.length; at += 1) if (now[at] !== old[at]) changed += 1;
    expect(changed).toBeLessThanOrEqual(most);
  }
});

test('a put takes a couple of milliseconds', () => {
  const cast = castBy(someBodies(200, seeded(7)), seeded(8));
  const box = aBox(256);
  const took = cast.map((ballot) => { const began = performance.now(); box.put(ballot); return performance.now() - began; }).sort((one, other) => one - other);
  // The quicker quarter, because the machine of a test is busy with other tests.
  expect(took[50]).toBeLessThan(3);
});

test.skipIf(process.platform === 'win32')('the files of a box can be read by their owner only', () => {
  const box = aBox();
  box.put({ seat: 's1', token: 't1', body: 'A' });
  for (const name of filesOf(folder).keys()) expect([name, statSync(`${folder}/${name}`).mode & 0o777]).toEqual([name, 0o600]);
  closed(box);
  sealBox(folder, 'one');
  expect(statSync(boxPath(folder, 'one', 'sealed')).mode & 0o777).toBe(0o600);
});

test('a box that lost its key or its database is not silently begun anew', () => {
  closed(aBox());
  unlinkSync(boxPath(folder, 'one', 'key'));
  // Nothing was cast yet: a new key harms nobody.
  const box = aBox();
  box.put({ seat: 's1', token: 't1', body: 'A' });
  closed(box);
  unlinkSync(boxPath(folder, 'one', 'key'));
  expect(() => openBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'keyLost' }));
  expect(recoverBoxes(folder)).toEqual([{ id: 'one', state: 'unusable', why: 'keyLost' }]);
  writeFileSync(boxPath(folder, 'one', 'key'), Buffer.alloc(32, 7));
  unlinkSync(boxPath(folder, 'one', 'db'));
  expect(() => openBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'missing' }));
});

test('a damaged box is recognised, and an id that is no plain name is refused', () => {
  writeFileSync(boxPath(folder, 'one', 'db'), 'this is no database, and it is longer than a header of one would be, which has 100 bytes. '.repeat(3));
  expect(() => openBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(recoverBoxes(folder)).toEqual([{ id: 'one', state: 'unusable', why: 'damaged' }]);
  for (const id of ['', '../one', 'a/b', 'a.b', 'x'.repeat(65)]) expect(() => openBox(folder, id)).toThrow(RangeError);
});
