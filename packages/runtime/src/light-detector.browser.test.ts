import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLocalVerifier } from '../testing/create-local-verifier.ts';
import type { CapturedFace, FaceVerifier } from './api.ts';
import { createFaceVerifier } from './create-face-verifier.ts';

const DRAWN = { assets: '/drawn/', model: 'drawn', backend: 'wasm' } as const;

const load = async (file: string) => (await fetch(`/rendered/${file}`)).blob();

/** Files of MediaPipe that this page, or a worker of it, asked for. */
const mediapipeFiles = () =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('/drawn/mediapipe/'));

/** Takes WebGL away from every canvas, as from now on. */
function takeWebGlAway(): void {
  for (const { prototype } of [OffscreenCanvas, HTMLCanvasElement]) {
    const { getContext } = prototype;
    vi.spyOn(prototype, 'getContext').mockImplementation(function (this: OffscreenCanvas, ...args: unknown[]) {
      return String(args[0]).startsWith('webgl') ? null : Reflect.apply(getContext, this, args);
    } as never);
  }
}

let verifier: FaceVerifier | undefined;
beforeEach(async () => {
  // What the browser keeps is not asked for.
  await caches.delete('face-verify');
  performance.clearResourceTimings();
});
afterEach(() => {
  vi.restoreAllMocks();
  verifier?.dispose();
  verifier = undefined;
});

test.for(['light', 'auto'] as const)(
  'with the detector %s no file of MediaPipe is fetched, and WebGL is not asked for',
  async (detector) => {
    const contexts = vi.spyOn(OffscreenCanvas.prototype, 'getContext');
    verifier = await createLocalVerifier({ ...DRAWN, detector });
    expect(verifier.detector).toMatchObject({ requested: detector, running: 'light' });
    expect(await verifier.capture(await load('ada-front.jpg'))).toMatchObject({ outcome: 'captured' });
    expect(await verifier.capture(await load('nobody.jpg'))).toMatchObject({ reason: 'no-face' });
    expect(mediapipeFiles()).toEqual([]);
    expect(contexts.mock.calls.filter(([kind]) => String(kind).startsWith('webgl'))).toEqual([]);
  },
);

test('in a worker the light detector needs no WebGL there, and says that it runs', async () => {
  vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
  verifier = await createFaceVerifier({ ...DRAWN, detector: 'light' });
  expect(verifier.engine.runsIn).toBe('worker');
  expect(verifier.detector.running).toBe('light');
  expect(await verifier.capture(await load('ada-front.jpg'))).toMatchObject({ outcome: 'captured' });
});

describe('MediaPipe’s detector', () => {
  test('is replaced where there is no WebGL, before its files are fetched', async () => {
    takeWebGlAway();
    verifier = await createLocalVerifier(DRAWN);
    expect(verifier.detector).toMatchObject({ running: 'light', reason: expect.stringContaining('WebGL') });
    expect(await verifier.capture(await load('ada-front.jpg'))).toMatchObject({ outcome: 'captured' });
    expect(mediapipeFiles()).toEqual([]);
  });

  test('is replaced for the photograph at which WebGL goes, without a request, and the faces are the same', async () => {
    verifier = await createLocalVerifier(DRAWN);
    const [ada, nobody] = [await load('ada-front.jpg'), await load('nobody.jpg')];
    const before = (await verifier.capture(ada)) as CapturedFace;
    expect(verifier.detector).toMatchObject({ requested: 'mediapipe', running: 'mediapipe' });
    takeWebGlAway();
    vi.spyOn(WebGL2RenderingContext.prototype, 'isContextLost').mockReturnValue(true);
    performance.clearResourceTimings();
    expect(await verifier.capture(nobody)).toMatchObject({ reason: 'no-face' });
    expect(verifier.detector).toMatchObject({ running: 'light', reason: expect.stringContaining('WebGL') });
    const after = (await verifier.capture(ada)) as CapturedFace;
    expect(Math.abs(after.detection.score - before.detection.score)).toBeLessThan(0.01);
    expect(performance.getEntriesByType('resource')).toEqual([]);
  });

  test('that is not served right is not replaced', async () => {
    const { fetch } = globalThis;
    vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) =>
      fetch(String(url).endsWith('.tflite') ? '/drawn/none' : url, init),
    );
    await expect(createLocalVerifier(DRAWN)).rejects.toMatchObject({ code: 'asset-unavailable' });
  });
});

/** With the weights that ship. */
test('captures by either detector have one contract, and embeddings that hardly differ', {
  timeout: 120_000,
}, async () => {
  const options = { assets: '/face-verify/', backend: 'wasm' } as const;
  const other = await createLocalVerifier({ ...options, detector: 'light' });
  verifier = await createLocalVerifier(options);
  expect(other.contract).toBe(verifier.contract);
  for (const file of ['ada-front.jpg', 'bruno-turned.jpg', 'chiyo-smiling.jpg']) {
    const [a, b] = [await verifier.capture(await load(file)), await other.capture(await load(file))];
    const result = verifier.compare(a, b);
    expect(result.outcome, file).toBe('match');
    expect('similarity' in result && result.similarity, file).toBeGreaterThan(0.9999);
  }
  other.dispose();
});
