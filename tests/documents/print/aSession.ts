// A session for the printed sheets, made from real events: names, judges, marks, gaps, corrections as a test asks for them.
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { ArenaEvent } from '../../../shared/arena/events.ts';
import { evolveArena } from '../../../shared/arena/evolve.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { emptyArena, type ArenaSession, type ArenaState } from '../../../shared/arena/state.ts';
import { drawOrder, sha256Hex } from '../../../shared/kernel/draw.ts';
import type { TextRef } from '../../../shared/kernel/decision.ts';

const SESSION = 's1';
export const SEED = '7f3a90c1d2e4b586';

export const twoPanels: Rules = {
  ...defaultRules,
  panels: [
    { ...defaultRules.panels[0], id: 'A', name: '市级领导评委组', weight: '60', colour: '#b3261e', dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' },
    { ...defaultRules.panels[0], id: 'B', name: '部门评委组', weight: '40', colour: '#1f5fa8', dropHighest: 1, dropLowest: 1, minimum: 5, recusal: 'propose' },
  ],
};

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
}

const half = (value: number): string => (Math.round(value * 2) / 2).toString();
const usualMarks = (rules: Rules) => (unit: number, seat: number): readonly string[] =>
  rules.criteria.map((criterion, at) => half(Number(criterion.points) * (0.8 + (((unit * 7 + seat * 3 + at * 5) % 19) / 100))));

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
  const seats = rules.panels.flatMap((panel) => Array.from({ length: wanted.judgesPerPanel ?? 7 }, (_, at) => ({ judge: judgeId(panel.id, at), panel: panel.id })));
  const order = wanted.method === 'protocol' ? ids : drawOrder(SEED, ids);
  const place = { session: SESSION };

  happen({ name: 'sessionCreated', body: { ...place, meeting: 'm1', title: text(wanted.title ?? '2026年第三季度“书记擂台”比武'), rules } });
  happen({ name: 'contestantsChosen', body: { ...place, contestants: ids } });
  happen({ name: 'judgesChosen', body: { ...place, judges: seats } });
  happen({ name: 'orderSet', body: { ...place, order: [...order], method: wanted.method ?? 'draw', seed: wanted.method === 'protocol' ? null : SEED } });
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
  const score = (contestant: string, except: readonly string[] = [], unit = ids.indexOf(contestant)): void => {
    seats.forEach(({ judge }, seat) => {
      if (except.includes(judge)) return;
      const given = Object.fromEntries(rules.criteria.map((criterion, at) => [criterion.id, marks(unit, seat)[at] ?? '0']));
      happen({ name: 'sheetRecorded', body: { ...place, contestant, judge, revision: 1, source: seat % 3 === 0 ? 'paper' : 'phone', kind: 'marks', marks: given } });
    });
  };
  const lock = (contestant: string): void => {
    happen({ name: 'windowLocked', body: { ...place, contestant, lock: (session().contestants[contestant]?.window.locks.length ?? 0) + 1 } });
  };
  order.slice(0, wanted.scored ?? 0).forEach((contestant) => {
    happen({ name: 'windowOpened', body: { ...place, contestant } });
    score(contestant);
    lock(contestant);
  });
  const read = (reference: TextRef): string => texts.get(reference.text) ?? '（已移除）';
  return { session, read, happen, text, score, lock, place };
};
