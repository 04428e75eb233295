import { alignmentLandmarks, distance, templateToInput, transformFacePoints } from '@face-verify/core';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { describe, expect, test } from 'vitest';
import { outputLengths } from '../network.ts';
import { FACE_OUTPUTS, facePointNet, POINT_INPUT } from './face-point-net.ts';
import { outputFromFacePoints, readFace } from './read-face.ts';

const POINTS = transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(POINT_INPUT.sizePx, POINT_INPUT.faceFraction));
const row = (presence: number, yaw: number, pitch: number, error: number) => [
  ...outputFromFacePoints(POINTS),
  presence,
  yaw,
  pitch,
  error,
];

describe('readFace', () => {
  test('reads the points that the network was taught to give', () => {
    const { points } = readFace(row(0, 0, 0, 0));
    expect(points.chin.x).toBeCloseTo(POINTS.chin.x, 9);
    expect(points.leftEyeOuterCorner.y).toBeCloseTo(POINTS.leftEyeOuterCorner.y, 9);
  });

  test.each([
    [0, 0.5],
    [20, 1],
    [-20, 0],
  ])('takes %f for the logarithm of the odds of a face: %f', (logit, presence) => {
    expect(readFace(row(logit, 0, 0, 0)).presence).toBeCloseTo(presence, 6);
  });

  test('gives yaw and pitch in degrees', () => {
    expect(readFace(row(0, 0.5, -0.2, 0))).toMatchObject({ yawDegrees: 22.5, pitchDegrees: -9 });
  });

  test('gives the error that is expected of the points in distances between the eyes', () => {
    const { leftEye, rightEye } = alignmentLandmarks(POINTS);
    expect(readFace(row(0, 0, 0, Math.log(0.5))).pointError).toBeCloseTo(0.5 / distance(leftEye, rightEye), 6);
  });

  test('says nothing of a row that is no number but that there is no face to be taken for present', () => {
    expect(readFace(new Float32Array(38).fill(Number.NaN)).presence >= 0).toBe(false);
  });
});

test('the network gives its outputs in the order in which they are read', () => {
  expect(Object.entries(outputLengths(facePointNet('a')))).toEqual(Object.entries(FACE_OUTPUTS));
});
