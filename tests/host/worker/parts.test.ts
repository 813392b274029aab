// What is cut for the worker and put together again there: nothing is lost, nothing newer gets in, and no part is large.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sessionFile } from '../../../shared/arena/sessionFile.ts';
import type { ArenaSession, Sheet } from '../../../shared/arena/state.ts';
import { emptyRegister, type RegisterState } from '../../../shared/register/state.ts';
import { Bench } from '../../../electron/worker/bench.ts';
import type { Part } from '../../../electron/worker/jobs.ts';
import { registerParts, sessionParts, type History } from '../../../electron/worker/parts.ts';
import { anArena, readText, words } from '../../support/anArena.ts';
import { seeded } from '../../support/chance.ts';

const order = { marking: '内部资料', exportedAt: '2026-11-03T00:00:00.000Z' };
const session = (): ArenaSession => anArena().withUnits(15).withJudges(6).randomSheets(0, seeded(1)).gap(1, 2, 'absent').locked(0).reopened(0, '更正').session();
const fileOf = async (parts: Iterable<Part>): Promise<unknown> => {
  const bench = new Bench();
  for (const part of parts) bench.add(structuredClone(part));
  return JSON.parse(new TextDecoder().decode(await bench.do({ kind: 'sessionFile', order }) as Uint8Array)) as unknown;
};
const standing = (given: ArenaSession, contestant: string): readonly Sheet[] => Object.values(given.contestants[contestant]?.window.sheets ?? {});
const history = (given: ArenaSession, more: readonly Sheet[] = []): History => ({ until: 1_767_225_600_000, revisions: (contestant) => [...standing(given, contestant), ...(contestant === 'u1' ? more : [])] });

test('a session cut into parts and put together again gives the same session file', async () => {
  const given = session();
  const direct = sessionFile(given, { ...order, read: readText, revisions: (contestant) => standing(given, contestant) });
  expect(await fileOf(sessionParts(given, readText, history(given)))).toEqual(JSON.parse(JSON.stringify(direct)));
});

test('a revision recorded while the parts were being cut stays out; one recorded before and taken back since stays in', async () => {
  const given = session();
  const [sheet] = standing(given, 'u1');
  if (sheet === undefined) throw new Error('no sheet');
  const later: Sheet = { ...sheet, revision: 2, wall: sheet.wall + 1 };
  const takenBack: Sheet = { ...sheet, revision: 3, marks: {} };
  const file = await fileOf(sessionParts(given, readText, history(given, [later, takenBack]))) as { contestants: { revisions: { revision: number }[] }[] };
  expect(file.contestants[0]?.revisions.map((each) => each.revision)).toEqual([1, 1, 1, 1, 1, 1, 3]);
});

test('no part holds more than a few contestants or a few hundred rows', () => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`u${at}`, { id: `u${at}`, fullName: words(`${at}`), shortName: words(`${at}`), aliases: [], kind: '', group: '', order: at, archived: false }]));
  const register: RegisterState = { ...emptyRegister, units: many };
  expect(Math.max(...[...registerParts(register, readText)].map((part) => Object.keys(part.register?.units ?? {}).length))).toBeLessThanOrEqual(300);
  expect(Math.max(...[...sessionParts(session(), readText)].map((part) => Object.keys(part.contestants ?? {}).length))).toBeLessThanOrEqual(6);
});

/** Files a module reaches by its own relative imports that are not of types only. */
const reached = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, kind, target = ''] of readFileSync(file, 'utf8').matchAll(/^import (type )?[^;]*?from '(.+?)';?$/gm)) {
    if (kind === undefined) { if (target.startsWith('.')) reached(path.resolve(path.dirname(file), target), seen); else seen.add(target); }
  }
  return seen;
};

test('the thread reaches a database only to check a file, and neither sockets nor windows', () => {
  const folder = path.join(import.meta.dirname, '../../../electron');
  const all = [...reached(path.join(folder, 'worker/worker.ts'))].map((each) => path.relative(folder, each));
  expect(all).toContain('documents/workbook/resultWorkbook.ts');
  const rooms = all.filter((each) => /^(database|server|shell|application)\b/.test(each));
  expect(rooms.sort()).toEqual(['database/integrity.ts', 'database/journal.ts']);
  expect(all.filter((each) => /fastify|electron$|node:(fs|net|http|sqlite|child_process)/.test(each))).toEqual([]);
});
