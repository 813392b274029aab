// Backups and the way back: made after each lock, verified before they count, N kept, restored with a new epoch.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { HomeView } from '../../../shared/contract/home.ts';
import { openStore } from '../../../electron/application/store.ts';
import { backupDatabase } from '../../../electron/database/backup.ts';
import { verifyJournal } from '../../../electron/database/journal.ts';
import { leaveSample, restoreDatabase } from '../../../electron/database/restore.ts';
import { aDispatcher } from '../../support/aDispatcher.ts';
import { aHouse, temporaryFolder } from '../../support/aHouse.ts';
import { fullMarks, lockWindow, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk } from '../../support/atTheDesk.ts';
import { databaseFile } from '../../support/journalFile.ts';
import { judgeClient } from '../../support/wireClient.ts';

test('after a lock the newest backup opens, verifies and holds the lock; it can be carried away as one file without any seat key', async () => {
  const at = await atTheDesk({ units: 1, judges: 1 });
  const contestant = at.units[0] ?? '';
  await openWindow(at.desk, at.session, contestant);
  await (await at.phone(0)).must('sheet.submit', { session: at.session, contestant, kind: 'marks', marks: fullMarks, basis: 0 });
  at.desk.subscribe('home');
  await lockWindow(at.desk, at.session, contestant);
  const locked = Date.now();
  const home = await at.desk.view<HomeView>('home', (view) => view.backup !== null && view.backup.at >= locked - 5);
  expect(home.backup?.ok).toBe(true);
  const carried = temporaryFolder();
  copyFileSync(home.backup?.file ?? '', databaseFile(carried));
  const store = openStore(carried);
  expect(store.initial.arena.sessions[at.session]?.contestants[contestant]?.window.phase).toBe('locked');
  expect(verifyJournal(store.opened.database)).toEqual([]);
  store.opened.close();
  expect(readdirSync(path.join(at.house.folder, 'backups')).filter((name) => !/^leitai-[\d-]+\.db$/.test(name))).toEqual([]);
  const secret = readFileSync(path.join(at.house.folder, 'seat.keys'), 'utf8');
  expect([readFileSync(databaseFile(carried)).includes(secret), readFileSync(databaseFile(carried)).includes(at.house.secretOf(at.cards[0]?.seat ?? ''))]).toEqual([false, false]);
  rmSync(carried, { recursive: true });
  await at.end();
});

test('N backups are kept, the oldest go, and other files are left alone', async () => {
  const folder = temporaryFolder();
  const given = aDispatcher(folder);
  const backups = path.join(folder, 'backups');
  const made = [];
  for (let day = 1; day <= 5; day += 1) {
    await given.send('meeting.create', { title: `示例会议${day}` });
    made.push(await backupDatabase({ source: databaseFile(folder), folder: backups, keep: 3, wall: Date.UTC(2026, 10, day) }));
    if (day === 1) writeFileSync(path.join(backups, 'notes.txt'), '');
  }
  expect(made.every((each) => each.ok)).toBe(true);
  expect(readdirSync(backups).sort()).toEqual([...made.slice(2).map((each) => path.basename(each.file)), 'notes.txt'].sort());
  given.close();
  rmSync(folder, { recursive: true });
});

test('a backup made while commands go on holds a whole number of turns', async () => {
  const folder = temporaryFolder();
  const given = aDispatcher(folder);
  const sending = Promise.all(Array.from({ length: 300 }, (_, at) => new Promise((settle) => { setTimeout(() => settle(given.send('meeting.create', { title: `示例会议${at}` })), at / 3); })));
  const done = await backupDatabase({ source: databaseFile(folder), folder: path.join(folder, 'backups'), keep: 3, wall: Date.now() });
  await sending;
  expect(done.ok).toBe(true);
  const copy = new Database(done.file, { readonly: true });
  expect(verifyJournal(copy)).toEqual([]);
  expect(copy.prepare('SELECT (SELECT count(*) FROM journal) - (SELECT count(*) FROM answers)').pluck().get()).toBe(0);
  copy.close();
  given.close();
  rmSync(folder, { recursive: true });
});

