// Builds what runs in Node 24 and Electron into dist/electron/: ES modules, every library inside except electron and better-sqlite3.
// Entries that do not exist are left out. All chunks lie flat in dist/electron/, so `import.meta.dirname` is that folder everywhere.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const outDir = process.env['LEITAI_OUT_DIR'] ?? resolve(root, 'dist/electron');
const preload = process.env['LEITAI_PRELOAD'] === '1';

const modules = {
  main: 'electron/main.ts',
  headless: 'electron/headless.ts',
  host: 'electron/host.ts',
  worker: 'electron/worker/worker.ts',
  recount: 'electron/recount/recount.ts',
  verify: 'electron/recount/verify.ts',
  cli: 'electron/cli/cli.ts',
};
const sandboxed = { preload: 'electron/shell/preload.ts' };

const existing = (entries: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]): [string, string] => [name, resolve(root, file)])
      .filter(([, file]) => existsSync(file)),
  );

export default defineConfig({
  root,
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: !preload,
    target: 'node24',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: existing(preload ? sandboxed : modules),
      external: [/^electron(\/|$)/, 'better-sqlite3'],
      // A sandboxed preload can only be CommonJS.
      output: preload
        ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
        : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
