import { createEmbedding, type Strangers } from '@face-verify/core';
import { type CropSplit, VALIDATION_SPLITS } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { isTrusted, type LabelledCrop } from '../../data/held-out-faces.ts';
import { readCard } from '../../engine/load-embedder.ts';
import { type TransactionFigures, type TransactionKind, transactionFigures } from '../verification/transactions.ts';
import { captureCrops, openCropJournal } from './capture-crops.ts';
import { startPipeline } from './start-pipeline.ts';

/** From the hardest to what enrolling well is worth. */
const KINDS: readonly TransactionKind[] = [
  { enrolled: 1, attempts: 1 },
  { enrolled: 3, attempts: 1 },
  { enrolled: 3, attempts: 2 },
  { enrolled: 3, attempts: 3 },
];

/** The figures of one split at one threshold of the card. */
export interface SplitTransactions {
  readonly split: CropSplit;
  readonly targetFmr: number;
  readonly against: Strangers;
  /** A similarity. */
  readonly threshold: number;
  readonly figures: readonly TransactionFigures[];
}

/**
 * How often whole transactions go wrong at the thresholds of a model's card, on the trusted crops of the validation
 * splits, each given to the whole pipeline as a photograph. Photographs that it refuses are in no transaction.
 *
 * @param targetFmrs - those of the card's thresholds that are looked at
 * @throws {FaceVerifyError} where the pipeline itself has failed
 */
export async function measureTransactions(
  model: string,
  pack: string,
  targetFmrs: readonly number[],
): Promise<readonly SplitTransactions[]> {
  const crops = openCrops(pack);
  const pipeline = await startPipeline(model);
  try {
    const loaded = await pipeline.load();
    const trusted = crops.records.flatMap((record, i) => (isTrusted(record) ? [i] : []));
    const { captured } = await captureCrops(pipeline, crops, trusted, openCropJournal(loaded));
    const faces = captured.map(({ index, embedding }) => {
      const { identity, split } = crops.records[index] as LabelledCrop;
      return { identity, split, embedding: createEmbedding(embedding, loaded.contract) };
    });
    const { thresholds, thresholdsAgainstSimilar } = readCard(model);
    const points = [
      ...thresholds.map((threshold) => ({ ...threshold, against: 'anyone' as const })),
      ...thresholdsAgainstSimilar.map((threshold) => ({ ...threshold, against: 'similar' as const })),
    ].filter(({ targetFmr }) => targetFmrs.includes(targetFmr));
    return VALIDATION_SPLITS.flatMap((split) => {
      const ofSplit = faces.filter((face) => face.split === split);
      return points.map(({ targetFmr, against, similarity }) => ({
        split,
        targetFmr,
        against,
        threshold: similarity,
        figures: KINDS.flatMap((kind) => transactionFigures(ofSplit, kind, similarity) ?? []),
      }));
    });
  } finally {
    crops.close();
    await pipeline.close();
  }
}
