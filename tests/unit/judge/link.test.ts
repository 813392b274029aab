// The judge's link: speaks only to a host that proves the card, comes back by itself, and says what it waits for.
import { describe, expect, test } from 'vitest';
import { JUDGE_DOOR } from '../../../renderer/judge/door.ts';
import { cardOfFragment } from '../../../renderer/common/sealed/card.ts';
import { SealedLink, type LinkPhase } from '../../../renderer/common/sealed/link.ts';
import type { HostMessage } from '../../../shared/contract/wire.ts';
import { CARD, FakeParts, WHO } from './fakeHost.ts';

const linked = () => {
  const parts = new FakeParts();
  const phases: LinkPhase[] = [];
  const messages: HostMessage[] = [];
  const heard: (number | null)[] = [];
  const link = new SealedLink(WHO, parts, {
    changed: (status) => {
      phases.push(status.phase);
      heard.push(status.heardAt);
    },
    message: (message) => messages.push(message),
    drawn: () => ({ epoch: 'e1', seq: 12 }),
  });
  link.retry();
  return { parts, link, phases, messages, heard };
};
const BEAT = { type: 'beat', wall: 0, sentAt: 0 } as const;

describe('the card', () => {
  test('it is read from the fragment of the printed address', () => {
    expect(cardOfFragment(`#s=seat-7&k=${CARD.secret.toUpperCase()}`, JUDGE_DOOR)).toEqual(CARD);
  });
  test.each(['', '#', '#s=seat-7', '#s=seat-7&k=xyz', '#s=../x&k=000102030405060708090a0b0c0d0e0f', '#k=000102030405060708090a0b0c0d0e0f'])('«%s» is no card', (fragment) => {
    expect(cardOfFragment(fragment, JUDGE_DOOR)).toBeNull();
  });
});

describe('pairing', () => {
  test('the page names its seat and a fresh nonce, and proves the card only after the host did', () => {
    const { parts } = linked();
    parts.socket.open();
    expect(parts.socket.texts).toEqual([{ type: 'hello', seat: 'seat-7', browser: 'b1', nonce: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
    parts.socket.challenge();
    expect(parts.socket.texts[1]).toEqual({ type: 'proof', proof: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(parts.socket.texts)).not.toContain(CARD.secret);
  });
  test('a host that cannot prove the card gets no proof, no frame and no second try', () => {
    const { parts, phases, link } = linked();
    parts.socket.open();
    parts.socket.challenge('ff'.repeat(16));
    expect([phases.at(-1), parts.socket.texts.length, parts.socket.closed]).toEqual(['impostor', 1, true]);
    parts.pass(60_000);
    expect(parts.sockets.length).toBe(1);
    expect(link.send({ type: 'beat', epoch: '', seq: 0, sentAt: 0 })).toBe(false);
  });
  test('each connection pairs with another nonce', () => {
    const { parts } = linked();
    parts.socket.greet();
    parts.socket.cut();
    parts.pass(400);
    parts.socket.open();
    expect(parts.socket.texts[0]?.['nonce']).not.toBe(parts.sockets[0]?.texts[0]?.['nonce']);
  });
  test('a frame that does not open ends the connection', () => {
    const { parts, phases, messages } = linked();
    parts.socket.greet();
    parts.socket.bytes(new Uint8Array(40));
    expect([phases.at(-1), parts.sockets[0]?.closed, messages.length]).toEqual(['waiting', true, 1]);
  });
});

describe('coming back', () => {
  test('waits grow from 0.3 to 5 seconds and begin anew after a good connection', () => {
    const { parts } = linked();
    const waits = [300, 600, 1200, 2400, 4800, 5000, 5000];
    for (const wait of waits) {
      const before = parts.sockets.length;
      parts.socket.cut();
      parts.pass(wait - 1);
      expect(parts.sockets.length).toBe(before);
      parts.pass(1);
      expect(parts.sockets.length).toBe(before + 1);
    }
    parts.socket.greet();
    parts.socket.cut();
    parts.pass(300);
    expect(parts.sockets.length).toBe(waits.length + 2);
  });
  test('a void card is said and not tried again until the judge asks', () => {
    const { parts, phases, link } = linked();
    parts.socket.cut(4401);
    parts.pass(60_000);
    expect([phases.at(-1), parts.sockets.length]).toEqual(['void', 1]);
    link.retry();
    expect(parts.sockets.length).toBe(2);
  });
  test('while the desk must tap, the page says so and tries every three seconds', () => {
    const { parts, phases } = linked();
    parts.socket.cut(4403);
    parts.pass(2999);
    expect(parts.sockets.length).toBe(1);
    parts.pass(1);
    expect([phases.at(-1), parts.sockets.length]).toEqual(['awaitingDesk', 2]);
    parts.socket.greet();
    expect(phases.at(-1)).toBe('open');
  });
  test('after eight seconds without a frame the connection is given up', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    parts.pass(7900);
    expect([parts.sockets.length, link.status().phase]).toEqual([1, 'open']);
    parts.pass(500);
    expect(parts.sockets.length).toBe(2);
  });
  test('a connection that does not come about is tried anew after six seconds', () => {
    const { parts } = linked();
    parts.socket.open();
    parts.pass(5900);
    expect(parts.sockets.length).toBe(1);
    parts.pass(500);
    expect(parts.sockets.length).toBe(2);
  });
  test('any frame keeps it and is told with its time, and each beat says what has been drawn', () => {
    const { parts, link, heard } = linked();
    parts.socket.greet();
    for (let n = 0; n < 10; n += 1) {
      parts.pass(2000);
      parts.socket.say(BEAT);
    }
    expect([parts.sockets.length, link.status().heardAt]).toEqual([1, parts.now()]);
    expect(heard.at(-1)).toBe(parts.now());
    expect(parts.socket.of('beat').length).toBe(10);
    expect(parts.socket.of('beat')[0]).toMatchObject({ epoch: 'e1', seq: 12 });
  });
  test('a phone waking up from a long sleep connects at once, a short glance away changes nothing', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    link.wake(false);
    expect(parts.sockets.length).toBe(1);
    link.wake(true);
    expect(parts.sockets.length).toBe(2);
  });
  test('what a left connection still says is not heard', () => {
    const { parts, link, messages } = linked();
    parts.socket.greet();
    const old = parts.socket;
    link.retry();
    old.cut(4401);
    expect([link.status().phase, messages.length]).toEqual(['connecting', 1]);
  });
});
