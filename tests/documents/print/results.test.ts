// 成绩单, 算给你看 and 出场顺序: the figures are those of tally and standings, and everything that was decided is said.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { orderSheet } from '../../../electron/documents/print/orderSheet.ts';
import { resultSheet } from '../../../electron/documents/print/resultSheet.ts';
import { ruleSheet, ruleSheetHash } from '../../../electron/documents/ruleSheet/ruleSheet.ts';
import { scoreDetail } from '../../../electron/documents/print/scoreDetail.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { standings } from '../../../shared/arena/standings.ts';
import { tally } from '../../../shared/arena/tally.ts';
import { ruleSheet as ruleWords } from '../../../shared/text/zh/ruleSheet.ts';
import { aPanel, aSession, judgeId, SEED, twoPanels, unitId, unitName, withCriteria } from './aSession.ts';
import { PRINTED_AT, rowsOf, wordsOf, type Printable } from './sheets.ts';

const resultOf = ({ session, read }: Printable): string => resultSheet({ session: session(), read, printedAt: PRINTED_AT, recountHint: '校验码 3F9A' });
const detailOf = ({ session, read }: Printable, contestant: string): string => scoreDetail({ session: session(), read, contestant, printedAt: PRINTED_AT });

const expectedRows = (session: ReturnType<Printable['session']>) => {
  const entries = session.order.flatMap((contestant) => {
    const locked = session.contestants[contestant]?.window.locks.at(-1);
    const counted = locked === undefined ? undefined : tally(session.rules, { judges: session.judges, locked });
    return counted?.ok === true ? [{ contestant, tally: counted }] : [];
  });
  return standings(session.rules, entries, session).rows;
};

