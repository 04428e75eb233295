import type { FaceDetection, RgbaImage } from '@face-verify/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import { decodeImage } from '../../testing/decode-image.ts';
import { openAssets } from '../../testing/open-assets.ts';
import { describeWithPhotographs, listSharedPhotographs } from '../../testing/shared-photographs.ts';
import type { CapturedFace, FaceVerifier } from '../api.ts';
import { startBackend } from '../backend/start-backend.ts';
import { chooseFace } from '../detector/choose-face.ts';
import { KernelChoice } from '../networks/kernel-choice.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { loadModel } from '../weights/load-model.ts';
import { locateFacePoints } from './locate-face-points.ts';

const ASSETS = new URL('/face-verify/', location.href);

describeWithPhotographs('presence, by the shipped point network', () => {
  let verifier: FaceVerifier;
  let network: NetworkRunner;
  let limit: number;

  beforeAll(async () => {
    verifier = await createLocalVerifier({ assets: ASSETS, backend: 'wasm' });
    const assets = await openAssets('/face-verify/');
    const backend = await startBackend({ requested: 'wasm', running: 'wasm', reason: 'Chosen by a test.' }, assets);
    const model = await loadModel(assets, 'face-points', 'points');
    limit = model.card.presenceLimit;
    network = await new KernelChoice(backend).start(model);
  });
  afterAll(() => {
    network.dispose();
    verifier.dispose();
  });

  const load = async (path: string) => createImageBitmap(await (await fetch(`/shared/${path}`)).blob());
  const locate = (image: RgbaImage, face: FaceDetection) =>
    locateFacePoints(image, face, (input) => network.run(input));

  test('refuses at most one in a hundred ordinary photographs', { timeout: 120_000 }, async () => {
    const photographs = (await listSharedPhotographs()).filter(({ faces }) => faces === 1);
    const refused: string[] = [];
    for (const { file } of photographs) {
      const capture = await verifier.capture(await load(`photos/${file}`));
      if (capture.outcome === 'inconclusive' && capture.reason === 'face-uncertain') refused.push(file);
    }
    expect(photographs).toHaveLength(108);
    expect(refused.length, refused.join(', ')).toBeLessThanOrEqual(1);
  });

  test.each([
    '01-pixelated-a.jpg',
    '01-pixelated-b.jpg',
    '02-blurred-b.jpg',
    '05-cut-below-eyes-a.jpg',
    '05-cut-below-eyes-b.jpg',
  ])('is below the limit in %s', async (file) => {
    const photograph = await load(`inputs/${file}`);
    const capture = await verifier.capture(photograph);
    if (capture.outcome === 'captured') throw new Error('Captured.');
    const choice = chooseFace(capture.detections, capture.image);
    if (choice.outcome === 'refused') throw new Error(choice.reason);
    // Quality may have refused it first.
    expect((await locate(await decodeImage(photograph), choice.face)).presence).toBeLessThan(limit);
  });

  test('lets go of a face that has left the picture, within a frame', { timeout: 120_000 }, async () => {
    const held: string[] = [];
    const firsts = (await listSharedPhotographs()).filter(({ file }) => file.endsWith('-1.jpg'));
    for (const { file } of firsts) {
      const photograph = await load(`photos/${file}`);
      const before = await verifier.capture(photograph);
      if (before.outcome !== 'captured') continue;
      expect(before.presence).toBeGreaterThanOrEqual(limit);
      const after = await locate(withoutFace(photograph, before), before.detection);
      if (after.presence >= limit) held.push(file);
    }
    expect(firsts).toHaveLength(36);
    expect(held).toEqual([]);
  });
});

/** The next frame: whoever was in the picture has gone to its right, by twice the width of the face. */
function withoutFace(photograph: ImageBitmap, { image, detection }: CapturedFace) {
  const { widthPx, heightPx } = image;
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser has no 2D canvas.');
  context.fillStyle = '#b8b0a0';
  context.fillRect(0, 0, widthPx, heightPx);
  context.drawImage(photograph, 2 * detection.box.widthPx, 0, widthPx, heightPx);
  return { widthPx, heightPx, channels: 4, data: context.getImageData(0, 0, widthPx, heightPx).data } as const;
}
