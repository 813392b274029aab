// Names stand outside the chain, their salted hashes in it: a name that was exchanged behind the house's back is found.
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrongTexts } from '../../../electron/database/journal.ts';
import { aHouse, temporaryFolder } from '../../support/aHouse.ts';

let folder = '';
beforeEach(() => { folder = temporaryFolder(); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withDatabase = <T>(run: (database: Database.Database) => T): T => {
  const database = new Database(path.join(folder, 'leitai.db'));
  try {
    return run(database);
  } finally {
    database.close();
  }
};
const change = (sql: string): void => withDatabase((database) => { expect(database.prepare(sql).run().changes).toBe(1); });

test('a name that no longer fits its salted hash in the chain is named; one that was erased is no fault', async () => {
  const house = await aHouse({ folder });
  const actor = { role: 'host', subject: 'host', device: 'test' } as const;
  const answer = await house.submit({ id: 'unit-1', name: 'unit.keep', input: { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '', group: '' } }, actor });
  expect(answer.ok).toBe(true);
  await house.stop();
  expect(withDatabase(wrongTexts)).toEqual([]);
  change("UPDATE texts SET value = NULL, salt = '' WHERE value = '甲区'");
  expect(withDatabase(wrongTexts)).toEqual([]);
  const id = withDatabase((database) => database.prepare("SELECT id FROM texts WHERE value = '示例市甲区'").pluck().get());
  change("UPDATE texts SET value = '示例市乙区' WHERE value = '示例市甲区'");
  expect(withDatabase(wrongTexts)).toEqual([id]);
});
