// The verify command on a real journal: written by a running house, backed up, and then tampered with in copies.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupDatabase } from '../../../electron/database/backup.ts';
import { runVerify } from '../../../electron/recount/verify.ts';
import { lineHash } from '../../../electron/database/journal.ts';
import type { JournalLine } from '../../../shared/contract/journalLine.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { fullMarks, lockWindow, openWindow } from '../../support/aMeeting.ts';
import { atTheDesk } from '../../support/atTheDesk.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = { file: '', head: '', judges: [] as readonly string[], seats: [] as readonly string[], codes: [] as readonly string[], later: '' };
let copies = 0;

/** A meeting with two ballots from phones, one of them late, ended and printed; a backup of it. */
beforeAll(async () => {
  const at = await atTheDesk({ units: 1, judges: 2 });
  const { desk, session, units: [contestant = ''] } = at;
  await openWindow(desk, session, contestant);
  const phone = await at.phone(0);
  const sheet = { session, contestant, kind: 'marks', marks: fullMarks, basis: 0 };
  const codes: string[] = [];
  const submit = async (what: unknown): Promise<void> => {
    const answer = await phone.command('sheet.submit', what);
    codes.push(answer.ok ? (answer.receipt?.code ?? '') : '');
  };
  await submit(sheet);
  await desk.must('sheet.key', { ...sheet, judge: at.judges[1] });
  await lockWindow(desk, session, contestant);
  await submit({ ...sheet, basis: 1 });
  await desk.must('session.finalise', { session });
  const { url } = (await desk.must('document.make', { kind: 'resultSheet', session })) as { url: string };
  made.head = /记录校验码 ([0-9a-f]{16})/.exec(await (await fetch(url)).text())?.[1] ?? '';
  Object.assign(made, { judges: at.judges, seats: at.cards.map((card) => card.seat), codes });
  made.file = (await backupDatabase({ source: path.join(at.house.folder, 'leitai.db'), folder, keep: 5, wall: Date.now() })).file;
  await desk.must('session.archive', { session });
  made.later = (await backupDatabase({ source: path.join(at.house.folder, 'leitai.db'), folder, keep: 5, wall: Date.now() + 1000 })).file;
  await at.end();
});

/** A copy in which somebody has done something to the database. */
const changed = (act: (database: Database.Database) => void): string => {
  const file = path.join(folder, `copy-${(copies += 1)}.db`);
  copyFileSync(made.file, file);
  const database = new Database(file);
  database.exec('DROP TRIGGER journal_is_append_only; DROP TRIGGER journal_is_kept');
  act(database);
  database.close();
  return file;
};
const linesOf = (database: Database.Database): readonly JournalLine[] => database.prepare('SELECT * FROM journal ORDER BY seq').all() as JournalLine[];
const sheetSeq = (database: Database.Database): number => database.prepare("SELECT seq FROM journal WHERE name = 'sheetRecorded' ORDER BY seq LIMIT 1").pluck().get() as number;
/** Computes every link anew, as a forger with this program's source would. */
const forge = (database: Database.Database): void => {
  const heads = new Map<string, string>();
  const update = database.prepare('UPDATE journal SET previous = ?, hash = ? WHERE seq = ?');
  for (const line of linesOf(database)) {
    const previous = heads.get(line.chain) ?? '0'.repeat(64);
    const hash = lineHash({ ...line, previous });
    heads.set(line.chain, hash);
    update.run(previous, hash, line.seq);
  }
};
const list = (...lines: readonly string[]): string => {
  const file = path.join(folder, `receipts-${(copies += 1)}.txt`);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};

test('a backup with the head of its printed result sheet is whole, and reading it leaves nothing behind', () => {
  const before = readdirSync(folder);
  const verdict = runVerify([made.file, '--head', made.head]);
  expect(verdict.code).toBe(0);
  expect(verdict.output).toContain('示例会议');
  expect(verdict.output).toContain('最新一条');
  expect(readdirSync(folder)).toEqual(before);
});

