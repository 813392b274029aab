// The paper desk as built, on the real host: 120 ballots at two stations while the desk runs a contestant; slips found blind; nothing keyed lost.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { oneSheet } from '../../shared/arena/presets/oneSheet.ts';
import { defaultRules } from '../../shared/arena/defaultRules.ts';
import type { Rules } from '../../shared/arena/rules.ts';
import { seeded } from '../support/chance.ts';
import { fullMarks } from '../support/aMeeting.ts';
import { judgeClient } from '../support/wireClient.ts';
import { Clerk, paperRoom, type PaperRoom } from './support/paperRoom.ts';
import { says, StationRoom } from './support/stationRoom.ts';

let room: StationRoom;
beforeAll(async () => {
  room = await StationRoom.open();
});
afterAll(() => room.close());
afterEach(async () => {
  await room.leave();
  if (room.complaints.length > 0) throw new Error(room.complaints.splice(0).join('\n'));
});

const UNITS = 10;
const BALLOTS = 120;
const GRADES: Readonly<Record<string, string>> = { 1: 'good', 2: 'fairlyGood', 3: 'fair', 4: 'poor' };
/** What stands on the paper: one key a unit. */
const chance = seeded(20261121);
const paper = Array.from({ length: BALLOTS }, () => Array.from({ length: UNITS }, () => '11122233440*'[Math.floor(chance() * 12)] ?? '1').join(''));
const said = (at: PaperRoom, ballot: number): string => at.stage.units.map((unit) => {
  const sheet = at.session().contestants[unit]?.window.sheets[`${at.session().rules.panels[0]?.id ?? ''}-p${ballot}`];
  return sheet === undefined ? '?' : sheet.kind === 'void' ? '*' : sheet.kind === 'abstained' ? '0' : Object.keys(GRADES).find((key) => GRADES[key] === sheet.marks['cell']) ?? '!';
}).join('');
/** The first clerk's slips: ballot → row. */
const SLIPS: Readonly<Record<number, number>> = { 7: 3, 41: 10, 99: 1 };
const slipped = (ballot: number): string => {
  const keys = paper[ballot - 1] ?? '';
  const row = SLIPS[ballot];
  return row === undefined ? keys : `${keys.slice(0, row - 1)}${keys[row - 1] === '2' ? '3' : '2'}${keys.slice(row)}`;
};

/** The desk runs one contestant of the session on stage from the call to the reveal, three judges scoring on phones. */
const wholeContestant = async (at: PaperRoom): Promise<void> => {
  const { desk, house } = room;
  const { session, meeting, units, cards } = at.stage;
  const contestant = units[0] ?? '';
  const must = (name: string, input: Readonly<Record<string, unknown>> = {}) => desk.must(name, { session, contestant, ...input });
  const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 400));
  const phones = await Promise.all(cards.map(({ seat }) => judgeClient({ origin: `http://127.0.0.1:${house.roomPort}`, seat, secret: house.secretOf(seat) })));
  await must('stage.call');
  await must('timer.start', { phase: 'speech' });
  await pause();
  await must('timer.pause');
  await must('stage.finish');
  await must('window.open');
  for (const phone of phones) {
    await phone.must('sheet.submit', { session, contestant, kind: 'marks', marks: fullMarks, basis: 0 });
    await pause();
  }
  await must('window.check');
  await must('window.lock');
  await desk.must('air.show', { meeting, scene: 'score', item: session, subject: contestant });
  const steps = house.state().meeting.meetings[meeting]?.air.steps ?? 1;
  for (let step = 1; step < steps; step += 1) await desk.must('air.step', { meeting, step });
  for (const phone of phones) phone.close();
};

