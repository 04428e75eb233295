import { fileURLToPath } from 'node:url';
import { faceVerifyAssets } from 'face-verify/vite';
import { createServer, defaultClientConditions, type Plugin } from 'vite';

export interface PageServer {
  /** E.g. `http://127.0.0.1:5173`; the page lies at its root. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a folder of this one as a page, with the packages' own sources.
 *
 * @param plugins - what else is served
 */
export async function servePage(folder: string, ...plugins: readonly Plugin[]): Promise<PageServer> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL(folder, import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', hmr: false, watch: null },
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [faceVerifyAssets(), ...plugins],
  });
  await server.listen();
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? '');
  // The engine is built when it is asked for first, and a page would not wait for it.
  await fetch(`${origin}/face-verify/manifest.json`);
  return { origin, close: () => server.close() };
}