test('a copy that does not verify is no backup: it is said and nothing of it stays', async () => {
  const folder = temporaryFolder();
  const given = aDispatcher(folder);
  for (let at = 0; at < 3; at += 1) await given.send('meeting.create', { title: '示例会议' });
  given.database.exec("DROP TRIGGER journal_is_append_only; UPDATE journal SET who = 'x' WHERE seq = 2");
  const backups = path.join(folder, 'backups');
  expect((await backupDatabase({ source: databaseFile(folder), folder: backups, keep: 3, wall: Date.now() })).ok).toBe(false);
  expect(readdirSync(backups)).toEqual([]);
  given.close();
  rmSync(folder, { recursive: true });
});

test('a restored backup has a new epoch: a phone’s command for the old one is refused, and its sheet can be offered again', async () => {
  const at = await atTheDesk({ units: 1, judges: 1 });
  const { folder } = at.house;
  const contestant = at.units[0] ?? '';
  await openWindow(at.desk, at.session, contestant);
  const place = { session: at.session, contestant, kind: 'marks', marks: fullMarks, basis: 0 };
  const backup = await backupDatabase({ source: databaseFile(folder), folder: path.join(folder, 'backups'), keep: 20, wall: Date.now() });
  const phone = await at.phone(0);
  const former = phone.epoch;
  const held = await phone.command('sheet.submit', place, 'sheet-1');
  const seat = at.cards[0]?.seat ?? '';
  const secret = at.house.secretOf(seat);
  await at.house.stop();

  const aside = restoreDatabase(folder, backup.file, Date.now());
  expect(aside !== null && existsSync(aside)).toBe(true);
  const again = await aHouse({ folder });
  expect(again.epoch).not.toBe(former);
  const later = await judgeClient({ origin: `http://127.0.0.1:${again.roomPort}`, seat, secret });
  expect(later.epoch).toBe(again.epoch);
  later.epoch = former;
  expect(await later.command('sheet.submit', place, 'sheet-1')).toMatchObject({ ok: false, code: 'staleEpoch' });
  later.epoch = again.epoch;
  const offered = await later.command('sheet.submit', place, 'sheet-1');
  expect([held.ok, offered]).toMatchObject([true, { ok: true, result: { revision: 1, late: false } }]);
  later.close();
  await again.end();
});

test('a restore is refused while a host uses the folder, and works where the database is damaged beyond reading', async () => {
  const folder = temporaryFolder();
  const given = aDispatcher(folder);
  await given.send('meeting.create', { title: '示例会议' });
  const backup = await backupDatabase({ source: databaseFile(folder), folder: path.join(folder, 'backups'), keep: 3, wall: Date.now() });
  expect(() => restoreDatabase(folder, backup.file, Date.now())).toThrow(expect.objectContaining({ code: 'inUse' }));
  given.close();
  writeFileSync(databaseFile(folder), 'x'.repeat(9000));
  const aside = restoreDatabase(folder, backup.file, Date.now());
  expect(readFileSync(aside ?? '', 'utf8')).toBe('x'.repeat(9000));
  const store = openStore(folder);
  expect(Object.keys(store.initial.meeting.meetings).length).toBe(1);
  store.opened.close();
  expect(() => restoreDatabase(folder, aside ?? '', Date.now())).toThrow(expect.objectContaining({ code: 'damaged' }));
  rmSync(folder, { recursive: true });
});

test('leaving the sample puts a sample database aside once; real data, damaged data and a folder in use are left alone', async () => {
  const folder = temporaryFolder();
  expect(leaveSample(folder, 1)).toBe(null);
  const sample = aDispatcher(folder);
  await sample.send('meeting.create', { title: '示例会议' });
  sample.database.prepare("INSERT INTO house (key, value) VALUES ('sample', '1')").run();
  expect(() => leaveSample(folder, 1)).toThrow(expect.objectContaining({ code: 'inUse' }));
  sample.close();
  const aside = leaveSample(folder, 1);
  expect([aside !== null && existsSync(aside), existsSync(databaseFile(folder))]).toEqual([true, false]);
  const real = aDispatcher(folder);
  expect([real.dispatcher.state.meeting.meetings, real.epoch === sample.epoch]).toEqual([{}, false]);
  real.close();
  expect(leaveSample(folder, 2)).toBe(null);
  writeFileSync(databaseFile(folder), 'x'.repeat(9000));
  expect([leaveSample(folder, 3), existsSync(databaseFile(folder))]).toEqual([null, true]);
  rmSync(folder, { recursive: true });
});
