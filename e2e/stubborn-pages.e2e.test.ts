import { readFile } from 'node:fs/promises';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { describeWithShared } from '@face-verify/testkit/vitest';
import type { Browser } from 'playwright';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageServer } from './serve-page.ts';
import { serveSdkPage } from './serve-sdk-page.ts';

/** Serves a folder of pages, with what they import, below `/inputs/`. */
function pagesOf(folder: string): Plugin {
  return {
    name: 'pages-of-a-folder',
    configureServer: (server) => {
      server.middlewares.use('/inputs/', async (request, response, next) => {
        const { pathname } = new URL(request.url ?? '', 'http://localhost');
        // Their scripts are asked for anew, with a query of Vite's own.
        if (request.url?.includes('html-proxy')) return next();
        try {
          const bytes = await readFile(`${folder}${pathname}`);
          const page = pathname.endsWith('.html');
          if (page) response.setHeader('content-type', 'text/html');
          // The assets lie at the root of the server, not beside these pages.
          const text = () => bytes.toString().replaceAll("backend: 'wasm'", "backend: 'wasm', assets: '/face-verify/'");
          response.end(page ? await server.transformIndexHtml(`/inputs${pathname}`, text()) : bytes);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

describeWithShared('pages that kept a verifier from answering', (folder) => {
  let server: PageServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serveSdkPage(pagesOf(`${folder}/inputs`));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** What the page writes when it has come to its end. */
  async function written(page: string, end: RegExp): Promise<string> {
    const context = await browser.newContext();
    const foreign = await ForeignRequests.watch(context, server.origin);
    const opened = await context.newPage();
    await opened.goto(`${server.origin}/inputs/${page}`);
    await expect.poll(() => opened.locator('body').innerText(), { timeout: 60_000 }).toMatch(end);
    const text = await opened.locator('body').innerText();
    await context.close();
    foreign.assertNone();
    return text;
  }

  it('a lazy image that is not in sight is loaded, and the next call answers', async () => {
    const log: unknown = JSON.parse(await written('07-lazy-image.html', /\}$/));
    expect(log).toEqual({ lazy: 'captured', next: 'match', nextAfterAbort: 'match', nextAfterDispose: 'match' });
  });

  it('an image has the pixels of its file at every density', async () => {
    expect(await written('08-srcset-density.html', /4x: .*;/)).toBe('1x: 403x500; 2x: 403x500; 4x: 403x500;');
  });
});
