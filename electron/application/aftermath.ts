// What the outside does after a commit: the projector's window follows yield and return, backups follow locks, void cards are dismissed.
import path from 'node:path';
import { backupDatabase } from '../database/backup.ts';
import { deviceOf, type Attendance } from './attendance.ts';
import type { Committed } from './dispatch.ts';
import type { NativePort } from './localCommands.ts';
import type { Store } from './store.ts';
import type { Surroundings } from './surroundings.ts';

const BACKUPS_KEPT = 20;
const BACKED_UP_AFTER: readonly string[] = ['sessionReadied', 'windowLocked', 'sessionFinalised'];

export interface AftermathParts {
  readonly store: Store; readonly surroundings: Surroundings; readonly attendance: Attendance; readonly folder: string;
  readonly native: NativePort | null; readonly report: (line: string) => void; readonly changed: () => void;
  /** Seals a box that was closed. */
  readonly seal: (closed: { readonly session: string; readonly panel: string }) => void;
  readonly checkBackup: (file: string) => Promise<boolean>;
}

/** Runs a job alone; asked again meanwhile, it runs once more afterwards. */
const oneAtATime = (job: () => Promise<void>): (() => void) => {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await job();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
};

export const aftermath = (parts: AftermathParts): ((committed: readonly Committed[]) => void) => {
  const { store, surroundings, attendance, folder, report } = parts;
  const backUpOnce = async (): Promise<void> => {
    try {
      surroundings.backup = await backupDatabase({ source: store.opened.file, folder: path.join(folder, 'backups'), keep: BACKUPS_KEPT, wall: Date.now(), check: parts.checkBackup });
      if (!surroundings.backup.ok) report(`the backup could not be verified: ${surroundings.backup.file}`);
      parts.changed();
    } catch (error) {
      report(`the backup failed: ${String(error)}`);
    }
  };
  const backUp = oneAtATime(backUpOnce);
  const moveWindow = async (call: 'projector.yield' | 'projector.return'): Promise<void> => {
    try {
      await parts.native?.call(call);
    } catch (error) {
      report(`${call}: ${String(error)}`);
    }
  };
  return (committed) => {
    for (const { happened: { event }, line } of committed) {
      if (event.name === 'sessionCreated') store.created.set(event.body.session, line.wall);
      if (event.name === 'boxClosed') parts.seal(event.body);
      if (event.name === 'airYielded') void moveWindow('projector.yield');
      if (event.name === 'airReturned') void moveWindow('projector.return');
      if (event.name === 'seatRenewed' || event.name === 'stationRemoved') attendance.dismiss(event.body.seat, 4401);
      if (event.name === 'deviceBound') attendance.dismissOthers(event.body.seat, deviceOf(event.body.seat, event.body.browser), 4403);
    }
    if (committed.some(({ happened }) => BACKED_UP_AFTER.includes(happened.event.name))) backUp();
  };
};
