import { alignmentLandmarks, landmarkList, type Threshold } from '@face-verify/core';
import { pairedDifferences, VERIFICATION_STATISTICS } from '@face-verify/eval';
import type { CropRecord } from '../../data/crop.ts';
import { DISAGREEMENT_PERCENT, labelDistancePercent } from '../../data/label-agreement.ts';
import type { PointLabels } from '../../data/point-labels.ts';
import { type CropCaptures, countRefused } from './captured-crop.ts';
import { cropPairs } from './crop-pairs.ts';
import { embeddingShifts } from './embedding-shifts.ts';
import { type LocatedFace, landmarkErrors } from './landmark-errors.ts';
import type { SplitReport } from './model-evaluation.ts';
import { summarisePairs } from './pair-summary.ts';

/**
 * Compares what the pipeline makes of crops with what their stored points give.
 *
 * @param storedPointEmbeddings - by position in the pack, of every captured crop
 * @param labels - FaceLandmarker's points of the crops, where the pack has some
 */
export function describeSplit(
  records: readonly CropRecord[],
  captures: CropCaptures,
  storedPointEmbeddings: ReadonlyMap<number, Float32Array>,
  thresholds: readonly Threshold[],
  labels: PointLabels | undefined,
): SplitReport {
  const faces = captures.captured.map((crop) => ({
    ...crop,
    record: records[crop.index] as CropRecord,
    byStoredPoints: storedPointEmbeddings.get(crop.index) as Float32Array,
  }));
  const pipeline = cropPairs(faces);
  const storedPoints = cropPairs(faces.map(({ record, byStoredPoints }) => ({ record, embedding: byStoredPoints })));
  return {
    crops: faces.length,
    identities: pipeline.subjectCount,
    refused: countRefused(captures),
    pipeline: summarisePairs(pipeline, thresholds),
    storedPoints: summarisePairs(storedPoints, thresholds),
    costOfOwnLandmarks: pairedDifferences(storedPoints, pipeline, VERIFICATION_STATISTICS),
    embeddingShift: embeddingShifts(faces.map(({ embedding, byStoredPoints }) => [embedding, byStoredPoints])),
    landmarkErrors: landmarkErrors(
      faces.map(({ points, record }) => ({ found: points, labelled: record.points.map(([x, y]) => ({ x, y })) })),
    ),
    labelErrors: labels === undefined ? null : landmarkErrors(labelledFaces(records, captures, labels)),
  };
}

/** The faces whose label is of the same face as the stored points. */
function labelledFaces(records: readonly CropRecord[], { captured }: CropCaptures, labels: PointLabels): LocatedFace[] {
  return captured.flatMap(({ index, points }) => {
    const label = labels(index);
    const isOfFace = label && labelDistancePercent(label, records[index] as CropRecord) <= DISAGREEMENT_PERCENT;
    return isOfFace ? [{ found: points, labelled: landmarkList(alignmentLandmarks(label.points)) }] : [];
  });
}
