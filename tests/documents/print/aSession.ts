// A session for the printed sheets, made from real events: names, judges, marks, gaps, corrections as a test asks for them.
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { ArenaEvent } from '../../../shared/arena/events.ts';
import { evolveArena } from '../../../shared/arena/evolve.ts';
import { CELL, type Criterion, type Form } from '../../../shared/arena/forms.ts';
import { criteriaOf, formOf, type Panel, type Rules } from '../../../shared/arena/rules.ts';
import { emptyArena, type ArenaSession, type ArenaState } from '../../../shared/arena/state.ts';
import { drawOrder, sha256Hex } from '../../../shared/kernel/draw.ts';
import type { TextRef } from '../../../shared/kernel/decision.ts';

const SESSION = 's1';
export const SEED = '7f3a90c1d2e4b586';

const [firstPanel] = defaultRules.panels;
if (firstPanel === undefined) throw new Error('the default rules have a panel');
/** A panel of named judges, one highest and one lowest dropped. */
export const aPanel = (id: string, name: string, more: Partial<Panel> = {}): Panel => ({ ...firstPanel, id, name, ...more });
/** The default rules with other criteria on their one score sheet. */
export const withCriteria = (criteria: readonly Criterion[], more: Partial<Rules> = {}): Rules => ({ ...defaultRules, forms: [{ kind: 'score', id: 'form', name: '打分票', corridor: null, criteria: [...criteria] }], ...more });

export const twoPanels: Rules = {
  ...defaultRules,
  panels: [aPanel('A', '市级领导评委组', { points: '60' }), aPanel('B', '部门评委组', { points: '40', colour: '#1f5fa8' })],
};

const GRADES: Form = {
  kind: 'grade', id: 'grades', name: '评价票', fullMark: '100', grades: [['g1', '好', '100'], ['g2', '较好', '80'], ['g3', '一般', '60'], ['g4', '较差', '40']].map(([id = '', name = '', value = '']) => ({ id, name, value })),
  blank: 'abstention', double: 'voidCell', abstentionsCount: false, allEqualVoid: true,
};
const RANKS: Form = { kind: 'rank', id: 'ranks', name: '名次票', points: { by: 'linear', top: '100', step: '3' } };
const whole = { windows: { policy: 'wholeSession' }, reveal: 'allAtEnd' } as const satisfies Partial<Rules>;

/** Leaders with score sheets (40 of the on-site 100), colleagues with nameless grade ballots (30), the public counted (30); on-site 60, performance 40; tiers, points by place, bonuses and penalties. */
export const everything: Rules = {
  ...defaultRules, ...whole, forms: [...defaultRules.forms, GRADES],
  parts: [{ id: 'onSite', name: '现场得分', kind: 'onSite', source: 'panels', fullMark: '100', points: '60' }, { id: 'work', name: '实绩得分', kind: 'performance', source: 'entered', fullMark: '100', points: '40' }],
  panels: [
    aPanel('A', '市级领导评委组', { points: '40' }), aPanel('B', '机关干部', { points: '30', colour: '#1f5fa8', form: 'grades', voters: 'anonymous', recusal: 'never', dropHighest: 0, dropLowest: 0, minimum: 1 }),
    aPanel('C', '群众代表', { points: '30', colour: '#2e7d32', form: 'grades', voters: 'counts', recusal: 'never', dropHighest: 0, dropLowest: 0, minimum: 1 }),
  ],
  adjustments: [{ id: 'up', name: '获奖加分', sign: 'bonus', fullMark: '100', cap: '2' }],
  time: { ...defaultRules.time, penalty: { fullMark: '10', phases: 'speech', graceSeconds: 0, tiers: [{ upTo: 10, amount: '0.02' }, { upTo: 20, amount: '0.05' }], cap: '0.2', under: null } },
  placePoints: { points: { by: 'borda', last: 'one' }, ties: 'averaged' },
  awards: { tiers: [{ id: 'a1', name: '一等奖', category: null, quota: 1, score: null }, { id: 'a2', name: '二等奖', category: null, quota: 2, score: null }, { id: 'a3', name: '三等奖', category: null, quota: null, score: '80' }], edge: 'all', announce: 'fromLowest' },
};
/** A rank ballot only. */
export const ranking: Rules = { ...defaultRules, ...whole, forms: [RANKS], panels: [aPanel('A', '观摩人员', { form: 'ranks', recusal: 'never', dropHighest: 0, dropLowest: 0, minimum: 1 })], ties: [{ by: 'shared' }] };

