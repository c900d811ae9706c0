import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs neither Go nor a browser. Those have a config of their own beside their tests. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/cluster/**', 'test/browser/**', 'test/deploy/**'],
    testTimeout: 20_000,
  },
});
