import { launchChromium } from '@face-verify/headless';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { VERIFIED } from './app.ts';
import { BUNDLED_PAGES } from './bundled-pages.ts';
import type { Consumer } from './consumer.ts';
import { PLAIN_PAGES } from './plain-pages.ts';
import { runConsumer } from './run-consumer.ts';
import { SERVER_RENDERED_PAGES } from './server-rendered-pages.ts';
import { type Visit, visit } from './visit.ts';
import { writeConsumersPage } from './write-consumers-page.ts';

const CONSUMERS = new Map(
  [...PLAIN_PAGES, ...BUNDLED_PAGES, ...SERVER_RENDERED_PAGES].map((consumer) => [consumer.name, consumer]),
);

let browser: Browser;
const visits = new Map<Consumer, Visit>();

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  // Not where only some were asked for, or one failed.
  if (visits.size === CONSUMERS.size) writeConsumersPage(visits);
});

test.for([...CONSUMERS.keys()])('%s: verifies, in silence, and asks nobody else', async (name) => {
  const consumer = CONSUMERS.get(name) as Consumer;
  const visited = await runConsumer(consumer, inject('tarball'), (page) => visit(browser, page));
  const said = visited.said.filter((line) => !consumer.chatter?.test(line));
  expect({ ...visited, said }).toMatchObject({ result: consumer.result ?? VERIFIED, said: [], foreign: [] });
  visits.set(consumer, visited);
});
