// What was changed behind the house's back is found: in a backup before it counts, in the texts, and at the start.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { backupDatabase } from '../../electron/database/backup.ts';
import { wrongTexts } from '../../electron/database/journal.ts';
import { DatabaseUnusable } from '../../electron/database/open.ts';
import { aHouse, temporaryFolder } from '../support/aHouse.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A house that has kept one unit, stopped again; its folder stays. */
const aFilledFolder = async (): Promise<string> => {
  folder = temporaryFolder();
  const house = await aHouse({ folder });
  const actor = { role: 'host', subject: 'host', device: 'test' } as const;
  const answer = await house.submit({ id: 'unit-1', name: 'unit.keep', input: { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '', group: '' } }, actor });
  expect(answer.ok).toBe(true);
  await house.stop();
  return path.join(folder, 'leitai.db');
};

/** Writes past the triggers that keep the journal append-only, as someone with the file could. */
const tamper = (file: string, sql: string): void => {
  const database = new Database(file);
  for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[]) database.exec(`DROP TRIGGER ${name}`);
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
};

const backUp = (source: string): ReturnType<typeof backupDatabase> => backupDatabase({ source, folder: path.join(folder, 'backups'), keep: 3, wall: 1_767_225_600_000 });

test('a backup counts only when its copy has been opened and its chain verified', async () => {
  const file = await aFilledFolder();
  expect((await backUp(file)).ok).toBe(true);
  rmSync(path.join(folder, 'backups'), { recursive: true });
  tamper(file, "UPDATE journal SET body = replace(body, '{', '{ ') WHERE seq = 1");
  expect((await backUp(file)).ok).toBe(false);
  expect(readdirSync(path.join(folder, 'backups'))).toEqual([]);
});

test('a name that no longer fits its salted hash in the chain is named, an erased one is no fault', async () => {
  const file = await aFilledFolder();
  const wrong = (): readonly string[] => {
    const database = new Database(file, { readonly: true });
    try {
      return wrongTexts(database);
    } finally {
      database.close();
    }
  };
  expect(wrong()).toEqual([]);
  tamper(file, "UPDATE texts SET value = NULL, salt = '' WHERE value = '甲区'");
  expect(wrong()).toEqual([]);
  tamper(file, "UPDATE texts SET value = '示例市乙区' WHERE value = '示例市甲区'");
  expect(wrong()).toHaveLength(1);
});

test('a journal row that was changed is recognised as damage before the desk opens', async () => {
  const file = await aFilledFolder();
  tamper(file, "UPDATE journal SET who = 'host:somebody' WHERE seq = 1");
  const start = aHouse({ folder });
  await expect(start).rejects.toBeInstanceOf(DatabaseUnusable);
  await expect(start).rejects.toMatchObject({ code: 'damaged' });
});
