import { rollup } from 'rollup';
import { beforeAll, expect, test } from 'vitest';
import { engineBundler } from './engine-bundle.ts';
import { leanTfjs } from './lean-tfjs.ts';
import { ownTfjsGlobals } from './own-tfjs-globals.ts';

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const built = await engineBundler()();
  files = new Map([...built].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
});

test('the engine imports nothing but its own second module, and that nothing but the engine', () => {
  const imports = (path: string) => [
    ...(files.get(path) ?? '').matchAll(/\b(?:from|import)\s*\(?\s*(["'`][^"'`]+["'`])/g),
  ];
  expect(imports('engine.js').map(([, name]) => name)).toEqual(['"./engine-webgpu.js"']);
  expect(new Set(imports('engine-webgpu.js').map(([, name]) => name))).toEqual(new Set(['"./engine.js"']));
});

test('no global name of TensorFlow.js is left, so that the page’s own is another', () => {
  for (const name of ['engine.js', 'engine-webgpu.js']) expect(files.get(name)).not.toMatch(/_tf(?:engine|Globals)\b/);
  expect(files.get('engine.js')).toMatch(/_tfengine_\d+_\d+_\d+\b/);
});

test('the licences of all that it holds come with it', () => {
  for (const name of ['@tensorflow/tfjs-core', '@mediapipe/tasks-vision', 'image-dimensions', 'Apache License']) {
    expect(files.get('engine-licences.md')).toContain(name);
  }
});

test('a TensorFlow.js that names its globals otherwise is not bundled', async () => {
  const another = {
    name: 'another',
    resolveId: (id: string) => id,
    load: () => 'export const engine = globalThis._tfengine;',
  };
  const bundling = rollup({
    input: '/node_modules/@tensorflow/tfjs-core/index.js',
    plugins: [another, ownTfjsGlobals('1.0.0') as never],
  });
  await expect(bundling).rejects.toThrow('TensorFlow.js has no _tfGlobals any more.');
});

test('a TensorFlow.js that registers its kernels otherwise is not bundled', async () => {
  const another = {
    name: 'another',
    resolveId: (id: string) => id,
    load: () => `import { absConfig } from './kernels/Abs';`,
  };
  const bundling = (id: string) =>
    rollup({ input: `/@tensorflow/tfjs-backend-wasm/dist/${id}.js`, plugins: [leanTfjs(['Add']) as never, another] });
  await expect(bundling('register_all_kernels')).rejects.toThrow('TensorFlow.js has kernels of other names.');
  await expect(bundling('kernels')).rejects.toThrow('register_all_kernels');
});
