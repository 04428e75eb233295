import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import type { AssetList } from '../assets/asset-file.ts';

/** What `assetsUrl` is by default. */
const DEFAULT_FOLDER = 'face-verify/';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves the assets while developing, and writes them beside the page when building.
 *
 * @param folder - below Vite's `base`, with a slash at its end
 */
export function serveAssets(list: AssetList, folder: string = DEFAULT_FOLDER): Plugin {
  let prefix = `/${folder}`;

  const handle = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    const file = (await list()).find((asset) => asset.path === path);
    // An answer of our own: Vite would send the page instead, and a page is no model.
    if (file === undefined) return response.writeHead(404).end();
    const bytes = await file.read();
    response.writeHead(200, {
      'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': 'no-cache',
    });
    return response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  return {
    name: 'face-verify-assets',
    configResolved: ({ base }) => {
      prefix = (base.startsWith('/') ? base : '/') + folder;
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (!pathname.startsWith(prefix)) return next();
        handle(decodeURIComponent(pathname.slice(prefix.length)), request, response).catch(next);
      });
    },
    async generateBundle() {
      for (const { path, read } of await list()) {
        this.emitFile({ type: 'asset', fileName: folder + path, source: await read() });
      }
    },
  };
}
