// The judge's page without its glass: what is asked, sent and sent again over connections that come and go.
import { describe, expect, test } from 'vitest';
import { JudgeStore } from '../../../renderer/judge/judgeStore.ts';
import { sheetOf } from '../../../renderer/judge/outbox.ts';
import { defaultRules } from '../../../shared/arena/defaultRules.ts';
import type { MySheetView, SeatView } from '../../../shared/arena/views.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { FakeParts, WHO } from './fakeHost.ts';

const SCORE = defaultRules.forms[0] as SeatView['sessions'][number]['form'];
const PLACE = { session: 's1', contestant: 'u1' };
const CONTENT = { kind: 'marks', marks: { c1: '28' } } as const;
const ACCEPTED: Answer = { ok: true, receipt: { seq: 4, at: 1000, code: 'A7F3' }, result: {} };
const seat = (open: readonly string[] = ['u1'], sessions = true): SeatView => ({
  name: '张三', title: '', marking: '', sample: false,
  sessions: sessions ? [{ shown: 'hidden', id: 's1', title: 'S', panel: 'A', open: true, form: SCORE, send: 'each', windows: ['u1', 'u2'].map((id, order) => ({ id, name: id, order, rev: 0, open: open.indexOf(id) >= 0 })) }] : [],
});
const mySheet = (part: Partial<MySheetView> = {}): MySheetView => ({ ...PLACE, name: 'u1', open: true, revision: 0, kind: null, marks: {}, at: null, source: null, late: false, ...part });

const paged = (shelf = new Map<string, string>()) => {
  const parts = new FakeParts(shelf);
  const store = new JudgeStore(WHO, parts);
  store.start();
  const sheet = () => sheetOf(store.snapshot().box, PLACE);
  const show = (topic: string, data: unknown, { epoch = 'e1', seq = 1 } = {}): void => parts.socket.say({ type: 'view', topic, params: {}, epoch, seq, data });
  const commands = () => parts.socket.of('command');
  const again = (epoch = 'e1'): void => {
    parts.socket.cut();
    parts.pass(400);
    parts.socket.greet(epoch);
  };
  return { parts, store, sheet, show, commands, again };
};

describe('subscriptions', () => {
  test('the seat is asked for at each hello, and the open sheet with it', () => {
    const { parts, store, again } = paged();
    parts.socket.greet();
    store.show(PLACE);
    again();
    expect(parts.socket.of('subscribe')).toEqual([
      { type: 'subscribe', topic: 'seat', params: {} },
      { type: 'subscribe', topic: 'mySheet', params: PLACE },
    ]);
    store.show(null);
    expect(parts.socket.of('unsubscribe')).toEqual([{ type: 'unsubscribe', topic: 'mySheet', params: PLACE }]);
  });
  test('a snapshot of a lower seq is not shown, one of another epoch is', () => {
    const { parts, store, show } = paged();
    parts.socket.greet();
    show('seat', seat(['u1']), { epoch: 'e1', seq: 5 });
    show('seat', seat(['u2']), { epoch: 'e1', seq: 4 });
    expect(store.snapshot().seat).toEqual(seat(['u1']));
    show('seat', seat(['u2']), { epoch: 'e2', seq: 1 });
    expect(store.snapshot().seat).toEqual(seat(['u2']));
  });
  test('the heartbeat reports the newest of all views, not of the seat alone', () => {
    const { parts, store, show } = paged();
    parts.socket.greet();
    show('seat', seat(['u1']), { seq: 5 });
    show('mySheet', mySheet(), { seq: 7 });
    show('seat', seat(['u2']), { seq: 6 });
    expect(store.snapshot()).toMatchObject({ version: { epoch: 'e1', seq: 7 }, seat: seat(['u2']) });
  });
  test('a damaged view is passed over', () => {
    const { parts, store, show } = paged();
    parts.socket.greet();
    show('seat', { name: 3 });
    expect(store.snapshot().seat).toBeNull();
  });
  test('windows that open while the page is up are noted, those found open are not', () => {
    const { parts, store, show } = paged();
    parts.socket.greet();
    show('seat', seat(['u1']));
    expect(store.snapshot().opened).toEqual([]);
    show('seat', seat(['u1', 'u2']), { epoch: 'e1', seq: 2 });
    expect(store.snapshot().opened).toEqual(['s1/u2']);
  });
});

describe('keeping', () => {
  test('an entry is on the phone before anything is sent, and a new page finds it', () => {
    const shelf = new Map<string, string>();
    paged(shelf).store.saveDraft(PLACE, CONTENT);
    expect(paged(shelf).sheet().draft).toMatchObject(CONTENT);
  });
  test('the outbox of another seat is another outbox', () => {
    const shelf = new Map<string, string>();
    paged(shelf).store.saveDraft(PLACE, CONTENT);
    const other = new JudgeStore({ ...WHO, card: { ...WHO.card, seat: 'seat-8' } }, new FakeParts(shelf));
    expect(sheetOf(other.snapshot().box, PLACE).draft).toBeNull();
  });
  test('a phone that cannot keep anything says so and still works', () => {
    const parts = new FakeParts();
    const full = { ...parts, storage: { nameOnShelf: (name: string) => name, read: () => null, write: () => undefined, lasting: () => false } };
    const store = new JudgeStore(WHO, full);
    store.saveDraft(PLACE, CONTENT);
    expect([store.snapshot().lasting, sheetOf(store.snapshot().box, PLACE).draft?.kind]).toEqual([false, 'marks']);
  });
});

