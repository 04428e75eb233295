import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fixturePath } from '@face-verify/testkit/node';
import { faceVerifyAssets } from 'face-verify/vite';
import { createServer, defaultClientConditions, type Plugin } from 'vite';

export interface SdkPageServer {
  /** E.g. `http://127.0.0.1:5173`; the page lies at its root. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a page that gives tests the SDK as `window.sdkPage`, and the rendered people at `/rendered/`.
 *
 * @param plugins - what else is served
 */
export async function serveSdkPage(...plugins: readonly Plugin[]): Promise<SdkPageServer> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('sdk-page', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', hmr: false, watch: null },
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [faceVerifyAssets(), renderedPeople(), ...plugins],
  });
  await server.listen();
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? '');
  return { origin, close: () => server.close() };
}

export function renderedPeople(): Plugin {
  return {
    name: 'rendered-people',
    configureServer: ({ middlewares }) => {
      middlewares.use('/rendered/', (request, response, next) => {
        readFile(fixturePath((request.url ?? '').slice(1))).then((bytes) => response.end(bytes), next);
      });
    },
  };
}
