import { setTimeout } from 'node:timers/promises';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from './serve-page.ts';
import { serveSdkPage } from './serve-sdk-page.ts';

declare global {
  interface Window {
    lookWhileBusy?: () => Promise<object>;
  }
}

let server: PageServer;
let browser: Browser | undefined;

beforeAll(async () => {
  server = await serveSdkPage();
});
afterEach(() => browser?.close());
afterAll(() => server.close());

async function openPage(flags: readonly string[] = []): Promise<Page> {
  browser = await launchChromium({ flags });
  const context = await browser.newContext();
  const foreign = await ForeignRequests.watch(context, server.origin);
  context.on('close', () => foreign.assertNone());
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.waitForFunction(() => window.sdkPage !== undefined);
  return page;
}

/** The process that draws for all pages. */
async function gpuProcess(): Promise<number> {
  const session = await browser?.newBrowserCDPSession();
  const info = await session?.send('SystemInfo.getProcessInfo');
  const gpu = info?.processInfo.find(({ type }) => type === 'GPU');
  if (gpu === undefined) throw new Error('The browser has no GPU process.');
  return gpu.id;
}

describe('a page whose GPU process dies', () => {
  it('gets no face of an earlier photograph, though the browser has not noticed, and finds the next', async () => {
    const page = await openPage();
    await page.evaluate(async () => {
      const { sdk, photograph } = window.sdkPage as NonNullable<Window['sdkPage']>;
      // On this thread, where its last step before the detector can be delayed.
      const verifier = await sdk.createFaceVerifier({ backend: 'wasm', worker: false });
      const [ada, nobody] = [await photograph('ada-front.jpg'), await photograph('nobody.jpg')];
      const outcome = async (photograph: Blob) => {
        const capture = await verifier.capture(photograph).catch(({ code }: { code: string }) => ({ outcome: code }));
        return 'reason' in capture ? capture.reason : capture.outcome;
      };
      const before = await outcome(ada);
      window.lookWhileBusy = async () => {
        // The last step before the detector looks; no task runs between them that could tell of the end.
        const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
        OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
          OffscreenCanvasRenderingContext2D.prototype.getImageData = getImageData;
          const pixels = Reflect.apply(getImageData, this, area);
          const busyUntil = performance.now() + 1500;
          while (performance.now() < busyUntil);
          return pixels;
        };
        return { before, nobody: await outcome(nobody), ada: await outcome(ada) };
      };
    });
    const pid = await gpuProcess();
    const looking = page.evaluate(() => window.lookWhileBusy?.());
    await setTimeout(700);
    process.kill(pid, 'SIGKILL');
    expect(await looking).toEqual({ before: 'captured', nobody: 'no-face', ada: 'captured' });
    expect(await gpuProcess()).not.toBe(pid);
  });
});

describe('a browser without WebGL', () => {
  it('finds faces by the light detector, and says so', async () => {
    const page = await openPage(['--disable-gpu', '--disable-software-rasterizer']);
    expect(await page.evaluate(() => new OffscreenCanvas(1, 1).getContext('webgl2'))).toBeNull();
    const { detector, outcome } = await page.evaluate(async () => {
      const { sdk, photograph } = window.sdkPage as NonNullable<Window['sdkPage']>;
      const verifier = await sdk.createFaceVerifier();
      const { result } = await verifier.verify(await photograph('ada-front.jpg'), await photograph('ada-smiling.jpg'));
      return { detector: verifier.detector, outcome: result.outcome };
    });
    expect(detector).toMatchObject({
      requested: 'mediapipe',
      running: 'light',
      reason: expect.stringContaining('WebGL'),
    });
    expect(outcome).toBe('match');
  });
});
