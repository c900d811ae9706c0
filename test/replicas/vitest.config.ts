import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm run test:replicas`: several bot processes around a real redis-server. */
export default defineConfig({
  test: {
    root: here('../..'),
    include: ['test/replicas/**/*.test.ts'],
    globalSetup: [here('support/global-setup.ts')],
    // The storms want the whole machine.
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
