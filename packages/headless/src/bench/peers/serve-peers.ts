import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves installed packages as they are below `/peers/`, and files below `/exported/`.
 *
 * @param folder - in which they are installed
 */
export function servePeers(folder: string, exported: Readonly<Record<string, Uint8Array>>): Plugin {
  return {
    name: 'peers',
    configureServer: ({ middlewares }) => {
      middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '', 'http://localhost');
        const [, root, ...path] = normalize(pathname).split('/');
        const name = path.join('/');
        const bytes =
          root === 'peers'
            ? await readFile(join(folder, 'node_modules', name)).catch(() => undefined)
            : root === 'exported'
              ? exported[name]
              : undefined;
        if (bytes === undefined) return next();
        response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
        response.end(bytes);
      });
    },
  };
}
