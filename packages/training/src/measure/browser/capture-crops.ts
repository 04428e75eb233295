import { embeddingCodec, landmarkList, type RgbImage } from '@face-verify/core';
import { type CaptureSummary, PhotographAttempts, type PipelineBrowser, showProgress } from '@face-verify/headless';
import sharp from 'sharp';
import type { CropReader } from '../../data/crop-reader.ts';
import type { CapturedCrop, CropCaptures, RefusedCrop } from '../verification/captured-crop.ts';

/**
 * Sends packed crops through the whole pipeline, detector and all, each as a photograph of 144×144 px.
 *
 * @param indices - positions in the pack
 * @param change - made to a crop before it is sent; may write into it
 * @throws {FaceVerifyError} where the pipeline itself has failed, not a crop
 */
export async function captureCrops(
  pipeline: PipelineBrowser,
  crops: CropReader,
  indices: readonly number[],
  change: (crop: RgbImage) => RgbImage = (crop) => crop,
): Promise<CropCaptures> {
  const captured: CapturedCrop[] = [];
  const refused: RefusedCrop[] = [];
  const attempts = new PhotographAttempts();
  const progress = showProgress('crops', indices.length, 0);
  try {
    for (const index of indices) {
      const photograph = await encodePng(change(crops.read(index)));
      const result = await capture(() => pipeline.capture(photograph), attempts);
      if (typeof result === 'string') refused.push({ index, reason: result });
      else captured.push({ index, ...result });
      progress.advance();
    }
  } finally {
    progress.stop();
  }
  return { captured, refused };
}

/** A capture, or the reason why there is none. */
async function capture(
  attempt: () => Promise<CaptureSummary>,
  attempts: PhotographAttempts,
): Promise<Omit<CapturedCrop, 'index'> | string> {
  const result = await attempts.run(attempt);
  if (result.outcome === 'failed') return result.reason;
  if (result.value.outcome === 'inconclusive') return result.value.reason;
  const { embedding, landmarks } = result.value;
  return { embedding: embeddingCodec.decode(embedding).vector, points: landmarkList(landmarks) };
}

/** Lossless, and packed no tighter than a loopback connection needs. */
function encodePng({ data, widthPx, heightPx, channels }: RgbImage): Promise<Buffer> {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
