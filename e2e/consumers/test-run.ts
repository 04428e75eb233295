import { defaultServerConditions, defineConfig } from 'vite';
import type {} from 'vitest/config';

const SOURCE = 'face-verify-source';

/** Runs the consumers: apps that are built and hosted in many ways. They take minutes, and are no part of `npm test`. */
export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions], externalConditions: [SOURCE, 'node'] } },
  test: {
    root: import.meta.dirname,
    include: ['*.consumers.test.ts'],
    globalSetup: ['provide-tarball.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
