// Installs the packages when they are missing or older than the lock. It never changes the lock.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnExit } from './children.mjs';
import { root } from './folders.mjs';

const lock = join(root, 'package-lock.json');
const installedLock = join(root, 'node_modules', '.package-lock.json');
const mark = join(root, 'node_modules', '.leitai-lock');

const lockHash = () => createHash('sha256').update(readFileSync(lock)).digest('hex');
const changedAt = (file) => statSync(file).mtimeMs;

/** A checkout touches the lock without changing it: the remembered hash decides before the clock does. */
const isCurrent = () => {
  // Linked packages belong to another tree: installing here would empty that one.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  if (!existsSync(lock)) return existsSync(join(root, 'node_modules'));
  if (!existsSync(installedLock)) return false;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lockHash()) return true;
  return changedAt(installedLock) >= changedAt(lock);
};

const npm = () => {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return { command: process.execPath, before: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [] };
};

const turn = join(tmpdir(), `leitai-install-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
const forgottenAfter = 10 * 60_000;

/** One install at a time in a tree: two at once would empty each other's packages. A turn that was never given back is taken after ten minutes. */
const takeTurn = async () => {
  for (;;) {
    try {
      mkdirSync(turn);
      return;
    } catch {
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > forgottenAfter) rmSync(turn, { recursive: true, force: true });
      await pause(500);
    }
  }
};

/** Resolves to 0 when the packages are there, else to the exit code of the failed install. */
export const ensureInstalled = async () => {
  if (isCurrent()) return 0;
  await takeTurn();
  try {
    return isCurrent() ? 0 : await install();
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
};

const install = async () => {
  console.error('正在安装组件（首次约半分钟）… installing packages, about half a minute');
  const { command, before } = npm();
  const code = await spawnExit(command, [...before, 'ci', '--no-audit', '--no-fund', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: command.endsWith('.cmd'),
  });
  if (code === 0) writeFileSync(mark, lockHash());
  else console.error(`安装失败（npm ci，代码 ${code}）。The install failed; run "npm ci" to see why.`);
  return code;
};
