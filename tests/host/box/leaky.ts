// Boxes as one would build them at first, for the proof that the attacker of these tests finds an order where there is one.
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Ballot } from '../../../electron/database/box/box.ts';

/** A ballot table and a seat table keyed by HMAC and seat, without rowids: each page still stacks its rows in the order they came. */
export const plainTables = (folder: string, cast: readonly Ballot[], key: Buffer): void => {
  const database = new Database(path.join(folder, 'plain.db'));
  database.exec('CREATE TABLE ballots (tag BLOB PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID; CREATE TABLE seats (seat TEXT PRIMARY KEY) WITHOUT ROWID');
  const ballot = database.prepare('INSERT INTO ballots VALUES (?, ?)');
  const seat = database.prepare('INSERT INTO seats VALUES (?)');
  const put = database.transaction((each: Ballot) => {
    ballot.run(createHmac('sha256', key).update(each.token).digest(), each.body);
    seat.run(each.seat);
  });
  for (const each of cast) put(each);
  database.close();
};

/** Slots filled one after the other instead of by lot. */
export const slotsInTurn = (folder: string, cast: readonly Ballot[]): void => {
  writeFileSync(path.join(folder, 'slots.bin'), cast.map(({ body }) => body.padEnd(1024)).join(''));
};

/** A sealed file in the order in which the ballots came. */
export const sealedUnsorted = (folder: string, cast: readonly Ballot[]): void => {
  writeFileSync(path.join(folder, 'box-one.sealed'), cast.map(({ body }) => `${body}\n`).join(''));
};
