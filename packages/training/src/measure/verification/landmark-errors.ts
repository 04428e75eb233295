import { distance, type Point } from '@face-verify/core';
import { meanOf, spreadOf } from '@face-verify/eval';

/** Distances between found and labelled points, in per cent of the labelled distance between the eyes. */
export interface LandmarkErrors {
  readonly faces: number;
  /** Over the means of each face's five points. */
  readonly meanPercent: number;
  readonly medianPercent: number;
  readonly p95Percent: number;
  /** Mean of found minus labelled: what is off in the same direction everywhere. */
  readonly biasPercent: { readonly x: number; readonly y: number };
}

export interface LocatedFace {
  /** The five points in `LANDMARK_ORDER`. */
  readonly found: readonly Point[];
  readonly labelled: readonly Point[];
}

/** @param faces - at least one */
export function landmarkErrors(faces: readonly LocatedFace[]): LandmarkErrors {
  const perFace = faces.map(({ found, labelled }) => {
    const [left, right] = labelled as [Point, Point];
    const unit = distance(left, right) / 100;
    const off = labelled.map((label, i) => {
      const point = found[i] as Point;
      return { x: (point.x - label.x) / unit, y: (point.y - label.y) / unit };
    });
    return {
      error: meanOf(off.map(({ x, y }) => Math.hypot(x, y))),
      x: meanOf(off.map(({ x }) => x)),
      y: meanOf(off.map(({ y }) => y)),
    };
  });
  const errors = spreadOf(perFace.map(({ error }) => error));
  return {
    faces: faces.length,
    meanPercent: errors.mean,
    medianPercent: errors.median,
    p95Percent: errors.p95,
    biasPercent: { x: meanOf(perFace.map(({ x }) => x)), y: meanOf(perFace.map(({ y }) => y)) },
  };
}
