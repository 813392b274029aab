// Finds the Node that runs the program (24 or newer) and the scripts of installed packages.
// It never trusts node_modules/.bin: several npm versions delete or mislink what lies there.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';

const wantedMajor = 24;
const systems = { win32: 'win', linux: 'linux', darwin: 'darwin' };

const platformPackage = () => `node-${systems[process.platform] ?? process.platform}-${process.arch}`;

const bundledNode = () => {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', platformPackage(), 'bin', file);
  return existsSync(path) ? realpathSync(path) : undefined;
};

const runningIsEnough = () => Number.parseInt(process.versions.node, 10) >= wantedMajor;

/** `{path}` of a Node 24, or `{sentence}` that tells a person what to do. */
export const findNode = () => {
  const bundled = bundledNode();
  if (bundled !== undefined) return { path: bundled };
  if (runningIsEnough()) return { path: process.execPath };
  const sentence = `请安装 Node.js 24（当前为 ${process.version}）后重试。Please install Node.js 24 and try again: this is ${process.version}.`;
  return { sentence };
};

/** Commands that are not named like the package that brings them. */
const packagesOfCommands = { tsc: 'typescript', depcruise: 'dependency-cruiser', playwright: 'playwright-core' };

/** The script behind a package's command, e.g. `scriptOf('vitest')`; undefined when no installed package brings it. */
export const scriptOf = (command) => {
  const folder = join(root, 'node_modules', packagesOfCommands[command] ?? command);
  const description = join(folder, 'package.json');
  if (!existsSync(description)) return undefined;
  const { bin } = JSON.parse(readFileSync(description, 'utf8'));
  const script = typeof bin === 'string' ? bin : bin?.[command];
  return script === undefined ? undefined : join(folder, script);
};
