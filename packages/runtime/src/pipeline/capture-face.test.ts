import { type FaceDetection, type RgbaImage, templateToInput, transformFacePoints } from '@face-verify/core';
import { outputFromFacePoints, POINT_INPUT } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { CallScope } from '../call-scope.ts';
import { captureFace } from './capture-face.ts';

const SIDE_PX = 64;

/** As bright as asked, with structure that a sharp face has, and the colour of skin. */
function photograph(brightness: number): RgbaImage {
  const data = Uint8ClampedArray.from({ length: SIDE_PX * SIDE_PX * 4 }, (_, i) => {
    const [x, y] = [(i >> 2) % SIDE_PX, Math.floor((i >> 2) / SIDE_PX)];
    const skin = [1, 0.8, 0.6, 0][i % 4] as number;
    return brightness * skin * (1 + 0.5 * Math.sin(x / 1.4) * Math.cos(y / 1.7));
  });
  return { widthPx: SIDE_PX, heightPx: SIDE_PX, channels: 4, data };
}
const { sizePx, faceFraction } = POINT_INPUT;
const POINTS = outputFromFacePoints(transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction)));

/** Captures a face of which the point network gives the logarithm of the odds of a face; the limit is an even chance. */
function capture(logOdds: number, brightness = 140) {
  const embed = vi.fn(async () => Float32Array.of(3, 4));
  const detector = { detect: async (): Promise<FaceDetection[]> => [drawnDetection(10, 10, 40)], dispose: () => {} };
  const network = (run: () => Promise<Float32Array>) => ({ run, dispose: () => {} });
  const pipeline = {
    detector,
    pointNetwork: network(async () => Float32Array.of(...POINTS, logOdds, 0.2, -0.1, 0)),
    presenceLimit: 0.5,
    embedder: network(embed),
    contract: 'a contract' as Parameters<typeof captureFace>[0]['contract'],
  };
  const decode = async () => photograph(brightness);
  return { embed, result: captureFace(pipeline, decode, new CallScope()) };
}

test('a face that is seen as its points say is captured, with where it looks', async () => {
  const { result } = capture(2);
  expect(await result).toMatchObject({
    outcome: 'captured',
    presence: expect.closeTo(1 / (1 + Math.exp(-2)), 5),
    yawDegrees: expect.closeTo(9, 5),
    pitchDegrees: expect.closeTo(-4.5, 5),
  });
});

test.each([-2, Number.NaN])(
  'what can hardly be seen to be a face (%f) is refused and never embedded',
  async (logOdds) => {
    const { embed, result } = capture(logOdds);
    expect(await result).toMatchObject({ outcome: 'inconclusive', reason: 'face-uncertain' });
    expect(embed).not.toHaveBeenCalled();
  },
);

test.each([2, -2])('a face in the dark is refused for that, whatever else is seen of it (%f)', async (logOdds) => {
  const { embed, result } = capture(logOdds, 8);
  expect(await result).toMatchObject({
    outcome: 'inconclusive',
    reason: 'face-too-dark',
    quality: { luminanceMean: expect.any(Number) },
  });
  expect(embed).not.toHaveBeenCalled();
});
