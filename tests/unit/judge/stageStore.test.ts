// The stage timer's page: which card makes it one, and that it counts by the host's clock whatever its own says.
import { describe, expect, test } from 'vitest';
import { JUDGE_DOOR } from '../../../renderer/judge/door.ts';
import { cardOfFragment, keepCard, readCard, storedCard, type Card } from '../../../renderer/common/sealed/card.ts';
import { readStageTimer } from '../../../renderer/judge/guards.ts';
import { StageStore } from '../../../renderer/judge/stageStore.ts';
import type { StageTimerView } from '../../../shared/meeting/views.ts';
import { CARD, FakeParts } from './fakeHost.ts';

const STAGE: Card = { ...CARD, role: 'stage' };
/** The host's clock is a day ahead of the page's. */
const AHEAD = 86_400_000;
const VIEW: StageTimerView = {
  title: '示例擂台',
  timer: { name: '甲区', phase: 'speech', limit: 480, firstWarning: 60, secondWarning: 30, elapsed: 0, at: 0, running: true, uncertain: false },
};

const opened = () => {
  const parts = new FakeParts();
  const store = new StageStore({ card: STAGE, browser: 'b1' }, parts);
  store.start();
  parts.socket.greet();
  return { parts, store };
};
/** Answers the newest heartbeat, `milliseconds` after it was sent; the host's clock is read half way. */
const answer = (parts: FakeParts, milliseconds = 0, ahead = AHEAD): void => {
  const { socket } = parts;
  const { sentAt } = socket.of('beat').at(-1) ?? { sentAt: NaN };
  const sent = parts.wall() - (parts.now() - sentAt);
  parts.pass(milliseconds);
  socket.say({ type: 'beat', wall: sent + milliseconds / 2 + ahead, sentAt });
};
const show = (parts: FakeParts, seq: number, { data = VIEW, epoch = 'e1' }: { readonly data?: unknown; readonly epoch?: string } = {}): void => parts.socket.say({ type: 'view', topic: 'stageTimer', params: {}, epoch, seq, data });

describe('the card of the stage timer', () => {
  test('r=stage makes the page a timer, and the phone remembers it', () => {
    const parts = new FakeParts();
    const card = cardOfFragment(`#s=${CARD.seat}&k=${CARD.secret}&r=stage`, JUDGE_DOOR);
    expect(card).toEqual(STAGE);
    keepCard(parts.storage, card);
    expect(storedCard(parts.storage, JUDGE_DOOR)).toEqual(STAGE);
    keepCard(parts.storage, CARD);
    expect(storedCard(parts.storage, JUDGE_DOOR)).toEqual(CARD);
  });
  test('a card for a role this page does not play is no card', () => {
    expect(cardOfFragment(`#s=${CARD.seat}&k=${CARD.secret}&r=host`, JUDGE_DOOR)).toBeNull();
    expect(readCard({ ...CARD, role: 7 }, JUDGE_DOOR)).toBeNull();
  });
});

describe('the stage timer', () => {
  test('connects as a stage timer, measures the clock and subscribes the one view it may see', () => {
    const { parts } = opened();
    expect(parts.socket.path).toBe('/stage');
    expect(parts.socket.heard.map((message) => message.type)).toEqual(['beat', 'subscribe']);
    expect(parts.socket.of('subscribe')).toEqual([{ type: 'subscribe', topic: 'stageTimer', params: {} }]);
  });

  test('shows nothing before it knows the host’s clock', () => {
    const { parts, store } = opened();
    show(parts, 1);
    expect(store.snapshot().view).toBeNull();
    answer(parts);
    expect(store.snapshot().view).toEqual(VIEW);
    expect(store.hostNow()).toBe(parts.wall() + AHEAD);
  });

  test('believes the answer that was quickest', () => {
    const { parts, store } = opened();
    answer(parts, 40);
    parts.pass(2000);
    parts.socket.say({ type: 'beat', wall: parts.wall() + AHEAD + 1500, sentAt: Math.round(parts.now()) - 3000 });
    expect(store.hostNow()).toBe(parts.wall() + AHEAD);
  });

  test('measures anew on a new connection, and keeps counting by the old measure until then', () => {
    const { parts, store } = opened();
    answer(parts);
    show(parts, 4);
    parts.socket.cut();
    parts.pass(400);
    parts.socket.greet('e2');
    expect([store.hostNow() - parts.wall(), store.snapshot().view]).toEqual([AHEAD, VIEW]);
    answer(parts, 30, 5000);
    expect(store.hostNow() - parts.wall()).toBe(5000);
  });

  test('takes another epoch and a later version, and no earlier one', () => {
    const { parts, store } = opened();
    answer(parts);
    show(parts, 8);
    show(parts, 7, { data: { title: '旧', timer: null } });
    expect(store.snapshot().view?.title).toBe('示例擂台');
    show(parts, 2, { data: { title: '恢复后', timer: null }, epoch: 'e2' });
    expect(store.snapshot()).toMatchObject({ view: { title: '恢复后' }, version: { epoch: 'e2', seq: 2 } });
  });

  test('reports what it has drawn with each heartbeat', () => {
    const { parts, store } = opened();
    answer(parts);
    show(parts, 5);
    store.drawn(store.snapshot().version);
    parts.pass(2000);
    expect(parts.socket.of('beat').at(-1)).toMatchObject({ epoch: 'e1', seq: 5 });
  });

  test('tells a voided card, and comes back by itself after anything else', () => {
    const { parts, store } = opened();
    parts.socket.cut();
    parts.pass(300);
    expect(parts.sockets.length).toBe(2);
    parts.socket.cut(4401);
    parts.pass(60_000);
    expect([store.snapshot().status.phase, parts.sockets.length]).toEqual(['void', 2]);
  });
});

test.each([{}, { title: '' }, { title: '', timer: {} }, { ...VIEW, timer: { ...VIEW.timer, phase: 'break' } }, { ...VIEW, timer: { ...VIEW.timer, limit: '480' } }, null])('%j is no stage timer’s view', (value) => {
  expect(readStageTimer(value)).toBeNull();
});
