import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '@face-verify/repository';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where all pages are served as `npm run build` makes them, and those of `testing/` beside them. */
    builtSite: { readonly origin: string; readonly folder: string };
  }
}

/** Serves one build to all journeys of a run; made when one asks first, since most runs of a single file do not. */
export default async function serveBuiltSite({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'face-verify-site-'));
  let built: Promise<void> | undefined;
  const buildFirst = {
    name: 'build-first',
    configurePreviewServer: ({ middlewares }: { middlewares: { use(handle: BeforeAnswer): void } }) => {
      middlewares.use((_, __, next) => {
        built ??= buildSite(folder);
        built.then(() => next(), next);
      });
    },
  };
  const site = await preview({
    ...{ configFile: false, logLevel: 'error', plugins: [buildFirst] },
    build: { outDir: folder },
    preview: { host: '127.0.0.1' },
  });
  provide('builtSite', { origin: new URL(site.resolvedUrls?.local[0] ?? '').origin, folder });
  return async () => {
    await site.close();
    await built?.catch(() => undefined);
    rmSync(folder, { recursive: true });
  };
}

type BeforeAnswer = (request: unknown, response: unknown, next: (error?: unknown) => void) => void;

async function buildSite(folder: string): Promise<void> {
  // In a process of its own: a test's would build for tests.
  const vite = join(REPOSITORY, 'node_modules', 'vite', 'bin', 'vite.js');
  const flags = ['build', '--mode', 'journeys', '--outDir', folder, '--emptyOutDir'];
  await promisify(execFile)(process.execPath, [vite, ...flags], {
    cwd: REPOSITORY,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
