import { ALIGNED_SIZE_PX, warpImage } from '@face-verify/core';
import { CROP_TO_ALIGNED } from '../data/crop.ts';
import type { CropReader } from '../data/crop-reader.ts';
import { embeddingPairs, verificationFigures } from '../validation/embedding-metrics.ts';
import { runImages } from '../validation/run-images.ts';
import { describeEmbedder } from './describe-embedder.ts';
import type { TrainingTask } from './training-task.ts';

/** How every embedder is measured, whatever it learned from: on all pairs of the validation split. */
export function createEmbedderValidation(crops: CropReader): Pick<TrainingTask, 'heldOut' | 'validate' | 'describe'> {
  const held = crops.records.flatMap((record, i) =>
    record.split === 'val' ? [{ record, face: warpImage(crops.read(i), CROP_TO_ALIGNED, ALIGNED_SIZE_PX) }] : [],
  );
  const sure = held.filter(({ record }) => !record.suspect);
  const identities = sure.map(({ record }) => record.identity as string);
  const sureFaces = sure.map(({ face }) => face);
  return {
    heldOut: held.map(({ face }) => face),
    validate: async (run) => verificationFigures(embeddingPairs(await runImages(sureFaces, run), identities)),
    describe: (run) => describeEmbedder(held, run),
  };
}