describe('the result sheet', () => {
  test('shows the ranks, names and totals of standings, in their order', () => {
    const scored = aSession({ units: 12, scored: 12, rules: twoPanels });
    const session = scored.session();
    const rows = rowsOf(resultOf(scored), 'results');
    const wanted = expectedRows(session).map((row) => [String(row.rank), scored.read(session.contestants[row.contestant]?.name ?? { text: '', hash: '' }), row.tally.text]);
    expect(rows.map((row) => [row[0], row[2], row[5]])).toEqual(wanted);
  });

  test('ranks nobody while one contestant is without a score, and says why in its row', () => {
    const scored = aSession({ units: 4, scored: 3 });
    const rows = rowsOf(resultOf(scored), 'results');
    expect(rows.map((row) => row[0])).toEqual(['—', '—', '—', '—']);
    expect(rows[3]?.[3]).toBe('尚未评分');
    expect(wordsOf(resultOf(scored))).toContain('暂不排名次');
  });

  test('ranks the others when one has withdrawn', () => {
    const scored = aSession({ units: 4, scored: 3 });
    const last = scored.session().order[3] ?? '';
    scored.happen({ name: 'contestantWithdrawn', body: { ...scored.place, contestant: last, reason: scored.text('因故') } });
    const rows = rowsOf(resultOf(scored), 'results');
    expect(rows.map((row) => row[0])).toEqual(['1', '2', '3', '—']);
    expect(rows[3]?.join(' ')).toContain('退出，不计成绩');
  });

  test('marks a correction with the old and the new score and its reason', () => {
    const scored = aSession({ units: 2, scored: 2, marks: () => ['24', '16', '16', '20', '4'] });
    const contestant = scored.session().order[0] ?? '';
    scored.happen({ name: 'windowReopened', body: { ...scored.place, contestant, reason: scored.text('3号席录入有误') } });
    expect(wordsOf(resultOf(scored))).toContain('更正中，尚未重新锁定');
    for (const at of [0, 1, 2, 3, 4, 5]) scored.happen({ name: 'sheetRecorded', body: { ...scored.place, contestant, judge: judgeId('A', at), revision: 2, source: 'paper', kind: 'marks', marks: { c1: '29', c2: '19', c3: '19', c4: '24', c5: '5' } } });
    scored.lock(contestant);
    expect(wordsOf(resultOf(scored))).toContain('更正 原 80.00 分，现 96.00 分');
    expect(wordsOf(resultOf(scored))).toContain('3号席录入有误');
  });

  test('counts every vote once: issued is returned, absent, left and missing together', () => {
    const scored = aSession({ units: 1, scored: 0 });
    const contestant = unitId(0);
    scored.happen({ name: 'windowOpened', body: { ...scored.place, contestant } });
    scored.score(contestant, [judgeId('A', 0), judgeId('A', 1), judgeId('A', 2), judgeId('A', 3)]);
    scored.happen({ name: 'gapDecided', body: { ...scored.place, contestant, judge: judgeId('A', 0), cause: 'recused', note: null } });
    scored.happen({ name: 'gapDecided', body: { ...scored.place, contestant, judge: judgeId('A', 1), cause: 'absent', note: null } });
    scored.happen({ name: 'sheetRecorded', body: { ...scored.place, contestant, judge: judgeId('A', 2), revision: 1, source: 'phone', kind: 'abstained', marks: {} } });
    scored.happen({ name: 'sheetRecorded', body: { ...scored.place, contestant, judge: judgeId('A', 3), revision: 1, source: 'paper', kind: 'void', marks: {} } });
    scored.lock(contestant);
    expect(rowsOf(resultOf(scored), 'counts')[0]?.slice(2).map(Number)).toEqual([6, 5, 3, 1, 1, 1, 1, 0, 0]);
    expect(wordsOf(resultOf(scored))).toContain('评委组有效票 3 张，少于规定的 5 张，待定');
  });

  test('names the tie rule that decided and shows the figure it decided by', () => {
    const rules: Rules = { ...defaultRules, rounding: { mark: null, panel: null, part: null, final: 0 } };
    const scored = aSession({ units: 2, scored: 2, rules, marks: (unit) => ['24', '16', '16', unit === 0 ? '20' : '20', unit === 0 ? '4' : '3.5'] });
    const notes = rowsOf(resultOf(scored), 'results').map((row) => row.at(-1));
    expect(notes).toEqual(['同分，按更多小数位排定（80.0）', '同分，按更多小数位排定（79.5）']);
  });

  test('leaves the ranks open while a tie waits for its draw, then gives the draw', () => {
    const rules: Rules = { ...defaultRules, ties: [{ by: 'draw' }] };
    const scored = aSession({ units: 2, scored: 2, rules, marks: () => ['24', '16', '16', '20', '4'] });
    expect(rowsOf(resultOf(scored), 'results').map((row) => [row[0], row.at(-1)])).toEqual([['—', '同分待抽签'], ['—', '同分待抽签']]);
    const order = [unitId(1), unitId(0)];
    scored.happen({ name: 'tieDrawn', body: { ...scored.place, contestants: order, seed: 'abc123', order } });
    expect(rowsOf(resultOf(scored), 'results').map((row) => [row[0], row[2]])).toEqual([['1', unitName(1)], ['2', unitName(0)]]);
    expect(wordsOf(resultOf(scored))).toContain('abc123');
  });

  test('is a draft until the session is finalised', () => {
    const scored = aSession({ units: 2, scored: 2 });
    expect(wordsOf(resultOf(scored))).toContain('未定稿');
    scored.happen({ name: 'sessionFinalised', body: { ...scored.place, heads: {} } });
    expect(wordsOf(resultOf(scored))).not.toContain('未定稿');
  });

  test('says when one person keyed and checked the paper', () => {
    expect(wordsOf(resultOf(aSession({ units: 1 })))).not.toContain('单人录入复核');
    expect(wordsOf(resultOf(aSession({ units: 1, rules: { ...defaultRules, singleOperator: true } })))).toContain('单人录入复核');
  });

  test('prints the order of operations and the check code of the whole rule sheet', () => {
    const words = wordsOf(resultOf(aSession({ units: 2, scored: 2, rules: twoPanels })));
    expect(words).toContain(ruleSheet(twoPanels, 'zh').sections.find((section) => section.heading === ruleWords.heading.reckoning)?.sentences[0]);
    expect(words).toContain(ruleSheetHash(twoPanels).slice(0, 16));
  });
});

