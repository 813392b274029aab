// Blank ballots: every unit in order for every judge, spares without a name, and foot marks that tell a wrong batch apart.
import { describe, expect, test } from 'vitest';
import { blankBallots } from '../../../electron/documents/print/blankBallots.ts';
import type { BallotsInput } from '../../../electron/documents/print/ballotParts.ts';
import { rosterFingerprint } from '../../../electron/documents/print/fingerprint.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import { aPanel, aSession, everything, judgeId, ranking, twoPanels, unitId, unitName } from './aSession.ts';
import { partsOf, PRINTED_AT, rowsOf, wordsOf, type Printable } from './sheets.ts';

const ballots = ({ session, read }: Printable, wanted: Partial<BallotsInput>): string =>
  blankBallots({ session: session(), read, form: 'allUnits', panels: ['A', 'B'], spares: 0, batch: 'P3', printedAt: PRINTED_AT, ...wanted });
const LEAF = '<section class="leaf ';

describe('the ballot with all units', () => {
  test('lists 71 units in speaking order for every judge, with the heading row on every page', () => {
    const many = aSession({ units: 71, judgesPerPanel: 2 });
    const document = ballots(many, { panels: ['A'], spares: 1 });
    const names = many.session().order.map((id) => many.read(many.session().contestants[id]?.name ?? { text: '', hash: '' }));
    const rows = rowsOf(document, 'marks');
    expect(rows.map((row) => row[1]?.split('（')[0]?.trim())).toEqual([...names, ...names, ...names]);
    expect(rows.slice(0, 71).map((row) => row[0])).toEqual(names.map((_, at) => String(at + 1)));
    expect(partsOf(document, LEAF).every((leaf) => leaf.includes('<thead>') && leaf.includes('汇报表现'))).toBe(true);
  });

  test('says on each page whose it is and which page of how many', () => {
    const many = aSession({ units: 71, judgesPerPanel: 1 });
    const leaves = partsOf(ballots(many, { panels: ['A'] }), LEAF);
    expect(leaves.length).toBeGreaterThan(1);
    leaves.forEach((leaf, at) => {
      expect(leaf).toContain(`本票第 ${at + 1} 页 共 ${leaves.length} 页`);
      expect(leaf).toContain('王建国');
    });
  });

  test('closes the row of a recused judge and of a contestant who withdrew, and warns of a home unit', () => {
    const session = aSession({ units: 3, judgesPerPanel: 5, method: 'protocol' });
    session.happen({ name: 'recusalsConfirmed', body: { ...session.place, contestant: unitId(0), judges: [judgeId('A', 3)] } });
    session.happen({ name: 'contestantWithdrawn', body: { ...session.place, contestant: unitId(2), reason: session.text('因故') } });
    const rows = rowsOf(ballots(session, { panels: ['A'] }), 'marks');
    expect(rows.slice(9, 12).map((row) => row.join('|'))).toEqual([
      `1|${unitName(0)}|回避`, expect.stringContaining('所在单位，拟回避'), `3|${unitName(2)}|退出，不打分`,
    ]);
    expect(rows[0]?.join('')).not.toContain('回避');
  });
});

