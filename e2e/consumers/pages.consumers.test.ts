import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { writeCameraFilm } from '../camera-film.ts';
import { VERIFIED } from './app.ts';
import { BUNDLED_PAGES } from './bundled-pages.ts';
import type { Consumer } from './consumer.ts';
import { ELEMENT_PAGES } from './element-pages.ts';
import { PLAIN_PAGES } from './plain-pages.ts';
import { runConsumer } from './run-consumer.ts';
import { SERVER_RENDERED_PAGES } from './server-rendered-pages.ts';
import { type Visit, visit } from './visit.ts';
import { writeConsumersPage } from './write-consumers-page.ts';

const CONSUMERS = new Map(
  [...PLAIN_PAGES, ...BUNDLED_PAGES, ...SERVER_RENDERED_PAGES, ...ELEMENT_PAGES].map((consumer) => [
    consumer.name,
    consumer,
  ]),
);

let folder: string;
let browser: Browser;
const visits = new Map<Consumer, Visit>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-camera-'));
  const film = join(folder, 'ada.mjpeg');
  await writeCameraFilm(film, [['ada-front.jpg', 90]]);
  browser = await launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  writeConsumersPage([...CONSUMERS.values()], visits);
});

test.for([...CONSUMERS.keys()])('%s: verifies, in silence, and asks nobody else', async (name) => {
  const consumer = CONSUMERS.get(name) as Consumer;
  const visited = await runConsumer(consumer, inject('tarball'), (page) =>
    visit(browser, page, undefined, consumer.use),
  );
  const said = visited.said.filter((line) => !consumer.chatter?.test(line));
  expect({ ...visited, said }).toMatchObject({ result: consumer.result ?? VERIFIED, said: [], foreign: [] });
  visits.set(consumer, visited);
});
