// Whole sheets over connections that come and go: under a name they are received, kept and offered again; into the sealed box they go once and leave nothing.
import { describe, expect, test } from 'vitest';
import { ballotOf } from '../../../renderer/judge/ballot.ts';
import { JudgeStore } from '../../../renderer/judge/judgeStore.ts';
import type { Cells } from '../../../renderer/judge/outbox.ts';
import type { MySheetView, SeatView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { FakeParts, WHO } from './fakeHost.ts';

type Session = SeatView['sessions'][number];
const SESSION = 's1';
const cell = (grade: string): Cells[string] => ({ kind: 'marks', marks: { cell: grade } });
const CELLS: Cells = { u1: cell('g1'), u2: cell('g2') };
const form: Session['form'] = {
  kind: 'grade', id: 'g', name: '评价票', fullMark: '100', grades: [{ id: 'g1', name: '好', value: '100' }, { id: 'g2', name: '较好', value: '80' }], blank: 'voidSheet', double: 'voidSheet', abstentionsCount: false, allEqualVoid: true,
};
const seat = (part: Partial<Session> = {}, revisions: readonly number[] = [0, 0]): SeatView => ({
  name: '张三', title: '', marking: '', sample: false,
  sessions: [{ shown: 'hidden', id: SESSION, title: 'S', panel: 'A', open: true, form, send: 'whole', windows: revisions.map((rev, at) => ({ id: `u${at + 1}`, name: `u${at + 1}`, order: at + 1, rev, open: true })), ...part }],
});
const sealed = (box: NonNullable<Session['box']>): SeatView => seat({ send: 'box', box });
const mySheet = (contestant: string, grade: string | null, revision: number): MySheetView =>
  ({ session: SESSION, contestant, name: contestant, open: true, revision, kind: grade === null ? null : 'marks', marks: grade === null ? {} : { cell: grade }, at: 900, source: 'phone', late: false });
const received = (result: Readonly<Record<string, unknown>> = { late: false, revisions: { u1: 1, u2: 1 } }): Answer => ({ ok: true, receipt: { seq: 4, at: 1000, code: 'A7F3' }, result });
const refused = (code: string): Answer => ({ ok: false, code, details: {} });
const cast: Answer = { ok: true, receipt: null, result: { cast: true } };

const paged = (shelf = new Map<string, string>()) => {
  const parts = new FakeParts(shelf);
  const store = new JudgeStore(WHO, parts);
  store.start();
  parts.socket.greet();
  let seq = 0;
  const show = (topic: string, data: unknown, epoch = 'e1'): void => parts.socket.say({ type: 'view', topic, params: {}, epoch, seq: (seq += 1), data });
  const commands = () => parts.socket.of('command');
  const last = () => commands().at(-1);
  const answer = (given: Answer): void => parts.socket.answer(last()?.id ?? '', given);
  const again = (epoch = 'e1'): void => {
    parts.socket.cut();
    parts.pass(400);
    parts.socket.greet(epoch);
  };
  const asked = () => parts.socket.of('subscribe').filter((message) => message.topic === 'mySheet').map((message) => message.params['contestant']);
  return { parts, store, show, commands, last, answer, again, asked, shelf, ballot: () => ballotOf(store.snapshot().box, SESSION) };
};
const kept = (shelf: Map<string, string>): string => [...shelf.values()].join('\n');

describe('a whole sheet under one\'s name', () => {
  const sent = () => {
    const page = paged();
    page.show('seat', seat());
    page.store.keepBallot(SESSION, CELLS);
    page.store.sendBallot(SESSION, CELLS, { sealed: false });
    return page;
  };

  test('goes out as one command with the revision of every cell, and is held with the host\'s receipt', () => {
    const page = sent();
    expect(page.commands()).toMatchObject([{ name: 'sheet.submitAll', input: { session: SESSION, cells: { u1: { ...cell('g1'), basis: 0 }, u2: { ...cell('g2'), basis: 0 } } } }]);
    page.answer(received());
    expect([page.ballot().held, page.ballot().draft, page.parts.buzzes]).toMatchObject([{ cells: CELLS, revisions: { u1: 1, u2: 1 }, code: 'A7F3', late: false }, null, 1]);
  });
  test('without an answer the same command is sent again, and once answered never again', () => {
    const page = sent();
    const first = page.commands();
    page.again();
    expect(page.commands()).toEqual(first);
    page.answer(received());
    page.again();
    expect(page.commands()).toEqual([]);
  });
  test('a change builds on the revisions received', () => {
    const page = sent();
    page.answer(received());
    page.store.keepBallot(SESSION, { ...CELLS, u1: cell('g2') });
    page.store.sendBallot(SESSION, { ...CELLS, u1: cell('g2') }, { sealed: false });
    expect(page.last()?.input).toMatchObject({ cells: { u1: { basis: 1 }, u2: { basis: 1 } } });
  });
  test.each(['rankingIncomplete', 'diskFull', 'someNewCode'])('after %s it is a draft again', (code) => {
    const page = sent();
    page.answer(refused(code));
    expect(page.ballot()).toMatchObject({ sending: null, draft: { cells: CELLS }, refused: { code } });
  });
  test('received after the lock it is late, not counted', () => {
    const page = sent();
    page.answer(received({ late: true, revisions: { u1: 0, u2: 0 } }));
    expect(page.ballot().held?.late).toBe(true);
  });
  test('what the desk keyed meanwhile is fetched cell by cell, and the judge is asked before it is replaced', () => {
    const page = sent();
    page.answer(refused('staleRevision'));
    page.show('seat', seat({}, [1, 1]));
    expect(page.asked()).toEqual(['u1', 'u2']);
    page.show('mySheet', { ...mySheet('u1', 'g2', 1), source: 'paper' });
    expect(page.ballot().held).toBeNull();
    page.show('mySheet', mySheet('u2', 'g2', 1));
    expect(page.ballot()).toMatchObject({ held: { cells: { u1: cell('g2'), u2: cell('g2') }, source: 'paper' }, draft: { cells: CELLS } });
    page.store.sendBallot(SESSION, CELLS, { sealed: false, bases: page.ballot().held?.revisions ?? {} });
    expect(page.last()?.input).toMatchObject({ cells: { u1: { basis: 1 }, u2: { basis: 1 } } });
  });
  test('a fresh phone shows the sheet that another device sent', () => {
    const page = paged();
    page.show('seat', seat({}, [2, 2]));
    for (const [id, grade] of [['u1', 'g1'], ['u2', 'g2']] as const) page.show('mySheet', mySheet(id, grade, 2));
    expect(page.ballot().held).toMatchObject({ cells: CELLS, code: '' });
    expect(page.parts.socket.of('unsubscribe').length).toBe(2);
  });
  test('lost by a restored host it is offered again as a whole, once, under a new id', () => {
    const page = sent();
    const first = page.last()?.id;
    page.answer(received());
    page.again('e2');
    page.show('seat', seat(), 'e2');
    page.show('mySheet', mySheet('u1', null, 0), 'e2');
    expect(page.commands()).toEqual([]);
    page.show('mySheet', mySheet('u2', null, 0), 'e2');
    page.show('seat', seat(), 'e2');
    expect(page.commands()).toMatchObject([{ name: 'sheet.submitAll', epoch: 'e2', input: { cells: { u1: { ...cell('g1'), basis: 0 }, u2: { ...cell('g2'), basis: 0 } } } }]);
    expect(page.last()?.id).not.toBe(first);
    page.answer(received());
    expect(page.ballot().held?.epoch).toBe('e2');
  });
  test('found again by a restored host nothing is sent', () => {
    const page = sent();
    page.answer(received());
    page.again('e2');
    page.show('seat', seat({}, [1, 1]), 'e2');
    page.show('mySheet', mySheet('u1', 'g1', 1), 'e2');
    page.show('mySheet', mySheet('u2', 'g2', 1), 'e2');
    expect([page.commands(), page.ballot().held?.epoch]).toEqual([[], 'e2']);
  });
  test('of seventy contestants no more than twenty are asked for at a time, and all in the end', () => {
    const page = paged();
    const many = seat({}, Array.from({ length: 70 }, () => 1));
    page.show('seat', many);
    expect(page.asked().length).toBe(20);
    for (let at = 0; at < page.asked().length; at += 1) page.show('mySheet', mySheet(page.asked()[at] ?? '', 'g1', 1));
    expect([new Set(page.asked()).size, Object.keys(page.ballot().held?.cells ?? {}).length]).toEqual([70, 70]);
  });
});

describe('a ballot into the sealed box', () => {
  const sent = () => {
    const page = paged();
    page.show('seat', sealed({ open: true, cast: false }));
    page.store.keepBallot(SESSION, CELLS);
    page.store.sendBallot(SESSION, CELLS, { sealed: true });
    return page;
  };

  test('carries a token of its own that is not the command\'s id, and no revision', () => {
    const { last } = sent();
    const input = last()?.input as { readonly token: string; readonly cells: Cells };
    expect(last()?.name).toBe('box.cast');
    expect(input.cells).toEqual(CELLS);
    expect(input.token).toMatch(/^[0-9a-f]{32}$/);
    expect(input.token).not.toBe(last()?.id);
  });
  test('without an answer it is sent again with the same token, by a page that was closed too, and once answered never again', () => {
    const page = sent();
    const first = page.last();
    page.again();
    expect(page.commands()).toEqual([first]);
    const other = paged(page.shelf);
    expect(other.commands()).toEqual([first]);
    other.answer(cast);
    other.again();
    expect(other.commands()).toEqual([]);
  });
  test('once cast nothing of it is left on the phone but that it was cast', () => {
    const page = sent();
    expect(kept(page.shelf)).toContain('g2');
    page.answer(cast);
    expect(kept(page.shelf)).not.toMatch(/g1|g2|cell/);
    expect(page.ballot()).toMatchObject({ cast: 'e1', draft: null, sending: null, held: null });
  });
  test('another device of the seat was first: said, and nothing of this sheet is left', () => {
    const page = sent();
    page.answer(refused('alreadyCast'));
    expect(kept(page.shelf)).not.toMatch(/g1|g2/);
    expect(page.ballot()).toMatchObject({ cast: 'e1', refused: { code: 'alreadyCast' } });
  });
  test('a draft is forgotten when the box is closed, and when the host says that this seat has cast', () => {
    for (const box of [{ open: false, cast: false }, { open: true, cast: true }]) {
      const page = paged();
      page.show('seat', sealed({ open: true, cast: false }));
      page.store.keepBallot(SESSION, CELLS);
      page.show('seat', sealed(box));
      expect([page.ballot().draft, kept(page.shelf).indexOf('g2')]).toEqual([null, -1]);
    }
  });
  test('refused by a box that stays open it is a draft again', () => {
    const page = sent();
    page.answer(refused('boxNotOpen'));
    expect(page.ballot()).toMatchObject({ sending: null, draft: { cells: CELLS } });
  });
  test('the host is never asked what it holds of it', () => {
    const page = paged();
    page.show('seat', sealed({ open: true, cast: true }));
    page.store.show({ session: SESSION, contestant: '' });
    expect(page.asked()).toEqual([]);
  });
  test('after a restore the token stays and the new epoch is tried once more', () => {
    const page = sent();
    const first = page.last()?.input;
    page.again('e2');
    page.answer(refused('staleEpoch'));
    expect([page.last()?.epoch, page.last()?.input]).toEqual(['e2', first]);
  });
});
