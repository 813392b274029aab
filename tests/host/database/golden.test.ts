// The rows of every release, kept as they were written: they verify, fold and give the same result for ever (design §1 item 1).
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/database/open.ts';
import { openRecorder } from '../../../electron/database/recorder.ts';
import { openJournal, verifyJournal, wrongTexts } from '../../../electron/database/journal.ts';
import { eventOf } from '../../../electron/application/house.ts';
import { arenaEvents } from '../../../shared/arena/events.ts';
import { meetingEvents } from '../../../shared/meeting/events.ts';
import { registerEvents } from '../../../shared/register/events.ts';
import { root, temporaryFolder } from '../../support/aHouse.ts';
import { readGolden, resultOfGolden } from '../../support/golden/readGolden.ts';

const folder = path.join(root, 'tests/support/golden');
const files = readdirSync(folder).filter((file) => /^journal-v\d+\.ndjson$/.test(file));
const golden = (file: string) => readGolden(readFileSync(path.join(folder, file), 'utf8'));
const schemas = { arena: arenaEvents, meeting: meetingEvents, register: registerEvents } as const;

test.each(files)('%s still gives the result it gave when it was written', (file) => {
  const kept = golden(file);
  expect(kept.journal.length).toBeGreaterThan(50);
  expect(resultOfGolden(kept)).toEqual(kept.expected);
});

test.each(files)('%s put into a database of today verifies to the last link, with its texts, and its tables can be recorded', (file) => {
  const kept = golden(file);
  const place = temporaryFolder();
  const { database, close } = openDatabase(place);
  const journal = openJournal(database);
  for (const { seq: _seq, previous: _previous, hash: _hash, ...line } of kept.journal) journal.append(line);
  for (const { id, salt, value } of kept.texts) journal.keepText({ id, salt, value: value ?? '' });
  expect([...journal.all()]).toEqual(kept.journal);
  expect([verifyJournal(database), wrongTexts(database)]).toEqual([[], []]);
  openRecorder(database).rebuild(kept.journal.flatMap((line) => { const happened = eventOf(line); return happened.area === 'arena' ? [{ event: happened.event, line }] : []; }));
  expect(database.prepare('SELECT count(*) FROM sheet_revisions').pluck().get()).toBe(kept.journal.filter((line) => line.name === 'sheetRecorded').length);
  close();
  rmSync(place, { recursive: true });
});

test.each(files)('every body in %s fits the schema its event has today', (file) => {
  for (const line of golden(file).journal) {
    const { area, event } = eventOf(line);
    const schema = (schemas[area] as unknown as Readonly<Record<string, (typeof arenaEvents)['sessionStarted']>>)[event.name];
    const parsed = schema?.safeParse(event.body);
    expect([line.seq, event.name, parsed?.error?.issues]).toEqual([line.seq, event.name, undefined]);
    expect(parsed?.data).toEqual(event.body);
  }
});

test('the newest kept journal holds every event this program can write, so that none can change its shape unseen', () => {
  const kept = new Set(golden(files.sort().at(-1) ?? '').journal.map((line) => `${line.area}.${line.name}`));
  const all = Object.entries(schemas).flatMap(([area, events]) => Object.keys(events).map((name) => `${area}.${name}`));
  expect(all.filter((name) => !kept.has(name))).toEqual([]);
});

test('one changed byte in a kept journal is found', () => {
  const kept = golden(files[0] ?? '');
  const place = temporaryFolder();
  const { database, close } = openDatabase(place);
  const insert = database.prepare('INSERT INTO journal VALUES (@seq, @chain, @wall, @who, @device, @command, @area, @name, @version, @body, @previous, @hash)');
  const changed = kept.journal.find((line) => line.name === 'sheetRecorded');
  for (const line of kept.journal) insert.run(line.seq === changed?.seq ? { ...line, body: line.body.replace('28.5', '29.5').replace('"25"', '"26"') } : line);
  expect(verifyJournal(database)).toEqual([{ seq: changed?.seq, chain: changed?.chain, what: 'hash' }]);
  close();
  rmSync(place, { recursive: true });
});