test('eight digits of the head are enough, in groups and capitals; seven, or another word, are not understood', () => {
  const typed = `${made.head.slice(0, 4)} ${made.head.slice(4, 8)}`.toUpperCase();
  expect(runVerify(['--head', typed, made.file]).code).toBe(0);
  expect([runVerify([made.file, '--head', made.head.slice(0, 7)]).code, runVerify([made.file, '--head', 'not-a-head']).code, runVerify([]).code, runVerify([made.file, '--fast']).code]).toEqual([2, 2, 2, 2]);
});

test('a head printed before later records still fits, and the later ones are counted', () => {
  const verdict = runVerify([made.later, '--head', made.head]);
  expect(verdict.code).toBe(0);
  expect(verdict.output).toContain('其后又有 1 条');
});

test('without a head the chains are whole but nothing printed was compared: exit 3', () => {
  const { code, output } = runVerify([made.file]);
  expect(code).toBe(3);
  expect(output).toContain('链完整，但未与任何印出的校验码核对');
});

test('another head is refused with 4, also beside one that fits', () => {
  expect(runVerify([made.file, '--head', 'a'.repeat(16)]).code).toBe(4);
  expect(runVerify([made.file, '--head', made.head, '--head', 'a'.repeat(16)]).code).toBe(4);
});

test('a changed mark breaks its own line, named with seq and chain: exit 5', () => {
  let seq = 0;
  let chain = '';
  const file = changed((database) => {
    seq = sheetSeq(database);
    chain = linesOf(database).find((line) => line.seq === seq)?.chain ?? '';
    database.prepare("UPDATE journal SET body = replace(body, '28.5', '30') WHERE seq = ?").run(seq);
  });
  const { code, output } = runVerify([file, '--head', made.head]);
  expect(code).toBe(5);
  expect(output).toContain(`✗ 第 ${seq} 条（链 ${chain}）：内容与校验码不符`);
});

test('who sent a ballot, when, from which device and by which command is covered as well', () => {
  for (const change of ["who = 'host:host'", 'wall = wall + 1', "device = 'x'", "command = 'x'", "name = 'x'", "area = 'x'", 'version = version + 1', "chain = 'register'"]) {
    const file = changed((database) => database.prepare(`UPDATE journal SET ${change} WHERE seq = ?`).run(sheetSeq(database)));
    expect([change, runVerify([file]).code]).toEqual([change, 5]);
  }
});

test('a line taken out is missed by its number and by the next link; the last line taken out is missed by the printed head', () => {
  const inside = runVerify([changed((database) => database.prepare('DELETE FROM journal WHERE seq = ?').run(sheetSeq(database)))]);
  expect(inside.code).toBe(5);
  expect(inside.output).toContain('编号不连续');
  expect(inside.output).toContain('接不上');
  const end = changed((database) => database.exec('DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)'));
  expect([runVerify([end]).code, runVerify([end, '--head', made.head]).code]).toEqual([3, 4]);
});

test('a chain forged anew from the changed mark on is whole in itself, and only the printed head tells', () => {
  const file = changed((database) => {
    database.prepare("UPDATE journal SET body = replace(body, '28.5', '30') WHERE seq = ?").run(sheetSeq(database));
    const heads = "UPDATE journal SET body = json_set(body, '$.heads', json('{}')) WHERE name = 'sessionFinalised'";
    database.exec(heads);
    forge(database);
  });
  expect([runVerify([file]).code, runVerify([file, '--head', made.head]).code]).toEqual([3, 4]);
});

test('a forger who forgets the heads named at the end of the session is found without any printed head', () => {
  const file = changed((database) => {
    database.prepare("UPDATE journal SET body = replace(body, '28.5', '30') WHERE seq = ?").run(sheetSeq(database));
    forge(database);
  });
  const { code, output } = runVerify([file]);
  expect(code).toBe(5);
  expect(output).toContain('结束时记下的各链校验码不符');
});

