// Opening a data folder: migrations step by step, and what is refused with which word before the desk opens.
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_VERSION } from '../../../electron/application/house.ts';
import { openStore } from '../../../electron/application/store.ts';
import { migrations } from '../../../electron/database/migrations/list.ts';
import { DatabaseUnusable, openDatabase } from '../../../electron/database/open.ts';
import { aDispatcher } from '../../support/aDispatcher.ts';
import { hostProcess, temporaryFolder } from '../../support/aHouse.ts';
import { databaseFile } from '../../support/journalFile.ts';
import { lineHash } from '../../../electron/database/journal.ts';
import type { JournalLine } from '../../../shared/contract/journalLine.ts';

let folder: string;
beforeEach(() => { folder = temporaryFolder(); });
afterEach(() => rmSync(folder, { recursive: true }));

/** Why a folder cannot be used, or 'usable'. */
const verdict = (open: (folder: string) => { readonly close?: () => void; readonly opened?: { readonly close: () => void } } = openStore): string => {
  try {
    const opened = open(folder);
    (opened.opened ?? opened).close?.();
    return 'usable';
  } catch (error) {
    if (error instanceof DatabaseUnusable) return error.code;
    throw error;
  }
};
/** A folder whose journal has some rows, in one file without a WAL. */
const withRows = async (rows = 6): Promise<void> => {
  const given = aDispatcher(folder);
  for (let row = 0; row < rows; row += 1) await given.send('meeting.create', { title: `示例会议${row}` });
  given.database.pragma('wal_checkpoint(TRUNCATE)');
  given.close();
};
const tampering = (change: (database: Database.Database) => void): void => {
  const database = new Database(databaseFile(folder));
  change(database);
  database.close();
};
const unguarded = (database: Database.Database): void => { database.exec('DROP TRIGGER journal_is_append_only; DROP TRIGGER journal_is_kept'); };

/** What each migration must leave as it was and what it must bring, run on a database of the step before. */
const migrationTests: Readonly<Record<number, { readonly before: (database: Database.Database) => void; readonly after: (database: Database.Database) => void }>> = {
  10: {
    before: () => undefined,
    after: (database) => expect(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('house', 'journal', 'texts', 'answers') ORDER BY name").pluck().all()).toEqual(['answers', 'house', 'journal', 'texts']),
  },
  20: {
    before: (database) => database.exec("INSERT INTO house VALUES ('epoch', 'kept'); INSERT INTO texts VALUES ('t', 's', 'v'); INSERT INTO journal VALUES (1, 'c', 1, 'w', 'd', 'i', 'meeting', 'meetingCreated', 1, '{}', 'p', 'h')"),
    after: (database) => {
      expect(database.prepare('SELECT (SELECT value FROM house) || (SELECT value FROM texts) || (SELECT body FROM journal)').pluck().get()).toBe('keptv{}');
      expect(database.prepare('SELECT count(*) FROM sheet_revisions').pluck().get()).toBe(0);
      database.exec("INSERT INTO timer_marks VALUES ('s', 'c', 'speech', 1, 1)");
    },
  },
};

test('every migration has a test', () => {
  expect(Object.keys(migrationTests).map(Number)).toEqual(migrations.map((migration) => migration.version));
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_migration, at) => (at + 1) * 10));
});

