// The second session of the kept journal: every event that came with ballots of all kinds, parts, paper stations, the sealed box, bonuses and penalties,
// play-offs, presets and rounds, once. It is played when a release is cut and never changed after.
import { randomBytes } from 'node:crypto';
import type { RunningHouse } from '../../../electron/startHouse.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Cells } from '../../../shared/arena/events.ts';
import type { Panel, Rules } from '../../../shared/arena/rules.ts';
import type { SessionView } from '../../../shared/arena/views.ts';
import { aMeeting, fullMarks } from '../aMeeting.ts';
import { aPart, category, entered, gradeForm } from '../ruleWords.ts';
import { judgeClient, type WireClient } from '../wireClient.ts';

const SECONDS = { speechSeconds: 1, firstWarning: 0, secondWarning: 0, questionSeconds: 1 } as const;

const everyRule = (): Rules => {
  const [first] = defaultRules.panels;
  if (first === undefined) throw new Error('the default rules have a panel');
  const panel = (id: string, change: Partial<Panel>): Panel => ({ ...first, id, name: `${id}组`, part: 'room', dropHighest: 0, dropLowest: 0, minimum: 1, ...change });
  return {
    ...defaultRules,
    forms: [...defaultRules.forms, gradeForm()],
    parts: [aPart('room', '100', { points: '60' }), entered('work', '100', { points: '40' })],
    panels: [
      panel('A', { points: '40' }),
      panel('B', { points: '30', form: 'grades', voters: 'anonymous', recusal: 'never' }),
      panel('C', { points: '30', form: 'grades', voters: 'counts', recusal: 'never' }),
    ],
    adjustments: [{ id: 'extra', name: '加分', sign: 'bonus', fullMark: '100', cap: '3' }],
    categories: [category('K')], ties: [{ by: 'playOff' }, { by: 'draw' }],
    awards: { tiers: [{ id: 't1', name: '一等奖', category: null, quota: 1, score: null }], edge: 'all', announce: 'straight' },
    windows: { policy: 'wholeSession' }, reveal: 'allAtEnd', lot: { called: true, byCategory: false }, trial: true,
    disclosure: { ...defaultRules.disclosure, figure: 'either' },
    time: { ...SECONDS, penalty: { fullMark: '10', phases: 'both', graceSeconds: 0, tiers: [], cap: '0.2', under: { seconds: 1, amount: '0.1' } }, lateForfeitSeconds: 60 },
  };
};

const grades = (units: readonly string[], marks: readonly string[]): Cells => Object.fromEntries(units.map((unit, at) => [unit, { kind: 'marks', marks: { cell: marks[at] ?? 'g1' } }]));

/** Presets come and go; a station is added, used and removed. */
const aside = async (desk: WireClient, meeting: string): Promise<{ readonly first: string; readonly second: string }> => {
  const { preset } = await desk.must('preset.save', { name: '示例预设', rules: everyRule() });
  await desk.must('preset.remove', { preset });
  await desk.must('preset.save', { name: '示例预设乙', rules: defaultRules });
  const { seat: first } = await desk.must('station.add', { meeting, role: 'clerk', name: '示例录票台一' });
  const { seat: second } = await desk.must('station.add', { meeting, role: 'clerk', name: '示例录票台二' });
  const { seat: gone } = await desk.must('station.add', { meeting, role: 'supervisor', name: '示例监督员' });
  await desk.must('station.remove', { meeting, seat: gone });
  return { first: String(first), second: String(second) };
};

interface Playing { readonly desk: WireClient; readonly house: RunningHouse; readonly session: string; readonly units: readonly string[]; readonly judges: readonly string[] }

const votes = async ({ desk, house, session, units, judges }: Playing, given: { readonly seat: string; readonly first: string; readonly second: string }): Promise<void> => {
  const origin = `http://127.0.0.1:${house.roomPort}`;
  const clerk = (seat: string) => judgeClient({ origin, seat, secret: house.secretOf(seat), path: '/clerk' });
  const [one, two] = await Promise.all([clerk(given.first), clerk(given.second)]);
  const { batch } = await desk.must('batch.give', { session, panel: 'B', contestants: units, from: 1, to: 2, first: given.first, second: given.second });
  await one.must('entry.key', { session, batch, voter: 'B-p1', pass: 1, cells: grades(units, ['g1', 'g2']) });
  await two.must('entry.key', { session, batch, voter: 'B-p1', pass: 2, cells: grades(units, ['g1', 'g2']) });
  await one.must('entry.key', { session, batch, voter: 'B-p2', pass: 1, cells: grades(units, ['g2', 'g1']) });
  await two.must('entry.key', { session, batch, voter: 'B-p2', pass: 2, cells: grades(units, ['g2', 'g2']) });
  await desk.must('entry.settle', { session, batch, voter: 'B-p2', cells: grades(units, ['g2', 'g1']) });
  await desk.must('batch.close', { session, batch });
  one.close();
  two.close();
  const phone = await judgeClient({ origin, seat: given.seat, secret: house.secretOf(given.seat) });
  await phone.must('box.cast', { session, token: randomBytes(16).toString('hex'), cells: grades(units, ['g1', 'g1']) });
  phone.close();
  await desk.must('box.close', { session, panel: 'B' });
  desk.subscribe('session', { session });
  await desk.view<SessionView>('session', (view) => view.session === session && view.boxes[0]?.phase === 'sealed');
  await desk.must('ballots.balance', { session, panel: 'B', contestants: units, issued: 4, returned: 3, reason: '' });
  for (const contestant of units) {
    await desk.must('counts.enter', { session, contestant, panel: 'C', counts: { g1: 3, g2: 1 }, blank: 1, void: 0, basis: 0 });
    await desk.must('sheet.key', { session, contestant, judge: judges[0], kind: 'marks', marks: fullMarks, basis: 0 });
  }
  await desk.must('ballots.balance', { session, panel: 'C', contestants: units, issued: 5, returned: 5, reason: '示例说明' });
};

