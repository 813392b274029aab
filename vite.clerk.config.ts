// Builds the stations' page (clerks and supervisors): Preact like the judge's, for a current browser on a laptop or tablet.
// Served by the room listener from its own folder; no inline scripts, no data: URLs.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const outDir = process.env['LEITAI_OUT_DIR'] ?? resolve(root, 'dist/pages/clerk');

export default defineConfig({
  root: resolve(root, 'renderer/clerk'),
  base: './',
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir,
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
