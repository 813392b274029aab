// The way back after a lost database, from end to end: back up, go on, kill, restore by the command line, start again, meet the phones.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { runVerify } from '../../../electron/recount/verify.ts';
import { SeatKeys } from '../../../electron/server/seatKeys.ts';
import type { MySheetView, WindowView } from '../../../shared/arena/views.ts';
import { hostProcess, root, temporaryFolder, type HostProcess } from '../../support/aHouse.ts';
import { aMeeting, fullMarks, lockWindow, wholeSession } from '../../support/aMeeting.ts';
import { judgeClient, tokenClient, type WireClient } from '../../support/wireClient.ts';

const folder = temporaryFolder();
let host: HostProcess;
afterAll(async () => { await host.stop(); rmSync(folder, { recursive: true, force: true }); });

const holdsALock = (file: string): boolean => {
  const database = new Database(file, { readonly: true });
  const held = database.prepare("SELECT 1 FROM journal WHERE name = 'windowLocked'").get() !== undefined;
  database.close();
  return held;
};
/** The backup made after the first lock. */
const backupWithALock = async (): Promise<string> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const backups = path.join(folder, 'backups');
    const names = readdirSync(backups, { withFileTypes: true }).filter((each) => each.name.endsWith('.db')).map((each) => path.join(backups, each.name));
    const found = names.find(holdsALock);
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error('no backup was made after the lock');
};
const restoredBy = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(process.execPath, [path.join(root, 'electron/host.ts'), '--data', folder, ...args], { encoding: 'utf8' });
const codeOf = (answer: Awaited<ReturnType<WireClient['command']>>): string => (answer.ok ? (answer.receipt?.code ?? '') : answer.code);

test('what was sent after the backup is asked for again under the new epoch, and the former database is kept aside, whole', async () => {
  host = await hostProcess(folder);
  const desk = await tokenClient(host.desk, 'desk');
  const { session, units: [first = '', second = ''], judges: [judge = ''], cards: [card] } = await aMeeting(desk, { units: 2, judges: 1, rules: wholeSession });
  const seat = card?.seat ?? '';
  const phoneOf = (): Promise<WireClient> => judgeClient({ origin: `http://127.0.0.1:${host.roomPort}`, seat, secret: new SeatKeys(path.join(folder, 'seat.keys')).secret(seat, 1) });
  const sheet = (contestant: string) => ({ session, contestant, kind: 'marks', marks: fullMarks, basis: 0 });
  const phone = await phoneOf();
  const before = await phone.command('sheet.submit', sheet(first), 'sheet-1');
  await lockWindow(desk, session, first);
  const backup = await backupWithALock();
  const lost = await phone.command('sheet.submit', sheet(second), 'sheet-2');
  expect([before.ok, lost.ok]).toEqual([true, true]);
  const formerEpoch = phone.epoch;

  const busy = restoredBy('--restore', backup);
  expect([busy.status, busy.stdout.includes('another Leitai uses this data folder')]).toEqual([78, true]);
  await host.kill();
  const done = restoredBy('--restore', backup);
  expect([done.status, done.stderr]).toEqual([0, '']);
  const aside = readdirSync(folder).find((name) => name.startsWith('leitai.db.before-')) ?? '';
  expect(done.stdout).toContain(aside);

  host = await hostProcess(folder);
  const again = await phoneOf();
  expect(again.epoch).not.toBe(formerEpoch);
  const current = again.epoch;
  again.epoch = formerEpoch;
  expect(await again.command('sheet.submit', sheet(second), 'sheet-2')).toMatchObject({ ok: false, code: 'staleEpoch' });
  again.epoch = current;
  for (const contestant of [first, second]) {
    again.views.delete('mySheet');
    again.subscribe('mySheet', { session, contestant });
    const view = await again.view<MySheetView>('mySheet', (each) => each.contestant === contestant);
    expect([contestant, view.kind, view.revision]).toEqual(contestant === first ? [first, 'marks', 1] : [second, null, 0]);
  }
  // The same command that was acknowledged before the backup has the same answer; the lost one is taken again.
  expect(await again.command('sheet.submit', sheet(first), 'sheet-1')).toEqual(before);
  const list = path.join(folder, 'receipts.txt');
  writeFileSync(list, `${judge} ${codeOf(before)}\n${judge} ${codeOf(lost)}\n`);
  const verified = (file: string): number => runVerify([path.join(folder, file), '--receipts', list]).code;
  expect([verified('leitai.db'), verified(aside)]).toEqual([6, 3]);
  expect(await again.command('sheet.submit', sheet(second), 'sheet-2')).toMatchObject({ ok: true, result: { revision: 1 } });
  const deskAgain = await tokenClient(host.desk, 'desk');
  deskAgain.subscribe('window', { session, contestant: second });
  expect((await deskAgain.view<WindowView>('window')).judges.map((each) => each.revision)).toEqual([1]);
});

test('a restart after the restore goes on from the restored database and does not restore again', async () => {
  const epochOf = async (): Promise<string> => { const desk = await tokenClient(host.desk, 'desk'); desk.close(); return desk.epoch; };
  const restored = await epochOf();
  await host.kill();
  host = await hostProcess(folder);
  expect(await epochOf()).toBe(restored);
  expect(readdirSync(folder).filter((name) => name.startsWith('leitai.db.before-'))).toHaveLength(1);
});

test('a backup that does not verify is refused, and the database stays where it is', async () => {
  await host.kill();
  const broken = path.join(folder, 'broken.db');
  writeFileSync(broken, 'no journal'.repeat(500));
  const refused = restoredBy('--restore', broken);
  expect([refused.status, refused.stdout.includes('damaged')]).toEqual([78, true]);
  expect(restoredBy('--restore', path.join(folder, 'nothing.db')).status).toBe(78);
  host = await hostProcess(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('leitai.db.before-'))).toHaveLength(1);
});
