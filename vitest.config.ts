import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs neither Go, a browser nor Redis. Those have a config of their own beside their tests. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/cluster/**', 'test/browser/**', 'test/deploy/**', 'test/replicas/**'],
    testTimeout: 20_000,
  },
});
