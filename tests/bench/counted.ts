// Lost and doubled ballots, counted in the database itself by a connection of its own after the host has stopped.
import path from 'node:path';
import Database from 'better-sqlite3';

export interface Given { readonly contestant: string; readonly judge: string; readonly marks: Readonly<Record<string, string>>; readonly receipt: string }
export interface Counted { readonly sent: number; readonly stored: number; readonly lost: number; readonly doubled: number; readonly changed: number; readonly wrongReceipts: number }

interface Row { readonly contestant: string; readonly judge: string; readonly marks: string; readonly hash: string }

/** `lost`: sent and not stored; `doubled`: stored more than once; `changed`: other marks; `wrongReceipts`: the receipt's code is not the row's. */
export const countBallots = (folder: string, given: readonly Given[]): Counted => {
  const database = new Database(path.join(folder, 'leitai.db'), { readonly: true });
  const rows = database.prepare('SELECT s.contestant, s.judge, s.marks, j.hash FROM sheet_revisions s JOIN journal j ON j.seq = s.seq').all() as readonly Row[];
  const events = database.prepare("SELECT count(*) AS count FROM journal WHERE name IN ('sheetRecorded', 'lateSheetRecorded')").get() as { count: number };
  database.close();
  const key = (each: { readonly contestant: string; readonly judge: string }): string => `${each.contestant}/${each.judge}`;
  const stored = Map.groupBy(rows, key);
  const of = (each: Given): Row | undefined => stored.get(key(each))?.[0];
  return {
    sent: given.length, stored: events.count,
    lost: given.filter((each) => of(each) === undefined).length,
    doubled: [...stored.values()].filter((same) => same.length > 1).length + Math.max(0, events.count - rows.length),
    changed: given.filter((each) => { const row = of(each); return row !== undefined && !sameMarks(JSON.parse(row.marks) as Given['marks'], each.marks); }).length,
    wrongReceipts: given.filter((each) => of(each)?.hash.slice(0, 4).toUpperCase() !== each.receipt).length,
  };
};

const sameMarks = (a: Given['marks'], b: Given['marks']): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};