/** Sheets read aloud: one goes back before it is agreed. */
const readAloud = async (desk: WireClient, house: RunningHouse): Promise<void> => {
  const rules: Rules = { ...everyRule(), paperCheck: 'readBack', trial: false, lot: { called: false, byCategory: false }, categories: [], panels: everyRule().panels.slice(0, 1).map((panel) => ({ ...panel, points: '100' })), parts: [aPart('room', '100')], disclosure: defaultRules.disclosure, forms: defaultRules.forms, singleOperator: true };
  const { session, units, judges, meeting } = await aMeeting(desk, { units: 2, judges: 1, rules });
  const { seat } = await desk.must('station.add', { meeting, role: 'clerk', name: '示例唱分台' });
  const { batch } = await desk.must('batch.give', { session, panel: 'A', contestants: units, judges, first: null, second: seat });
  const cells = Object.fromEntries(units.map((unit) => [unit, { kind: 'marks', marks: fullMarks }]));
  await desk.must('entry.key', { session, batch, voter: judges[0], pass: 1, cells });
  const reader = await judgeClient({ origin: `http://127.0.0.1:${house.roomPort}`, seat: String(seat), secret: house.secretOf(String(seat)), path: '/clerk' });
  await reader.must('entry.sendBack', { session, batch, voter: judges[0] });
  await desk.must('entry.key', { session, batch, voter: judges[0], pass: 1, cells });
  await reader.must('entry.readBack', { session, batch, voter: judges[0], cells });
  reader.close();
};

export const playEveryBallot = async (desk: WireClient, house: RunningHouse): Promise<void> => {
  const { meeting, units: all, judges, cards } = await aMeeting(desk, { units: 3, judges: 2, start: false });
  const { session } = (await desk.must('session.create', { meeting, title: '示例各种票', rules: everyRule() })) as { session: string };
  const stations = await aside(desk, meeting);
  await desk.must('session.contestants', { session, contestants: all });
  await desk.must('session.categories', { session, categories: Object.fromEntries(all.map((unit) => [unit, 'K'])) });
  await desk.must('session.judges', { session, judges: [{ judge: judges[0], panel: 'A' }, { judge: judges[1], panel: 'B' }] });
  await desk.must('session.parts', { session, values: all.map((contestant) => ({ contestant, part: 'work', value: '88' })), source: '示例考核' });
  await desk.must('lot.commit', { session });
  await desk.must('session.order', { session, method: 'draw', called: '27' });
  await desk.must('session.ready', { session });
  await desk.must('session.start', { session });
  await desk.must('trial.open', { session });
  await desk.must('trial.close', { session });
  const order = house.state().arena.sessions[session]?.order ?? [];
  const [late = '', ...units] = order;
  await desk.must('stage.forfeit', { session, contestant: late, cause: 'late', reason: '示例' });
  for (const contestant of units) {
    await desk.must('stage.call', { session, contestant });
    for (const phase of ['speech', 'questions']) { await desk.must('timer.start', { session, contestant, phase }); await desk.must('timer.pause', { session, contestant }); }
    await desk.must('stage.finish', { session, contestant });
  }
  const [a = '', b = ''] = units;
  const { adjustment } = await desk.must('adjustment.make', { session, contestant: a, kind: 'extra', amount: '1', reason: '示例' });
  await desk.must('adjustment.remove', { session, contestant: a, adjustment, reason: '示例' });
  await desk.must('penalty.confirm', { session, contestant: a, phase: 'speech', amount: '0.1', reason: '' });
  await desk.must('penalty.confirm', { session, contestant: b, phase: 'speech', amount: '0.2', reason: '示例' });
  const penalty = house.state().arena.sessions[session]?.contestants[b]?.window.adjustments[0]?.adjustment;
  await desk.must('adjustment.remove', { session, contestant: b, adjustment: penalty, reason: '示例' });
  await desk.must('penalty.waive', { session, contestant: b, phase: 'speech', reason: '示例' });
  await desk.must('adjustment.make', { session, contestant: a, kind: 'extra', amount: '1', reason: '示例' });
  await votes({ desk, house, session, units, judges }, { seat: cards[1]?.seat ?? '', ...stations });
  for (const contestant of units) { await desk.must('window.check', { session, contestant }); await desk.must('window.lock', { session, contestant }); }
  await desk.must('figure.choose', { session, figure: 'onSite' });
  await desk.must('figure.choose', { session, figure: 'combined' });
  // a and b: the same sheets, b 1 + (−1) behind by its missing bonus and before by its waived penalty: equal, so they play off.
  await desk.must('tie.playOff', { session, contestants: [a, b], order: [[b], [a]], note: '示例加赛' });
  await desk.must('air.live', { meeting });
  await desk.must('air.show', { meeting, scene: 'awards', item: session, subject: 'K' });
  await desk.must('session.finalise', { session });
  await desk.must('review.open', { session });
  await desk.must('session.nextRound', { session, title: '示例决赛', take: 2, carry: { marks: 'carried', points: '40' } });
  await readAloud(desk, house);
};
