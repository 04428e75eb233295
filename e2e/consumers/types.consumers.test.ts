import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { installApp } from './install.ts';

const PACKAGES = {
  typescript: '6.0.3',
  'typescript-5': 'npm:typescript@5.9.3',
  vite: '8.3.8',
  '@types/node': '20.19.0',
};

const APP = `import { createFaceVerifier, FaceVerifyError, type FaceVerifierOptions, templateCodec } from 'face-verify';
import { createAttempts } from 'face-verify/attempts';
import { createVault } from 'face-verify/vault';

export async function verify(probe: Blob, reference: Blob, signal?: AbortSignal): Promise<string> {
  const options: FaceVerifierOptions = { assets: '/face-verify/', onProgress: ({ bytes, totalBytes }) => bytes / totalBytes };
  const verifier = await createFaceVerifier(signal ? { ...options, signal } : options);
  try {
    const { result } = await verifier.verify(probe, reference);
    return result.outcome === 'match' ? String(result.similarity) : result.outcome;
  } catch (error) {
    return error instanceof FaceVerifyError ? error.code : 'unknown';
  } finally {
    verifier.dispose();
  }
}
export const others = [createAttempts, createVault, templateCodec];
`;
const VITE_CONFIG = `import { faceVerifyAssets } from 'face-verify/vite';
import { defineConfig } from 'vite';
export default defineConfig({ plugins: [faceVerifyAssets({ models: ['convfacenext-ps'] })] });
`;

let folder: string;

beforeAll(() => {
  folder = installApp(inject('tarball'), PACKAGES, { 'app.ts': APP, 'vite.config.ts': VITE_CONFIG });
});

/** What a compiler finds wrong with a file, as strictly as it can. */
function complaintsOf(compiler: string, file: string, options: object): string {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    target: 'es2022',
    types: [],
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout, stderr } = spawnSync('node', [join('node_modules', compiler, 'bin', 'tsc'), '-p', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const RESOLUTIONS = [
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];
const LIBRARIES = ['DOM', 'WebWorker'];

test.for(
  RESOLUTIONS.flatMap((resolution) =>
    LIBRARIES.map((library) => [resolution.moduleResolution, library, resolution] as const),
  ),
)('an app compiles with its libraries checked, too: resolved as %s, for %s', ([, library, resolution]) => {
  const options = { ...resolution, lib: ['ES2023', library], skipLibCheck: false };
  expect(complaintsOf('typescript', 'app.ts', options)).toBe('');
});

test('an app compiles with TypeScript 5.9', () => {
  const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['ES2023', 'DOM'], skipLibCheck: false };
  expect(complaintsOf('typescript-5', 'app.ts', options)).toBe('');
});

test('a configuration of Vite compiles', () => {
  // Vite's own declarations do not pass the check of libraries.
  const options = {
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM'],
    types: ['node'],
    skipLibCheck: true,
  };
  expect(complaintsOf('typescript', 'vite.config.ts', options)).toBe('');
});
