// What a link is made of besides its logic: the socket, timers and ids of a real page, so that tests can put others in their place.

export interface LinkSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}
export interface SocketEvents {
  readonly opened: () => void;
  readonly text: (text: string) => void;
  readonly closed: (code: number) => void;
}
export interface LinkParts {
  readonly openSocket: (events: SocketEvents) => LinkSocket;
  /** This page's wall time in ms. */
  readonly now: () => number;
  /** Runs once after so many ms; the returned function cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly newId: () => string;
  /** 0 ≤ x < 1, for the jitter of reconnecting. */
  readonly chance: () => number;
}

/** 32 hex digits. `crypto.randomUUID` does not exist on plain-HTTP pages, `getRandomValues` does. */
const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const browserSocket = (url: string, events: SocketEvents): LinkSocket => {
  const socket = new WebSocket(url);
  socket.addEventListener('open', events.opened);
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') events.text(event.data);
  });
  socket.addEventListener('close', (event) => events.closed(event.code));
  return { send: (text) => socket.send(text), close: () => socket.close() };
};

/** The parts of a real page. Example: `browserParts('/screen')` connects to that path of the host the page came from. */
export const browserParts = (path: string): LinkParts => ({
  openSocket: (events) => browserSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`, events),
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  newId: randomId,
  chance: () => Math.random(),
});
