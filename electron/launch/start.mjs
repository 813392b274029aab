// `start`: build what changed, then Electron where it can run, else the plain-Node host with the installed browser.
// It chooses the shell only; windows, ports and data are the program's business.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { spawnExit } from './children.mjs';
import { electronProgram } from './electronProgram.mjs';
import { root, takeDataFolder } from './folders.mjs';

/** An Electron that dies this soon never showed a window: the plain-Node host takes over. */
const soonMilliseconds = 5000;

const buildOrExplain = async () => {
  const { built, failures } = await build();
  if (built.length > 0) console.error(`已构建 built: ${built.join(', ')}`);
  for (const { name, failure } of failures) console.error(`构建失败 build failed: ${name}\n${failure}`);
  return failures.length === 0;
};

const startElectron = async (program, args) => {
  const began = performance.now();
  const code = await spawnExit(program, ['.', ...args], { cwd: root });
  return { code, gaveUp: code !== 0 && performance.now() - began < soonMilliseconds };
};

const startPlain = async (reason, args) => {
  const entry = join(root, 'dist/electron/headless.js');
  if (!existsSync(entry)) {
    console.error('缺少 dist/electron/headless.js，无法启动。There is no dist/electron/headless.js to start.');
    return 70;
  }
  console.error(`以 Node 方式运行（${reason.zh}）。Running on plain Node: ${reason.en}.`);
  return spawnExit(process.execPath, [entry, ...args], { cwd: root });
};

/** Runs the program until it ends; resolves to its exit code. */
export const start = async (given) => {
  const { folder, rest } = takeDataFolder(given);
  if (!(await buildOrExplain())) return 1;
  mkdirSync(folder, { recursive: true });
  const args = ['--data', folder, ...rest];
  const electron = await electronProgram(folder);
  if (electron.program === undefined) return startPlain(electron.reason, args);
  const { code, gaveUp } = await startElectron(electron.program, args);
  return gaveUp ? startPlain({ zh: `Electron 退出，代码 ${code}`, en: `Electron ended with code ${code}` }, args) : code;
};