test('120 grade ballots of 10 units go through two stations at once, at most 12 keys each; the other clerk’s pass finds 3 slips; meanwhile the desk runs a whole contestant', async () => {
  const at = await paperRoom(room, { rules: oneSheet.rules, units: UNITS });
  const [one, two] = [await at.station('clerk', '录票台 1'), await at.station('clerk', '录票台 2')];
  const halves = [{ from: 1, to: 60, first: one.seat, second: two.seat }, { from: 61, to: 120, first: two.seat, second: one.seat }] as const;
  for (const half of halves) await at.give(half);
  const clerks = [new Clerk(one.page), new Clerk(two.page)] as const;
  const numbers = (half: number): readonly number[] => Array.from({ length: 60 }, (_, each) => half * 60 + each + 1);
  let stageDone = 0;
  const started = performance.now();
  const stage = wholeContestant(at).then(() => { stageDone = performance.now(); });

  const firstPass = async (clerk: Clerk, half: number): Promise<void> => {
    await clerk.take('第一遍');
    await clerk.ballot(numbers(half)[0] ?? 0);
    for (const ballot of numbers(half)) await clerk.key(slipped(ballot));
    await says(clerk.page, '本遍已全部录完');
  };
  await Promise.all([firstPass(clerks[0], 0), firstPass(clerks[1], 1)]);

  const found: Record<number, string> = {};
  const secondPass = async (clerk: Clerk, half: number): Promise<void> => {
    await clerk.take('第二遍');
    for (const ballot of numbers(half)) {
      await clerk.ballot(ballot);
      await clerk.key(paper[ballot - 1] ?? '');
      const difference = await clerk.compared(ballot);
      if (difference === null) continue;
      found[ballot] = difference;
      await room.look(clerk.page, `paper-differs-${ballot}`);
      // The paper was looked at again and says what was keyed here.
      await clerk.page.keyboard.press('-');
    }
    await says(clerk.page, '本遍已全部录完');
  };
  await Promise.all([secondPass(clerks[0], 1), secondPass(clerks[1], 0)]);
  const done = performance.now();
  await stage;

  expect(Object.fromEntries(Object.entries(found).map(([ballot, text]) => [ballot, /与第一遍不一致：(第 \d+ 行)请/.exec(text)?.[1]]))).toEqual({ 7: '第 3 行', 41: '第 10 行', 99: '第 1 行' });
  const strokes = clerks.flatMap((clerk) => clerk.strokes);
  expect([strokes.length, Math.max(...strokes) <= 12]).toEqual([2 * BALLOTS, true]);
  expect(room.house.state().arena.sessions[at.stage.session]?.contestants[at.stage.units[0] ?? '']?.window.revealedLock).toBe(1);
  expect(stageDone - started).toBeLessThan(done - started);
  const unsettled = paper.map((_, index) => index + 1).filter((ballot) => said(at, ballot) !== paper[ballot - 1]);
  expect(unsettled).toEqual([7, 41, 99]);

  const supervisor = await at.station('supervisor', '监督员');
  for (const [batch, ballots] of [['2 张不一致', [7, 41]], ['1 张不一致', [99]]] as const) {
    await new Clerk(supervisor.page).take(batch);
    for (const ballot of ballots) {
      await new Clerk(supervisor.page).ballot(ballot);
      if (ballot === 7) await room.look(supervisor.page, 'paper-settle');
      await supervisor.page.getByRole('button', { name: '取第二遍' }).click();
      await supervisor.page.getByRole('button', { name: '按票面定' }).click();
    }
    await says(supervisor.page, '没有不一致的票');
  }
  expect(paper.map((_, index) => said(at, index + 1))).toEqual(paper);
});

describe('nothing that was keyed is lost', () => {
  test('with the network away three ballots wait, counted, also through a reload, and arrive once', async () => {
    const at = await paperRoom(room, { rules: oneSheet.rules, units: 3 });
    const one = await at.station('clerk', '录票台 1');
    const two = await at.station('clerk', '录票台 2');
    await at.give({ from: 1, to: 5, first: one.seat, second: two.seat });
    let isCut = false;
    const cuts: (() => void)[] = [];
    await one.page.context().routeWebSocket(/\/clerk$/, (socket) => {
      if (isCut) return void socket.close({ code: 1001 });
      socket.connectToServer();
      cuts.push(() => void socket.close({ code: 1001 }));
    });
    await one.page.reload();
    const clerk = new Clerk(one.page);
    await clerk.take('第一遍');
    await clerk.key('123');
    await says(one.page, '已录 1/5');
    isCut = true;
    for (const cut of cuts) cut();
    for (const ballot of ['234', '341', '42*']) await clerk.key(ballot);
    await one.page.keyboard.type('1');
    await expect.poll(() => one.page.locator('body').innerText(), { timeout: 15_000 }).toMatch('有 3 项还没有送达主机');
    await room.look(one.page, 'paper-offline');
    await one.page.reload();
    await says(one.page, '有 3 项还没有送达主机');
    isCut = false;
    await clerk.ballot(5);
    expect(await one.page.getByRole('cell', { name: '好', exact: true }).count()).toBe(1);
    await one.page.keyboard.type('23');
    await one.page.keyboard.press('Enter');
    await says(one.page, '本遍已全部录完');
    const entries = () => Object.values(Object.values(at.session().batches)[0]?.entries ?? {});
    await expect.poll(() => entries().length).toBe(5);
    expect(entries().map((entry) => Object.values(entry.first?.cells ?? {}).map((cell) => cell.marks['cell'] ?? cell.kind).join(' '))).toEqual(['good fairlyGood fair', 'fairlyGood fair poor', 'fair poor good', 'poor fairlyGood void', 'good fairlyGood fair']);
    await expect.poll(() => one.page.evaluate(() => Object.keys(localStorage).filter((name) => /outbox|paper\.[^.]+$/.test(name)))).toEqual([]);
  });
});

