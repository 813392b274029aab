// What the house knows that is not in the journal: live connections, windows, the newest backup, addresses, the desk's lock.
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../shared/kernel/decision.ts';
import type { BackupDone } from '../database/backup.ts';
import { defaultAddress, lanAddresses } from './addresses.ts';
import type { Attendance } from './attendance.ts';
import type { HouseState } from './house.ts';
import type { Store } from './store.ts';
import type { HomeParts } from './views/houseViews.ts';
import type { ViewContext } from './views/context.ts';

export interface SurroundingsGiven { readonly castSeats: (box: string) => readonly string[]; readonly reviewSeed: (session: string) => string; readonly store: Store; readonly attendance: Attendance; readonly folder: string; readonly version: string; readonly windows: HomeParts['windows'] }

export class Surroundings {
  readonly boot = randomBytes(6).toString('hex');
  readonly lock: { locked: boolean };
  projector: 'none' | 'shown' | 'hidden' = 'none';
  backup: BackupDone | null = null;
  /** What the check of the whole journal has found since the start. */
  integrity: HomeParts['integrity'] = 'checking';
  ports = { desk: 0, room: 0 };
  #rooms: HomeParts['rooms'] = [];
  readonly #given: SurroundingsGiven;

  constructor(given: SurroundingsGiven) {
    this.#given = given;
    this.lock = { locked: given.store.settings.current.pinHash !== '' };
  }

  now(): Instant {
    return { wall: Date.now(), mono: performance.now(), boot: this.boot };
  }

  /** Reads the addresses of this laptop again; the host's choice first, else the default route. */
  async findRooms(): Promise<void> {
    const chosen = this.#given.store.settings.current.address || (await defaultAddress()) || '';
    this.#rooms = lanAddresses().map((each) => ({ ...each, url: `http://${each.address}:${this.ports.room}`, chosen: each.address === chosen }));
  }

  get roomUrls(): readonly string[] {
    return this.#rooms.length > 0 ? this.#rooms.map((each) => each.url) : [this.chosenRoom];
  }

  /** Where the seat cards send the phones. */
  get chosenRoom(): string {
    return (this.#rooms.find((each) => each.chosen) ?? this.#rooms[0])?.url ?? `http://127.0.0.1:${this.ports.room}`;
  }

  home(): HomeParts {
    const { folder, version, windows, store } = this.#given;
    return {
      rooms: this.#rooms, dataFolder: folder, version, windows, deskLocked: this.lock.locked, integrity: this.integrity,
      backup: this.backup === null ? null : { at: this.backup.at, ok: this.backup.ok, file: this.backup.file }, createdAt: (session) => store.created.get(session) ?? 0,
    };
  }

  contextOf(state: HouseState): ViewContext {
    const { store, attendance } = this.#given;
    return {
      state, read: (reference) => store.texts.read(reference), now: () => this.now(), settings: store.settings.current, sample: store.isSample(),
      presence: (seat) => attendance.presence(seat, performance.now()), screens: () => attendance.screens(), projector: this.projector,
      castSeats: this.#given.castSeats, reviewSeed: this.#given.reviewSeed,
    };
  }
}
