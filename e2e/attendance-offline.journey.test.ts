import type { Server } from 'node:http';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** Building takes a minute on a busy machine, and so does the first load. */
const PATIENCE_MS = 300_000;

let site: PreviewServer;
let browser: Browser;
let context: BrowserContext;
let foreign: ForeignRequests;
let page: Page;

beforeAll(async () => {
  const { origin: shared, folder } = inject('builtSite');
  // The site is built when it is asked for first.
  await fetch(shared);
  // A server of its own, which it takes away.
  site = await preview({ configFile: false, build: { outDir: folder }, preview: { host: '127.0.0.1' } });
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
  const { origin } = new URL(site.resolvedUrls?.local[0] ?? '');
  foreign = await ForeignRequests.watch(context, origin);
  page = await context.newPage();
  await page.goto(`${origin}/attendance/?demo`);
}, PATIENCE_MS);

afterAll(async () => {
  await browser.close();
  foreign.assertNone();
});

/** Somebody of the demo film is known. */
async function seeGreeting(): Promise<void> {
  await page.locator('[data-testid=kiosk]:is([data-show=greeting], [data-show=already])').waitFor({ timeout: 150_000 });
}

describe('the built attendance check-in', () => {
  it('can be installed, with icons of every kind', async () => {
    const client = await context.newCDPSession(page);
    const { data, errors } = await client.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons, scope } = JSON.parse(data ?? '{}') as { icons: { src: string; purpose: string }[]; scope: string };
    expect(scope).toBe('./');
    expect(icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'maskable']);
    for (const { src } of icons) {
      expect((await page.request.get(new URL(src, page.url()).href)).headers()['content-type']).toBe('image/png');
    }
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    // A test's pages are in a private window.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  });

  it(
    'opens without a network after the first load, and checks people in',
    async () => {
      await page.getByTestId('kiosk').waitFor({ timeout: 150_000 });
      await seeGreeting();
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      const closed = site.close();
      (site.httpServer as Server).closeAllConnections();
      await closed;
      await context.setOffline(true);
      expect(
        await page.evaluate(() =>
          fetch('/compare/', { cache: 'no-store' }).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      ).toBe(false);
      await page.reload();
      await seeGreeting();
      await page.evaluate(() => {
        location.hash = '#/records';
      });
      await page.locator('records-view').waitFor();
    },
    PATIENCE_MS,
  );
});
