// 成绩单 with parts, categories, awards and forfeits; 计票单, 票数平衡表, 获奖名单; 算给你看 of every kind of ballot; a sealed lot.
import { describe, expect, test } from 'vitest';
import { awardList } from '../../../electron/documents/print/awardList.ts';
import { balanceSheet } from '../../../electron/documents/print/balanceSheet.ts';
import { countSheet } from '../../../electron/documents/print/countSheet.ts';
import { orderSheet } from '../../../electron/documents/print/orderSheet.ts';
import { resultSheet } from '../../../electron/documents/print/resultSheet.ts';
import { scoreDetail } from '../../../electron/documents/print/scoreDetail.ts';
import { tallySheet } from '../../../electron/documents/print/tallySheet.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { explain } from '../../../shared/arena/explain.ts';
import { groundNow, resultOf, tallyOn } from '../../../shared/arena/sessionResult.ts';
import { drawOrder, sha256Hex } from '../../../shared/kernel/draw.ts';
import type { Rules } from '../../../shared/arena/rules.ts';
import { aSession, everything, ranking, twoPanels, unitId, unitName } from './aSession.ts';
import { PRINTED_AT, rowsOf, wordsOf, type Printable } from './sheets.ts';

const given = ({ session, read }: Printable) => ({ session: session(), read, printedAt: PRINTED_AT });
const sheetOf = (scored: Printable): string => resultSheet({ ...given(scored), recountHint: '校验码 3F9A' });
const detailOf = (scored: Printable, contestant: string): string => scoreDetail({ ...given(scored), contestant });
const reopened = (scored: ReturnType<typeof aSession>, contestant: string, change: () => void): void => {
  scored.happen({ name: 'windowReopened', body: { ...scored.place, contestant, reason: scored.text('补记') } });
  change();
  scored.lock(contestant);
};

describe('the result sheet of a session with parts', () => {
  const scored = aSession({ units: 5, scored: 5, rules: everything });

  test('has a column for every panel, part, place point and tier, and the totals of the tally', () => {
    const session = scored.session();
    const rows = rowsOf(sheetOf(scored), 'results');
    const wanted = resultOf(session).rows.map((row) => {
      const [a, b, c] = row.tally.panels.map((panel) => panel.mean);
      return [a, b, c].map((value) => Number(value?.top) / Number(value?.bottom));
    });
    expect(rows.map((row) => row[8])).toEqual(resultOf(session).rows.map((row) => row.tally.text));
    rows.forEach((row, at) => row.slice(3, 6).forEach((text, panel) => expect(Number(text)).toBeCloseTo(wanted[at]?.[panel] ?? 0, 3)));
    expect(rows.map((row) => row[9])).toEqual(['5', '4', '3', '2', '1']);
    expect(rows.map((row) => row[10]).slice(0, 3)).toEqual(['一等奖', '二等奖', '二等奖']);
  });

  test('lists every bonus and penalty with its own scale, cap and reason', () => {
    const changed = aSession({ units: 2, scored: 2, rules: everything });
    reopened(changed, unitId(0), () => {
      changed.happen({ name: 'adjustmentMade', body: { ...changed.place, contestant: unitId(0), adjustment: 'a1', kind: 'time', amount: '0.05', phase: 'speech', seconds: 12, reason: null } });
      changed.happen({ name: 'adjustmentMade', body: { ...changed.place, contestant: unitId(0), adjustment: 'a2', kind: 'up', amount: '3', phase: null, seconds: null, reason: changed.text('全国先进') } });
    });
    const words = wordsOf(sheetOf(changed));
    // 0.05 of 10 in a scheme of 100 is 0.5; 3 is capped at 2.
    expect(words).toContain(`${unitName(0)}：获奖加分加 2 分（全国先进 3 分；封顶 2 分）`);
    expect(words).toContain(`${unitName(0)}：计时扣分扣 0.5 分（按 10 分制；汇报超时 12 秒 0.05 分）`);
    expect(words).toContain('+1.5');
  });

  test('says — for a group of fewer than five ballots without names, and why', () => {
    const small = aSession({ units: 2, scored: 2, rules: everything, ballots: 4 });
    expect(rowsOf(sheetOf(small), 'results').map((row) => row[4])).toEqual(['—', '—']);
    expect(wordsOf(sheetOf(small))).toContain('不足 5 张');
    expect(rowsOf(sheetOf(aSession({ units: 2, scored: 2, rules: everything, ballots: 5 })), 'results').every((row) => /^\d/.test(row[4] ?? ''))).toBe(true);
  });

  test('prints count and root of a sealed box', () => {
    const sealed = aSession({ units: 1, scored: 1, rules: everything });
    sealed.happen({ name: 'boxOpened', body: { ...sealed.place, panel: 'B', box: 'x1' } });
    sealed.happen({ name: 'boxSealed', body: { ...sealed.place, panel: 'B', count: 0, root: 'ab12'.repeat(16), ballots: [] } });
    expect(wordsOf(sheetOf(sealed))).toContain('ab12'.repeat(16));
  });
});