test('a changed name is found by its salted hash; a removed one passes and is counted', () => {
  const { code, output } = runVerify([changed((database) => database.exec("UPDATE texts SET value = '另一人' WHERE value = '示例评委1'"))]);
  expect([code, output.includes('文字与校验码不符')]).toEqual([5, true]);
  const removed = runVerify([changed((database) => database.exec("UPDATE texts SET value = NULL, salt = '' WHERE value = '示例评委1'")), '--head', made.head]);
  expect(removed.code).toBe(0);
  expect(removed.output).toMatch(/文字 \d+ 段相符，[12] 段已移除/);
});

test('each receipt a judge noted has its ballot, by judge, by seat, by name or by the code alone, late ones too', () => {
  const [first = '', late = ''] = made.codes;
  const file = list('# 回执', `${made.judges[0]} ${first}`, `${made.seats[0]}\t回执 ${late}`, `示例评委1：${first.toLowerCase()}`, '', first);
  const verdict = runVerify([made.file, '--head', made.head, '--receipts', file]);
  expect(verdict.code).toBe(0);
  expect(verdict.output).toContain('✓ 4 张回执都有对应的票');
  expect(runVerify([made.file, '--receipts', file]).code).toBe(3);
});

test('a receipt without its ballot, of another judge, of nobody or without a code is named: exit 6', () => {
  const [first = ''] = made.codes;
  const wrong = first === 'FFFF' ? '0000' : 'FFFF';
  const { code, output } = runVerify([made.file, '--head', made.head, '--receipts', list(`示例评委1 ${first}`, `示例评委1 ${first}${wrong}`, `示例评委2 ${first}`, `某人 ${first}`, '示例评委1')]);
  expect(code).toBe(6);
  expect(output.split('\n').filter((line) => line.includes('回执清单')).map((line) => /第 (\d) 行.*：(.*) \(/.exec(line)?.slice(1))).toEqual([
    ['2', '记录里没有这张票'], ['3', '记录里没有这张票'], ['4', '记录里没有这位评委或席位'], ['5', '没有四位以上的回执码'],
  ]);
  const taken = changed((database) => { database.prepare("DELETE FROM journal WHERE name = 'lateSheetRecorded'").run(); });
  expect(runVerify([taken, '--receipts', list(made.codes[1] ?? '')]).code).toBe(5);
});

test('what is no database, or none of ours, is refused with 2 and one sentence', () => {
  const text = path.join(folder, 'text.db');
  writeFileSync(text, '这不是数据库'.repeat(100));
  const other = path.join(folder, 'other.db');
  new Database(other).exec('CREATE TABLE t (a)').close();
  for (const file of [path.join(folder, 'nothing.db'), text, other]) {
    const { code, output } = runVerify([file]);
    expect([file, code, output.split('\n').length]).toEqual([file, 2, 1]);
  }
});

test('runs from its source under plain Node, on a folder that cannot be written', () => {
  const closed = path.join(folder, 'closed');
  mkdirSync(closed);
  copyFileSync(made.file, path.join(closed, 'backup.db'));
  chmodSync(closed, 0o555);
  const script = path.join(import.meta.dirname, '../../../electron/recount/verify.ts');
  const good = spawnSync(process.execPath, [script, path.join(closed, 'backup.db'), '--head', made.head], { encoding: 'utf8' });
  expect([good.status, good.stderr, good.stdout.includes('链完整')]).toEqual([0, '', true]);
  const bad = spawnSync(process.execPath, [script, path.join(closed, 'backup.db'), '--head', 'b'.repeat(64)], { encoding: 'utf8' });
  expect([bad.status, bad.stdout, bad.stderr.includes('不属于这份记录')]).toEqual([4, '', true]);
  chmodSync(closed, 0o755);
});
