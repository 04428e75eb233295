import { describe, expect, it } from 'vitest';
import type { CropRecord } from './crop.ts';
import { labelAgreement, labelDistancePercent } from './label-agreement.ts';
import { LABELLED_POINT_NAMES, type LabelledPoint, type PointLabel } from './point-labels.ts';

/** Eyes 40 px apart. */
const STORED = [
  [50, 60],
  [90, 60],
  [70, 80],
  [55, 100],
  [85, 100],
] as const;
const RECORD: CropRecord = { set: 'own', row: 0, points: STORED, split: 'train', scale: 1, source: '0.jpg' };

const AT: Partial<Record<LabelledPoint, readonly [number, number]>> = {
  leftEyeOuterCorner: [45, 60],
  leftEyeInnerCorner: [55, 60],
  rightEyeInnerCorner: [85, 60],
  rightEyeOuterCorner: [95, 60],
  noseTip: [70, 80],
  leftMouthCorner: [55, 100],
  rightMouthCorner: [85, 100],
};

function label(shift: number): PointLabel {
  const points = LABELLED_POINT_NAMES.map((name) => {
    const [x, y] = AT[name] ?? [0, 0];
    return [name, { x: x + shift, y }];
  });
  return { points: Object.fromEntries(points), yawDegrees: 0, pitchDegrees: 0 };
}

describe('the agreement of labels with stored points', () => {
  it('takes the middle of the eye’s corners for the eye', () => {
    expect(labelDistancePercent(label(0), RECORD)).toBe(0);
    expect(labelDistancePercent(label(2), RECORD)).toBeCloseTo(5);
  });

  it('counts crops without a face and those that another face was found in', () => {
    const labels = [undefined, label(1), label(1), label(30)];
    const agreement = labelAgreement(
      labels.map(() => RECORD),
      (crop) => labels[crop],
    );
    expect(agreement).toMatchObject({ crops: 4, faceless: 1, disagreeing: 1, medianOffsetPx: { x: 1, y: 0 } });
    expect(agreement.medianPercent).toBeCloseTo(2.5);
  });
});
