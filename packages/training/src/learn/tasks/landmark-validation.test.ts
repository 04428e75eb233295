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
import { LANDMARK_INPUT, outputFromFacePoints } from '@face-verify/nets';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { CROP_TO_ALIGNED } from '../../data/crop.ts';
import { landmarkFigures, landmarkFiguresWithIntervals, type RoughFace } from './landmark-validation.ts';

const { sizePx, faceFraction } = LANDMARK_INPUT;
const LABEL = transformFacePoints(STRAIGHT_FACE_POINTS, invertTransform(CROP_TO_ALIGNED));
const EXACTLY = composeTransforms(templateToInput(sizePx, faceFraction), CROP_TO_ALIGNED);
const CROP = { widthPx: 144, heightPx: 144, channels: 3, data: new Uint8Array(144 * 144 * 3) } as const;
const face = (identity: string, roughly: SimilarityTransform): RoughFace => ({
  identity,
  crop: CROP,
  roughly,
  label: LABEL,
});
/** The distance between the template's eyes. */
const EYES_PX = distance(FIVE_POINT_TEMPLATE.leftEye, FIVE_POINT_TEMPLATE.rightEye);

/** A network that sees the template wherever it looks. */
const seesTemplate = () =>
  tf.tensor2d([outputFromFacePoints(transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction)))]);

test('faces found where their labels are have no error', async () => {
  const figures = await landmarkFigures([face('a', EXACTLY)], seesTemplate);
  for (const error of Object.values(figures)) expect(error).toBeCloseTo(0, 6);
});

test('errors are shares of the distance between the labelled eyes', async () => {
  const shiftPx = 0.1 * EYES_PX;
  const roughly = composeTransforms(EXACTLY, { a: 1, b: 0, tx: shiftPx, ty: 0 });
  const figures = await landmarkFigures([face('a', EXACTLY), face('b', roughly), face('a', EXACTLY)], seesTemplate);
  expect(figures).toEqual({
    meanError: expect.closeTo(0.1 / 3, 5),
    medianError: expect.closeTo(0, 5),
    p95Error: expect.closeTo(0.09, 5),
    allPointsMeanError: expect.closeTo(0.1 / 3, 5),
  });
});

test('intervals of the means reach from the best person to the worst where there are two', async () => {
  const roughly = composeTransforms(EXACTLY, { a: 1, b: 0, tx: 0.1 * EYES_PX, ty: 0 });
  const { meanError } = await landmarkFiguresWithIntervals([face('a', EXACTLY), face('b', roughly)], seesTemplate);
  const [low, high] = [expect.closeTo(0, 5), expect.closeTo(0.1, 5)];
  expect(meanError).toEqual({ value: expect.closeTo(0.05, 5), interval: [low, high] });
});
