import { alignmentLandmarks, distance, landmarkList, type Point } from '@face-verify/core';
import { meanOf, quantileOf } from '@face-verify/eval';
import type { CropRecord } from './crop.ts';
import type { PointLabel, PointLabels } from './point-labels.ts';

/** How the labels of crops compare with the points that the crops were aligned by. */
export interface LabelAgreement {
  readonly crops: number;
  /** Crops in which the landmarker finds no face. */
  readonly faceless: number;
  /** Over the crops with a face, of the mean distance of the five points in per cent of the distance between the eyes. */
  readonly medianPercent: number;
  readonly p95Percent: number;
  /** Crops with a mean distance above {@link DISAGREEMENT_PERCENT}: another face, or a label not to be trusted. */
  readonly disagreeing: number;
  /** Median of label minus stored point, in crop pixels. */
  readonly medianOffsetPx: Point;
}

/** From here on a label and the stored points are not of the same face, or one of them is wrong. */
export const DISAGREEMENT_PERCENT = 10;

/** Mean distance of a label's five points from a crop's stored ones, in per cent of the distance between the eyes. */
export function labelDistancePercent(label: PointLabel, record: CropRecord): number {
  const stored = record.points.map(([x, y]): Point => ({ x, y }));
  const [left, right] = stored as [Point, Point];
  const off = landmarkList(alignmentLandmarks(label.points)).map((point, i) => distance(point, stored[i] as Point));
  return (100 * meanOf(off)) / distance(left, right);
}

export function labelAgreement(records: readonly CropRecord[], labels: PointLabels): LabelAgreement {
  const labelled = records.flatMap((record, i) => {
    const label = labels(i);
    return label === undefined ? [] : [{ record, label }];
  });
  const percents = labelled.map(({ record, label }) => labelDistancePercent(label, record));
  const offsets = labelled.flatMap(({ record, label }) =>
    landmarkList(alignmentLandmarks(label.points)).map(({ x, y }, i) => {
      const [storedX, storedY] = record.points[i] as readonly [number, number];
      return { x: x - storedX, y: y - storedY };
    }),
  );
  return {
    crops: records.length,
    faceless: records.length - labelled.length,
    medianPercent: quantileOf(percents, 0.5),
    p95Percent: quantileOf(percents, 0.95),
    disagreeing: percents.filter((percent) => percent > DISAGREEMENT_PERCENT).length,
    medianOffsetPx: {
      x: quantileOf(
        offsets.map(({ x }) => x),
        0.5,
      ),
      y: quantileOf(
        offsets.map(({ y }) => y),
        0.5,
      ),
    },
  };
}

/** The agreement in words. */
export function agreementLines(agreement: LabelAgreement): string[] {
  const { crops, faceless, medianPercent, p95Percent, disagreeing, medianOffsetPx } = agreement;
  return [
    `${crops - faceless} of ${crops} crops labelled; no face in ${faceless}.`,
    `From the points that the crops were aligned by: median ${medianPercent.toFixed(2)} % of the distance between the ` +
      `eyes, 95th percentile ${p95Percent.toFixed(2)} %, above ${DISAGREEMENT_PERCENT} % in ${disagreeing} crops; ` +
      `median offset ${medianOffsetPx.x.toFixed(2)}, ${medianOffsetPx.y.toFixed(2)} px.`,
  ];
}
