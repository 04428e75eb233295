import '@tensorflow/tfjs-backend-cpu';
import {
  composeTransforms,
  distance,
  FIVE_POINT_TEMPLATE,
  invertTransform,
  type SimilarityTransform,
  templateToInput,
  transformFacePoints,
} from '@face-verify/core';
import { outputFromFacePoints, POINT_INPUT } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { CROP_TO_ALIGNED } from '../../data/crop.ts';
import { describePoints, pointFigures, type RoughFace, type RoughFaceless } from './point-validation.ts';

const { sizePx, faceFraction } = POINT_INPUT;
const JITTER = { shiftPx: 10, degrees: 15, scale: 0.15 };

/** A picture of one shade of grey, by which {@link network} knows what it is. */
const grey = (shade: number) =>
  ({ widthPx: 144, heightPx: 144, channels: 3, data: new Uint8Array(144 * 144 * 3).fill(shade) }) as const;
const face = (identity: string, toAligned: SimilarityTransform, shade = 255): RoughFace => ({
  identity,
  image: grey(shade),
  toAligned,
  points: transformFacePoints(STRAIGHT_FACE_POINTS, invertTransform(CROP_TO_ALIGNED)),
  yawDegrees: 45,
  pitchDegrees: 9,
});
const faceless = (kind: string, shade: number): RoughFaceless => ({
  identity: 'a',
  kind,
  image: grey(shade),
  toAligned: CROP_TO_ALIGNED,
});
/** The distance between the template's eyes. */
const EYES_PX = distance(FIVE_POINT_TEMPLATE.leftEye, FIVE_POINT_TEMPLATE.rightEye);

/** Sees the template wherever it looks, turned by 45 degrees, and the more of a face the lighter it is. */
const network = (input: tf.Tensor4D) => {
  const light = input.dataSync()[0] as number;
  const points = transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction));
  return tf.tensor2d([[...outputFromFacePoints(points), 5 * light, 1, 0, 0]]);
};

test('faces found where their labels are have no error', async () => {
  const { meanError, medianError, p95Error, allPointsMeanError, yawMeanErrorDegrees } = await pointFigures(
    [face('a', CROP_TO_ALIGNED)],
    [],
    network,
  );
  for (const error of [meanError, medianError, p95Error, allPointsMeanError, yawMeanErrorDegrees]) {
    expect(error).toBeCloseTo(0, 5);
  }
});

test('errors of points are shares of the distance between the labelled eyes, those of pose degrees', async () => {
  const roughly = composeTransforms(CROP_TO_ALIGNED, { a: 1, b: 0, tx: 0.1 * EYES_PX, ty: 0 });
  const faces = [face('a', CROP_TO_ALIGNED), face('b', roughly), face('a', CROP_TO_ALIGNED)];
  expect(await pointFigures(faces, [], network)).toMatchObject({
    meanError: expect.closeTo(0.1 / 3, 5),
    medianError: expect.closeTo(0, 5),
    allPointsMeanError: expect.closeTo(0.1 / 3, 5),
    pitchMeanErrorDegrees: expect.closeTo(9, 5),
  });
});

test('intervals of the means reach from the best person to the worst where there are two', async () => {
  const roughly = composeTransforms(CROP_TO_ALIGNED, { a: 1, b: 0, tx: 0.1 * EYES_PX, ty: 0 });
  const faces = [face('a', CROP_TO_ALIGNED), face('b', roughly)];
  const { metrics } = await describePoints(faces, [faceless('night', 0)], JITTER, network);
  const [low, high] = [expect.closeTo(0, 5), expect.closeTo(0.1, 5)];
  expect(metrics.val).toMatchObject({ meanError: { value: expect.closeTo(0.05, 5), interval: [low, high] } });
});

test('the limit of presence lets nearly every face pass, and what falls short of it is refused, by kind', async () => {
  const faces = [220, 230, 240, 250].map((shade, i) => face(`person ${i}`, CROP_TO_ALIGNED, shade));
  const sights = [faceless('night', 0), faceless('night', 10), faceless('snow', 255), faceless('dusk', 100)];
  const facts = await describePoints(faces, sights, JITTER, network);
  expect(facts).toMatchObject({
    kind: 'points',
    outputs: { points: 34, presence: 1, pose: 2, pointError: 1 },
    metrics: {
      presence: { recall: { value: 1 }, precision: { value: 4 / 5 }, facelessRefused: { value: 3 / 4 } },
      facelessRefused: { night: { value: 1 }, snow: { value: 0 }, dusk: { value: 1 } },
    },
  });
  // A logit of 5 times the lightness of 220 in [-1, 1].
  expect(facts.kind === 'points' && facts.presenceLimit).toBeCloseTo(1 / (1 + Math.exp(-5 * (220 / 127.5 - 1))), 2);
});
