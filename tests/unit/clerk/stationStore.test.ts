// The station's store: its own path, its own view, and commands that are sent until they are answered.
import { describe, expect, test } from 'vitest';
import { STATION_DOOR } from '../../../renderer/clerk/door.ts';
import { StationStore } from '../../../renderer/clerk/stationStore.ts';
import { cardOfFragment, type Card } from '../../../renderer/common/sealed/card.ts';
import { pageStorage } from '../../../renderer/common/sealed/storage.ts';
import type { StationView } from '../../../shared/contract/station.ts';
import type { Answer } from '../../../shared/contract/wire.ts';
import { CARD, FakeParts } from '../judge/fakeHost.ts';

const CLERK: Card = { ...CARD, role: 'clerk' };
const VIEW: StationView = { station: 'seat-7', name: '录票台 1', role: 'clerk', meeting: 'm1', title: '示例会议', marking: '', sample: false, batches: [] };
const DONE: Answer = { ok: true, receipt: { seq: 9, at: 0, code: 'A7F3' }, result: {} };
const KEY = { name: 'sheet.key', input: { cell: 1 } };

const opened = (card = CLERK) => {
  const parts = new FakeParts();
  const store = new StationStore({ card, browser: 'b1' }, parts);
  store.start();
  return { parts, store };
};
const greeted = () => {
  const each = opened();
  each.parts.socket.greet();
  return each;
};
const show = (parts: FakeParts, seq: number, { data = VIEW, epoch = 'e1' }: { readonly data?: unknown; readonly epoch?: string } = {}): void => parts.socket.say({ type: 'view', topic: 'station', params: {}, epoch, seq, data });

describe('the card of a station', () => {
  const fragment = (role: string): string => `#s=${CARD.seat}&k=${CARD.secret}${role}`;
  test('names its role; a judge’s or the stage timer’s card is none here', () => {
    expect(cardOfFragment(fragment('&r=clerk'), STATION_DOOR)).toEqual(CLERK);
    expect(cardOfFragment(fragment('&r=supervisor'), STATION_DOOR)).toEqual({ ...CARD, role: 'supervisor' });
    for (const role of ['', '&r=stage', '&r=judge', '&r=host', '&r=toString', '&r=null']) expect([role, cardOfFragment(fragment(role), STATION_DOOR)]).toEqual([role, null]);
  });
  test('lies on a shelf of its own beside the judge’s page of the same origin', () => {
    const parts = new FakeParts();
    const station = pageStorage('clerk', () => ({ getItem: (name) => parts.shelf.get(name) ?? null, setItem: (name, text) => void parts.shelf.set(name, text), removeItem: (name) => void parts.shelf.delete(name) }));
    parts.storage.write('card', 'the judge’s');
    station.write('card', 'the clerk’s');
    expect([parts.storage.read('card'), station.read('card')]).toEqual(['the judge’s', 'the clerk’s']);
  });
});

