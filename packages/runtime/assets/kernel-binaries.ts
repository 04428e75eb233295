import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';
import { cachedBuild } from './cached-build.ts';

/** The features of WebAssembly that each binary uses, by the name of its kernels. */
const FEATURES = { 'relaxed-simd': ['simd', 'relaxed-simd'], simd: ['simd'] } as const;

const SOURCES = join(dirname(createRequire(import.meta.url).resolve('@face-verify/kernels/package.json')), 'assembly');

/** No checks and no memory of their own; values of SIMD do not leave them, and addresses have 32 bits. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--disableWarning', '112,201'];

/** Compiles the kernels of `@face-verify/kernels` and gives them to the code that is built or served, as text. */
export function kernelBinaries(): Plugin {
  return {
    name: 'kernel-binaries',
    config: async () => ({
      define: { __FACE_VERIFY_KERNELS__: JSON.stringify(await base64Binaries()) },
    }),
  };
}

/** What the binaries are compiled from. */
export async function kernelSources(): Promise<readonly string[]> {
  return (await readdir(SOURCES)).map((file) => join(SOURCES, file));
}

async function base64Binaries(): Promise<Record<string, string>> {
  return Object.fromEntries([...(await build())].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

const build = cachedBuild('face-verify-kernels', async () => {
  const files = new Map<string, string>();
  for (const [name, features] of Object.entries(FEATURES)) files.set(name, await compile(features));
  const compiler = join(REPOSITORY, 'package-lock.json');
  return { files, inputs: [compiler, join(import.meta.dirname, 'kernel-binaries.ts'), ...(await kernelSources())] };
});

/** @returns the binary in base64 */
async function compile(features: readonly string[]): Promise<string> {
  const flags = features.flatMap((feature) => ['--enable', feature]);
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['index.ts', ...OPTIONS, ...flags, '--outFile', 'kernels.wasm'], {
    readFile: (name, folder) => readFile(join(SOURCES, folder, name), 'utf8').catch(() => null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined)
    throw new Error(`The kernels do not compile.\n${stderr}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}
