import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findSharedFolder, REPOSITORY } from '@face-verify/repository';
import type { Plugin, ViteDevServer } from 'vite';
import type { AssetFile } from '../assets/asset-file.ts';
import { sourceAssets } from '../assets/source-assets.ts';
import { withManifest } from '../assets/with-manifest.ts';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import { serveAssets } from '../vite/serve-assets.ts';
import { FaultyAssets } from './faulty-assets.ts';
import { IMAGE_FIXTURES } from './image-fixtures.ts';

const RENDERED = join(REPOSITORY, 'packages/testkit/fixtures');

/** Photographs and models for tests that are no part of the repository; undefined where they are not there. */
export const sharedFolder = findSharedFolder();

/**
 * Gives pages under test `/fixtures/NAME` (images, made on the spot), `/rendered/NAME` (testkit's people),
 * `/shared/PATH`, `/requests/PATH` (how often one of them was asked for), `/never/` which answers nothing, `/faulty/` (see `FaultyAssets`), `/drawn/`: a folder of assets with
 * models that were drawn instead of trained, and `/older/`: the same of another version.
 */
export function serveTestFiles(): Plugin[] {
  const faulty = new FaultyAssets();
  const requests = new Map<string, number>();
  let server: ViteDevServer | undefined;
  let drawn: Promise<readonly AssetFile[]> | undefined;
  const files: Plugin = {
    name: 'serve-test-files',
    configureServer: (started) => {
      server = started;
      started.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        // A server that is never done.
        if (pathname.startsWith('/never/')) return;
        if (pathname.startsWith('/faulty/')) {
          faulty.answer(decodeURIComponent(pathname.slice('/faulty/'.length)), response).catch(next);
          return;
        }
        if (pathname.startsWith('/requests/')) {
          response.end(String(requests.get(request.url?.slice('/requests'.length) ?? '') ?? 0));
          return;
        }
        if (!/^\/(fixtures|rendered|shared)\//.test(pathname)) return next();
        requests.set(request.url ?? '', 1 + (requests.get(request.url ?? '') ?? 0));
        readTestFile(decodeURIComponent(pathname)).then((bytes) => {
          response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(bytes);
        }, next);
      });
    },
  };
  const listDrawn = async () => {
    if (server === undefined) return [];
    drawn ??= loadDrawnAssets(server);
    return drawn;
  };
  return [
    files,
    serveAssets(listDrawn, 'drawn/'),
    serveAssets(async () => ofVersion('0.0.9', await listDrawn()), 'older/'),
  ];
}

/** The same assets as another version of the package has them: what it leaves in its realm has names of its own. */
function ofVersion(version: string, assets: readonly AssetFile[]): readonly AssetFile[] {
  const renamed = assets
    .filter(({ path }) => path !== ASSET_PATHS.manifest)
    .map((asset) => {
      if (!asset.path.startsWith('engine') || !asset.path.endsWith('.js')) return asset;
      const rename = (script: string) =>
        script.replaceAll(/(_tf(?:engine|Globals))_\d+_\d+_\d+/g, `$1_${version.replaceAll('.', '_')}`);
      return { ...asset, read: async () => Buffer.from(rename(Buffer.from(await asset.read()).toString())) };
    });
  return withManifest(renamed, version);
}

async function readTestFile(path: string): Promise<Uint8Array | undefined> {
  const [, folder, ...rest] = normalize(path).split('/');
  const name = rest.join('/');
  if (folder === 'fixtures') return IMAGE_FIXTURES[name]?.();
  const root = folder === 'shared' ? sharedFolder : RENDERED;
  return root === undefined ? undefined : readFile(join(root, name)).catch(() => undefined);
}

async function loadDrawnAssets(server: ViteDevServer): Promise<readonly AssetFile[]> {
  // Through Vite: it builds on packages of TypeScript, which a configuration file cannot import.
  const path = fileURLToPath(new URL('./drawn-model-assets.ts', import.meta.url));
  const module = (await server.ssrLoadModule(path)) as typeof import('./drawn-model-assets.ts');
  return withManifest([...(await sourceAssets('')()), ...(await module.drawnModelAssets())], 'drawn');
}
