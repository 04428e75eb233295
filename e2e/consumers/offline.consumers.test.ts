import { launchChromium } from '@face-verify/headless';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { VERIFIED } from './app.ts';
import { plainPage } from './plain-page.ts';
import { runConsumer } from './run-consumer.ts';
import { visit } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Keeps all that a page loads but its assets, as an app's own service worker would. */
const SERVICE_WORKER = `const FILES = ['./', './main.js', './face-verify/face-verify.js', ...['ada-front', 'ada-smiling', 'dieter-front'].map((name) => './photographs/' + name + '.jpg')];
oninstall = (event) => event.waitUntil(caches.open('app').then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => event.respondWith(caches.open('app').then((cache) => cache.match(event.request)).then((kept) => kept ?? fetch(event.request)));
`;

test('an app that works offline verifies offline after the first load', async () => {
  const consumer = plainPage('An app that works offline', {
    files: { 'public/service-worker.js': SERVICE_WORKER },
    script: {
      before: `await navigator.serviceWorker.register('./service-worker.js');
  await navigator.serviceWorker.ready;`,
    },
  });
  const { result } = await runConsumer(consumer, inject('tarball'), (page) =>
    visit(browser, page, async (opened, first) => {
      await page.stop();
      await opened.reload();
      const root = opened.locator('html[data-result]');
      await root.waitFor({ state: 'attached', timeout: 240_000 });
      return { first, offline: JSON.parse((await root.getAttribute('data-result')) ?? 'null') };
    }),
  );
  expect(result).toEqual({ first: VERIFIED, offline: VERIFIED });
});
