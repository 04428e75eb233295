import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import type { SessionState, WatchOptions } from 'face-verify';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Take, writeCameraFilm } from './camera-film.ts';
import type { PageServer } from './serve-page.ts';
import { serveSdkPage } from './serve-sdk-page.ts';

const ADA: readonly Take[] = [['ada-front.jpg', 60]];
const PAIR: readonly Take[] = [['ada-and-bruno.jpg', 60]];
/** Four seconds straight ahead, two to her left: slow enough for a busy machine. */
const TURNING: readonly Take[] = [
  ['ada-front.jpg', 120],
  ['ada-turned.jpg', 15],
  ['acts/ada-turn-left.jpg', 60],
  ['ada-turned.jpg', 15],
];

/** Time for a busy machine. */
const PATIENCE = { timeout: 120_000, interval: 100 };

let folder: string;
let server: PageServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-live-capture-'));
  server = await serveSdkPage();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A browser whose camera sees a film, and a page of it that has loaded nothing yet. Without a film it has two cameras. */
function camera(takes: readonly Take[] | undefined, name: string) {
  let browser: Browser;
  let context: BrowserContext;
  let foreign: ForeignRequests;
  let page: Page;
  beforeAll(async () => {
    const flags = ['--use-fake-device-for-media-stream=device-count=2'];
    if (takes !== undefined) {
      const film = join(folder, `${name}.mjpeg`);
      await writeCameraFilm(film, takes);
      flags.push(`--use-file-for-fake-video-capture=${film}`);
    }
    browser = await launchChromium({ flags });
    context = await browser.newContext({ permissions: ['camera'] });
    foreign = await ForeignRequests.watch(context, server.origin);
    page = await context.newPage();
    await page.goto(server.origin);
    await page.waitForFunction(() => window.sdkPage !== undefined);
  });
  afterEach(() => page.evaluate(() => window.sdkPage?.session?.stop()));
  afterAll(async () => {
    await browser.close();
    foreign.assertNone();
  });
  return {
    get context() {
      return context;
    },
    get page() {
      return page;
    },
    /** Starts a session; a verification is against the photograph of that name. */
    watch: (options: Partial<WatchOptions> & { readonly against?: string }) =>
      page.evaluate(
        async ({ against, ...options }) => {
          const reference =
            against === undefined ? {} : { mode: 'verify', reference: await window.sdkPage?.photograph(against) };
          window.sdkPage?.watch({ ...reference, ...options } as WatchOptions);
        },
        options as { against?: string },
      ),
    ended: () => page.evaluate(async () => (await window.sdkPage?.session?.ended()) as SessionState<never>),
    state: () => page.evaluate(() => window.sdkPage?.session?.state as SessionState),
    log: () => page.evaluate(() => window.sdkPage?.log ?? []),
    /** Cameras that are on, whoever turned them on. */
    live: () =>
      page.evaluate(() => {
        const { srcObject } = document.querySelector('video') as HTMLVideoElement;
        return (
          srcObject instanceof MediaStream &&
          srcObject.getTracks().filter(({ readyState }) => readyState === 'live').length
        );
      }),
  };
}

describe('before a camera that sees Ada, a session', () => {
  const ada = camera(ADA, 'ada');

  it('verifies her, and turns the camera off', async () => {
    await ada.watch({ against: 'ada-smiling.jpg' });
    expect(await ada.ended()).toMatchObject({
      phase: 'done',
      result: { outcome: 'match' },
      liveness: { outcome: 'not-asked' },
      camera: { label: expect.stringContaining('ada.mjpeg') },
    });
    expect(await ada.live()).toBe(false);
    const phases = (await ada.log()).map((entry) => entry.split(':')[0]);
    expect([...new Set(phases)]).toEqual([
      'loading',
      ...(phases.includes('awaiting-camera') ? ['awaiting-camera'] : []),
      'searching',
      'guiding',
      'deciding',
      'done',
    ]);
  });

  it('does not take her for Dieter', async () => {
    await ada.watch({ against: 'dieter-front.jpg' });
    expect(await ada.ended()).toMatchObject({ phase: 'done', result: { outcome: 'non-match' } });
  });

  it('decides nothing against a photograph of nobody', async () => {
    await ada.watch({ against: 'nobody.jpg' });
    expect(await ada.ended()).toMatchObject({
      result: { outcome: 'inconclusive', reason: 'no-face', side: 'reference' },
    });
  });

  it('enrols her, and finds her in a gallery', async () => {
    const found = await ada.page.evaluate(async () => {
      const sdkPage = window.sdkPage as NonNullable<typeof window.sdkPage>;
      const enrolled = (await sdkPage.watch({ mode: 'enrol' }).ended()) as never as {
        result: { outcome: string; template: import('face-verify').FaceTemplate };
      };
      const { template, outcome } = enrolled.result;
      const gallery = sdkPage.sdk.createGallery(template.embedding.contract);
      gallery.add('ada', template);
      const end = (await sdkPage.watch({ mode: 'identify', gallery }).ended()) as never as {
        result: { outcome: string; candidates: readonly { id: string }[] };
      };
      return {
        outcome,
        faceCount: template.faceCount,
        identified: end.result.outcome,
        ids: end.result.candidates.map(({ id }) => id),
      };
    });
    expect(found).toEqual({ outcome: 'enrolled', faceCount: 5, identified: 'identified', ids: ['ada'] });
  });

  it('gets no match for a picture that does as nobody asked', async () => {
    await ada.watch({ against: 'ada-smiling.jpg', liveness: { kinds: ['turn-left'], count: 1 } });
    expect(await ada.ended()).toMatchObject({
      result: { outcome: 'inconclusive', reason: 'liveness-failed' },
      liveness: { outcome: 'failed', reason: 'timed-out', challenge: 'turn-left' },
    });
  });

  it('waits while the page is hidden, and goes on when it is shown', async () => {
    await ada.page.evaluate(() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => true }));
    await ada.watch({ against: 'ada-smiling.jpg' });
    await expect.poll(ada.state, PATIENCE).toEqual({ phase: 'awaiting-camera', reason: 'page-hidden' });
    await ada.page.evaluate(() => {
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await ada.ended()).toMatchObject({ result: { outcome: 'match' } });
  });

  it('is told where the visitor says no, and goes on once they say yes', async () => {
    await ada.context.clearPermissions();
    await ada.watch({ against: 'ada-smiling.jpg' });
    await expect.poll(ada.state, PATIENCE).toEqual({ phase: 'awaiting-camera', reason: 'camera-permission-denied' });
    await ada.context.grantPermissions(['camera']);
    expect(await ada.ended()).toMatchObject({ result: { outcome: 'match' } });
  });
});

