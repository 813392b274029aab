// After the desk is open the whole journal is checked on the worker thread: what the quick look at the start cannot see.
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import type { HomeView } from '../../../shared/contract/home.ts';
import { aHouse, temporaryFolder } from '../../support/aHouse.ts';
import { tokenClient } from '../../support/wireClient.ts';

const folder = temporaryFolder();
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a house finds itself sound, and a name changed in the file behind its back is noticed at the next start', async () => {
  const reports: string[] = [];
  const integrity = async (change: () => void): Promise<HomeView['integrity']> => {
    change();
    const house = await aHouse({ folder, report: (line) => { reports.push(line); } });
    try {
      const desk = await tokenClient(house.deskUrl, 'desk');
      if (Object.keys(house.state().register.units).length === 0) await desk.must('unit.keep', { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '', group: '' } });
      desk.subscribe('home');
      const home = await desk.view<HomeView>('home', (view) => view.integrity !== 'checking');
      desk.close();
      return home.integrity;
    } finally {
      await house.stop();
    }
  };
  expect(await integrity(() => undefined)).toBe('sound');
  expect(reports).toEqual([]);
  const found = await integrity(() => {
    const database = new Database(path.join(folder, 'leitai.db'));
    database.prepare("UPDATE texts SET value = '乙区' WHERE value = '甲区'").run();
    database.close();
  });
  expect(found).toBe('faulty');
  expect(reports.join()).toContain('the journal does not verify: text');
});
