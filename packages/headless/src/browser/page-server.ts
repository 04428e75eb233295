import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { faceVerifyAssets } from 'face-verify/vite';
import { createServer, defaultClientConditions } from 'vite';
import { PhotoTokens } from './photo-tokens.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../page', import.meta.url));

export interface PageServer {
  readonly origin: string;
  readonly photos: PhotoTokens;
  close(): Promise<void>;
}

/**
 * Serves a page, the pipeline's assets and lent photographs on a free port of the loopback interface.
 *
 * @param pageFolder - holds the page's index.html; default the page that exposes the pipeline
 */
export async function startPageServer(pageFolder: string = PAGE_FOLDER): Promise<PageServer> {
  const photos = new PhotoTokens();
  const server = await createServer({
    configFile: false,
    root: pageFolder,
    logLevel: 'error',
    // Port 0: the system gives a free one.
    server: { host: '127.0.0.1', port: 0, strictPort: true, hmr: false, watch: null },
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [
      faceVerifyAssets(),
      { name: 'lent-photographs', configureServer: ({ middlewares }) => void middlewares.use(photos.handle) },
    ],
  });
  await server.listen();
  const address = server.httpServer?.address() as AddressInfo | null | undefined;
  if (!address) throw new Error('The page server has no address.');
  return { origin: `http://127.0.0.1:${address.port}`, photos, close: () => server.close() };
}
