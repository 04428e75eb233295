import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type InlineConfig } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetList } from '../assets/asset-file.ts';
import { pageAssets } from './page-assets.ts';

const list: AssetList = async () => [{ path: 'engine.js', read: async () => Buffer.from('') }];
const SCRIPT = `globalThis.address = typeof __FACE_VERIFY_ASSETS__ === 'undefined' ? 'beside the page' : __FACE_VERIFY_ASSETS__;`;

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(root, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
  await writeFile(join(root, 'main.js'), SCRIPT);
});
afterAll(() => rm(root, { recursive: true }));

const configOf = (base: string | undefined): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [pageAssets(list)],
  ...(base !== undefined && { base }),
});

async function built(config: InlineConfig): Promise<{ readonly files: readonly string[]; readonly code: string }> {
  const outputs = [await build(config)].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('');
  return { files: outputs.map(({ fileName }) => fileName), code };
}

const KEPT = { write: false, minify: false } as const;

test.for([
  [undefined, '/face-verify/'],
  ['/below/', '/below/face-verify/'],
  ['https://files.example/app/', 'https://files.example/app/face-verify/'],
  ['./', 'beside the page'],
  ['', 'beside the page'],
] as const)('a build with base %s tells the package where it lies: %s', async ([base, address]) => {
  const { files, code } = await built({ ...configOf(base), build: KEPT });
  expect(files).toContain('face-verify/engine.js');
  expect(code).toContain(address);
});

test.for([
  [undefined, '/face-verify/'],
  ['/below/', '/below/face-verify/'],
  ['https://files.example/app/', '/app/face-verify/'],
  ['./', '/face-verify/'],
] as const)('a development server with base %s does so, too: %s', async ([base, address]) => {
  const server = await createServer({ ...configOf(base), server: { middlewareMode: true, ws: false } });
  const { code = '' } = (await server.transformRequest('/@vite/env')) ?? {};
  await server.close();
  expect(code).toContain(`"${address}"`);
});

test('a build for servers carries no assets', async () => {
  const { files } = await built({ ...configOf('/'), build: { ...KEPT, ssr: 'main.js' } });
  expect(files.filter((file) => file.startsWith('face-verify'))).toEqual([]);
  expect(files).not.toEqual([]);
});
