// What the link needs from a browser: sockets, a clock, timers and chance. Tests bring their own.
import { bytesToHex } from '@noble/hashes/utils.js';

export interface SocketEvents {
  readonly opened: () => void;
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  readonly closed: (code: number) => void;
}
export interface LinkSocket { readonly sendText: (text: string) => void; readonly sendBytes: (bytes: Uint8Array) => void; readonly close: () => void }
export interface LinkParts {
  readonly openSocket: (path: string, events: SocketEvents) => LinkSocket;
  /** Milliseconds that only grow; not a time of day. */
  readonly now: () => number;
  /** Runs once after some milliseconds; the answer cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Random bytes as lower-case hex. */
  readonly randomHex: (bytes: number) => string;
  /** A number from 0 to 1 for spreading reconnects. */
  readonly chance: () => number;
}

const openSocket: LinkParts['openSocket'] = (path, events) => {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`);
  socket.binaryType = 'arraybuffer';
  let ended = false;
  const end = (code: number): void => {
    if (ended) return;
    ended = true;
    events.closed(code);
  };
  socket.onopen = () => !ended && events.opened();
  socket.onclose = (event) => end(event.code);
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (ended) return;
    if (typeof event.data === 'string') events.text(event.data);
    else if (event.data instanceof ArrayBuffer) events.bytes(new Uint8Array(event.data));
  };
  const whenOpen = (run: () => void): void => {
    if (!ended && socket.readyState === WebSocket.OPEN) run();
  };
  return {
    sendText: (text) => whenOpen(() => socket.send(text)),
    sendBytes: (bytes) => whenOpen(() => socket.send(new Uint8Array(bytes))),
    // A dead network keeps a closing socket waiting for a minute: the link must not wait with it.
    close: () => {
      socket.close();
      end(1006);
    },
  };
};

/** The parts of a real page. crypto.getRandomValues exists on plain HTTP; the rest of WebCrypto does not. */
export const browserParts: LinkParts = {
  openSocket,
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  randomHex: (bytes) => bytesToHex(crypto.getRandomValues(new Uint8Array(bytes))),
  chance: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255,
};
