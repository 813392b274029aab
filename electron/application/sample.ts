// Sample data for a first look: 示例市 with ten invented units, 25 invented judges in three panels, a finished and an open session.
// Everything is labelled 示例数据; no real name stands beside an invented figure. It goes through the same commands as everything else.
import { createHash, randomUUID } from 'node:crypto';
import { aFreshPanel, defaultRules, PANEL_COLOURS } from '../../shared/arena/defaultRules.ts';
import { criteriaOf, type Panel, type Rules } from '../../shared/arena/rules.ts';
import { sampleWords as words } from '../../shared/text/zh/sample.ts';
import type { Submit } from './dispatch.ts';
import type { HouseState } from './house.ts';

const HOST = { role: 'host', subject: 'host', device: 'sample' } as const;
type Must = (name: string, input: unknown) => Promise<Readonly<Record<string, unknown>>>;
interface Writer { readonly must: Must; readonly state: () => HouseState }

const samplePanel = (id: string, at: number, points: string): Panel =>
  aFreshPanel({ id, name: words.panels[at] ?? id, points, colour: PANEL_COLOURS[at] ?? PANEL_COLOURS[0], form: 'form', part: 'onSite' });
/** Three panels 40/30/30, panel means and standings open to the room, so that every scene has something to show. */
export const sampleRules: Rules = {
  ...defaultRules,
  panels: [samplePanel('A', 0, '40'), samplePanel('B', 1, '30'), samplePanel('C', 2, '30')],
  disclosure: { ...defaultRules.disclosure, panelMeans: true, standings: true },
};

/** A number from 0 to 1 that is the same at every first start. */
const share = (key: string): number => createHash('sha256').update(key).digest().readUInt16BE(0) / 65_535;

/** A mark that looks like a judge's: judges agree more or less on who did well, and differ by a little; between 74 and 97 % of the points, on the step. */
const sampleMark = (points: number, unit: string, judge: string): string => (Math.round(points * (0.74 + 0.14 * share(unit) + 0.09 * share(`${unit}/${judge}`)) * 2) / 2).toString();

const fillRegister = async ({ must }: Writer): Promise<void> => {
  for (const [fullName, shortName, aliases] of words.units) await must('unit.keep', { unit: null, values: { fullName, shortName, aliases: [...aliases], kind: words.kind, group: words.group } });
  for (const [at, [name, title, home]] of words.judges.entries()) {
    await must('person.keep', { person: null, values: { name, title, home, panel: words.panels[at < 9 ? 0 : at < 17 ? 1 : 2] } });
  }
};

const setUp = async ({ must, state }: Writer, title: string): Promise<{ readonly session: string; readonly meeting: string }> => {
  const { meeting } = (await must('meeting.create', { title: words.meeting })) as { meeting: string };
  const { session } = (await must('session.create', { meeting, title, rules: sampleRules })) as { session: string };
  const { units, people } = state().register;
  await must('session.contestants', { session, contestants: Object.keys(units) });
  await must('session.judges', { session, judges: Object.values(people).map((person) => ({ judge: person.id, panel: sampleRules.panels.find((panel) => panel.name === person.panel)?.id ?? 'A' })) });
  await must('session.order', { session, method: 'draw' });
  for (const [at, contestant] of (state().arena.sessions[session]?.order ?? []).entries()) {
    await must('session.card', { session, contestant, speaker: words.speakers[at] ?? '', file: '', promises: [...words.promises], problems: [...words.problems] });
  }
  await must('session.ready', { session });
  return { session, meeting };
};

/** Scores every contestant on keyed paper, judges of the home unit recused, and finalises. */
const playThrough = async (writer: Writer, session: string): Promise<void> => {
  const { must, state } = writer;
  await must('session.start', { session });
  const arena = () => state().arena.sessions[session];
  for (const contestant of arena()?.order ?? []) {
    await must('stage.call', { session, contestant });
    await must('timer.start', { session, contestant, phase: 'speech' });
    const judges = arena()?.judges ?? [];
    const recused = judges.filter((judge) => judge.home === contestant).map((judge) => judge.id);
    await must('recusal.confirm', { session, contestant, judges: recused });
    await must('window.open', { session, contestant });
    await Promise.all(judges.filter((judge) => !recused.includes(judge.id)).map((judge) => {
      const marks = Object.fromEntries(criteriaOf(sampleRules).map((criterion) => [criterion.id, sampleMark(Number(criterion.points), `${contestantKey(state(), contestant)}/${criterion.id}`, String(seatOf(state(), session, judge.id)))]));
      return must('sheet.key', { session, contestant, judge: judge.id, kind: 'marks', marks, basis: 0 });
    }));
    await must('window.check', { session, contestant });
    await must('window.lock', { session, contestant });
    await must('stage.finish', { session, contestant });
  }
  await must('session.finalise', { session });
};
const contestantKey = (state: HouseState, id: string): number => state.register.units[id]?.order ?? 0;
const seatOf = (state: HouseState, session: string, judge: string): number => state.arena.sessions[session]?.judges.findIndex((each) => each.id === judge) ?? 0;

/** Writes the sample through the ordinary commands; throws when one is refused, which is a bug. */
export const writeSample = async (submit: Submit, state: () => HouseState): Promise<void> => {
  const must: Must = async (name, input) => {
    const answer = await submit({ id: randomUUID(), name, input, actor: HOST });
    if (!answer.ok) throw new Error(`sample: ${name} was refused: ${answer.code} ${JSON.stringify(answer.details)}`);
    return answer.result;
  };
  const writer: Writer = { must, state };
  await fillRegister(writer);
  const finished = await setUp(writer, words.finished);
  await playThrough(writer, finished.session);
  await setUp(writer, words.open);
};
