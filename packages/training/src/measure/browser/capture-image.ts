import type { RgbImage } from '@face-verify/core';
import type { CaptureSummary, PhotographAttempts, PipelineBrowser } from '@face-verify/headless';
import type { ImageOutcome } from '../conditions/image-outcome.ts';
import { encodePng } from '../conditions/pixels.ts';

/** A capture, or the reason why there is none. */
export type ImageCapture = Extract<CaptureSummary, { outcome: 'captured' }> | string;

/**
 * Sends an image through the whole shipped pipeline.
 *
 * @throws {FaceVerifyError} where the pipeline itself has failed, not the image
 */
export async function captureImage(
  pipeline: Pick<PipelineBrowser, 'capture'>,
  attempts: PhotographAttempts,
  image: RgbImage,
): Promise<ImageCapture> {
  const png = await encodePng(image);
  const attempt = await attempts.run(() => pipeline.capture(png));
  if (attempt.outcome === 'failed') return attempt.reason;
  return attempt.value.outcome === 'captured' ? attempt.value : attempt.value.reason;
}

export function outcomeOf(capture: ImageCapture): ImageOutcome {
  if (typeof capture === 'string') return { outcome: 'refused', reason: capture };
  return { outcome: 'captured', embedding: capture.embedding };
}
