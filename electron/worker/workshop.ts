// The host's side of the worker thread: started when there is work, given one job at a time, ended when idle, replaced when it fails.
// A job always ends: with its product, or with the reason why there is none. Nothing is drawn, read or written here.
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FromWorker, Job, JobKind, Part, Products, ToWorker } from './jobs.ts';

/** `failed`: an error in the job · `crashed`: the thread ended · `tooSlow`: over the limit · `busy`: too many wait already · `closed`. */
export type Undone = 'failed' | 'crashed' | 'tooSlow' | 'busy' | 'closed';
export type Outcome<P> = { readonly ok: true; readonly product: P; /** The thread that did it; 0 is the host's own. */ readonly thread: number } | { readonly ok: false; readonly why: Undone };
export interface Works { readonly run: <J extends Job>(job: J, parts?: Iterable<Part>) => Promise<Outcome<Products[J['kind']]>> }
export interface WorkshopOptions {
  readonly report: (line: string) => void;
  /** Milliseconds for one job, from its first part on. */
  readonly limit?: number;
  /** Milliseconds without work after which the thread is ended. */
  readonly idle?: number;
  /** Megabytes of memory the thread may fill. */
  readonly memory?: number;
  /** Another thread than ours, for tests of what goes wrong. */
  readonly module?: string;
}

export const JOB_LIMIT_SECONDS = 60;
const IDLE_MS = 30_000;
const MOST_WAITING = 8;
/** Beyond it the thread ends and the host goes on. */
const MOST_MEGABYTES = 1024;
/** The thread lies beside this file, as source or built. */
const MODULE = path.join(import.meta.dirname, `worker${path.extname(import.meta.filename)}`);

interface Waiting { readonly id: number; readonly job: Job; readonly parts: Iterable<Part>; readonly settle: (outcome: Outcome<Products[JobKind]>) => void }

export class Workshop implements Works {
  readonly #options: WorkshopOptions;
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #waiting: Waiting[] = [];
  #limit: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;
  #closed = false;

  constructor(options: WorkshopOptions) {
    this.#options = options;
  }

  /** Does a job on these parts, after those asked for before. The parts are cut one a turn, when it is this job's turn. */
  run<J extends Job>(job: J, parts: Iterable<Part> = []): Promise<Outcome<Products[J['kind']]>> {
    if (this.#closed) return Promise.resolve({ ok: false, why: 'closed' });
    if (this.#waiting.length >= MOST_WAITING) return Promise.resolve({ ok: false, why: 'busy' });
    return new Promise((settle) => {
      this.#waiting.push({ id: (this.#lastId += 1), job, parts, settle: settle as Waiting['settle'] });
      if (this.#current === null) this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const waiting = this.#waiting.splice(0);
    const worker = this.#drop();
    this.#end({ ok: false, why: 'closed' });
    for (const each of waiting) each.settle({ ok: false, why: 'closed' });
    await worker?.terminate();
  }

  #next(): void {
    const next = this.#waiting.shift();
    this.#current = next ?? null;
    if (next === undefined) return this.#rest();
    clearTimeout(this.#idle);
    this.#limit = setTimeout(() => this.#giveUp('tooSlow'), this.#options.limit ?? JOB_LIMIT_SECONDS * 1000);
    void this.#hand(next).catch((error: unknown) => {
      this.#report(error);
      if (this.#current === next) this.#giveUp('failed');
    });
  }

  /** Parts go over one a turn, so that sockets are served in between. */
  async #hand(waiting: Waiting): Promise<void> {
    const worker = this.#worker ?? this.#start();
    worker.ref();
    for (const part of waiting.parts) {
      await nextTurn();
      if (this.#current !== waiting) return;
      worker.postMessage({ type: 'part', part } satisfies ToWorker);
    }
    worker.postMessage({ type: 'job', id: waiting.id, job: waiting.job } satisfies ToWorker);
  }

  #start(): Worker {
    const worker = new Worker(this.#options.module ?? MODULE, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: this.#options.memory ?? MOST_MEGABYTES } });
    const lost = (error?: unknown): void => {
      if (this.#worker !== worker) return;
      this.#report(error ?? 'the worker thread ended');
      this.#giveUp('crashed');
    };
    worker.on('message', (message: FromWorker) => { if (this.#worker === worker) this.#take(message); });
    worker.on('error', lost);
    worker.on('exit', () => lost());
    this.#worker = worker;
    return worker;
  }

  #take(message: FromWorker): void {
    if (message.id !== this.#current?.id) return;
    if (message.type === 'failed') this.#report(message.error);
    this.#end(message.type === 'done' ? { ok: true, product: message.product, thread: message.thread } : { ok: false, why: 'failed' });
  }

  #end(outcome: Outcome<Products[JobKind]>): void {
    clearTimeout(this.#limit);
    const ended = this.#current;
    this.#current = null;
    ended?.settle(outcome);
    if (!this.#closed) this.#next();
  }

  /** Leaves the thread as it is behind; the next job gets a new one. */
  #giveUp(why: Undone): void {
    void this.#drop()?.terminate();
    this.#end({ ok: false, why });
  }

  #drop(): Worker | null {
    const worker = this.#worker;
    this.#worker = null;
    clearTimeout(this.#idle);
    return worker;
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.#drop()?.terminate(), this.#options.idle ?? IDLE_MS).unref();
  }

  #report(error: unknown): void {
    this.#options.report(`worker: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