describe('sending', () => {
  test('a sheet submitted without a connection goes out at the next hello', () => {
    const { parts, store, commands } = paged();
    store.submit(PLACE, CONTENT);
    parts.socket.greet();
    expect(commands()).toEqual([{ type: 'command', id: expect.any(String), epoch: 'e1', name: 'sheet.submit', input: { ...PLACE, ...CONTENT, basis: 0 } }]);
  });
  test('without an answer the same command is sent again on the next connection, and once answered never again', () => {
    const { parts, store, sheet, commands, again } = paged();
    parts.socket.greet();
    store.submit(PLACE, CONTENT);
    const first = commands();
    again();
    expect(commands()).toEqual(first);
    parts.socket.answer(first[0]?.id ?? '', ACCEPTED);
    expect([sheet().held?.code, parts.buzzes]).toEqual(['A7F3', 1]);
    again();
    expect(commands()).toEqual([]);
  });
  test('a page that was closed before the answer sends the same command again', () => {
    const shelf = new Map<string, string>();
    const before = paged(shelf);
    before.parts.socket.greet();
    before.store.submit(PLACE, CONTENT);
    const after = paged(shelf);
    after.parts.socket.greet();
    expect(after.commands()).toEqual(before.commands());
  });
  test('a host that asks for patience gets the same command with a later heartbeat', () => {
    const { parts, store, commands } = paged();
    parts.socket.greet();
    store.submit(PLACE, CONTENT);
    parts.socket.answer(commands()[0]?.id ?? '', { ok: false, code: 'tooFast', details: {} });
    for (let n = 0; n < 3; n += 1) {
      parts.pass(2000);
      parts.socket.say({ type: 'beat', wall: 0, sentAt: 0 });
    }
    expect(commands().map((command) => command.id)).toEqual([commands()[0]?.id, commands()[0]?.id]);
  });
  test('after a stale revision the host\'s version is fetched afresh and the sheet waits for the judge', () => {
    const { parts, store, sheet, show, commands } = paged();
    parts.socket.greet();
    store.show(PLACE);
    store.submit(PLACE, CONTENT);
    parts.socket.answer(commands()[0]?.id ?? '', { ok: false, code: 'staleRevision', details: {} });
    expect(parts.socket.of('subscribe').filter((message) => message.topic === 'mySheet').length).toBe(2);
    show('mySheet', mySheet({ revision: 1, kind: 'marks', marks: { c1: '20' }, source: 'paper', at: 5 }), { epoch: 'e1', seq: 2 });
    expect(sheet()).toMatchObject({ draft: { marks: { c1: '28' }, basis: 0 }, held: { marks: { c1: '20' }, revision: 1 } });
    store.submit(PLACE, CONTENT, 1);
    expect(commands().at(-1)?.input).toMatchObject({ basis: 1 });
  });
});

describe('after a restore', () => {
  test('receipted sheets are asked for and offered again under a new id, once', () => {
    const { parts, store, sheet, show, commands, again } = paged();
    parts.socket.greet();
    store.submit(PLACE, CONTENT);
    const first = commands()[0]?.id ?? '';
    parts.socket.answer(first, ACCEPTED);
    again('e2');
    show('seat', seat(), { epoch: 'e2' });
    expect(parts.socket.of('subscribe').map((message) => message.topic)).toEqual(['seat', 'mySheet']);
    show('mySheet', mySheet(), { epoch: 'e2' });
    show('mySheet', mySheet(), { epoch: 'e2' });
    expect(commands().length).toBe(1);
    expect(commands()[0]).toMatchObject({ epoch: 'e2', input: { ...PLACE, ...CONTENT, basis: 0 } });
    expect(commands()[0]?.id).not.toBe(first);
    parts.socket.answer(commands()[0]?.id ?? '', ACCEPTED);
    expect(sheet()).toMatchObject({ held: { epoch: 'e2' }, sending: null });
  });
  test('of very many receipted sheets at most twenty are asked for at a time, open windows first, and all in the end', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `u${index}`);
    const wide = (open: readonly string[]): SeatView => ({ ...seat(), sessions: seat().sessions.map((session) => ({ ...session, windows: ids.map((id, order) => ({ id, name: id, order, rev: 0, open: open.indexOf(id) >= 0 })) })) });
    const { parts, store, show, commands, again } = paged();
    parts.socket.greet();
    for (const contestant of ids) store.submit({ session: 's1', contestant }, CONTENT);
    for (const { id } of commands()) parts.socket.answer(id, ACCEPTED);
    again('e2');
    show('seat', wide(['u49']), { epoch: 'e2' });
    const asked = (): readonly (string | undefined)[] => parts.socket.of('subscribe').filter((message) => message.topic === 'mySheet').map((message) => message.params['contestant']);
    expect([asked().length, asked()[0]]).toEqual([20, 'u49']);
    for (let at = 0; at < asked().length; at += 1) show('mySheet', mySheet({ contestant: asked()[at] ?? '', revision: 1, kind: 'marks', marks: CONTENT.marks }), { epoch: 'e2' });
    expect(new Set(asked()).size).toBe(50);
    expect(parts.socket.of('subscribe').length - parts.socket.of('unsubscribe').length).toBe(1);
  });
  test('receipted sheets leave the phone when their session is archived', () => {
    const { parts, store, sheet, show, commands } = paged();
    parts.socket.greet();
    store.submit(PLACE, CONTENT);
    parts.socket.answer(commands()[0]?.id ?? '', ACCEPTED);
    show('seat', seat(), { epoch: 'e1', seq: 2 });
    expect(sheet().held).not.toBeNull();
    show('seat', seat([], false), { epoch: 'e1', seq: 3 });
    expect(sheet().held).toBeNull();
  });
});
