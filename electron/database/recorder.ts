// Tables recorded from the journal, in the same transaction as the event. They can always be rebuilt from it.
import Database from 'better-sqlite3';
import type { Sheet } from '../../shared/arena/state.ts';
import type { ArenaEvent } from '../../shared/arena/events.ts';
import type { JournalLine } from '../../shared/contract/journalLine.ts';
import type { HouseDatabase } from './open.ts';

export interface Recorder {
  readonly record: (event: ArenaEvent, line: JournalLine) => void;
  /** Every revision of every sheet of one window, oldest first. */
  readonly revisions: (session: string, contestant: string) => readonly Sheet[];
  /** Empties and refills the recorded tables from the journal. */
  readonly rebuild: (lines: Iterable<{ readonly event: ArenaEvent; readonly line: JournalLine }>) => void;
}

export const openRecorder = (database: HouseDatabase): Recorder => {
  const insert = database.prepare('INSERT INTO sheet_revisions (seq, session, contestant, judge, revision, source, kind, marks, wall, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT judge, revision, source, kind, marks, wall, device FROM sheet_revisions WHERE session = ? AND contestant = ? ORDER BY seq');
  const record: Recorder['record'] = (event, line) => {
    if (event.name !== 'sheetRecorded') return;
    const { session, contestant, judge, revision, source, kind, marks } = event.body;
    insert.run(line.seq, session, contestant, judge, revision, source, kind, JSON.stringify(marks), line.wall, line.device);
  };
  return {
    record,
    revisions: (session, contestant) =>
      (select.all(session, contestant) as (Omit<Sheet, 'marks'> & { marks: string })[]).map((row) => ({ ...row, marks: JSON.parse(row.marks) as Sheet['marks'] })),
    rebuild: (lines) => {
      database.exec('DELETE FROM sheet_revisions');
      for (const { event, line } of lines) record(event, line);
    },
  };
};

const PASSING = /^SQLITE_(FULL|IOERR|BUSY)/;

/** The running timer's mark, written each second so that a restart loses at most one (design §4). */
export interface TimerMark { readonly session: string; readonly contestant: string; readonly phase: 'speech' | 'questions'; readonly elapsed: number; readonly wall: number }
export const timerMarks = (database: HouseDatabase) => {
  const write = database.prepare('INSERT INTO timer_marks (session, contestant, phase, elapsed, wall) VALUES (@session, @contestant, @phase, @elapsed, @wall) ON CONFLICT (session) DO UPDATE SET contestant = excluded.contestant, phase = excluded.phase, elapsed = excluded.elapsed, wall = excluded.wall');
  const read = database.prepare('SELECT session, contestant, phase, elapsed, wall FROM timer_marks WHERE session = ?');
  return {
    /** A disk that is full or slow costs the mark, not the host: the restart then counts from the mark before. */
    write: (mark: TimerMark): void => {
      try {
        write.run(mark);
      } catch (error) {
        if (!(error instanceof Database.SqliteError && PASSING.test(error.code))) throw error;
      }
    },
    read: (session: string): TimerMark | undefined => read.get(session) as TimerMark | undefined,
  };
};
