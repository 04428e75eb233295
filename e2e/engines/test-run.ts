import { defaultServerConditions, defineConfig } from 'vite';
import type {} from 'vitest/config';

const SOURCE = 'face-verify-source';

/** Runs what is tried in other browsers than Chromium. They have to be installed, and are no part of `npm test`. */
export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions], externalConditions: [SOURCE, 'node'] } },
  test: {
    root: import.meta.dirname,
    include: ['*.engines.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
