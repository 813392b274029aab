// The course of keying a batch: what is kept on the device, what is sent once, and that no key ever falls into a wrong sheet.
import { describe, expect, test } from 'vitest';
import { commandShelf } from '../../../renderer/clerk/commandShelf.ts';
import { KeyingDesk } from '../../../renderer/clerk/keying/keyingDesk.ts';
import { PaperBench } from '../../../renderer/clerk/keying/paperBench.ts';
import type { Key } from '../../../renderer/clerk/keying/typing.ts';
import { StationStore } from '../../../renderer/clerk/stationStore.ts';
import { oneSheet } from '../../../shared/arena/presets/oneSheet.ts';
import type { BatchView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { CARD, FakeParts } from '../judge/fakeHost.ts';

const FORM = oneSheet.rules.forms[0];
type State = BatchView['sheets'][number]['state'];
const viewOf = (states: readonly State[], pass: 1 | 2): BatchView => {
  if (FORM === undefined) throw new Error('no form');
  return {
    session: 's1', title: '示例', batch: 'b1', panel: '示例组', form: FORM, closed: false, check: 'secondEntry', pass,
    contestants: ['u1', 'u2'].map((id, at) => ({ id, name: id, order: at + 1, recused: [] })),
    sheets: states.map((state, at) => ({ voter: `A-p${at + 1}`, label: String(at + 1), state, cells: null })),
  };
};
const taken = (seq: number, differences = 0, alike = false): Answer => ({ ok: true, receipt: { seq, at: 0, code: 'A7F3' }, result: { alike, differences } });
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

const anotherPage = (parts: FakeParts) => {
  const store = new StationStore({ card: { ...CARD, role: 'clerk' }, browser: 'b1', shelf: commandShelf(parts.storage, CARD.seat) }, parts);
  const bench = new PaperBench(store, { storage: parts.storage, seat: CARD.seat });
  store.start();
  return { store, bench, parts };
};
const aDesk = (states: readonly State[], pass: 1 | 2, page = anotherPage(new FakeParts())) => {
  const { bench, parts } = page;
  const desk = new KeyingDesk({ bench, after: parts.after, pass }, viewOf(states, pass), { epoch: 'e1', seq: 1 });
  return { ...page, desk, keys: (text: string): void => { for (const key of text) desk.press((key === '⏎' ? 'enter' : key) as Key); } };
};
const sent = (parts: FakeParts) => parts.socket.of('command').map(({ id, input }) => ({ id, voter: (input as { voter: string }).voter, cells: Object.values((input as { cells: Record<string, { marks: Record<string, string> }> }).cells).map((cell) => cell.marks['cell']) }));
const inHand = (desk: KeyingDesk): unknown => [desk.snapshot().phase, desk.snapshot().sheet?.voter ?? null];

describe('the first pass', () => {
  test('goes from sheet to sheet without waiting for the host, and offers none again that was sent', () => {
    const { desk, keys, parts } = aDesk(['keyed', 'empty', 'empty'], 1);
    parts.socket.greet();
    expect(inHand(desk)).toEqual(['keying', 'A-p2']);
    keys('12⏎34⏎');
    expect(inHand(desk)).toEqual(['finished', null]);
    expect(sent(parts).map(({ voter, cells }) => [voter, cells])).toEqual([['A-p2', ['good', 'fairlyGood']], ['A-p3', ['fair', 'poor']]]);
  });
  test('offers no sheet again because an old picture comes after the host’s answer', async () => {
    const { desk, keys, parts } = aDesk(['empty'], 1);
    parts.socket.greet();
    keys('12⏎');
    parts.socket.answer(sent(parts)[0]?.id ?? '', taken(7));
    await settled();
    desk.show(viewOf(['empty'], 1), { epoch: 'e1', seq: 6 });
    expect(inHand(desk)).toEqual(['finished', null]);
    desk.show(viewOf(['empty'], 1), { epoch: 'e2', seq: 1 });
    expect(inHand(desk)).toEqual(['keying', 'A-p1']);
  });
  test('a sheet the host did not take comes back with what was keyed', async () => {
    const { desk, keys, parts, bench } = aDesk(['empty', 'empty'], 1);
    parts.socket.greet();
    keys('12⏎');
    parts.socket.answer(sent(parts)[0]?.id ?? '', { ok: false, code: 'scoringClosed', details: {} });
    await settled();
    expect(bench.refused('b1').map(({ voter, refused }) => [voter, refused?.code])).toEqual([['A-p1', 'scoringClosed']]);
    desk.open('A-p1');
    expect(desk.snapshot().typed?.cells['u2']).toEqual({ kind: 'marks', marks: { cell: 'fairlyGood' } });
    keys('⏎');
    expect(bench.refused('b1')).toEqual([]);
  });
});

describe('a reload', () => {
  test('keeps the half-keyed sheet, and erases it once it is sent', () => {
    const first = aDesk(['empty', 'empty'], 1);
    first.desk.open('A-p2');
    first.keys('1');
    const again = aDesk(['empty', 'empty'], 1, anotherPage(first.parts));
    expect([inHand(again.desk), again.desk.snapshot().typed?.at]).toEqual([['keying', 'A-p2'], 1]);
    again.keys('2⏎');
    expect([...again.parts.shelf].filter(([name]) => name.includes('paper.'))).toEqual([]);
  });
  test('sends what the host has not answered again under the same id, and forgets it with the answer', () => {
    const first = aDesk(['empty'], 1);
    first.keys('12⏎');
    const again = anotherPage(first.parts);
    expect(again.store.snapshot().unsent).toBe(1);
    again.parts.socket.greet();
    const once = sent(again.parts);
    const third = anotherPage(first.parts);
    third.parts.socket.greet();
    expect([once.length, sent(third.parts)]).toEqual([1, once]);
    third.parts.socket.answer(once[0]?.id ?? '', taken(3));
    expect(anotherPage(first.parts).store.snapshot().unsent).toBe(0);
  });
});

describe('the second pass', () => {
  test('stays on the sheet until the host has compared; keys struck meanwhile go into the next sheet', async () => {
    const { desk, keys, parts } = aDesk(['keyed', 'keyed'], 2);
    parts.socket.greet();
    keys('12⏎');
    desk.press('back');
    expect([inHand(desk), Object.keys(desk.snapshot().typed?.cells ?? {})]).toEqual([['checking', 'A-p1'], ['u1', 'u2']]);
    keys('34');
    parts.socket.answer(sent(parts)[0]?.id ?? '', taken(3, 0, true));
    await settled();
    expect([inHand(desk), desk.snapshot().typed?.cells['u1']?.marks]).toEqual([['keying', 'A-p2'], { cell: 'fair' }]);
  });
  test('a sheet that differs stays in hand with its first differing cell, and keys struck meanwhile are said to be lost, never keyed', async () => {
    const { desk, keys, parts } = aDesk(['keyed', 'keyed'], 2);
    parts.socket.greet();
    keys('12⏎344');
    parts.socket.answer(sent(parts)[0]?.id ?? '', taken(3, 1));
    await settled();
    const view = viewOf(['differs', 'keyed'], 2);
    desk.show({ ...view, sheets: view.sheets.map((sheet, at) => (at === 0 ? { ...sheet, differsAt: [{ contestant: 'u2', columns: ['cell'] }] } : sheet)) }, { epoch: 'e1', seq: 3 });
    expect([inHand(desk), desk.snapshot().ignored, desk.snapshot().typed?.at]).toEqual([['differs', 'A-p1'], 3, 1]);
    keys('3⏎');
    expect(sent(parts).at(-1)).toMatchObject({ voter: 'A-p1', cells: ['good', 'fair'] });
  });
  test('a sheet that differs can be left to the supervisor', async () => {
    const { desk, keys, parts } = aDesk(['keyed', 'keyed'], 2);
    parts.socket.greet();
    keys('12⏎');
    parts.socket.answer(sent(parts)[0]?.id ?? '', taken(3, 1));
    await settled();
    desk.leave();
    expect(inHand(desk)).toEqual(['keying', 'A-p2']);
  });
  test('with the network away goes on after a moment, and the sheet is compared when it is delivered', () => {
    const { desk, keys, parts } = aDesk(['keyed', 'keyed'], 2);
    keys('12⏎3');
    parts.pass(1600);
    expect([inHand(desk), desk.snapshot().typed?.at]).toEqual([['keying', 'A-p2'], 1]);
  });
  test('waits for sheets the first pass has not keyed', () => {
    const { desk } = aDesk(['empty', 'empty'], 2);
    expect(inHand(desk)).toEqual(['finished', null]);
    desk.show(viewOf(['empty', 'keyed'], 2), { epoch: 'e1', seq: 2 });
    expect(inHand(desk)).toEqual(['keying', 'A-p2']);
  });
});
