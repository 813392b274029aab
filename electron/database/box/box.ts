// An open box (票箱): anonymous ballots as they come from phones, each seat once. It keeps no device, address, time or counter.
// Anonymity is promised of the sealed box. Before that, what lies in the folder at rest tells neither order nor who cast what (rows of equal
// length in slots drawn by lot), but whoever has the key file and a phone's token finds that phone's ballot; a kill between two syncs leaves a
// journal that names the slots of the one ballot under way until the next start; the file's time tells when the last ballot came.
import { existsSync } from 'node:fs';
import { BODY_ROOM, openStore, type BoxStore } from './boxStore.ts';
import { BoxUnusable, boxPath } from './boxFiles.ts';

/** What became of a ballot; only `stored` and `same` mean that it is in the box. */
export type PutOutcome = 'stored' | 'same' | 'different' | 'alreadyCast' | 'tooLarge';
export interface Ballot {
  /** Who votes; never kept beside the ballot. */
  readonly seat: string;
  /** The phone's own id for sending it again; only its HMAC is kept. */
  readonly token: string;
  /** One line of text. Two phones must write the same marks with the same bytes: order of keys and spaces would tell them apart. */
  readonly body: string;
}
export interface Box {
  /** Kept on the disk when it returns. Same token and body: `same`; same token, other body: `different`; another token of a seat that has cast: `alreadyCast`. */
  readonly put: (ballot: Ballot) => PutOutcome;
  /** Seats that have cast, sorted, so that their order tells nothing. */
  readonly castSeats: () => readonly string[];
  readonly count: () => number;
  readonly close: () => void;
}

const checkBody = (body: string): void => {
  if (body === '' || body.includes('\n') || !body.isWellFormed()) throw new TypeError('a ballot is one line of well-formed text');
};

const putInto = ({ ballots, seats }: BoxStore, { seat, token, body }: Ballot): PutOutcome => {
  const [ballotTag, seatTag] = [ballots.tag(token), seats.tag(seat)];
  const hasCast = seats.has(seatTag);
  const kept = ballots.read(ballotTag);
  // A token belongs to who cast it: from a seat that has not cast, it is somebody else's.
  if (kept !== null) return hasCast && kept === body ? 'same' : 'different';
  if (hasCast) return 'alreadyCast';
  ballots.write(ballotTag, body);
  seats.write(seatTag, seat);
  return 'stored';
};

/** Opens the box of this id, or makes it with so many blank slots. Throws BoxUnusable when it is sealed or half-sealed, damaged or without its key. */
export const openBox = (folder: string, id: string, options: { readonly slots?: number } = {}): Box => {
  for (const file of ['sealed', 'sealed.partial'] as const) if (existsSync(boxPath(folder, id, file))) throw new BoxUnusable('sealed', id);
  const store = openStore(folder, id, { make: true, ...options });
  const put = store.database.transaction((ballot: Ballot) => putInto(store, ballot));
  return {
    put: (ballot) => {
      checkBody(ballot.body);
      return Buffer.byteLength(ballot.body) > BODY_ROOM ? 'tooLarge' : put.immediate(ballot);
    },
    castSeats: () => [...store.seats.texts()].sort(),
    count: () => store.ballots.count(),
    close: store.close,
  };
};