const DISTRICTS = ['市南区', '市北区', '李沧区', '崂山区', '西海岸新区', '城阳区', '即墨区', '胶州市', '平度市', '莱西市'];
const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '马', '朱'];
const GIVEN = ['建国', '丽', '志强', '晓明', '海燕', '文博', '立新', '春华', '国栋', '敏', '红梅', '大伟', '思远', '卫东'];

export const unitName = (at: number): string => (at < 10 ? (DISTRICTS[at] ?? '') : `${DISTRICTS[at % 10] ?? ''}第${at + 1}街道`);
export const unitId = (at: number): string => `u${String(at + 1).padStart(2, '0')}${sha256Hex(`unit${at}`).slice(0, 12)}`;
export const judgeId = (panel: string, at: number): string => `j${panel}${at + 1}`;

export interface Wanted {
  readonly rules?: Rules;
  readonly units?: number;
  readonly judgesPerPanel?: number;
  readonly names?: (at: number) => string;
  /** Marks by unit and seat, in the order of the criteria; the default differs by both. */
  readonly marks?: (unit: number, seat: number) => readonly string[];
  /** How many units are scored and locked. */
  readonly scored?: number;
  readonly method?: 'draw' | 'protocol';
  readonly title?: string;
  /** The category of a unit. */
  readonly category?: (at: number) => string;
  /** How many nameless ballots of a panel come back, of as many as there are seats. */
  readonly ballots?: number;
}

const half = (value: number): string => (Math.round(value * 2) / 2).toString();
const usualMarks = (rules: Rules) => (unit: number, seat: number): readonly string[] =>
  criteriaOf(rules).map((criterion, at) => half(Number(criterion.points) * (0.8 + (((unit * 7 + seat * 3 + at * 5) % 19) / 100))));

type Happen = (event: ArenaEvent) => void;
interface Scoring { readonly rules: Rules; readonly place: { readonly session: string }; readonly marks: NonNullable<Wanted['marks']>; readonly units: number; readonly ballots: number }
const cellFor = (form: Form, at: { readonly unit: number; readonly voter: number; readonly units: number }): string =>
  (form.kind === 'rank' ? String(1 + ((at.unit + at.voter * 3) % at.units)) : form.kind === 'grade' ? form.grades[(at.unit * 3 + at.voter * 7) % 5 % form.grades.length]?.id ?? '' : '');

/** The ballots of a panel without names: sheets by number, or counts; and that they balance. */
const nameless = (happen: Happen, { rules, place, units, ballots }: Scoring, given: { readonly panel: Panel; readonly contestant: string; readonly unit: number }): void => {
  const { panel, contestant, unit } = given;
  const form = formOf(rules, panel);
  if (panel.voters === 'counts' && form.kind === 'grade') {
    happen({ name: 'countsEntered', body: { ...place, contestant, panel: panel.id, revision: 1, counts: Object.fromEntries(form.grades.map((grade, at) => [grade.id, 3 + ((unit + at * 2) % 5)])), blank: 1, void: unit % 2 } });
  }
  if (panel.voters === 'anonymous') {
    for (let at = 0; at < ballots; at += 1) happen({ name: 'sheetRecorded', body: { ...place, contestant, judge: `${panel.id}-p${at + 1}`, revision: 1, source: 'paper', kind: at % 9 === 8 ? 'abstained' : 'marks', marks: at % 9 === 8 ? {} : { [CELL]: cellFor(form, { unit, voter: at, units }) } } });
  }
};

