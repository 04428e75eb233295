import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '@face-verify/repository';
import { build, defaultClientConditions, type Plugin, type Rollup } from 'vite';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import { type BuiltFiles, cachedBuild } from './cached-build.ts';
import { ENGINE_KERNELS } from './engine-kernels.ts';
import { kernelBinaries, kernelSources } from './kernel-binaries.ts';
import { leanTfjs } from './lean-tfjs.ts';
import { ownTfjsGlobals } from './own-tfjs-globals.ts';
import { smallest } from './smallest.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const RUNTIME = join(HERE, '..');
const MANIFEST = join(RUNTIME, 'package.json');
const APACHE = join(REPOSITORY, 'LICENSE');
const LICENCES = 'engine-licences.md';

/** The paths of the engine's files among the assets. */
export const ENGINE_PATHS = [ASSET_PATHS.engine, ASSET_PATHS.engineWebgpu, LICENCES] as const;

/**
 * @returns what bundles the engine and all that it is made of, TensorFlow.js and MediaPipe included, into one module,
 *   with WebGPU in a second one that is loaded where it runs; unless nothing has changed since it was done last
 */
export function engineBundler(): () => Promise<BuiltFiles> {
  return cachedBuild('face-verify-engine', bundleEngine);
}

async function bundleEngine() {
  const { version } = JSON.parse(await readFile(MANIFEST, 'utf8'));
  const inputs = [
    MANIFEST,
    APACHE,
    // Another bundler bundles otherwise.
    join(REPOSITORY, 'package-lock.json'),
    ...['engine-bundle', 'engine-kernels', 'kernel-binaries', 'lean-tfjs', 'own-tfjs-globals', 'smallest'].map((name) =>
      join(HERE, `${name}.ts`),
    ),
    ...(await kernelSources()),
  ];
  const [{ output }] = (await build({
    configFile: false,
    root: RUNTIME,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [kernelBinaries(), leanTfjs(ENGINE_KERNELS), ownTfjsGlobals(version), smallest, inputsInto(inputs)],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      license: { fileName: LICENCES },
      lib: { entry: join(RUNTIME, 'src/engine/engine.ts'), formats: ['es'] },
      rollupOptions: {
        // What both modules need lies in the first, so that there are no more than two.
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: ASSET_PATHS.engine, chunkFileNames: ASSET_PATHS.engineWebgpu },
      },
    },
  })) as [Rollup.RollupOutput];
  const apache = await readFile(APACHE, 'utf8');
  const files = new Map(
    output.map((file) => {
      if (file.type === 'chunk') return [file.fileName, file.code];
      return [file.fileName, `${file.source}\n# Apache License 2.0, of all that name it above\n\n${apache}`];
    }),
  );
  if (output.length !== ENGINE_PATHS.length || ENGINE_PATHS.some((path) => !files.has(path))) {
    throw new Error(`The engine was bundled into ${[...files.keys()].join(', ')}.`);
  }
  return { files, inputs };
}

function inputsInto(inputs: string[]): Plugin {
  return {
    name: 'inputs-into',
    // Virtual modules begin with a zero.
    buildEnd() {
      inputs.push(...[...this.getModuleIds()].filter((id) => !id.startsWith('\0')));
    },
  };
}
