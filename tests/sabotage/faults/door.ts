// Faults at the door: who gets in, and what is believed on the air.
import type { Fault } from '../fault.ts';

const channel = 'tests/unit/channel/channel.test.ts';
const http = 'tests/host/door/http.test.ts';

export const doorFaults: readonly Fault[] = [
  {
    name: 'the Host header is not checked', tests: [http], file: 'electron/server/guard.ts',
    find: 'if (host === undefined || !hosts.includes(host.toLowerCase())) return false;', replace: 'if (host === undefined) return false;',
  },
  {
    name: 'the Origin is not checked', tests: [http], file: 'electron/server/guard.ts',
    find: 'return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;', replace: 'return true;',
  },
  {
    name: 'the MAC of a frame is not verified', tests: [channel], file: 'shared/contract/channel.ts',
    find: 'if (!genuine || ', replace: 'if (',
  },
  {
    name: 'a frame may be replayed', tests: [channel], file: 'shared/contract/channel.ts',
    find: 'if (!genuine || bytesToHex(frame.slice(0, COUNTER_BYTES)) !== bytesToHex(counter)) return null;', replace: 'if (!genuine) return null;',
  },
  {
    name: 'a connection that was closed for a forged frame is still heard', tests: ['tests/host/door/frames.test.ts'], file: 'electron/server/connection.ts',
    find: 'return this.#closed;', replace: 'return this.#socket.readyState === this.#socket.CLOSED;',
  },
  {
    name: 'a second browser is let in without the desk’s tap', tests: ['tests/host/devices/binding.test.ts'], file: 'electron/server/sockets.ts',
    find: 'if (found.held.browser !== null) return found.held.browser === paired.browser;', replace: 'if (found.held.browser !== null) return true;',
  },
  {
    name: 'a wrong desk token opens the desk', tests: ['tests/host/door/frames.test.ts'], file: 'electron/server/sockets.ts',
    find: 'if (!sameHex(parsed.data.token, parts.keys.token(kind)))', replace: "if (parsed.data.token === '')",
  },
  {
    name: 'a locked desk takes commands', tests: ['tests/host/door/lock.test.ts'], file: 'electron/server/messages.ts',
    find: "connection.actor.role === 'host' && house.deskLocked()", replace: "connection.actor.role === 'clerk' && house.deskLocked()",
  },
  {
    name: 'a command of a past epoch is taken', tests: ['tests/host/ballots/sheets.test.ts'], file: 'electron/application/dispatch.ts',
    find: 'if (request.epoch !== epoch)', replace: "if (request.epoch === '')",
  },
  {
    name: 'a short code may be tried for ever', tests: ['tests/host/devices/shortCode.test.ts'], file: 'electron/server/seatKeys.ts',
    find: 'entry.tries -= 1', replace: 'entry.tries -= 0',
  },
];
