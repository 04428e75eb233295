import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, expect, it } from 'vitest';

type Import = readonly [file: string, module: string];

/** Imports that break a law, by the law that they break. */
const UNLAWFUL: Readonly<Record<string, readonly Import[]>> = {
  'core imports nothing': [
    ['packages/core/src/deep/x.ts', 'some-library'],
    ['packages/core/src/x.ts', 'node:fs'],
    ['packages/core/src/x.ts', '@face-verify/nets'],
  ],
  'core, nets and eval run anywhere': [
    ['packages/nets/src/x.ts', 'node:fs'],
    ['packages/eval/src/x.ts', 'node:path'],
  ],
  'the SDK runs in browsers': [
    ['packages/runtime/src/x.ts', 'node:fs/promises'],
    ['packages/element/src/x.ts', 'node:fs'],
  ],
  'views talk to the runtime alone': [
    ['packages/element/src/x.ts', '@face-verify/core'],
    ['packages/element/src/x.ts', '@tensorflow/tfjs-core'],
    ['examples/compare/src/x.ts', '@face-verify/core'],
  ],
  'nets serves kernels, runtime, training, testkit, zoo': [
    ['packages/core/src/x.test.ts', '@face-verify/nets'],
    ['packages/eval/src/x.ts', '@face-verify/nets'],
    ['packages/headless/src/x.ts', '@face-verify/nets'],
    ['e2e/x.ts', '@face-verify/nets'],
  ],
  'kernels serves runtime, zoo': [
    ['packages/nets/src/x.ts', '@face-verify/kernels'],
    ['packages/headless/src/x.ts', '@face-verify/kernels'],
  ],
  'eval serves headless, training, e2e': [
    ['packages/nets/src/x.ts', '@face-verify/eval'],
    ['packages/runtime/src/x.test.ts', '@face-verify/eval'],
    ['packages/testkit/src/x.ts', '@face-verify/eval'],
  ],
  'runtime serves element, headless, examples, e2e': [
    ['packages/nets/src/x.ts', 'face-verify'],
    ['packages/training/src/commands/x.ts', 'face-verify'],
  ],
  'headless serves measuring, e2e': [
    ['packages/runtime/src/x.ts', '@face-verify/headless'],
    ['packages/training/src/learn/x.ts', '@face-verify/headless'],
    ['examples/compare/src/x.ts', '@face-verify/headless/time-network'],
  ],
  'element serves examples, e2e': [['packages/runtime/src/x.ts', '@face-verify/element']],
  'training serves nobody': [['packages/headless/src/x.ts', '@face-verify/training']],
  'examples serve the configuration that builds their pages': [['packages/headless/src/x.ts', 'example-compare']],
  'e2e serves nobody': [['packages/headless/src/x.ts', 'e2e']],
  'testkit serves tests': [['packages/headless/src/x.ts', '@face-verify/testkit']],
  'repository serves what runs in Node': [
    ['packages/nets/src/x.ts', '@face-verify/repository'],
    ['packages/runtime/vite/from-package.ts', '@face-verify/repository'],
  ],
  'testing tools serve tests': [['packages/training/src/learn/x.ts', '../testing/x.ts']],
  'MediaPipe has a file in runtime, one in headless': [
    ['packages/runtime/src/x.ts', '@mediapipe/tasks-vision'],
    ['packages/headless/page/x.ts', '@mediapipe/tasks-vision'],
  ],
  'tfjs backends have a folder in runtime, one in training, one and a file in the zoo': [
    ['packages/runtime/src/x.ts', '@tensorflow/tfjs-backend-webgpu'],
    ['packages/headless/src/zoo/x.ts', '@tensorflow/tfjs-backend-wasm'],
    ['packages/nets/src/x.ts', '@tensorflow/tfjs'],
    ['packages/training/src/learn/x.ts', '@tensorflow/tfjs'],
  ],
  'the engine alone computes': [
    ['packages/runtime/src/x.ts', '@tensorflow/tfjs-core'],
    ['packages/runtime/src/x.ts', '@face-verify/nets'],
    ['packages/runtime/src/x.ts', '@face-verify/kernels'],
    ['packages/runtime/vite/from-package.ts', '@face-verify/nets'],
  ],
  'room data serves later rooms': [['packages/training/src/x.ts', './data/x.ts']],
  'room teach serves later rooms': [['packages/training/src/data/x.ts', '../teach/x.ts']],
  'room losses serves later rooms': [['packages/training/src/teach/x.ts', '../losses/x.ts']],
  'room engine serves later rooms': [['packages/training/src/losses/x.ts', '../engine/x.ts']],
  'room learn serves later rooms': [['packages/training/src/engine/x.ts', '../learn/x.ts']],
  'room measure serves later rooms': [['packages/training/src/learn/x.ts', '../measure/x.ts']],
  'room publish serves later rooms': [['packages/training/src/measure/x.ts', '../publish/x.ts']],
  'room recipes serves later rooms': [['packages/training/src/publish/x.ts', '../recipes/x.ts']],
  'room commands serves later rooms': [['packages/training/src/recipes/x.ts', '../commands/x.ts']],
  'no circles': [
    ['packages/eval/src/round.ts', './about.ts'],
    ['packages/eval/src/about.ts', './round.ts'],
  ],
  'packages by name': [
    ['packages/nets/src/x.ts', '../../core/src/index.ts'],
    ['e2e/x.ts', '../packages/eval/src/index.ts'],
  ],
  'nothing missing': [['packages/nets/src/x.ts', './nowhere.ts']],
  'nothing undeclared': [
    ['packages/training/src/learn/x.test.ts', 'some-library'],
    ['packages/eval/src/x.test.ts', '@face-verify/testkit'],
    ['packages/eval/src/x.ts', '@tensorflow/tfjs-core'],
    ['e2e/x.ts', '@mediapipe/tasks-vision'],
  ],
  'nothing undeclared at run time': [
    ['packages/headless/src/x.ts', 'vitest'],
    ['packages/nets/src/x.ts', '@face-verify/testkit'],
  ],
};

