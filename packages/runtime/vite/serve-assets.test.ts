import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssetList } from '../assets/asset-file.ts';
import { serveAssets } from './serve-assets.ts';

const list: AssetList = async () => [
  { path: 'tfjs/a.wasm', read: async () => Uint8Array.of(0, 97, 115, 109) },
  { path: 'models/m/card.json', read: async () => Buffer.from('{}') },
];

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>A page</title>');
});

afterAll(() => rm(root, { recursive: true }));

describe.for(['/', '/below/'])('a development server with base %s', (base) => {
  let server: ViteDevServer;
  let origin: string;

  beforeAll(async () => {
    server = await createServer({
      root,
      base,
      configFile: false,
      logLevel: 'silent',
      plugins: [serveAssets(list, 'face-verify/')],
    });
    await server.listen(0);
    origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;
  });

  afterAll(() => server.close());

  test('serves each asset with its media type', async () => {
    const wasm = await fetch(`${origin}${base}face-verify/tfjs/a.wasm`);
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
    expect(new Uint8Array(await wasm.arrayBuffer())).toEqual(Uint8Array.of(0, 97, 115, 109));
    const card = await fetch(`${origin}${base}face-verify/models/m/card.json?fresh`);
    expect(card.headers.get('content-type')).toBe('application/json');
  });

  test('answers 404, not with the page, where there is no such asset', async () => {
    expect((await fetch(`${origin}${base}face-verify/models/none/card.json`)).status).toBe(404);
  });

  test.for(['%', 'models/%zz', '%E0%A4%A'])('answers 400 to the malformed path %s', async (path) => {
    expect((await fetch(`${origin}${base}face-verify/${path}`)).status).toBe(400);
  });
});

test('a build writes every asset beside the page', async () => {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
    plugins: [serveAssets(list, 'face-verify/')],
  });
  const files = [output].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  expect(files.map(({ fileName }) => fileName)).toEqual(
    expect.arrayContaining(['face-verify/tfjs/a.wasm', 'face-verify/models/m/card.json', 'index.html']),
  );
});
