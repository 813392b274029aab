// The one way through the house: authorise → parse → decide → append → publish. Commands queue and are drained once per
// event-loop turn in one transaction; receipts go out after the commit, never before (design §1 item 5).
import { createHash, randomBytes } from 'node:crypto';
import type { z as zod } from 'zod/mini';
import type { Answer, Receipt } from '../../shared/contract/wire.ts';
import { textHash, type JournalLine } from '../../shared/contract/journalLine.ts';
import { COMMANDS, maySend, type CommandEntry, type Listener } from '../../shared/contract/table.ts';
import type { Actor, Instant, Tools } from '../../shared/kernel/decision.ts';
import type { Refusal } from '../../shared/kernel/result.ts';
import type { Journal } from '../database/journal.ts';
import type { HouseDatabase } from '../database/open.ts';
import type { Recorder } from '../database/recorder.ts';
import { decideAny } from './decideAny.ts';
import { chainOf, evolveHouse, EVENT_VERSION, type HouseEvent, type HouseState } from './house.ts';
import { reactionsTo } from './reactions.ts';
import type { Texts } from './texts.ts';

export interface Request { readonly id: string; readonly name: string; readonly input: unknown; readonly epoch: string; readonly actor: Actor; readonly listener: Listener | 'house'; /** The meeting whose card the sender holds: it opens no other. */ readonly meeting?: string }
/** A command of the house itself: reactions, samples, tests. */
export type Submit = (request: Omit<Request, 'epoch' | 'listener'>) => Promise<Answer>;
export interface Committed { readonly happened: HouseEvent; readonly line: JournalLine }
/** What one drained turn wants of the database: nothing is written before `run` and everything is durable after it. */
export interface DispatchParts {
  readonly database: HouseDatabase;
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly texts: Texts;
  readonly epoch: string;
  readonly now: () => Instant;
  readonly wallPicture: (state: HouseState) => string;
  readonly initial: HouseState;
  /** Called after each commit, before the answers leave. */
  readonly publish: (committed: readonly Committed[], state: HouseState) => void;
  readonly reportBug: (error: unknown) => void;
}
interface Queued extends Request { readonly command: CommandEntry; readonly inputHash: string; readonly settle: (answer: Answer) => void }
interface Outcome { readonly answer: Answer; readonly lines: readonly Committed[]; readonly state: HouseState }

const refused = (code: Refusal['code'], details: Refusal['details'] = {}): Answer => ({ ok: false, code, details });
const hashOf = (name: string, input: unknown): string => createHash('sha256').update(`${name}\n${JSON.stringify(input)}`).digest('hex');

/** Authorises and parses; a refusal or the parsed input. */
const admit = (request: Request, epoch: string): { readonly command: CommandEntry; readonly input: unknown } | Answer => {
  const command = COMMANDS.get(request.name);
  if (command === undefined || command.area === 'local') return refused('unknownCommand', { name: request.name.slice(0, 40) });
  const allowed = request.listener === 'house' ? command.roles.includes('system') || command.roles.includes(request.actor.role) : maySend(request.actor.role, request.listener, command);
  if (!allowed) return refused('notAllowed');
  if (request.epoch !== epoch) return refused('staleEpoch');
  const parsed = command.input.safeParse(request.input);
  if (!parsed.success) return refused('badInput', { where: whereOf(parsed.error) });
  return { command, input: parsed.data };
};

/** The first place that does not fit, such as `marks.c1`. */
export const whereOf = (error: zod.core.$ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? '' : `${issue.path.join('.')} ${issue.code}`.trim().slice(0, 120);
};

/** A card of last month's meeting must not score in today's, though the judge is the same person. */
const isOfOwnMeeting = ({ meeting, input }: Pick<Queued, 'meeting' | 'input'>, state: HouseState): boolean => {
  if (meeting === undefined || typeof input !== 'object' || input === null || !('session' in input)) return true;
  const session = state.arena.sessions[String(input.session)];
  return session === undefined || session.meeting === meeting;
};

const MOST_IN_A_TURN = 100;

