// The test projects: unit (rules, architecture), host (sockets, database), browser (real pages in Chromium), documents (files out and in).
// A word on the console that no test expects fails the run.
import { defineConfig } from 'vitest/config';

const project = (name: string, folders: readonly string[], limits: { readonly seconds: number; readonly workers: number }) => ({
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
    environment: 'node' as const,
    setupFiles: ['tests/support/strayOutput.ts'],
    globalSetup: name === 'unit' ? [] : ['tests/support/chromiumSetup.ts'],
    testTimeout: limits.seconds * 1000,
    hookTimeout: limits.seconds * 1000,
    maxWorkers: limits.workers,
    fileParallelism: limits.workers > 1,
    // A busy machine may be late; a wait that is never fulfilled still fails.
    expect: { poll: { timeout: 10_000 } },
  },
});

export default defineConfig({
  test: {
    // Failures are read as one message each in tests/run.mjs: it must hold the values.
    chaiConfig: { truncateThreshold: 1500 },
    projects: [
      project('unit', ['unit', 'architecture'], { seconds: 15, workers: 2 }),
      project('host', ['host'], { seconds: 30, workers: 2 }),
      project('browser', ['browser'], { seconds: 90, workers: 2 }),
      project('documents', ['documents'], { seconds: 60, workers: 1 }),
    ],
  },
});
