// Faults at the stations of clerks and supervisors: whose card opens what, what a removed one still does, what is sent again.
import type { Fault } from '../fault.ts';

const host = 'tests/host/stations/stations.test.ts';
const card = 'tests/host/stations/card.test.ts';
const store = 'tests/unit/clerk/stationStore.test.ts';
const meeting = 'tests/unit/meeting/stations.test.ts';

export const stationFaults: readonly Fault[] = [
  {
    name: 'any card pairs on any path', tests: [host], file: 'electron/server/sockets.ts',
    find: 'if (found === undefined || found.held.role !== role) return socket.close(4401);', replace: 'if (found === undefined) return socket.close(4401);',
  },
  {
    name: 'a short code is handed out at every page’s door', tests: [card], file: 'electron/server/pairing.ts',
    find: '(seat) => parts.roleAt(seat) !== undefined', replace: '() => true',
  },
  {
    name: 'a station’s card is given for any seat', tests: [card], file: 'electron/server/stationCard.ts',
    find: "(found.held.role !== 'clerk' && found.held.role !== 'supervisor')", replace: 'found.held.issue < 1',
  },
  {
    name: 'a removed station keeps its connection', tests: [host], file: 'electron/application/aftermath.ts',
    find: "if (event.name === 'seatRenewed' || event.name === 'stationRemoved')", replace: "if (event.name === 'seatRenewed')",
  },
  {
    name: 'a removed station keeps its seat', tests: [meeting, host], file: 'shared/meeting/evolve.ts',
    find: 'filter(([id]) => id !== seat)', replace: "filter(([id]) => id !== '')",
  },
  {
    name: 'stations share one view', tests: [host], file: 'electron/application/publisher.ts',
    find: "const PRIVATE: readonly string[] = [...JUDGES, 'station', 'batch'];", replace: 'const PRIVATE: readonly string[] = JUDGES;',
  },
  {
    name: 'two stations may have one name', tests: [meeting], file: 'shared/meeting/decide.ts',
    find: 'if (present.some((station) => tools.read(station.name) === name))', replace: 'if (present.some((station) => station.seat === name))',
  },
  {
    name: 'a page takes a card for a role it does not play', tests: [store], file: 'renderer/common/sealed/card.ts',
    find: 'const role = door.roles.filter((each) => each === named)[0];', replace: 'const role = named as CardRole | null;',
  },
  {
    name: 'a station’s repeated command gets a new id', tests: [store], file: 'renderer/clerk/stationStore.ts',
    find: "this.#say({ type: 'command', id, epoch, name, input })", replace: "this.#say({ type: 'command', id: this.#parts.randomHex(16), epoch, name, input })",
  },
  {
    name: 'a judge’s frames may be as large as a clerk’s', tests: [host], file: 'electron/server/sockets.ts',
    find: 'if (frame.length > frameBytes) return connection.close(1009);', replace: 'if (frame.length > 64 * frameBytes) return connection.close(1009);',
  },
];