describe('the ballot per contestant', () => {
  test('is one sheet per judge and contestant in speaking order, spares behind each panel', () => {
    const session = aSession({ units: 3, judgesPerPanel: 2, rules: twoPanels, method: 'protocol' });
    const leaves = partsOf(ballots(session, { form: 'perContestant', spares: 2 }), LEAF);
    expect(leaves).toHaveLength(2 * (2 * 3 + 2));
    expect(leaves.map((leaf) => wordsOf(leaf).match(/市南区|市北区|李沧区|备用/)?.[0])).toEqual(
      [0, 1].flatMap(() => ['市南区', '市北区', '李沧区', '市南区', '市北区', '李沧区', '备用', '备用']));
  });

  test('gives a spare its panel but no name of judge or contestant', () => {
    const session = aSession({ units: 2, judgesPerPanel: 2, rules: twoPanels });
    const spare = partsOf(ballots(session, { form: 'perContestant', panels: ['B'], spares: 1 }), LEAF).at(-1) ?? '';
    const judges = session.session().judges.map((judge) => (judge.name === null ? '' : session.read(judge.name)));
    expect(spare).toContain('部门评委组');
    expect([...judges, unitName(0), unitName(1)].filter((name) => spare.includes(name))).toEqual([]);
  });

  test('prints nothing for a contestant who withdrew, and the others keep their numbers', () => {
    const session = aSession({ units: 3, judgesPerPanel: 1, method: 'protocol' });
    session.happen({ name: 'contestantWithdrawn', body: { ...session.place, contestant: unitId(0), reason: session.text('因故') } });
    const leaves = partsOf(ballots(session, { form: 'perContestant', panels: ['A'] }), LEAF);
    expect(leaves.map((leaf) => wordsOf(leaf).match(/第 \d+ 个 共 \d+ 个/)?.[0])).toEqual(['第 2 个 共 3 个', '第 3 个 共 3 个']);
  });
});


describe('the grade ballot', () => {
  const session = aSession({ units: 3, rules: everything, method: 'protocol' });

  test('lists all units as rows and all grades as columns, with nothing but cells to tick', () => {
    const document = ballots(session, { panels: ['B'], spares: 1 });
    expect(rowsOf(document, 'marks')).toEqual([0, 1, 2].map((at) => [String(at + 1), unitName(at), '', '', '', '']));
    expect(document.match(/<th>(好|较好|一般|较差)<\/th>/g)).toHaveLength(4);
  });

  test('is numbered when ballots without names are keyed one by one, and bears no name and no line to sign', () => {
    const leaves = partsOf(ballots(session, { panels: ['B'], spares: 3 }), LEAF);
    expect(leaves.map((leaf) => /票号 \d+/.exec(leaf)?.[0])).toEqual(['票号 001', '票号 002', '票号 003']);
    expect(leaves.every((leaf) => leaf.includes('不记名') && !leaf.includes('评委签名'))).toBe(true);
    const counted = partsOf(ballots(session, { panels: ['C'], spares: 2 }), LEAF);
    expect(counted.map((leaf) => [leaf.includes('票号'), leaf.includes('不记名')])).toEqual([[false, true], [false, true]]);
  });

  test.each([
    [{ blank: 'abstention' }, '该单位视为弃权'], [{ blank: 'voidCell' }, '一个等次也不画的，该单位一格作废'], [{ blank: 'voidSheet' }, '有单位未画的，整张票作废'],
    [{ double: 'voidCell' }, '画了两个以上等次的，该单位一格作废'], [{ double: 'voidSheet' }, '有单位画了两个以上等次的，整张票作废'],
    [{ allEqualVoid: true }, '全部单位画同一等次的，整张票作废'], [{ abstentionsCount: true }, '弃权票计入有效票数，按 0 分计'], [{ abstentionsCount: false }, '弃权票不计入有效票数'],
  ])('prints its rule %o', (change, sentence) => {
    const rules = { ...everything, forms: everything.forms.map((form) => (form.kind === 'grade' ? { ...form, allEqualVoid: false, ...change } : form)) } as typeof everything;
    const words = wordsOf(ballots(aSession({ units: 2, rules }), { panels: ['B'], spares: 1 }));
    expect(words).toContain(sentence);
    expect(words.includes('全部单位画同一等次的')).toBe('allEqualVoid' in change);
  });

  test('is a slip of one unit with a box for each grade where ballots are collected one by one', () => {
    const leaves = partsOf(ballots(session, { form: 'perContestant', panels: ['B'], spares: 2 }), LEAF);
    expect(leaves).toHaveLength(2 * 3);
    expect(leaves.map((leaf) => [wordsOf(leaf).match(/票号 \d+|市南区|市北区|李沧区/g)?.join(' '), leaf.match(/class="item"/g)?.length])).toEqual(
      ['001', '002'].flatMap((number) => [0, 1, 2].map((at) => [`票号 ${number} ${unitName(at)}`, 4])));
  });
});

