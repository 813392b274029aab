// Starts an installed browser with a profile of our own, controlled over pipes. It opens no page with a secret on the command line:
// other users of the machine can read command lines, so addresses with a token are only ever sent through the pipe.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { BrowserPipe } from './browserPipe.ts';
import { refuse } from './words.ts';

export interface BrowserStart {
  readonly program: string;
  /** Folder of the profile; made if missing. */
  readonly profile: string;
  readonly flags: readonly string[];
}

export interface RunningBrowser {
  readonly pipe: BrowserPipe;
  readonly pid: number | undefined;
  close(): Promise<void>;
}

const startLimit = 20_000;
const closeLimit = 3_000;

const quietFlags = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-extensions',
  '--disable-features=Translate,msEdgeTranslate,MediaRouter,OptimizationHints',
  '--password-store=basic',
  '--use-mock-keychain',
];

export async function launchBrowser(start: BrowserStart): Promise<RunningBrowser> {
  mkdirSync(start.profile, { recursive: true });
  const child = spawn(start.program, [...quietFlags, ...sandboxFlags(), `--user-data-dir=${start.profile}`, ...start.flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const lastWords = tailOf(child);
  const pipe = pipeOf(child);
  const limit = new AbortController();
  try {
    const late = pause(startLimit, undefined, { signal: limit.signal }).then(() => Promise.reject(refuse('browserFailed')));
    await Promise.race([pipe.tell({ method: 'Browser.getVersion' }), failure(child), late]);
  } catch (error) {
    child.kill('SIGKILL');
    throw refuse('browserFailed', lastWords() || (error instanceof Error ? error.message : String(error)));
  } finally {
    limit.abort();
  }
  return { pipe, pid: child.pid, close: () => closeBrowser(child, pipe) };
}

const targetInfo = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) });

/** The first page of a browser just started, and a session on it. */
export async function firstPage(pipe: BrowserPipe): Promise<{ readonly target: string; readonly session: string }> {
  const found = Promise.withResolvers<string>();
  const quiet = pipe.listen((event) => {
    const created = event.method === 'Target.targetCreated' ? targetInfo.safeParse(event.params) : undefined;
    if (created?.success === true && created.data.targetInfo.type === 'page') found.resolve(created.data.targetInfo.targetId);
  });
  await pipe.tell({ method: 'Target.setDiscoverTargets', params: { discover: true } });
  const gone = pipe.closed.then(() => Promise.reject(refuse('browserGone')));
  const target = await Promise.race([found.promise, gone]).finally(quiet);
  const { sessionId } = await pipe.ask({ method: 'Target.attachToTarget', params: { targetId: target, flatten: true } }, z.object({ sessionId: z.string() }));
  return { target, session: sessionId };
}

/** Chromium refuses to run as root inside its sandbox; everyone else keeps it. `--test-type` keeps its complaint off the wall. */
function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
}

function pipeOf(child: ChildProcess): BrowserPipe {
  const [, , , write, read] = child.stdio;
  if (!(write instanceof Writable) || !(read instanceof Readable)) throw refuse('browserFailed');
  return new BrowserPipe(write, read);
}

async function failure(child: ChildProcess): Promise<never> {
  // `once` rejects by itself on 'error', for example when the program is not there.
  await once(child, 'exit');
  throw refuse('browserFailed');
}

/** The last line the browser wrote to its error output: the reason, when it does not start. */
function tailOf(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2_000);
  });
  return () => tail.trim().split('\n').at(-1) ?? '';
}

async function closeBrowser(child: ChildProcess, pipe: BrowserPipe): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const limit = new AbortController();
  void pipe.tell({ method: 'Browser.close' }).catch(() => undefined);
  void pause(closeLimit, undefined, { signal: limit.signal }).then(() => child.kill('SIGKILL'), () => undefined);
  await exited;
  limit.abort();
}
