import {
  alignmentLandmarks,
  distance,
  FACE_POINT_NAMES,
  type FacePoints,
  LANDMARK_ORDER,
  type Point,
  type RgbImage,
  type SimilarityTransform,
} from '@face-verify/core';
import { meanOf, meanWithInterval, spreadOf } from '@face-verify/eval';
import { findFacePoints } from '@face-verify/nets';
import { runImages } from '../validation/run-images.ts';
import type { Run } from './training-task.ts';

/** A face that was never trained on, as roughly aligned as a detector might. */
export interface RoughFace {
  readonly identity: string;
  readonly crop: RgbImage;
  /** Takes pixels of the crop to the network's input. */
  readonly roughly: SimilarityTransform;
  /** In pixels of the crop. */
  readonly label: FacePoints;
}

/** Mean distances from a face's labels, as shares of the labelled distance between the eyes. */
interface FaceErrors {
  readonly identity: string;
  /** Of the five points that alignment needs. */
  readonly five: number;
  readonly all: number;
}

/** How far points lie from their labels when faces are found as the pipeline finds them. */
export async function landmarkFigures(faces: readonly RoughFace[], run: Run) {
  return summarise(await errorsOf(faces, run), meanOf);
}

/** The same, the means with 95 % intervals by bootstrap over identities. */
export async function landmarkFiguresWithIntervals(faces: readonly RoughFace[], run: Run) {
  const errors = await errorsOf(faces, run);
  const identities = errors.map(({ identity }) => identity);
  return summarise(errors, (values) =>
    meanWithInterval(values.map((value, i) => ({ identity: identities[i] as string, value }))),
  );
}

function summarise<Mean>(errors: readonly FaceErrors[], meanOf: (values: readonly number[]) => Mean) {
  const five = errors.map((error) => error.five);
  const { median, p95 } = spreadOf(five);
  return {
    meanError: meanOf(five),
    medianError: median,
    p95Error: p95,
    allPointsMeanError: meanOf(errors.map((error) => error.all)),
  };
}

async function errorsOf(faces: readonly RoughFace[], run: Run): Promise<FaceErrors[]> {
  const look = async (input: RgbImage) => (await runImages([input], run))[0] as Float32Array;
  const errors: FaceErrors[] = [];
  for (const { identity, crop, roughly, label } of faces) {
    const points = await findFacePoints(crop, roughly, look);
    const [found, labelled] = [alignmentLandmarks(points), alignmentLandmarks(label)];
    const eyes = distance(labelled.leftEye, labelled.rightEye);
    const error = <Name extends string>(names: readonly Name[], p: Record<Name, Point>, q: Record<Name, Point>) =>
      meanOf(names.map((name) => distance(p[name], q[name]) / eyes));
    errors.push({
      identity,
      five: error(LANDMARK_ORDER, found, labelled),
      all: error(FACE_POINT_NAMES, points, label),
    });
  }
  return errors;
}