const LAWFUL: readonly Import[] = [
  ['packages/core/src/x.ts', './deep/x.ts'],
  ['packages/core/src/x.test.ts', 'vitest'],
  ['packages/core/src/x.test.ts', 'node:fs'],
  ['packages/nets/src/x.ts', '@face-verify/core'],
  ['packages/nets/src/x.ts', '@tensorflow/tfjs-core'],
  ['packages/nets/src/x.test.ts', '@face-verify/testkit'],
  ['packages/nets/src/x.test.ts', '@tensorflow/tfjs'],
  ['packages/kernels/src/x.ts', '@face-verify/nets'],
  ['packages/runtime/src/networks/x.ts', '@face-verify/nets'],
  ['packages/runtime/src/backend/x.ts', '@face-verify/kernels'],
  ['packages/runtime/src/x.test.ts', 'face-verify'],
  ['packages/runtime/src/backend/x.ts', '@tensorflow/tfjs-backend-webgpu'],
  ['packages/runtime/src/detector/mediapipe-face-detector.ts', '@mediapipe/tasks-vision'],
  ['packages/runtime/vite/from-package.ts', 'vite'],
  ['packages/runtime/vite/from-package.ts', 'node:fs'],
  ['packages/element/src/x.ts', 'face-verify'],
  ['packages/headless/src/x.ts', 'face-verify/vite'],
  ['packages/headless/src/x.ts', '@face-verify/repository'],
  ['packages/runtime/vite/from-source.ts', '@face-verify/repository'],
  ['packages/headless/src/zoo/x.ts', '@face-verify/nets'],
  ['packages/headless/src/zoo/start-wasm.ts', '@tensorflow/tfjs-backend-wasm'],
  ['packages/headless/landmarker-page/harness.ts', '@mediapipe/tasks-vision'],
  ['packages/training/src/commands/x.ts', '@face-verify/headless'],
  ['packages/training/src/commands/y.ts', '../data/x.ts'],
  ['packages/training/src/data/x.test.ts', '../learn/x.ts'],
  ['packages/training/src/engine/x.ts', '@tensorflow/tfjs'],
  ['examples/compare/src/untrained.ts', '@face-verify/headless/time-network'],
  ['e2e/x.ts', '@face-verify/headless'],
  ['vite.config.ts', './packages/runtime/vite/from-source.ts'],
];

