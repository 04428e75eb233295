import type { AddressInfo } from 'node:net';
import { faceVerifyAssets } from 'face-verify/vite';
import { createServer, defaultClientConditions, type Plugin } from 'vite';
import { PhotographTokens } from './photograph-tokens.ts';

export interface PageServer {
  readonly origin: string;
  readonly photographs: PhotographTokens;
  close(): Promise<void>;
}

/**
 * Serves a page, the pipeline's assets and lent photographs on a free port of the loopback interface.
 *
 * @param pageFolder - holds the page's index.html
 * @param plugins - what else is served
 */
export async function startPageServer(pageFolder: string, ...plugins: readonly Plugin[]): Promise<PageServer> {
  const photographs = new PhotographTokens();
  const server = await createServer({
    configFile: false,
    root: pageFolder,
    logLevel: 'error',
    // Vite takes port 0 for its own default. From there on it looks for a free one.
    server: { host: '127.0.0.1', strictPort: false, hmr: false, watch: null },
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [
      faceVerifyAssets(),
      ...plugins,
      { name: 'lent-photographs', configureServer: ({ middlewares }) => void middlewares.use(photographs.handle) },
    ],
  });
  try {
    await server.listen();
    const address = server.httpServer?.address() as AddressInfo | null | undefined;
    if (!address) throw new Error('The page server has no address.');
    return { origin: `http://127.0.0.1:${address.port}`, photographs, close: () => server.close() };
  } catch (error) {
    await Promise.allSettled([server.close()]);
    throw error;
  }
}