const SIZES = [[1280, 800, UNITS], [1024, 768, UNITS], [768, 1024, UNITS], [1280, 800, 26]] as const;
test.each(SIZES)('at %d×%d the ballot of %d units, its cells and the keys stand on one glass, nothing runs out and every target is 48 px high', async (width, height, units) => {
  const at = await paperRoom(room, { rules: oneSheet.rules, units });
  const one = await at.station('clerk', '录票台 1', { width, height });
  await at.give({ from: 1, to: 60, first: one.seat, second: null });
  const clerk = new Clerk(one.page);
  await says(one.page, '60 张票');
  await room.look(one.page, `paper-list-${width}`);
  await clerk.take('第一遍');
  await clerk.key('1234'.repeat(units).slice(0, units));
  await one.page.keyboard.type('12*0');
  await room.look(one.page, `paper-keying-${width}-${units}`);
  const faults = await one.page.evaluate(() => {
    const box = (each: Element): DOMRect => each.getBoundingClientRect();
    const small = Array.from(document.querySelectorAll('button')).filter((target) => box(target).height < 47.9).map((target) => `small: ${target.textContent}`);
    const rows = Array.from(document.querySelectorAll('table tr')).filter((row) => box(row).bottom > box(row.closest('table')?.parentElement ?? row).bottom + 1 || box(row).right > innerWidth + 1).map((row) => `out: ${row.textContent}`);
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [...small, ...rows, ...(scrollWidth > innerWidth ? ['sideways'] : []), ...(scrollHeight > innerHeight ? ['taller than the glass'] : [])];
  });
  expect(faults).toEqual([]);
});

const rankRules: Rules = { ...oneSheet.rules, forms: [{ kind: 'rank', id: 'form', name: '名次票', points: { by: 'linear', top: '100', step: '3' } }] };
test('a rank ballot of ten is keyed by digits, read back aloud by another, sent back once and then agreed', async () => {
  const at = await paperRoom(room, { rules: { ...rankRules, paperCheck: 'readBack' }, units: UNITS });
  const one = await at.station('clerk', '录票台 1');
  const two = await at.station('clerk', '录票台 2');
  await at.give({ from: 1, to: 1, first: one.seat, second: two.seat });
  const clerk = new Clerk(one.page);
  await clerk.take('第一遍');
  await one.page.keyboard.type('2345678910');
  await one.page.keyboard.press('1');
  await one.page.keyboard.press('Enter');
  await says(one.page, '保存，下一张');
  await room.look(one.page, 'paper-rank');
  await one.page.keyboard.press('Enter');
  await two.page.getByRole('button', { name: '开始' }).click();
  await says(two.page, '唱票人');
  expect(await two.page.getByRole('cell', { name: '10', exact: true }).count()).toBeGreaterThan(0);
  await room.look(two.page, 'paper-readback');
  await two.page.keyboard.press('-');
  await says(two.page, '没有等待核对的票');
  await says(one.page, '唱分时发现与票面不符');
  await one.page.keyboard.press('Enter');
  await says(two.page, '与票面一致');
  await two.page.getByRole('table', { name: '本票各格' }).waitFor();
  await two.page.keyboard.press('Enter');
  await expect.poll(() => Object.keys(at.session().contestants[at.stage.units[0] ?? '']?.window.sheets ?? {}).length).toBe(1);
  expect(at.session().contestants[at.stage.units[8] ?? '']?.window.sheets).toMatchObject({ [`${at.session().rules.panels[0]?.id ?? ''}-p1`]: { marks: { cell: '10' } } });
});

test('a score sheet shows each total as it is keyed, and a mark beyond its limits stays to be mended', async () => {
  const at = await paperRoom(room, { rules: { ...defaultRules, windows: { policy: 'wholeSession' } }, units: 2 });
  const one = await at.station('clerk', '录票台 1');
  await at.give({ from: 1, to: 1, first: one.seat, second: null });
  const clerk = new Clerk(one.page);
  await clerk.take('第一遍');
  const enter = async (text: string): Promise<void> => { await one.page.keyboard.type(text); await one.page.keyboard.press('Enter'); };
  await enter('31');
  await says(one.page, '“晒成绩”的分数 31 超出 0～30');
  for (let digit = 0; digit < 2; digit += 1) await one.page.keyboard.press('Backspace');
  for (const mark of ['28.5', '18', '19', '23.5', '4.5']) await enter(mark);
  await says(one.page, '93.5');
  expect(await one.page.getByRole('cell', { name: '93.5', exact: true }).evaluate((cell) => cell.getBoundingClientRect().right <= (cell.closest('table')?.parentElement?.getBoundingClientRect().right ?? 0))).toBe(true);
  await one.page.keyboard.type('*');
  await room.look(one.page, 'paper-score');
  await one.page.keyboard.press('Enter');
  await expect.poll(() => Object.values(Object.values(at.session().batches)[0]?.entries ?? {})[0]?.first?.cells[at.stage.units[0] ?? '']?.marks).toEqual(fullMarks);
});
