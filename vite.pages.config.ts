// Builds ONE page surface (LEITAI_SURFACE: console or projector) into its own folder dist/pages/<surface>/.
// Each surface keeps its own assets, so a listener can serve one folder and nothing of another. No inline scripts, no data: URLs.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const surface = process.env['LEITAI_SURFACE'] ?? 'console';
const outDir = process.env['LEITAI_OUT_DIR'] ?? resolve(root, 'dist/pages', surface);

export default defineConfig({
  root: resolve(root, 'renderer', surface),
  base: './',
  publicDir: false,
  clearScreen: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: ['chrome111', 'edge111', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2500,
  },
});
