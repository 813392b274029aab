// The anonymous vote through the whole house: real sockets, real box, real journal. What the room's phones send by name-bearing seats leaves the
// house as ballots without names, and nothing in the data folder tells who sent what; a house killed between closing and sealing seals at its next start.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import type { Cells } from '../../../shared/arena/events.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import type { ResultView, SeatView, SessionView, WindowView } from '../../../shared/arena/views.ts';
import { aHouse, hostProcess, temporaryFolder } from '../../support/aHouse.ts';
import { aMeeting } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { aRule, gradeForm, WHOLE } from '../../support/ruleWords.ts';
import { tokenClient, type WireClient } from '../../support/wireClient.ts';

/** Everybody votes anonymously by grades; one sheet is enough, nothing is dropped. */
const anonymous = (): Rules => {
  const rules = aRule({ ...WHOLE, forms: [gradeForm()] });
  return { ...rules, panels: rules.panels.map((panel) => ({ ...panel, form: 'grades', voters: 'anonymous', recusal: 'never', dropHighest: 0, dropLowest: 0, minimum: 1 })) };
};
const ballot = (units: readonly string[], grades: readonly string[]): Cells =>
  Object.fromEntries(units.map((unit, at) => [unit, grades[at] === '0' ? { kind: 'abstained', marks: {} } : { kind: 'marks', marks: { cell: `g${grades[at] ?? '1'}` } }]));
const token = (): string => randomBytes(16).toString('hex');
const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true }).map(String).map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile());

let ends: (() => Promise<unknown> | void)[] = [];
afterEach(async () => { for (const end of ends.reverse()) await end(); ends = []; });
const desk = async (units = 3, judges = 6): Promise<AtTheDesk> => {
  const made = await atTheDesk({ units, judges, rules: anonymous() });
  ends.push(made.end);
  return made;
};
const seal = async (at: AtTheDesk): Promise<SessionView> => {
  await at.desk.must('box.close', { session: at.session, panel: 'A' });
  at.desk.subscribe('session', { session: at.session });
  return at.desk.view<SessionView>('session', (view) => view.boxes[0]?.phase === 'sealed');
};
/** The order of the grades in each ballot, as a string a voter can be told apart by. */
const SIX = ['111', '123', '221', '331', '120', '112'] as const;

test('a ballot is in the box when it is answered; sent again it is the same, and a seat casts once', async () => {
  const at = await desk();
  const phone = await at.phone(0);
  const [mine, cells] = [token(), ballot(at.units, ['1', '2', '0'])];
  expect(await phone.command('box.cast', { session: at.session, token: mine, cells })).toMatchObject({ ok: true, receipt: null });
  expect(await phone.command('box.cast', { session: at.session, token: mine, cells })).toMatchObject({ ok: true });
  expect(await phone.command('box.cast', { session: at.session, token: mine, cells: ballot(at.units, ['1', '1', '1']) })).toMatchObject({ ok: false, code: 'idReused' });
  expect(await phone.command('box.cast', { session: at.session, token: token(), cells })).toMatchObject({ ok: false, code: 'alreadyCast' });
  phone.subscribe('seat');
  const seat = await phone.view<SeatView>('seat');
  expect(seat.sessions[0]).toMatchObject({ send: 'box', box: { open: true, cast: true } });
});

test('a ballot that is not whole, or marked by name, is refused and leaves the box as it was', async () => {
  const at = await desk();
  const phone = await at.phone(0);
  const short = ballot(at.units.slice(1), ['1', '2']);
  expect(await phone.command('box.cast', { session: at.session, token: token(), cells: short })).toMatchObject({ ok: false, code: 'markMissing' });
  expect(await phone.command('sheet.submit', { session: at.session, contestant: at.units[0], kind: 'marks', marks: { cell: 'g1' }, basis: 0 })).toMatchObject({ ok: false, code: 'notYourPanel' });
  expect(await at.desk.command('box.cast', { session: at.session, token: token(), cells: ballot(at.units, ['1', '1', '1']) })).toMatchObject({ ok: false, code: 'notAllowed' });
  at.desk.subscribe('session', { session: at.session });
  expect((await at.desk.view<SessionView>('session')).boxes).toMatchObject([{ phase: 'open', cast: 0, expected: 6 }]);
});

test('casting writes nothing into the journal and nothing of a token or a seat order into the folder; sealing writes the ballots sorted by their own text', async () => {
  const at = await desk();
  const journal = new Database(path.join(at.house.folder, 'leitai.db'), { readonly: true });
  ends.push(() => { journal.close(); });
  const rows = (): number => (journal.prepare('SELECT count(*) AS n FROM journal').get() as { n: number }).n;
  const answers = (): number => (journal.prepare('SELECT count(*) AS n FROM answers').get() as { n: number }).n;
  const phones = await Promise.all([0, 1, 2, 3, 4, 5].map((seat) => at.phone(seat)));
  const before = [rows(), answers()];
  const tokens: string[] = [];
  for (const [seat, phone] of phones.entries()) {
    tokens.push(token());
    await phone.must('box.cast', { session: at.session, token: tokens.at(-1), cells: ballot(at.units, (SIX[seat] ?? '').split('')) });
  }
  expect([rows(), answers()]).toEqual(before);
  const sealed = await seal(at);
  expect(sealed.boxes[0]).toMatchObject({ count: 6, phase: 'sealed' });
  const event = journal.prepare("SELECT body FROM journal WHERE name = 'boxSealed'").get() as { body: string };
  const { ballots } = JSON.parse(event.body) as { ballots: unknown[] };
  const texts = ballots.map((each) => JSON.stringify(each));
  expect(texts).toEqual([...texts].sort());
  const left = filesIn(at.house.folder);
  expect(left.filter((file) => path.basename(file).startsWith('box-'))).toEqual([]);
  for (const file of left) {
    const bytes = readFileSync(file);
    for (const each of tokens) expect(bytes.includes(each), `${path.basename(file)} holds a token`).toBe(false);
  }
});

