import { calibrateThresholds } from '@face-verify/eval';
import type { CropRecord } from '../data/crop.ts';
import { embeddingPairs, verificationFiguresWithIntervals } from '../validation/embedding-metrics.ts';
import type { CardFacts } from './training-task.ts';

const TARGET_FMRS = [1e-2, 1e-3, 1e-4];

/** @param embeddings - of all crops of the validation split, in the order of `records` */
export function describeEmbedder(embeddings: readonly Float32Array[], records: readonly CropRecord[]): CardFacts {
  const sure = records.flatMap(({ suspect }, i) => (suspect ? [] : [i]));
  const of = (indices: readonly number[]) => {
    const identities = indices.map((i) => records[i]?.identity as string);
    return {
      pairs: embeddingPairs(
        indices.map((i) => embeddings[i] as Float32Array),
        identities,
      ),
      set: `${indices.length} aligned crops of ${new Set(identities).size} CelebA identities never trained on, all pairs`,
    };
  };
  const trusted = of(sure);
  const everything = of(records.map((_, i) => i));
  const { thresholds, refused } = calibrateThresholds(trusted.pairs, TARGET_FMRS, trusted.set);
  return {
    kind: 'embedder',
    dimension: embeddings[0]?.length ?? 0,
    thresholds: thresholds.map(({ similarity, ...rest }) => ({ similarity: Number(similarity.toFixed(4)), ...rest })),
    metrics: {
      note: 'bestBalancedAccuracy is that of the best threshold on the set itself. Intervals are 95 %, by bootstrap over identities.',
      val: { set: trusted.set, ...verificationFiguresWithIntervals(trusted.pairs) },
      valWithSuspects: {
        set: `${everything.set}, with crops whose label is probably wrong`,
        ...verificationFiguresWithIntervals(everything.pairs),
      },
      noThresholdFor: refused.map(({ targetFmr, reason }) => ({ targetFmr, reason })),
    },
  };
}