/** The files that packages are imported by. */
const ENTRIES = [
  ['@face-verify/core', 'packages/core', 'src/index.ts'],
  ['@face-verify/nets', 'packages/nets', 'src/index.ts'],
  ['@face-verify/kernels', 'packages/kernels', 'src/index.ts'],
  ['@face-verify/eval', 'packages/eval', 'src/index.ts'],
  ['face-verify', 'packages/runtime', 'src/index.ts', 'vite/from-source.ts'],
  ['@face-verify/element', 'packages/element', 'src/index.ts'],
  ['@face-verify/headless', 'packages/headless', 'src/index.ts', 'src/zoo/time-network.ts'],
  ['@face-verify/testkit', 'packages/testkit', 'src/index.ts'],
  ['@face-verify/training', 'packages/training', 'index.ts', 'src/testing/x.ts'],
  ['@face-verify/repository', 'packages/repository', 'index.js'],
  ['example-compare', 'examples/compare', 'index.ts'],
  ['e2e', 'e2e', 'index.ts'],
] as const;

const LIBRARIES = [
  '@mediapipe/tasks-vision',
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
  'some-library',
  'vite',
  'vitest',
];

const ROOT = import.meta.dirname;
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What dependency-cruiser makes of a repository that has these imports and the manifests of this one. */
function cruise(imports: readonly Import[]): ICruiseResult {
  const folder = mkdtempSync(join(tmpdir(), 'face-verify-law-'));
  const write = (file: string, ...lines: readonly string[]) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    appendFileSync(join(folder, file), `${lines.join('\n')}\n`);
  };
  for (const [name, place, ...files] of ENTRIES) {
    const manifest = join(ROOT, place, 'package.json');
    for (const file of files) write(`${place}/${file}`, 'export {};');
    write(`${place}/package.json`, existsSync(manifest) ? readFileSync(manifest, 'utf8') : '{}');
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(folder, place), join(folder, 'node_modules', name));
  }
  for (const name of LIBRARIES) write(`node_modules/${name}/index.js`, 'export {};');
  for (const [file, module] of imports) write(file, `import '${module}';`);
  const places = ['packages', 'examples', 'e2e', 'vite.config.ts'];
  const options = ['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, [DEPCRUISE, ...places, ...options], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout);
}

let laws: readonly string[];
/** The names of the laws that an import breaks. */
let brokenBy: (found: Import) => readonly string[];

beforeAll(() => {
  const { modules, summary } = cruise([...Object.values(UNLAWFUL).flat(), ...LAWFUL]);
  laws = (summary.ruleSetUsed?.forbidden ?? []).map(({ name = '' }) => name);
  brokenBy = ([file, name]) => {
    const dependencies = modules.find(({ source }) => source === file)?.dependencies;
    const dependency = dependencies?.find(({ protocol = '', module }) => protocol + module === name);
    if (dependency === undefined) throw new Error(`${file} was not seen to import ${name}.`);
    return (dependency.rules ?? []).map((rule) => rule.name);
  };
});

it('has an unlawful import here for each of its laws', () => {
  expect(new Set(Object.keys(UNLAWFUL))).toEqual(new Set(laws));
});

it.each(Object.entries(UNLAWFUL))('catches what breaks this law: %s', (law, imports) => {
  for (const found of imports) expect(brokenBy(found), found.join(' imports ')).toContain(law);
});

it.each(LAWFUL)('lets %s import %s', (...found) => {
  expect(brokenBy(found)).toEqual([]);
});