/** Texts by number, and the session as its events leave it; `after` goes on with more events. */
export const aSession = (wanted: Wanted = {}) => {
  const rules = wanted.rules ?? defaultRules;
  const texts = new Map<string, string>();
  const text = (value: string): TextRef => {
    const id = `t${texts.size + 1}`;
    texts.set(id, value);
    return { text: id, hash: sha256Hex(value) };
  };
  let state: ArenaState = emptyArena;
  const happen = (event: ArenaEvent): void => {
    state = evolveArena(state, event, { wall: 1_790_000_000_000, device: 'desk' });
  };
  const session = (): ArenaSession => {
    const found = state.sessions[SESSION];
    if (found === undefined) throw new Error('no session');
    return found;
  };
  const ids = Array.from({ length: wanted.units ?? 10 }, (_, at) => unitId(at));
  const seats = rules.panels.filter((panel) => panel.voters === 'named').flatMap((panel) => Array.from({ length: wanted.judgesPerPanel ?? 7 }, (_, at) => ({ judge: judgeId(panel.id, at), panel: panel.id })));
  const order = wanted.method === 'protocol' ? ids : drawOrder(SEED, ids);
  const place = { session: SESSION };

  happen({ name: 'sessionCreated', body: { ...place, meeting: 'm1', title: text(wanted.title ?? '2026年第三季度“书记擂台”比武'), rules } });
  happen({ name: 'contestantsChosen', body: { ...place, contestants: ids } });
  happen({ name: 'judgesChosen', body: { ...place, judges: seats } });
  happen({ name: 'orderSet', body: { ...place, order: [...order], method: wanted.method ?? 'draw', seed: wanted.method === 'protocol' ? null : SEED } });
  const { category } = wanted;
  if (category !== undefined) happen({ name: 'categoriesSet', body: { ...place, categories: Object.fromEntries(ids.map((id, at) => [id, category(at)])) } });
  const contestants = ids.map((contestant, at) => {
    const name = text(wanted.names?.(at) ?? unitName(at));
    return { contestant, name, shortName: text(`${unitName(at).slice(0, 4)}`) };
  });
  const judges = seats.map(({ judge, panel }, at) => {
    const name = `${FAMILY[at % 14] ?? ''}${GIVEN[(at * 5) % 14] ?? ''}`;
    return { judge, panel, name: text(name), title: text(at % 2 === 0 ? '市委副书记' : '市发展和改革委员会主任'), home: at === 3 ? unitId(1) : null };
  });
  happen({ name: 'sessionReadied', body: { ...place, rules, contestants, judges } });
  happen({ name: 'sessionStarted', body: place });

  const marks = wanted.marks ?? usualMarks(rules);
  const setting: Scoring = { rules, place, marks, units: ids.length, ballots: wanted.ballots ?? 11 };
  const score = (contestant: string, except: readonly string[] = [], unit = ids.indexOf(contestant)): void => {
    seats.forEach(({ judge, panel }, seat) => {
      const form = formOf(rules, rules.panels.find((each) => each.id === panel) ?? firstPanel);
      if (except.includes(judge)) return;
      const given = form.kind === 'score' ? Object.fromEntries(form.criteria.map((criterion, at) => [criterion.id, marks(unit, seat)[at] ?? '0'])) : { [CELL]: cellFor(form, { unit, voter: seat, units: ids.length }) };
      happen({ name: 'sheetRecorded', body: { ...place, contestant, judge, revision: 1, source: seat % 3 === 0 ? 'paper' : 'phone', kind: 'marks', marks: given } });
    });
    for (const panel of rules.panels.filter((each) => each.voters !== 'named')) nameless(happen, setting, { panel, contestant, unit });
  };
  const lock = (contestant: string): void => {
    happen({ name: 'windowLocked', body: { ...place, contestant, lock: (session().contestants[contestant]?.window.locks.length ?? 0) + 1 } });
  };
  const entered = rules.parts.filter((part) => part.source === 'entered');
  if (entered.length > 0) happen({ name: 'partsEntered', body: { ...place, version: 1, values: entered.flatMap((part) => ids.map((contestant, at) => ({ contestant, part: part.id, value: String(78 + ((at * 37) % 190) / 10) }))), source: null } });
  order.slice(0, wanted.scored ?? 0).forEach((contestant) => {
    happen({ name: 'windowOpened', body: { ...place, contestant } });
    score(contestant);
    lock(contestant);
  });
  const read = (reference: TextRef): string => texts.get(reference.text) ?? '（已移除）';
  return { session, read, happen, text, score, lock, place };
};