describe('categories', () => {
  const rules: Rules = { ...twoPanels, categories: [{ id: 'k1', name: '区市' }, { id: 'k2', name: '部门' }], awards: { tiers: [{ id: 'a1', name: '金奖', category: 'k1', quota: 1, score: null }, { id: 'a2', name: '银奖', category: 'k2', quota: 1, score: null }], edge: 'all', announce: 'straight' } };
  const categories = (scored: number) => aSession({ units: 6, scored, rules, method: 'protocol', category: (at) => (at < 3 ? 'k1' : 'k2') });

  test('are ranked each for itself, and one that is open does not hold up the other', () => {
    const half = categories(3);
    expect(rowsOf(sheetOf(half), 'results').map((row) => row[0])).toEqual(['1', '2', '3', '—', '—', '—']);
    expect(rowsOf(sheetOf(categories(6)), 'results').map((row) => row[0])).toEqual(['1', '2', '3', '1', '2', '3']);
  });

  test('have their own awards; a category that is open has no list yet', () => {
    expect(rowsOf(awardList(given(categories(6))), 'awards')).toHaveLength(2);
    const words = wordsOf(awardList(given(categories(3))));
    expect(words).toContain('部门：名次尚未排定');
    expect(words).toContain('金奖（1 个）');
    expect(words).not.toContain('银奖');
  });
});

test('a forfeit stands with its cause, has no rank and holds up nobody', () => {
  const scored = aSession({ units: 3, scored: 2, method: 'protocol' });
  scored.happen({ name: 'contestantForfeited', body: { ...scored.place, contestant: unitId(2), cause: 'late', reason: scored.text('迟到 75 秒') } });
  const rows = rowsOf(sheetOf(scored), 'results');
  expect(rows.map((row) => row[0])).toEqual(['1', '2', '—']);
  expect(rows[2]?.[3]).toBe('弃权（迟到：迟到 75 秒），不计成绩');
});

test('a part that nobody has entered leaves the contestant pending, by its name', () => {
  const scored = aSession({ units: 2, scored: 2, rules: everything });
  const session = scored.session();
  const without = { ...scored, session: () => ({ ...session, parts: [] }) };
  expect(rowsOf(sheetOf(without), 'results').map((row) => row[3])).toEqual(['实绩得分尚未录入，待定', '实绩得分尚未录入，待定']);
});

test('a play-off is printed with its outcome, and before it the tie waits for it', () => {
  const tied: Rules = { ...twoPanels, ties: [{ by: 'playOff' }, { by: 'shared' }] };
  const scored = aSession({ units: 2, scored: 2, rules: tied, marks: () => ['24', '16', '16', '20', '4'] });
  expect(rowsOf(sheetOf(scored), 'results').map((row) => row.at(-1))).toEqual(['同分待加赛', '同分待加赛']);
  scored.happen({ name: 'playOffHeld', body: { ...scored.place, contestants: [unitId(0), unitId(1)], order: [[unitId(1)], [unitId(0)]], note: scored.text('加答一题') } });
  expect(rowsOf(sheetOf(scored), 'results').map((row) => [row[0], row[2], row.at(-1)])).toEqual([['1', unitName(1), '同分，按加赛排定（1）'], ['2', unitName(0), '同分，按加赛排定（2）']]);
  expect(wordsOf(sheetOf(scored))).toContain(`加赛（${unitName(0)}、${unitName(1)}）结果：${unitName(1)}、${unitName(0)}（加答一题）`);
});

