// When something fails in the middle of a turn: nothing of it is acknowledged, nothing of it stays, and the next command works.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyJournal } from '../../../electron/database/journal.ts';
import { openRecorder } from '../../../electron/database/recorder.ts';
import { aDispatcher, type ADispatcher } from '../../support/aDispatcher.ts';
import { temporaryFolder } from '../../support/aHouse.ts';
import { fullMarks, wholeSession } from '../../support/aMeeting.ts';

let folder: string;
let open: ADispatcher[];
beforeEach(() => { folder = temporaryFolder(); open = []; });
afterEach(() => {
  for (const each of open) each.close();
  rmSync(folder, { recursive: true });
});
const house = (...parts: [Parameters<typeof aDispatcher>[1]?]): ADispatcher => { const made = aDispatcher(folder, ...parts); open.push(made); return made; };

const must = async (given: ADispatcher, name: string, input: unknown): Promise<Readonly<Record<string, string>>> => {
  const answer = await given.send(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer.result as Readonly<Record<string, string>>;
};
interface Live { readonly meeting: string; readonly session: string; readonly contestant: string; readonly judges: readonly string[] }
const live = async (given: ADispatcher): Promise<Live> => {
  await must(given, 'unit.keep', { unit: null, values: { fullName: '示例市甲区', shortName: '甲区', aliases: [], kind: '', group: '' } });
  for (const name of ['评委一', '评委二', '评委三']) await must(given, 'person.keep', { person: null, values: { name, title: '', panel: '', home: '' } });
  const { units, people } = given.dispatcher.state.register;
  const [contestant = ''] = Object.keys(units);
  const judges = Object.keys(people);
  const { meeting = '' } = await must(given, 'meeting.create', { title: '示例会议' });
  const { session = '' } = await must(given, 'session.create', { meeting, title: '示例擂台', rules: wholeSession });
  await must(given, 'session.contestants', { session, contestants: [contestant] });
  await must(given, 'session.judges', { session, judges: judges.map((judge) => ({ judge, panel: 'A' })) });
  await must(given, 'session.order', { session, method: 'draw' });
  await must(given, 'session.ready', { session });
  await must(given, 'session.start', { session });
  return { meeting, session, contestant, judges };
};
const count = (given: ADispatcher, table = 'journal'): number => given.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
const sheet = (given: ADispatcher, { session, contestant }: Live, judge: string) =>
  given.send('sheet.submit', { session, contestant, kind: 'marks', marks: fullMarks, basis: 0 }, { listener: 'room', actor: { role: 'judge', subject: judge, device: `phone-${judge}` } });

test('a bug while deciding is answered internal and reported, changes neither journal nor texts nor memory, and the next command works', async () => {
  let broken = true;
  const given = house({ wallPicture: () => { if (broken) throw new Error('planted'); return '{"mode":"live"}'; } });
  const { meeting, session } = await live(given);
  await must(given, 'air.show', { meeting, scene: 'cover', item: session, subject: null });
  const before = [given.dispatcher.state, count(given), count(given, 'texts'), count(given, 'answers'), given.published.length];
  expect(await given.send('air.freeze', { meeting })).toEqual({ ok: false, code: 'internal', details: {} });
  expect([given.dispatcher.state, count(given), count(given, 'texts'), count(given, 'answers'), given.published.length]).toEqual(before);
  expect(given.dispatcher.state).toBe(before[0]);
  expect(given.bugs).toMatchObject([{ message: 'planted' }]);
  broken = false;
  expect(await given.send('air.freeze', { meeting })).toMatchObject({ ok: true, receipt: { seq: (before[1] as number) + 1 } });
  expect(verifyJournal(given.database)).toEqual([]);
});

test('a bug in one command of a turn takes none of the others with it', async () => {
  const folderRecorder = { seen: 0 };
  const first = house();
  const at = await live(first);
  first.close();
  open.pop();
  let recorder: ReturnType<typeof openRecorder> | undefined;
  const given: ADispatcher = house({ recorder: {
    record: (event, line) => {
      folderRecorder.seen += 1;
      recorder ??= openRecorder(given.database);
      if (event.name === 'sheetRecorded' && event.body.judge === at.judges[1]) throw new Error('planted in the recorder');
      recorder.record(event, line);
    },
    revisions: () => [], rebuild: () => undefined,
  } });
  const before = count(given);
  const answers = await Promise.all(at.judges.map((judge) => sheet(given, at, judge)));
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(['ok', 'internal', 'ok']);
  expect([count(given), count(given, 'sheet_revisions'), given.published.length]).toEqual([before + 2, 2, 2]);
  expect(Object.keys(given.dispatcher.state.arena.sessions[at.session]?.contestants[at.contestant]?.window.sheets ?? {})).toEqual([at.judges[0], at.judges[2]]);
  expect(verifyJournal(given.database)).toEqual([]);
});

test('a listener that fails after the commit is reported; what was committed is acknowledged', async () => {
  const given = house({ publish: () => { throw new Error('planted in a listener'); } });
  expect(await given.send('meeting.create', { title: '示例会议' }, { id: 'same' })).toMatchObject({ ok: true, receipt: { seq: 1 } });
  expect(given.bugs).toMatchObject([{ message: 'planted in a listener' }]);
  expect([count(given), Object.keys(given.dispatcher.state.meeting.meetings).length]).toEqual([1, 1]);
});

test('a full disk is answered diskFull and changes nothing; with room again the same command goes through', async () => {
  const given = house();
  const at = await live(given);
  const pages = given.database.pragma('page_count', { simple: true }) as number;
  given.database.pragma(`max_page_count = ${pages}`);
  const filling = async (): Promise<string> => {
    for (let more = 0; more < 60; more += 1) {
      const before = [given.dispatcher.state, count(given), count(given, 'texts')];
      const answer = await given.send('session.card', { session: at.session, contestant: at.contestant, speaker: '示例', file: '', promises: [`${more}`.padEnd(2000, '标')], problems: [] });
      if (answer.ok) continue;
      expect([given.dispatcher.state, count(given), count(given, 'texts')]).toEqual(before);
      return answer.code;
    }
    return 'never full';
  };
  expect(await filling()).toBe('diskFull');
  expect(given.database.inTransaction).toBe(false);
  const answers = await Promise.all([sheet(given, at, at.judges[0] ?? ''), given.send('session.card', { session: at.session, contestant: at.contestant, speaker: '', file: '', promises: Array.from({ length: 20 }, () => '标'.repeat(2000)), problems: [] })]);
  expect(answers[1]).toMatchObject({ ok: false, code: 'diskFull' });
  expect(given.bugs).toEqual([]);
  given.database.pragma('max_page_count = 1000000');
  expect(await given.send('session.card', { session: at.session, contestant: at.contestant, speaker: '示例', file: '', promises: ['标'.repeat(2000)], problems: [] })).toMatchObject({ ok: true });
  expect(verifyJournal(given.database)).toEqual([]);
});

test('a database closed under the host is answered internal, and memory keeps what was committed', async () => {
  const given = house();
  await live(given);
  const before = given.dispatcher.state;
  given.database.close();
  expect(await given.send('meeting.create', { title: '示例会议' })).toEqual({ ok: false, code: 'internal', details: {} });
  expect(given.dispatcher.state).toBe(before);
  expect(given.bugs.length).toBe(1);
});

test('an id answered before a restart is answered alike after it, and seq goes on where it stood', async () => {
  const first = house();
  const answer = await first.send('meeting.create', { title: '示例会议' }, { id: 'kept' });
  first.close();
  open.pop();
  const second = house();
  expect(await second.send('meeting.create', { title: '示例会议' }, { id: 'kept' })).toEqual(answer);
  expect(await second.send('meeting.create', { title: '示例会议' }, { id: 'new' })).toMatchObject({ receipt: { seq: 2 } });
});
