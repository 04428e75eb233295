import { launchChromium } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PageServer } from './serve-page.ts';
import { serveSdkPage } from './serve-sdk-page.ts';

let server: PageServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = await serveSdkPage();
  browser = await launchChromium({ webgpu: true });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  return () => context.close();
});

async function openPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.waitForFunction(() => window.sdkPage !== undefined);
  return page;
}

/** What comes of loading a verifier that is to run on WebGPU. */
const load = (page: Page, worker: boolean): Promise<string> =>
  page.evaluate(async (worker) => {
    const options = { backend: 'webgpu', detector: 'light', worker } as const;
    const loading = window.sdkPage?.sdk.createFaceVerifier(options);
    return loading?.then(
      (verifier) => verifier.backend.running,
      ({ code, details }) => `${code} ${JSON.stringify(details)}`,
    ) as Promise<string>;
  }, worker);

/** The first request for the backend's own module is the middle of its start. */
const whenStarting = (act: (page: Page) => Promise<unknown>) =>
  context.route('**/engine-webgpu.js', (route) => act(route.request().frame().page()), { times: 1 });

it.for([true, false])(
  'a GPU that takes the tab down while it is started is not tried again, in a worker: %s',
  async (worker) => {
    const crashing = await openPage();
    const crashed = new Promise((resolve) => crashing.once('crash', resolve));
    await whenStarting(async (page) => {
      const session = await context.newCDPSession(page);
      session.send('Page.crash').catch(() => undefined);
    });
    load(crashing, worker).catch(() => undefined);
    await crashed;
    expect(await load(await openPage(), worker)).toBe('backend-unavailable {"quarantined":true}');
  },
);

it('a tab that is left in the middle of it proves nothing against the GPU', async () => {
  const page = await openPage();
  const left = new Promise<void>((resolve) => {
    void whenStarting(async (page) => {
      await page.goto('about:blank');
      resolve();
    });
  });
  load(page, true).catch(() => undefined);
  await left;
  const again = await openPage();
  const tried = again.waitForRequest('**/engine-webgpu.js');
  load(again, true).catch(() => undefined);
  await tried;
});
