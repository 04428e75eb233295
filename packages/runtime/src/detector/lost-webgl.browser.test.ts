import type { RgbaImage } from '@face-verify/core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { decodeImage } from '../../testing/decode-image.ts';
import { openAssets } from '../../testing/open-assets.ts';
import type { FaceDetector } from './face-detector.ts';
import { createMediaPipeFaceDetector } from './mediapipe-face-detector.ts';

const ASSETS = await openAssets('/drawn/');

/** Browsers keep 16 on a page; Chromium takes the oldest away for one more. */
const TOO_MANY = 20;

let ada: RgbaImage;
/** Of ada's size: of a size not seen before a blind detector finds nothing, and looks innocent. */
let nobody: RgbaImage;
let detectors: FaceDetector[];
let canvases: OffscreenCanvas[];

beforeAll(async () => {
  const load = async (file: string) => decodeImage(await (await fetch(`/rendered/${file}`)).blob());
  ada = await load('ada-front.jpg');
  nobody = await load('nobody.jpg');
  expect([nobody.widthPx, nobody.heightPx]).toEqual([ada.widthPx, ada.heightPx]);
});

beforeEach(() => {
  detectors = [];
  canvases = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockImplementation(function (this: OffscreenCanvas, ...args) {
    if (String(args[0]).startsWith('webgl') && !canvases.includes(this)) canvases.push(this);
    return Reflect.apply(getContext, this, args);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const detector of detectors) detector.dispose();
});

async function createDetector(): Promise<FaceDetector> {
  const detector = await createMediaPipeFaceDetector(ASSETS);
  detectors.push(detector);
  return detector;
}

function openContext(): WebGL2RenderingContext {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) throw new Error('The browser under test has no WebGL.');
  return gl;
}

const giveBack = (contexts: readonly WebGL2RenderingContext[]) => {
  for (const gl of contexts) gl.getExtension('WEBGL_lose_context')?.loseContext();
};

function loseContextOf(canvas: OffscreenCanvas | undefined): void {
  const gl = canvas?.getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  expect(gl?.isContextLost()).toBe(true);
}

describe('a detector whose WebGL context was taken away', () => {
  test('by twenty others on the page reports no earlier face, and finds the next', async () => {
    const detector = await createDetector();
    expect(await detector.detect(ada)).toHaveLength(1);
    const contexts = Array.from({ length: TOO_MANY }, openContext);
    expect(await detector.detect(nobody)).toEqual([]);
    expect(await detector.detect(ada)).toHaveLength(1);
    giveBack(contexts);
  });

  test('by the browser reports no earlier face, and asks for nothing to see again', async () => {
    const detector = await createDetector();
    const [before] = await detector.detect(ada);
    performance.clearResourceTimings();
    loseContextOf(canvases.at(-1));
    expect(await detector.detect(nobody)).toEqual([]);
    expect(await detector.detect(ada)).toEqual([before]);
    expect(performance.getEntriesByType('resource')).toEqual([]);
  });

  test('while it looks is replaced, and the photograph looked at again', async () => {
    const detector = await createDetector();
    await detector.detect(ada);
    const blinded = canvases.at(-1);
    const texImage = vi.spyOn(WebGL2RenderingContext.prototype, 'texImage2D').mockImplementation(() => {
      texImage.mockRestore();
      loseContextOf(blinded);
    });
    const texSubImage = vi.spyOn(WebGL2RenderingContext.prototype, 'texSubImage2D').mockImplementation(() => {
      texSubImage.mockRestore();
      loseContextOf(blinded);
    });
    expect(await detector.detect(nobody)).toEqual([]);
    expect(canvases.at(-1)).not.toBe(blinded);
  });

  test('and cannot be had again ends with a code that names WebGL', async () => {
    const detector = await createDetector();
    await detector.detect(ada);
    loseContextOf(canvases.at(-1));
    vi.mocked(OffscreenCanvas.prototype.getContext).mockReturnValue(null);
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await expect(detector.detect(nobody)).rejects.toMatchObject({
      code: 'backend-unavailable',
      message: expect.stringContaining('WebGL'),
    });
    vi.restoreAllMocks();
    expect(await detector.detect(nobody)).toEqual([]);
  });
});

test('of eighteen detectors none reports another picture’s face', { timeout: 120_000 }, async () => {
  for (let i = 0; i < 18; i++) expect(await (await createDetector()).detect(ada), `detector ${i}`).toHaveLength(1);
  for (const [i, detector] of detectors.entries()) expect(await detector.detect(nobody), `detector ${i}`).toEqual([]);
});

test('detectors that were disposed of take no context from the page', async () => {
  const foreign = openContext();
  for (let i = 0; i < TOO_MANY; i++) {
    const detector = await createMediaPipeFaceDetector(ASSETS);
    detector.dispose();
  }
  expect(foreign.isContextLost()).toBe(false);
  giveBack([foreign]);
});

test('where OffscreenCanvas has no WebGL, as in WebKitGTK, a canvas element serves', async () => {
  vi.mocked(OffscreenCanvas.prototype.getContext).mockRestore();
  const getContext = OffscreenCanvas.prototype.getContext;
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockImplementation(function (this: OffscreenCanvas, ...args) {
    return String(args[0]).startsWith('webgl') ? null : Reflect.apply(getContext, this, args);
  });
  const detector = await createDetector();
  expect(await detector.detect(ada)).toHaveLength(1);
  expect(await detector.detect(nobody)).toEqual([]);
});

test('a browser without WebGL is told so before anything is fetched', async () => {
  performance.clearResourceTimings();
  vi.mocked(OffscreenCanvas.prototype.getContext).mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  await expect(createDetector()).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: expect.stringContaining('WebGL'),
  });
  expect(performance.getEntriesByType('resource')).toEqual([]);
});