test('the same ballots from other seats in another order make the same event in the journal', async () => {
  const bodies = await Promise.all([[...SIX.keys()], [...SIX.keys()].reverse()].map(async (order) => {
    const at = await desk();
    for (const [seat, which] of order.entries()) await (await at.phone(seat)).must('box.cast', { session: at.session, token: token(), cells: ballot(at.units, (SIX[which] ?? '').split('')) });
    await seal(at);
    const sealed = at.house.state().arena.sessions[at.session];
    const grades = at.units.map((unit) => Object.entries(sealed?.contestants[unit]?.window.sheets ?? {}).map(([voter, sheet]) => `${voter} ${sheet.kind} ${sheet.marks['cell'] ?? ''}`));
    return grades;
  }));
  // Units have other ids in another house, so the ballots are compared by what stands under each number.
  expect(bodies[0]?.map((column) => column.length)).toEqual([6, 6, 6]);
  const asBallots = (columns: readonly (readonly string[])[] | undefined): readonly string[] => (columns?.[0] ?? []).map((_, row) => (columns ?? []).map((column) => column[row]?.split(' ').slice(1).join(' ')).join('|')).sort();
  expect(asBallots(bodies[0])).toEqual(asBallots(bodies[1]));
});

test('sealed ballots count: 好 好 较好 一般 好 好 is 90.00, and the window is all in once the box balances', async () => {
  const at = await desk();
  for (const [seat, grades] of SIX.entries()) await (await at.phone(seat)).must('box.cast', { session: at.session, token: token(), cells: ballot(at.units, grades.split('')) });
  const first = at.units[0] ?? '';
  expect(await at.desk.command('window.check', { session: at.session, contestant: first })).toMatchObject({ ok: false });
  await seal(at);
  await at.desk.must('ballots.balance', { session: at.session, panel: 'A', contestants: at.units, issued: 6, returned: 6, reason: '' });
  at.desk.subscribe('window', { session: at.session, contestant: first });
  // Grades of the first unit: 1 1 2 3 1 1 → (100 × 4 + 80 + 60) ÷ 6 = 540 ÷ 6 = 90.
  const view = await at.desk.view<WindowView>('window', (window) => window.phase === 'allIn');
  expect(view.result).toMatchObject({ ok: true, total: '90.00' });
  for (const unit of at.units) { await at.desk.must('window.check', { session: at.session, contestant: unit }); await at.desk.must('window.lock', { session: at.session, contestant: unit }); }
  at.desk.subscribe('result', { session: at.session });
  expect((await at.desk.view<ResultView>('result', (result) => result.rows.length === 3)).rows[0]).toMatchObject({ rank: 1 });
});

test('a house killed after the box was closed seals it at its next start, with every ballot once', async () => {
  const folder = temporaryFolder();
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const inside = await aHouse({ folder });
  const client: WireClient = await tokenClient(inside.deskUrl, 'desk', 'desk-before');
  const made = await aMeeting(client, { units: 2, judges: 5, rules: anonymous() });
  const secrets = made.cards.map((card) => ({ seat: card.seat, secret: inside.secretOf(card.seat) }));
  client.close();
  await inside.stop();
  const { judgeClient } = await import('../../support/wireClient.ts');
  const host = await hostProcess(folder);
  for (const [seat, card] of secrets.entries()) {
    const phone = await judgeClient({ origin: `http://127.0.0.1:${host.roomPort}`, ...card });
    await phone.must('box.cast', { session: made.session, token: token(), cells: ballot(made.units, [seat < 3 ? '1' : '2', '3']) });
    phone.close();
  }
  const closing = await tokenClient(host.desk, 'desk', 'desk-closing');
  // No answer is waited for: the host dies somewhere between the closing and the sealed event.
  void closing.command('box.close', { session: made.session, panel: 'A' });
  await new Promise((soon) => { setTimeout(soon, Math.random() * 8); });
  await host.kill();
  closing.close();
  const again = await aHouse({ folder });
  ends.push(() => again.end());
  const session = again.state().arena.sessions[made.session];
  const box = session?.boxes['A'];
  if (box?.phase === 'open') {
    const client2 = await tokenClient(again.deskUrl, 'desk', 'desk-after');
    await client2.must('box.close', { session: made.session, panel: 'A' });
    client2.subscribe('session', { session: made.session });
    await client2.view<SessionView>('session', (view) => view.boxes[0]?.phase === 'sealed');
    client2.close();
  }
  const after = again.state().arena.sessions[made.session];
  expect(after?.boxes['A']).toMatchObject({ phase: 'sealed', count: 5 });
  const grades = Object.values(after?.contestants[made.units[0] ?? '']?.window.sheets ?? {}).map((sheet) => sheet.marks['cell'] ?? '').sort();
  expect(grades).toEqual(['g1', 'g1', 'g1', 'g2', 'g2']);
});