describe('the rank ballot', () => {
  test('asks for every place from 1 to n and says what voids it, whatever form was chosen', () => {
    const session = aSession({ units: 5, rules: ranking, judgesPerPanel: 2, method: 'protocol' });
    for (const form of ['allUnits', 'perContestant'] as const) {
      const document = ballots(session, { form, panels: ['A'] });
      expect(rowsOf(document, 'marks').slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((at) => [String(at + 1), unitName(at), '']));
      expect(wordsOf(document)).toContain('从 1 到 5，不并列、不空缺、不重复');
      expect(wordsOf(document)).toContain('整张票作废；整张空白的视为弃权');
    }
  });

  test('does not ask for a place of a contestant who withdrew', () => {
    const session = aSession({ units: 3, rules: ranking, judgesPerPanel: 1, method: 'protocol' });
    session.happen({ name: 'contestantWithdrawn', body: { ...session.place, contestant: unitId(1), reason: session.text('因故') } });
    const document = ballots(session, { panels: ['A'] });
    expect(rowsOf(document, 'marks')[1]).toEqual(['2', unitName(1), '退出，不排名']);
    expect(wordsOf(document)).toContain('从 1 到 2');
  });
});

test('a panel of one category lists its own contestants only, under the numbers of the whole order', () => {
  const rules = { ...twoPanels, categories: [{ id: 'k1', name: '甲类' }, { id: 'k2', name: '乙类' }], panels: twoPanels.panels.map((panel) => ({ ...panel, points: '100', categories: [panel.id === 'A' ? 'k1' : 'k2'] })) };
  const session = aSession({ units: 4, judgesPerPanel: 1, rules, method: 'protocol', category: (at) => (at % 2 === 0 ? 'k1' : 'k2') });
  expect(rowsOf(ballots(session, { panels: ['B'] }), 'marks').map((row) => row.slice(0, 2))).toEqual([['2', unitName(1)], ['4', unitName(3)]]);
});

test('a corridor of totals stands on the ballot', () => {
  const rules = { ...defaultRules, forms: defaultRules.forms.map((form) => ({ ...form, corridor: { lowest: '60', highest: '95' } })) } as typeof defaultRules;
  for (const form of ['perContestant', 'allUnits'] as const) expect(wordsOf(ballots(aSession({ units: 1, judgesPerPanel: 1, rules }), { form, panels: ['A'] }))).toContain('本票合计须在 60 分到 95 分之间');
});

test('every sheet carries the batch and the fingerprint of its roster', () => {
  const session = aSession({ units: 2, judgesPerPanel: 2 });
  for (const form of ['perContestant', 'allUnits'] as const) {
    for (const leaf of partsOf(ballots(session, { form, panels: ['A'], spares: 1 }), LEAF)) {
      expect(leaf).toContain(`票批 P3　名册校验 ${rosterFingerprint(session.session())}`);
    }
  }
});

test('the fingerprint tells another roster or other rules, not another speaking order', () => {
  const of = (wanted: Parameters<typeof aSession>[0]): string => rosterFingerprint(aSession({ units: 3, judgesPerPanel: 3, ...wanted }).session());
  expect(of({ method: 'protocol' })).toBe(of({}));
  const others = [of({}), of({ units: 4 }), of({ judgesPerPanel: 4 }), of({ names: (at) => `乙${at}` }), of({ rules: { ...defaultRules, panels: [aPanel('A', '评委组', { trimOf: 'criteria' })] } })];
  expect(new Set(others).size).toBe(5);
  expect(of({})).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
});

test('a panel the rules do not know is a bug of the caller', () => {
  expect(() => ballots(aSession({ units: 1 }), { panels: ['Z'] })).toThrow('panel Z');
});