export class Dispatcher {
  readonly #parts: DispatchParts;
  #state: HouseState;
  readonly #queue: Queued[] = [];

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#state = parts.initial;
  }

  /** Commands are waiting: a burst is being worked off. */
  get busy(): boolean {
    return this.#queue.length > 0;
  }

  get state(): HouseState {
    return this.#state;
  }

  /** Takes a command; the answer comes after the commit it is part of. */
  submit(request: Request): Promise<Answer> {
    const admitted = admit(request, this.#parts.epoch);
    if ('ok' in admitted) return Promise.resolve(admitted);
    return new Promise((settle) => {
      this.#queue.push({ ...request, input: admitted.input, command: admitted.command, inputHash: hashOf(request.name, admitted.input), settle });
      if (this.#queue.length === 1) setImmediate(() => this.#drain());
    });
  }

  #drain(): void {
    // The first of a burst need not wait for its last, and no turn holds the thread for long.
    const batch = this.#queue.splice(0, MOST_IN_A_TURN);
    if (this.#queue.length > 0) setImmediate(() => this.#drain());
    try {
      this.#turn(batch);
    } catch (error) {
      if (batch.length > 1) return batch.forEach((each) => this.#alone(each));
      this.#failed(batch, error);
    }
  }

  /** After a failed batch each command gets a turn of its own, so that one bug cannot take others with it. */
  #alone(queued: Queued): void {
    try {
      this.#turn([queued]);
    } catch (error) {
      this.#failed([queued], error);
    }
  }

  #failed(batch: readonly Queued[], error: unknown): void {
    const full = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
    if (!full) this.#parts.reportBug(error);
    for (const queued of batch) queued.settle(refused(full ? 'diskFull' : 'internal'));
  }

  /** One uninterrupted turn: BEGIN IMMEDIATE, decide and append each, COMMIT; then adopt, publish, answer. */
  #turn(batch: readonly Queued[]): void {
    const { database, journal, texts, publish } = this.#parts;
    let state = this.#state;
    const outcomes: Outcome[] = [];
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const queued of batch) {
        const outcome = this.#one(queued, state);
        state = outcome.state;
        outcomes.push(outcome);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      texts.rolledBack();
      journal.rolledBack();
      throw error;
    }
    this.#state = state;
    texts.committed();
    const committed = outcomes.flatMap((outcome) => outcome.lines);
    if (committed.length > 0) this.#tellOutside(() => publish(committed, state));
    outcomes.forEach((outcome, at) => batch[at]?.settle(outcome.answer));
  }

  /** What was committed stands and is answered, whatever a listener does. */
  #tellOutside(publish: () => void): void {
    try {
      publish();
    } catch (error) {
      this.#parts.reportBug(error);
    }
  }

  #one(queued: Queued, state: HouseState): Outcome {
    const { journal } = this.#parts;
    if (!isOfOwnMeeting(queued, state)) return { answer: refused('notAllowed'), lines: [], state };
    const sender = queued.actor.device;
    const known = journal.answerOf(sender, queued.id);
    if (known !== undefined) {
      const answer = known.input === queued.inputHash ? (JSON.parse(known.answer) as Answer) : refused('idReused');
      return { answer, lines: [], state };
    }
    const result = this.#decide(queued, state);
    if (!result.answer.ok) return result;
    journal.keepAnswer(sender, queued.id, { input: queued.inputHash, answer: JSON.stringify(result.answer) });
    return result;
  }

  #decide(queued: Pick<Queued, 'id' | 'name' | 'input' | 'actor' | 'command'>, state: HouseState): Outcome {
    const { area, name } = queued.command;
    if (area === 'local') throw new Error(`${name} is not a journalled command`);
    const tools = this.#tools(queued.actor);
    const decision = decideAny({ state, tools, heads: this.#parts.journal.heads, wallPicture: this.#parts.wallPicture }, { area, name, input: queued.input });
    if (!decision.ok) return { answer: refused(decision.refusal.code, decision.refusal.details), lines: [], state };
    const appended = this.#append(decision.value.events, queued, { state, wall: tools.now.wall });
    const last = appended.lines.at(-1)?.line;
    const receipt: Receipt | null = last === undefined ? null : { seq: last.seq, at: last.wall, code: last.hash.slice(0, 4).toUpperCase() };
    const followed = this.#react(appended);
    return { answer: { ok: true, receipt, result: decision.value.answer ?? {} }, lines: followed.lines, state: followed.state };
  }

  #append(events: readonly HouseEvent[], queued: Pick<Queued, 'id' | 'actor'>, from: { readonly state: HouseState; readonly wall: number }): { lines: readonly Committed[]; state: HouseState } {
    let { state } = from;
    const lines = events.map((happened): Committed => {
      const { actor } = queued;
      const line = this.#parts.journal.append({
        chain: chainOf(state, happened), wall: from.wall, who: `${actor.role}:${actor.subject}`, device: actor.device, command: queued.id,
        area: happened.area, name: happened.event.name, version: EVENT_VERSION, body: JSON.stringify(happened.event.body),
      });
      state = evolveHouse(state, happened, { wall: line.wall, device: line.device });
      if (happened.area === 'arena') this.#parts.recorder.record(happened.event, line);
      return { happened, line };
    });
    return { lines, state };
  }

  /** Reactions are decided in the same transaction; one that is refused stops the whole command. */
  #react(appended: { readonly lines: readonly Committed[]; readonly state: HouseState }): { lines: readonly Committed[]; state: HouseState } {
    let { state } = appended;
    const lines = [...appended.lines];
    for (const { happened, line } of appended.lines) {
      for (const reaction of reactionsTo(state, happened)) {
        const command = COMMANDS.get(reaction.command.name);
        if (command === undefined) throw new Error(`reaction to an unknown command ${reaction.command.name}`);
        const outcome = this.#decide({ id: `${line.seq}-${reaction.name}`, name: command.name, command, input: reaction.command.input, actor: { role: 'system', subject: 'house', device: 'house' } }, state);
        if (!outcome.answer.ok) throw new Error(`reaction ${reaction.name} was refused: ${outcome.answer.code}`);
        state = outcome.state;
        lines.push(...outcome.lines);
      }
    }
    return { lines, state };
  }

  #tools(actor: Actor): Tools {
    const { journal, texts, now } = this.#parts;
    const id = (): string => randomBytes(8).toString('hex');
    return {
      now: now(), by: actor, id,
      text: (value) => {
        const salt = randomBytes(8).toString('hex');
        const reference = { text: id(), hash: textHash(salt, value) };
        journal.keepText({ id: reference.text, salt, value });
        texts.add(reference.text, value);
        return reference;
      },
      read: (reference) => texts.read(reference),
    };
  }
}
