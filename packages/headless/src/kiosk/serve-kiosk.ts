import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '@face-verify/repository';
import { faceVerifyAssets } from 'face-verify/vite';
import { build, defaultClientConditions, type InlineConfig, type Plugin, preview } from 'vite';

const EXAMPLES = path.join(REPOSITORY, 'examples');
const DOOR = fileURLToPath(new URL('../../kiosk-page/door.ts', import.meta.url));

/** Begins before the app, so that it can stand in for the camera. */
const doorBeforeTheApp: Plugin = {
  name: 'kiosk-door',
  transformIndexHtml: {
    order: 'pre',
    handler: () => [{ tag: 'script', attrs: { type: 'module', src: DOOR }, injectTo: 'head-prepend' }],
  },
};

/** Builds the attendance check-in with the door before it, and serves it on a free port of the loopback interface. */
export async function serveKiosk(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'face-verify-kiosk-'));
  const app = {
    configFile: false,
    root: EXAMPLES,
    logLevel: 'error',
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [faceVerifyAssets(), doorBeforeTheApp],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: path.join(EXAMPLES, 'attendance', 'index.html') },
    },
  } satisfies InlineConfig;
  await build(app);
  const server = await preview({ ...app, preview: { host: '127.0.0.1' } });
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? '');
  return {
    origin,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
