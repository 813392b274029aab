// The verbs of the launcher: one small function each, from arguments to an exit code. They run under Node 24.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkLint, checkTypes } from './checks.mjs';
import { spawnExit } from './children.mjs';
import { root } from './folders.mjs';
import { scriptOf } from './runtime.mjs';
import { start } from './start.mjs';

const runNode = (args, env = {}) => spawnExit(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });

const say = ({ code, output }) => {
  if (output.trim() !== '') console.log(output.trim());
  return code;
};

const runBuild = async () => {
  const { built, failures } = await build();
  for (const { name, failure } of failures) console.error(`build failed: ${name}\n${failure}`);
  console.log(built.length === 0 ? 'up to date' : `built: ${built.join(', ')}`);
  return failures.length === 0 ? 0 : 1;
};

const runPackageScript = async ([command = '', ...args]) => {
  if (command === 'node') return spawnExit(process.execPath, args);
  const script = scriptOf(command);
  if (script !== undefined) return spawnExit(process.execPath, [script, ...args]);
  console.error(`no installed package brings "${command}"`);
  return 64;
};

/** Runs tests/<name>/run.ts or run.mjs on a fresh build; Node 24 reads the TypeScript itself. */
const runLongForm = (name) => async (args) => {
  const script = [`tests/${name}/run.ts`, `tests/${name}/run.mjs`].find((file) => existsSync(join(root, file)));
  if (script === undefined) {
    console.error(`there is no tests/${name}/run.ts`);
    return 69;
  }
  const code = await runBuild();
  return code === 0 ? runNode([script, ...args]) : code;
};

/** Runs a built command, with paths as the person typed them. */
const runBuilt = (entry) => async (args) => {
  const { failures } = await build();
  const script = join(root, 'dist/electron', `${entry}.js`);
  if (failures.length === 0 && existsSync(script)) {
    return spawnExit(process.execPath, [script, ...args], { cwd: process.env.INIT_CWD ?? process.cwd() });
  }
  for (const { name, failure } of failures) console.error(`build failed: ${name}\n${failure}`);
  if (failures.length === 0) console.error(`there is no ${entry} to run`);
  return 69;
};

const runPack = async (args) => {
  const code = await runBuild();
  return code === 0 ? runNode([scriptOf('electron-builder'), ...args]) : code;
};

export const verbs = {
  start: { says: 'install, build, start the program  [--data DIR] [--sample] …', run: start },
  test: { says: 'every check and test  [step …]', run: (args) => runNode(['tests/run.mjs', ...args]) },
  build: { says: 'build the pages and the host into dist/', run: runBuild },
  typecheck: { says: 'check the types of all projects', run: async () => say(await checkTypes()) },
  lint: { says: 'lint everything; warnings are errors', run: async (args) => say(await checkLint(args)) },
  bench: { says: 'measure (tests/bench)', run: runLongForm('bench') },
  sabotage: { says: 'plant faults and demand red tests (tests/sabotage)', run: runLongForm('sabotage') },
  soak: { says: 'the long forms of the tests', run: (args) => runNode(['tests/run.mjs', ...args], { LEITAI_SOAK: '1' }) },
  recount: { says: 'count a session file again with the second implementation  FILE', run: runBuilt('recount') },
  verify: { says: 'verify the chains of a database backup  FILE --head HASH', run: runBuilt('verify') },
  cli: { says: 'the command line  assess|simulate|export …', run: runBuilt('cli') },
  pack: { says: 'build installers  [electron-builder arguments]', run: runPack },
  exec: { says: "run a package's command under Node 24  COMMAND …", run: runPackageScript },
};

export const usage = () =>
  ['node electron/launch.mjs VERB …', ...Object.entries(verbs).map(([name, { says }]) => `  ${name.padEnd(10)} ${says}`)].join(
    '\n',
  );
