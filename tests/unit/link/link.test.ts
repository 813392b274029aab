// The link of a page to the host: views, commands and heartbeats over connections that come and go.
import { describe, expect, test } from 'vitest';
import { Link } from '../../../renderer/common/link.ts';
import { FakeParts } from './fakeParts.ts';

const linked = () => {
  const parts = new FakeParts();
  const link = new Link({ type: 'token', token: 't' }, parts);
  link.start();
  return { parts, link };
};
const view = (seq: number, data: unknown, epoch = 'e1') => ({ type: 'view' as const, topic: 'wall', params: {}, epoch, seq, data });
const receipt = { ok: true, receipt: null, result: {} } as const;
const noop = (): void => undefined;

describe('views', () => {
  test('the credential is the first frame and nothing is asked before the hello', () => {
    const { parts, link } = linked();
    link.view('wall').listen(noop);
    parts.socket.open();
    expect(parts.socket.sent).toEqual([{ type: 'token', token: 't' }]);
    parts.socket.say({ type: 'hello', epoch: 'e1', build: 'b1' });
    expect(parts.socket.of('subscribe')).toEqual([{ type: 'subscribe', topic: 'wall', params: {} }]);
  });

  test('a snapshot is replaced by a higher seq and by another epoch, never by a lower seq', () => {
    const { parts, link } = linked();
    const wall = link.view('wall');
    wall.listen(noop);
    parts.socket.greet();
    for (const [seq, data, epoch, expected] of [[5, 'a', 'e1', 'a'], [4, 'b', 'e1', 'a'], [5, 'c', 'e1', 'c'], [6, 'd', 'e1', 'd'], [1, 'e', 'e2', 'e']] as const) {
      parts.socket.say(view(seq, data, epoch));
      expect(wall.state().data).toBe(expected);
    }
  });

  test('the last snapshot stays while the host is away and the view is asked for again on the next connection', () => {
    const { parts, link } = linked();
    const wall = link.view('wall');
    wall.listen(noop);
    parts.socket.greet();
    parts.socket.say(view(5, 'a'));
    parts.socket.cut();
    expect(wall.state().data).toBe('a');
    parts.pass(1000);
    parts.socket.greet();
    expect(parts.sockets).toHaveLength(2);
    expect(parts.socket.of('subscribe')).toHaveLength(1);
  });

  test('a view is asked for once for many listeners and given up with the last', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    const ends = [link.view('score', { a: '1', b: '2' }).listen(noop), link.view('score', { b: '2', a: '1' }).listen(noop)];
    expect(parts.socket.of('subscribe')).toHaveLength(1);
    ends[0]?.();
    expect(parts.socket.of('unsubscribe')).toHaveLength(0);
    ends[1]?.();
    expect(parts.socket.of('unsubscribe')).toHaveLength(1);
  });

  test('a refused topic says its code', () => {
    const { parts, link } = linked();
    link.view('wall').listen(noop);
    parts.socket.greet();
    parts.socket.say({ type: 'refused', topic: 'wall', code: 'notAllowed' });
    expect(link.view('wall').state().refused).toBe('notAllowed');
  });
});

describe('commands', () => {
  test('a command is sent again under the same id and for the same epoch until it is answered, then never again', async () => {
    const { parts, link } = linked();
    parts.socket.greet('e1');
    const answer = link.command('scene.show', { step: 1 });
    const first = parts.socket.of('command');
    parts.socket.cut();
    parts.pass(1000);
    parts.socket.greet('e2');
    expect(parts.socket.of('command')).toEqual(first);
    parts.socket.say({ type: 'answer', id: 'id1', answer: receipt });
    expect(await answer).toEqual(receipt);
    parts.socket.cut();
    parts.pass(2000);
    parts.socket.greet('e2');
    expect(parts.socket.of('command')).toEqual([]);
  });

  test('a command given before the first hello takes the epoch of that hello', () => {
    const { parts, link } = linked();
    void link.command('scene.show', {});
    expect(parts.socket.sent).toEqual([]);
    parts.socket.greet('e7');
    expect(parts.socket.of('command')[0]).toMatchObject({ epoch: 'e7', id: 'id1' });
  });

  test('two commands have two ids', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    void link.command('a', {});
    void link.command('a', {});
    expect(new Set(parts.socket.of('command').map((command) => command['id'])).size).toBe(2);
  });
});

describe('heartbeat and reconnecting', () => {
  test('a beat goes out every 2 s and carries the newest version drawn', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    link.drawn({ epoch: 'e1', seq: 9 });
    link.drawn({ epoch: 'e1', seq: 7 });
    parts.pass(2000);
    parts.socket.say({ type: 'beat', wall: 0, sentAt: 0 });
    parts.pass(2000);
    expect(parts.socket.of('beat').map((beat) => [beat['epoch'], beat['seq']])).toEqual([['', 0], ['e1', 9], ['e1', 9]]);
  });

  test('the host clock is taken from the beat with the smallest round trip', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    const sentAt = parts.now();
    parts.pass(40);
    parts.socket.say({ type: 'beat', sentAt, wall: sentAt + 20 + 5000 });
    const later = parts.now();
    parts.pass(900);
    parts.socket.say({ type: 'beat', sentAt: later, wall: later + 9999 });
    expect(link.hostNow() - parts.now()).toBe(5000);
  });

  test('a connection that falls silent is ended and another one is opened', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    parts.pass(8000);
    expect(parts.sockets[0]?.closed).toBe(true);
    expect(link.status().state).toBe('waiting');
    parts.pass(1000);
    expect(parts.sockets).toHaveLength(2);
  });

  test('what an ended connection still says is not heard', () => {
    const { parts, link } = linked();
    const wall = link.view('wall');
    wall.listen(noop);
    parts.socket.greet();
    parts.pass(8000);
    parts.sockets[0]?.say(view(99, 'ghost'));
    parts.sockets[0]?.cut();
    parts.pass(1000);
    expect(wall.state().data).toBeNull();
    expect(parts.sockets).toHaveLength(2);
  });

  test('it tries for ever, never more than 6 s apart, and the close code can be read', () => {
    const { parts, link } = linked();
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      parts.socket.cut(4401);
      expect(link.status().closeCode).toBe(4401);
      parts.pass(6000);
      expect(parts.sockets).toHaveLength(attempt + 1);
    }
  });

  test('after stop nothing is opened and nothing is sent', () => {
    const { parts, link } = linked();
    parts.socket.greet();
    link.stop();
    const sent = parts.socket.sent.length;
    parts.pass(60_000);
    expect([parts.sockets.length, parts.socket.sent.length, parts.socket.closed]).toEqual([1, sent, true]);
  });
});
