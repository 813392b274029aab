// Keeps one host process running: starts it, restarts it after a crash, relays its native calls to the shell, and gives up in one sentence.
// It knows neither fork nor Electron: the way to start a child is injected.
import { setTimeout as pause } from 'node:timers/promises';
import { isNativeCall } from './nativeCalls.ts';
import { hostMessage, hostRefused, hostRestarts, type HostReady, type ShellToHost } from './port.ts';
import type { Shell } from './shell.ts';
import { refuse, sayBoth } from './words.ts';

/** A started host process; `onExit` is called exactly once, also when it could not be started. */
export interface HostChild {
  send(message: ShellToHost): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** Milliseconds, and a number of crashes. */
export interface Patience {
  readonly firstPause: number;
  readonly longestPause: number;
  readonly crashes: number;
  readonly within: number;
  readonly steadyAfter: number;
  readonly stop: number;
}

const usualPatience: Patience = { firstPause: 200, longestPause: 5_000, crashes: 5, within: 30_000, steadyAfter: 60_000, stop: 8_000 };

export interface SupervisorParts {
  readonly spawn: () => HostChild;
  readonly shell: Shell;
  readonly report: (line: string) => void;
  readonly onReady?: (addresses: HostReady) => void;
  /** After each showing that worked. */
  readonly onShown?: () => void;
  readonly patience?: Partial<Patience>;
}

export type Ending = 'ended' | 'stopped' | 'refused' | 'gaveUp';

export class Supervisor {
  readonly #parts: SupervisorParts;
  readonly #patience: Patience;
  readonly #ending = Promise.withResolvers<Ending>();
  readonly #crashes: number[] = [];
  #child: HostChild | undefined;
  #startedAt = 0;
  #failuresInARow = 0;
  #stopping = false;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
    this.#patience = { ...usualPatience, ...parts.patience };
    parts.shell.onProjector((state) => this.#child?.send({ type: 'projector', state }));
  }

  /** Settles once, when no host process runs any more and none will be started. */
  get ended(): Promise<Ending> {
    return this.#ending.promise;
  }

  start(): void {
    const child = this.#parts.spawn();
    this.#child = child;
    this.#startedAt = performance.now();
    child.onMessage((message) => void this.#receive(child, message));
    child.onExit((code) => void this.#exited(code));
  }

  /** Asks the host to end in order, and ends it after the patience for that is used up. */
  async stop(): Promise<Ending> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined) this.#ending.resolve('stopped');
    else {
      child.send({ type: 'stop' });
      const limit = new AbortController();
      void pause(this.#patience.stop, undefined, { signal: limit.signal }).then(() => child.kill(), () => undefined);
      await this.ended;
      limit.abort();
    }
    return this.ended;
  }

  async #receive(child: HostChild, raw: unknown): Promise<void> {
    const message = hostMessage.safeParse(raw);
    if (!message.success) return this.#parts.report(sayBoth('badMessage'));
    if (message.data.type === 'native') return this.#relay(child, message.data);
    child.send({ type: 'projector', state: this.#parts.shell.projectorState() });
    this.#parts.onReady?.(message.data);
    if (!this.#stopping) await this.#show(message.data);
  }

  async #show(addresses: HostReady): Promise<void> {
    try {
      await this.#parts.shell.show(addresses);
      this.#parts.onShown?.();
    } catch (error) {
      this.#parts.report(`${sayBoth('showFailed')}: ${sentenceOf(error)}`);
    }
  }

  async #relay(child: HostChild, request: { readonly id: number; readonly call: string; readonly payload?: unknown }): Promise<void> {
    const { id, call, payload } = request;
    try {
      if (!isNativeCall(call)) throw refuse('badPayload', call);
      const value = await this.#parts.shell.call(call, payload);
      child.send({ type: 'nativeResult', id, ok: true, ...(value === undefined ? {} : { value }) });
    } catch (error) {
      child.send({ type: 'nativeResult', id, ok: false, error: sentenceOf(error) });
    }
  }

  async #exited(code: number | null): Promise<void> {
    this.#child = undefined;
    if (this.#stopping) return this.#ending.resolve('stopped');
    if (code === 0) return this.#ending.resolve('ended');
    if (code === hostRestarts) return this.start();
    if (code === hostRefused) return this.#ending.resolve('refused');
    if (this.#crashedTooOften()) {
      this.#parts.report(sayBoth('hostGaveUp'));
      return this.#ending.resolve('gaveUp');
    }
    this.#parts.report(sayBoth('hostCrashed'));
    await pause(this.#nextPause());
    if (!this.#stopping) this.start();
  }

  #crashedTooOften(): boolean {
    const now = performance.now();
    this.#crashes.push(now);
    return this.#crashes.filter((at) => now - at <= this.#patience.within).length >= this.#patience.crashes;
  }

  #nextPause(): number {
    const livedLong = performance.now() - this.#startedAt >= this.#patience.steadyAfter;
    this.#failuresInARow = livedLong ? 1 : this.#failuresInARow + 1;
    return Math.min(this.#patience.longestPause, this.#patience.firstPause * 2 ** (this.#failuresInARow - 1));
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
