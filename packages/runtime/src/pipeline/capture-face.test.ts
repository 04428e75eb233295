import {
  type FaceDetection,
  type QualityMeasure,
  type RgbaImage,
  templateToInput,
  transformFacePoints,
} from '@face-verify/core';
import { outputFromFacePoints, POINT_INPUT } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { describe, expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import type { RefusedCapture, SubjectRule } from '../api.ts';
import { CallScope } from '../call-scope.ts';
import { captureFace } from './capture-face.ts';

const SIDE_PX = 160;

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

/** What is captured, and how; by default one face that is sure to be one. */
interface Scene {
  /** For each look of the point network, two for each face: the logarithm of the odds of a face; the last for all further ones. */
  readonly logOdds?: readonly number[];
  readonly brightness?: number;
  readonly faces?: readonly FaceDetection[];
  /** What the embedder gives for each face in turn. */
  readonly embeddings?: readonly (readonly number[])[];
  readonly samePersonSimilarity?: number | undefined;
  readonly subject?: SubjectRule;
}

/** Captures a face; the limit of presence is an even chance. */
function capture({
  logOdds = [2],
  brightness = 140,
  faces = [drawnDetection(10, 10, 40)],
  embeddings = [[3, 4]],
  subject,
  ...scene
}: Scene) {
  let [looks, embedded] = [0, 0];
  const embed = vi.fn(async () => Float32Array.from(embeddings[embedded++] as readonly number[]));
  const detector = { detect: async () => faces, dispose: () => {} };
  const network = (run: () => Promise<Float32Array>) => ({ run, dispose: () => {} });
  const pipeline = {
    detector,
    pointNetwork: network(async () =>
      Float32Array.of(...POINTS, logOdds[Math.min(looks++, logOdds.length - 1)] as number, 0.2, -0.1, 0),
    ),
    presenceLimit: 0.5,
    samePersonSimilarity: 'samePersonSimilarity' in scene ? scene.samePersonSimilarity : 0.5,
    embedder: network(embed),
    contract: 'a contract' as Parameters<typeof captureFace>[0]['contract'],
  };
  const decode = async () => photograph(brightness);
  return { embed, result: captureFace(pipeline, decode, new CallScope(), subject) };
}

test('a face that is seen as its points say is captured, with where it looks', async () => {
  const { result } = capture({ logOdds: [2] });
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
    const { embed, result } = capture({ logOdds: [logOdds] });
    expect(await result).toMatchObject({
      outcome: 'inconclusive',
      reason: 'face-uncertain',
      quality: { presence: Number.isNaN(logOdds) ? Number.NaN : expect.closeTo(1 / (1 + Math.exp(-logOdds)), 5) },
      limits: { presence: { least: 0.5, reason: 'face-uncertain' } },
    });
    expect(embed).not.toHaveBeenCalled();
  },
);

test.each([2, -2])('a face in the dark is refused for that, whatever else is seen of it (%f)', async (logOdds) => {
  const { embed, result } = capture({ logOdds: [logOdds], brightness: 8 });
  expect(await result).toMatchObject({
    outcome: 'inconclusive',
    reason: 'face-too-dark',
    quality: { luminanceMean: expect.any(Number) },
  });
  expect(embed).not.toHaveBeenCalled();
});

test('what a face is refused for is outside the limits that come with it', async () => {
  for (const scene of [{ logOdds: [-2] }, { brightness: 8 }]) {
    const refused = (await capture(scene).result) as RefusedCapture;
    const outside = Object.entries(refused.limits ?? {}).filter(([measure, { least, most }]) => {
      const value = refused.quality?.[measure as QualityMeasure] as number;
      return !(value >= least && value <= most);
    });
    expect(outside.map(([, { reason }]) => reason)).toContain(refused.reason);
  }
});

describe('a photograph with a second face', () => {
  const large = drawnDetection(4, 20, 90);
  const small = drawnDetection(100, 40, 42);
  const faces = [small, large];
  const alike = [
    [1, 0],
    [4, 3],
  ] as const;
  const severalFaces = { outcome: 'inconclusive', reason: 'multiple-faces' };

  test('is of the larger where both are one person', async () => {
    const { embed, result } = capture({ faces, embeddings: alike });
    expect(await result).toMatchObject({
      outcome: 'captured',
      detection: large,
      embedding: { vector: Float32Array.of(1, 0) },
    });
    expect(embed).toHaveBeenCalledTimes(2);
  });

  test.each<[string, Scene]>([
    [
      'is another person',
      {
        embeddings: [
          [1, 0],
          [0, 1],
        ],
      },
    ],
    ['is not similar enough', { embeddings: alike, samePersonSimilarity: 0.81 }],
    ['is of a model that cannot tell', { embeddings: alike, samePersonSimilarity: undefined }],
    ['is hardly seen to be a face', { embeddings: alike, logOdds: [2, 2, -2] }],
    ['is too small to tell', { embeddings: alike, faces: [drawnDetection(100, 40, 38), large] }],
    ['is all that can be seen', { embeddings: alike, logOdds: [-2, -2, 2] }],
    [
      'is one of two, and the third is another person',
      { faces: [...faces, drawnDetection(100, 90, 42)], embeddings: [...alike, [0, 1]] },
    ],
    [
      'is one of a crowd',
      { faces: [...faces, ...[0, 42, 84].map((x) => drawnDetection(x, 112, 42))], embeddings: Array(5).fill([1, 0]) },
    ],
  ])('is refused where that %s', async (_, scene) => {
    const refused = await capture({ faces, ...scene }).result;
    expect(refused).toMatchObject(severalFaces);
    expect(refused).not.toHaveProperty('quality');
  });

  test.each(['largest', 'central'] as const)('is of the %s where that was asked for', async (subject) => {
    const middle = drawnDetection(40, 40, 80);
    const { embed, result } = capture({ faces: [large, middle], subject });
    const detection = subject === 'largest' ? large : middle;
    expect(await result).toMatchObject({ outcome: 'captured', detection });
    expect(embed).toHaveBeenCalledOnce();
  });
});
