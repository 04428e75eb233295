import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from '../testing/create-local-verifier.ts';
import type { FaceVerifier, FaceVerifierOptions, LoadProgress } from './api.ts';
import { createFaceVerifier } from './create-face-verifier.ts';

const DRAWN = { assets: '/drawn/', model: 'with-threshold', backend: 'wasm' } as const satisfies FaceVerifierOptions;

async function load(file: string): Promise<Blob> {
  return (await fetch(`/rendered/${file}`)).blob();
}

describe.for([
  ['in a worker', 'worker', 'auto'],
  ['on the page’s thread', 'this-thread', false],
] as const)('the bundled engine %s', ([, runsIn, worker]) => {
  let verifier: FaceVerifier;
  let local: FaceVerifier;
  let ada: Blob;
  let nobody: Blob;

  beforeAll(async () => {
    const progress: LoadProgress[] = [];
    verifier = await createFaceVerifier({ ...DRAWN, worker, onProgress: (step) => progress.push(step) });
    expect([...new Set(progress.map(({ stage, done }) => `${stage} ${done}`))]).toEqual([
      'backend 0',
      'detector 1',
      'points 2',
      'embedder 3',
      'warm-up 4',
      'warm-up 5',
    ]);
    local = await createLocalVerifier(DRAWN);
    ada = await load('ada-front.jpg');
    nobody = await load('nobody.jpg');
  });
  afterAll(() => {
    verifier.dispose();
    local.dispose();
  });

  test('says where it runs', () => {
    expect(verifier.engine).toEqual({ requested: worker, runsIn, reason: expect.stringMatching(/\.$/) });
    expect(verifier.backend).toMatchObject({ requested: 'wasm', running: 'wasm', kernels: 'relaxed-simd' });
  });

  test('sees what an engine of the sources sees', async () => {
    const [capture, same] = [await verifier.capture(ada), await local.capture(ada)];
    expect(capture).toMatchObject({ outcome: 'captured' });
    expect(capture).toEqual({ ...same, timings: expect.anything() });
    expect(verifier).toMatchObject({ contract: local.contract, card: local.card, threshold: local.threshold });
  });

  test('decides, refuses and throws as it does', async () => {
    expect((await verifier.verify(ada, ada)).result).toMatchObject({ outcome: 'match' });
    expect((await verifier.verify(nobody, ada)).result).toMatchObject({ reason: 'no-face', side: 'probe' });
    await expect(verifier.capture(new Blob(['no image']))).rejects.toMatchObject({
      name: 'FaceVerifyError',
      code: 'image-unreadable',
    });
  });

  test('sees the same in every kind of source', async () => {
    const bitmap = await createImageBitmap(ada);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    const image = new Image();
    image.src = '/rendered/ada-front.jpg';
    const fromFile = await verifier.capture(ada);
    for (const source of [bitmap, canvas, pixels, image, new VideoFrame(bitmap, { timestamp: 0 })]) {
      expect(await verifier.capture(source), String(source)).toEqual({ ...fromFile, timings: expect.anything() });
    }
    // Not taken from the page.
    expect(bitmap.width).toBe(480);
  });
});
