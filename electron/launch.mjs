// The launcher behind every npm script: plain JavaScript for any Node from 20 on, nothing but Node built-ins.
// It installs what is missing, finds Node 24 and runs the verb under it. It decides nothing about the program itself.
import { spawnExit } from './launch/children.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { findNode } from './launch/runtime.mjs';
import { usage, verbs } from './launch/verbs.mjs';

const [name = '', ...args] = process.argv.slice(2);
const verb = verbs[name];

const launch = async () => {
  if (verb === undefined) {
    console.error(usage());
    return 64;
  }
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const node = findNode();
  if (node.path === undefined) {
    console.error(node.sentence);
    return 69;
  }
  if (node.path !== process.execPath) return spawnExit(node.path, [import.meta.filename, name, ...args]);
  return verb.run(args);
};

process.exitCode = await launch();
