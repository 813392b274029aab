// Database files checked through a read-only connection of their own: a backup quickly, the live file wholly. On the worker thread
// wherever a host is running.
import Database from 'better-sqlite3';
import { verifyJournal, wrongTexts } from './journal.ts';

/** Whether a copy opens, passes quick_check and its newest links hold. */
export const isSound = (file: string): boolean => {
  const copy = new Database(file, { readonly: true });
  try {
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok' && verifyJournal(copy, 1000).length === 0;
  } finally {
    copy.close();
  }
};

/** The first fault as a short text, or null when everything holds. Example: `hash 412`. */
export const firstFaultOf = (file: string): string | null => {
  const database = new Database(file, { readonly: true });
  try {
    const [fault] = verifyJournal(database);
    if (fault !== undefined) return `${fault.what} ${fault.seq}`;
    const [text] = wrongTexts(database);
    return text === undefined ? null : `text ${text}`;
  } finally {
    database.close();
  }
};
