import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `npm run test:deploy`: image, chart, Kustomize base and release, with helm, kubeconform and hadolint. No cluster. */
export default defineConfig({
  test: {
    root: here('../..'),
    include: ['test/deploy/**/*.test.ts'],
    globalSetup: [here('support/global-setup.ts')],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
