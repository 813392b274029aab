// Sealing: the ballots sorted by content with a root anyone can check, and nothing left of the open box.
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBox, type Ballot } from '../../../electron/database/box/box.ts';
import { boxPath } from '../../../electron/database/box/boxFiles.ts';
import { openStore } from '../../../electron/database/box/boxStore.ts';
import { recoverBoxes } from '../../../electron/database/box/recoverBoxes.ts';
import { SEALING, discardSealed, sealBox, sealedBox } from '../../../electron/database/box/sealBox.ts';
import { boxRoot, readSealedText, sealedText } from '../../../electron/database/box/sealedFile.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { seeded } from '../../support/chance.ts';
import { castBy, filesOf, someBodies } from './ballots.ts';

let folder: string;
beforeEach(() => { folder = temporaryFolder(); });
afterEach(() => { rmSync(folder, { recursive: true }); });

const filled = (cast: readonly Ballot[], id = 'one'): void => {
  const box = openBox(folder, id, { slots: 16 });
  for (const ballot of cast) box.put(ballot);
  box.close();
};
const twelve = castBy(someBodies(12, seeded(1)), seeded(2));

test('the root is the SHA-256 of the ballots in the order of their bytes, a line each, worked out by hand', () => {
  // U+20000 stands after U+FF5A in bytes and before it in UTF-16, in which JavaScript compares.
  const bodies = ['好', 'A', 'ｚ', 'z', '\u{20000}', 'A'];
  const sorted = Buffer.from('A\nA\nz\n\u597d\n\uff5a\n\u{20000}\n', 'utf8');
  expect(boxRoot(bodies)).toBe(createHash('sha256').update(sorted).digest('hex'));
  expect(boxRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sealedText(bodies)).toBe(`leitai-box 1 6 ${boxRoot(bodies)}\n${sorted.toString('utf8')}`);
});

test('sealing gives count, root and ballots, the file says the same, and asking again gives the same answer', () => {
  filled(twelve);
  const sealed = sealBox(folder, 'one');
  const bodies = twelve.map(({ body }) => body).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  expect(sealed).toEqual({ count: 12, root: boxRoot(bodies), bodies });
  expect(sealedBox(folder, 'one')).toEqual(sealed);
  expect(sealBox(folder, 'one')).toEqual(sealed);
  expect(recoverBoxes(folder)).toEqual([{ id: 'one', state: 'sealed', count: 12, root: sealed.root }]);
});

test('an empty box is sealed like any other', () => {
  filled([]);
  expect(sealBox(folder, 'one')).toEqual({ count: 0, root: boxRoot([]), bodies: [] });
});

test('database and key are overwritten before they are removed, and the sealed file is all that is left', () => {
  filled(twelve);
  const kept = temporaryFolder();
  for (const name of ['db', 'key'] as const) linkSync(boxPath(folder, 'one', name), `${kept}/${name}`);
  sealBox(folder, 'one');
  expect([...filesOf(folder).keys()]).toEqual(['box-one.sealed']);
  for (const [name, bytes] of filesOf(kept)) expect([name, bytes.length > 0, bytes.every((byte) => byte === 0)]).toEqual([name, true, true]);
  rmSync(kept, { recursive: true });
});

test('nothing of the open box is erased before the sealed file is durable and was read back', () => {
  filled(twelve);
  const has = (name: 'db' | 'key' | 'sealed'): boolean => existsSync(boxPath(folder, 'one', name));
  const sound = (): boolean => has('sealed') && readSealedText(readFileSync(boxPath(folder, 'one', 'sealed'), 'utf8'))?.count === 12;
  const seen: { readonly step: string; readonly sealed: boolean; readonly open: boolean }[] = [];
  sealBox(folder, 'one', { step: (step) => { seen.push({ step, sealed: sound(), open: has('db') && has('key') }); } });
  expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(SEALING));
  expect(seen.filter(({ sealed, open }) => !sealed && !open)).toEqual([]);
  expect(seen.filter(({ open }) => open).map(({ step }) => step)).toEqual([...SEALING].slice(0, SEALING.indexOf('keyErased')));
  expect(seen.filter(({ sealed }) => sealed).map(({ step }) => step)[0]).toBe('renamed');
});

test('a sealed file that was damaged on its way costs nothing: the open box stays', () => {
  filled(twelve);
  expect(() => sealBox(folder, 'one', { step: (step) => { if (step === 'durable') writeFileSync(boxPath(folder, 'one', 'sealed'), 'x'); } })).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect([existsSync(boxPath(folder, 'one', 'db')), existsSync(boxPath(folder, 'one', 'key'))]).toEqual([true, true]);
});

