import { type FaceDetection, templateToInput, transformFacePoints } from '@face-verify/core';
import { LANDMARK_INPUT, outputFromFacePoints } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { CallScope } from '../call-scope.ts';
import { captureFace } from './capture-face.ts';

const PHOTOGRAPH = { widthPx: 64, heightPx: 64, channels: 4, data: new Uint8Array(64 * 64 * 4).fill(99) } as const;
const { sizePx, faceFraction } = LANDMARK_INPUT;
const POINTS = outputFromFacePoints(transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction)));

/** Captures a face of which the landmark network gives the logarithm of the odds of a face; the limit is an even chance. */
function capture(logOdds: number) {
  const embed = vi.fn(async () => Float32Array.of(3, 4));
  const detector = { detect: async (): Promise<FaceDetection[]> => [drawnDetection(10, 10, 40)], dispose: () => {} };
  const network = (run: () => Promise<Float32Array>) => ({ run, dispose: () => {} });
  const pipeline = {
    detector,
    landmarks: network(async () => Float32Array.of(...POINTS, logOdds, 0.2, -0.1, 0)),
    presenceLimit: 0.5,
    embedder: network(embed),
    contract: 'a contract' as Parameters<typeof captureFace>[0]['contract'],
  };
  const source = { heldMs: 0, decode: async () => PHOTOGRAPH };
  return { embed, result: captureFace(pipeline, source, new CallScope()) };
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
