import { type FacePointName, type FacePoints, facePoints } from '@face-verify/core';
import type { CropRecord } from './crop.ts';
import { DISAGREEMENT_PERCENT, labelDistancePercent } from './label-agreement.ts';
import { type PointLabel, readPointLabels } from './point-labels.ts';

/** The label of a crop by its position in the pack; undefined where there is none to be trusted. */
export function readTrustedLabels(
  folder: string,
  records: readonly CropRecord[],
): (crop: number) => PointLabel | undefined {
  const labels = readPointLabels(folder, records.length);
  return (crop) => {
    const [label, record] = [labels(crop), records[crop]];
    return label && record && labelDistancePercent(label, record) <= DISAGREEMENT_PERCENT ? label : undefined;
  };
}

/** The points in the mirrored crop, where left and right have changed names. */
export function mirrorFacePoints(points: FacePoints, widthPx: number): FacePoints {
  return facePoints((name) => {
    const { x, y } = points[otherSide(name)];
    return { x: widthPx - 1 - x, y };
  });
}

function otherSide(name: FacePointName): FacePointName {
  const [, side, rest] = name.match(/^(left|right)(.*)$/) ?? [];
  return side === undefined ? name : (`${side === 'left' ? 'right' : 'left'}${rest}` as FacePointName);
}
