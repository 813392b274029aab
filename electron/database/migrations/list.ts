// Table migrations in order, in steps of 10. A released step is never changed; each has one test.
import type { Database } from 'better-sqlite3';

export interface Migration { readonly version: number; readonly name: string; readonly run: (database: Database) => void }

export const migrations: readonly Migration[] = [
  {
    version: 10, name: 'journal, texts, answers',
    run: (database) => database.exec(`
      CREATE TABLE house (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, chain TEXT NOT NULL, wall INTEGER NOT NULL, who TEXT NOT NULL, device TEXT NOT NULL, command TEXT NOT NULL,
        area TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
      CREATE TABLE texts (id TEXT PRIMARY KEY, salt TEXT NOT NULL, value TEXT) STRICT, WITHOUT ROWID;
      CREATE TABLE answers (key INTEGER NOT NULL, sender TEXT NOT NULL, id TEXT NOT NULL, input TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
      CREATE INDEX answers_by_key ON answers (key);
      CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
      CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;`),
  },
  {
    version: 20, name: 'sheet revisions and timer marks, recorded from the journal',
    run: (database) => database.exec(`
      CREATE TABLE sheet_revisions (
        seq INTEGER PRIMARY KEY, session TEXT NOT NULL, contestant TEXT NOT NULL, judge TEXT NOT NULL, revision INTEGER NOT NULL,
        source TEXT NOT NULL, kind TEXT NOT NULL, marks TEXT NOT NULL, wall INTEGER NOT NULL, device TEXT NOT NULL) STRICT;
      CREATE INDEX sheet_revisions_by_window ON sheet_revisions (session, contestant, seq);
      CREATE TABLE timer_marks (session TEXT PRIMARY KEY, contestant TEXT NOT NULL, phase TEXT NOT NULL, elapsed INTEGER NOT NULL, wall INTEGER NOT NULL) STRICT, WITHOUT ROWID;`),
  },
];
