import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    root: here('../..'),
    include: ['test/cluster/**/*.test.ts'],
    globalSetup: [here('support/global-setup.ts')],
    // Every test file has namespaces of its own; two at a time, as the control plane wants a core too.
    maxWorkers: 2,
    // Of the cases in one file.
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
  },
});
