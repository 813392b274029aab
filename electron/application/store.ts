// Everything a house knows that is on disk: the database opened, checked and folded into a state, and the files beside it.
import path from 'node:path';
import type { JournalLine } from '../../shared/contract/journalLine.ts';
import { openJournal, verifyJournal, type Journal } from '../database/journal.ts';
import { DatabaseUnusable, openDatabase, type OpenedDatabase } from '../database/open.ts';
import { openRecorder, timerMarks, type Recorder } from '../database/recorder.ts';
import { emptyHouse, eventOf, evolveHouse, type HouseEvent, type HouseState } from './house.ts';
import { SettingsFile } from './settings.ts';
import { Texts } from './texts.ts';

/** Rows re-hashed before the desk opens; the rest is `verify`'s. */
const LINKS_CHECKED_AT_START = 1000;

export interface Store {
  readonly opened: OpenedDatabase; readonly journal: Journal; readonly recorder: Recorder; readonly marks: ReturnType<typeof timerMarks>;
  readonly texts: Texts; readonly settings: SettingsFile; readonly initial: HouseState;
  /** When each session was created, by its first event's wall time. */
  readonly created: Map<string, number>;
  readonly isSample: () => boolean;
  readonly markAsSample: () => void;
}

/** A row this program does not know was written by a newer one; any other it cannot read is damage. */
const readable = (line: JournalLine): HouseEvent => {
  try {
    return eventOf(line);
  } catch (error) {
    throw new DatabaseUnusable(error instanceof SyntaxError ? 'damaged' : 'newer', `${line.seq}: ${String(error)}`);
  }
};

const fold = (journal: Journal): Pick<Store, 'initial' | 'created'> => {
  let initial = emptyHouse;
  const created = new Map<string, number>();
  for (const line of journal.all()) {
    const happened = readable(line);
    if (happened.area === 'arena' && happened.event.name === 'sessionCreated') created.set(happened.event.body.session, line.wall);
    initial = evolveHouse(initial, happened, line);
  }
  return { initial, created };
};

/** Opens a data folder. Throws DatabaseUnusable when it is in use, newer or damaged. */
export const openStore = (folder: string): Store => {
  const opened = openDatabase(folder);
  try {
    const fault = verifyJournal(opened.database, LINKS_CHECKED_AT_START)[0];
    if (fault !== undefined) throw new DatabaseUnusable('damaged', `${opened.file}: ${fault.what} ${fault.seq}`);
    const journal = openJournal(opened.database);
    let sample = opened.database.prepare("SELECT value FROM house WHERE key = 'sample'").get() !== undefined;
    const mark = opened.database.prepare("INSERT OR IGNORE INTO house (key, value) VALUES ('sample', '1')");
    return {
      opened, journal, recorder: openRecorder(opened.database), marks: timerMarks(opened.database), texts: new Texts(journal.texts()),
      settings: new SettingsFile(path.join(folder, 'settings.json')), ...fold(journal), isSample: () => sample, markAsSample: () => { mark.run(); sample = true; },
    };
  } catch (error) {
    opened.close();
    throw error;
  }
};
