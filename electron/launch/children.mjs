// Starts child processes, waits for them and takes them along when this process is told to stop. It never detaches one.
import { spawn } from 'node:child_process';

const children = new Set();
const patienceMilliseconds = 8000;
/** What a shell reports for a program ended by a signal. */
const codeOfSignal = 130;

/** A terminal's Ctrl-C reaches the whole group by itself; sent twice it would read as "now at once". */
const reachesGroupByItself = (signal) => signal === 'SIGINT' && process.stdin.isTTY === true;

const stopAll = (signal) => {
  for (const child of children) if (!reachesGroupByItself(signal)) child.kill(signal);
  setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, patienceMilliseconds).unref();
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (children.size === 0) process.exit(codeOfSignal);
    stopAll(signal);
  });
}
/** npm's shell may die of a signal without passing it on; its death is then the only sign that we should stop. */
const stopWithNpm = () => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stopAll('SIGTERM');
  }, 500);
  watch.unref();
};
if (process.env.npm_lifecycle_event !== undefined) stopWithNpm();
process.on('exit', () => {
  for (const child of children) child.kill();
});

const track = (child) => {
  children.add(child);
  child.once('close', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
};

/** Runs a program in our terminal; resolves to its exit code. */
export const spawnExit = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = track(spawn(command, args, { stdio: 'inherit', windowsHide: true, ...options }));
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? codeOfSignal));
  });

const listen = (child, limit, done) => {
  let output = '';
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => (output += text));
  }
  child.once('error', (error) => done({ code: 127, output: error.message }));
  child.once('close', (code) => {
    clearTimeout(timer);
    done({ code: code ?? 1, output });
  });
};

/** Runs a program quietly; resolves to its exit code and everything it said. `limit` in milliseconds ends it. */
export const spawnQuiet = (command, args, { limit, ...options } = {}) =>
  new Promise((resolve) => {
    listen(track(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options })), limit, resolve);
  });
