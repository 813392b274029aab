// Writes journal-v<version>.ndjson from a real session that makes every kind of event once: run by hand when a release is cut, never changed after.
//   node tests/support/golden/writeGolden.ts tests/support/golden/journal-v2.ndjson
// Each line is {journal}, {text} or, last, {expected}: what reading the rows must give for ever.
import { rmSync, writeFileSync } from 'node:fs';
import { aHouse } from '../aHouse.ts';
import { aMeeting, fullMarks, lockWindow, openWindow, wholeSession } from '../aMeeting.ts';
import { journalRows, reading } from '../journalFile.ts';
import { readGolden, resultOfGolden } from './readGolden.ts';
import { judgeClient, tokenClient, type WireClient } from '../wireClient.ts';
import { playEveryBallot } from './everyBallot.ts';

const scored = async (desk: WireClient, place: { readonly session: string; readonly contestant: string }, firstMarks: readonly (readonly [judge: string, c1: string])[]): Promise<void> => {
  for (const [judge, c1] of firstMarks) await desk.must('sheet.key', { ...place, judge, kind: 'marks', marks: { ...fullMarks, c1 }, basis: 0 });
};

const play = async (desk: WireClient, house: Awaited<ReturnType<typeof aHouse>>): Promise<void> => {
  const made = await aMeeting(desk, { units: 4, judges: 4, start: false, rules: { ...wholeSession, windows: { policy: 'withContestant' }, panels: wholeSession.panels.map((panel) => ({ ...panel, dropLowest: 1, minimum: 2 })), ties: [{ by: 'moreDecimals' }, { by: 'draw' }], disclosure: { ...wholeSession.disclosure, standings: true } } });
  const { session, meeting, units, judges, cards } = made;
  const [a = '', b = '', c = '', d = ''] = units;
  await desk.must('session.unlock', { session });
  await desk.must('session.title', { session, title: '示例擂台（改）' });
  await desk.must('session.rules', { session, rules: (house.state().arena.sessions[session])?.rules });
  await desk.must('session.order', { session, method: 'draw' });
  await desk.must('session.order', { session, method: 'hand', order: units });
  await desk.must('session.card', { session, contestant: a, speaker: '示例讲者', file: '示例.pptx', promises: ['一'], problems: ['二'] });
  await desk.must('session.ready', { session });
  await desk.must('ballots.printed', { session, form: 'perContestant', panels: ['A'], spares: 2 });
  await desk.must('session.start', { session });
  // The register after the freeze, which must not reach the session any more.
  await desk.must('unit.keep', { unit: a, values: { fullName: '示例市新区', shortName: '新区', aliases: ['旧名'], kind: '区', group: '' } });
  await desk.must('person.keep', { person: judges[0], values: { name: '示例评委甲', title: '', panel: '', home: '新区' } });
  await desk.must('unit.order', { units: [...units].reverse() });
  await desk.must('person.order', { people: [...judges].reverse() });
  await desk.must('unit.archive', { unit: d, archived: true });
  await desk.must('person.archive', { person: judges[3], archived: true });

  await desk.must('stage.skip', { session, contestant: a });
  await desk.must('stage.moveToEnd', { session, contestant: b });
  await openWindow(desk, session, a);
  await desk.must('stage.substitute', { session, contestant: a, speaker: '示例代讲' });
  await desk.must('timer.start', { session, contestant: a, phase: 'speech' });
  await desk.must('timer.pause', { session, contestant: a });
  const phone = await judgeClient({ origin: `http://127.0.0.1:${house.roomPort}`, seat: cards[0]?.seat ?? '', secret: house.secretOf(cards[0]?.seat ?? '') });
  await phone.must('sheet.submit', { session, contestant: a, kind: 'marks', marks: fullMarks, basis: 0 });
  await phone.must('sheet.submit', { session, contestant: a, kind: 'marks', marks: { ...fullMarks, c1: '25' }, basis: 1 });
  await desk.must('sheet.key', { session, contestant: a, judge: judges[1], kind: 'marks', marks: fullMarks, basis: 0 });
  await desk.must('sheet.key', { session, contestant: a, judge: judges[2], kind: 'abstained', marks: {}, basis: 0 });
  await desk.must('gap.decide', { session, contestant: a, judge: judges[3], cause: 'absent', note: '示例' });
  await desk.must('trim.relax', { session, contestant: a, panel: 'A', dropHighest: 0, dropLowest: 0, reason: '示例' });
  await lockWindow(desk, session, a);
  await phone.must('sheet.submit', { session, contestant: a, kind: 'marks', marks: { ...fullMarks, c1: '30' }, basis: 2 });
  phone.close();
  const late = house.state().arena.sessions[session]?.contestants[a]?.window.late[0]?.late;
  await desk.must('air.show', { meeting, scene: 'score', item: session, subject: a });
  await desk.must('window.reopen', { session, contestant: a, reason: '示例更正' });
  await desk.must('sheet.admit', { session, contestant: a, late });
  await lockWindow(desk, session, a);
  await desk.must('air.freeze', { meeting });
  await desk.must('air.live', { meeting });
  await desk.must('air.blank', { meeting });
  await desk.must('air.yield', { meeting });
  await desk.must('air.return', { meeting });

  for (const [contestant, c1] of [[b, ['20', '21', '22']], [c, ['22', '21', '20']]] as const) {
    await desk.must('stage.call', { session, contestant });
    await desk.must('recusal.confirm', { session, contestant, judges: [judges[3]] });
    await desk.must('window.open', { session, contestant });
    await scored(desk, { session, contestant }, c1.map((mark, at) => [judges[at] ?? '', mark]));
    await lockWindow(desk, session, contestant);
  }
  await desk.must('stage.finish', { session, contestant: c });
  await desk.must('stage.withdraw', { session, contestant: d, reason: '示例' });
  await desk.must('tie.draw', { session, contestants: [b, c] });
  await desk.must('session.finalise', { session });
  await desk.must('air.live', { meeting });
  await desk.must('air.show', { meeting, scene: 'ranking', item: session, subject: null });
  for (let step = 1; step < (house.state().meeting.meetings[meeting]?.air.steps ?? 1); step += 1) await desk.must('air.step', { meeting, step });
  await desk.must('seat.renew', { meeting, seat: cards[0]?.seat });
  await desk.must('session.reopen', { session, reason: '示例' });
  await desk.must('session.finalise', { session });
  await desk.must('session.archive', { session });
};

const house = await aHouse();
const desk = await tokenClient(house.deskUrl, 'desk');
await play(desk, house);
await playEveryBallot(desk, house);
desk.close();
await house.stop();
const texts = reading(house.folder, (database) => database.prepare('SELECT id, salt, value FROM texts ORDER BY id').all());
const rows = [...journalRows(house.folder).map((journal) => ({ journal })), ...texts.map((text) => ({ text }))];
const lines = rows.map((row) => JSON.stringify(row));
const expected = resultOfGolden(readGolden(lines.join('\n')));
const [, , target = ''] = process.argv;
writeFileSync(target, `${[...lines, JSON.stringify({ expected })].join('\n')}\n`);
rmSync(house.folder, { recursive: true });
