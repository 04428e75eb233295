import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { faceVerifyAssets } from 'face-verify/vite';
import type { Browser, Page } from 'playwright';
import { createServer, defaultClientConditions, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Enrolment } from './enrolment-page/page-api.ts';
import { excerpt, SHOT_COUNT, SHOTS, shotsOf, writeWalkThroughFilm } from './walk-through-film.ts';

let folder: string;
let server: ViteDevServer;
let browser: Browser;
let foreign: ForeignRequests;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-walk-through-'));
  const film = join(folder, 'walk-through.mjpeg');
  await writeWalkThroughFilm(film);
  server = await servePage();
  browser = await launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  const { origin } = new URL(server.resolvedUrls?.local[0] ?? '');
  const context = await browser.newContext({ permissions: ['camera'] });
  foreign = await ForeignRequests.watch(context, origin);
  page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => window.enrolmentPage !== undefined);
  await page.evaluate((shotCount) => window.enrolmentPage?.film(shotCount), SHOT_COUNT);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
  foreign.assertNone();
});

async function servePage(): Promise<ViteDevServer> {
  const started = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('enrolment-page', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', hmr: false, watch: null },
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    plugins: [faceVerifyAssets()],
  });
  return started.listen();
}

/** Enrols frames of the camera, and compares the template with the subject and the stranger as they look later. */
async function enrol(shots: readonly number[], linkSimilarity?: number): Promise<Enrolment> {
  const enrolment = await page.evaluate(
    ([enrolled, later, link]) => window.enrolmentPage?.enrol(enrolled, later, link),
    [shots, [SHOTS.subjectLater, SHOTS.strangerLater], linkSimilarity] as const,
  );
  if (enrolment === undefined) throw new Error('The page is gone.');
  return enrolment;
}

/** Of the template with the subject and with the stranger. */
function similarities({ comparisons = [] }: Enrolment): { subject: number; stranger: number } {
  const [subject = Number.NaN, stranger = Number.NaN] = comparisons.map((result) =>
    result.outcome === 'inconclusive' ? Number.NaN : result.similarity,
  );
  return { subject, stranger };
}

describe('a template of a film in which a stranger walks through', () => {
  it('is made of the frames that show the subject, and the others are named', async () => {
    expect(await enrol(SHOTS.walkThrough)).toMatchObject({
      outcome: 'enrolled',
      faceCount: shotsOf('subject').length,
      dropped: shotsOf('stranger', 'both'),
    });
  });

  it('is the one that would have come of the subject alone', async () => {
    const alone = await enrol(shotsOf('subject'));
    expect(alone).toMatchObject({ outcome: 'enrolled', dropped: [] });
    expect((await enrol(SHOTS.walkThrough)).comparisons).toEqual(alone.comparisons);
  });

  it('matches the subject later, and not the stranger', async () => {
    const { comparisons } = await enrol(SHOTS.walkThrough);
    expect(comparisons).toMatchObject([{ outcome: 'match' }, { outcome: 'non-match' }]);
  });

  it('would be less like the subject and much more like the stranger had every face been kept', async () => {
    const everyFace = await enrol(SHOTS.walkThrough, -1);
    expect(everyFace.dropped).toEqual(shotsOf('both'));
    const [clean, mixed] = [similarities(await enrol(SHOTS.walkThrough)), similarities(everyFace)];
    expect(mixed.subject).toBeLessThan(clean.subject - 0.04);
    expect(mixed.stranger).toBeGreaterThan(clean.stranger + 0.2);
  });

  it('is the stranger’s where they are in most of it, and then the subject does not match it', async () => {
    const { dropped, comparisons } = await enrol(excerpt({ subject: 5, stranger: 6, both: 0 }));
    expect(dropped).toEqual(shotsOf('subject').slice(0, 5));
    expect(comparisons).toMatchObject([{ outcome: 'non-match' }, { outcome: 'match' }]);
  });
});

describe('no template is made of a film', () => {
  it.each([
    ['in which the stranger stays as long', { subject: 5, stranger: 5, both: 1 }, 'inconsistent-faces'],
    ['in which the stranger is longer to be seen alone', { subject: 4, stranger: 6, both: 2 }, 'inconsistent-faces'],
    ['half of which shows both', { subject: 2, stranger: 0, both: 2 }, 'multiple-faces'],
  ])('%s', async (_, counts, reason) => {
    expect(await enrol(excerpt(counts))).toEqual({ outcome: 'inconclusive', reason });
  });
});