test.each(migrations.map((migration) => migration.version))('migration %i takes a database of the step before to its own', (version) => {
  const database = new Database(databaseFile(folder));
  for (const step of migrations.filter((each) => each.version < version)) step.run(database);
  database.pragma(`user_version = ${version - 10}`);
  migrationTests[version]?.before(database);
  database.close();
  const opened = openDatabase(folder);
  expect(opened.database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
  migrationTests[version]?.after(opened.database);
  opened.close();
});

test('a migration that fails half-way leaves the version and the tables as they were', () => {
  const database = new Database(databaseFile(folder));
  migrations[0]?.run(database);
  database.pragma('user_version = 10');
  // What the second step wants to create last is there already.
  database.exec('CREATE TABLE timer_marks (x)');
  database.close();
  expect(() => openDatabase(folder)).toThrow('timer_marks');
  const after = new Database(databaseFile(folder), { readonly: true });
  expect([after.pragma('user_version', { simple: true }), after.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'sheet_revisions'").pluck().get()]).toEqual([10, 0]);
  after.close();
});

test('a database of a newer version is refused and left as it is', async () => {
  await withRows();
  tampering((database) => database.pragma('user_version = 99990'));
  const before = readFileSync(databaseFile(folder));
  expect(verdict()).toBe('newer');
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
});

test('an event of a newer version, or one this program does not know, is refused as newer', async () => {
  for (const change of ["name = 'meetingDissolved'", `version = ${EVENT_VERSION + 1}`, "area = 'benchmark'"]) {
    await withRows();
    tampering((database) => {
      unguarded(database);
      // The newer program would have hashed it rightly: only the newest row, so that no link breaks.
      database.exec(`UPDATE journal SET ${change} WHERE seq = (SELECT max(seq) FROM journal)`);
      rehash(database);
    });
    expect([change, verdict()]).toEqual([change, 'newer']);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  }
});
const rehash = (database: Database.Database): void => {
  const line = database.prepare('SELECT * FROM journal ORDER BY seq DESC LIMIT 1').get() as JournalLine;
  database.prepare('UPDATE journal SET hash = ? WHERE seq = ?').run(lineHash(line), line.seq);
};

test('a file that is no database, is cut short or has a broken page is recognised as damaged', async () => {
  await withRows(200);
  const file = databaseFile(folder);
  copyFileSync(file, `${file}.sound`);
  const whole = readFileSync(file);
  const damages: Readonly<Record<string, () => void>> = {
    'no database': () => writeFileSync(file, 'x'.repeat(9000)),
    'cut short': () => truncateSync(file, Math.floor(whole.length / 4096 / 2) * 4096),
    'header overwritten': () => writeFileSync(file, Buffer.concat([Buffer.alloc(100), whole.subarray(100)])),
    'a page overwritten': () => writeFileSync(file, Buffer.concat([whole.subarray(0, 4096 * 6), Buffer.alloc(4096, 7), whole.subarray(4096 * 7)])),
  };
  for (const [name, damage] of Object.entries(damages)) {
    copyFileSync(`${file}.sound`, file);
    expect(verdict()).toBe('usable');
    damage();
    expect([name, verdict()]).toEqual([name, 'damaged']);
  }
});

test('bytes changed in a journal row, a row taken out or one put in are recognised as damage', async () => {
  await withRows(8);
  const file = databaseFile(folder);
  copyFileSync(file, `${file}.sound`);
  const flip = (needle: string): void => {
    const bytes = readFileSync(file);
    const at = bytes.indexOf(needle);
    expect(at).toBeGreaterThan(0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };
  const damages: Readonly<Record<string, () => void>> = {
    'a name': () => flip('meetingCreated'),
    'a sender': () => flip('host:host'),
    'a body': () => flip('{"meeting":'),
    'a wall time': () => tampering((database) => { unguarded(database); database.exec('UPDATE journal SET wall = wall + 1 WHERE seq = 3'); }),
    'a row of a chain of its own taken out': () => tampering((database) => { unguarded(database); database.exec('DELETE FROM journal WHERE seq = 4'); }),
    'two rows exchanged': () => tampering((database) => { unguarded(database); database.exec('UPDATE journal SET seq = 100 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 100'); }),
    'a row put in': () => tampering((database) => { database.exec("INSERT INTO journal SELECT 9, chain, wall, who, device, command, area, name, version, body, previous, hash FROM journal WHERE seq = 8"); }),
  };
  for (const [name, damage] of Object.entries(damages)) {
    copyFileSync(`${file}.sound`, file);
    expect(verdict()).toBe('usable');
    damage();
    expect([name, verdict()]).toEqual([name, 'damaged']);
  }
});

test('the journal cannot be changed or thinned out through an open database', async () => {
  await withRows(2);
  const { database, close } = openDatabase(folder);
  for (const statement of ["UPDATE journal SET body = '{}'", 'UPDATE journal SET seq = seq + 10', 'DELETE FROM journal', 'DELETE FROM journal WHERE seq = 1']) expect(() => database.exec(statement)).toThrow('append-only');
  expect(() => database.exec("INSERT INTO journal SELECT 1, chain, wall, who, device, command, area, name, version, 'x', previous, hash FROM journal WHERE seq = 2")).toThrow('UNIQUE');
  close();
});

test('a second program on the same folder is refused as in use, in this process as from another; the first goes on', async () => {
  const first = aDispatcher(folder);
  expect(verdict(openDatabase)).toBe('inUse');
  await expect(hostProcess(folder)).rejects.toThrow(/ended with [1-9]/);
  expect(await first.send('meeting.create', { title: '示例会议' })).toMatchObject({ ok: true });
  first.close();
  expect(verdict()).toBe('usable');
});

test('a folder refused is let go: after the damage is gone it opens', async () => {
  await withRows(3);
  copyFileSync(databaseFile(folder), path.join(folder, 'sound'));
  tampering((database) => { unguarded(database); database.exec("UPDATE journal SET who = 'x' WHERE seq = 2"); });
  expect([verdict(), verdict()]).toEqual(['damaged', 'damaged']);
  copyFileSync(path.join(folder, 'sound'), databaseFile(folder));
  expect(verdict()).toBe('usable');
});
