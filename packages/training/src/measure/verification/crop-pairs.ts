import { embeddingPairs, type SubjectPairs } from '@face-verify/eval';
import type { CropRecord } from '../../data/crop.ts';

/** A crop's embedding and what is known of the crop. */
export interface EmbeddedCrop {
  readonly record: CropRecord;
  readonly embedding: Float32Array;
}

/**
 * Compares every crop with every other.
 *
 * @param keep - says of two crops whether their pair counts; default all
 */
export function cropPairs(
  crops: readonly EmbeddedCrop[],
  keep?: (probe: CropRecord, reference: CropRecord) => boolean,
): SubjectPairs {
  const pairs = embeddingPairs(
    crops.map(({ embedding }) => embedding),
    crops.map(({ record }) => record.identity ?? record.source),
  );
  if (keep === undefined) return pairs;
  // In the order of `embeddingPairs`.
  const kept = crops.flatMap(({ record: probe }, i) =>
    crops.slice(i + 1).map(({ record: reference }) => keep(probe, reference)),
  );
  return {
    similarities: pairs.similarities.filter((_, pair) => kept[pair]),
    probeSubjects: pairs.probeSubjects.filter((_, pair) => kept[pair]),
    referenceSubjects: pairs.referenceSubjects.filter((_, pair) => kept[pair]),
    subjectCount: pairs.subjectCount,
  };
}
