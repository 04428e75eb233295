import { cosineSimilarity, refuseQuality } from '@face-verify/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import { describeWithPhotographs, listSharedPhotographs } from '../../testing/shared-photographs.ts';
import type { CapturedFace, FaceVerifier, ImageSource } from '../api.ts';

const ASSETS = new URL('/face-verify/', location.href);

const load = async (path: string) => createImageBitmap(await (await fetch(path)).blob());

/** A photograph turned clockwise, on a canvas as large as it needs. */
function turned(photograph: ImageBitmap, quarters: number): OffscreenCanvas {
  const [width, height] = quarters % 2 ? [photograph.height, photograph.width] : [photograph.width, photograph.height];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.translate(width / 2, height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(photograph, -photograph.width / 2, -photograph.height / 2);
  return canvas;
}

describe('the shipped pipeline', () => {
  let verifier: FaceVerifier;

  beforeAll(async () => {
    verifier = await createLocalVerifier({ assets: ASSETS, backend: 'wasm' });
  });
  afterAll(() => verifier.dispose());

  async function captured(source: ImageSource): Promise<CapturedFace> {
    const capture = await verifier.capture(source);
    if (capture.outcome === 'inconclusive') throw new Error(capture.reason);
    return capture;
  }

  test.for([1, 2, 3])('sees a face turned by %i quarters as it is upright', async (quarters) => {
    const photograph = await load('/rendered/ada-front.jpg');
    const [upright, other] = [await captured(photograph), await captured(turned(photograph, quarters))];
    expect(cosineSimilarity(upright.embedding, other.embedding)).toBeGreaterThan(0.95);
  });

  test('measures what it refuses', async () => {
    const dark = new OffscreenCanvas(480, 480);
    const context = dark.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.filter = 'brightness(12%)';
    context.drawImage(await load('/rendered/ada-front.jpg'), 0, 0);
    const capture = await verifier.capture(dark);
    expect(capture).toMatchObject({ outcome: 'inconclusive', reason: 'face-too-dark' });
    expect(capture.quality?.luminanceMean).toBeLessThan(25);
  });

  describeWithPhotographs('on photographs', () => {
    test.for([
      ['01-pixelated-a', 'face-covered'],
      ['01-pixelated-b', 'face-covered'],
      ['02-blurred-a', 'face-blurred'],
      ['02-blurred-b', 'face-blurred'],
      ['03-motion-blur-a', 'face-blurred'],
      ['03-motion-blur-b', 'face-blurred'],
      ['05-cut-below-eyes-a', 'face-cut-off'],
      ['05-cut-below-eyes-b', 'face-cut-off'],
    ] as const)('%s is refused as %s', async ([file, reason]) => {
      const capture = await verifier.capture(await load(`/shared/inputs/${file}.jpg`));
      expect(capture).toMatchObject({ outcome: 'inconclusive', reason });
    });

    test.for(['04-security-pattern', '06-thick-glasses'])(
      '%s on both faces makes no match of two people',
      async (name) => {
        const [a, b] = [await load(`/shared/inputs/${name}-a.jpg`), await load(`/shared/inputs/${name}-b.jpg`)];
        expect((await verifier.verify(a, b)).result.outcome).toMatch(/^(non-match|inconclusive)$/);
      },
    );

    test('lie within the limits, but for a profile, dark glasses, and a microphone before the mouth', async () => {
      const refused: string[] = [];
      const photographs = (await listSharedPhotographs()).filter(({ faces }) => faces === 1);
      for (const { file } of photographs) {
        const capture = await verifier.capture(await load(`/shared/photos/${file}`));
        if (capture.quality && capture.limits && refuseQuality(capture.quality, capture.limits)) refused.push(file);
      }
      expect(refused).toEqual(['person-19-1.jpg', 'person-27-3.jpg', 'person-33-2.jpg']);
    }, 120_000);
  });
});
