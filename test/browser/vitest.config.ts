import { defineConfig } from 'vitest/config';

/** Apart from `npm test`, because it needs a browser. */
export default defineConfig({
  test: { include: ['test/browser/**/*.browser.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
