import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { fixturePath, writeMjpegFilm } from '@face-verify/testkit/node';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from './demo-server.ts';

const ADA = fixturePath('ada-front.jpg');
const ADA_SMILING = fixturePath('ada-smiling.jpg');
const DIETER = fixturePath('dieter-front.jpg');

let folder: string;
let demo: DemoServer;
let browser: Browser;
let page: Page;
let foreign: ForeignRequests;
let complaints: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-film-'));
  const film = join(folder, 'ada.mjpeg');
  await filmOf(ADA, film);
  demo = await startDemo();
  browser = await launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ permissions: ['camera'] });
  foreign = await ForeignRequests.watch(context, demo.origin);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${demo.origin}/compare/`);
  await page.locator('[data-testid=engine][data-state=ready]').waitFor({ timeout: 120_000 });
});

afterEach(async () => {
  await page.context().close();
  foreign.assertNone();
  expect(complaints).toEqual([]);
});

/** A second of one photograph, the size of a usual camera's frame. */
async function filmOf(photograph: string, path: string): Promise<void> {
  const { data, info } = await sharp(photograph)
    .resize(640, 480, { fit: 'contain', background: '#8a8f96' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const frame = { widthPx: info.width, heightPx: info.height, channels: 3, data } as const;
  await writeMjpegFilm(
    Array.from({ length: 30 }, () => frame),
    path,
  );
}

async function choose(probe: string, reference: string): Promise<void> {
  await page.getByTestId('file-probe').setInputFiles(probe);
  await page.getByTestId('file-reference').setInputFiles(reference);
}

/** The outcome, once there is one. */
async function outcome(): Promise<string | null> {
  const decided = page.locator('[data-testid=result]:not([data-outcome=idle]):not([data-outcome=working])');
  await decided.waitFor();
  return decided.getAttribute('data-outcome');
}

/** Where things stand on the page. */
async function places(...testIds: readonly string[]) {
  return Object.fromEntries(
    await Promise.all(testIds.map(async (id) => [id, await page.getByTestId(id).boundingBox()] as const)),
  );
}

async function similarity(): Promise<number> {
  return Number((await page.getByTestId('similarity').textContent())?.replace('−', '-'));
}

describe('the page that compares two photographs', () => {
  it('matches two photographs of one subject and tells two subjects apart', async () => {
    await choose(ADA, ADA_SMILING);
    expect(await outcome()).toBe('match');
    const mated = await similarity();
    await page.getByTestId('clear').click();
    await choose(ADA, DIETER);
    expect(await outcome()).toBe('non-match');
    expect(await similarity()).toBeLessThan(mated);
  });

  it('shows the threshold with its false match rate, the backend and the time of each stage', async () => {
    await choose(ADA, DIETER);
    await outcome();
    expect(await page.getByTestId('threshold').textContent()).toMatch(/false match/i);
    expect(await page.getByTestId('backend-running').textContent()).toMatch(/wasm|webgpu/);
    const times = await page.getByTestId('timings').locator('tbody td').allTextContents();
    expect(times.filter((text) => /^[\d.,<]+\s?ms$/.test(text)).length).toBeGreaterThanOrEqual(10);
  });

  it('says which photograph has no face, and shows no similarity for it', async () => {
    await choose(ADA, fixturePath('nobody.jpg'));
    expect(await outcome()).toBe('inconclusive');
    expect(await page.getByTestId('error-code').textContent()).toBe('no-face');
    expect(await similarity()).toBeNaN();
  });

  it.each([
    { width: 360, height: 640 },
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ])('shows the whole verdict on one screen of $width × $height, and moves nothing for it', async (viewport) => {
    const notAPicture = join(folder, 'page.jpg');
    writeFileSync(notAPicture, '<!doctype html>');
    const shown = ['panel-probe', 'panel-reference', 'result', 'verdict', 'scale', 'crop-reference', 'timings'];
    await page.setViewportSize(viewport);
    await page.reload();
    const loading = await places(...shown);
    await page.locator('[data-testid=engine][data-state=ready]').waitFor({ timeout: 120_000 });
    expect(await places(...shown)).toEqual(loading);
    for (const [reference, expected] of [
      [ADA_SMILING, 'match'],
      [DIETER, 'non-match'],
      [fixturePath('nobody.jpg'), 'inconclusive'],
      [notAPicture, 'error'],
    ] as const) {
      await choose(ADA, reference);
      expect(await outcome()).toBe(expected);
      expect(await places(...shown)).toEqual(loading);
      const { y = Number.NaN, height = Number.NaN } = (await places('verdict')).verdict ?? {};
      expect(y + height).toBeLessThanOrEqual(viewport.height);
      await page.getByTestId('clear').click();
    }
    expect(await page.evaluate(() => [scrollY, document.documentElement.scrollWidth])).toEqual([0, viewport.width]);
  });

  it('never keeps an outcome after a photograph has changed', async () => {
    await choose(ADA, ADA);
    expect(await outcome()).toBe('match');
    await page.getByTestId('remove-reference').click();
    await page.locator('[data-testid=result][data-outcome=idle]').waitFor();
    expect(await similarity()).toBeNaN();
  });

  it('takes a photograph with the camera and compares it', async () => {
    await page.getByTestId('camera-probe').click();
    await page.locator('[data-testid=camera-dialog][data-state=live]').waitFor();
    await page.getByTestId('camera-take').click();
    await page.getByTestId('camera-use').click();
    await page.getByTestId('file-reference').setInputFiles(ADA);
    expect(await outcome()).toBe('match');
  });

  it('compares anew with each trained model that is served', async () => {
    await choose(ADA, ADA_SMILING);
    await outcome();
    const models = page.getByTestId('models').getByRole('radio');
    const architectures = [];
    for (const model of await models.all()) {
      await model.check();
      await page.locator('[data-testid=engine][data-state=ready]').waitFor({ timeout: 120_000 });
      expect(['match', 'non-match']).toContain(await outcome());
      architectures.push(await page.getByTestId('model').locator('dd').first().textContent());
    }
    expect(architectures.length).toBeGreaterThan(0);
    expect(new Set(architectures).size).toBe(architectures.length);
    expect(await page.getByTestId('models').textContent()).toMatch(/MB · AUC 0\.\d{3} · threshold 0\.\d{3}/);
  });

  it('times a network without weights, which decides nothing', async () => {
    await choose(ADA, ADA_SMILING);
    const before = [await outcome(), await similarity()];
    await page.getByTestId('untrained').locator('summary').click();
    await page.getByRole('button', { name: 'ShuffleFaceNet_0.5x: Time', exact: true }).click();
    await page.getByRole('button', { name: /^ShuffleFaceNet_0\.5x: [\d.]+ ms$/ }).waitFor();
    expect([await outcome(), await similarity()]).toEqual(before);
  });
});
