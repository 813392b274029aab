// The worker thread's entry: takes parts and jobs from the host, gives back pages, bytes and plans. It opens no socket and writes nothing; a database only to check it.
// A thread and not a child process: in the installed program Electron runs no plain Node (fuse `runAsNode`), and a thread leaves the host's
// event loop just as free.
import { constants, setPriority } from 'node:os';
import { parentPort, threadId } from 'node:worker_threads';
import { Bench } from './bench.ts';
import type { FromWorker, Products, JobKind, ToWorker } from './jobs.ts';

const port = parentPort;
if (port === null) throw new Error('the worker runs as a thread of the host only');
// Below the host: Linux gives each thread a priority of its own, elsewhere this would slow the host itself.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

let bench = new Bench();

const answer = (message: FromWorker, product?: Products[JobKind]): void =>
  port.postMessage(message, product instanceof Uint8Array && product.buffer instanceof ArrayBuffer && product.byteLength === product.buffer.byteLength ? [product.buffer] : []);

port.on('message', (message: ToWorker) => {
  if (message.type === 'part') return bench.add(message.part);
  const { id, job } = message;
  const own = bench;
  bench = new Bench();
  void own.do(job).then(
    (product) => answer({ type: 'done', id, thread: threadId, product }, product),
    (error: unknown) => answer({ type: 'failed', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
