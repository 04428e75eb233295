import type { RgbImage } from '@face-verify/core';
import type { CaptureSummary, PhotographAttempts, PipelineBrowser } from '@face-verify/headless';
import type { PictureOutcome } from '../conditions/condition-journal.ts';
import { encodePng } from '../conditions/pixels.ts';

/** A capture, or the reason why there is none. */
export type PictureCapture = Extract<CaptureSummary, { outcome: 'captured' }> | string;

/**
 * Sends a picture through the whole shipped pipeline.
 *
 * @throws {FaceVerifyError} where the pipeline itself has failed, not the picture
 */
export async function capturePicture(
  pipeline: Pick<PipelineBrowser, 'capture'>,
  attempts: PhotographAttempts,
  picture: RgbImage,
): Promise<PictureCapture> {
  const png = await encodePng(picture);
  const attempt = await attempts.run(() => pipeline.capture(png));
  if (attempt.outcome === 'failed') return attempt.reason;
  return attempt.value.outcome === 'captured' ? attempt.value : attempt.value.reason;
}

export function outcomeOf(capture: PictureCapture): PictureOutcome {
  if (typeof capture === 'string') return { outcome: 'refused', reason: capture };
  return { outcome: 'captured', embedding: capture.embedding };
}
