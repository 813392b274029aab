// The commit itself fails, after everything was decided and appended: nothing of it may have been acknowledged.
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterView } from '../../../shared/register/views.ts';
import { aHouse, temporaryFolder } from '../../support/aHouse.ts';
import { tokenClient, type WireClient } from '../../support/wireClient.ts';

const folder = temporaryFolder();
const reports: string[] = [];
let house: Awaited<ReturnType<typeof aHouse>>;
let desk: WireClient;
beforeAll(async () => {
  house = await aHouse({ folder, report: (line) => reports.push(line) });
  desk = await tokenClient(house.deskUrl, 'desk');
});
afterAll(async () => { desk.close(); await house.end(); rmSync(folder, { recursive: true, force: true }); });

/** A deferred constraint lets every insert pass and fails the COMMIT. */
const PLANT = `CREATE TABLE planted (nobody INTEGER REFERENCES planted_parent (id) DEFERRABLE INITIALLY DEFERRED); CREATE TABLE planted_parent (id INTEGER PRIMARY KEY);
  CREATE TRIGGER planted_fault AFTER INSERT ON journal BEGIN INSERT INTO planted VALUES (1); END;`;
const REMOVE = 'DROP TRIGGER planted_fault; DROP TABLE planted; DROP TABLE planted_parent;';

const inDatabase = <T>(run: (database: Database.Database) => T): T => {
  const database = new Database(path.join(folder, 'leitai.db'));
  try {
    return run(database);
  } finally {
    database.close();
  }
};
const rows = (): unknown => inDatabase((database) => database.prepare('SELECT (SELECT count(*) FROM journal) AS journal, (SELECT count(*) FROM answers) AS answers, (SELECT count(*) FROM texts) AS texts').get());
const keep = (name: string, id: string): ReturnType<WireClient['command']> =>
  desk.command('unit.keep', { unit: null, values: { fullName: name, shortName: '', aliases: [], kind: '', group: '' } }, id);

test('what could not be committed is never acknowledged and leaves nothing; the same command goes through once the fault is gone', async () => {
  desk.subscribe('register');
  await desk.view<RegisterView>('register');
  const before = rows();
  const state = house.state();
  inDatabase((database) => database.exec(PLANT));
  const answers = await Promise.all([keep('示例市甲区', 'unit-1'), keep('示例市乙区', 'unit-2')]);
  expect(answers).toEqual([1, 2].map(() => ({ ok: false, code: 'internal', details: {} })));
  expect(house.state()).toBe(state);
  expect(rows()).toEqual(before);
  expect(reports.filter((line) => line.includes('FOREIGN KEY constraint failed'))).toHaveLength(2);

  inDatabase((database) => database.exec(REMOVE));
  expect(await keep('示例市甲区', 'unit-1')).toMatchObject({ ok: true });
  const view = await desk.view<RegisterView>('register', (register) => register.units.length === 1);
  expect(view.units.map((unit) => unit.fullName)).toEqual(['示例市甲区']);
});
