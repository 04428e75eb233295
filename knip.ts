import type { KnipConfig } from 'knip';

/** What is reached by other ways than imports: pages name scripts, commands and builds name files. */
export default {
  // Apps of their own, which nothing here installs.
  ignore: ['examples/frameworks/**'],
  workspaces: {
    'examples/attendance': {
      entry: 'testing/{couch-server.js,store-page/main.ts,prepare/prepare-store.ts}',
      // PouchDB imports it and does not say so.
      ignoreDependencies: ['events'],
    },
    // Its configuration builds on what the package publishes, which knip would have to build first.
    'examples/element': { entry: 'src/main.ts', vite: false },
    'packages/element': { entry: ['rollup.types.config.js', 'inside-sdk/*.config.{js,ts}'] },
    'packages/headless': {
      entry: ['{page,*-page}/harness.ts', '{soak-page/soak,kiosk-page/door,peers-page/peer,start-page/start}.ts'],
    },
    // Compiled by the build of the engine.
    'packages/kernels': { entry: 'assembly/index.ts' },
    'packages/runtime': {
      entry: [
        'rollup.types.config.js',
        'src/engine/engine.ts',
        'testing/watch-other-origins.ts',
        'testing/liveness/measure-liveness.ts',
      ],
      // Only its model is read, from its folder.
      ignoreDependencies: ['@mediapipe/face_detection'],
    },
    // Of which a model is read, too.
    'packages/training': { ignoreDependencies: ['@mediapipe/face_detection'] },
    'packages/testkit': { entry: ['render/make-fixtures.ts', 'src/test-run/same-draws.ts'] },
    e2e: {
      entry: [
        'built-site.ts',
        'draw-{attendance-office,element-states,kiosk-states}.ts',
        'packed-package/write-bytes-page.ts',
        '*.{e2e,journey}.test.ts',
        '*-page/main.ts',
        'packed-package/*.test-d.ts',
        'consumers/{test-run,provide-tarball,*.consumers.test}.ts',
        'engines/{test-run,page/main,*.engines.test}.ts',
      ],
    },
  },
} satisfies KnipConfig;
