import path from 'node:path';
import { embeddingCodec, landmarkList, type RgbImage } from '@face-verify/core';
import {
  type CaptureSummary,
  type LoadSummary,
  OutcomeJournal,
  PhotographAttempts,
  type PipelineBrowser,
  pipelineIdentity,
  showProgress,
} from '@face-verify/headless';
import { CACHE_FOLDER, REPOSITORY } from '@face-verify/repository';
import type { CropReader } from '../../data/crop-reader.ts';
import { imageName } from '../conditions/image-outcome.ts';
import { sourceDigest } from '../conditions/source-digest.ts';
import type { CapturedCrop, CropCaptures, RefusedCrop } from '../verification/captured-crop.ts';
import { captureImage, type ImageCapture } from './capture-image.ts';

/** What became of crops, kept as long as neither pipeline nor crop changes: most are captured by several commands. */
export type CropJournal = OutcomeJournal<CropOutcome>;

type CropOutcome =
  | Pick<Extract<CaptureSummary, { outcome: 'captured' }>, 'outcome' | 'embedding' | 'landmarks'>
  | { readonly outcome: 'refused'; readonly reason: string };

/** @param pipeline - as it was loaded */
export function openCropJournal(pipeline: LoadSummary): CropJournal {
  const identity = `${pipelineIdentity(pipeline)} ${sourceDigest(path.join(REPOSITORY, 'packages'))}`;
  return new OutcomeJournal(path.join(CACHE_FOLDER, 'captures'), identity);
}

/**
 * Sends packed crops through the whole pipeline, detector and all, each as a photograph of 144×144 px.
 *
 * @param indices - positions in the pack
 * @param journal - of the pipeline
 * @param change - made to a crop before it is sent; may write into it
 * @throws {FaceVerifyError} where the pipeline itself has failed, not a crop
 */
export async function captureCrops(
  pipeline: PipelineBrowser,
  crops: CropReader,
  indices: readonly number[],
  journal: CropJournal,
  change: (crop: RgbImage) => RgbImage = (crop) => crop,
): Promise<CropCaptures> {
  const captured: CapturedCrop[] = [];
  const refused: RefusedCrop[] = [];
  const attempts = new PhotographAttempts();
  const progress = showProgress('crops', indices.length, 0);
  try {
    for (const index of indices) {
      const crop = change(crops.read(index));
      const name = imageName(crop);
      let outcome = journal.get(name);
      if (outcome === undefined) {
        outcome = outcomeOf(await captureImage(pipeline, attempts, crop));
        // What the browser failed at, another run may mend.
        if (outcome.outcome === 'captured' || outcome.reason !== 'internal') journal.set(name, outcome);
      }
      if (outcome.outcome === 'refused') refused.push({ index, reason: outcome.reason });
      else {
        const { vector } = embeddingCodec.decode(outcome.embedding);
        captured.push({ index, embedding: vector, points: landmarkList(outcome.landmarks) });
      }
      progress.advance();
    }
  } finally {
    progress.stop();
  }
  return { captured, refused };
}

function outcomeOf(capture: ImageCapture): CropOutcome {
  if (typeof capture === 'string') return { outcome: 'refused', reason: capture };
  const { embedding, landmarks } = capture;
  return { outcome: 'captured', embedding, landmarks };
}