describe('before a camera that sees two people, and so without an end, a session', () => {
  const pair = camera(PAIR, 'pair');
  const watchPair = async () => {
    await pair.watch({ against: 'ada-smiling.jpg' });
    await expect.poll(pair.log, PATIENCE).toContain('searching: one-person-only');
  };

  it('asks for one person only', async () => {
    await watchPair();
    expect((await pair.log()).join()).not.toContain('done');
  });

  it('suspects in time that the camera only plays a film', async () => {
    await watchPair();
    await expect
      .poll(() => pair.page.evaluate(() => window.sdkPage?.session?.virtualCamera), PATIENCE)
      .toMatchObject({ virtual: 'suspected', why: expect.arrayContaining(['repeated-picture']) });
  });

  it('loses the camera when its permission is taken back, and finds it again by itself', async () => {
    await watchPair();
    await pair.context.clearPermissions();
    await expect.poll(pair.state, PATIENCE).toEqual({ phase: 'awaiting-camera', reason: 'camera-ended' });
    await pair.context.grantPermissions(['camera']);
    await expect.poll(pair.state, PATIENCE).toMatchObject({ phase: 'searching', hint: 'one-person-only' });
    expect(await pair.live()).toBe(1);
  });
});

describe('before a camera that sees Ada turn to her left, a session', () => {
  const turning = camera(TURNING, 'turning');

  it('is passed by her if that is what it asks for', async () => {
    // On a busy machine the turn may be over before it is looked at.
    for (let attempt = 1; ; attempt++) {
      await turning.watch({ against: 'ada-smiling.jpg', liveness: { kinds: ['turn-left'], count: 1 } });
      const end = await turning.ended();
      if (attempt < 4 && end.phase === 'done' && end.liveness.outcome === 'failed') continue;
      expect(end).toMatchObject({
        result: { outcome: 'match' },
        liveness: { outcome: 'passed', challenges: [{ kind: 'turn-left' }] },
      });
      return;
    }
  });

  it('is not passed if it asks for the other side', async () => {
    await turning.watch({ against: 'ada-smiling.jpg', liveness: { kinds: ['turn-right'], count: 1 } });
    expect(await turning.ended()).toMatchObject({
      result: { outcome: 'inconclusive', reason: 'liveness-failed' },
      liveness: { outcome: 'failed' },
    });
  });
});

describe('where there are two cameras, a session', () => {
  const two = camera(undefined, 'none');

  it('goes on with the other one, remembers it, and one of them is on', async () => {
    await two.watch({ against: 'ada-smiling.jpg', keepCamera: true });
    const inUse = () => two.page.evaluate(() => window.sdkPage?.session?.camera?.deviceId);
    await expect.poll(inUse, PATIENCE).toEqual(expect.any(String));
    const first = await inUse();
    const second = await two.page.evaluate(async () => {
      const devices = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
      const id = devices.map(({ deviceId }) => deviceId).find((id) => id !== window.sdkPage?.session?.camera?.deviceId);
      window.sdkPage?.session?.switchCamera(id as string);
      window.sdkPage?.session?.reset();
      return id;
    });
    await expect.poll(inUse, PATIENCE).toBe(second);
    expect(second).not.toBe(first);
    expect(await two.live()).toBe(1);
    await two.watch({ against: 'ada-smiling.jpg', keepCamera: true });
    await expect.poll(inUse, PATIENCE).toBe(second);
  });
});
