import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import type { AssetList } from '../assets/asset-file.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves the assets while developing, and writes them beside the page when building for browsers.
 *
 * @param folder - below Vite's `base`, with a slash at its end
 */
export function serveAssets(list: AssetList, folder: string): Plugin {
  let prefix = `/${folder}`;

  const answer = async (path: string, request: IncomingMessage, response: ServerResponse) => {
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
        const [address = ''] = (request.url ?? '').split('?');
        if (!address.startsWith(prefix)) return next();
        const path = decodePath(address.slice(prefix.length));
        if (path === undefined) return response.writeHead(400).end();
        answer(path, request, response).catch(next);
      });
    },
    async generateBundle() {
      if (this.environment.config.consumer === 'server') return;
      for (const { path, read } of await list()) {
        this.emitFile({ type: 'asset', fileName: folder + path, source: await read() });
      }
    },
  };
}

/** Undefined where the path is malformed: a `%` that no two digits follow, or bytes that are no text. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
