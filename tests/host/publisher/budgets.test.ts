// The size of every topic in the largest meeting seen, 71 units by 154 judges, all sheets in (design §1 item 6).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMeeting, fullMarks, plainRules, wholeSession, type AMeeting } from '../../support/aMeeting.ts';
import { atTheDesk, type AtTheDesk } from '../../support/atTheDesk.ts';
import { judgeClient, type WireClient } from '../../support/wireClient.ts';

const UNITS = 71;
const JUDGES = 154;
const KILOBYTE = 1024;
let at: AtTheDesk;
let made: AMeeting;
beforeAll(async () => {
  at = await atTheDesk({ units: UNITS, judges: JUDGES, rules: { ...wholeSession, disclosure: { ...plainRules.disclosure, marks: 'byName', panelMeans: true, standings: true } } });
  made = at;
});
afterAll(() => at.end());

const asHost = { role: 'host', subject: 'host', device: 'budget' } as const;
let sent = 0;
const must = async (name: string, input: unknown): Promise<void> => {
  const answer = await at.house.submit({ id: `b-${(sent += 1)}`, name, input, actor: asHost });
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.details)}`);
};
const allIn = async (contestant: string): Promise<void> => {
  const answers = await Promise.all(made.judges.map((judge) => at.house.submit({ id: `${contestant}-${judge}`, name: 'sheet.submit', input: { session: made.session, contestant, kind: 'marks', marks: fullMarks, basis: 0 }, actor: { role: 'judge', subject: judge, device: judge } })));
  if (answers.some((answer) => !answer.ok)) throw new Error('a sheet was refused');
};
const sizeOf = async (client: WireClient, topic: string, params: Readonly<Record<string, string>> = {}): Promise<number> => {
  const before = client.frames.length;
  client.subscribe(topic, params);
  const ofTopic = (): string | undefined => client.frames.slice(before).findLast((frame) => frame.includes(`"topic":"${topic}"`));
  await client.until(() => ofTopic() !== undefined || client.refusals.has(topic));
  client.send({ type: 'unsubscribe', topic, params });
  return Buffer.byteLength(ofTopic() ?? 'x'.repeat(99_999_999));
};

test('a judge’s topic stays within 2 kB and 60 bytes for each open window', async () => {
  const card = made.cards[0];
  const phone = await judgeClient({ origin: at.room, seat: card?.seat ?? '', secret: at.house.secretOf(card?.seat ?? '') });
  expect(await sizeOf(phone, 'seat')).toBeLessThanOrEqual(2 * KILOBYTE + 60 * UNITS);
  expect(await sizeOf(phone, 'mySheet', { session: made.session, contestant: made.units[0] ?? '' })).toBeLessThanOrEqual(2 * KILOBYTE);
  phone.close();
});

test('with 71 × 154 sheets in and all locked, no scene exceeds 16 kB on the wall and no live topic 64 kB on the desk', async () => {
  for (const contestant of made.units) {
    await allIn(contestant);
    await must('window.check', { session: made.session, contestant });
    await must('window.lock', { session: made.session, contestant });
  }
  await must('session.finalise', { session: made.session });
  const sizes: Record<string, number> = {};
  const [desk, wall] = [await at.anotherDesk(), await at.screen()];
  const [session, contestant] = [made.session, made.units[0] ?? ''];
  for (const [scene, subject] of [['cover', null], ['rules', null], ['order', null], ['score', contestant], ['standings', null], ['ranking', null]] as const) {
    await must('air.show', { meeting: made.meeting, scene, item: session, subject });
    const steps = at.house.state().meeting.meetings[made.meeting]?.air.steps ?? 1;
    if (steps > 1) await must('air.step', { meeting: made.meeting, step: steps - 1 });
    await new Promise((wait) => setTimeout(wait, 80));
    sizes[`wall ${scene}`] = await sizeOf(wall, 'wall');
  }
  for (const [topic, params] of [['home', {}], ['session', { session }], ['window', { session, contestant }], ['result', { session }], ['air', { meeting: made.meeting }], ['seats', { meeting: made.meeting }], ['register', {}]] as const) sizes[`desk ${topic}`] = await sizeOf(desk, topic, params);
  const over = Object.entries(sizes).filter(([name, bytes]) => bytes > (name.startsWith('wall') ? 16 : 64) * KILOBYTE);
  expect(over).toEqual([]);
}, 60_000);

test('a second meeting does not make the first one’s topics larger', async () => {
  const desk = await at.anotherDesk();
  const before = await sizeOf(desk, 'session', { session: made.session });
  await aMeeting(desk, { units: 2, judges: 2 });
  expect(Math.abs(await sizeOf(desk, 'session', { session: made.session }) - before)).toBeLessThan(100);
});
