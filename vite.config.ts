import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import type { TestUserConfig } from 'vitest/config';
// By path: what Vite finds by path it compiles, while a package's TypeScript would be left to Node.
import { faceVerifyAssets } from './packages/runtime/vite/from-source.ts';

/** The packages' own sources, not what they publish. */
const SOURCE = 'face-verify-source';

/** The same in Node, where Vite resolves what it compiles and what it leaves to Node by two lists. */
const SOURCES_IN_NODE = {
  resolve: { conditions: [SOURCE, ...defaultServerConditions] },
  ssr: {
    resolve: { conditions: [SOURCE, ...defaultServerConditions], externalConditions: [SOURCE, 'node'] },
  },
};

/** What libraries say on the console whenever they start: MediaPipe's diary, and tfjs's advice to install its Node engine. */
const CHATTER = [
  /^(?:[IW]\d{4} |INFO: Created TensorFlow Lite|Graph (?:successfully|finished))/,
  /^\s*=+\s*Hi, looks like you are running TensorFlow\.js in Node\.js\.[^\n]*\s*=+\s*$/,
  /^Lit is in dev mode\./,
  /^Platform node has already been set\.[^\n]*\s*$/,
];

/** WebGPU in software, so that no test depends on what GPU a machine has. */
const SAME_ON_EVERY_MACHINE = ['--use-webgpu-adapter=swiftshader'];

/** Vitest would leave one to itself, which is half of a small machine. */
const ALL_CORES = '100%';

/** Time for a busy machine, not for slow tests. */
const PATIENCE_MS = 60_000;

const JOURNEYS = {
  // Each has a browser of its own: more at once would time each other out, on a large machine, too.
  maxWorkers: 2,
  // What they load takes seconds, and they keep nothing of one another.
  isolate: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

/** What is served and built, in its folder. */
const PAGES = ['', 'attendance/', 'compare/'];

/** What journeys through built pages need beside them. */
const PAGES_OF_JOURNEYS = ['attendance/testing/prepare/'];

const pathOf = (page: string) => fileURLToPath(new URL(`examples/${page}index.html`, import.meta.url));

/** Serves and builds the attendance check-in and the page that compares two photographs; tests all packages. */
export default defineConfig(async ({ mode, command }) => ({
  root: dirname(pathOf('')),
  plugins: [
    faceVerifyAssets(),
    ...(command === 'build' ? (await import('./examples/attendance/pwa.config.js')).attendancePwa() : []),
  ],
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  server: { strictPort: false },
  build: { rollupOptions: { input: [...PAGES, ...(mode === 'journeys' ? PAGES_OF_JOURNEYS : [])].map(pathOf) } },
  ...(mode === 'test' && { test: await testRun() }),
}));

/** One kind after the other: in Node, in a browser, through pages and commands, and the long journeys of `npm run journeys`. */
async function testRun(): Promise<TestUserConfig> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { chromiumFlags } = await import('./packages/headless/src/chromium/chromium-flags.ts');
  const { ForeignRequests } = await import('./packages/headless/src/browser/foreign-requests.ts');
  const { provideChromium } = await import('./packages/headless/src/chromium/provide-chromium.ts');
  const { ClosingLineReporter } = await import('./packages/testkit/src/test-run/closing-line-reporter.ts');
  const { browserCommands } = await import('./packages/runtime/testing/browser-commands.ts');
  const { serveTestFiles, sharedFolder } = await import('./packages/runtime/testing/serve-test-files.ts');
  const root = import.meta.dirname;
  const launchOptions = {
    executablePath: orExit(provideChromium),
    args: [...chromiumFlags({ webgpu: true }), ...SAME_ON_EVERY_MACHINE],
  };
  return {
    root,
    reporters: ['default', new ClosingLineReporter()],
    onConsoleLog: (log) => !CHATTER.some((line) => line.test(log)),
    projects: [
      {
        ...SOURCES_IN_NODE,
        test: {
          name: 'node',
          root,
          include: ['*.test.ts', '{packages,examples}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules', '**/dist'],
          setupFiles: ['packages/testkit/src/test-run/same-draws.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          maxWorkers: ALL_CORES,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [faceVerifyAssets(), serveTestFiles()],
        resolve: { conditions: [SOURCE, ...defaultClientConditions] },
        // Imported late: Vite would reload a test that is running when it finds it.
        optimizeDeps: {
          include: ['jose', '@lit-labs/virtualizer/virtualize.js', '@tensorflow/tfjs-core/dist/register_all_gradients'],
        },
        test: {
          name: 'browser',
          root,
          include: ['{packages,examples}/**/*.browser.test.ts'],
          setupFiles: ['packages/runtime/testing/watch-other-origins.ts'],
          provide: { hasShared: sharedFolder !== undefined },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          maxWorkers: ALL_CORES,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: browserCommands(ForeignRequests.watch),
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        ...SOURCES_IN_NODE,
        test: {
          name: 'e2e',
          root,
          include: ['e2e/**/*.e2e.test.ts'],
          ...JOURNEYS,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...SOURCES_IN_NODE,
        test: {
          name: 'journeys',
          root,
          include: ['e2e/**/*.journey.test.ts'],
          globalSetup: ['e2e/built-site.ts'],
          ...JOURNEYS,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  };
}

/** A failure that is told in one line, without a trace of calls. */
function orExit<Value>(provide: () => Value): Value {
  try {
    return provide();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
