import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const BIOME = fileURLToPath(new URL('bin/biome', import.meta.resolve('@biomejs/biome/package.json')));

interface Law {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
}

const LAWS: readonly Law[] = [
  {
    file: 'packages/core/src/deep/x.ts',
    allowed: ['./a.ts', '../image.ts'],
    forbidden: ['@face-verify/nets', '@tensorflow/tfjs-core', 'node:fs', 'left-pad', '../../../nets/src/card.ts'],
  },
  {
    file: 'packages/core/src/x.test.ts',
    allowed: ['vitest', '@face-verify/testkit'],
    forbidden: ['@face-verify/nets', 'face-verify'],
  },
  {
    file: 'packages/nets/src/x.ts',
    allowed: ['@face-verify/core', '@tensorflow/tfjs-core'],
    forbidden: ['@face-verify/eval', '@tensorflow/tfjs-backend-wasm', 'node:fs'],
  },
  { file: 'packages/eval/src/x.ts', allowed: ['@face-verify/core'], forbidden: ['@face-verify/nets', 'face-verify'] },
  {
    file: 'packages/runtime/src/x.ts',
    allowed: ['@face-verify/core', '@face-verify/nets', '@tensorflow/tfjs-core'],
    forbidden: [
      '@face-verify/eval',
      '@face-verify/headless',
      '@face-verify/testkit',
      '@face-verify/training',
      '@mediapipe/tasks-vision',
      '@tensorflow/tfjs-backend-wasm/dist/backend_wasm',
      '@tensorflow/tfjs-backend-webgpu',
      'node:fs/promises',
    ],
  },
  {
    file: 'packages/runtime/src/backend/x.ts',
    allowed: ['@tensorflow/tfjs-backend-webgpu'],
    forbidden: ['@mediapipe/tasks-vision'],
  },
  {
    file: 'packages/runtime/src/detector/mediapipe-face-detector.ts',
    allowed: ['@mediapipe/tasks-vision'],
    forbidden: ['@tensorflow/tfjs-backend-wasm'],
  },
  {
    file: 'packages/runtime/vite/x.ts',
    allowed: ['../src/asset-paths.ts', 'node:fs', 'vite'],
    forbidden: ['../../core/src/image.ts'],
  },
  {
    file: 'packages/runtime/src/x.test.ts',
    allowed: ['@face-verify/testkit'],
    forbidden: ['@face-verify/training', '@face-verify/eval'],
  },
  {
    file: 'packages/training/src/x.ts',
    allowed: ['@face-verify/eval', '@face-verify/nets'],
    forbidden: ['face-verify', '@face-verify/headless', '@mediapipe/tasks-vision', '@tensorflow/tfjs-backend-cpu'],
  },
  { file: 'packages/training/src/commands/x.ts', allowed: ['@face-verify/headless'], forbidden: ['face-verify'] },
  { file: 'packages/training/src/engine/x.ts', allowed: ['@tensorflow/tfjs-backend-cpu'], forbidden: ['face-verify'] },
  {
    file: 'packages/element/src/x.ts',
    allowed: ['face-verify'],
    forbidden: ['@face-verify/core', '@tensorflow/tfjs-core', '@mediapipe/tasks-vision'],
  },
  {
    file: 'packages/headless/src/x.ts',
    allowed: ['face-verify', 'face-verify/vite', '@face-verify/eval'],
    forbidden: ['@face-verify/testkit', '@face-verify/training'],
  },
  {
    file: 'examples/compare/src/x.ts',
    allowed: ['face-verify', './photo.ts'],
    forbidden: ['@face-verify/core', '../../../packages/core/src/image.ts'],
  },
  { file: 'e2e/x.ts', allowed: ['@face-verify/headless'], forbidden: ['../packages/core/src/image.ts'] },
];

const GLOBALS = ['window', 'document', 'process', 'fetch'];

/** Lines by file. */
type Sources = Readonly<Record<string, readonly string[]>>;

/** Those lines that the linter calls unlawful, in files of these names outside this repository. */
function unlawful(sources: Sources): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'face-verify-law-'));
  for (const file of ['biome.json', '.gitignore']) copyFileSync(join(REPOSITORY, file), join(folder, file));
  for (const [file, lines] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  }
  const rules = ['--only=style/noRestrictedImports', '--only=style/noRestrictedGlobals'];
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const { stdout } = spawnSync(
    process.execPath,
    [BIOME, 'lint', ...rules, '--reporter=github', '--max-diagnostics=none'],
    options,
  );
  rmSync(folder, { recursive: true });
  const isUnlawful = (file: string, line: number) => stdout.includes(`/${file},line=${line},`);
  const found = Object.entries(sources).map(([file, lines]) => [file, lines.filter((_, i) => isUnlawful(file, i + 1))]);
  return Object.fromEntries(found);
}

describe('the import law', () => {
  it('lets each package import what it may and nothing else', () => {
    const toLine = (module: string) => `export * from '${module}';`;
    const sources = LAWS.map(({ file, allowed, forbidden }) => [file, [...allowed, ...forbidden].map(toLine)]);
    const expected = LAWS.map(({ file, forbidden }) => [file, forbidden.map(toLine)]);
    expect(unlawful(Object.fromEntries(sources))).toEqual(Object.fromEntries(expected));
  });

  it('keeps what only one environment has out of the pure packages', () => {
    const lines = GLOBALS.map((name, i) => `export const x${i} = ${name};`);
    const sources = Object.fromEntries(['core', 'nets', 'eval'].map((name) => [`packages/${name}/src/x.ts`, lines]));
    expect(unlawful(sources)).toEqual(sources);
  });
});