describe('a station', () => {
  test('connects on the path of its role and asks for its one view', () => {
    expect(opened({ ...CARD, role: 'supervisor' }).parts.socket.path).toBe('/supervisor');
    const { parts } = greeted();
    expect(parts.socket.path).toBe('/clerk');
    expect(parts.socket.of('subscribe')).toEqual([{ type: 'subscribe', topic: 'station', params: {} }]);
  });

  test('shows the newest view, another epoch’s too, and keeps the last when one cannot be read', () => {
    const { parts, store } = greeted();
    show(parts, 5);
    show(parts, 4, { data: { ...VIEW, name: '旧' } });
    show(parts, 6, { data: { ...VIEW, role: 'host' } });
    expect(store.snapshot().station).toEqual(VIEW);
    show(parts, 1, { data: { ...VIEW, name: '恢复后' }, epoch: 'e2' });
    expect(store.snapshot()).toMatchObject({ station: { name: '恢复后' }, version: { epoch: 'e2', seq: 1 } });
  });

  test('reports what it has drawn with each heartbeat', () => {
    const { parts, store } = greeted();
    show(parts, 5);
    store.drawn(store.snapshot().version);
    parts.pass(2000);
    expect(parts.socket.of('beat').at(-1)).toMatchObject({ epoch: 'e1', seq: 5 });
  });

  test('asks for further views as long as somebody looks, also after a new connection', () => {
    const { parts, store } = greeted();
    const seen: unknown[] = [];
    const held = store.watch('batch', { batch: 'b7' });
    const leave = held.listen(() => seen.push(held.state().data));
    parts.socket.say({ type: 'view', topic: 'batch', params: { batch: 'b7' }, epoch: 'e1', seq: 3, data: { sheets: 2 } });
    parts.socket.cut();
    parts.pass(400);
    parts.socket.greet();
    expect(parts.socket.of('subscribe').map((message) => message.topic)).toEqual(['station', 'batch']);
    leave();
    expect([seen, parts.socket.of('unsubscribe').map((message) => message.topic)]).toEqual([[{ sheets: 2 }], ['batch']]);
  });
});

describe('a command of a station', () => {
  test('is counted as unsent until the host has answered it', async () => {
    const { parts, store } = greeted();
    const answer = store.send(KEY);
    const [sent] = parts.socket.of('command');
    expect([sent, store.snapshot().unsent]).toEqual([{ type: 'command', id: sent?.id, epoch: 'e1', ...KEY }, 1]);
    parts.socket.answer(sent?.id ?? '', DONE);
    expect([await answer, store.snapshot().unsent]).toEqual([DONE, 0]);
  });

  test('that was not answered is sent again on the next connection, under the same id and epoch, and settles once', async () => {
    const { parts, store } = greeted();
    const answer = store.send(KEY);
    const first = parts.socket.of('command')[0];
    parts.socket.cut();
    parts.pass(400);
    parts.socket.greet('e2');
    expect(parts.socket.of('command')).toEqual([first]);
    const refusal: Answer = { ok: false, code: 'staleEpoch', details: {} };
    parts.socket.answer(first?.id ?? '', refusal);
    parts.socket.answer(first?.id ?? '', DONE);
    expect([await answer, store.snapshot().unsent]).toEqual([refusal, 0]);
  });

  test('given while the network is away waits and goes out with the first greeting', () => {
    const { parts, store } = opened();
    void store.send(KEY);
    expect(store.snapshot().unsent).toBe(1);
    parts.socket.greet('e9');
    expect(parts.socket.of('command')).toMatchObject([{ epoch: 'e9', ...KEY }]);
  });

  test('refused as too fast is no answer: it goes out again with a later heartbeat, under the same id', () => {
    const { parts, store } = greeted();
    void store.send(KEY);
    const id = parts.socket.of('command')[0]?.id ?? '';
    parts.socket.answer(id, { ok: false, code: 'tooFast', details: {} });
    expect(store.snapshot().unsent).toBe(1);
    for (let beat = 0; beat < 3; beat += 1) { parts.pass(2000); parts.socket.say({ type: 'beat', wall: 0, sentAt: 0 }); }
    expect(parts.socket.of('command').map((command) => command.id)).toEqual([id, id]);
  });

  test('of many each is answered by its own id, in whatever order', async () => {
    const { parts, store } = greeted();
    const answers = [1, 2, 3].map((cell) => store.send({ name: 'sheet.key', input: { cell } }));
    const other: Answer = { ok: false, code: 'scoringClosed', details: {} };
    const [one, two, three] = parts.socket.of('command').map((command) => command.id);
    parts.socket.answer(three ?? '', DONE);
    parts.socket.answer(one ?? '', other);
    parts.socket.answer(two ?? '', DONE);
    expect(await Promise.all(answers)).toEqual([other, DONE, DONE]);
  });
});
