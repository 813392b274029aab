// The boxes of anonymous ballots: cast, closed, sealed, and taken up again after a kill at any instant. Ballots pass through here on their way
// from the socket to the box and, once sealed, as a whole into the journal; one by one they reach neither journal, log nor backup (design §1 item 11).
import { ballotFor } from '../../shared/arena/boxBallot.ts';
import type { Cells } from '../../shared/arena/events.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { openBox, type Box } from '../database/box/box.ts';
import { BoxUnusable, boxIds } from '../database/box/boxFiles.ts';
import { recoverBoxes } from '../database/box/recoverBoxes.ts';
import { discardSealed, sealBox } from '../database/box/sealBox.ts';
import type { SealedBallots } from '../database/box/sealedFile.ts';
import type { Submit } from './dispatch.ts';
import type { HouseState } from './house.ts';

export interface BoxesParts { readonly folder: string; readonly state: () => HouseState; readonly submit: Submit; readonly report: (line: string) => void; /** A seat has cast. */ readonly changed: (judge: string) => void }
interface Cast { readonly session: string; readonly token: string; readonly cells: Cells }
interface ToSeal { readonly session: string; readonly panel: string; readonly box: string }

const SYSTEM = { role: 'system', subject: 'house', device: 'house' } as const;
const LEAST_SLOTS = 64;
const OUTCOMES = { different: 'idReused', alreadyCast: 'alreadyCast', tooLarge: 'tooLarge' } as const;

export class Boxes {
  readonly #parts: BoxesParts;
  readonly #open = new Map<string, { readonly box: Box; readonly cast: Set<string> }>();

  constructor(parts: BoxesParts) {
    this.#parts = parts;
  }

  /** Room for everybody from the start: a box that grows in mid-session holds the thread. */
  #opened(id: string): { readonly box: Box; readonly cast: Set<string> } {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const box = openBox(this.#parts.folder, id, { slots: Math.max(LEAST_SLOTS, this.#voters(id)) });
    const fresh = { box, cast: new Set(box.castSeats()) };
    this.#open.set(id, fresh);
    return fresh;
  }

  #voters(id: string): number {
    const sessions = Object.values(this.#parts.state().arena.sessions);
    return Math.max(0, ...sessions.flatMap((session) => Object.entries(session.boxes).flatMap(([panel, { box }]) => (box === id ? [session.judges.filter((judge) => judge.panel === panel).length] : []))));
  }

  /** Takes one ballot of a seat; it lies on the disk before this answers. */
  cast(judge: string, { session: id, token, cells }: Cast): Answer {
    const session = this.#parts.state().arena.sessions[id];
    if (session === undefined) return { ok: false, code: 'unknownSession', details: {} };
    const ballot = ballotFor(session, judge, cells);
    if (!ballot.ok) return { ok: false, code: ballot.refusal.code, details: { ...ballot.refusal.details } };
    const outcome = this.#put(ballot.value.box, { seat: judge, token, body: ballot.value.body });
    if (outcome !== 'stored' && outcome !== 'same') return { ok: false, code: outcome === 'unusable' ? 'boxNotOpen' : OUTCOMES[outcome], details: {} };
    this.#parts.changed(judge);
    return { ok: true, receipt: null, result: { cast: true } };
  }

  #put(box: string, ballot: Parameters<Box['put']>[0]): ReturnType<Box['put']> | 'unusable' {
    try {
      const { box: opened, cast } = this.#opened(box);
      const outcome = opened.put(ballot);
      if (outcome === 'stored') cast.add(ballot.seat);
      return outcome;
    } catch (error) {
      if (!(error instanceof BoxUnusable)) throw error;
      this.#parts.report(`the box ${box} cannot take ballots: ${error.code}`);
      return 'unusable';
    }
  }

  /** Seats that have cast into an open box, sorted; none for a box that is sealed, gone or unusable. */
  castSeats(box: string): readonly string[] {
    if (!this.#isOpen(box)) return [];
    try {
      return [...this.#opened(box).cast].sort();
    } catch (error) {
      if (error instanceof BoxUnusable) return [];
      throw error;
    }
  }

  #isOpen(box: string): boolean {
    return Object.values(this.#parts.state().arena.sessions).some((session) => Object.values(session.boxes).some((each) => each.box === box && each.phase === 'open'));
  }

  /** Seals a closed box and hands its ballots to the journal as one event; asked again, it goes on where it stopped. */
  async seal({ session, panel, box }: ToSeal): Promise<void> {
    if (this.#parts.state().arena.sessions[session]?.boxes[panel]?.phase !== 'closed') return;
    this.#open.get(box)?.box.close();
    this.#open.delete(box);
    const { count, root, bodies } = this.#sealed(box);
    const answer = await this.#parts.submit({ id: `seal-${box}`, name: 'box.sealed', input: { session, panel, count, root, ballots: bodies.map((body) => JSON.parse(body) as Cells) }, actor: SYSTEM });
    if (answer.ok) discardSealed(this.#parts.folder, box);
    else this.#parts.report(`the sealed box ${box} was not taken into the journal: ${answer.code}`);
  }

  /**
   * A box of which nothing lies on the disk has taken no ballot here: nobody has cast, or this is a restored copy. It is sealed as empty, which the
   * balance shows, so that the session has a way on. A damaged one is left as it is.
   */
  #sealed(box: string): SealedBallots {
    try {
      return sealBox(this.#parts.folder, box);
    } catch (error) {
      if (!(error instanceof BoxUnusable) || boxIds(this.#parts.folder).includes(box)) throw error;
      openBox(this.#parts.folder, box, { slots: LEAST_SLOTS }).close();
      return sealBox(this.#parts.folder, box);
    }
  }

  /** After a start: what was cut off is finished; a box that the journal holds already is discarded. */
  async recover(): Promise<void> {
    const found = new Map(recoverBoxes(this.#parts.folder).map((each) => [each.id, each]));
    for (const session of Object.values(this.#parts.state().arena.sessions)) {
      for (const [panel, { box, phase }] of Object.entries(session.boxes)) {
        const onDisk = found.get(box);
        if (onDisk?.state === 'unusable') this.#parts.report(`the box ${box} is unusable: ${onDisk.why}`);
        else if (phase === 'closed') await this.seal({ session: session.id, panel, box });
        else if (phase === 'sealed' && onDisk !== undefined) discardSealed(this.#parts.folder, box);
      }
    }
  }

  close(): void {
    for (const { box } of this.#open.values()) box.close();
    this.#open.clear();
  }
}