test('a full disk in the middle of sealing leaves the box open for the next try', () => {
  filled(twelve);
  expect(() => sealBox(folder, 'one', { step: (step) => { if (step === 'full') throw new Error('ENOSPC'); } })).toThrow('ENOSPC');
  expect([recoverBoxes(folder), existsSync(boxPath(folder, 'one', 'sealed.partial'))]).toEqual([[{ id: 'one', state: 'open', count: 12 }], false]);
  const box = openBox(folder, 'one');
  expect(box.put({ seat: 'the last', token: 'of the last', body: 'Z' })).toBe('stored');
  box.close();
  expect(sealBox(folder, 'one').count).toBe(13);
});

test('a box that is still open is not sealed under the hands of whoever fills it', () => {
  filled(twelve);
  const box = openBox(folder, 'one');
  expect(() => sealBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
  expect(box.put({ seat: 'the last', token: 'of the last', body: 'Z' })).toBe('stored');
  box.close();
  expect(sealBox(folder, 'one').count).toBe(13);
});

test('a sealed and a half-sealed box take no more ballots', () => {
  filled(twelve);
  writeFileSync(boxPath(folder, 'one', 'sealed.partial'), 'leitai-box 1 1');
  expect(() => openBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'sealed' }));
  expect(recoverBoxes(folder)).toMatchObject([{ state: 'sealed', count: 12 }]);
  expect(() => openBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'sealed' }));
});

test('a ballot changed, added, left out or moved in the sealed file is noticed', () => {
  filled(twelve);
  sealBox(folder, 'one');
  const file = boxPath(folder, 'one', 'sealed');
  const [first = '', second = '', third = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  for (const wrong of [[first, second.replace('好', '差'), third, ...rest], [first, second, second, third, ...rest], [first, third, ...rest], [first, third, second, ...rest], [first, second, third, ...rest, 'x'], ['', second, third, ...rest]]) {
    writeFileSync(file, wrong.join('\n'));
    expect(() => sealedBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(recoverBoxes(folder)).toEqual([{ id: 'one', state: 'unusable', why: 'damaged' }]);
  }
});

test('a box whose seats and ballots are not equally many is not sealed', () => {
  filled(twelve);
  const store = openStore(folder, 'one');
  store.database.exec('UPDATE seats SET tag = zeroblob(32) WHERE slot = (SELECT slot FROM seats WHERE tag <> zeroblob(32) LIMIT 1)');
  store.close();
  expect(() => sealBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(existsSync(boxPath(folder, 'one', 'sealed'))).toBe(false);
});

test('a row altered on the disk, or put under another tag, is noticed', () => {
  filled(twelve);
  const store = openStore(folder, 'one');
  const [one, other] = store.database.prepare('SELECT slot FROM ballots WHERE tag <> zeroblob(32)').pluck().all();
  store.database.prepare('UPDATE ballots SET sealed = (SELECT sealed FROM ballots WHERE slot = ?) WHERE slot = ?').run(one, other);
  store.close();
  expect(() => sealBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(existsSync(boxPath(folder, 'one', 'db'))).toBe(true);
});

test('the sealed file is discarded only when nothing of the open box is left, and twice is as good as once', () => {
  filled(twelve);
  expect(() => discardSealed(folder, 'one')).toThrow('not wholly sealed');
  sealBox(folder, 'one');
  discardSealed(folder, 'one');
  discardSealed(folder, 'one');
  expect([filesOf(folder).size, recoverBoxes(folder)]).toEqual([0, []]);
  expect(() => sealedBox(folder, 'one')).toThrow(expect.objectContaining({ code: 'missing' }));
});

test('several boxes are found by their own states, and one that is unusable does not touch the others', () => {
  for (const id of ['a', 'b', 'c', 'd']) filled(twelve, id);
  sealBox(folder, 'b');
  writeFileSync(boxPath(folder, 'c', 'sealed.partial'), '');
  renameSync(boxPath(folder, 'd', 'key'), `${folder}/elsewhere`);
  const root = boxRoot(twelve.map(({ body }) => body));
  expect(recoverBoxes(folder)).toEqual([{ id: 'a', state: 'open', count: 12 }, { id: 'b', state: 'sealed', count: 12, root }, { id: 'c', state: 'sealed', count: 12, root }, { id: 'd', state: 'unusable', why: 'keyLost' }]);
});