test('a tie that takes two rules compares at each only those whom the rule before left equal', () => {
  // Shown 80, 80, 80; more decimals 79.5 against 80.0 and 80.0; then a play-off of the two.
  const rules: Rules = { ...defaultRules, rounding: { ...defaultRules.rounding, final: 0 }, ties: [{ by: 'moreDecimals' }, { by: 'playOff' }, { by: 'shared' }] };
  const scored = aSession({ units: 3, scored: 3, rules, marks: (unit) => ['24', '16', '16', '20', unit === 0 ? '3.5' : '4'] });
  scored.happen({ name: 'playOffHeld', body: { ...scored.place, contestants: [unitId(1), unitId(2)], order: [[unitId(2)], [unitId(1)]], note: null } });
  const compared = (at: number) => explain({ session: scored.session(), contestant: unitId(at), read: scored.read }).rank?.tie?.compared.map(({ name, figure }) => `${name} ${figure?.text ?? ''}`).sort();
  expect(compared(1)).toEqual([`${unitName(1)} 2`, `${unitName(2)} 1`].sort());
  expect(compared(0)).toEqual([`${unitName(0)} 79.5`, `${unitName(1)} 80.0`, `${unitName(2)} 80.0`].sort());
});

describe('the working of other ballots', () => {
  test('counts votes × values over the valid ones, and ends in the tally’s total', () => {
    const scored = aSession({ units: 5, scored: 5, rules: everything });
    const id = unitId(0);
    const tallied = tallyOn(scored.session(), groundNow(scored.session()), id);
    const document = detailOf(scored, id);
    const words = wordsOf(document);
    // unit 0: counts 3, 5, 7, 4 (3 + (at × 2) % 5): (300 + 400 + 420 + 160) ÷ 19
    const counts = scored.session().contestants[id]?.window.counts['C']?.counts;
    expect(counts).toEqual({ g1: 3, g2: 5, g3: 7, g4: 4 });
    expect(words).toContain('(100 × 3 + 80 × 5 + 60 × 7 + 40 × 4) ÷ 19 ≈ 67.368421…');
    expect(words).toContain('有效 19 票；弃权 1 票，不计入人数；不去高低分');
    expect(words).toContain(`四舍五入保留 2 位：${tallied?.ok === true ? tallied.text : '?'}`);
    expect(rowsOf(document, 'votes').slice(0, 4).map((row) => row[0])).toEqual(['好', '较好', '一般', '较差']);
  });

  test('of a rank ballot shows places with their points', () => {
    const scored = aSession({ units: 4, scored: 4, rules: ranking, judgesPerPanel: 4 });
    expect(rowsOf(detailOf(scored, unitId(0)), 'votes').map((row) => row.slice(0, 2))).toEqual([['第 1 名', '100'], ['第 2 名', '97'], ['第 3 名', '94'], ['第 4 名', '91']]);
  });

  test('of a small group without names gives neither votes nor formula', () => {
    const document = detailOf(aSession({ units: 2, scored: 2, rules: everything, ballots: 4 }), unitId(0));
    expect(rowsOf(document, 'votes')).toHaveLength(4);
    expect(wordsOf(document)).toContain('不记名有效票不足 5 张');
    expect(wordsOf(document)).toContain('算式从略');
  });
});

