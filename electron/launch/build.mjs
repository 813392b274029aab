// Builds the pages and the host into dist/, part by part, skipping what is unchanged.
// A part is built beside the old one and swapped in whole: a failed build leaves the last good one standing.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawnQuiet } from './children.mjs';
import { compressFolder } from './compress.mjs';
import { root } from './folders.mjs';
import { scriptOf } from './runtime.mjs';
import { stampOf } from './stamp.mjs';

const everywhere = ['shared', 'resources', 'package-lock.json', 'tsconfig.json'];

const page = (surface, config) => ({
  name: surface,
  entries: [`renderer/${surface}/index.html`],
  folder: `dist/pages/${surface}`,
  sources: ['renderer', config, 'electron/launch/compress.mjs', ...everywhere],
  isServed: true,
  runs: [{ config, env: { LEITAI_SURFACE: surface } }],
});

const hostRuns = () => {
  const run = { config: 'vite.host.config.ts', env: {} };
  if (!existsSync(join(root, 'electron/shell/preload.ts'))) return [run];
  return [run, { ...run, env: { LEITAI_PRELOAD: '1' } }];
};

const parts = () => [
  page('console', 'vite.pages.config.ts'),
  {
    name: 'host',
    entries: ['electron/host.ts', 'electron/headless.ts', 'electron/main.ts', 'electron/recount/recount.ts'],
    folder: 'dist/electron',
    sources: ['electron', 'vite.host.config.ts', ...everywhere],
    runs: hostRuns(),
  },
  page('projector', 'vite.pages.config.ts'),
  page('judge', 'vite.judge.config.ts'),
  page('clerk', 'vite.clerk.config.ts'),
];

const stampFile = (part) => join(root, 'dist', `.stamp-${part.name}`);

const isCurrent = (part, stamp) =>
  existsSync(join(root, part.folder)) && existsSync(stampFile(part)) && readFileSync(stampFile(part), 'utf8') === stamp;

const swapIn = (fresh, folder) => {
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
};

const runVite = async (runs, fresh) => {
  for (const { config, env } of runs) {
    const { code, output } = await spawnQuiet(process.execPath, [scriptOf('vite'), 'build', '--config', config], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', LEITAI_OUT_DIR: fresh, ...env },
    });
    if (code !== 0) return stripVTControlCharacters(output).split('\n    at ')[0].trim();
  }
  return undefined;
};

const buildPart = async (part) => {
  const stamp = stampOf(part.sources);
  if (isCurrent(part, stamp)) return { name: part.name, built: false };
  const fresh = join(root, 'dist', `.fresh-${part.name}-${process.pid}`);
  const failure = await runVite(part.runs, fresh);
  if (failure === undefined) {
    if (part.isServed) compressFolder(fresh);
    swapIn(fresh, join(root, part.folder));
    writeFileSync(stampFile(part), stamp);
  } else rmSync(fresh, { recursive: true, force: true });
  return { name: part.name, built: true, failure };
};

/** Two at a time: the build of one page keeps one core busy. */
const inTwoLanes = async (jobs) => {
  const waiting = [...jobs];
  const results = [];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) results.push(await buildPart(job));
  };
  await Promise.all([lane(), lane()]);
  return results;
};

/** Builds what changed. `{built}` names the parts built, `{failures}` what the failed ones said. */
export const build = async () => {
  const present = parts().filter((part) => part.entries.some((entry) => existsSync(join(root, entry))));
  const results = await inTwoLanes(present);
  return {
    built: results.filter((result) => result.built && result.failure === undefined).map((result) => result.name),
    failures: results.filter((result) => result.failure !== undefined),
  };
};
