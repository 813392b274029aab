// A small client of the browser's debugging protocol over two pipes (NUL-separated JSON): no TCP port is opened, so nobody else can join.
// It sends commands and hands on events; what they mean is the caller's business.
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod/mini';
import { refuse } from './words.ts';

const frame = z.object({
  id: z.optional(z.number()),
  method: z.optional(z.string()),
  params: z.optional(z.unknown()),
  sessionId: z.optional(z.string()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});

export interface BrowserCommand {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly session?: string | undefined;
}

export interface BrowserEvent {
  readonly method: string;
  readonly params: unknown;
  readonly session: string | undefined;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class BrowserPipe {
  readonly #write: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: BrowserEvent) => void>();
  readonly #closed = Promise.withResolvers<void>();
  #pieces: string[] = [];
  #lastId = 0;
  #open = true;

  constructor(write: Writable, read: Readable) {
    this.#write = write;
    read.setEncoding('utf8');
    read.on('data', (text: string) => this.#take(text));
    for (const stream of [read, write]) {
      stream.on('error', () => this.#end());
      stream.on('close', () => this.#end());
    }
  }

  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** Sends a command; what comes back is parsed with `shape`. Rejects when the browser refuses or goes away. */
  async ask<Shape extends z.ZodMiniType>(command: BrowserCommand, shape: Shape): Promise<z.output<Shape>> {
    return shape.parse(await this.tell(command));
  }

  tell(command: BrowserCommand): Promise<unknown> {
    if (!this.#open) return Promise.reject(refuse('browserGone'));
    const id = ++this.#lastId;
    const { method, params = {}, session } = command;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#write.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
    });
  }

  /** Returns the way to stop listening. */
  listen(listener: (event: BrowserEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #take(text: string): void {
    const [first = '', ...rest] = text.split('\0');
    this.#pieces.push(first);
    for (const next of rest) {
      this.#deliver(this.#pieces.join(''));
      this.#pieces = [next];
    }
  }

  #deliver(text: string): void {
    const { id, method, params, sessionId, result, error } = frame.parse(JSON.parse(text));
    if (id === undefined) {
      if (method !== undefined) for (const listener of this.#listeners) listener({ method, params, session: sessionId });
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }

  #end(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const waiting of this.#waiting.values()) waiting.reject(refuse('browserGone'));
    this.#waiting.clear();
    this.#closed.resolve();
  }
}