describe('the count of cells', () => {
  test('is blank before the lock and the locked counts behind it', () => {
    const scored = aSession({ units: 3, scored: 1, rules: everything, method: 'protocol' });
    const rows = rowsOf(tallySheet({ ...given(scored), panels: ['C'] }), 'tally');
    expect(rows).toEqual([['1', unitName(0), '3', '5', '7', '4', '1', '0', '20'], ['2', unitName(1), '', '', '', '', '', '', ''], ['3', unitName(2), '', '', '', '', '', '', '']]);
  });

  test('of many places goes on in another table', () => {
    const many = aSession({ units: 15, rules: ranking, judgesPerPanel: 1 });
    const document = tallySheet(given(many));
    expect(document.match(/<table class="tally">/g)).toHaveLength(2);
    expect([...document.matchAll(/<th>第 (\d+) 名<\/th>/g)].map(([, place]) => Number(place))).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  });

  test('has nothing to count where all panels have score sheets', () => {
    expect(wordsOf(tallySheet(given(aSession({ units: 1 }))))).toContain('没有以计数方式计票的评委组');
  });
});

test('tallies and balance are one document where both are asked for; without cells to count only the balance', () => {
  const document = countSheet(given(aSession({ units: 2, scored: 2, rules: everything })));
  expect([rowsOf(document, 'tally').length, rowsOf(document, 'balance').length]).toEqual([4, 6]);
  const named = countSheet(given(aSession({ units: 2, scored: 2, rules: twoPanels })));
  expect([rowsOf(named, 'tally').length, rowsOf(named, 'balance').length]).toEqual([0, 4]);
});

describe('the balance', () => {
  const balanced = (issued: number, returned: number, reason: string | null) => {
    const scored = aSession({ units: 1, scored: 1, rules: everything });
    reopened(scored, unitId(0), () => scored.happen({ name: 'panelBalanced', body: { ...scored.place, panel: 'B', contestants: [unitId(0)], issued, returned, reason: reason === null ? null : scored.text(reason) } }));
    return rowsOf(balanceSheet(given(scored)), 'balance');
  };

  test('is even where what came back is what was counted, and outstanding is what did not come back', () => {
    // 11 ballots at hand, of which one is an abstention.
    expect(balanced(12, 11, null)[1]).toEqual(['1', unitName(0), '12', '11', '1', '10', '1', '0', '0', '平']);
  });

  test('that is not even says so with the reason written', () => {
    expect(balanced(12, 12, '一张票投入他箱')[1]?.at(-1)).toBe('不平 ；说明：一张票投入他箱');
  });

  test('of a panel without names that nobody has counted in is not called even', () => {
    expect(rowsOf(balanceSheet(given(aSession({ units: 1, scored: 1, rules: everything }))), 'balance')[2]?.at(-1)).toBe('未填点收数');
  });
});

describe('a sealed lot', () => {
  const SECRET = '0123456789ABCDEF';
  const drawn = (called: boolean) => {
    const session = aSession({ units: 5, method: 'protocol', rules: { ...twoPanels, lot: { called: true, byCategory: false } } });
    session.happen({ name: 'lotCommitted', body: { ...session.place, secret: SECRET, commitment: sha256Hex(SECRET) } });
    const ids = [0, 1, 2, 3, 4].map(unitId);
    if (called) session.happen({ name: 'orderSet', body: { ...session.place, order: [...drawOrder(`${SECRET}+37`, ids)], method: 'draw', seed: `${SECRET}+37`, called: '37' } });
    return session;
  };

  test('shows its code and never its secret before the number is called', () => {
    const document = orderSheet(given(drawn(false)));
    expect(document).toContain(sha256Hex(SECRET));
    expect(document).not.toContain(SECRET);
  });

  test('shows code, secret, number and seed behind it, and no lot out of its place', () => {
    const document = orderSheet(given(drawn(true)));
    for (const text of [sha256Hex(SECRET), SECRET, `${SECRET}+37`, `SHA-256(${SECRET})`]) expect(document).toContain(text);
    expect(wordsOf(document)).toContain('现场报出的数： 37');
    expect(document).not.toContain('原签');
  });
});