const FIVE = [[28, 35, 18], [30, 34, 17], [27, 38, 19], [29, 36, 14], [26, 37, 18]].map((marks) => marks.map(String));
const worked = (trimOf: 'totals' | 'criteria'): Rules => withCriteria(
  ['40', '40', '20'].map((points, at) => ({ id: `k${at}`, name: `第${at + 1}项`, points, step: '1', floor: '0', ceiling: points })), { panels: [aPanel('A', '评委组', { trimOf })] });

describe('the score detail', () => {
  test('shows the worked case trimmed by totals with its formula', () => {
    const words = wordsOf(detailOf(aSession({ units: 1, judgesPerPanel: 5, scored: 1, rules: worked('totals'), marks: (_, seat) => FIVE[seat] ?? [] }), unitId(0)));
    expect(words).toContain('(81 + 81 + 81) ÷ 3 = 81');
    expect(words).toContain('→ 四舍五入保留 2 位：81.00');
  });

  test('shows the worked case trimmed by criterion with its unrounded value', () => {
    const document = detailOf(aSession({ units: 1, judgesPerPanel: 5, scored: 1, rules: worked('criteria'), marks: (_, seat) => FIVE[seat] ?? [] }), unitId(0));
    expect(wordsOf(document)).toContain('28 + 36 + 17.666666… ≈ 81.666666…');
    expect(wordsOf(document)).toContain('→ 四舍五入保留 2 位：81.67');
    expect(document.match(/<s>/g)).toHaveLength(6);
  });

  test('strikes a dropped sheet and says at which end it was dropped', () => {
    const document = detailOf(aSession({ units: 1, judgesPerPanel: 5, scored: 1, rules: worked('totals'), marks: (_, seat) => FIVE[seat] ?? [] }), unitId(0));
    const notes = rowsOf(document, 'detail').map((row) => row.at(-1));
    expect(notes).toEqual(['纸票', '', '去掉最高', '去掉最低；纸票', '']);
    expect(document).toContain('<s>84</s>');
  });

  test('names no judge unless asked to', () => {
    const scored = aSession({ units: 1, scored: 1 });
    const [first] = scored.session().judges;
    const name = first?.name == null ? '' : scored.read(first.name);
    expect(name).not.toBe('');
    expect(detailOf(scored, unitId(0))).not.toContain(name);
    expect(scoreDetail({ session: scored.session(), read: scored.read, contestant: unitId(0), printedAt: PRINTED_AT, names: true })).toContain(name);
  });

  test('says why there is no score yet and shows no total', () => {
    const words = wordsOf(detailOf(aSession({ units: 1 }), unitId(0)));
    expect(words).toContain('尚无成绩：尚未评分');
    expect(words).not.toContain('现场得分');
  });
});

describe('the speaking order', () => {
  test('prints lots that any SHA-256 tool confirms and that rise down the page', () => {
    const drawn = aSession({ units: 9 });
    const document = orderSheet({ session: drawn.session(), read: drawn.read, printedAt: PRINTED_AT });
    const rows = rowsOf(document, 'order');
    const tickets = rows.map((row) => row[3] ?? '');
    expect(rows.map((row) => createHash('sha256').update(`${SEED}:${row[2] ?? ''}`).digest('hex').slice(0, 16))).toEqual(tickets);
    expect([...tickets].sort()).toEqual(tickets);
  });

  test('marks whoever does not speak at the place the lot gave', () => {
    const drawn = aSession({ units: 3 });
    const [first = ''] = drawn.session().order;
    drawn.happen({ name: 'contestantMovedToEnd', body: { ...drawn.place, contestant: first } });
    const rows = rowsOf(orderSheet({ session: drawn.session(), read: drawn.read, printedAt: PRINTED_AT }), 'order');
    expect(rows[2]?.[1]).toContain('原签第 1 位');
  });

  test('shows no lots when the order was not drawn', () => {
    const set = aSession({ units: 3, method: 'protocol' });
    const document = orderSheet({ session: set.session(), read: set.read, printedAt: PRINTED_AT });
    expect(wordsOf(document)).toContain('排定方式：按建制序');
    expect(rowsOf(document, 'order')[0]).toHaveLength(2);
  });
});
