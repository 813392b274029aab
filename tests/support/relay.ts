// A TCP relay between a phone and the host, for what a room's Wi-Fi does: cut, stall, and swallow an answer after delivery.
import net from 'node:net';

export interface Relay {
  readonly port: number;
  /** Drops every open connection and refuses new ones. */
  readonly cut: () => void;
  /** Keeps connections open but lets nothing through in either direction. */
  readonly stall: () => void;
  /** Lets the phone's bytes reach the host but swallows everything that comes back. */
  readonly swallowAnswers: () => void;
  /** Lets everything through again; connections that lost bytes are dropped, as a network would in the end. */
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}
type Mode = 'open' | 'cut' | 'stalled' | 'swallowing';

export const startRelay = async (target: () => number): Promise<Relay> => {
  let mode: Mode = 'open';
  const pairs = new Set<readonly [net.Socket, net.Socket]>();
  const drop = (): void => { for (const [near, far] of pairs) { near.destroy(); far.destroy(); } };
  const server = net.createServer((near) => {
    if (mode === 'cut') return near.destroy();
    const far = net.connect(target(), '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    const forget = (): void => { pairs.delete(pair); near.destroy(); far.destroy(); };
    for (const socket of pair) socket.on('error', forget).on('close', forget);
    near.on('data', (bytes) => { if (mode !== 'stalled') far.write(bytes); });
    far.on('data', (bytes) => { if (mode === 'open') near.write(bytes); });
    return undefined;
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    cut: () => { mode = 'cut'; drop(); },
    stall: () => { mode = 'stalled'; },
    swallowAnswers: () => { mode = 'swallowing'; },
    heal: () => { if (mode !== 'open') drop(); mode = 'open'; },
    close: () => new Promise((settle) => { drop(); server.close(() => settle()); }),
  };
};
