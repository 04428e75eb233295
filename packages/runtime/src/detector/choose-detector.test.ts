import { type FaceDetection, FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { describe, expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { chooseDetector, tryMediaPipe } from './choose-detector.ts';
import type { FaceDetector } from './face-detector.ts';

const IMAGE: RgbaImage = { widthPx: 1, heightPx: 1, channels: 4, data: new Uint8ClampedArray(4) };
const LIGHT_FACES = [drawnDetection(1, 1, 50)];
const MEDIAPIPE_FACES = [drawnDetection(2, 2, 60)];
const NO_WEBGL = new FaceVerifyError('backend-unavailable', 'There is no WebGL.', { details: { missing: 'webgl' } });

function seeing(...looks: (readonly FaceDetection[] | FaceVerifyError)[]) {
  const detect = vi.fn(async () => {
    const next = looks.length > 1 ? looks.shift() : looks[0];
    if (next === undefined || next instanceof FaceVerifyError) throw next;
    return next;
  });
  return { detect, dispose: vi.fn<() => void>() } satisfies FaceDetector;
}

describe('MediaPipe’s detector', () => {
  test.for(['light', 'auto'] as const)('is not made where %s was asked for', async (requested) => {
    const create = vi.fn<() => Promise<FaceDetector>>();
    expect(await tryMediaPipe(requested, create)).toBeUndefined();
    expect(create).not.toHaveBeenCalled();
    const detector = chooseDetector(requested, undefined, seeing(LIGHT_FACES));
    expect(detector.report).toMatchObject({ requested, running: 'light' });
    expect(await detector.detect(IMAGE)).toBe(LIGHT_FACES);
  });

  test('finds the faces while it can', async () => {
    const [mediapipe, light] = [seeing(MEDIAPIPE_FACES), seeing(LIGHT_FACES)];
    const tried = await tryMediaPipe('mediapipe', async () => mediapipe);
    const detector = chooseDetector('mediapipe', tried, light);
    expect(await detector.detect(IMAGE)).toBe(MEDIAPIPE_FACES);
    expect(detector.report).toMatchObject({ requested: 'mediapipe', running: 'mediapipe' });
    expect(light.detect).not.toHaveBeenCalled();
    detector.dispose();
    expect(mediapipe.dispose).toHaveBeenCalledOnce();
  });

  test('that the browser cannot run is replaced, and it is said why', async () => {
    const tried = await tryMediaPipe('mediapipe', () => Promise.reject(NO_WEBGL));
    const detector = chooseDetector('mediapipe', tried, seeing(LIGHT_FACES));
    expect(detector.report).toEqual({
      requested: 'mediapipe',
      running: 'light',
      reason: expect.stringContaining(NO_WEBGL.message),
    });
    expect(await detector.detect(IMAGE)).toBe(LIGHT_FACES);
  });

  test.for(['asset-unavailable', 'asset-corrupt', 'aborted'] as const)(
    'that fails with %s is not replaced',
    async (code) => {
      const failing = tryMediaPipe('mediapipe', () => Promise.reject(new FaceVerifyError(code, 'No.')));
      await expect(failing).rejects.toMatchObject({ code });
    },
  );

  test('that the browser takes away is replaced for that photograph and all that follow', async () => {
    const mediapipe = seeing(MEDIAPIPE_FACES, NO_WEBGL, MEDIAPIPE_FACES);
    const detector = chooseDetector('mediapipe', mediapipe, seeing(LIGHT_FACES));
    const { report } = detector;
    expect(await detector.detect(IMAGE)).toBe(MEDIAPIPE_FACES);
    expect(detector.report).toBe(report);
    expect(await detector.detect(IMAGE)).toBe(LIGHT_FACES);
    expect(await detector.detect(IMAGE)).toBe(LIGHT_FACES);
    expect(detector.report).toMatchObject({ running: 'light', reason: expect.stringContaining(NO_WEBGL.message) });
    expect(mediapipe.detect).toHaveBeenCalledTimes(2);
    expect(mediapipe.dispose).toHaveBeenCalledOnce();
  });

  test.for(['disposed', 'internal'] as const)('whose look fails with %s is not replaced', async (code) => {
    const light = seeing(LIGHT_FACES);
    const detector = chooseDetector('mediapipe', seeing(new FaceVerifyError(code, 'No.')), light);
    await expect(detector.detect(IMAGE)).rejects.toMatchObject({ code });
    expect(light.detect).not.toHaveBeenCalled();
  });

  test('where the light one fails, too, ends in its error and finds no face', async () => {
    const lost = new FaceVerifyError('backend-unavailable', 'The WASM backend was lost.');
    const detector = chooseDetector('mediapipe', seeing(NO_WEBGL), seeing(lost));
    await expect(detector.detect(IMAGE)).rejects.toBe(lost);
    expect(detector.report.running).toBe('mediapipe');
  });
});
